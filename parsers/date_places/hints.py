"""What is known beforehand of the dates on one page: language, order, address. Pure."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import lru_cache

from parsers.dates import may_hold_date, parse_date, parse_machine_date
from parsers.finders.language import language_of
from parsers.model import Printed
from parsers.reading import Reading

#: No page of ours is older, and none comes from the far future.
EARLIEST, LATEST = date(1990, 1, 1), date(2100, 1, 1)


def date_languages(reading: Reading) -> tuple[str, ...]:
    """Return the page's language; English or Arabic of the country of its host.

    Many systems declare American English wherever they run; a page that declares
    nothing, or that in other letters, is written in what its words tell.
    """
    language = reading.page.language or ""
    if not language or (_is_english(language) and _has_other_letters(reading)):
        language = _written_in(reading) or language
    if _is_english(language):
        host = reading.page.url.partition("://")[2].partition("/")[0]
        region = _ENGLISH.get(host.partition(":")[0].rpartition(".")[2].lower())
        return (f"en-{region}",) if region else (language,)
    if language.lower() == "ar" and _SAUDI.match(reading.page.url):
        return ("ar-SA",)
    return (language,) if language else ()


def _is_english(language: str) -> bool:
    return language.lower() in ("en", "en-us")


def _has_other_letters(reading: Reading) -> bool:
    """Tell whether the first longer line of a page is in no Latin letters."""
    first = next(_longer_lines(reading), "")
    return len(first.encode("ascii", "ignore")) * 2 < len(first)


def _written_in(reading: Reading) -> str:
    """Return the language of a page's longer lines, or ""."""
    lines: list[str] = []
    chars = 0
    for line in _longer_lines(reading):
        lines.append(line)
        chars += len(line)
        if chars > _ENOUGH:
            break
    return _language_of(" ".join(lines)[:_ENOUGH])


def _longer_lines(reading: Reading) -> Iterator[str]:
    for block in reading.blocks:
        if block.chars > _LINE and block.link_share < _LINKED:
            yield block.text


@lru_cache(maxsize=64)
def _language_of(text: str) -> str:
    return language_of(text) or ""


def not_to_come(found: Printed, reading: Reading) -> Printed:
    """Return a date in figures the other way round if it is a day yet to come.

    Unless the site has taught the order of its numbers, or the turned day is to come
    too.
    """
    captured_at = reading.page.capture.captured_at
    if captured_at is None or date_order(reading) or not _FIGURES.fullmatch(found.text):
        return found
    latest, day = captured_at.date() + _DAY, turned(found.day)
    if found.day <= latest or day is None or day > latest:
        return found
    at = datetime.combine(day, found.at.timetz()) if found.at else None
    return replace(found, day=day, at=at)


def turned(day: date) -> date | None:
    """Return a day with the numbers of day and month the other way round, if it is one.

    >>> str(turned(date(2026, 11, 2))), turned(date(2026, 11, 22))
    ('2026-02-11', None)
    """
    return day.replace(month=day.day, day=day.month) if day.day <= 12 else None


def date_order(reading: Reading) -> str | None:
    """Return the order of numbers that the site taught, if it did."""
    order = reading.profile.date_order if reading.profile else None
    return order.upper() if order else None


def is_sane(found: Printed) -> bool:
    """Say whether a page can be of that day."""
    return EARLIEST <= found.day <= LATEST


def date_in_url(url: str, reading: Reading | None = None) -> Printed | None:
    """Return the day an address holds, if it holds a whole one.

    >>> date_in_url("https://a.example/2021/12/08/fog/").day
    datetime.date(2021, 12, 8)
    >>> date_in_url("https://a.example/2021/PORTS/12/08/fog/").day
    datetime.date(2021, 12, 8)
    """
    path = url[:500].partition("://")[2].partition("/")[2]
    found = _IN_URL.search(path) or _SHORT_IN_URL.search(path)
    if found:
        text = f"{found[1]}-{found[3]}-{found[4]}"
        parsed = parse_machine_date(text)
    elif reading and (found := _TURNED_IN_URL.search(path)):
        text = f"{found[1]}/{found[3]}/{found[4]}"
        parsed = parse_date(
            text, languages=date_languages(reading), order=date_order(reading)
        )
    elif found := _PARTED_IN_URL.search(path):
        parsed = parse_machine_date(f"{found[1]}-{found[2]}-{found[3]}")
    elif found := _NAMED_IN_URL.search(path):
        parsed = parse_date(f"{found[3]} {found[2]} {found[1]}", languages=("en",))
    else:
        return None
    return replace(parsed, text=found[0]) if parsed and is_sane(parsed) else None


def date_in_window(reading: Reading) -> Printed | None:
    """Return the day that a window title ends with, glued there as a site's name is."""
    _, mark, last = reading.metadata.window_title.rpartition(" | ")
    if not mark or not may_hold_date(last):
        return None
    return parse_date(
        last, languages=date_languages(reading), order=date_order(reading)
    )


def month_in_url(url: str) -> tuple[date, date] | None:
    """Return the first and last day, wherever on earth, of the month in an address.

    >>> [str(day) for day in month_in_url("https://a.example/2021/02/fog/")]
    ['2021-01-31', '2021-03-01']
    """
    found = _MONTH_IN_URL.search(url[:500].partition("://")[2])
    if not found:
        return None
    first = date(int(found[1]), int(found[2]), 1)
    return first - _DAY, (first + 31 * _DAY).replace(day=1)


#: Top-level domains of countries where numeric dates have one order.
_ENGLISH = {"gov": "US", "mil": "US", "us": "US", "ph": "PH"} | dict.fromkeys(
    "uk au nz ie in za ng ke gh ug tz zm zw mw bw na sz ls rw et sl gm mu sc mt cy ae"
    " qa kw bh om sa eg jo sg my hk pk bd lk np mv fj pg jm tt bb gy".split(),
    "GB",
)
#: Where the Hijri calendar is one of arithmetic.
_SAUDI = re.compile(r"https?://[^/]{1,200}\.sa(?=[:/]|$)", re.IGNORECASE)
#: So long a line, and so much of such lines, tells a language.
_LINE, _LINKED, _ENOUGH = 60, 0.4, 2000
_FIGURES = re.compile(r"\d{1,2}([./-])\d{1,2}\1\d{2,4}")
_IN_URL = re.compile(
    r"(?<!\d)(20[012]\d|19[89]\d)([/\-_.]?)(0?[1-9]|1[012])\2(0?[1-9]|[12]\d|3[01])(?!\d)"
    r"(?<!/\d(?=-\D))(?<!/[123]\d(?=-\D))"  # ``/2026/03/9-ships-come-in``
)
#: ``/2021/12/211208-fog``: the day is told in the form of its folders.
_SHORT_IN_URL = re.compile(
    r"(?<!\d)(20(\d\d))/(0[1-9]|1[012])/(?:[^/]{1,40}/)?\2\3(0[1-9]|[12]\d|3[01])(?!\d)"
)
#: ``/2021/PORTS/12/08/fog``: the section stands within.
_PARTED_IN_URL = re.compile(
    r"(?:^|/)(20[012]\d)/(?:[a-zA-Z_-]{2,20}/){1,2}(0[1-9]|1[012])"
    r"/(0[1-9]|[12]\d|3[01])(?=/)"
)
#: ``/2021/dec/08/fog``
_NAMED_IN_URL = re.compile(r"(?:^|/)(20[012]\d)/([a-zA-Z]{3,9})/([0-3]?\d)(?=/)")
_MONTH_IN_URL = re.compile(r"/(20[012]\d|199\d)/(0?[1-9]|1[012])(?=/)")
_DAY = timedelta(days=1)
_TURNED_IN_URL = re.compile(
    r"(?<!\d)(0[1-9]|[12]\d|3[01])([\-_.]?)(0[1-9]|[12]\d|3[01])\2(20[012]\d)(?!\d)"
)
