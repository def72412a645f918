"""The one spider: it carries requests and answers between Scrapy and the crawl."""

from collections.abc import AsyncIterator, Sequence
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


class SiteSpider(scrapy.Spider):
    """Crawls one site: ``scrapy crawl site -a site=NAME``."""

    name = "site"

    def __init__(
        self,
        site: str = "",
        crawl: Crawl | None = None,
        asks: Sequence[Ask] = (),
        **arguments: Any,
    ) -> None:
        super().__init__(**arguments)
        self.asks = asks
        self.crawl = crawl
        self.site_name = site
        self.opened: Any = None

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        """Make the spider; without a crawl of ours, open one for the named site."""
        spider = super().from_crawler(crawler, *args, **kwargs)
        if spider.crawl is None:
            from crawler.run import open_for_scrapy

            spider.opened = open_for_scrapy(spider.site_name, crawler.settings)
            spider.crawl = spider.opened.crawl
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
        for ask in self.asks or self._crawl.seeds():
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
        """End a run that this spider opened itself."""
        if self.opened is not None:
            await self.opened.close()

    @property
    def _crawl(self) -> Crawl:
        assert self.crawl is not None
        return self.crawl

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
