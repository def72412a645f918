"""Lines that say when a page was published and brought up to date. Pure."""

import re
from collections.abc import Collection, Iterator

from parsers.dates import find_dates
from parsers.dates.labels import label_of
from parsers.lines.moving_lines import is_dateline
from parsers.text import has_digit, with_digits

#: Longer lines say more.
_LONG = 160
#: A time behind a day, with what stands before and after it.
_TIME = re.compile(
    r"[\s,|–-]*(?:\b(?:at|um|kl\.?|à|às|a las|alle|om|o)\s+)?[0-2]?\d[:.h][0-5]\d"
    r"(?::[0-5]\d)?(?![\d.])\s*(?:uhr|am|pm|a\.m\.|p\.m\.|[a-z]{2,4}t)?\b",
    re.I,
)
_DIVIDERS = " \t,;|·•/–-()[]（）"


def restamped(gone: Collection[str], come: Collection[str]) -> frozenset[str]:
    """Return the lines that went or came, and differ but by the day of an update.

    >>> now = ["3 May 2026, updated 5 May 2026"]
    >>> [len(restamped([was], now)) for was in ("3 May 2026", "2 May 2026")]
    [2, 0]
    """
    lost, won = ({line: _published(line) for line in lines} for lines in (gone, come))
    both = {*lost.values()} & {*won.values()} - {""}
    return frozenset(
        line for lines in (lost, won) for line, rest in lines.items() if rest in both
    )


def _published(line: str) -> str:
    """Return a line of days less those of its updates, if it has another day.

    >>> _published("Updated 4 May 2026, 10:15 Uhr | Published: 3 May 2026")
    'Published: 3 May 2026'
    >>> _published("Updated 4 May 2026"), _published("Fog came on 4 May 2026 to stay.")
    ('', 'Fog came on 4 May 2026 to stay.')
    """
    if len(line) > _LONG or not has_digit(line):
        return line
    *days, (_, rest) = _parts(line)
    if not all(is_dateline(part) for _, part in days):
        return line
    kept = [part for label, part in days if label != "updated"]
    return " ".join((*kept, rest)).strip(_DIVIDERS)


def _parts(line: str) -> Iterator[tuple[str, str]]:
    """Yield what a line says up to each of its days, that included, and its label."""
    line, at = with_digits(line), 0
    for day in find_dates(line, languages=("en",), order="DMY"):
        begin = line.find(day.text, at)
        if begin < 0:
            continue
        end = begin + len(day.text)
        if time := _TIME.match(line, end):
            end = time.end()
        yield label_of(line[at:begin]), line[at:end]
        at = end
    yield "", line[at:].strip(_DIVIDERS)
