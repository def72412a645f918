"""What the archive hands out and takes in, and the two errors it raises. Pure."""

from dataclasses import dataclass, field
from datetime import datetime

from corpus.exchange import Exchange


@dataclass(frozen=True, slots=True, kw_only=True)
class Locator:
    """Where a capture's response or revisit record lies.

    ``file`` is relative to the archive's folder and names the closed file, from the
    beginning; ``offset`` and ``length`` are those of the record's gzip member;
    ``digest`` is ``sha256:`` and the hash of the payload as received (content coding
    kept), of the original for a revisit. ``record_id`` is that of a response's record,
    as far as it is known.
    """

    file: str
    offset: int
    length: int
    digest: str
    record_id: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Original(Locator):
    """A response whose payload later answers may repeat: all that a revisit names.

    ``record_id`` is known; ``url`` and ``at`` are those of its exchange.
    """

    url: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """One exchange in the archive: where it lies, when it was, the way that led there.

    ``moved_for_good`` is true if all hops of that way were permanent.
    """

    url: str
    at: datetime
    locator: Locator
    redirected_from: tuple[str, ...] = ()
    moved_for_good: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchivedExchange(Exchange):
    """An exchange read back; of its bytes the payload and the answer's headers."""

    locator: Locator


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveFile:
    """One WARC file: its name as a locator has it, whether it is closed, its size."""

    file: str
    closed: bool
    bytes: int
    records: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Damage:
    """One thing that is wrong in the archive, and where."""

    file: str
    offset: int
    what: str

    def __str__(self) -> str:
        return f"{self.file}: at byte {self.offset}: {self.what}"


class ArchiveError(Exception):
    """A record cannot be read; ``what`` is wrong with ``file`` at ``offset``."""

    def __init__(self, *, file: str, offset: int, what: str) -> None:
        super().__init__(
            f"{file}: at byte {offset}: {what};"
            " `presswatch archive verify` names all damage"
        )
        self.file = file
        self.offset = offset
        self.what = what


class StorageError(OSError):
    """The disk refused a write; what was synced before is safe."""

    def __init__(self, error: OSError, file: str) -> None:
        reason = error.strerror or str(error)
        super().__init__(error.errno, f"cannot write the archive: {reason}", file)
