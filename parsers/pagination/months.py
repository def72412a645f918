"""Listings cut by months or years: on to the next older part of the archive. Pure."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from parsers.model import Teaser
from parsers.page import Page
from parsers.pagination.candidates import MAX_LINKS
from parsers.urls import resolve

_PATH = re.compile(
    r"(?P<base>.*?/)(?P<year>(?:19|20)\d\d)(?:[/_-]?(?P<month>0?[1-9]|1[0-2]))?"
    r"(?P<end>/?|\.[a-z]{3,5})"
)
_QUERY = re.compile(
    r"(?P<base>[^?]*\?)(?:[^&]*&)?(?:year|y|ano|año|jahr|annee|anno|yil|god|nian)="
    r"(?P<year>(?:19|20)\d\d)(?:&(?:month|mon|m|mes|monat|mois|mese|ay|yue)="
    r"(?P<month>0?[1-9]|1[0-2]))?",
    re.IGNORECASE,
)


class Span(NamedTuple):
    """A year, or a month of it (0: the whole year), and the listing it is cut from."""

    base: str
    year: int
    month: int


def older_url(page: Page, items: Sequence[Teaser]) -> str | None:
    """Return the archive page that goes on where this page ends.

    The newest page often has no month in its address; then its oldest item tells, and
    the rest of that item's month may stand in the archive only.
    Only what lies below the listing's own address counts, so that a blog's archive
    of everything is not walked from its front page.
    """
    here = span_of(page.url)
    home = here.base if here else page.url.partition("?")[0].rstrip("/") + "/"
    if home.partition("?")[0].rstrip("/").count("/") < 3:
        return None
    spans = [found for found in _archives(page) if found[0].base in {home, home + "?"}]
    months = {span.month > 0 for span, _ in spans}
    days = [item.published.day for item in items if item.published]
    if here:
        shown = (here.year, here.month)
    elif days and len(months) == 1:
        shown = (min(days).year, min(days).month if months.pop() else 0)
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
    >>> span_of("https://h.example/news/2026/02/17/") is None
    True
    """
    found = _PATH.fullmatch(url) or _QUERY.fullmatch(url)
    if not found:
        return None
    return Span(found["base"], int(found["year"]), int(found["month"] or 0))


def _archives(page: Page) -> list[tuple[Span, str]]:
    found: dict[str, Span] = {}
    for count, element in enumerate(page.root.iter("a", "option")):
        if count >= MAX_LINKS:
            break
        href = element.get("href" if element.tag == "a" else "value")
        if not href or not _YEAR.search(href):
            continue
        url = resolve(page.base_url, href, encoding=page.encoding)
        if url and (span := span_of(url)):
            found.setdefault(url, span)
    return [(span, url) for url, span in found.items()]


_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
