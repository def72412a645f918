"""Scrapy's download handler: hands every request to the one fetch layer.

In the settings, for both schemes::

    DOWNLOAD_HANDLERS = {
        "http": "crawler.handler.FetchHandler",
        "https": "crawler.handler.FetchHandler",
    }

A spider brings ``fetcher`` (else one is made for the crawl) and ``policy``. What a
request needs beyond that stands in its ``meta``: ``policy``, ``validators``. Of the
request itself only the url counts. Robots, delay, redirects, retries, limits and
decoding are the fetch layer's: Scrapy's middlewares for them must be off, and
``HTTPERROR_ALLOW_ALL`` on, so that 304, 404 and 410 reach the callback. What could
not be fetched reaches the errback as ``FetchProblem``.
"""

from datetime import UTC, datetime
from typing import Any

from scrapy.core.downloader.handlers.base import BaseDownloadHandler
from scrapy.crawler import Crawler
from scrapy.exceptions import NotSupported
from scrapy.http import Headers, Request, Response

from crawler.fetch import Fetcher
from crawler.policy import Fetched, Policy


class FetchedResponse(Response):
    """A response that carries what was fetched; its headers are made when looked at."""

    __slots__ = ("fetched",)

    fetched: Fetched

    @property
    def headers(self) -> Headers:
        """The answer's header fields, as Scrapy holds them."""
        if self._headers is None:
            pairs = self.fetched.last.headers
            self._headers = Headers(
                [
                    (name, value.encode("utf-8", "surrogateescape"))
                    for name, value in pairs
                ]
            )
        return self._headers

    @headers.setter
    def headers(self, value: Any) -> None:
        self._headers = Headers(value)


class FetchHandler(BaseDownloadHandler):  # type: ignore[misc, unused-ignore]
    """Downloads through the fetcher of the process; made when first needed."""

    lazy = True

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        spider = crawler.spider
        fetcher = getattr(spider, "fetcher", None)
        self._owned: Fetcher | None = None
        if fetcher is None:
            agent = crawler.settings["USER_AGENT"]
            self._owned = fetcher = Fetcher(agent=agent, now=lambda: datetime.now(UTC))
            fetcher.open()
        self._fetcher: Fetcher = fetcher
        self._policy: Policy = getattr(spider, "policy", None) or Policy()

    async def download_request(self, request: Request) -> Response:
        """Return what the fetch layer got, or raise its ``FetchProblem``."""
        if request.method != "GET":
            raise NotSupported(f"only GET is made, not {request.method}")
        meta = request.meta
        fetched = await self._fetcher.fetch(
            request.url,
            policy=meta.get("policy") or self._policy,
            validators=meta.get("validators"),
        )
        last = fetched.last
        response = FetchedResponse(
            fetched.url,
            status=last.status,
            body=last.payload,
            request=request,
        )
        response.fetched = fetched
        return response

    async def close(self) -> None:
        """Close what was made here."""
        if self._owned is not None:
            await self._owned.close()
