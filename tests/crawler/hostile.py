"""A server that answers whatever a test wants, byte by byte, and remembers who asked.

It speaks through plain sockets, so that it can break every rule there is.
"""

import asyncio
import ssl
import struct
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from socket import SO_LINGER, SOL_SOCKET
from time import monotonic
from typing import Any, Self

from crawler.fetch import Fetched, Fetcher, FetchProblem
from crawler.limits import Limits
from crawler.policy import Policy, Validators


@dataclass(frozen=True, slots=True)
class Asked:
    """One request that a server got; ``connection`` counts from 1."""

    path: str
    headers: dict[str, str]
    at: float
    connection: int


Script = Callable[[asyncio.StreamWriter], Awaitable[None]]
#: Bytes are sent and the connection kept; a script writes, then the connection ends.
Answer = bytes | Script
#: One answer, or one after the other, the last for ever.
Answers = Mapping[str, Answer | list[Answer]]


class Hostile:
    """A server on loopback; an asynchronous context manager."""

    def __init__(self, answers: Answers, tls: ssl.SSLContext | None = None) -> None:
        self.answers = dict(answers)
        self.asked: list[Asked] = []
        self.ended_at: list[float] = []
        self.connection_count = 0
        self.at_once = self.most_at_once = 0
        self._tls = tls

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(
            self._serve, "127.0.0.1", 0, ssl=self._tls
        )
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(self, *_: object) -> None:
        self._server.close()

    @property
    def origin(self) -> str:
        return f"{'https' if self._tls else 'http'}://127.0.0.1:{self.port}"

    @property
    def paths(self) -> list[str]:
        """What was asked for, in order."""
        return [each.path for each in self.asked]

    async def _serve(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        self.connection_count += 1
        number = self.connection_count
        try:
            while True:
                head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
                first, *lines = head.split("\r\n")
                path = first.split(" ")[1]
                pairs = [line.split(": ", 1) for line in lines if line]
                headers = {name.lower(): value for name, value in pairs}
                self.asked.append(Asked(path, headers, monotonic(), number))
                self.at_once += 1
                self.most_at_once = max(self.most_at_once, self.at_once)
                answer = self._answer(path)
                if not isinstance(answer, bytes):
                    try:
                        await answer(writer)
                    finally:
                        self._ended()
                    break
                writer.write(answer)
                self._ended()
                await writer.drain()
        except (OSError, asyncio.IncompleteReadError, asyncio.CancelledError):
            pass
        finally:
            writer.close()

    def _ended(self) -> None:
        self.at_once -= 1
        self.ended_at.append(monotonic())

    def _answer(self, path: str) -> Answer:
        answer = self.answers.get(path.partition("?")[0], page(b"", status=404))
        if isinstance(answer, list):
            return answer.pop(0) if len(answer) > 1 else answer[0]
        return answer


class Canary:
    """A port that nobody may connect to; counts who does, and says ``song``."""

    def __init__(self, host: str = "127.0.0.1", song: bytes = b"") -> None:
        self.connection_count = 0
        self._host = host
        self._song = song

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._sing, self._host, 0)
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(self, *_: object) -> None:
        self._server.close()

    def _sing(self, _: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connection_count += 1
        writer.write(self._song)
        writer.close()


def page(
    body: bytes = b"<p>Fog.</p>", *headers: str, status: int = 200, length: Any = None
) -> bytes:
    """Return a whole answer; ``length`` for one that lies about it."""
    size = len(body) if length is None else length
    lines = [f"HTTP/1.1 {status} Said", *headers, f"Content-Length: {size}", "", ""]
    return "\r\n".join(lines).encode("latin-1") + body


def moved(location: str, status: int = 301, *fields: str) -> bytes:
    """Return a redirect."""
    return page(b"", f"Location: {location}", *fields, status=status)


def cut(data: bytes) -> Script:
    """Send some bytes, then close the connection."""

    async def script(writer: asyncio.StreamWriter) -> None:
        writer.write(data)
        await writer.drain()

    return script


def reset(data: bytes, after: float = 0.05) -> Script:
    """Send some bytes, then reset the connection."""

    async def script(writer: asyncio.StreamWriter) -> None:
        writer.write(data)
        await writer.drain()
        await asyncio.sleep(after)
        socket = writer.get_extra_info("socket")
        socket.setsockopt(SOL_SOCKET, SO_LINGER, struct.pack("ii", 1, 0))
        writer.transport.abort()

    return script


def drip(pieces: Iterable[bytes], every: float, head: bytes = b"") -> Script:
    """Send one piece after the other, with a pause after each."""

    async def script(writer: asyncio.StreamWriter) -> None:
        writer.write(head)
        for piece in pieces:
            writer.write(piece)
            await writer.drain()
            await asyncio.sleep(every)

    return script


async def silent(_: asyncio.StreamWriter) -> None:
    """Take the request and say nothing."""
    await asyncio.sleep(30)


#: Bounds small enough for a test, but for time: a busy machine is slow.
SMALL = Limits(
    response_bytes=10_000,
    response_seconds=20.0,
    connect_seconds=20.0,
    header_bytes=2_000,
    header_count=20,
    slow_bytes=1_000,
    slow_seconds=20.0,
    redirects=3,
    retries=0,
    retry_seconds=0.01,
    pause_seconds=0.5,
)
#: The same for those that wait until time is up.
HASTY = replace(SMALL, response_seconds=0.5)


@dataclass
class Outcome:
    """What came of some requests: each a ``Fetched`` or a ``FetchProblem``."""

    server: Hostile
    results: list[Fetched | FetchProblem] = field(default_factory=list)

    @property
    def fetched(self) -> Fetched:
        """The last result, if it is an answer."""
        result = self.results[-1]
        assert isinstance(result, Fetched), result
        return result

    @property
    def problem(self) -> FetchProblem:
        """The last result, if it is a problem."""
        result = self.results[-1]
        assert isinstance(result, FetchProblem), result
        return result

    @property
    def kind(self) -> str:
        """The kind of the last problem, or ``""``."""
        result = self.results[-1]
        return result.problem.kind.value if isinstance(result, FetchProblem) else ""


def ask(
    answers: Answers | Answer,
    *paths: str,
    tls: ssl.SSLContext | None = None,
    trust: ssl.SSLContext | None = None,
    validators: Validators | None = None,
    limits: Limits = SMALL,
    **policy: Any,
) -> Outcome:
    """Serve the answers, fetch the paths one after the other, tell what came of it."""
    if not isinstance(answers, Mapping):
        answers = {"/": answers}

    async def run() -> Outcome:
        async with Hostile(answers, tls) as server:
            outcome = Outcome(server)
            seeds = (server.origin + "/",)
            chosen = {"robots": False, "delay": 0.0, "seeds": seeds} | policy
            how = Policy(limits=limits, **chosen)
            async with Fetcher(agent="presswatch/0", ssl_context=trust) as fetcher:
                for path in paths or ("/",):
                    url = path if "//" in path else server.origin + path
                    outcome.results.append(await attempt(fetcher, url, how, validators))
            return outcome

    return asyncio.run(run())


async def attempt(
    fetcher: Fetcher, url: str, policy: Policy, validators: Validators | None = None
) -> Fetched | FetchProblem:
    """Fetch, and return the problem if there is one."""
    try:
        return await fetcher.fetch(url, policy=policy, validators=validators)
    except FetchProblem as problem:
        return problem
