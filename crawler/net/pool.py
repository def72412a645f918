"""The connections of a process: opened past the guard, and kept while they rest.

The only place that opens one.
"""

import asyncio
import socket
import ssl
from collections.abc import Sequence
from time import monotonic
from typing import TYPE_CHECKING, Any

from crawler.guard import check_address
from crawler.net.certificates import Certificate, read_certificate
from crawler.net.connection import Connection
from crawler.net.failure import NoConnection, refusal
from crawler.net.target import Target
from crawler.policy import Policy

if TYPE_CHECKING:
    from aiohttp.abc import AbstractResolver

#: Seconds that an idle connection is kept for the next request.
KEEP_ALIVE = 30.0
#: Seconds that a name's addresses are remembered.
NAMES_FOR = 60.0
#: Seconds after which the next address of a name is tried beside the first.
IMPATIENCE = 0.25

#: What ``getaddrinfo`` gives of one address.
_Info = tuple[int, int, int, str, tuple[Any, ...]]


class _Refused(OSError):
    """The guard does not let this address be connected to."""


class _Door:
    """Opens sockets for one request: where the guard stands."""

    def __init__(self, key: str, policy: Policy, refused: list[str]) -> None:
        self._key, self._allowed, self._refused = key, policy.allowed, refused
        #: A closed address that is connected to, since the operator allows it.
        self.excepted: tuple[str, int] | None = None

    def open(self, info: Any) -> socket.socket:
        """Open a socket for the address about to be connected to, if it may be.

        This is the last step before ``connect``: whatever a name resolved to, and
        however an address was spelled, here is where the bytes would go.
        """
        family, kind, protocol, _, (host, port, *_) = info
        reason = check_address(host, port, key=self._key, allowed=self._allowed)
        if reason:
            self._refused.append(reason)
            raise _Refused(reason)
        if check_address(host, port):
            self.excepted = (host, port)
        return socket.socket(family, kind, protocol)


class Pool:
    """Gives out connections, each to one request at a time."""

    def __init__(
        self,
        *,
        ssl_context: ssl.SSLContext | None = None,
        resolver: "AbstractResolver | None" = None,
    ) -> None:
        self._resolver = resolver
        self._ssl: dict[bool, ssl.SSLContext] = {}
        if ssl_context:
            self._ssl[True] = ssl_context
        #: Closed addresses that hosts were reached at, as an operator allows: a
        #: connection kept open for one site must not serve another's links.
        self._excepted: dict[str, tuple[str, int]] = {}
        self._resting: dict[tuple[str, bool], list[Connection]] = {}
        self._names: dict[tuple[str, int], tuple[float, Sequence[_Info]]] = {}
        self._sweeper: asyncio.TimerHandle | None = None
        self._is_open = False
        #: What each origin showed when it was first asked over TLS.
        self.certificates: dict[str, Certificate] = {}

    def open(self) -> None:
        """Start, inside the running loop."""
        self._is_open = True

    async def close(self) -> None:
        """Close all connections."""
        self._is_open = False
        if self._sweeper is not None:
            self._sweeper.cancel()
        for resting in self._resting.values():
            for connection in resting:
                connection.close()
        self._resting.clear()
        if self._resolver is not None:
            await self._resolver.close()
        await asyncio.sleep(0)  # the loop lets go of what was closed

    def check(self, target: Target, policy: Policy) -> None:
        """Raise ``FetchProblem`` where what may be open already is another site's."""
        if not self._is_open:
            raise RuntimeError("the fetcher is not open: use `async with`")
        if target.key not in self._excepted:
            return
        host, port = self._excepted[target.key]
        reason = check_address(host, port, key=target.key, allowed=policy.allowed)
        if reason:
            raise refusal(reason, target)

    async def take(
        self, target: Target, policy: Policy, *, until: float, refused: list[str]
    ) -> Connection:
        """Return a connection, one that rests or a new one.

        ``refused`` gets what the guard said of addresses that it did not let pass.
        """
        if (rested := self._rested(_place(target, policy))) is not None:
            return rested
        door = _Door(target.key, policy, refused)
        try:
            async with asyncio.timeout_at(until):
                return await self._connect(target, policy, door)
        finally:
            if door.excepted:
                self._excepted[target.key] = door.excepted

    def forget(self, target: Target, policy: Policy) -> None:
        """Close what rests of a host that closed what had rested."""
        for connection in self._resting.pop(_place(target, policy), ()):
            connection.close()

    def give_back(self, target: Target, policy: Policy, connection: Connection) -> None:
        """Let a connection rest, if it is good for another request."""
        if connection.is_usable:
            self._rest(_place(target, policy), connection)

    async def _connect(self, target: Target, policy: Policy, door: _Door) -> Connection:
        """Open a connection: look the name up, ask the guard, agree on TLS."""
        # imported here: a night over one host needs it once
        from aiohappyeyeballs import start_connection

        loop = asyncio.get_running_loop()
        is_tls = target.url.startswith("https")
        try:
            async with asyncio.timeout(policy.limits.connect_seconds):
                infos = await self._addresses(target.host, target.port)
                opened = await start_connection(
                    infos,
                    happy_eyeballs_delay=IMPATIENCE,
                    interleave=1,
                    socket_factory=door.open,
                    loop=loop,
                )
                _, connection = await loop.create_connection(
                    Connection,
                    sock=opened,
                    ssl=self._tls(verify=policy.verify_tls) if is_tls else None,
                    server_hostname=target.host if is_tls else None,
                )
        except (socket.gaierror, ssl.SSLError):
            raise
        except OSError as error:
            raise NoConnection(error) from error
        if is_tls and policy.verify_tls and target.key not in self.certificates:
            self._note_certificate(target, connection)
        return connection

    async def _addresses(self, host: str, port: int) -> Sequence[_Info]:
        """Return where a host may be reached, asked for once in a while."""
        known = self._names.get((host, port))
        if known and monotonic() - known[0] < NAMES_FOR:
            return known[1]
        if self._resolver is None or _is_number(host):
            loop = asyncio.get_running_loop()
            found: Sequence[Any] = await loop.getaddrinfo(
                host, port, type=socket.SOCK_STREAM
            )
        else:
            found = [
                (
                    one["family"],
                    socket.SOCK_STREAM,
                    one["proto"],
                    "",
                    (one["host"], one["port"], 0, 0)
                    if one["family"] == socket.AF_INET6
                    else (one["host"], one["port"]),
                )
                for one in await self._resolver.resolve(
                    host, port, family=socket.AF_UNSPEC
                )
            ]
        self._names[host, port] = (monotonic(), found)
        return found

    def _tls(self, *, verify: bool) -> ssl.SSLContext:
        """Return how TLS is spoken; made when first needed, as it reads many files."""
        context = self._ssl.get(verify)
        if context is None:
            context = self._ssl[verify] = ssl.create_default_context()
            if not verify:
                context.check_hostname = False
                context.verify_mode = ssl.CERT_NONE
        return context

    def _rested(self, place: tuple[str, bool]) -> Connection | None:
        """Return a connection that rests, and is good for another request."""
        resting = self._resting.get(place)
        while resting:
            connection = resting.pop()
            if connection.is_usable:
                return connection
        return None

    def _rest(self, place: tuple[str, bool], connection: Connection) -> None:
        self._resting.setdefault(place, []).append(connection)
        if self._sweeper is None:
            loop = asyncio.get_running_loop()
            self._sweeper = loop.call_later(KEEP_ALIVE, self._sweep)

    def _sweep(self) -> None:
        """Close the connections that have rested for long."""
        self._sweeper = None
        until = monotonic() - KEEP_ALIVE
        for place, resting in list(self._resting.items()):
            kept = [c for c in resting if c.is_usable and c.rests_since > until]
            for connection in set(resting) - set(kept):
                connection.close()
            if kept:
                self._resting[place] = kept
            else:
                del self._resting[place]
        now = monotonic()
        self._names = {k: v for k, v in self._names.items() if now - v[0] < NAMES_FOR}
        if self._resting and self._is_open:
            loop = asyncio.get_running_loop()
            self._sweeper = loop.call_later(KEEP_ALIVE / 2, self._sweep)

    def _note_certificate(self, target: Target, connection: Connection) -> None:
        """Keep until when a server's certificate is good; plain HTTP has none."""
        if certificate := read_certificate(target.host, connection.shown):
            self.certificates[target.key] = certificate


def _place(target: Target, policy: Policy) -> tuple[str, bool]:
    return target.origin, policy.verify_tls


def _is_number(host: str) -> bool:
    return ":" in host or host.replace(".", "").isdigit()
