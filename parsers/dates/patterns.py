"""The shapes dates are printed in, as a table: one line a shape. Pure."""

import re
from collections.abc import Callable
from datetime import date

from parsers.dates.calendars import ERAS
from parsers.dates.resolve import (
    chinese,
    era,
    hijri,
    make_day,
    minguo,
    named,
    no_year,
    numbers,
    roman,
    short_era,
    year_first,
)

_Y4 = r"(?<!\d)(?<!\d[.,:/])(?P<y>[12]\d{3})"
#: A time may be glued to it: their elements are drawn apart. None of a calendar in use
#: is lower: "1107" behind a day is a time.
_YEAR = (
    r"(?P<y>(?:1[3-9]|2\d)\d\d(?:(?!\d|:\d)|(?=[012]\d:[0-5]\d(?!\d)))"
    # a number glued to a month is no year, but what stands behind it
    r"|(?:['’]|(?<![^\W\d_]))\d{2}(?![\d:.%]))"
)
#: The second of several days, or of a day in numbers, is no year of two digits.
_NO_LIST = r"(?:(?<=\d{4})|(?!/\d|,\s\d{1,2}(?![\d:.])|,?\s(?:and|&)\s\d))"
_DAY = r"(?P<d>[0-3]?\d)"
_WORD = r"(?P<m>[^\W\d_][^\s\d,./()|:;·–—\-'’\"]{1,24}+)"
_NTH = (
    r"(?:st|nd|rd|th|er|re|mh|il|af|ail|ydd|fed|eg|ain|º|°|ª|η|ης|['’]?ê|ú|ی"
    r"|[-‑]?(?:го|е|а|shi)(?!\w)|-(?:an?|nji|njy)(?!\w)|\.|,)?"
)
_OF = (
    r"(?:(?:lá )?(?:de |[cdCD]['’])|(?:day )?of |dne |da |ga |ngày |يوم |ng |ta['’] "
    r"|di |dhen |a viz |am (?=Faoi|Mh?àrt)|an (?:t-)?|den |o |(?:ga )?wata[nr]? "
    r"|ខែ\s?|ເດືອນ\s?|เดือน\s?)?"
)
#: What stands between a month and its year.
_IN_YEAR = (
    r"(?:de |del |of |da |ng |ж\. |di |dal |соли "
    r"|(?:[คพ]ศ|ค\.ศ|พ\.ศ|ឆ្នាំ|ປີ|سنة|سال)\.?\s?)?"
)

Shapes = dict[str, tuple[re.Pattern[str], Callable[..., date | None]]]

#: Shape → how to read it. No shape is worse than linear: each part is bounded.
NUMERIC: Shapes = {
    "year-first": (
        re.compile(
            _Y4 + r"(?P<sign>\.\s|[-./])(?P<m>[01]?\d)(?P=sign)" + _DAY + r"(?!\d)\.?"
        ),
        year_first,
    ),
    "minguo": (
        re.compile(
            r"(?<![\w.,/-])(?<!\d:)(?P<y>1[0-4]\d|[89]\d)(?P<sign>[-./])"
            r"(?P<m>[01]\d)(?P=sign)(?P<d>[0-3]\d)(?!\d)"
        ),
        minguo,
    ),
    "numbers": (
        re.compile(
            r"(?<!\d)(?<!\d[.,:/+-])(?<!\b[RHS和成])(?P<a>[0-3]?\d)(?P<sign>\.\s|\s?[./-]\s?)(?P<b>[0-3]?\d)"
            r"(?P=sign)" + _YEAR
        ),
        numbers,
    ),
}
#: Shapes with the name of a month.
WORDED: Shapes = {
    "day-month": (
        re.compile(
            r"(?<![A-Za-z\d])(?<!\d[.,:/])"
            + _DAY
            + _NTH
            + r"[\s\-]{0,2}"
            + _OF
            + _WORD
            + r"(?:\s?/\s?[^\W\d_][^\s\d,./]{2,24})?"
            + r"\.?[\s,\-]{0,3}"
            + _IN_YEAR
            + _YEAR
        ),
        named,
    ),
    "month-day": (
        re.compile(
            r"(?:(?<!\w)|(?<=[a-z\d])(?=[A-Z]))"
            + _WORD
            + r"[.,]?[\s\-]{0,2}"
            + _DAY
            + r"(?:st|nd|rd|th|º|°|-?a|\.)?"
            r"(?:\s?[,\-]\s?|\s{1,2}| de | del | b\. | ቀን |\s?/\s?)" + _YEAR + _NO_LIST
        ),
        named,
    ),
    "year-month": (
        re.compile(
            _Y4
            + r"(?:\.|,|-|\s?m\.|\.?\s?(?:оны|он|ж\.)|\s?թ\.?|[.-]?\(?e?\)?ko|\s?ခုနှစ်,?"
            r"|\sҫулхи|(?:\sکال)?\sد)?" + r"[\s]{0,2}" + _WORD + r"\.?[\s\-]{0,2}"
            r"(?:hónap |сарын |මස |\((?=\d\d?\)\s?ရက်))?" + _DAY + r"(?![\d:])"
        ),
        named,
    ),
}
#: Shapes looked for where no other was found.
RARE: Shapes = {
    "year-day-month": (
        re.compile(
            _Y4 + r"[.-]?\s?(?:gada|gads|ж\.?|жыл\w{0,5}|йил\w{0,4}|йыл\w{0,4}"
            r"|ел\w{0,4}|yil|jyl\w{0,4}|nj[iy] ýylyň|-c[iıuü] il|يىلى|جىلى|წლის)"
            r",?\s" + _DAY + r"(?:-nj[iy]\s|[.-])?\s?" + _WORD
        ),
        named,
    ),
    "glued": (
        re.compile(r"(?<!\w)(?P<m>[^\W\d_]{3,12})" + _DAY + r"(?P<y>20\d\d)(?!\d)"),
        named,
    ),
    "roman": (
        re.compile(
            r"(?<!\d)(?<!\d[.,:/])"
            + _DAY
            + r"[./\s-]\s?(?P<m>X?I{1,3}|I?[VX]|VI{1,3}|XII?)"
            r"[./\s-]\s?(?P<y>[12]\d{3})(?!\d)"
        ),
        roman,
    ),
    "short-era": (
        re.compile(
            r"(?<![^\W_])(?P<era>[RHS]|令和|平成|昭和)\s?(?P<y>\d{1,2}|元)"
            r"(?P<sign>[./年-])\s?(?P<m>[01]?\d)(?:(?P=sign)|月)\s?" + _DAY + r"(?!\d)"
        ),
        short_era,
    ),
    "hijri": (
        re.compile(
            r"(?<!\d)(?<!\d[.,:/])" + _DAY + r"(?P<sign>\s?[/-]\s?|\s)"
            r"(?P<m>[01]?\d|[^\W\d_][^\s\d,./()|:;·–—\-]{1,24}+)"
            r"(?:(?P=sign)|,\s)(?P<y>14[2-6]\d)(?!\d)"
        ),
        hijri,
    ),
    "hijri-year-first": (
        re.compile(
            r"(?<!\d)(?P<y>14[2-6]\d)(?P<sign>[/-])(?P<m>[01]?\d)(?P=sign)"
            + _DAY
            + r"(?!\d)"
        ),
        hijri,
    ),
    "words-behind": (
        re.compile(
            _Y4 + r"(?:\s?(?:оны|он)|-?\s?يىلى)\s{1,2}(?P<m>[01]?\d)[\s-]{0,2}\w{0,8}"
            r"\s?(?:сарын|ئاينىڭ)\s" + _DAY + r"(?!\d)"
        ),
        year_first,
    ),
    "words-before": (
        re.compile(
            _Y4 + r"(?:\sལོའི)?[་།\s]{0,2}ཟླ་(?:བ་)?\s?(?P<m>[01]?\d)\s?(?:པའི་\s?)?"
            r"(?:ཚེས་|ཉིན་)\s?" + _DAY + r"(?!\d)"
        ),
        year_first,
    ),
    "roman-year-first": (
        re.compile(
            _Y4 + r"\.\s(?P<m>X?I{1,3}|I?[VX]|VI{1,3}|XII?)\.\s" + _DAY + r"(?!\d)"
        ),
        roman,
    ),
    "clock-between": (
        re.compile(
            _WORD
            + r"\s{1,2}"
            + _DAY
            + r",?\s\d\d:\d\d(?::\d\d)?\s(?:[A-Z+\-\d:]{1,6}\s)?"
            r"(?P<y>[12]\d{3})(?!\d)"
        ),
        named,
    ),
    "vietnamese": (
        re.compile(
            _DAY
            + r"\s?(?:tháng|Tháng|thg|Thg)\s?(?P<m>[01]?\d),?\s(?:năm )?(?P<y>\d{4})"
        ),
        lambda found, _hints: make_day(
            int(found["y"]), int(found["m"]), int(found["d"])
        ),
    ),
}
#: Shapes with the signs for year, month and day.
SIGNED: Shapes = {
    "signs": (
        re.compile(
            r"(?P<y>[12]\d{3})\s?[年년]\s?(?P<m>[01]?\d)\s?[月월]\s?"
            + _DAY
            + r"(?!\d)\s?[日일号號]?"
        ),
        year_first,
    ),
    "minguo": (
        re.compile(
            r"(?<!\d)(?P<y>1[0-4]\d|[89]\d)\s?年\s?(?P<m>[01]?\d)\s?月\s?"
            + _DAY
            + r"\s?日"
        ),
        minguo,
    ),
    "era": (
        re.compile(
            rf"(?P<era>{'|'.join(ERAS)})\s?(?P<y>\d{{1,3}}|元)\s?年\s?(?P<m>\d{{1,2}})\s?月\s?"
            r"(?P<d>\d{1,2})\s?日"
        ),
        era,
    ),
    "chinese": (
        re.compile(
            r"(?P<y>[零〇一二三四五六七八九]{4})年(?P<m>[一二三四五六七八九十]{1,2})月"
            r"(?P<d>[一二三四五六七八九十]{1,3})日"
        ),
        chinese,
    ),
}
#: Read only where the year is known from elsewhere.
WITHOUT_YEAR: Shapes = {
    "day-month": (
        re.compile(r"(?<!\d)(?<!\d[.,:/])" + _DAY + _NTH + r"\s{0,2}" + _OF + _WORD),
        no_year,
    ),
    "month-day": (re.compile(_WORD + r"\.?\s{1,2}" + _DAY + r"(?![\d:])"), no_year),
    "numbers": (
        re.compile(r"(?P<m>[01]?\d)\s?[月월]\s?" + _DAY + r"\s?[日일]"),
        no_year,
    ),
}
