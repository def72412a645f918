"""A bare Scrapy spider with default settings: it follows links and keeps nothing.

``python -m benchmarks.peers.follow URL PATTERN``: links by one compiled XPath; those
that the pattern matches are followed.
"""

import logging
import re
import sys
from collections.abc import Iterator
from typing import Any
from urllib.parse import urldefrag

import scrapy
from lxml import etree
from scrapy.crawler import CrawlerProcess
from scrapy.http import Response

_HREFS = etree.XPath("//a/@href", smart_strings=False)


class FollowSpider(scrapy.Spider):
    """Follows the links of a site."""

    name = "follow"

    def __init__(self, url: str, pattern: str) -> None:
        super().__init__()
        self.start_urls = [url]
        self._follows = re.compile(pattern).search

    def parse(self, response: Response, **_: Any) -> Iterator[scrapy.Request]:
        """Yield a request for each link; Scrapy drops what it has seen."""
        for href in _HREFS(response.selector.root):  # type: ignore[attr-defined]
            url = urldefrag(response.urljoin(href)).url
            if self._follows(url):
                yield scrapy.Request(url)


def main() -> None:
    """Crawl, then print how many pages there were."""
    # at its default Scrapy writes a line for each page; who runs it in earnest does not
    process = CrawlerProcess({"LOG_LEVEL": "INFO"})
    crawler = process.create_crawler(FollowSpider)
    process.crawl(crawler, url=sys.argv[1], pattern=sys.argv[2])
    process.start()
    assert crawler.stats is not None
    count = crawler.stats.get_value("response_received_count")
    logging.shutdown()
    print(count, file=sys.stderr)


if __name__ == "__main__":
    main()
