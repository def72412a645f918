"""Which part of a heading is the headline: lines, its day, the kind of item. Pure."""

import re
from itertools import islice

from lxml.html import HtmlElement

from parsers.dates import may_hold_date
from parsers.finders.site_names import SEPARATOR
from parsers.finders.title_lines import start_of, title_key
from parsers.lines.moving_lines import is_clock
from parsers.steps import step_test
from parsers.text import normal_text
from parsers.visible import visible_text

#: Texts of an element in a heading that are looked at.
_PIECES = 20
#: A headline has so many letters.
_LEAST = 6
#: What names of an element in a heading tell of: which kind of item it is.
_is_kind = step_test(
    re.compile(
        r"kicker|eyebrow|overline|top-?line|dach-?zeile|rubri[ck]|category|flag|badge"
    )
)
#: What parts a headline and its subtitle in one line.
_PARTED = ":：–—-|"
#: What parts a window title, and no headline.
_BAR = re.compile(r"\s*[|｜»]\s*")
#: Quotes that a window title and a line may each type in their own way.
_TYPED = str.maketrans({**dict.fromkeys("‘’ʼ", "'"), **dict.fromkeys("“”„", '"')})
#: What they tell of it that stands below the headline, in one heading with it.
_is_subtitle = step_test(
    re.compile(
        r"sub-?(?:title|head|titul)|unter-?titel|sous-?titre|sotto-?titol|podt[iy]tul"
        r"|podnaslov|alt-?baslik",
        re.IGNORECASE,
    )
)


def without_subtitle(heading: HtmlElement) -> str:
    """Return what a heading says, less its last part if that is called the subtitle.

    Behind a colon it goes on with the headline.

    >>> from lxml.html import fragment_fromstring
    >>> part = "<h1>Ferry late<br><span class=subtitle>Fog came at noon</span></h1>"
    >>> without_subtitle(fragment_fromstring(part))
    'Ferry late'
    """
    text = visible_text(heading)
    last = heading[-1] if len(heading) else None
    if last is None or not _is_subtitle(last.get("class") or ""):
        return text
    first = visible_text(heading, without=frozenset((last,)))
    is_last = text.startswith(first) and not (last.tail or "").strip()
    return first if is_last and first and first[-1] not in _PARTED else text


def says(window: str, line: str) -> bool:
    """Tell whether a window title says a line and, at most, what else it names.

    It may be cut short, and type its quotes otherwise.

    >>> says("The ferryman's log - Harbour", "The ferryman’s log")
    True
    """
    window, line = window.translate(_TYPED), line.translate(_TYPED)
    behind = window[len(line) :] if window.startswith(line) else None
    if behind is not None and (not behind or SEPARATOR.match(behind)):
        return True
    before = window.removesuffix(line) if line and window.endswith(line) else ""
    if before and any(part.end() == len(before) for part in SEPARATOR.finditer(before)):
        return True
    if (start := start_of(window)) and line.startswith(start):
        return True
    return any(title_key(part) == title_key(line) for part in SEPARATOR.split(window))


def part_named(element: HtmlElement, text: str, window: str) -> str:
    """Return the line or element of a heading that a window title says, and no more.

    What leads to the headline, what follows it, or its day has another.
    """
    least = len(title_key(text)) / 2
    if not len(element) or not window:
        return ""
    parts = (text for one in element for text in (_all_of(one), one.tail))
    lines = (line for line in (element.text, *parts) if line)
    found = (one for one in lines if least <= len(title_key(one)) < 2 * least)
    return next(
        (normal_text(one) for one in found if says(window, normal_text(one))),
        _before_stamp(element, text, window),
    )


def _before_stamp(element: HtmlElement, text: str, window: str) -> str:
    """Return how a heading begins, as its window title does, before a day and more.

    Templates set the day, the source and how often it was read into the heading.
    """
    first = normal_text(element.text or "")
    is_named = len(title_key(first)) >= _LEAST and window.startswith(first)
    is_parted = is_named and says(window, first)
    return first if is_parted and may_hold_date(text[len(first) :]) else ""


def behind_kind(text: str, window: str) -> str:
    """Return a headline less the kind of its item, where a window title parts the two.

    >>> behind_kind("Debate: The ferry is late", "Debate | The ferry is late | Port")
    'The ferry is late'
    >>> behind_kind("Debate: The ferry is late", "Debate: The ferry is late | Port")
    ''
    """
    found = _BAR.search(window)
    kind = window[: found.start()] if found else ""
    if found is None or not kind or not text.startswith(kind):
        return ""
    rest = text[len(kind) :].lstrip()
    said = rest[1:].lstrip() if rest[:1] and rest[0] in _PARTED else ""
    return said if len(said) > len(kind) and says(window[found.end() :], said) else ""


def without_marks(element: HtmlElement, text: str) -> str:
    """Return a heading less its day, or the kind of its item, if it has any.

    Such an element stands before or behind the headline, and says less than that.
    """
    left = [element.text or ""]
    for part in element:
        said = _all_of(part) if isinstance(part.tag, str) else ""
        is_day = part.tag == "time" or is_clock(normal_text(said))
        is_mark = is_day or _is_kind(part.get("class") or "")
        left += [" " if is_mark else said, part.tail or ""]
    rest = normal_text("".join(left))
    return rest if 2 * len(rest) > len(text) > len(rest) else ""


def _all_of(element: HtmlElement) -> str:
    return "".join(islice(element.itertext(), _PIECES))
