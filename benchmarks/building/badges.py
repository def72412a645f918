"""Days in pieces, as boxes beside a headline show them: forms somebody prints. Pure."""

from datetime import date

from tests.fixtures.living.prose import Tongue

#: The pieces of a day, in the order they are shown.
Pieces = tuple[str, ...]
_SHORT = 3


def forms(tongue: Tongue, day: date) -> dict[str, Pieces]:
    """Return a day in pieces, by what the pieces are.

    >>> from tests.fixtures.living.prose import ENGLISH
    >>> forms(ENGLISH, date(2026, 9, 3))["d | m.y"]
    ('3', '09.2026')
    """
    y, m, d = f"{day.year}", f"{day.month:02d}", f"{day.day:02d}"
    found = {
        "d | m.y": (f"{day.day}", f"{m}.{y}"),
        "y-m | d": (f"{y}-{m}", d),
        "d | y-m": (d, f"{y}-{m}"),
        "d | y/m": (d, f"{y}/{m}"),
        "d | y.m": (d, f"{y}.{m}"),
    }
    if tongue.code in ("zh", "ja", "ko"):
        return found | _eastern(tongue, day)
    return found | _named(tongue, day)


def _eastern(tongue: Tongue, day: date) -> dict[str, Pieces]:
    signs = ("년 ", "월", "일") if tongue.code == "ko" else ("年", "月", "日")
    year, month, of_day = signs
    figures = f"{day.month:02d}", f"{day.day:02d}"
    return {
        "m-d | y": ("-".join(figures), f"{day.year}"),
        "y | m/d": (f"{day.year}", "/".join(figures)),
        "m.d | y": (".".join(figures), f"{day.year}"),
        "d, y sign m": (f"{day.day}{of_day}", f"{day.year}{year}{day.month}{month}"),
        "d | y sign m": (f"{day.day}", f"{day.year}{year}{day.month}{month}"),
        "m sign d | y": (
            f"{day.month}{month}{' ' if tongue.spaced else ''}{day.day}{of_day}",
            f"{day.year}{year.strip()}",
        ),
        "d | m sign | y": (f"{day.day}", f"{day.month}{month}", f"{day.year}"),
    }


def _named(tongue: Tongue, day: date) -> dict[str, Pieces]:
    month, d, y = tongue.months[day.month - 1], f"{day.day}", f"{day.year}"
    found = {
        "d | month y": (d, f"{month} {y}"),
        "d | month | y": (d, month, y),
        "d | month, y": (d, f"{month}, {y}"),
    }
    if tongue.code in ("en", "es", "fr", "de", "pt", "nl", "ru", "el"):
        short = month[:_SHORT]
        found |= {
            "d | mon y": (d, f"{short} {y}"),
            "d | mon | y": (d, short, y),
            "d | MON": (d, short.upper()),
        }
    if tongue.code == "en":
        found |= {"month | d | y": (month, d, y)}
    return found
