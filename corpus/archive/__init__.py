"""The archive: what servers answered, byte for byte, in WARC files that others read.

``Archive`` is the way in. Files lie at ``SITE/TIME-RUN-NUMBER.warc.gz`` below its
folder; one that is being written has ``.open`` behind its name.
"""

from corpus.archive.archive import Archive
from corpus.archive.values import (
    ArchiveError,
    ArchiveFile,
    Damage,
    Locator,
    StorageError,
)
from corpus.archive.writer import MAX_BYTES, Writer

__all__ = [
    "MAX_BYTES",
    "Archive",
    "ArchiveError",
    "ArchiveFile",
    "Damage",
    "Locator",
    "StorageError",
    "Writer",
]
