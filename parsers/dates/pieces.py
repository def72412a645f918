"""Days whose numbers stand apart, as small boxes set them: ``17 2026-09``. Pure."""

import re
from collections.abc import Sequence
from contextlib import suppress
from datetime import date

from parsers.model import Printed
from parsers.text import with_digits

#: A box says no more.
_LONGEST = 24
_YEAR, _MONTH, _DAY = r"(?P<y>(?:19|20)\d\d)", r"(?P<m>\d\d?)", r"(?P<d>\d\d?)"
_SEP = r"\s?[-./]\s?"
#: In all of these the place of the year, or a sign, tells the day from the month.
_SHAPES = tuple(
    re.compile(shape)
    for shape in (
        rf"{_DAY}[日일]?\s?{_YEAR}(?:{_SEP}|[年년]\s?){_MONTH}[月월.]?",
        rf"{_YEAR}(?:{_SEP}|[年년]\s?){_MONTH}(?:\s|[月월.]\s?){_DAY}[日일]?",
        rf"{_YEAR}[年년.]?\s{_MONTH}(?:{_SEP}|[月월]\s?){_DAY}[日일]?",
        rf"{_YEAR}(?P<m>\d\d){_SEP}{_DAY}",
        rf"{_DAY}\s{_MONTH}(?:{_SEP}|[月월]\s?){_YEAR}[年년]?",
        rf"{_MONTH}[月월]\s?{_DAY}[日일]?\s?{_YEAR}[年년]?",
        rf"{_DAY}[日일]?\s?{_MONTH}[月월]\s?{_YEAR}[年년]?",
    )
)
#: Here the language tells, or a number that is no month's.
_UNSURE = re.compile(r"(\d\d?)(\s?[-./]\s?)(\d\d|\d(?=\s))\s?((?:19|20)\d\d)")
_MONTH_FIRST, _MONTHS = ("zh", "ja", "ko"), 12


def day_in_pieces(
    text: str, *, languages: Sequence[str] = (), order: str | None = None
) -> Printed | None:
    """Return the day of a text that is but numbers, in the order in which boxes stand.

    ``order`` is that of day and month which the page proves.

    >>> [day_in_pieces(said).iso for said in ("17 2026-09", "2026年9月 3日")]
    ['2026-09-17', '2026-09-03']
    >>> day_in_pieces("09-03 2026", languages=["zh-CN"]).iso
    '2026-09-03'
    >>> day_in_pieces("09-03 2026") is day_in_pieces("3 2026 boats") is None
    True
    """
    if not 0 < len(text) <= _LONGEST or not text[0].isnumeric():
        return None
    said = " ".join(with_digits(text).split())
    found = next(filter(None, (shape.fullmatch(said) for shape in _SHAPES)), None)
    with suppress(ValueError):  # no such day
        if found is not None:
            day = date(int(found["y"]), int(found["m"]), int(found["d"]))
            return Printed(day=day, text=text)
        if unsure := _UNSURE.fullmatch(said):
            return _in_order(unsure, text, languages, order)
    return None


def _in_order(
    found: re.Match[str], text: str, languages: Sequence[str], order: str | None
) -> Printed | None:
    one, two, year = int(found[1]), int(found[3]), int(found[4])
    if any(tag[:2] in _MONTH_FIRST for tag in languages) or two > _MONTHS:
        order = "MDY"
    elif one > _MONTHS or found[2].strip() == ".":
        order = "DMY"
    if order not in ("DMY", "MDY"):
        return None
    month, day = (one, two) if order == "MDY" else (two, one)
    return Printed(day=date(year, month, day), text=text)
