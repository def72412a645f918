"""Why a listing is read as it is: what won, and what was left out as what. Pure."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from lxml.html import HtmlElement

from parsers.listing import with_address
from parsers.model import Listing, Problem
from parsers.page import Page
from parsers.pagination import find_pagination
from parsers.pagination.candidates import short_text
from parsers.pagination.links import read_pager, seen_pagers
from parsers.rules import Rules
from parsers.templates import find_items
from parsers.templates.choice import Verdict, judge
from parsers.templates.dates import Days
from parsers.templates.fields import read_group
from parsers.templates.parts import find_groups, menus
from parsers.templates.prose import is_article
from parsers.templates.sheet_walk import read_sheet
from parsers.templates.worth import dated_part

#: Titles shown of a group, and groups and menus told of.
MAX_TITLES, MAX_GROUPS = 3, 40


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedGroup:
    """A group of links that was looked at: kept as items, or left out as what."""

    path: str
    count: int
    dated: float
    worth: float
    is_kept: bool
    reason: str
    titles: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenPager:
    """Links that looked like a pager, whether they are believed, and why not."""

    path: str
    texts: tuple[str, ...]
    is_kept: bool
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ListingReasons:
    """Which way found items and next page, and the groups and pagers looked at."""

    ways: dict[str, str]
    groups: tuple[ListedGroup, ...] = ()
    pagers: tuple[SeenPager, ...] = ()


def explain_listing(
    page: Page, listing: Listing | Problem, *, rules: Rules | None = None
) -> ListingReasons:
    """Return why ``parse_listing`` read a page as this listing.

    >>> from parsers.listing import parse_listing
    >>> from parsers.model import Capture
    >>> from parsers.page import read_page
    >>> feed = b"<urlset><url><loc>https://h.example/news/1</loc></url></urlset>"
    >>> page = read_page(Capture(url="https://h.example/sitemap.xml", payload=feed))
    >>> explain_listing(page, parse_listing(page)).ways["items"]
    'sitemap'
    """
    if not isinstance(listing, Listing):
        return ListingReasons(ways={"items": "", "next_url": ""})
    ways = {"items": listing.kind, "next_url": listing.pagination}
    if listing.kind != "html":
        return ListingReasons(ways=ways)
    page = with_address(page)
    ways["items"] = _way(page, rules)
    return ListingReasons(
        ways=ways, groups=tuple(_groups(page)), pagers=tuple(_pagers(page))
    )


def reasons_answer(reasons: ListingReasons) -> dict[str, Any]:
    """Return reasons as JSON values.

    >>> reasons_answer(ListingReasons(ways={"items": "feed", "next_url": ""}))
    {'ways': {'items': 'feed', 'next_url': ''}, 'groups': [], 'pagers': []}
    """
    return asdict(reasons) | {
        "groups": [asdict(group) for group in reasons.groups],
        "pagers": [asdict(pager) for pager in reasons.pagers],
    }


def _way(page: Page, rules: Rules | None) -> str:
    if rules is not None:
        at = page.capture.captured_at
        if rules.listing.on(at.date() if at else None).item:
            return "rules"
    return find_items(page, pages=find_pagination(page).pages)[1]


def _groups(page: Page) -> Iterator[ListedGroup]:
    sheet = read_sheet(page)
    days = Days(sheet)
    found = judge([read_group(sheet, group, days) for group in find_groups(sheet)])
    chosen = [verdict.reading for verdict in found if verdict.is_kept]
    pages = find_pagination(page).pages
    is_read = not pages and is_article(sheet, chosen)
    for verdict in found[:MAX_GROUPS]:
        yield _listed(verdict, pages, is_read=is_read)
    for links in menus(sheet)[:MAX_GROUPS]:
        yield ListedGroup(
            path=_path(links[0].element),
            count=len(links),
            dated=0.0,
            worth=0.0,
            is_kept=False,
            reason="menu",
            titles=tuple(link.text[:100] for link in links[:MAX_TITLES]),
        )


def _listed(verdict: Verdict, pages: Collection[str], *, is_read: bool) -> ListedGroup:
    reading = verdict.reading
    reason = verdict.reason
    if is_read and verdict.is_kept:
        reason = "beside an article"
    elif sum(link.url in pages for link in reading.links) * 2 > len(reading.links):
        reason = "pager"
    return ListedGroup(
        path=_path(reading.group.parts[0].element),
        count=len(reading.teasers),
        dated=round(dated_part(reading), 2),
        worth=round(verdict.worth, 2),
        is_kept=verdict.is_kept and not is_read,
        reason=reason,
        titles=tuple(t.title[:100] for t in reading.teasers[:MAX_TITLES]),
    )


def _pagers(page: Page) -> Iterator[SeenPager]:
    kept = {group.box for group in read_pager(page).groups}
    for group in seen_pagers(page):
        texts = [short_text(link.element, 40) or link.url for link in group.links]
        is_kept = group.box in kept
        yield SeenPager(
            path=_path(group.box),
            texts=tuple(texts[:10]),
            is_kept=is_kept,
            reason="a pager" if is_kept else "does not lead on from this page",
        )


def _path(element: HtmlElement) -> str:
    """Return where an element stands, as a short selector."""
    steps: list[str] = []
    node: HtmlElement | None = element
    while node is not None and len(steps) < 3 and node.tag != "html":
        names: Sequence[str] = (node.get("class") or "").split()[:2]
        steps.append(".".join([str(node.tag), *names]))
        node = node.getparent()
    return " > ".join(reversed(steps))
