"""What people touch: the command line."""

from corpus import __version__

__all__ = ["__version__"]
