"""What SQLite says when the disk, and not the question, is at fault."""

import sqlite3
from pathlib import Path

_AGAIN = "presswatch archive restore makes the store again"
#: What it says, and what to do.
_FAILURES = {
    sqlite3.SQLITE_FULL: "make room there",
    sqlite3.SQLITE_IOERR: "look at the disk",
    sqlite3.SQLITE_CANTOPEN: "look whether its folder may be written, at the disk, "
    "and at how many files may be open",
    sqlite3.SQLITE_READONLY: "let it be written",
    sqlite3.SQLITE_CORRUPT: f"move it away; {_AGAIN}",
    sqlite3.SQLITE_NOTADB: f"move it away, it is no store; {_AGAIN}",
    sqlite3.SQLITE_BUSY: "another process has been writing for long; try again",
}


class StoreError(Exception):
    """The store cannot be used; the message says what, where and what to do."""

    def __init__(self, message: str, *, is_disk: bool = False) -> None:
        super().__init__(message)
        self.is_disk = is_disk


def failure(error: BaseException, path: Path) -> StoreError | None:
    """Return an error of SQLite as one of ours, if the disk is at fault."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code not in _FAILURES:
        return None
    return StoreError(
        f"{path}: {error}: {_FAILURES[code]}",
        is_disk=code in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR),
    )
