"""What a host's robots.txt lets us ask for, by RFC 9309.

protego reads the lines; which status means what, how long an answer holds, whose
group is ours and how long a delay is bearable is decided here. Pure, but for
``Robots``, which remembers and asks through the fetch layer.
"""

import asyncio
import math
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from protego import Protego

from crawler.limits import LONGEST_CRAWL_DELAY, ROBOTS_BYTES
from crawler.policy import FetchProblem
from parsers.model import ProblemKind

#: Our name in a robots.txt.
TOKEN = "presswatch"
#: How long an answer holds (RFC 9309, 2.4).
KEPT_FOR = timedelta(hours=24)
#: Files remembered at a time; a crawl that is led to more asks for some again.
MOST_FILES = 2_000
#: How long "for now" is, when a robots.txt could not be read.
FAILED_FOR = timedelta(minutes=10)

_AGENT_LINE = re.compile(r"^([ \t]*user[ -]?agent[ \t]*:[ \t]*)([^#\n]*)", re.I | re.M)
_PRODUCT = re.compile(r"[A-Za-z_-]+")
#: What ends a line for Python, but for no robots.txt.
_NO_LINE_END = str.maketrans(dict.fromkeys("\v\f\x1c\x1d\x1e\x85\u2028\u2029", " "))


@dataclass(frozen=True, slots=True, kw_only=True)
class RobotsFile:
    """What one robots.txt says; ``refusal`` is why nothing at all may be asked for."""

    url: str
    asked_at: datetime
    lines: Protego | None = None
    crawl_delay: float = 0.0
    sitemaps: tuple[str, ...] = ()
    refusal: str = ""
    kind: ProblemKind = ProblemKind.ROBOTS
    is_failed: bool = False
    retry_at: datetime | None = None

    def allows(self, url: str) -> bool:
        """Tell whether an address may be asked for."""
        return not self.refusal and (
            self.lines is None or bool(self.lines.can_fetch(url, TOKEN))
        )

    def holds(self, now: datetime) -> bool:
        """Tell whether it is young enough, or no older than a clock set back."""
        kept_for = FAILED_FOR if self.is_failed else KEPT_FOR
        return abs(now - self.asked_at) < kept_for


def read_robots(url: str, status: int, payload: bytes, *, now: datetime) -> RobotsFile:
    """Return what an answer to a request for a robots.txt means (RFC 9309, 2.3.1).

    2xx is read; other 4xx mean that nothing is forbidden; 429 and all else that
    everything is, for now.

    >>> now = datetime(2026, 1, 5)
    >>> text = b"User-agent: *\\nDisallow: /private/"
    >>> read_robots("", 200, text, now=now).allows("http://h.example/private/fog")
    False
    >>> read_robots("", 403, text, now=now).allows("http://h.example/private/fog")
    True
    >>> read_robots("", 503, b"", now=now).allows("http://h.example/")
    False
    """
    if 200 <= status < 300:
        return _read_lines(url, payload, now)
    if 400 <= status < 500 and status != 429:
        return RobotsFile(url=url, asked_at=now)
    return RobotsFile(
        url=url,
        asked_at=now,
        refusal=f"robots.txt answered {status}: nothing may be asked for, for now",
        is_failed=True,
    )


def failed_robots(url: str, problem: FetchProblem, *, now: datetime) -> RobotsFile:
    """Forbid everything for now: a robots.txt that cannot be reached (2.3.1.4)."""
    kind = problem.problem.kind
    if kind in {ProblemKind.HTTP_STATUS, ProblemKind.REDIRECT}:
        kind = ProblemKind.ROBOTS
    return RobotsFile(
        url=url,
        asked_at=now,
        refusal=f"robots.txt could not be read: {problem.problem.detail}; "
        "nothing is asked for until it can",
        kind=kind,
        is_failed=True,
        retry_at=problem.retry_at,
    )


def _read_lines(url: str, payload: bytes, now: datetime) -> RobotsFile:
    lines = Protego.parse(_ours_alone(payload[:ROBOTS_BYTES]))
    delay = lines.crawl_delay(TOKEN) or 0.0
    refusal = ""
    if not math.isfinite(delay) or delay > LONGEST_CRAWL_DELAY:
        refusal = (
            f"robots.txt asks for {delay:g} seconds between requests "
            f"(more than {LONGEST_CRAWL_DELAY:g}): impractical to crawl"
        )
        delay = LONGEST_CRAWL_DELAY
    return RobotsFile(
        url=url,
        asked_at=now,
        lines=lines,
        crawl_delay=max(delay, 0.0),
        sitemaps=tuple(dict.fromkeys(lines.sitemaps)),
        refusal=refusal,
    )


def _ours_alone(payload: bytes) -> str:
    r"""Return the text with all groups renamed that are neither ours nor for all.

    protego takes ``press`` for us; RFC 9309 (2.2.1) asks for the whole name.

    >>> _ours_alone(b"User-agent: Press\rUser-Agent: PressWatch/1.0")
    'User-agent: other\nUser-Agent: presswatch'
    """
    text = payload.decode("utf-8", "replace").removeprefix("\ufeff")
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_NO_LINE_END)

    def rename(found: re.Match[str]) -> str:
        value = found[2].strip()
        product = _PRODUCT.match(value)
        if value == "*" or value.startswith("* "):
            return found[1] + "*"
        if product and product[0].lower() == TOKEN:
            return found[1] + TOKEN
        return found[1] + "other"

    return _AGENT_LINE.sub(rename, text)


class Robots:
    """The robots.txt of all hosts, each asked for when first needed.

    What ``ask`` raises is passed on and not remembered.
    """

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._files: dict[str, RobotsFile] = {}
        self._good: dict[str, RobotsFile] = {}
        self._asked: dict[str, asyncio.Lock] = {}

    def known(self, origin: str) -> RobotsFile | None:
        """Return the file of an origin (scheme, host, port), if one is held."""
        file = self._files.get(origin)
        return file if file is not None and file.holds(self._now()) else None

    async def file(
        self, origin: str, ask: Callable[[], Awaitable[RobotsFile]]
    ) -> RobotsFile:
        """Return the file of an origin, asking for it if need be."""
        if (known := self.known(origin)) is not None:
            return known
        lock = self._asked.setdefault(origin, asyncio.Lock())
        try:
            async with lock:
                if (known := self.known(origin)) is not None:
                    return known
                return await self._renew(origin, ask)
        finally:
            if not lock.locked():
                self._asked.pop(origin, None)

    async def _renew(
        self, origin: str, ask: Callable[[], Awaitable[RobotsFile]]
    ) -> RobotsFile:
        file = await ask()
        if not file.is_failed:
            self._good[origin] = file
        elif (good := self._good.get(origin)) is not None and good.holds(self._now()):
            file = good
        if len(self._files) >= MOST_FILES:
            self._files.clear()
            self._good.clear()
        self._files[origin] = file
        return file
