"""Scrapy asks through the fetch layer, with Twisted's reactor or without."""

import asyncio
import gzip
import json
import sys
from typing import Any

import pytest

from tests.crawler.hostile import Hostile, cut, moved, page

ANSWERS = {
    "/robots.txt": page(b"User-agent: *\nDisallow: /closed"),
    "/": page(gzip.compress(b"Fog."), "Content-Encoding: gzip", 'ETag: "8"'),
    "/held": b'HTTP/1.1 304 Not Modified\r\nETag: "7"\r\n\r\n',
    "/moved": moved("/"),
    "/gone": page(b"no", status=410),
    "/busy": page(b"", status=503),
    "/cut": cut(page()[:-1]),
}


async def crawl(server: Hostile, *options: str) -> dict[str, dict[str, Any]]:
    urls = [server.origin + path for path in (*server.answers, "/closed", "/none")]
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "tests.crawler.one_crawl",
        *options,
        *(url for url in urls if not url.endswith("robots.txt")),
        stdout=asyncio.subprocess.PIPE,
    )
    out, _ = await process.communicate()
    assert process.returncode == 0
    told = [json.loads(line) for line in out.splitlines()]
    return {each["url"].removeprefix(server.origin): each for each in told}


@pytest.mark.parametrize(("has_twisted", "is_shared"), [("0", "1"), ("1", "0")])
def test_a_crawl_gets_answers_and_problems(has_twisted: str, is_shared: str) -> None:
    """The reactor is one setting away, and both ways must give the same."""

    async def run() -> None:
        async with Hostile(ANSWERS) as server:
            told = await crawl(server, has_twisted, is_shared)
            assert told["/"]["body"] == "Fog."
            assert told["/"]["etag"] == '"8"'
            assert told["/held"]["status"] == 304
            assert told["/gone"]["status"] == 410
            assert told["/none"]["status"] == 404
            assert told["/busy"]["kind"] == "http_status"
            assert told["/cut"]["kind"] == "truncated"
            assert told["/closed"]["kind"] == "robots"
            assert server.paths[0] == "/robots.txt"
            assert server.paths.count("/") == 2
            assert server.paths.count("/busy") == 1
            assert server.most_at_once == 1

    asyncio.run(run())
