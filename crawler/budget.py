"""What one run may spend: requests, time, and room on the disk."""

import time
from pathlib import Path

from crawler.keeper import free_bytes
from crawler.limits import Limits
from parsers.model import ProblemKind

#: Seconds between two looks at the free space of the disk.
DISK_EVERY = 5.0


class Budget:
    """Counts what a run spends, from when it is made."""

    def __init__(self, limits: Limits, home: Path) -> None:
        self._limits, self._home = limits, home
        self._requests = 0
        self._began = time.monotonic()
        self._looked_at_disk = 0.0
        self._full: tuple[ProblemKind, str] | None = None

    def spend(self) -> None:
        """Take note of a request."""
        self._requests += 1

    def used_up(self) -> tuple[ProblemKind, str] | None:
        """Return why no more may be asked for, if that is so."""
        limits = self._limits
        if self._requests >= limits.requests:
            return (
                ProblemKind.BUDGET,
                f"the run's {limits.requests} requests are used up; "
                "the next run goes on (limits.requests)",
            )
        return self.over()

    def over(self) -> tuple[ProblemKind, str] | None:
        """Return why even what is planned may not be asked for, if that is so."""
        limits = self._limits
        if time.monotonic() - self._began > limits.crawl_seconds:
            return (
                ProblemKind.BUDGET,
                f"the run's {limits.crawl_seconds:.0f} seconds are used up; "
                "the next run goes on (limits.crawl_seconds)",
            )
        return self.full_disk()

    def full_disk(self) -> tuple[ProblemKind, str] | None:
        """Return what is to be told of the disk if it is full; a look now and then."""
        if time.monotonic() - self._looked_at_disk >= DISK_EVERY:
            self._looked_at_disk = time.monotonic()
            self._full = self._look_at_disk()
        return self._full

    def _look_at_disk(self) -> tuple[ProblemKind, str] | None:
        free, floor = free_bytes(self._home), self._limits.free_bytes
        if free >= floor:
            return None
        return (
            ProblemKind.DISK,
            f"{free // 2**20} MB are free where {floor // 2**20} MB must stay free "
            f"(limits.free_bytes): make room below {self._home}",
        )
