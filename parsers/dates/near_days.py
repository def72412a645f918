"""Days that are told from the day a page was made: ``Today, 10:15``. Pure."""

import re
from datetime import date, datetime, timedelta

from parsers.dates.times import time_after
from parsers.model import Printed
from parsers.text import normal_text

#: Words for today, and for the day before it, as they stand before a time of day.
TODAY = (
    "today|heute|hoy|aujourd['’]hui|oggi|hoje|avui|vandaag|i ?dag|tänään|täna|dziś"
    "|dzisiaj|dnes|danas|azi|astăzi|bugün|bu gün|bugun|šodien|šiandien|hari ini"
    "|hôm nay|сегодня|сьогодні|сёння|днес|денес|данас|бүгін|бүгүн|өнөөдөр|σήμερα"
    "|այսօր|დღეს|اليوم|امروز|آج|היום|आज|আজ|วันนี้|今天|今日|本日|오늘"
)
_YESTERDAY = (
    "yesterday|gestern|ayer|hier|ieri|ontem|ahir|gisteren|i ?går|eilen|eile|wczoraj"
    "|včera|ju[cč]er|juče|tegnap|dün|dünən|kecha|vakar|kemarin|hôm qua|вчера|вчора"
    "|учора|јуче|кеше|кечээ|өчигдөр|χθες|χτες|երեկ|გუშინ|أمس|دیروز|אתמול"
    "|গতকাল|เมื่อวาน|昨天|昨日|어제"
)
_NEAR = re.compile(
    rf"(?<![^\W\d_])(?:(?P<today>{TODAY}|ma)|(?:{_YESTERDAY}))(?![^\W\d_])",
    re.IGNORECASE,
)
#: What any time of day holds, asked before words of fifty languages are.
_CLOCK = re.compile(r"\d[:.]\d")
#: A longer line says more than when something was published.
_LONGEST = 80
_DAY = timedelta(days=1)
#: How many hours clocks are ahead of UTC where most pages of a language are made, and
#: how far from that they may be elsewhere.
_AROUND = 6
_AHEAD = dict.fromkeys("fr de it es nl pl cs sk hr sr hu sv no da sl ca".split(), 1)
_AHEAD |= dict.fromkeys("uk bg ro el fi et lv lt he".split(), 2)
_AHEAD |= dict.fromkeys("ru be tr ar".split(), 3)
_AHEAD |= dict.fromkeys("fa az ka hy".split(), 4) | {"pt": -3}
_AHEAD |= dict.fromkeys("kk uz ur hi".split(), 5) | dict.fromkeys(("ky", "bn"), 6)
_AHEAD |= dict.fromkeys("th vi id".split(), 7) | dict.fromkeys(("zh", "mn"), 8)
_AHEAD |= dict.fromkeys(("ja", "ko"), 9)


def near_day(text: str, captured_at: datetime | None, language: str) -> Printed | None:
    """Return the day and time of a short line that counts them from its capture.

    A clock shows no other day than its own: without a time, such words are one.

    >>> from datetime import UTC
    >>> at = datetime(2026, 3, 2, 22, tzinfo=UTC)
    >>> near_day("Press, Yesterday at 10:15", at, "en-GB").iso
    '2026-03-01T10:15:00'
    >>> near_day("Сегодня, 00:40", at, "ru").iso
    '2026-03-03T00:40:00'
    >>> near_day("Today the boats came late", at, "en") is None
    True
    """
    if captured_at is None or len(text) > _LONGEST or not _CLOCK.search(text):
        return None
    found = _NEAR.search(normal_text(text))
    clock, zone = time_after(found.string, found.end()) if found else (None, None)
    if found is None or clock is None:
        return None
    today, is_sure = _today(captured_at, language)
    day = today if found["today"] else today - _DAY
    text = found.string[found.start() :] if is_sure else found[0]
    return Printed(day=day, at=datetime.combine(day, clock, zone), text=text)


def before_near_day(text: str) -> str:
    """Return what a line says before such a day and its time; else all of it.

    >>> before_near_day("By A. Quay, today, 10:15"), before_near_day("By A. Heute")
    ('By A. Quay, ', 'By A. Heute')
    """
    found = _near_in(text)
    return text[: found.start()] if found else text


def around_near_day(text: str) -> str | None:
    """Return a short line with a sign in place of the words for such a day.

    >>> around_near_day("Yesterday, 10:15, A. Quay"), around_near_day("Fog at 10:15")
    ('#, 10:15, A. Quay', None)
    """
    found = _near_in(text)
    return f"{text[: found.start()]}#{text[found.end() :]}" if found else None


def _near_in(text: str) -> re.Match[str] | None:
    """Return the words for such a day in a short line that has a time of day."""
    may_have = len(text) <= _LONGEST and _CLOCK.search(text)
    return _NEAR.search(text) if may_have else None


def is_near(printed: Printed) -> bool:
    """Tell whether a day may be off by one: it was not the same all around its site."""
    return bool(printed.text) and _NEAR.fullmatch(printed.text) is not None


def _today(captured_at: datetime, language: str) -> tuple[date, bool]:
    """Return which day it was where a page of a language is most likely made.

    And whether it was so some zones around as well.
    """
    hours = _AHEAD.get(language.lower().partition("-")[0], 0)
    here, *around = (
        (captured_at + timedelta(hours=hours + apart)).date()
        for apart in (0, -_AROUND, _AROUND)
    )
    return here, all(day == here for day in around)
