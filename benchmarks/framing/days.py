"""Printed days: found in a text as one form of many, written again in it. Pure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from parsers.dates.weekdays import past_weekday, weekday_chars
from tests.fixtures.living.prose import Tongue

#: ``d``, ``n`` and ``y`` are figures (doubled: two digits), ``do`` has an English
#: ending, ``m`` is a name, and a blank any white space; those with a name first.
_NAMED = (
    "m d, y", "m dd, y", "m do, y", "m do y", "m d. y", "m d y", "m. d, y", "d m y",
    "dd m y", "d m, y", "do m y", "d. m y", "dd. m y", "d de m de y", "d de m, y",
    "d m. y", "d-m-y", "dd-m-y", "dd/m/y", "y m d", "ngày d m y",
)  # fmt: skip
_FIGURES = (
    "y-nn-dd", "y/nn/dd", "y.nn.dd", "y/n/d", "y.n.d", "y. n. d", "y. nn. dd",
    "y年n月d日", "y年nn月dd日", "y년 n월 d일", "dd.nn.y", "d.n.y", "dd/nn/y",
    "d/n/y", "dd-nn-y", "d-n-y", "nn/dd/y", "n/d/y", "nn-dd-y", "dd.nn.yy", "nn/dd/yy",
    "n/d/yy", "dd/nn/yy", "dd. nn. y", "d. n. y",
)  # fmt: skip
_PARTS = re.compile(r"(?<![a-zà])(dd|nn|yy|do|[dnmy])(?![a-z])")
_PRESS = "Jan Feb Mar Apr May June July Aug Sept Oct Nov Dec"
_CLOCK = re.compile(
    r"(?P<between>[^\d<>@]{1,14}?)(?P<hour>[012]?\d)(?P<mark>[:.h])(?P<minute>[0-5]\d)"
    r"(?::[0-5]\d)?(?P<half>\s?[ap]\.?m\b\.?)?(?![\d:])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """How a page writes a day, and perhaps the time behind it."""

    pattern: str
    months: tuple[str, ...] = ()
    is_upper: bool = False
    between: str = ""
    mark: str = ""
    half: str = ""

    def write(self, at: datetime) -> str:
        """Return a moment as the page writes it.

        >>> Form(pattern="d. n. y").write(datetime(2026, 3, 2, 9, 5))
        '2. 3. 2026'
        """
        text = _PARTS.sub(lambda part: self._part(part[0], at), self.pattern)
        text = text.upper() if self.is_upper else text
        return text + self.between + self._clock(at) if self.mark else text

    def _part(self, part: str, at: datetime) -> str:
        if part == "m":
            return self.months[at.month - 1]
        if part == "do":
            return f"{at.day}{_ordinal(at.day)}"
        figure = {"d": at.day, "n": at.month, "y": at.year}[part[0]]
        return f"{figure % 100:02d}" if len(part) == 2 else str(figure)

    def _clock(self, at: datetime) -> str:
        if not self.half:
            return f"{at.hour:02d}{self.mark}{at.minute:02d}"
        half = "a" if at.hour < 12 else "p"
        tail = self.half.replace("p", half).replace("a", half)
        if self.half.strip()[0].isupper():
            tail = re.sub("[AP]", half.upper(), self.half)
        return f"{at.hour % 12 or 12}{self.mark}{at.minute:02d}{tail}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A day in a text: where it stands, which it is, how it is written."""

    start: int
    end: int
    day: date
    form: Form


class Forms:
    """All forms of days in a language, found in texts."""

    def __init__(self, tongue: Tongue) -> None:
        names = [tongue.months, tuple(name[:3] for name in tongue.months)]
        if tongue.code == "en":
            names.append(tuple(_PRESS.split()))
        self._forms = [
            (pattern, months, _expression(pattern, months))
            for months in names
            for pattern in _NAMED
        ] + [(pattern, (), _expression(pattern, ())) for pattern in _FIGURES]

    def find(self, text: str, day: date | None = None) -> Found | None:
        """Return a day in a text, this day if one is named, the longest of its forms.

        >>> from tests.fixtures.living.prose import ENGLISH
        >>> found = Forms(ENGLISH).find("By us, Monday, March 2, 2026 at 9:05 pm (BST)")
        >>> found.day.isoformat(), found.form.write(datetime(2026, 4, 3, 10, 30))
        ('2026-03-02', 'April 3, 2026 at 10:30 am')
        """
        found = [one for one in self._all(text) if day in (None, one.day)]
        return max(found, key=lambda one: one.end - one.start) if found else None

    def _all(self, text: str) -> Iterator[Found]:
        if not re.search(r"\d\d", text):
            return
        for pattern, months, expression in self._forms:
            for hit in expression.finditer(text):
                if (day := _day(hit, months)) is not None:
                    yield _found(text, hit, day, pattern, months)


def _found(
    text: str, hit: re.Match[str], day: date, pattern: str, months: Sequence[str]
) -> Found:
    end = past_weekday(text, hit.end())
    clock = _CLOCK.match(text, end)
    if clock and (int(clock["hour"]) > 23 or "\n\n" in clock["between"]):
        clock = None
    form = Form(
        pattern=pattern,
        months=tuple(months),
        is_upper=hit[0].isupper(),
        between=clock["between"] if clock else "",
        mark=clock["mark"] if clock else "",
        half=(clock["half"] or "") if clock else "",
    )
    start = hit.start() - weekday_chars(text[: hit.start()])
    return Found(start=start, end=clock.end() if clock else end, day=day, form=form)


def _expression(pattern: str, months: Sequence[str]) -> re.Pattern[str]:
    parts = {
        "d": r"(?P<d>[1-9]|[1-3]\d)",
        "dd": r"(?P<d>[0-3]\d)",
        "do": r"(?P<d>\d{1,2})(?:st|nd|rd|th)",
        "n": r"(?P<n>[1-9]|1[0-2])",
        "nn": r"(?P<n>[01]\d)",
        "y": r"(?P<y>(?:19|20)\d\d)",
        "yy": r"(?P<y>\d\d)",
        "m": f"(?P<m>{'|'.join(map(re.escape, months))})",
    }
    at, written = 0, ""
    for part in _PARTS.finditer(pattern):
        written += _between(pattern[at : part.start()]) + parts[part[0]]
        at = part.end()
    written += _between(pattern[at:])
    return re.compile(rf"(?<![\w./-]){written}(?![\w/-]|\.\d)", re.IGNORECASE)


def _between(text: str) -> str:
    return r"\s{1,40}".join(map(re.escape, text.split(" ")))


def _day(hit: re.Match[str], months: Sequence[str]) -> date | None:
    said = hit.groupdict()
    names = [name.casefold() for name in months]
    month = names.index(said["m"].casefold()) + 1 if "m" in said else int(said["n"])
    year = int(said["y"])
    try:
        return date(year + 2000 if year < 100 else year, month, int(said["d"]))
    except ValueError:
        return None


def _ordinal(day: int) -> str:
    if 10 < day < 14:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
