"""Who may ask a host next: slots by host **and** port, first come, first served.

A slot lets ``parallel`` requests out at a time, and the next one ``delay`` seconds
after the end of the last answer: no jitter, never less than the host asked for.
"""

import asyncio
from collections import deque
from time import monotonic

#: Hosts that are remembered at a time; idle ones are forgotten first.
MOST_SLOTS = 2_000
#: What a host that says "too many" or "unavailable" is slowed down to at most.
SLOWEST = 60.0

_Waiting = tuple[asyncio.Future[None], float, int]


class Slot:
    """The turns of one host and port."""

    __slots__ = (
        "active",
        "barred_until",
        "crawl_delay",
        "ended_at",
        "is_excepted",
        "pause_spent",
        "resume_at",
        "slowed_by",
        "timer",
        "waiting",
    )

    def __init__(self) -> None:
        self.active = 0
        #: When the last request began or its answer ended (monotonic).
        self.ended_at = float("-inf")
        #: Seconds that the host's robots.txt asks for.
        self.crawl_delay = 0.0
        #: Seconds added while the host says that it is busy.
        self.slowed_by = 0.0
        #: Nobody is let in before (monotonic): the host asked for a pause.
        self.resume_at = float("-inf")
        #: Nobody is to wait at all before (monotonic): the pause is too long.
        self.barred_until = float("-inf")
        #: Seconds of pauses since the host last answered well.
        self.pause_spent = 0.0
        #: Whether a private address was connected to, since an operator allows it.
        self.is_excepted = False
        self.waiting: deque[_Waiting] = deque()
        self.timer: asyncio.TimerHandle | None = None

    async def enter(self, delay: float, parallel: int) -> None:
        """Wait for one's turn; ``leave`` must follow."""
        if not self.waiting and self._wait_for(delay, parallel) <= 0:
            self._begin(delay)
            return
        turn = asyncio.get_running_loop().create_future()
        self.waiting.append((turn, delay, parallel))
        self._let_in()
        try:
            await turn
        except asyncio.CancelledError:
            if turn.done() and not turn.cancelled():
                self.active -= 1
            self._let_in()
            raise

    def leave(self) -> None:
        """Say that the answer has ended, whatever it was."""
        self.active -= 1
        self.ended_at = monotonic()
        if self.waiting:
            self._let_in()

    def pause(self, seconds: float) -> None:
        """Let nobody in for some seconds."""
        self.resume_at = max(self.resume_at, monotonic() + seconds)
        self.pause_spent += seconds

    def bar(self, seconds: float) -> None:
        """Have nobody wait for this host: it wants to be left alone for long."""
        self.barred_until = max(self.barred_until, monotonic() + seconds)

    def slow_down(self, seconds: float) -> None:
        """Add some seconds between requests; double them if there are some."""
        self.slowed_by = min(max(2 * self.slowed_by, seconds), SLOWEST)

    def speed_up(self) -> None:
        """Come back to the ordinary distance, by halves."""
        self.pause_spent = 0.0
        if self.slowed_by:
            self.slowed_by = self.slowed_by / 2 if self.slowed_by > 0.05 else 0.0

    def distance(self, delay: float) -> float:
        """Return the seconds between an answer and the next request."""
        return max(delay, self.crawl_delay) + self.slowed_by

    @property
    def is_idle(self) -> bool:
        """Whether nothing would be lost by forgetting it."""
        quiet_for = monotonic() - max(self.ended_at, self.resume_at, self.barred_until)
        return not (self.active or self.waiting) and quiet_for > SLOWEST

    def _wait_for(self, delay: float, parallel: int) -> float:
        """Return the seconds until the next may begin; infinite if all are out."""
        if self.active >= parallel:
            return float("inf")
        ready_at = max(self.ended_at + self.distance(delay), self.resume_at)
        return ready_at - monotonic()

    def _begin(self, delay: float) -> None:
        self.active += 1
        if delay or self.crawl_delay:
            self.ended_at = monotonic()

    def _let_in(self) -> None:
        if self.timer is not None:
            self.timer.cancel()
            self.timer = None
        while self.waiting:
            turn, delay, parallel = self.waiting[0]
            if turn.done():
                self.waiting.popleft()
                continue
            wait_for = self._wait_for(delay, parallel)
            if wait_for > 0:
                if wait_for != float("inf"):
                    loop = asyncio.get_running_loop()
                    self.timer = loop.call_later(wait_for, self._let_in)
                return
            self.waiting.popleft()
            self._begin(delay)
            turn.set_result(None)


class Slots:
    """All slots of a process, by host and port."""

    def __init__(self) -> None:
        self._slots: dict[str, Slot] = {}

    def __getitem__(self, key: str) -> Slot:
        slot = self._slots.get(key)
        if slot is None:
            if len(self._slots) >= MOST_SLOTS:
                self._forget()
            slot = self._slots[key] = Slot()
        return slot

    def __len__(self) -> int:
        return len(self._slots)

    def _forget(self) -> None:
        for key in [key for key, slot in self._slots.items() if slot.is_idle]:
            del self._slots[key]
