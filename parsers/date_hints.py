"""What is known beforehand of the dates on one page: language, order, address. Pure."""

import re
from dataclasses import replace
from datetime import date, timedelta

from parsers.dates import parse_date, parse_machine_date
from parsers.model import Printed
from parsers.reading import Reading

#: No page of ours is older, and none comes from the far future.
EARLIEST, LATEST = date(1990, 1, 1), date(2100, 1, 1)


def date_languages(reading: Reading) -> tuple[str, ...]:
    """Return the page's language; English of the country its host is registered in."""
    language = reading.page.language
    if not language:
        return ()
    if language.lower() == "en":
        host = reading.page.url.partition("://")[2].partition("/")[0]
        region = _ENGLISH.get(host.partition(":")[0].rpartition(".")[2].lower())
        return (f"en-{region}",) if region else ("en",)
    return (language,)


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
    else:
        return None
    return replace(parsed, text=found[0]) if parsed and is_sane(parsed) else None


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
_ENGLISH = {"gov": "US", "mil": "US", "us": "US", "uk": "GB"} | {
    region: region.upper() for region in ("au", "nz", "ie", "in", "za", "ng", "ke")
}
_IN_URL = re.compile(
    r"(?<!\d)(20[012]\d|19[89]\d)([/\-_.]?)(0?[1-9]|1[012])\2(0?[1-9]|[12]\d|3[01])(?!\d)"
)
#: ``/2021/12/211208-fog``: the day is told in the form of its folders.
_SHORT_IN_URL = re.compile(
    r"(?<!\d)(20(\d\d))/(0[1-9]|1[012])/(?:[^/]{1,40}/)?\2\3(0[1-9]|[12]\d|3[01])(?!\d)"
)
_MONTH_IN_URL = re.compile(r"/(20[012]\d|199\d)/(0?[1-9]|1[012])(?=/)")
_DAY = timedelta(days=1)
_TURNED_IN_URL = re.compile(
    r"(?<!\d)(0[1-9]|[12]\d|3[01])([\-_.]?)(0[1-9]|[12]\d|3[01])\2(20[012]\d)(?!\d)"
)
