"""What do we hold? The archive of captures, the store of items and revisions."""

#: The program's; here since every file of the archive names it.
__version__ = "0.1.0"
