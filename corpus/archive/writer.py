"""Write exchanges into WARC files, one at a time, a new one when one is full."""

import hashlib
import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from corpus import __version__
from corpus.archive import build
from corpus.archive.disk import Disk
from corpus.archive.members import member, member_header
from corpus.archive.names import OPEN, check_site, file_name, sort_key
from corpus.archive.reader import Reader, reference_to
from corpus.archive.records import digest, stamp
from corpus.archive.values import ArchiveError, Locator, Original, StorageError
from corpus.exchange import Exchange

#: A file that has grown to this is closed and the next one begun.
MAX_BYTES = 10**9


@dataclass(slots=True)
class _File:
    """The file being written."""

    path: Path
    name: str
    number: int
    header: bytes
    id: str
    date: str
    size: int = 0
    count: int = 0
    is_synced: bool = False
    hashed: Any = field(default_factory=hashlib.sha256)


class Writer:
    """Appends the exchanges of one run over one site.

    Nothing is on the disk for certain before ``sync`` has returned. A failing write
    raises ``StorageError`` and leaves the file at its last whole record: after a full
    disk one may go on. After a failing ``sync`` one may not; every call then raises
    ``StorageError``, and the file is left for ``repair``.
    """

    def __init__(
        self,
        root: Path,
        site: str,
        *,
        run: int,
        now: Callable[[], datetime],
        max_bytes: int = MAX_BYTES,
        disk: Disk | None = None,
    ) -> None:
        self._site = check_site(site)
        self._folder = root / site
        self._reader = Reader(root)
        self._run = run
        self._now = now
        self._max_bytes = max_bytes
        self._disk = disk or Disk()
        self._file: _File | None = None
        self._broken: StorageError | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def add(
        self,
        exchange: Exchange,
        *,
        revisit_of: Locator | None = None,
        redirected_from: Sequence[str] = (),
        moved_for_good: bool = False,
        metadata: Mapping[str, object] | None = None,
    ) -> Locator:
        """Append a request, its response or revisit, and metadata if there is any.

        A revisit is written if the answer was 304, or has the payload of
        ``revisit_of``; if that cannot be read any more, the whole answer. Returned is
        where the response or revisit lies.
        """
        if self._broken:
            raise self._broken
        original = self._original(exchange, revisit_of)
        file = self._room_for(len(exchange.body))
        records = build.ExchangeRecords(exchange, header=file.header)
        request = records.request()
        if original:
            seen, refers_to = original
            answer = records.revisit(seen=seen, refers_to=refers_to)
        else:
            answer, seen = records.response()
        about = records.metadata(
            redirected_from=redirected_from,
            moved_for_good=moved_for_good,
            facts=metadata or {},
        )
        offset = file.size + len(request)
        count = 3 if about else 2
        self._append(file, b"".join((request, answer, about)), count=count)
        return Locator(
            file=f"{self._site}/{file.name}",
            offset=offset,
            length=len(answer),
            digest=seen,
            record_id="" if original else records.id,
        )

    def sync(self) -> None:
        """Wait until everything added is on the disk."""
        if self._broken:
            raise self._broken
        if self._file and not self._file.is_synced:
            try:
                self._disk.sync(self._file.number)
            except OSError as error:
                raise self._break(error, self._file) from error
            self._file.is_synced = True

    def close(self) -> None:
        """Seal the file, sync it and give it its final name."""
        file, self._file = self._file, None
        if not file:
            return
        try:
            if self._broken:
                return
            if file.count == 1:  # all that was to be added failed
                self._disk.remove(_open_path(file.path))
                self._disk.sync_folder(self._folder)
                return
            seal = build.seal_record(
                about=file.id,
                date=file.date,
                header=file.header,
                hashed="sha256:" + file.hashed.hexdigest(),
                size=file.size,
                count=file.count,
            )
            self._append(file, seal, count=1)
            self._disk.sync(file.number)
            self._disk.rename(_open_path(file.path), file.path)
            self._disk.sync_folder(self._folder)
        except OSError as error:
            raise self._break(error, file) from error
        finally:
            self._disk.close(file.number)

    def abandon(self) -> None:
        """Write nothing more; ``repair`` closes the file."""
        file, self._file = self._file, None
        if file:
            self._broken = StorageError(OSError(5, "abandoned"), str(file.path))
            self._disk.close(file.number)

    def _room_for(self, size: int) -> _File:
        """Return the file to write to, a new one if the present one is full."""
        if self._file and self._file.size + size > self._max_bytes:
            self.close()
        if not self._file:
            self._file = self._begin()
        return self._file

    def _begin(self) -> _File:
        """Begin a file with its warcinfo record."""
        now = self._now().astimezone(UTC)
        try:
            self._disk.make_folder(self._folder)
            name = file_name(now=now, run=self._run, sequence=self._sequence())
            path = self._folder / name
            number = self._disk.create(_open_path(path))
        except OSError as error:
            raise StorageError(error, str(self._folder)) from error
        drawn = uuid.uuid4()
        header = member_header(drawn.bytes[:4])
        file = _File(path, name, number, header, f"<urn:uuid:{drawn}>", stamp(now))
        info = build.warcinfo_record(
            record_id=file.id, name=name, now=now, software=f"presswatch/{__version__}"
        )
        try:
            self._append(file, member(header, info), count=1)
            self._disk.sync_folder(self._folder)
        except OSError as error:
            self._disk.close(number)
            raise StorageError(error, str(path)) from error
        return file

    def _sequence(self) -> int:
        """Return a number no file of this run has."""
        keys = [sort_key(path.name) for path in self._folder.iterdir()]
        return 1 + max((key[1] for key in keys if key[0] == self._run), default=0)

    def _append(self, file: _File, data: bytes, *, count: int) -> None:
        """Append whole records; on failure cut off what was written of them."""
        try:
            self._disk.write(file.number, data)
        except OSError as error:
            try:
                self._disk.cut(file.number, file.size)
            except OSError:
                raise self._break(error, file) from error
            raise StorageError(error, str(file.path)) from error
        file.size += len(data)
        file.count += count
        file.is_synced = False
        file.hashed.update(data)

    def _break(self, error: OSError, file: _File) -> StorageError:
        """Remember that this writer can promise nothing any more."""
        if not isinstance(error, StorageError):
            error = StorageError(error, str(file.path))
        self._broken = error
        return error

    def _original(
        self, exchange: Exchange, locator: Locator | None
    ) -> tuple[str, str] | None:
        """Return digest and reference of what a revisit stands for, or nothing.

        Where nothing could be written in its place, what is known of it is enough.
        """
        if not locator:
            return None
        is_unmodified = exchange.status == 304
        if not is_unmodified and digest(exchange.body) != locator.digest:
            return None
        if is_unmodified and isinstance(locator, Original):
            return locator.digest, reference_to(locator)
        try:
            return self._reader.reference(locator)
        except ArchiveError:
            return None


def _open_path(path: Path) -> Path:
    return path.with_name(path.name + OPEN)
