"""Pages that are nothing but a way to another: as good as a redirect."""

from dataclasses import replace
from typing import TYPE_CHECKING

from crawler.ask import as_capture
from crawler.policy import Fetched, FetchProblem

if TYPE_CHECKING:
    from crawler.crawl import Crawl

#: Bytes of a page that does not say anything else.
_SMALL = 8_000


async def follow_refresh(crawl: "Crawl", answer: Fetched) -> Fetched | FetchProblem:
    """Return the answer that an item's page leads to by itself, or the page's own."""
    url = _leads_to(answer)
    if url is None:
        return answer
    if crawl.walk.is_listing(url):
        return replace(answer, url=url)
    if not crawl.may_ask():
        return answer
    there = await crawl.fetch(url, None)
    if isinstance(there, FetchProblem):
        there.exchanges = (*answer.exchanges, *there.exchanges)
        return there
    hops = (answer, there)
    is_permanent = all(
        hop.moved_for_good or hop.url == hop.exchanges[0].url for hop in hops
    )
    return replace(
        there,
        exchanges=(*answer.exchanges, *there.exchanges),
        robots=(*answer.robots, *there.robots),
        moved_for_good=is_permanent,
        request_count=answer.request_count + there.request_count,
    )


def _leads_to(answer: Fetched) -> str | None:
    payload = answer.last.payload
    if answer.last.status != 200 or not 0 < len(payload) <= _SMALL:
        return None
    if b"refresh" not in payload.lower():
        return None
    # imported here: an ordinary night reads no page
    from parsers.block_walk import walk
    from parsers.lists.inner_pages import refresh_url
    from parsers.page import read_page

    page = read_page(as_capture(answer))
    return refresh_url(page, walk(page))
