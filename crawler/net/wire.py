"""One request out, one whole answer in.

Everything that must be true of every request holds here: the guard at connect time
(``pool``), the limits while bytes arrive (``answer``), the body as received. It
follows no redirect, asks nobody for leave and tries nothing twice; ``fetch`` does.
"""

import asyncio
import ssl
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from corpus.exchange import Exchange
from crawler.net.answer import Answer
from crawler.net.certificates import Certificate
from crawler.net.failure import Closed, read_failure
from crawler.net.pool import Pool
from crawler.net.target import Target
from crawler.policy import Policy

if TYPE_CHECKING:
    from aiohttp.abc import AbstractResolver

#: What we can undo, and so may ask for.
ACCEPT_ENCODING = "gzip, deflate, br, zstd"
ACCEPT = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
#: What servers say to a connection that rested for too long.
_TIRED_OF_WAITING = 408
#: What every request says.
_USUAL = frozenset({"host", "user-agent", "accept", "accept-encoding"})


class Wire:
    """Asks, over the connections of a process."""

    def __init__(
        self,
        *,
        agent: str,
        now: Callable[[], datetime],
        ssl_context: ssl.SSLContext | None = None,
        resolver: "AbstractResolver | None" = None,
    ) -> None:
        self._now = now
        self._pool = Pool(ssl_context=ssl_context, resolver=resolver)
        self._usual = (
            ("User-Agent", agent),
            ("Accept", ACCEPT),
            ("Accept-Encoding", ACCEPT_ENCODING),
        )

    @property
    def certificates(self) -> Mapping[str, Certificate]:
        """What each origin showed when it was first asked over TLS."""
        return self._pool.certificates

    def open(self) -> None:
        """Start, inside the running loop."""
        self._pool.open()

    async def close(self) -> None:
        """Close all connections."""
        await self._pool.close()

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
        self._pool.check(target, policy)
        limits = policy.limits
        until = asyncio.get_running_loop().time() + limits.response_seconds
        answer: Answer | None = None
        refused: list[str] = []
        try:
            sent = self._fields(target, headers)
            request = _request(target, sent)
            sent_at = self._now()
            while True:
                connection = await self._pool.take(
                    target, policy, until=until, refused=refused
                )
                had_rested = connection.rests_since > 0
                answer = Answer(limits, cut_at)
                try:
                    await connection.ask(request, answer, until=until)
                except Closed:
                    if not (had_rested and answer.is_untouched):
                        raise
                else:
                    if not (had_rested and answer.status == _TIRED_OF_WAITING):
                        break
                # said of the rest, before the request was there: ask a new one
                self._pool.forget(target, policy)
        except Exception as error:
            raise read_failure(
                error,
                target=target,
                limits=limits,
                refused=refused,
                is_answered=answer is not None and answer.has_head,
            ) from error
        self._pool.give_back(target, policy, connection)
        body = answer.body
        return Exchange(
            url=target.url,
            request_line_target=target.path,
            request_headers=_kept(sent, policy),
            status=answer.status,
            reason=answer.reason.decode("utf-8", "surrogateescape"),
            http_version=answer.http_version,
            headers=tuple(
                [
                    (
                        str(name, "utf-8", "surrogateescape"),
                        str(value, "utf-8", "surrogateescape"),
                    )
                    for name, value in answer.fields
                ]
            ),
            body=body,
            payload=answer.payload(body),
            fetched_at=sent_at,
            ip=connection.peer,
            tls_unverified=not policy.verify_tls and target.url.startswith("https"),
        )

    def _fields(
        self, target: Target, headers: dict[str, str]
    ) -> tuple[tuple[str, str], ...]:
        """Return all fields of a request; those asked for stand for the usual ones."""
        fields = (("Host", target.authority), *self._usual)
        given = {name.lower() for name in headers}
        if _USUAL.isdisjoint(given):
            return (*fields, *headers.items())
        kept = [(name, value) for name, value in fields if name.lower() not in given]
        return (*kept, *headers.items())


def _request(target: Target, fields: Sequence[tuple[str, str]]) -> bytes:
    """Return the bytes of a request; ``ValueError`` where a field is more than one."""
    lines = [f"GET {target.path} HTTP/1.1", *[f"{n}: {v}" for n, v in fields], "", ""]
    text = "\r\n".join(lines)
    if text.count("\n") != len(lines) - 1 or text.count("\r") != len(lines) - 1:
        raise ValueError("a line end inside a header field")
    return text.encode()


def _kept(
    sent: tuple[tuple[str, str], ...], policy: Policy
) -> tuple[tuple[str, str], ...]:
    """Return what went out, secrets blanked (R23)."""
    if not policy.headers:
        return sent
    secrets = policy.secrets
    return tuple(
        [(name, "" if name.lower() in secrets else value) for name, value in sent]
    )
