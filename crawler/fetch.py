"""The one way to the network: guarded, bounded, polite, patient.

Every request of a crawl goes through ``Fetcher.fetch``, whoever makes it: pages,
feeds, sitemaps, robots.txt, each hop of a redirect.
"""

import asyncio
import re
import ssl
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from importlib import metadata
from time import monotonic
from types import TracebackType
from typing import Self

from aiohttp.abc import AbstractResolver

from corpus.exchange import Exchange
from crawler.limits import ROBOTS_BYTES, ROBOTS_REDIRECTS, Limits
from crawler.policy import Fetched, FetchProblem, Policy, Validators
from crawler.polite import Slot, Slots
from crawler.retry import parse_retry_after
from crawler.robots import TOKEN, Robots, RobotsFile, failed_robots, read_robots
from crawler.wire import Target, Wire, read_target
from parsers.model import ProblemKind
from parsers.urls import resolve

__all__ = [
    "FetchProblem",
    "Fetched",
    "Fetcher",
    "Limits",
    "Policy",
    "Validators",
    "agent_name",
]

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_PERMANENT = frozenset({301, 308})
_GONE = frozenset({404, 410})
_NO_TEXT = re.compile("[\udc80-\udcff]")
#: What a host says when it wants fewer requests.
_BUSY = frozenset({429, 503})


def agent_name(contact: str = "", version: str | None = None) -> str:
    """Return how we name ourselves to servers.

    >>> agent_name("desk@harbour.example", "1.0")
    'presswatch/1.0 (+desk@harbour.example)'
    """
    version = version or metadata.version("presswatch")
    contact = "".join(c for c in contact if " " < c < "\x7f" and c not in "()")
    return f"{TOKEN}/{version}" + (f" (+{contact})" if contact else "")


class _Trail:
    """What happened on the way to one answer."""

    __slots__ = ("exchanges", "request_count", "robots")

    def __init__(self) -> None:
        self.exchanges: list[Exchange] = []
        self.robots: list[Exchange] = []
        self.request_count = 0


class Fetcher:
    """Fetches; one for the whole process, an asynchronous context manager.

    ``agent`` is what we are called (``agent_name``); ``now`` the program's clock.
    ``ssl_context`` and ``resolver`` stand in for the system's certificates and names.
    """

    def __init__(
        self,
        *,
        agent: str,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        ssl_context: ssl.SSLContext | None = None,
        resolver: AbstractResolver | None = None,
    ) -> None:
        self._now = now
        self._wire = Wire(
            agent=agent, now=now, ssl_context=ssl_context, resolver=resolver
        )
        self._slots = Slots()
        self._robots = Robots(now)

    def __deepcopy__(self, memo: object) -> Self:
        """Stay one, though Scrapy copies its settings."""
        return self

    async def __aenter__(self) -> Self:
        self.open()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.close()

    def open(self) -> None:
        """Start, inside the running loop; ``async with`` does it."""
        self._wire.open()

    async def close(self) -> None:
        """Close all connections."""
        await self._wire.close()

    async def fetch(
        self,
        url: str,
        *,
        policy: Policy,
        validators: Validators | None = None,
    ) -> Fetched:
        """Return the answer to an address (2xx, 304, 404, 410), redirects followed.

        All else is raised as ``FetchProblem``.
        """
        trail = _Trail()
        try:
            return await self._follow(url, policy, validators, trail)
        except FetchProblem as problem:
            problem.exchanges = tuple(trail.exchanges)
            problem.robots = tuple(trail.robots)
            problem.request_count = trail.request_count
            raise

    async def robots(self, url: str, *, policy: Policy) -> RobotsFile:
        """Return the robots.txt that rules an address: its delay, its sitemaps."""
        return await self._robots_file(_read_target(url), policy, _Trail())

    def delay_for(self, url: str, *, policy: Policy) -> float:
        """Return the seconds kept now between two requests to an address's host."""
        return self._slots[_read_target(url).key].distance(policy.delay)

    async def allowed(self, url: str, *, policy: Policy) -> bool:
        """Tell whether robots.txt lets us ask for an address."""
        return not policy.robots or (await self.robots(url, policy=policy)).allows(url)

    async def _follow(
        self, url: str, policy: Policy, validators: Validators | None, trail: _Trail
    ) -> Fetched:
        target = _read_target(url)
        first = target.url
        seen = {first}
        is_permanent = True
        while True:
            if policy.robots:
                await self._check_robots(target, policy, trail)
            headers = _headers(target, policy, validators, first)
            exchange = await self._insist(
                target, policy, headers, trail, trail.exchanges
            )
            status = exchange.status
            if status not in _REDIRECTS:
                break
            is_permanent = is_permanent and status in _PERMANENT
            target = _next_target(exchange, seen, policy.limits.redirects)
            seen.add(target.url)
        _check_status(exchange, headers, self._now())
        return Fetched(
            url=target.url,
            exchanges=tuple(trail.exchanges),
            robots=tuple(trail.robots),
            moved_for_good=len(seen) > 1 and is_permanent,
            request_count=trail.request_count,
        )

    async def _check_robots(
        self, target: Target, policy: Policy, trail: _Trail
    ) -> None:
        file = self._robots.known(_robots_key(target, policy))
        if file is None:
            file = await self._robots_file(target, policy, trail)
        self._slots[target.key].crawl_delay = file.crawl_delay
        if file.refusal:
            raise FetchProblem(
                file.kind, file.refusal, url=file.url, retry_at=file.retry_at
            )
        if not file.allows(target.url):
            raise FetchProblem(
                ProblemKind.ROBOTS,
                "robots.txt does not let us ask for this address",
                url=target.url,
            )

    async def _robots_file(
        self, target: Target, policy: Policy, trail: _Trail
    ) -> RobotsFile:
        async def ask() -> RobotsFile:
            return await self._ask_robots(target, policy, trail)

        return await self._robots.file(_robots_key(target, policy), ask)

    async def _ask_robots(
        self, target: Target, policy: Policy, trail: _Trail
    ) -> RobotsFile:
        """Fetch a robots.txt, its redirects followed as RFC 9309 (2.3.1.2) says."""
        page = target.url
        limits = policy.limits
        if limits.response_bytes < 2 * ROBOTS_BYTES:
            limits = replace(limits, response_bytes=2 * ROBOTS_BYTES)
            policy = replace(policy, limits=limits)
        target = _read_target(f"{target.origin}/robots.txt")
        url = target.url
        seen = {url}
        while True:
            moved = target.url != url
            headers = _headers(target, policy, None, url)
            try:
                exchange = await self._insist(
                    target, policy, headers, trail, trail.robots, cut_at=ROBOTS_BYTES
                )
            except FetchProblem as problem:
                if problem.problem.kind is ProblemKind.BLOCKED_ADDRESS and not moved:
                    # The page's own address; what another site may reach differs.
                    raise problem.at(page) from None
                return failed_robots(url, problem, now=self._now())
            if exchange.status not in _REDIRECTS:
                return read_robots(
                    url, exchange.status, exchange.payload, now=self._now()
                )
            try:
                target = _next_target(exchange, seen, ROBOTS_REDIRECTS)
            except FetchProblem:
                # Led nowhere: as good as none at all.
                return read_robots(url, 404, b"", now=self._now())
            seen.add(target.url)

    async def _insist(
        self,
        target: Target,
        policy: Policy,
        headers: dict[str, str],
        trail: _Trail,
        kept: list[Exchange],
        cut_at: int | None = None,
    ) -> Exchange:
        """Ask, and ask again within bounds when the server or the network fails."""
        slot = self._slots[target.key]
        limits = policy.limits
        attempt = 0
        while True:
            self._check_barred(slot, target)
            try:
                await slot.enter(policy.delay, policy.parallel)
                trail.request_count += 1
                try:
                    exchange = await self._wire.ask(
                        target, policy, headers, cut_at=cut_at
                    )
                    if cut_at is None or len(exchange.payload) < cut_at:
                        kept.append(exchange)
                    if exchange.status in _BUSY:
                        # Before the next one is let in.
                        self._ease(slot, target, exchange, policy)
                finally:
                    slot.leave()
            except FetchProblem as problem:
                if not problem.is_passing or attempt >= limits.retries:
                    raise
            else:
                if exchange.status < 500 and exchange.status != 429:
                    slot.speed_up()
                    return exchange
                if attempt >= limits.retries:
                    return exchange
            await asyncio.sleep(limits.retry_seconds * 2**attempt)
            attempt += 1

    def _ease(
        self, slot: Slot, target: Target, exchange: Exchange, policy: Policy
    ) -> None:
        """Give a host that has too much to do a rest, the one it asks for if any."""
        slot.slow_down(max(policy.delay, policy.limits.retry_seconds))
        rest = _rest_asked(exchange)
        if rest is None:
            return
        if rest + slot.pause_spent <= policy.limits.pause_seconds:
            slot.pause(rest)
            return
        slot.bar(rest)
        raise self._barred(target, rest)

    def _check_barred(self, slot: Slot, target: Target) -> None:
        if slot.barred_until > 0 and (rest := slot.barred_until - monotonic()) > 0:
            raise self._barred(target, rest)

    def _barred(self, target: Target, rest: float) -> FetchProblem:
        return FetchProblem(
            ProblemKind.HTTP_STATUS,
            f"{target.key} asks to be left alone for {rest:.0f} seconds",
            url=target.url,
            retry_at=self._now() + timedelta(seconds=rest),
        )


def _robots_key(target: Target, policy: Policy) -> str:
    """Keep what an unverified server said apart from what a verified one did."""
    return target.origin if policy.verify_tls else f"{target.origin} unverified"


def _read_target(url: str) -> Target:
    try:
        return read_target(url)
    except ValueError as error:
        raise FetchProblem(ProblemKind.NETWORK, str(error), url=url) from error


def _headers(
    target: Target, policy: Policy, validators: Validators | None, first: str
) -> dict[str, str]:
    """Return the fields of one request beyond the usual ones."""
    headers: dict[str, str] = {}
    if policy.headers and target.origin in policy.origins:
        headers.update(policy.headers)
    # Validators mean nothing to another page, whose 304 would speak of itself.
    if validators is not None and target.url == (validators.url or first):
        if validators.etag:
            headers["If-None-Match"] = validators.etag
        if validators.last_modified:
            headers["If-Modified-Since"] = validators.last_modified
    return headers


def _next_target(exchange: Exchange, seen: set[str], most: int) -> Target:
    """Return where a redirect leads, if that is somewhere new."""
    location = _first(exchange, "location")
    # Bytes that are no text are sent back as they came.
    location = _NO_TEXT.sub(lambda found: f"%{ord(found[0]) & 0xFF:02X}", location)
    url = resolve(exchange.url, location) if location else None
    if url is None:
        raise FetchProblem(
            ProblemKind.REDIRECT,
            f"redirects to {location[:200]!r}, which is no web address",
            url=exchange.url,
        )
    if url in seen:
        raise FetchProblem(
            ProblemKind.REDIRECT, "redirects in a circle", url=exchange.url
        )
    if len(seen) > most:
        raise FetchProblem(
            ProblemKind.REDIRECT, f"more than {most} redirects", url=exchange.url
        )
    return _read_target(url)


def _first(exchange: Exchange, name: str) -> str:
    return next((v for k, v in exchange.headers if k.lower() == name), "")


def _rest_asked(exchange: Exchange) -> float | None:
    """Return the seconds a busy host asks to be left alone for."""
    asked = _first(exchange, "retry-after")
    if not asked:
        return None
    date = _first(exchange, "date")
    return parse_retry_after(asked, date=date, now=datetime.now(UTC))


def _check_status(exchange: Exchange, headers: dict[str, str], now: datetime) -> None:
    status = exchange.status
    if status == 206:
        raise FetchProblem(
            ProblemKind.TRUNCATED, "answered a part only (206)", url=exchange.url
        )
    if 200 <= status < 300 or status in _GONE:
        return
    if status == 304 and ("If-None-Match" in headers or "If-Modified-Since" in headers):
        return
    reason = " ".join(exchange.reason[:60].split())
    rest = _rest_asked(exchange) if status in _BUSY else None
    raise FetchProblem(
        ProblemKind.HTTP_STATUS,
        f"answered {status} {reason}".rstrip(),
        url=exchange.url,
        retry_at=None if rest is None else now + timedelta(seconds=rest),
    )
