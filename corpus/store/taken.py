"""What a channel took, noted in a file before the store is told.

A transaction waits for the disk and for other writers. A process that is killed while
it waits would send again what was taken; a line in a file outlives it. Only the
machine's own end can lose the line, and then the alert is sent once more.
"""

import os
from collections.abc import Iterator
from pathlib import Path

FOLDER = "taken"


class Taken:
    """The notes of all processes: a file for each, named by its holder."""

    def __init__(self, folder: Path, holder: str) -> None:
        self._folder, self._holder = folder, holder
        self._file: int | None = None

    def note(self, row_id: int, claimed_until: float) -> None:
        """Note that the alert of a claim was taken."""
        if self._file is None:
            self._folder.mkdir(parents=True, exist_ok=True)
            flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC
            self._file = os.open(self._path(self._holder), flags, 0o600)
        os.write(self._file, f"{row_id} {claimed_until!r}\n".encode())

    def clear(self) -> None:
        """Forget this process's notes, once the store knows all of it."""
        if self._file is not None:
            os.ftruncate(self._file, 0)

    def close(self) -> None:
        """Remove this process's file."""
        if self._file is not None:
            os.close(self._file)
            self._file = None
            self.forget(self._holder)

    def holders(self) -> list[str]:
        """Return who has left notes."""
        if not self._folder.is_dir():
            return []
        names = [path.name for path in self._folder.iterdir()]
        return [name.replace("+", ":") for name in names if name.count("+") == 3]

    def read(self, holder: str) -> Iterator[tuple[int, float]]:
        """Yield the claims that a process noted; a torn last line is left out."""
        try:
            text = self._path(holder).read_text(encoding="ascii", errors="replace")
        except OSError:
            return
        for line in text.splitlines():
            row_id, _, until = line.partition(" ")
            try:
                yield int(row_id), float(until)
            except ValueError:
                continue

    def forget(self, holder: str) -> None:
        """Remove a process's notes."""
        self._path(holder).unlink(missing_ok=True)

    def _path(self, holder: str) -> Path:
        return self._folder / holder.replace(":", "+").replace("/", "_")
