"""Lists of one year or month: which one, and where that of a later one is. Pure."""

import re
from itertools import islice

from parsers.page import Page
from parsers.pagination.candidates import MAX_LINKS
from parsers.pagination.months import Span, match_time, span_of
from parsers.urls import plain_url

#: A year that a name holds: "releases-2026.html".
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_HOST = re.compile(r"[a-z]+://[^/]*")


def time_of(url: str) -> Span | None:
    """Return the year or month whose list an address seems to be of.

    >>> time_of("https://h.example/news/2026/12/")
    Span(base='https://h.example/news/', year=2026, month=12)
    >>> time_of("https://h.example/releases-2026.html")
    Span(base='https://h.example/releases-*.html', year=2026, month=0)
    >>> time_of("https://h.example/news/") is None
    True
    """
    if span := span_of(url):
        return span
    url = plain_url(url)
    if not (named := _name_year(url)):
        return None
    return Span(_with_year(url, named, "*"), int(named[0]), 0)


def is_after(span: Span, here: Span) -> bool:
    """Tell whether a year or month of the same list comes after another one.

    >>> is_after(Span("/news/", 2027, 0), Span("/news/", 2026, 12))
    True
    >>> is_after(Span("/news/", 2026, 12), Span("/news/", 2026, 0))
    False
    """
    if span.base != here.base:
        return False
    if bool(span.month) == bool(here.month):
        return span[1:] > here[1:]
    return not span.month and span.year > here.year


def later_urls(page: Page) -> tuple[str, ...]:
    """Return the later years or months that the list of one links to, newest first."""
    here = time_of(page.url)
    if here is None:
        return ()
    found: dict[str, tuple[int, int]] = {}
    for element in islice(page.root.iter("a", "option"), MAX_LINKS):
        href = element.get("href" if element.tag == "a" else "value")
        if not href or (not _YEAR.search(href) and not here.month):
            continue
        url = page.resolve(href)
        span = time_of(url) if url else None
        if url and span and is_after(span, here):
            found[url] = span[1:]
    return tuple(sorted(found, key=found.__getitem__, reverse=True))


def url_at(url: str, year: int, month: int) -> str:
    """Return where the list of a year or month should have that of another one.

    >>> url_at("https://h.example/news/2026/12/", 2027, 1)
    'https://h.example/news/2027/01/'
    >>> url_at("https://h.example/news?m=9&y=2026", 2026, 10)
    'https://h.example/news?m=10&y=2026'
    >>> url_at("https://expo2026.example/releases-2026.html", 2027, 0)
    'https://expo2026.example/releases-2027.html'
    """
    found = match_time(url)
    whole = plain_url(url)
    if found is None:
        named = _name_year(whole)
        return _with_year(whole, named, year) if named else whole
    values = {"year": year, "year_1": year, "month": month, "month_1": month}
    said = [name for name, text in found.groupdict().items() if name in values and text]
    for name in sorted(said, key=found.start, reverse=True):
        start, end = found.span(name)
        whole = f"{whole[:start]}{values[name]:0{end - start}}{whole[end:]}"
    return whole


def _with_year(url: str, named: re.Match[str], year: int | str) -> str:
    return f"{url[: named.start()]}{year}{url[named.end() :]}"


def _name_year(url: str) -> re.Match[str] | None:
    """Return the only year that an address names behind its host."""
    host = _HOST.match(url)
    found = list(islice(_YEAR.finditer(url, host.end() if host else 0), 2))
    return found[0] if len(found) == 1 else None
