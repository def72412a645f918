"""A first look at a site: what would be found, before anything is watched."""

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from crawler.ask import as_capture
from crawler.fetch import Fetcher
from crawler.lists.reach import elsewhere, in_reach
from crawler.policy import FetchProblem, Policy
from crawler.site import Site
from parsers.article import parse_article
from parsers.feeds import announced_feeds
from parsers.listing import parse_listing
from parsers.lists.front_pages import news_urls
from parsers.model import Article, Capture, Listing, Problem, ProblemKind, Teaser
from parsers.page import Page, read_page
from parsers.profile import Profile, learn
from parsers.urls import in_scope, is_front, item_key

#: Articles that are read to learn how the site makes them.
ARTICLES = 3
#: Seconds that an answer takes as a rule, beyond the pause between requests.
ANSWER_SECONDS = 0.5
#: So many links of a front page that are called news are followed, at most; a list
#: of so many items is one, and the news of a front page stand in it by this share.
LEADS, LEAST, SHARE = 4, 3, 0.5
#: An archive lists years, a year its months, and a month its days.
TIMES = 3

#: Problems of a page from which a reader without scripts learns nothing.
_SHOWS_NOTHING = (ProblemKind.SCRIPT, ProblemKind.EMPTY)
_NUMBER = re.compile(r"\d+")
#: A second page that is called by so much or more is called by the items before it.
_OFFSET = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """What a first look found; ``page_count`` is ``None`` where no one can tell.

    ``seeds`` are what is worth to be watched: the address given, and the list of news
    that it leads to if it is the front page of a site.
    """

    seeds: tuple[str, ...]
    listing: Listing | None = None
    article: Article | None = None
    date_order: str | None = None
    page_count: int | None = None
    problems: tuple[Problem, ...] = ()

    @property
    def request_count(self) -> int | None:
        """How many requests a first crawl takes, listings and items, about."""
        if self.listing is None or self.page_count is None:
            return None
        return self.page_count * (1 + len(self.listing.items))


async def survey(site: Site, *, fetcher: Fetcher, delay: float | None = None) -> Survey:
    """Look at a listing and a few of its articles; what fails is told, not raised."""
    policy = site.policy(delay=delay)
    found = await _capture(site.seeds[0], fetcher, policy)
    if isinstance(found, Problem):
        return Survey(seeds=site.seeds, problems=(found,))
    page = read_page(found)
    seeds, listing = await _with_news(site, page, fetcher, policy)
    is_index = False
    if isinstance(listing, Listing) and (is_index := listing.is_index):
        listing = await _newest_of(listing, site, fetcher, policy)
    if isinstance(listing, Problem):
        return Survey(seeds=seeds, problems=(listing,))
    if not listing.items and not listing.sections:
        return Survey(seeds=seeds, listing=listing, problems=(_nothing(page),))
    captures, problems = await _articles(listing.items, fetcher, policy)
    if detail := elsewhere(listing.items, site.seeds):
        problems.append(Problem(kind=ProblemKind.EMPTY, detail=detail, url=listing.url))
    profile = learn(captures) if captures else Profile()
    readings = [
        parse_article(capture, profile=profile, rules=site.rules)
        for capture in captures
    ]
    problems += [reading for reading in readings if isinstance(reading, Problem)]
    articles = [reading for reading in readings if isinstance(reading, Article)]
    return Survey(
        seeds=seeds,
        listing=listing,
        article=max(articles, key=lambda a: len(a.body), default=None),
        date_order=profile.date_order,
        page_count=None if is_index else count_pages(listing),
        problems=tuple(problems),
    )


async def find_seeds(
    site: Site, *, fetcher: Fetcher, delay: float | None = None
) -> tuple[str, ...]:
    """Return what is worth to be watched of a site whose front page may be its seed."""
    policy = site.policy(delay=delay)
    found = await _capture(site.seeds[0], fetcher, policy)
    if isinstance(found, Problem):
        return site.seeds
    seeds, _ = await _with_news(site, read_page(found), fetcher, policy)
    return seeds


def count_pages(listing: Listing) -> int | None:
    """Return how many pages a listing has, as far as its pager tells.

    >>> pages = tuple(f"https://h.example/?page={n}" for n in (2, 3, 41))
    >>> count_pages(Listing(url="https://h.example/", next_url=pages[0], pages=pages))
    41
    >>> pages = tuple(f"https://h.example/?start={n}" for n in (10, 20, 40))
    >>> count_pages(Listing(url="https://h.example/", next_url=pages[0], pages=pages))
    5
    >>> count_pages(Listing(url="https://h.example/"))
    1
    """
    if listing.onward_url is None:
        return 1
    shape = _NUMBER.sub("#", listing.onward_url)
    alike = [url for url in listing.pages if _NUMBER.sub("#", url) == shape]
    first = _numbers(listing.onward_url)
    moving = [
        (number, there)
        for url in alike
        for number, there in zip(_numbers(url), first, strict=True)
        if number != there
    ]
    highest, step = max(moving, default=(0, 0))
    if step >= _OFFSET and all(number % step == 0 for number, _ in moving):
        highest = highest // step + 1
    return highest if 2 <= highest <= 100_000 else None


def crawl_seconds(request_count: int, *, delay: float) -> int:
    """Return how long so many polite requests to one host take."""
    return math.ceil(request_count * (delay + ANSWER_SECONDS))


async def _with_news(
    site: Site, page: Page, fetcher: Fetcher, policy: Policy
) -> tuple[tuple[str, ...], Listing | Problem]:
    """Return the seeds and their listing, or those of the news that a page leads to.

    A front page is watched with the list that one of its links is called news for; a
    page that shows nothing without its scripts gives way to a feed that it announces.
    """
    listing = parse_listing(page, rules=site.rules)
    if isinstance(listing, Problem) and listing.kind not in _SHOWS_NOTHING:
        return site.seeds, listing
    shown: Sequence[Teaser] = ()
    sections: Sequence[str] = ()
    leads_on = False
    if isinstance(listing, Listing):
        shown, sections = listing.items, listing.sections
        leads_on = bool(listing.onward_url or sections)
        # the days of a calendar lead on as well, and are no news
        if leads_on and (shown or not is_front(page.url)):
            return site.seeds, listing
    led = None
    if is_front(page.url):
        led = await _news_of(page, shown, fetcher, policy)
    if led is None and not (shown or leads_on):
        led = await _feed_of(page, fetcher, policy)
    if led is None:
        return site.seeds, listing
    is_shown = bool(sections) or not _keys(shown).isdisjoint(_keys(led.items))
    return ((*site.seeds, led.url) if is_shown else (led.url,)), led


async def _newest_of(
    index: Listing, site: Site, fetcher: Fetcher, policy: Policy
) -> Listing | Problem:
    """Return the newest list of an archive, behind its year and its month."""
    listing: Listing | Problem = index
    for _ in range(TIMES):
        if isinstance(listing, Problem) or not (listing.is_index and listing.older_url):
            break
        found = await _capture(listing.older_url, fetcher, policy)
        if isinstance(found, Problem):
            return found
        listing = parse_listing(found, rules=site.rules)
    return listing


async def _feed_of(page: Page, fetcher: Fetcher, policy: Policy) -> Listing | None:
    """Return the first feed that a page announces on its own site, if it has items."""
    urls = announced_feeds(page)
    for url in [url for url in urls if in_scope(url, policy.seeds)][:LEADS]:
        answer = await _capture(url, fetcher, policy)
        feed = None if isinstance(answer, Problem) else parse_listing(answer)
        if isinstance(feed, Listing) and feed.items:
            return feed
    return None


async def _news_of(
    front: Page, shown: Sequence[Teaser], fetcher: Fetcher, policy: Policy
) -> Listing | None:
    """Return the list of news that a front page leads to, if one of its links does.

    What the front page shows must stand there, unless it shows services: no day is
    printed at any of them, and the list prints them.
    """
    keys = _keys(shown)
    is_news = any(teaser.published for teaser in shown)
    for url in news_urls(front, shown)[:LEADS]:
        found = await _capture(url, fetcher, policy)
        listing = None if isinstance(found, Problem) else parse_listing(found)
        if isinstance(listing, Listing) and len(listing.items) >= LEAST:
            is_dated = all(teaser.published for teaser in listing.items)
            held = len(keys & _keys(listing.items))
            if held >= SHARE * len(keys) or (is_dated and not is_news):
                return listing
    return None


async def _articles(
    items: tuple[Teaser, ...], fetcher: Fetcher, policy: Policy
) -> tuple[list[Capture], list[Problem]]:
    own = [teaser.url for teaser in in_reach(items, policy.seeds)]
    captures, problems = [], []
    for url in own[:ARTICLES]:
        found = await _capture(url, fetcher, policy)
        if isinstance(found, Problem):
            problems.append(found)
        else:
            captures.append(found)
    return captures, problems


async def _capture(url: str, fetcher: Fetcher, policy: Policy) -> Capture | Problem:
    try:
        fetched = await fetcher.fetch(url, policy=policy)
    except FetchProblem as problem:
        return problem.problem
    if fetched.last.status >= 400:
        detail = f"the server answers {fetched.last.status}"
        return Problem(kind=ProblemKind.HTTP_STATUS, detail=detail, url=url)
    return as_capture(fetched)


def _keys(items: Iterable[Teaser]) -> set[str]:
    return {item_key(teaser.url) for teaser in items}


def _nothing(page: Page) -> Problem:
    detail = "no items are found here; is it a page that lists items?"
    if led_to := news_urls(page, ()):
        detail += f" What it calls news is at {led_to[0]}"
    return Problem(kind=ProblemKind.EMPTY, detail=detail, url=page.url)


def _numbers(url: str) -> list[int]:
    return [int(digits[:9]) for digits in _NUMBER.findall(url)]
