"""The archive: what servers answered, byte for byte, in WARC files that others read.

``Archive`` is the way in. Files lie at ``SITE/TIME-RUN-NUMBER.warc.gz`` below its
folder; one that is being written has ``.open`` behind its name.

Every exchange is a request, a response or revisit, and a metadata record where there
is something to say beside the bytes, written in one go, each a gzip member of its own.
A closed file ends with its seal, a metadata record with the hash of all bytes before
it, and is never touched again.
"""

from corpus.archive.archive import Archive
from corpus.archive.values import (
    ArchivedExchange,
    ArchiveError,
    ArchiveFile,
    Damage,
    Kept,
    Locator,
    Original,
    StorageError,
)
from corpus.archive.writer import MAX_BYTES, Writer

__all__ = [
    "MAX_BYTES",
    "Archive",
    "ArchiveError",
    "ArchiveFile",
    "ArchivedExchange",
    "Damage",
    "Kept",
    "Locator",
    "Original",
    "StorageError",
    "Writer",
]
