"""A million broken pages, each of them read (``make soak``).

Run some with ``PRESSWATCH_FUZZ_CASES=10000 pytest -m soak tests/parsers/test_fuzz.py``.
"""

import multiprocessing
import os
import random
import time
from collections.abc import Iterator
from functools import cache
from math import exp, log
from pathlib import Path

import pytest

from parsers.article import parse_article
from parsers.listing import parse_listing
from parsers.model import Article, Capture, Listing, Problem

FIXTURES = Path(__file__).parent.parent / "fixtures"
CASES = int(os.environ.get("PRESSWATCH_FUZZ_CASES", "1000000"))
URL = "https://press.harbour.example/news/1/"
CHUNK = 500
#: Bytes of a page a case starts from, most often few: what breaks a parser fits in.
WINDOW = (50, 3_000)
TYPES = ("", "text/html", "text/html; charset=gbk", "application/rss+xml", "text/x")
PIECES = (
    b"<", b">", b"</", b"/>", b"<!--", b"-->", b"<![CDATA[", b"]]>", b"&#0;",
    b"&#x11ffff;", b"&amp", b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80",
    b"\xe2\x80\xae", b"\x1b$B", b"<div>", b"</div>", b"<p>", b"<table><tr><td>",
    b"</table>", b"<a href='", b"<a href='//[x'>", b"<base href='http://['>",
    b"<time datetime='", b"99.99.9999", b"31/02/2026", b"\xd9\xa3",
    b"<script type='application/ld+json'>", b"</script>", b'{"@type":[3,"Article"]',
    b"{{{", b'"datePublished":"2026-13-40T99:99"', b"<rss><channel><item>",
    b"<urlset><url><loc>", b"<svg><title>", b"<template>", b"<noscript>", b"<title>",
    b"<h1>", b"<li>", b"<br>" * 9, b"<meta charset=utf-16>", b"<iframe srcdoc='",
    b"<plaintext>", b"<select><option>", b"<b>" * 40, b"&nbsp;" * 9,
    b"1 2 3 4 5 6 7 8 9 ", b"<details><summary>", b"<frameset>",
)  # fmt: skip


@cache
def _pages() -> tuple[bytes, ...]:
    """Return every page the fixtures hold."""
    kinds = {".html", ".xml", ".json", ".txt"}
    files = sorted(path for path in FIXTURES.rglob("*") if path.suffix in kinds)
    return tuple(path.read_bytes() for path in files)


def _case(number: int) -> Capture:
    """Return one broken page, the same for the same number."""
    chance = random.Random(number)
    page = chance.choice(_pages())
    start = chance.choice((0, chance.randrange(len(page))))
    length = int(exp(chance.uniform(*map(log, WINDOW))))
    payload = bytearray(page[start : start + length])
    for _ in range(chance.choice((0, 1, 2, 4, 8, 16, 32))):
        at = chance.randrange(len(payload) + 1)
        length = chance.choice((0, 1, 3, 40))
        other = chance.choice(_pages())
        cut = chance.randrange(len(other))
        payload[at : at + length] = chance.choice(
            (
                chance.choice(PIECES),
                chance.choice(PIECES) * chance.randrange(1, 9),
                chance.randbytes(length),
                other[cut : cut + 60],
                b"",
            )
        )
    kind = chance.choice(TYPES)
    return Capture(url=URL, payload=bytes(payload), headers=(("Content-Type", kind),))


def _seconds(capture: Capture) -> float:
    """Read a page both ways and return the seconds of CPU that took."""
    began = time.thread_time()
    article, listing = parse_article(capture), parse_listing(capture)
    took = time.thread_time() - began
    assert isinstance(article, Article | Problem)
    assert isinstance(listing, Listing | Problem)
    return took


def _chunk(first: int) -> tuple[list[str], list[tuple[float, int]]]:
    """Return what went wrong in some cases, and the slowest of them."""
    wrong, took = [], []
    for number in range(first, min(first + CHUNK, CASES)):
        try:
            took.append((_seconds(_case(number)), number))
        except Exception as error:
            wrong.append(f"case {number}: {error!r}")
    return wrong, sorted(took)[-3:]


def _chunks() -> Iterator[tuple[list[str], list[tuple[float, int]]]]:
    """Yield what each part of the run found, on all cores."""
    with multiprocessing.get_context("spawn").Pool() as pool:
        yield from pool.imap_unordered(_chunk, range(0, CASES, CHUNK))


@pytest.mark.soak
def test_a_million_broken_pages_are_read() -> None:
    """None may stop a crawl; and of the slowest, twice the page is twice the time."""
    wrong: list[str] = []
    slow: list[tuple[float, int]] = []
    for failures, slowest in _chunks():
        wrong += failures
        slow = sorted(slow + slowest)[-20:]
    print(f"{CASES} cases, {len(wrong)} failed; slowest {slow[-1][0] * 1e3:.0f} ms")
    assert not wrong, "\n".join(wrong[:20])
    assert all(_is_linear(_case(number)) for _, number in slow)


def _is_linear(capture: Capture) -> bool:
    """Tell whether four times as much of a page takes at most eight times as long."""

    def least(times: int) -> float:
        page = Capture(
            url=URL, payload=capture.payload * times, headers=capture.headers
        )
        return min(_seconds(page) for _ in range(3))

    return least(32) < 8 * least(8) + 0.2
