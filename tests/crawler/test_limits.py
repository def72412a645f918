"""No answer costs more than its limits say; each is tried on both sides."""

import asyncio
import gzip
import zlib
from collections.abc import Callable
from dataclasses import replace
from random import Random, randrange
from time import monotonic

import brotli
import psutil
import pytest
import zstandard

from crawler.fetch import Fetcher
from crawler.limits import Limits
from crawler.policy import Policy
from tests.crawler.hostile import (
    HASTY,
    SMALL,
    Hostile,
    Script,
    ask,
    attempt,
    cut,
    drip,
    page,
    reset,
    silent,
)

MOST = SMALL.response_bytes
CODINGS: dict[str, Callable[[bytes], bytes]] = {
    "gzip": gzip.compress,
    "deflate": zlib.compress,
    "br": brotli.compress,
    "zstd": zstandard.compress,
}
HEAD = b"HTTP/1.1 200 OK\r\n"


def coded(names: str, body: bytes) -> bytes:
    for name in names.split(", "):
        body = CODINGS[name](body)
    return page(body, f"Content-Encoding: {names}")


@pytest.mark.promise("R19")
@pytest.mark.parametrize("names", [*CODINGS, "gzip, br", "zstd, deflate, gzip"])
def test_a_body_may_unfold_to_the_limit_and_no_further(names: str) -> None:
    """A few bytes can unfold to gigabytes."""
    assert len(ask(coded(names, b"x" * MOST)).fetched.last.payload) == MOST
    assert ask(coded(names, b"x" * (MOST + 1))).kind == "too_large"


@pytest.mark.promise("R19")
@pytest.mark.parametrize("names", [*CODINGS, "gzip, gzip", "br, zstd, gzip"])
def test_a_bomb_costs_no_memory(names: str) -> None:
    """The bound holds while decoding, not after it."""
    limits = replace(SMALL, response_bytes=1_000_000)
    bomb = coded(names, bytes(50_000_000))
    before = psutil.Process().memory_info().rss
    assert ask(bomb, limits=limits).kind == "too_large"
    assert psutil.Process().memory_info().rss - before < 20_000_000


@pytest.mark.promise("R19")
def test_a_body_may_be_as_long_as_the_limit_and_no_longer() -> None:
    """Announced or not, what is too long is not read to its end."""
    assert len(ask(page(b"x" * MOST)).fetched.last.body) == MOST
    assert ask(page(b"x" * (MOST + 1))).kind == "too_large"
    assert ask(cut(HEAD + b"\r\n" + b"x" * MOST)).fetched.last.status == 200
    assert ask(cut(HEAD + b"\r\n" + b"x" * (MOST + 1))).kind == "too_large"


@pytest.mark.promise("R19")
def test_an_announced_flood_is_not_even_begun() -> None:
    """Its length alone says that it is too much."""
    started = monotonic()
    answer = drip([], 0, page(b"x", length=10**15))
    assert ask(answer).kind == "too_large"
    assert monotonic() - started < 10


@pytest.mark.promise("R19")
def test_an_endless_body_ends() -> None:
    """Chunks without end, of nothing or of something."""
    head = HEAD + b"Transfer-Encoding: chunked\r\n\r\n"
    flood = drip((b"400\r\n" + b"x" * 1024 + b"\r\n" for _ in range(10**6)), 0, head)
    assert ask(flood).kind == "too_large"
    squeezed = zlib.compressobj(wbits=31)
    pieces = (squeezed.compress(b"") for _ in range(10**6))
    head = HEAD + b"Content-Encoding: gzip\r\n\r\n"
    assert ask(drip(pieces, 0.001, head), limits=HASTY).kind == "timeout"


@pytest.mark.promise("R19")
@pytest.mark.parametrize(
    "answer",
    [
        silent,
        drip([b"X: y\r\n"] * 10**6, 0.02, HEAD),
        drip([b"HTTP/1.1 100 Continue\r\n\r\n"] * 10**6, 0.001),
        drip([b"x" * 100] * 10**6, 0.05, HEAD + b"\r\n"),
    ],
    ids=["silent", "dripping headers", "never but soon", "dripping body"],
)
def test_no_answer_takes_longer_than_it_may(answer: object) -> None:
    """A server that stalls must not stall the night."""
    limits = replace(HASTY, header_count=10**6, header_bytes=10**6)
    started = monotonic()
    assert ask(answer, limits=limits).kind == "timeout"  # type: ignore[arg-type]
    assert monotonic() - started < 5


@pytest.mark.promise("R19")
def test_a_body_that_drips_is_given_up_before_its_time() -> None:
    """A byte a second would hold a slot for the whole time-out, page after page."""
    limits = replace(SMALL, slow_seconds=0.2)
    started = monotonic()
    slow = drip([b"x" * 10] * 10**6, 0.02, HEAD + b"\r\n")
    outcome = ask(slow, limits=limits)
    assert outcome.kind == "timeout"
    assert "too slow" in outcome.problem.problem.detail
    assert monotonic() - started < 10
    fast = drip([b"x" * 100] * 10, 0.04, HEAD + b"\r\n")
    assert len(ask(fast, limits=limits).fetched.last.body) == 1000


def header_lines(count: int) -> list[str]:
    return [f"X-{number}: y" for number in range(count - 1)]


@pytest.mark.promise("R19")
def test_header_fields_may_be_as_many_as_the_limit() -> None:
    """A flood of headers is no page."""
    most = SMALL.header_count
    assert len(ask(page(b"", *header_lines(most))).fetched.last.headers) == most
    assert ask(page(b"", *header_lines(most + 1))).kind == "too_large"
    assert ask(page(b"", *header_lines(100_000))).kind == "too_large"


@pytest.mark.promise("R19")
def test_header_bytes_are_counted_over_all_fields() -> None:
    """Many fields of a bearable size are a flood too."""
    size = SMALL.header_bytes - len("Content-Length: 0\r\n")
    half = size // 2 - len("X: \r\n")
    even = ["X: " + "x" * half, "Y: " + "x" * half]
    assert ask(page(b"", *even)).fetched.last.status == 200
    assert ask(page(b"", *even, "Z: " + "x" * 10)).kind == "too_large"
    assert ask(page(b"", "X: " + "x" * 10**6)).kind == "too_large"
    endless = drip([b"x" * 10_000] * 10**6, 0, HEAD + b"X: ")
    assert ask(endless).kind == "too_large"


@pytest.mark.promise("R19")
def test_a_reason_or_header_without_end_is_cut_off() -> None:
    """The first line has no length of its own."""
    endless = drip([b"x" * 10_000] * 10**6, 0, b"HTTP/1.1 200 ")
    assert ask(endless).kind == "too_large"


@pytest.mark.promise("R21")
@pytest.mark.parametrize("names", ["", *CODINGS, "gzip, br"])
def test_a_body_cut_anywhere_is_a_problem(names: str) -> None:
    """Half a page must never become an edit."""
    body = b"".join(b"<p>Fog number %d.</p>" % number for number in range(100))
    whole = coded(names, body) if names else page(body)
    length = len(whole.partition(b"\r\n\r\n")[2])
    for missing in {1, 2, length // 2, length - 1, length}:
        assert ask(cut(whole[:-missing])).kind == "truncated", missing
        assert ask(reset(whole[:-missing])).kind == "truncated", missing


@pytest.mark.promise("R21")
@pytest.mark.parametrize("ending", [cut, reset])
@pytest.mark.parametrize("body", [b"5\r\nFog", b"3\r\nFog\r\n", b"3\r\nFog\r\n0\r\n"])
def test_a_chunked_body_cut_anywhere_is_a_problem(
    ending: Callable[[bytes], object], body: bytes
) -> None:
    """The last chunk says that it was the last."""
    head = HEAD + b"Transfer-Encoding: chunked\r\n\r\n"
    assert ask(ending(head + body)).kind == "truncated"  # type: ignore[arg-type]


@pytest.mark.promise("R21")
@pytest.mark.parametrize("names", list(CODINGS))
def test_a_coded_body_cut_within_a_sound_frame_is_a_problem(names: str) -> None:
    """A proxy may close the frame properly over half of a stream."""
    whole = CODINGS[names](bytes(range(256)) * 20)
    for size in {1, 2, len(whole) // 2, len(whole) - 1}:
        answer = page(whole[:size], f"Content-Encoding: {names}")
        assert ask(answer).kind in {"truncated", "encoding"}, size
    assert ask(page(whole, f"Content-Encoding: {names}")).fetched.last.status == 200


@pytest.mark.promise("R21")
def test_a_body_that_ends_with_its_connection_is_whole_unless_reset() -> None:
    """Old servers end a page by hanging up; a reset is no such end."""
    data = HEAD + b"\r\n<p>Fog.</p>"
    assert ask(cut(data)).fetched.last.body == b"<p>Fog.</p>"
    assert ask(reset(data)).kind == "truncated"


@pytest.mark.promise("R21")
def test_what_is_cut_is_not_kept() -> None:
    """A problem carries whole answers only."""
    assert ask(cut(page(b"Fog", length=10))).problem.exchanges == ()


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"\r\n\r\n",
        b"SSH-2.0-OpenSSH\r\n\r\n",
        b"HTTP/1.1 2000 OK\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nno colon\r\nContent-Length: 1, 2\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nX: a\0b\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nx",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        bytes(range(256)),
    ],
)
def test_what_is_no_http_is_a_network_problem(answer: bytes) -> None:
    """Whatever a port answers, nothing but a problem comes of it."""
    assert ask(cut(answer)).kind == "network"
    assert ask(reset(answer, 0)).kind == "network"


def test_a_body_that_is_not_what_its_label_says_is_an_encoding_problem() -> None:
    """Mislabelled bytes would be read as an article of rubbish."""
    answer = page(b"<p>Fog.</p>", "Content-Encoding: gzip")
    assert ask(answer).kind == "encoding"


def test_limits_have_sound_defaults() -> None:
    """Who sets nothing is safe."""
    limits = Limits()
    assert 5_000_000 <= limits.response_bytes <= 20_000_000
    assert limits.free_bytes == 64 * 2**20


@pytest.mark.promise("R19")
def test_a_flood_of_interim_answers_costs_no_memory() -> None:
    """Such a "Continue" may be said for ever, and in no time."""
    before = psutil.Process().memory_info().rss
    flood = drip([b"HTTP/1.1 100 Continue\r\n\r\n" * 5_000] * 10**6, 0)
    assert ask(flood, limits=HASTY).kind in {"timeout", "network"}
    assert psutil.Process().memory_info().rss - before < 80_000_000


def late(first: bytes, then: bytes) -> Script:
    """Answer, and say something unasked a moment later."""

    async def script(writer: asyncio.StreamWriter) -> None:
        writer.write(first)
        await writer.drain()
        await asyncio.sleep(0.05)
        writer.write(then)
        await writer.drain()
        await asyncio.sleep(0.3)

    return script


@pytest.mark.parametrize(
    "unasked", [page(b"<p>Not asked for.</p>"), b"<p>A body behind a 304.</p>"]
)
def test_an_answer_that_nobody_asked_for_is_not_taken_for_the_next(
    unasked: bytes,
) -> None:
    """Otherwise one page's words would be filed under another's address."""

    async def run() -> None:
        answers = {
            "/": late(page(b"<p>Fog.</p>"), unasked),
            "/sun": page(b"<p>Sun.</p>"),
        }
        async with Hostile(answers) as server, Fetcher(agent="p/0") as fetcher:
            policy = Policy(limits=SMALL, seeds=(server.origin,), delay=0, robots=False)
            await fetcher.fetch(server.origin + "/", policy=policy)
            await asyncio.sleep(0.5)
            got = await fetcher.fetch(server.origin + "/sun", policy=policy)
            assert got.last.body == b"<p>Sun.</p>"

    asyncio.run(run())


WHOLE = [
    page(gzip.compress(b"<p>Fog.</p>" * 50), "Content-Encoding: gzip"),
    page(b"<p>Fog.</p>", "Content-Type: text/html; charset=utf-8", "Vary: *"),
    page(b"", "Location: /b?c#d", status=301),
    HEAD + b"Transfer-Encoding: chunked\r\n\r\n3\r\nFog\r\n0\r\n\r\n",
    b"HTTP/1.0 200 OK\r\n\r\n<p>Fog.</p>",
    b"HTTP/1.1 103 Early Hints\r\n\r\n" + page(),
]
PIECES = (
    b"\r\n|\r\n\r\n|Content-Length: |Transfer-Encoding: chunked\r\n|0\r\n\r\n|"
    b"Content-Encoding: br, zstd\r\n|Location: \xff//[::1]\r\n|\0|101|-1|\xff|"
    b'Upgrade: websocket\r\nConnection: upgrade\r\n|Set-Cookie: \xff=;;,"\r\n'
).split(b"|")


def spoiled(random: Random) -> bytes:
    """Return a whole answer with a few things wrong."""
    data = bytearray(random.choice(WHOLE))
    for _ in range(random.randint(1, 3)):
        at = random.randrange(len(data))
        data[at : at + random.randint(0, 5)] = random.choice(
            [*PIECES, random.randbytes(random.randint(0, 8))]
        )
    return bytes(data)


@pytest.mark.promise("R19")
def test_no_answer_whatever_breaks_the_fetcher() -> None:
    """Anything but an answer or a problem would end the night as a bug."""
    seed = randrange(2**32)
    print(f"seed {seed}")
    random = Random(seed)

    async def run() -> None:
        answers = {f"/{number}": cut(spoiled(random)) for number in range(400)}
        limits = replace(SMALL, response_seconds=0.2, pause_seconds=0.0)
        async with Hostile(answers) as server, Fetcher(agent="p/0") as fetcher:
            policy = Policy(
                limits=limits,
                seeds=(server.origin,),
                delay=0,
                robots=False,
                parallel=20,
            )
            await asyncio.gather(
                *(attempt(fetcher, server.origin + path, policy) for path in answers)
            )

    asyncio.run(run())
