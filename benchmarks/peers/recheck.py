"""A Scrapy spider with default settings that looks at known pages again.

``python -m benchmarks.peers.recheck FILE``: JSON lines ``{"url", "etag", "digest"}``.
With an ETag it asks conditionally; a page that comes whole is hashed and compared.
"""

import hashlib
import json
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import scrapy
from scrapy.crawler import CrawlerProcess
from scrapy.http import Response


class RecheckSpider(scrapy.Spider):
    """Asks for each known page once."""

    name = "recheck"
    handle_httpstatus_list = (304,)

    def __init__(self, file: str) -> None:
        super().__init__()
        self._file = Path(file)
        self.counts = {"same": 0, "changed": 0}

    async def start(self) -> AsyncIterator[scrapy.Request]:
        """Yield a request for each known page."""
        with self._file.open(encoding="utf-8") as lines:
            for line in lines:
                known = json.loads(line)
                headers = {"If-None-Match": known["etag"]} if known["etag"] else {}
                yield scrapy.Request(
                    known["url"], headers=headers, cb_kwargs={"known": known["digest"]}
                )

    def parse(self, response: Response, known: str = "", **_: Any) -> None:
        """Count what is as it was."""
        is_same = response.status == 304 or _digest(response.body) == known
        self.counts["same" if is_same else "changed"] += 1


def _digest(payload: bytes) -> str:
    return hashlib.sha256(payload).hexdigest()


def main() -> None:
    """Look at all known pages; fail unless all are as they were."""
    process = CrawlerProcess({"LOG_LEVEL": "INFO"})
    crawler = process.create_crawler(RecheckSpider)
    process.crawl(crawler, file=sys.argv[1])
    process.start()
    spider = crawler.spider
    assert isinstance(spider, RecheckSpider)
    if spider.counts["changed"] or not spider.counts["same"]:
        sys.exit(f"not an unchanged night: {spider.counts}")


if __name__ == "__main__":
    main()
