"""Files that several processes add to: locked, and replaced as a whole."""

import fcntl
import os
from collections.abc import Callable
from pathlib import Path

from scheduler.delivery import DeliveryError

#: Entries a feed keeps; readers that come weekly still see a busy week.
MOST_ENTRIES = 500


def check_file(file: str) -> str:
    """Return the name if it stays below the home; ``ValueError`` otherwise."""
    path = Path(file)
    if path.is_absolute() or ".." in path.parts or not path.name or "\x00" in file:
        raise ValueError("the file lies below the home; give a name relative to it")
    return file


def rewrite(path: Path, change: Callable[[bytes], bytes]) -> None:
    """Replace a file by what ``change`` makes of it; readers see old or new, whole."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with open(path.with_name(f".{path.name}.lock"), "a") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            old = path.read_bytes() if path.exists() else b""
            _replace(path, change(old))
    except OSError as error:
        raise DeliveryError(f"cannot write {path.name}: {error.strerror}") from error


def _replace(path: Path, content: bytes) -> None:
    new = path.with_name(f".{path.name}.new")
    with open(new, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    os.replace(new, path)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
