"""A crawl of a few addresses through the download handler, in a process of its own.

``python -m tests.crawler.one_crawl TWISTED(0|1) SHARED(0|1) URL…`` prints one JSON
object a line.
"""

import json
import sys
from collections.abc import AsyncIterator
from typing import Any

from scrapy import Request, Spider
from scrapy.crawler import AsyncCrawlerProcess

from crawler.fetch import Fetcher
from crawler.handler import FetchedResponse
from crawler.policy import FetchProblem, Policy, Validators
from tests.crawler.hostile import SMALL

HANDLER = "crawler.handler.FetchHandler"


class Some(Spider):
    """Asks for what it is given and says what came."""

    name = "some"
    urls: list[str]
    policy: Policy
    fetcher: Fetcher | None = None

    async def start(self) -> AsyncIterator[Any]:
        if self.fetcher is not None:
            self.fetcher.open()
        for url in self.urls:
            held = Validators(etag='"7"') if url.endswith("/held") else None
            yield Request(url, errback=self.fail, meta={"validators": held})

    def parse(self, response: FetchedResponse) -> None:  # type: ignore[override]
        tell(
            url=response.url,
            status=response.status,
            body=response.body.decode(),
            etag=response.headers.get("ETag", b"").decode(),
            hops=len(response.fetched.exchanges),
        )

    def fail(self, failure: Any) -> None:
        problem = failure.value
        assert isinstance(problem, FetchProblem), problem
        tell(url=problem.problem.url, kind=problem.problem.kind)


def tell(**what: object) -> None:
    print(json.dumps(what), flush=True)


def main(has_twisted: bool, is_shared: bool, urls: list[str]) -> None:
    settings = {
        "TWISTED_REACTOR_ENABLED": has_twisted,
        "DOWNLOAD_HANDLERS": {"http": HANDLER, "https": HANDLER},
        "USER_AGENT": "presswatch/0",
        "HTTPERROR_ALLOW_ALL": True,
        "RETRY_ENABLED": False,
        "REDIRECT_ENABLED": False,
        "COMPRESSION_ENABLED": False,
        "TELNETCONSOLE_ENABLED": False,
        "REMOTE_CONTROL_ENABLED": False,
        "LOG_LEVEL": "ERROR",
    }
    process = AsyncCrawlerProcess(settings)
    policy = Policy(limits=SMALL, seeds=(urls[0],), delay=0)
    fetcher = Fetcher(agent="presswatch/0") if is_shared else None
    process.crawl(Some, urls=urls, policy=policy, fetcher=fetcher)
    process.start()


if __name__ == "__main__":
    main(sys.argv[1] == "1", sys.argv[2] == "1", sys.argv[3:])
