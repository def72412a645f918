"""The few calls through which the archive changes the disk; tests make them fail."""

import fcntl
import os
from pathlib import Path


class Disk:
    """Appends to files and moves them, each call durable or an ``OSError``."""

    def make_folder(self, folder: Path) -> None:
        """Make a folder and those above it, and sync the entries made."""
        missing = [folder, *folder.parents]
        missing = [path for path in missing if not path.exists()]
        folder.mkdir(parents=True, exist_ok=True)
        for path in missing:
            self.sync_folder(path.parent)

    def create(self, path: Path) -> int:
        """Create a new file, locked against ``repair``; return its number."""
        flags = os.O_CREAT | os.O_EXCL | os.O_WRONLY | os.O_APPEND | os.O_CLOEXEC
        number = os.open(path, flags, 0o644)
        try:
            lock(number)
            if not is_at(number, path):  # repair took it for an empty left-over
                raise FileNotFoundError(2, "removed while it was made", str(path))
        except BaseException:
            os.close(number)
            raise
        return number

    def write(self, number: int, data: bytes) -> None:
        """Append all of ``data``."""
        view = memoryview(data)
        while view:
            view = view[os.write(number, view) :]

    def sync(self, number: int) -> None:
        """Wait until a file's content is on the disk."""
        os.fsync(number)

    def cut(self, number: int, size: int) -> None:
        """Cut a file back."""
        os.ftruncate(number, size)

    def close(self, number: int) -> None:
        """Give a file's number back, and with it the lock."""
        os.close(number)

    def rename(self, path: Path, new: Path) -> None:
        """Give a file its name, which must be free."""
        if new.exists():
            raise FileExistsError(17, "a closed file is never touched again", str(new))
        os.rename(path, new)

    def remove(self, path: Path) -> None:
        """Remove a file."""
        os.unlink(path)

    def sync_folder(self, folder: Path) -> None:
        """Wait until a folder's entries are on the disk."""
        number = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            self.sync(number)
        finally:
            os.close(number)


def is_at(number: int, path: Path) -> bool:
    """Say whether an open file is still the one of that name."""
    try:
        return os.path.samestat(os.fstat(number), path.stat())
    except FileNotFoundError:
        return False


def lock(number: int) -> bool:
    """Lock an open file until it is closed; say whether nobody else has it."""
    try:
        fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:  # a file system without locks: the run's lease must do
        return True
    return True
