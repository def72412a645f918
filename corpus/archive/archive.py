"""One folder of WARC files, and what one does with it."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from corpus.archive.disk import Disk
from corpus.archive.reader import Reader
from corpus.archive.values import Locator
from corpus.archive.writer import MAX_BYTES, Writer
from parsers.model import Capture


class Archive:
    """The WARC files below one folder; ``disk`` is replaced by tests only."""

    def __init__(self, root: Path, *, disk: Disk | None = None) -> None:
        self._root = root
        self._disk = disk or Disk()
        self._reader = Reader(root)

    def writer(
        self,
        site: str,
        *,
        run: int,
        now: Callable[[], datetime],
        max_bytes: int = MAX_BYTES,
    ) -> Writer:
        """Return what appends the exchanges of one run over one site."""
        return Writer(
            self._root, site, run=run, now=now, max_bytes=max_bytes, disk=self._disk
        )

    def read(self, locator: Locator) -> Capture:
        """Return the capture at a locator, or raise ``ArchiveError``."""
        return self._reader.read(locator)
