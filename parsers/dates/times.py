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
    "wita": 480,
    "wit": 540,
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
    half = "".join((found["before"] or found["half"] or "").lower().split())
    half = half.replace(".", "")
    zone = found["zone"] or ""
    is_word = zone.isalpha() and not zone.isupper()
    offset = None if is_word else offset_of(zone)
    is_clock = (
        half or found["word"] or found["ahead"] or (zone[:1].isalpha() and offset)
    )
    if found["sign"] == "." and not is_clock:
        return None, None
    hour, minute = int(found["hour"]), int(found["minute"])
    if half in _MORNING and hour == 12:
        hour = 0
    elif half in _AFTERNOON and hour < 12:
        hour += 12
    if hour > 23 or minute > 59:  # at 24:00 the printed day is over, and still it
        return None, None
    second = min(int(found["second"] or 0), 59)
    return time(hour, minute, second), offset


def zone_after(text: str, position: int) -> tzinfo | None:
    """Return the offset that is printed behind a date whose time stands before it.

    >>> zone_after("16:29, 14 May 2012 | GMT +6", 18)
    datetime.timezone(datetime.timedelta(seconds=21600))
    >>> zone_after("16:29, 14 May 2012 | GMT +61925", 18)  # read 1925 times
    datetime.timezone(datetime.timedelta(seconds=21600))
    """
    found = _ZONE.match(text, position)
    return offset_of(found[1]) if found else None


#: Without their dots and blanks.
_MORNING = frozenset(
    "am 上午 午前 오전 πμ sa ص صباحا صباحاً قظ 凌晨 早上 पूर्वाह्न পূর্বাহ্ন முற்பகல்"
    " delamañana".split()
)
_AFTERNOON = frozenset(
    "pm 下午 午後 오후 μμ ch م مساء مساءً بظ 晚上 عصر अपराह्न অপরাহ্ন பிற்பகல் delatarde"
    " delanoche".split()
)
_HALF = (
    r"[ap]\.?\s?m\b\.?|[μπ]\.?\s?μ\.?|上午|午前|오전|下午|午後|오후|凌晨|早上|晚上"
    r"|SA\b|CH\b|صباحاً?|مساءً?|[قب]\.\s?ظ\.?|[صم]\b|(?:पूर्व|अपर)ाह्न|(?:পূর্ব|অপর)াহ্ন"
    r"|(?:முற்|பிற்)பகல்|de la (?:mañana|tarde|noche)"
)
#: Of what is glued to an offset, such as a count of readers, it has no digit.
_OFF = r"[-+−]\s?(?:\d{1,2}:?(?:00|15|30|45)?(?!\d)|[2-9](?=\d))"
_CLOCK = (
    rf"(?P<before>{_HALF})?\s?(?P<hour>[012]?\d)\s?(?P<sign>[:h.時时시]|点)\s?"
    r"(?P<minute>[0-5]\d)(?!\d)분?分?(?:[:.](?P<second>[0-5]\d)(?!\d)(?:[.,]\d{1,9})?)?"
    rf"\s?(?P<half>{_HALF})?(?P<word>\s?(?:Uhr|klo|ч\.?|óra|horas?|hrs?|h|น|hod(?:in)?"
    r"|год|sati|val)\b)?"
    rf"(?:\s?[(\[]?(?P<zone>(?:GMT|UTC)\s?{_OFF}"
    r"|[-+−]\s?\d{1,2}:?(?:[0-5]\d)?(?!\d)"
    r"|Z\b|(?!(?:GMT|UTC)\s?[-+−]\s?\d)[A-ZМСК]{2,4}\b)[)\]]?)?"
)
_LEAD = (
    r"(?:\.?\s?(?:г|р|r|a|d|год|года|року|години|године|godine)\b\.?)?"
    r"[\s,;|/·•()（）\[\-–—@T.]{0,6}"
)
_WORDS = (
    r"(?:(?:at|à|às|as|a las|om|в|во|о|u|at:|lúc|στις|الساعة|ساعت|время:?|time:?|v|o|la"
    r"|(?P<ahead>kl\.?|klo|kell|klukkan|alle(?: ore)?|ore|(?:la )?ora|a les|um|ob|saat"
    r"|pukul|(?:o )?godz\.?|เวลา|ώρα|plkst\.?|në orën|ժամը|сағат|саат|соат|soat))\s+)?"
)
# a time may be glued to the year before it
_AFTER = re.compile(
    rf"{_LEAD}{_WORDS}(?<![.:])(?:(?<!\d)|(?<=\d{{4}})){_CLOCK}", re.IGNORECASE
)
_BEFORE = re.compile(
    r"(?P<ahead>)(?<![\d.:])"
    + _CLOCK
    + r"(?:\s?\|)?[\s,;|/·•()\-–—]{1,4}(?:on |am |le |\w{2,12}[.,]{0,2} )?$",
    re.IGNORECASE,
)
_ZONE = re.compile(rf"[\s|,([]{{0,4}}((?:GMT|UTC)(?:\s?{_OFF}|\b(?!\s?[-+−]\s?\d)))")
_OFFSET = re.compile(r"(?:gmt|utc)?\s?([-+−])\s?(\d{1,2}?):?([0-5]\d)?")
