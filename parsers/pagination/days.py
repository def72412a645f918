"""Listings cut by days or weeks: on to the one before, by its own link. Pure."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice

from lxml.html import HtmlElement

from parsers.model import Teaser
from parsers.page import Page
from parsers.pagination.candidates import MAX_LINKS, short_text
from parsers.pagination.words import Role, arrow_role, label_role

_DAY = (
    r"(?:(?P<year>(?:19|20)\d\d)(?P<sign>[-/._]?)(?P<month>\d\d)"
    r"(?:(?P=sign)|(?<=\d{6})[-/_])(?P<day>\d\d)"
    r"|(?P<day_1>\d\d?)(?P<sign_1>[-./_])(?P<month_1>\d\d?)(?P=sign_1)"
    r"(?P<year_1>(?:19|20)\d\d))"
)
_PATH = re.compile(rf"(?P<base>[^?#]*?/){_DAY}(?:/|\.[a-z]{{3,5}})?")
_QUERY = re.compile(
    rf"(?P<base>[^?#]*\?)(?:[^#]{{0,300}}&)?(?P<name>[\w.\[\]-]{{1,40}})={_DAY}(?:&.*)?"
)
_YEAR, _WEEK = r"(?P<year>(?:19|20)\d\d)", r"(?P<week>0?[1-9]|[1-4]\d|5[0-3])"
#: ISO weeks, in a path, in one parameter and in two.
_WEEKS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?P<base>[^?#]*?/){_YEAR}[-/_]?(?:week[-/_]?|kw[-_]?|w){_WEEK}/?",
        rf"(?P<base>[^?#]*\?)(?:[^#]{{0,300}}&)?(?P<name>[\w.-]{{1,40}})={_YEAR}-?w{_WEEK}"
        r"(?:&.*)?",
        rf"(?P<base>[^?#]*\?)(?:[^#]{{0,300}}&)?year={_YEAR}&week={_WEEK}(?:&.*)?",
        rf"(?P<base>[^?#]*\?)(?:[^#]{{0,300}}&)?week={_WEEK}&year={_YEAR}(?:&.*)?",
    )
)
#: A page of its own in a folder.
_FILE = re.compile(r"/[\w-]{1,40}\.[a-z]{3,5}$")
#: What leads from one day to another.
_TURNS: set[Role | None] = {"prev", "next", "older", "newer"}
#: A link to a day says no more than that day, or that it is the one before.
_LONGEST = 30


def older_url(page: Page, items: Sequence[Teaser]) -> str | None:
    """Return the page of the newest day or week older than what this page shows.

    The newest page often names no day in its address; then its items tell, or the day
    it was captured on. A day of which it shows the newest items alone goes on itself.
    """
    here = day_of(page.url)
    shown = {item.published.day for item in items if item.published}
    captured_at = page.capture.captured_at
    if here:
        limit = here[1]
    elif shown:
        limit = min(shown)
    else:
        limit = captured_at.date() if captured_at else date.max
    is_whole = here is not None or len(shown) == 1
    items_own = {item.url for item in items}
    before = [
        (day, url)
        for url, day in _days(page, here[0] if here else "")
        if (day < limit or (day == limit and not is_whole)) and url not in items_own
    ]
    return max(before)[1] if before else None


def turns(page: Page) -> tuple[str, ...]:
    """Return the links to the day before and after this page, where it is one of days.

    On a day of which nothing is told there is nothing else to be taken for items. The
    newest day may have the address of the list itself.
    """
    here = day_of(page.url)
    base = here[0] if here else ""
    found = [u for u, text, _ in _day_links(page, base) if _is_turn(text)]
    if here and found:
        today = _without_query(base)
        for link in islice(page.root.iter("a"), MAX_LINKS):
            url = page.resolve(link.get("href") or "#")
            if url and _without_query(url) == today and _is_turn(_text(link)):
                found.append(url)
    return tuple(found)


def _without_query(url: str) -> str:
    return url.partition("?")[0].rstrip("/")


def day_of(url: str) -> tuple[str, date] | None:
    """Return the listing that an address cuts a day from, and that day.

    >>> day_of("https://h.example/news/2026/03/02/")
    ('https://h.example/news/', datetime.date(2026, 3, 2))
    >>> day_of("https://h.example/news?lang=en&date=2.3.2026")
    ('https://h.example/news?date', datetime.date(2026, 3, 2))
    >>> day_of("https://h.example/news/202603/02.htm")
    ('https://h.example/news/', datetime.date(2026, 3, 2))
    >>> day_of("https://h.example/news?week=2026-W10")  # from its Monday on
    ('https://h.example/news?week', datetime.date(2026, 3, 2))
    >>> day_of("https://h.example/news/2026-03-02-fog") is None
    True
    """
    found = _PATH.fullmatch(url) or _QUERY.fullmatch(url)
    if not found:
        return _week_of(url)
    said = found.groupdict()
    year, month, day = (
        int(said[name] or said[f"{name}_1"]) for name in ("year", "month", "day")
    )
    try:
        return found["base"] + (said.get("name") or ""), date(year, month, day)
    except ValueError:
        return None


def _week_of(url: str) -> tuple[str, date] | None:
    """Return the listing that an address cuts an ISO week from, and its Monday.

    >>> _week_of("https://h.example/news/2026/week/9/")
    ('https://h.example/news/', datetime.date(2026, 2, 23))
    """
    found = next((f for week in _WEEKS if (f := week.fullmatch(url))), None)
    if not found:
        return None
    try:
        monday = date.fromisocalendar(int(found["year"]), int(found["week"]), 1)
    except ValueError:
        return None
    return found["base"] + (found.groupdict().get("name") or ""), monday


def _days(page: Page, base: str) -> Iterator[tuple[str, date]]:
    """Yield the days of one listing that a page's links name, and lead to."""
    for url, text, day in _day_links(page, base):
        if _says_day(text, day):
            yield url, day


def _day_links(page: Page, base: str) -> Iterator[tuple[str, str, date]]:
    """Yield where links that say little lead to days of one listing."""
    for element in islice(page.root.iter("a"), MAX_LINKS):
        href = element.get("href")
        if not href or not any(map(str.isdecimal, href)):
            continue
        url = page.resolve(href)
        found = day_of(url) if url else None
        if not url or not found or not _is_below(found[0], page.url, base):
            continue
        if text := _text(element):
            yield url, text, found[1]


def _text(link: HtmlElement) -> str:
    """Return what a link says, or nothing if it says more than a day."""
    text = short_text(link, _LONGEST)
    return text if len(text) <= _LONGEST else ""


def _is_below(found: str, page_url: str, base: str) -> bool:
    """Tell whether days are cut from the page's own listing.

    >>> _is_below("https://h.example/news/by-date/", "https://h.example/news", "")
    True
    >>> _is_below("https://h.example/news/", "https://h.example/news/today.htm", "")
    True
    >>> _is_below("https://h.example/events/", "https://h.example/news", "")
    False
    """
    if base:
        return found == base
    own = page_url.partition("?")[0].rstrip("/")
    if found == _FILE.sub("/", own):
        return True
    path, mark, _ = found.partition("?")
    rest = path.rstrip("/").removeprefix(own)
    if mark or rest == path.rstrip("/"):
        return rest == ""
    return rest.count("/") <= 1


def _says_day(text: str, day: date) -> bool:
    """Tell whether a link says the day that it leads to, or that one goes back by it.

    >>> _says_day("← 2 марта", date(2026, 3, 2)), _says_day("Fog", date(2026, 3, 2))
    (True, False)
    >>> _says_day("← Previous week", date(2026, 3, 2))
    True
    """
    numbers = [int(number) for number in re.findall(r"\d+", text)]
    return day.day in numbers or _goes_back(text)


def _goes_back(text: str) -> bool:
    """Tell whether a text is an arrow back, or begins or ends with what says so."""
    return not _roles(text).isdisjoint(("prev", "older"))


def _is_turn(text: str) -> bool:
    return not _TURNS.isdisjoint(_roles(text))


def _roles(text: str) -> set[Role | None]:
    words = text.split()
    said = (text, *words[:1], *words[-1:])
    return {role(part) for part in said for role in (label_role, arrow_role)}
