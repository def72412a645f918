"""The one spider: it carries requests and answers between Scrapy and the crawl.

For ``scrapy crawl``; our own commands ask for the same directly.
"""

from collections.abc import AsyncIterator
from typing import Any, Self

import scrapy
from scrapy.crawler import Crawler
from scrapy.http import Response
from twisted.python.failure import Failure

from crawler.ask import Ask
from crawler.crawl import Crawl
from crawler.handler import FetchedResponse
from crawler.patience import Patience
from crawler.policy import Policy
from crawler.run import Opened, open_for_scrapy


class SiteSpider(scrapy.Spider):
    """Crawls one site: ``scrapy crawl site -a site=NAME``."""

    name = "site"

    def __init__(
        self,
        site: str = "",
        **arguments: Any,
    ) -> None:
        super().__init__(**arguments)
        self.site_name = site
        self.opened: Opened | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        """Make the spider, and open a run of the named site for it."""
        spider = super().from_crawler(crawler, *args, **kwargs)
        spider.opened = open_for_scrapy(spider.site_name, crawler.settings)
        return spider

    @property
    def fetcher(self) -> Patience:
        """What the download handler fetches with."""
        return self._crawl.fetcher

    @property
    def policy(self) -> Policy:
        """How the download handler may ask."""
        return self._crawl.policy

    async def start(self) -> AsyncIterator[Any]:
        """Yield what is to be asked for; the run goes on once the walk has ended."""
        for ask in self._crawl.seeds():
            yield self._request(ask)
        await self._crawl.after_walk()

    async def parse(self, response: Response, ask: Ask) -> AsyncIterator[Any]:
        """Hand an answer to the crawl and yield what it wants next."""
        assert isinstance(response, FetchedResponse)
        for following in await self._crawl.answered(ask, response.fetched):
            yield self._request(following)

    async def failed(self, failure: Failure) -> AsyncIterator[Any]:
        """Hand a failure to the crawl and yield what it wants instead."""
        ask: Ask = failure.request.cb_kwargs["ask"]  # type: ignore[attr-defined]
        assert failure.value is not None
        for following in await self._crawl.answered(ask, failure.value):
            yield self._request(following)

    async def closed(self, reason: str) -> None:
        """End the run."""
        if self.opened is not None:
            await self.opened.close()

    @property
    def _crawl(self) -> Crawl:
        assert self.opened is not None
        return self.opened.crawl

    def _request(self, ask: Ask) -> scrapy.Request:
        return scrapy.Request(
            ask.url,
            callback=self.parse,
            errback=self.failed,
            cb_kwargs={"ask": ask},
            meta={"validators": ask.validators, "role": ask.role},
            dont_filter=True,
            priority=1 if ask.role == "listing" else 0,
        )
