"""The time of day printed beside a date, and its zone. Pure."""

import re
from datetime import time, timedelta, timezone, tzinfo

#: Minutes from UTC of zone names that mean one thing only.
ZONES = {
    **dict.fromkeys(("z", "utc", "gmt", "wet"), 0),
    **dict.fromkeys(("cet", "mez", "west", "wat"), 60),
    **dict.fromkeys(("cest", "mesz", "eet", "sast", "cat"), 120),
    **dict.fromkeys(("eest", "msk", "мск", "eat", "trt"), 180),
    **dict.fromkeys(("hkt", "sgt", "pht", "awst"), 480),
    **dict.fromkeys(("jst", "kst"), 540),
    "ict": 420,
    "wib": 420,
    "aest": 600,
    "aedt": 660,
    "nzst": 720,
    "nzdt": 780,
    "est": -300,
    "edt": -240,
    "mst": -420,
    "mdt": -360,
    "pst": -480,
    "pdt": -420,
    "cdt": -300,
    "brt": -180,
}


def time_after(text: str, position: int) -> tuple[time | None, tzinfo | None]:
    """Return the time that follows at a position of a text, and its zone.

    >>> time_after("8 Dec 2021, at 4:42 pm GMT+6", 10)[0]
    datetime.time(16, 42)
    """
    return _time_of(_AFTER.match(text, position))


def time_before(text: str, position: int) -> tuple[time | None, tzinfo | None]:
    """Return the time that stands right before a position of a text, and its zone.

    >>> time_before("16:29, 14 May 2012", 7)[0]
    datetime.time(16, 29)
    """
    return _time_of(_BEFORE.search(text, max(0, position - 40), position))


def offset_of(text: str) -> tzinfo | None:
    """Return the offset that a zone name or number means.

    >>> offset_of("GMT +6"), offset_of("-0330"), offset_of("ist")
    (datetime.timezone(datetime.timedelta(seconds=21600)), \
datetime.timezone(datetime.timedelta(days=-1, seconds=73800)), None)
    """
    name = text.strip(" ()").lower()
    if name in ZONES:
        return timezone(timedelta(minutes=ZONES[name]))
    found = _OFFSET.fullmatch(name)
    if not found:
        return None
    minutes = int(found[2]) * 60 + int(found[3] or 0)
    if minutes > 14 * 60:
        return None
    return timezone(timedelta(minutes=-minutes if found[1] in "-−" else minutes))


def _time_of(found: re.Match[str] | None) -> tuple[time | None, tzinfo | None]:
    if not found:
        return None, None
    half = (found["before"] or found["half"] or "").lower().replace(".", "")
    if found["sign"] == "." and not (half or found["word"] or found["ahead"]):
        return None, None
    hour, minute = int(found["hour"]), int(found["minute"])
    if half in _MORNING and hour == 12:
        hour = 0
    elif half in _AFTERNOON and hour < 12:
        hour += 12
    if hour == 24 and minute == 0:
        hour = 0
    if hour > 23 or minute > 59:
        return None, None
    second = min(int(found["second"] or 0), 59)
    zone = found["zone"] or ""
    is_word = zone.isalpha() and not zone.isupper()
    return time(hour, minute, second), None if is_word else offset_of(zone)


def zone_after(text: str, position: int) -> tzinfo | None:
    """Return the offset that is printed behind a date whose time stands before it.

    >>> zone_after("16:29, 14 May 2012 | GMT +6", 18)
    datetime.timezone(datetime.timedelta(seconds=21600))
    """
    found = _ZONE.match(text, position)
    return offset_of(found[1]) if found else None


_MORNING = {"am", "上午", "午前", "오전", "πμ", "sa", "ص", "凌晨", "早上"}
_AFTERNOON = {"pm", "下午", "午後", "오후", "μμ", "ch", "م", "晚上", "عصر"}
_HALF = (
    r"[ap]\.?\s?m\b\.?|[μπ]\.?\s?μ\.?|上午|午前|오전|下午|午後|오후|凌晨|早上|晚上"
    r"|SA\b|CH\b|[صم]\b"
)
_CLOCK = (
    rf"(?P<before>{_HALF})?\s?(?<![\d.:])(?P<hour>[012]?\d)\s?(?P<sign>[:h.時时시]|点)\s?"
    r"(?P<minute>[0-5]\d)(?!\d)분?分?(?:[:.](?P<second>[0-5]\d)(?!\d)(?:[.,]\d{1,9})?)?"
    rf"\s?(?P<half>{_HALF})?(?P<word>\s?(?:Uhr|klo|ч\.?|óra|horas?|hrs?|h|น)\b)?"
    r"(?:\s?\(?(?P<zone>(?:(?:GMT|UTC)\s?)?[-+−]\s?\d{1,2}:?(?:[0-5]\d)?(?!\d)"
    r"|Z\b|[A-ZМСК]{2,4}\b)\)?)?"
)
_LEAD = r"(?:\s?(?:г|р|год|года|року)\b\.?)?[\s,;|/·•()\-–—@T.]{0,6}"
_WORDS = (
    r"(?:(?:at|um|à|às|as|a las|o godz\.?|godz\.?|om|в|о|u|at:|saat|pukul|lúc|ώρα"
    r"|เวลา|الساعة|ساعت|время:?|time:?|v|o|(?P<ahead>kl\.?|klo|alle(?: ore)?|ore))\s+)?"
)
_AFTER = re.compile(_LEAD + _WORDS + _CLOCK, re.IGNORECASE)
_BEFORE = re.compile(
    r"(?P<ahead>)"
    + _CLOCK
    + r"(?:\s?\|)?[\s,;|/·•()\-–—]{1,4}(?:on |am |le |\w{2,12}[.,]{0,2} )?$",
    re.IGNORECASE,
)
_ZONE = re.compile(r"[\s|,(]{0,4}((?:GMT|UTC)(?:\s?[-+−]\s?\d{1,2}(?::?[0-5]\d)?)?)\b")
_OFFSET = re.compile(r"(?:gmt|utc)?\s?([-+−])\s?(\d{1,2}?):?([0-5]\d)?")
