"""What people touch: the command line."""

__version__ = "0.1.0"
