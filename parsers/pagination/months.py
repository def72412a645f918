"""Listings cut by months or years: on to the next older part of the archive. Pure."""

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from parsers.model import Teaser
from parsers.page import Page
from parsers.pagination.candidates import MAX_LINKS
from parsers.pagination.month_forms import form_times
from parsers.pagination.month_names import linked_months
from parsers.pagination.numbering import shape, without_page
from parsers.pagination.years import told_years
from parsers.urls import plain_url

_PATH = re.compile(
    r"(?P<base>.*?/)(?P<year>(?:19|20)\d\d)(?:[/_-]?(?P<month>0?[1-9]|1[0-2]))?"
    r"(?P<end>/?|(?:/index(?:\.[a-z]{2})?)?\.[a-z]{3,5})"
)
_YEARS = r"(?:year|y|ano|año|jahr|annee|anno|yil|god|nian)=(?P<year>(?:19|20)\d\d)"
_MONTHS = r"(?:month|mon|m|mes|monat|mois|mese|ay|yue)=(?P<month>0?[1-9]|1[0-2])"
#: A year and a month in one: only what is called by a time may lack the sign between.
_BOTH = (
    r"(?:[\w.-]{1,30}=(?P<year>20\d\d)[-/._](?P<month>0[1-9]|1[0-2])"
    r"|[\w.-]{0,20}(?:month|mes|mois|mon|mts|date|fecha|dat(?:um|a)|period|archiv|ym)"
    r"[\w.-]{0,20}=(?P<year_1>20\d\d)(?P<month_1>0[1-9]|1[0-2]))"
)
_QUERIES = tuple(
    re.compile(rf"(?P<base>[^?]*\?)(?:[^&]*&)?{asked}", re.IGNORECASE)
    for asked in (rf"{_MONTHS}&{_YEARS}", rf"{_YEARS}(?:&{_MONTHS})?", _BOTH)
)

#: A page that is no folder.
_FILE = re.compile(r"/[^/]+\.[a-z]{3,5}$")
#: Links to so few months are no archive.
_FEWEST = 2


class Span(NamedTuple):
    """A year, or a month of it (0: the whole year), and the listing it is cut from."""

    base: str
    year: int
    month: int


_Archive = tuple[Span, str]


def older_url(page: Page, items: Sequence[Teaser]) -> str | None:
    """Return the archive page that goes on where this page ends.

    The newest page often has no month in its address; then its last item tells, and
    the rest of that item's month may stand in the archive only.
    Only what lies below the listing's own address counts, so that a blog's archive
    of everything is not walked from its front page.
    """
    here = span_of(page.url) or counted_span(page.url)
    homes = {here.base if here else home_of(page.url), page.url.partition("?")[0] + "?"}
    homes = {home for home in homes if not _is_front(home)}
    spans = _of(homes, _archives(page), page.url)
    named = [] if spans else _near(homes, _named(page), page.url)
    spans = spans or named
    if not (spans or _is_front(page.url)) and (told := told_years(page)).links:
        here = here or (Span("", told.shown, 0) if told.shown else None)
        spans = [(Span("", year, 0), url) for year, url in told.links]
    if not spans and (asked := form_times(page)):
        here = Span("", *asked.shown)
        spans = [(Span("", *time), url) for time, url in asked.older]
    months = {span.month > 0 for span, _ in spans}
    days = _days_of_list(items)
    is_own = bool(named) or all(span.base.endswith("?") for span, _ in spans)
    if not days and is_own and page.capture.captured_at:
        days = [page.capture.captured_at.date()]
    if here:
        shown = (here.year, here.month)
    elif days and len(months) == 1:
        oldest = days[-1]  # what is pinned above the list may be older
        shown = (oldest.year, oldest.month if months.pop() else 0)
    else:
        return None
    is_month = shown[1] > 0
    dated = [
        (span.year, span.month, url)
        for span, url in spans
        if (span.month > 0) == is_month and (span.year, span.month) <= shown
    ]
    before = [found for found in dated if not here or found[:2] < shown]
    return max(before)[2] if before else None


def _days_of_list(items: Sequence[Teaser]) -> list[date]:
    """Return the days of the longest list; a box below it may show older items."""
    counts = Counter(item.place for item in items if item.published)
    most = max(counts, key=counts.__getitem__, default="")
    return [i.published.day for i in items if i.published and i.place == most]


def _is_front(home: str) -> bool:
    """Tell whether a place is the whole host."""
    return home.partition("?")[0].rstrip("/").count("/") < 3


def _of(homes: set[str], found: list[_Archive], but: str) -> list[_Archive]:
    """Return the archives of a listing's own places, without the page itself."""
    return [
        (span, url)
        for span, url in found
        if (span.base in homes or span.base.removesuffix("?") in homes)
        and plain_url(url) != plain_url(but)
    ]


def _near(homes: set[str], found: list[_Archive], but: str) -> list[_Archive]:
    """Return the archives below a listing's own places, or called as the page itself.

    A link that names a month may lead into a folder of that month.
    """
    own = shape(but)
    return [
        (span, url)
        for span, url in found
        if (any(map(url.startswith, homes)) or shape(url) == own)
        and plain_url(url) != plain_url(but)
    ]


def named_urls(page: Page) -> tuple[str, ...]:
    """Return the pages beside this one that links call by a month and its year."""
    home = home_of(page.url)
    found = [url for span, url in _named(page) if span.base == home]
    return tuple(found) if len(found) >= _FEWEST else ()


def archive_urls(page: Page) -> tuple[str, ...]:
    """Return the months that a blog's page links to, or its years, newest first.

    Of the page's own folder alone; they are a way round further pages that cannot be
    read.
    """
    here = span_of(page.url)
    home = here.base if here else page.url.partition("?")[0].rpartition("/")[0] + "/"
    spans = [found for found in _archives(page) if found[0].base == home]
    of_months = [found for found in spans if found[0].month]
    return tuple(url for _, url in sorted(of_months or spans, reverse=True))


def span_of(url: str) -> Span | None:
    """Return the month or year that an address names.

    >>> span_of("https://h.example/news/2026/02/")
    Span(base='https://h.example/news/', year=2026, month=2)
    >>> span_of("https://h.example/news.php?m=2&y=2026&PHPSESSID=1f")[1:]
    (2026, 2)
    >>> span_of("https://h.example/news?dept=7&mts=202602")[1:]
    (2026, 2)
    >>> span_of("https://h.example/news/2026/02/17/") is None
    True
    """
    found = match_time(url)
    if not found:
        return None
    said = found.groupdict()
    year, month = (said[name] or said.get(f"{name}_1") for name in ("year", "month"))
    return Span(said["base"], int(year or 0), int(month or 0))


def match_time(url: str) -> re.Match[str] | None:
    """Match a plain address that is a year's or a month's; its groups say which."""
    tried = (pattern.fullmatch(plain_url(url)) for pattern in (_PATH, *_QUERIES))
    return next(filter(None, tried), None)


def counted_span(url: str) -> Span | None:
    """Return the month or year of which an address is a further page.

    >>> counted_span("https://h.example/news/?year=2026&p=2")[1:]
    (2026, 0)
    >>> counted_span("https://h.example/news/?year=2026") is None
    True
    """
    first = without_page(url)
    return span_of(first) if first != url else None


def is_page_of_span(page: Page) -> bool:
    """Tell whether a page is a further one of a month or a year."""
    if without_page(page.url) == page.url:
        return False
    return counted_span(page.url) is not None or told_years(page).shown is not None


def asks_month(url: str) -> bool:
    """Tell whether an address asks for a month by its name; a path may count pages.

    >>> asks_month("https://h.example/news?y=2026&m=2")
    True
    >>> asks_month("https://h.example/news/2026/02/")
    False
    """
    tried = (pattern.fullmatch(plain_url(url)) for pattern in _QUERIES)
    said = next((one.groupdict() for one in tried if one), {})
    return bool(said.get("month") or said.get("month_1"))


def is_later(page: Page, url: str | None) -> bool:
    """Tell whether an address asks for a later month than a page is of."""
    there = span_of(url) if url and asks_month(url) else None
    here = span_of(page.url) if there else None
    return there is not None and here is not None and there[1:] > here[1:]


def home_of(url: str) -> str:
    """Return the folder that a listing is, or stands in."""
    path = url.partition("?")[0]
    return (
        path.rpartition("/")[0] + "/" if _FILE.search(path) else f"{path.rstrip('/')}/"
    )


def _named(page: Page) -> list[_Archive]:
    """Return the months that links name, whatever their addresses look like."""
    return [
        (Span(url.partition("?")[0].rpartition("/")[0] + "/", *month), url)
        for url, month in linked_months(page).items()
    ]


def _archives(page: Page) -> list[_Archive]:
    found: dict[str, Span] = {}
    for count, element in enumerate(page.root.iter("a", "option")):
        if count >= MAX_LINKS:
            break
        href = element.get("href" if element.tag == "a" else "value")
        if not href or not _YEAR.search(href):
            continue
        url = page.resolve(href)
        if url and (span := span_of(url)):
            found.setdefault(url, span)
    return [(span, url) for url, span in found.items()]


_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?:0[1-9]|1[0-2])?(?!\d)")
