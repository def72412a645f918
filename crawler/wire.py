"""One request out, one whole answer in: the only place that opens a connection.

Everything that must be true of every request is here: the guard at connect time,
the limits while bytes arrive, the body as received. It follows no redirect, asks
nobody for leave and tries nothing twice; ``fetch`` does.
"""

import asyncio
import functools
import socket
import ssl
from collections.abc import Callable, Container, Iterable
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime
from time import monotonic
from typing import Any

import aiohttp
from aiohttp.abc import AbstractResolver

from corpus.coding import Decoder
from corpus.exchange import Exchange
from crawler.certificates import Certificate, read_certificate
from crawler.failure import Stop, read_failure, refusal
from crawler.guard import check_address
from crawler.limits import Limits
from crawler.policy import Policy
from crawler.target import Target
from parsers.model import ProblemKind

#: What we can undo, and so may ask for.
ACCEPT_ENCODING = "gzip, deflate, br, zstd"
ACCEPT = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
#: Seconds that an idle connection is kept for the next request.
KEEP_ALIVE = 30.0


@dataclass(slots=True)
class _Attempt:
    """What the guard knows of the request that a connection is opened for."""

    key: str
    allowed: Container[str]
    refused: list[str] = field(default_factory=list)
    #: A closed address that is connected to, since the operator allows it.
    excepted: tuple[str, int] | None = None


_ATTEMPT: ContextVar[_Attempt] = ContextVar("attempt")


class _Refused(OSError):
    """The guard does not let this address be connected to."""


def _guarded_socket(address: Any) -> socket.socket:
    """Open a socket for the address about to be connected to, if it may be.

    This is the last step before ``connect``: whatever a name resolved to, and
    however an address was spelled, here is where the bytes would go.
    """
    family, kind, protocol, _, (host, port, *_) = address
    attempt = _ATTEMPT.get()
    reason = check_address(host, port, key=attempt.key, allowed=attempt.allowed)
    if reason:
        attempt.refused.append(reason)
        raise _Refused(reason)
    if check_address(host, port):
        attempt.excepted = (host, port)
    return socket.socket(family, kind, protocol)


class _Response(aiohttp.ClientResponse):
    """Remembers who answered, which is forgotten once the connection is free."""

    peer: str | None = None
    #: The certificate that was shown and checked, as ``getpeercert`` gives it.
    shown: dict[str, Any] | None = None
    connected: Any = None

    async def start(self, connection: Any) -> aiohttp.ClientResponse:
        self.connected = connection.protocol
        name = connection.transport.get_extra_info("peername")
        self.peer = name[0] if name else None
        self.shown = connection.transport.get_extra_info("peercert")
        return await super().start(connection)


class _Connector(aiohttp.TCPConnector):
    """Keeps no connection on which something was said unasked.

    aiohttp would take that for the answer to the next request, and one page's words
    would be filed under another's address.
    """

    async def connect(self, req: Any, traces: Any, timeout: Any) -> Any:
        while True:
            connection = await super().connect(req, traces, timeout)
            protocol = connection.protocol
            if protocol is not None and not protocol.should_close:
                return connection
            connection.close()


class Wire:
    """The connections of a process."""

    def __init__(
        self,
        *,
        agent: str,
        now: Callable[[], datetime],
        ssl_context: ssl.SSLContext | None = None,
        resolver: AbstractResolver | None = None,
    ) -> None:
        self._now = now
        self._resolver = resolver
        self._headers = {
            "User-Agent": agent,
            "Accept": ACCEPT,
            "Accept-Encoding": ACCEPT_ENCODING,
        }
        self._ssl: ssl.SSLContext | bool = ssl_context or True
        #: Closed addresses that hosts were reached at, as an operator allows: a
        #: connection kept open for one site must not serve another's links.
        self._excepted: dict[str, tuple[str, int]] = {}
        self._session: aiohttp.ClientSession | None = None
        #: What each origin showed when it was first asked over TLS.
        self.certificates: dict[str, Certificate] = {}

    def open(self) -> None:
        """Start, inside the running loop."""
        connector = _Connector(
            limit=0,
            keepalive_timeout=KEEP_ALIVE,
            ttl_dns_cache=60,
            resolver=self._resolver or aiohttp.ThreadedResolver(),
            socket_factory=_guarded_socket,
        )
        self._session = aiohttp.ClientSession(
            connector=connector,
            cookie_jar=aiohttp.DummyCookieJar(),
            headers=self._headers,
            auto_decompress=False,
            trust_env=False,
            response_class=_Response,
            timeout=aiohttp.ClientTimeout(),
        )
        # A request made again is for `fetch` to decide: it counts, and waits.
        self._session._retry_connection = False

    async def close(self) -> None:
        """Close all connections."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def ask(
        self,
        target: Target,
        policy: Policy,
        headers: dict[str, str],
        *,
        cut_at: int | None = None,
    ) -> Exchange:
        """Return the answer to one GET request, or raise ``FetchProblem``.

        With ``cut_at`` a body is read to about that many bytes and no further.
        """
        if self._session is None:
            raise RuntimeError("the fetcher is not open: use `async with`")
        attempt = _Attempt(target.key, policy.allowed)
        if target.key in self._excepted:
            self._check_kept(attempt, target)
        limits = policy.limits
        token = _ATTEMPT.set(attempt)
        response: _Response | None = None
        is_whole = False
        try:
            async with asyncio.timeout(limits.response_seconds):
                started = monotonic()
                sent_at = self._now()
                response = await self._session.get(  # type: ignore[assignment]
                    target.parsed,
                    headers=headers or None,
                    allow_redirects=False,
                    ssl=self._ssl if policy.verify_tls else False,
                    timeout=_connect_timeout(limits.connect_seconds),
                    max_line_size=limits.header_bytes,
                    max_field_size=limits.header_bytes,
                    max_headers=limits.header_count,
                )
                assert response is not None
                if target.key not in self.certificates:
                    self._note_certificate(target, response)
                fields = _fields(response, limits, target)
                decoder = _decoder(fields, limits, cut_at)
                body, payload = await _read(response, decoder, limits, started, cut_at)
            is_whole = True
        except Exception as error:
            raise read_failure(
                error,
                target=target,
                limits=limits,
                refused=attempt.refused,
                is_answered=response is not None,
            ) from error
        finally:
            _ATTEMPT.reset(token)
            if attempt.excepted:
                self._excepted[target.key] = attempt.excepted
            if response is not None and (cut_at is not None or not is_whole):
                response.close()
        return Exchange(
            url=target.url,
            request_line_target=target.path,
            request_headers=_sent(response, policy),
            status=response.status,
            reason=response.reason or "",
            http_version=f"{response.version.major}.{response.version.minor}"
            if response.version
            else "1.1",
            headers=fields,
            body=body,
            payload=payload,
            fetched_at=sent_at,
            ip=response.peer,
            tls_unverified=not policy.verify_tls and target.url.startswith("https"),
        )

    def _note_certificate(self, target: Target, response: _Response) -> None:
        """Keep until when a server's certificate is good; plain HTTP has none."""
        host = target.parsed.host or ""
        if certificate := read_certificate(host, response.shown):
            self.certificates[target.key] = certificate

    def _check_kept(self, attempt: _Attempt, target: Target) -> None:
        """Refuse a connection that may be open already, for another site."""
        host, port = self._excepted[target.key]
        reason = check_address(host, port, key=target.key, allowed=attempt.allowed)
        if reason:
            raise refusal(reason, target)


@functools.lru_cache(maxsize=64)
def _connect_timeout(seconds: float) -> aiohttp.ClientTimeout:
    return aiohttp.ClientTimeout(sock_connect=seconds)


def _fields(
    response: _Response, limits: Limits, target: Target
) -> tuple[tuple[str, str], ...]:
    raw = response.raw_headers
    if len(raw) > limits.header_count:
        raise Stop(
            ProblemKind.TOO_LARGE, f"more than {limits.header_count} header fields"
        )
    fields = tuple(
        [
            (
                str(name, "utf-8", "surrogateescape"),
                str(value, "utf-8", "surrogateescape"),
            )
            for name, value in raw
        ]
    )
    # Four bytes of each field are its colon, its blank and its line's end.
    if sum([len(n) + len(v) + 4 for n, v in raw]) > limits.header_bytes:
        raise Stop(
            ProblemKind.TOO_LARGE, f"more than {limits.header_bytes} bytes of headers"
        )
    return fields


def _decoder(
    fields: Iterable[tuple[str, str]], limits: Limits, cut_at: int | None
) -> Decoder | None:
    codings: list[str] = []
    for name, value in fields:
        lower = name.lower()
        if lower == "content-encoding":
            codings.append(value)
        elif lower == "content-length" and cut_at is None:
            if value.isdigit() and int(value) > limits.response_bytes:
                raise _too_large(limits)
        elif lower == "transfer-encoding" and value.strip().lower() not in {
            "chunked",
            "identity",
        }:
            raise Stop(
                ProblemKind.NETWORK, f"transfer coding {value[:40]!r} is not understood"
            )
    return Decoder(",".join(codings), limits.response_bytes) if codings else None


async def _read(
    response: _Response,
    decoder: Decoder | None,
    limits: Limits,
    started: float,
    cut_at: int | None,
) -> tuple[bytes, bytes]:
    """Return the body as received and as decoded, within the limits."""
    chunks: list[bytes] = []
    pieces: list[bytes] = []
    size = decoded = 0
    read = response.content.readany
    while chunk := await read():
        size += len(chunk)
        if size > limits.response_bytes:
            raise _too_large(limits)
        chunks.append(chunk)
        if decoder is not None:
            piece = decoder.feed(chunk)
            decoded += len(piece)
            pieces.append(piece)
        if cut_at is not None and max(size, decoded) >= cut_at:
            break
        seconds = monotonic() - started
        if seconds > limits.slow_seconds and size < limits.slow_bytes * seconds:
            raise Stop(
                ProblemKind.TIMEOUT,
                f"too slow: {size} bytes in {seconds:.0f} seconds",
            )
    else:
        _check_end(response)
        if decoder is not None:
            pieces.append(decoder.finish())
    body = chunks[0] if len(chunks) == 1 else b"".join(chunks)
    return body, body if decoder is None else b"".join(pieces)


def _check_end(response: _Response) -> None:
    """Find out whether a body that ends with its connection ended well."""
    lost = response.connected.exception()
    if isinstance(lost, OSError) and not isinstance(
        lost, aiohttp.ServerDisconnectedError
    ):
        headers = response.headers
        if "Content-Length" not in headers and "Transfer-Encoding" not in headers:
            raise lost


def _too_large(limits: Limits) -> Stop:
    return Stop(
        ProblemKind.TOO_LARGE, f"the body is larger than {limits.response_bytes} bytes"
    )


def _sent(response: _Response, policy: Policy) -> tuple[tuple[str, str], ...]:
    """Return what went out, secrets blanked (R23)."""
    sent = response.request_info.headers.items()
    if not policy.headers:
        return tuple(sent)
    secrets = policy.secrets
    return tuple(
        [(name, "" if name.lower() in secrets else value) for name, value in sent]
    )
