"""One folder of WARC files, and what one does with it."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from pathlib import Path

from corpus.archive.disk import Disk
from corpus.archive.names import OPEN, check_site, sort_key
from corpus.archive.reader import Reader
from corpus.archive.records import Record
from corpus.archive.repair import repair
from corpus.archive.values import (
    ArchivedExchange,
    ArchiveError,
    ArchiveFile,
    Damage,
    Kept,
    Locator,
)
from corpus.archive.verify import verify
from corpus.archive.walk import Flaw, Found, count_records, files_of, sites_of, walk
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

    def captures(
        self,
        site: str | None = None,
        *,
        on_damage: Callable[[ArchiveError], None] | None = None,
    ) -> Iterator[tuple[Locator, Capture]]:
        """Yield every capture of a site, or of all, in the order of writing.

        What cannot be read is given to ``on_damage`` and passed over; without it,
        it raises ``ArchiveError``.
        """
        for name in [check_site(site)] if site else sites_of(self._root):
            for path in files_of(self._root, name):
                yield from self._captures(path, name, on_damage or _raise)

    def files(self) -> Iterator[ArchiveFile]:
        """Yield every file, by site, in the order of writing."""
        for site in sites_of(self._root):
            for path in files_of(self._root, site):
                yield ArchiveFile(
                    file=f"{site}/{path.name.removesuffix(OPEN)}",
                    closed=not path.name.endswith(OPEN),
                    bytes=path.stat().st_size,
                    records=count_records(path),
                )

    def verify(self, references: Iterable[Locator] = ()) -> Iterator[Damage]:
        """Yield each damage: of files, records, digests, revisits and references.

        ``references`` are the locators that the store holds.
        """
        return verify(self._root, references)

    def repair(self, site: str) -> tuple[str, ...]:
        """Close the files a crash left open; return the names of those closed.

        To be called by the run that holds the site's lease, before it writes.
        """
        return repair(self._root, check_site(site), self._disk)

    def runs(self, site: str) -> list[int]:
        """Return the numbers of the runs that wrote files of a site, in order."""
        names = [path.name for path in files_of(self._root, check_site(site))]
        return sorted({sort_key(name)[0] for name in names})

    def kept(
        self, site: str, run: int, *, on_damage: Callable[[ArchiveError], None]
    ) -> Iterator[Kept]:
        """Yield where each exchange of a run lies, in the order of writing."""
        for path in files_of(self._root, check_site(site)):
            if sort_key(path.name)[0] != run:
                continue
            for answer, about, locator in self._answers(path, site, on_damage):
                try:
                    yield self._reader.kept(answer, about, locator)
                except ArchiveError as error:
                    on_damage(error)

    def exchange(self, kept: Kept) -> ArchivedExchange:
        """Return an exchange as it was once fetched, or raise ``ArchiveError``."""
        return self._reader.exchange(kept)

    def _captures(
        self, path: Path, site: str, on_damage: Callable[[ArchiveError], None]
    ) -> Iterator[tuple[Locator, Capture]]:
        for answer, about, locator in self._answers(path, site, on_damage):
            try:
                capture = self._reader.capture(answer, about, locator)
            except ArchiveError as error:
                on_damage(error)
            else:
                yield locator, capture

    def _answers(
        self, path: Path, site: str, on_damage: Callable[[ArchiveError], None]
    ) -> Iterator[tuple[Record, Record | None, Locator]]:
        """Yield each response or revisit with its metadata, and where it lies."""
        file = f"{site}/{path.name.removesuffix(OPEN)}"
        answer: Found | None = None
        for found in _walk(path):
            if isinstance(found, Flaw):
                is_unfinished = found.is_cut and path.name.endswith(OPEN)
                if not is_unfinished:
                    error = ArchiveError(
                        file=file, offset=found.offset, what=found.what
                    )
                    on_damage(error)
                continue
            if answer:
                yield _with_metadata(answer, found, file)
            is_answer = found.record.kind in ("response", "revisit")
            answer = found if is_answer else None
        if answer:
            yield _with_metadata(answer, None, file)


def _with_metadata(
    answer: Found, behind: Found | None, file: str
) -> tuple[Record, Record | None, Locator]:
    record = answer.record
    about = behind.record if behind else None
    if about and about.get("WARC-Concurrent-To") != record.id:
        about = None
    locator = Locator(
        file=file,
        offset=answer.member.offset,
        length=answer.member.length,
        digest=record.get("WARC-Payload-Digest"),
        record_id=record.id if record.kind == "response" else "",
    )
    return record, about, locator


def _walk(path: Path) -> Iterator[Found | Flaw]:
    with path.open("rb") as file:
        yield from walk(file, path.stat().st_size)


def _raise(error: ArchiveError) -> None:
    raise error
