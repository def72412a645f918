"""The one way to the network: guarded, bounded, polite, patient.

Every request of a crawl goes through ``Fetcher.fetch``, whoever makes it: pages,
feeds, sitemaps, robots.txt, each hop of a redirect.
"""

import asyncio
import ssl
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from time import monotonic
from types import TracebackType
from typing import TYPE_CHECKING, Self

from corpus.exchange import Exchange
from crawler.limits import ROBOTS_BYTES, ROBOTS_REDIRECTS, Limits
from crawler.net.certificates import Certificate
from crawler.net.cookies import cookies_for
from crawler.net.hops import (
    BUSY,
    PERMANENT,
    REDIRECTS,
    check_status,
    find_target,
    is_circle,
    next_target,
    request_headers,
    rest_asked,
)
from crawler.net.target import Target
from crawler.net.wire import Wire
from crawler.policy import Fetched, FetchProblem, Policy, Validators
from crawler.polite import Slot, Slots
from crawler.robots import Robots, RobotsFile, failed_robots, read_robots
from parsers.model import ProblemKind

if TYPE_CHECKING:
    from aiohttp.abc import AbstractResolver

__all__ = [
    "FetchProblem",
    "Fetched",
    "Fetcher",
    "Limits",
    "Policy",
    "Validators",
]


class _Trail:
    """What happened on the way to one answer."""

    __slots__ = ("exchanges", "request_count", "robots")

    def __init__(self) -> None:
        self.exchanges: list[Exchange] = []
        self.robots: list[Exchange] = []
        self.request_count = 0


class Fetcher:
    """Fetches; one for the whole process, an asynchronous context manager.

    ``agent`` is what we are called (``crawler.agent``); ``now`` the program's clock.
    ``ssl_context`` and ``resolver`` stand in for the system's certificates and names.
    """

    def __init__(
        self,
        *,
        agent: str,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        ssl_context: ssl.SSLContext | None = None,
        resolver: "AbstractResolver | None" = None,
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

    def certificate(self, url: str) -> Certificate | None:
        """Return what the server of an address showed, if it was asked over TLS."""
        return self._wire.certificates.get(find_target(url).key)

    async def fetch(
        self,
        url: str,
        *,
        policy: Policy,
        validators: Validators | None = None,
    ) -> Fetched:
        """Return the answer to an address (2xx, 304, 404, 410), redirects followed.

        Of one that the policy does not follow, ``url`` is where it leads. All else is
        raised as ``FetchProblem``.
        """
        trail = _Trail()
        try:
            return await self._follow(url, policy, validators, trail)
        except FetchProblem as problem:
            if trail.exchanges:
                problem.name_origin(trail.exchanges[0].url)
            problem.exchanges = tuple(trail.exchanges)
            problem.robots = tuple(trail.robots)
            problem.request_count = trail.request_count
            raise

    async def robots(self, url: str, *, policy: Policy) -> RobotsFile:
        """Return the robots.txt that rules an address: its delay, its sitemaps."""
        return await self._robots_file(find_target(url), policy, _Trail())

    async def allowed(self, url: str, *, policy: Policy) -> bool:
        """Tell whether robots.txt lets us ask for an address."""
        return not policy.robots or (await self.robots(url, policy=policy)).allows(url)

    async def _follow(
        self, url: str, policy: Policy, validators: Validators | None, trail: _Trail
    ) -> Fetched:
        target = find_target(url)
        first = target.url
        seen = {first}
        is_permanent = True
        gives_back = False
        while True:
            if policy.robots:
                await self._check_robots(target, policy, trail)
            headers = request_headers(target, policy, validators, first)
            if gives_back and (given := cookies_for(target.origin, trail.exchanges)):
                headers.setdefault("Cookie", given)
            exchange = await self._insist(
                target, policy, headers, trail, trail.exchanges
            )
            status = exchange.status
            if status not in REDIRECTS:
                check_status(exchange, headers, self._now())
                break
            is_permanent = is_permanent and status in PERMANENT
            is_free = not gives_back and "cookie" not in policy.secrets
            if is_free and is_circle(exchange, seen):
                # once more, with what was given on the way
                again = next_target(exchange, set(), policy.limits.redirects)
                gives_back = bool(cookies_for(again.origin, trail.exchanges))
                seen = set() if gives_back else seen
                is_permanent = is_permanent or (gives_back and again.url == first)
            target = next_target(exchange, seen, policy.limits.redirects)
            seen.add(target.url)
            if policy.ends(target.url):
                break
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
        target = find_target(f"{target.origin}/robots.txt")
        url = target.url
        seen = {url}
        while True:
            moved = target.url != url
            headers = request_headers(target, policy, None, url)
            try:
                exchange = await self._insist(
                    target, policy, headers, trail, trail.robots, cut_at=ROBOTS_BYTES
                )
            except FetchProblem as problem:
                if problem.problem.kind is ProblemKind.BLOCKED_ADDRESS and not moved:
                    # The page's own address; what another site may reach differs.
                    raise problem.at(page) from None
                return failed_robots(url, problem, now=self._now())
            if exchange.status not in REDIRECTS:
                return read_robots(
                    url, exchange.status, exchange.payload, now=self._now()
                )
            try:
                target = next_target(exchange, seen, ROBOTS_REDIRECTS)
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
        attempt, was_broken, has_rested = 0, False, False
        while True:
            self._check_barred(slot, target)
            try:
                await slot.enter(policy.delay, policy.parallel)
                try:
                    # The host may have closed its door to all who waited.
                    self._check_barred(slot, target)
                    trail.request_count += 1
                    exchange = await self._wire.ask(
                        target, policy, headers, cut_at=cut_at
                    )
                    if cut_at is None or len(exchange.payload) < cut_at:
                        kept.append(exchange)
                    if exchange.status in BUSY:
                        # Before the next one is let in.
                        self._ease(slot, target, exchange, policy)
                finally:
                    slot.leave()
            except FetchProblem as problem:
                if not problem.is_passing:
                    raise
                if attempt >= limits.retries:
                    if not has_rested:
                        raise
                    has_rested = False  # the rest it asked for was no try
                was_broken = True
            else:
                if exchange.status < 500 and exchange.status != 429:
                    slot.speed_up()
                    return exchange
                asks_rest = rest_asked(exchange) is not None
                if attempt >= limits.retries:
                    if not was_broken or not asks_rest:
                        return exchange
                    was_broken = False  # nor is this one
                    continue
                has_rested = asks_rest
            await asyncio.sleep(limits.retry_seconds * 2**attempt)
            attempt += 1

    def _ease(
        self, slot: Slot, target: Target, exchange: Exchange, policy: Policy
    ) -> None:
        """Give a host that has too much to do a rest, the one it asks for if any."""
        slot.slow_down(max(policy.delay, policy.limits.retry_seconds))
        rest = rest_asked(exchange)
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
