"""The days of items, in forms that somebody prints in their language. Pure."""

from datetime import datetime

from tests.fixtures.living.prose import TONGUES

#: Forms, as often as they are met: those an article prints.
FORMS = "long long iso dots slashes clock"
#: Those only the rows of a list print, for their order tells the year or the century.
SHORT_FORMS = "yearless two-figures"
_EASTERN = ("zh", "ko", "ja")
_PATTERNS = {
    "iso": "%Y-%m-%d",
    "dots": "%d.%m.%Y",
    "slashes": "%d/%m/%Y",
    "clock": "%d.%m.%Y %H:%M",
    "two-figures": "%d.%m.%y",
}
#: Nobody there puts the day first.
_EASTERN_PATTERNS = {
    "iso": "%Y-%m-%d",
    "dots": "%Y.%m.%d",
    "slashes": "%Y/%m/%d",
    "clock": "%Y-%m-%d %H:%M",
    "yearless": "%m-%d",
}
_SHORT = 3
_SHORTENED = ("en", "es", "fr", "de", "pt", "ru")


def natural(language: str, form: str) -> str:
    """Return a form, or the figures in its stead where nobody prints it."""
    is_odd = form == "two-figures" and language in _EASTERN
    return "iso" if is_odd else form


def printed(language: str, at: datetime, form: str) -> str:
    """Return a day as it is printed.

    >>> printed("en", datetime(2026, 3, 2, 6, 5), "clock")
    '02.03.2026 06:05'
    """
    patterns = _EASTERN_PATTERNS if language in _EASTERN else _PATTERNS
    if form in patterns:
        return at.strftime(patterns[form])
    tongue = TONGUES[language]
    month = tongue.months[at.month - 1]
    if form == "long":
        return tongue.long_date.format(
            day=at.day, month=month, number=at.month, year=at.year
        )
    return f"{at:%d.%m.}" if language == "de" else f"{at.day} {month}"


def badge(language: str, at: datetime) -> tuple[str, str, str]:
    """Return day, month and year as the pieces of a box.

    >>> badge("en", datetime(2026, 3, 2))
    ('2', 'Mar', '2026')
    """
    month = TONGUES[language].months[at.month - 1]
    short = month[:_SHORT] if language in _SHORTENED else month
    return f"{at.day}", short, f"{at.year}"
