"""Dates in languages that our tables do not hold, read by ``dateparser``. Pure."""

import re
from collections.abc import Sequence
from functools import lru_cache

from parsers.dates.months import MONTHS
from parsers.model import Printed

#: A longer text is no date; ``dateparser`` takes a millisecond for a short one.
MAX_CHARS = 60


def parse_leftover(text: str, languages: Sequence[str]) -> Printed | None:
    """Return the date in a text whose language has no table of ours, or nothing.

    >>> parse_leftover("8 Kigarama 2021", ["rn"]).iso
    '2021-12-08'
    >>> parse_leftover("8 Dezember 2021", ["de"]) is None
    True
    """
    codes = {tag.lower().partition("-")[0] for tag in languages}
    left = sorted(code for code in codes if code not in MONTHS and code not in _COVERED)
    if not left or len(text) > MAX_CHARS or not _PLAUSIBLE.search(text):
        return None
    return _parse(text.strip(), tuple(left))


@lru_cache(maxsize=1024)
def _parse(text: str, codes: tuple[str, ...]) -> Printed | None:
    import dateparser  # Slow to load, and seldom needed.

    try:
        found = dateparser.parse(text, languages=list(codes), settings=_SETTINGS)
    except (ValueError, OverflowError, TypeError, AttributeError, RecursionError):
        return None
    return Printed(day=found.date(), text=text) if found else None


#: Languages that our tables hold under another name, or write months as numbers.
_COVERED = frozenset("nb nn bs sh fil iw in mo zh ja ko vi mn".split())
_PLAUSIBLE = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_SETTINGS = {
    "PARSERS": ["absolute-time"],
    "REQUIRE_PARTS": ["day", "month", "year"],
    "STRICT_PARSING": True,
}
