"""Links called by a month: with its year, or below the head of a year. Pure."""

import re
import unicodedata
from itertools import islice

from lxml.html import HtmlElement

from parsers.dates import find_dates
from parsers.dates.words import month_of as month_named
from parsers.page import Page
from parsers.pagination.candidates import MAX_LINKS
from parsers.text import LETTER, has_digit, normal_text
from parsers.visible import visible_text

#: A month with its year is no longer, nor is the head of a year.
_LONGEST = 30
#: A month that says no year, by its number or its name.
_NUMBERED, _WORD = (
    re.compile(r"(\d{1,2})\s?[月월]分?"),
    re.compile(rf"{LETTER}{{3,14}}\.?"),
)
#: A year over months, perhaps of an era, and how many follow.
_YEAR = re.compile(
    r"(?:(?P<year>(?:19|20)\d\d)\s?[年년]?"
    r"|(?P<era>(?:令和|平成)\s?\w{1,2}年)(?P<budget>度)?)\W{0,3}(?:\d+\))?"
)
_APRIL = 4
#: The head of a year stands so many boxes up at most, before so many months.
_UP, _BACK = 3, 12

Month = tuple[int, int]


def linked_months(page: Page) -> dict[str, Month]:
    """Return where links lead that a month and its year name, and which it is."""
    found: dict[str, Month] = {}
    for element in islice(page.root.iter("a"), MAX_LINKS):
        href = element.get("href")
        if not href or not (text := visible_text(element)) or len(text) > _LONGEST:
            continue
        if not (month := month_of(text) or _below_year(element, text)):
            continue
        if url := page.resolve(href):
            found.setdefault(url, month)
    return found


def month_of(text: str) -> Month | None:
    """Return the year and the month that a text names, if it says nothing else.

    >>> month_of("January 2026"), month_of("令和８年２月"), month_of("May 2026 report")
    ((2026, 1), (2026, 2), None)
    """
    text = normal_text(text)
    if not 5 <= len(text) <= _LONGEST or not has_digit(text):
        return None
    text = unicodedata.normalize("NFKC", text)
    for whole in (f"1 {text}", f"{text}1日", f"{text} 1"):
        for found in find_dates(whole):
            if found.text == whole:
                return found.day.year, found.day.month
    return None


def _below_year(link: HtmlElement, text: str) -> Month | None:
    """Return the month of a link that stands below, or behind, the head of its year."""
    month, box = _bare_month(text), link
    for _ in range(_UP if month else 0):
        besides = islice(box.itersiblings(preceding=True), _BACK)
        years = (_year_of(beside, month) for beside in besides)
        if year := next(filter(None, years), 0):
            return year, month
        above = box.getparent()
        if above is None:
            break
        if year := _says_year(above.text, month):
            return year, month
        box = above
    return None


def _bare_month(text: str) -> int:
    """Return the number of a month that stands alone, or 0.

    >>> _bare_month("February"), _bare_month("２月"), _bare_month("Fog")
    (2, 2, 0)
    >>> _bare_month("กุมภาพันธ์")
    2
    """
    if numbered := _NUMBERED.fullmatch(text):
        number = int(numbered[1])
        return number if number <= 12 else 0
    return (month_named(text.rstrip(".")) or 0) if _WORD.fullmatch(text) else 0


def _year_of(element: HtmlElement, month: int) -> int:
    """Return the year that an element says, or what stands right behind it."""
    if year := _says_year(element.tail, month):
        return year
    is_read = isinstance(element.tag, str) and element.tag != "a"
    return _says_year(visible_text(element), month) if is_read else 0


def _says_year(text: str | None, month: int) -> int:
    """Return the year of a month below a text that is but the head of it, or 0.

    Japan's offices count theirs from April on.

    >>> _says_year("2026:", 2), _says_year("令和８年", 2), _says_year("May 2026", 2)
    (2026, 2026, 0)
    >>> _says_year("令和7年度", 2), _says_year("令和7年度", 4)
    (2026, 2025)
    """
    text = unicodedata.normalize("NFKC", text[: 2 * _LONGEST]).strip() if text else ""
    found = _YEAR.fullmatch(text) if text else None
    if not found:
        return 0
    if found["year"]:
        return int(found["year"])
    first = month_of(f"{found['era']}1月")
    return first[0] + (bool(found["budget"]) and month < _APRIL) if first else 0
