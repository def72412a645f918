"""Which of a part's texts is its title, by what stands there in all parts. Pure."""

import re
from collections import defaultdict
from collections.abc import Sequence

from lxml.html import HtmlElement

from parsers.blocks import text_size
from parsers.dates import may_hold_date
from parsers.templates.address_shapes import is_list_address
from parsers.templates.dates import Days
from parsers.templates.part import Group, Part
from parsers.templates.sheet import Unit
from parsers.templates.split_days import is_month_day, of_head
from parsers.templates.words import title_worth
from parsers.text import has_digit

_TITLE_HEAD = re.compile(
    r"title|name|case|caption|style|subject|headline|parties|decision|opinion|document|"
    r"назван|заголов|titel|titre|título|titulo|titolo|tytuł|başlık|标题|標題|題名|العنوان|"
    r"description",
    re.IGNORECASE,
)
_NOT_TITLE_HEAD = re.compile(
    r"number|no\.?$|nbr|docket|date|judge|author|court|county|type|status|disposition|"
    r"category|panel|judges|lower|summary|citation|file|size|download",
    re.IGNORECASE,
)
#: A line that ends so goes on in the next.
_GOES_ON = re.compile(
    r"[,;&]$|(?<!\w)(?:vs?\.?|and|or|of|the|for|in|to|with|und|der|die|des|für|von|et|ou|de"
    r"|du|la|le|les|y|e|o|del|en|и|в|на|о|по|с)$",
    re.IGNORECASE,
)
#: Two places are about as good from this share on.
_NEARLY = 0.8
#: What a column of names is worth at least, though a series has one name: this share.
_SERIES = 0.5
#: A summary says more than so many letters of an alphabet.
_SENTENCE = 50
#: Letters of a label before a date, and of a date behind a title.
_LABEL, _LONGEST_DAY = 30, 30
#: Letters of the head of a day, and words of it that are no number.
_DAY_HEAD, _MONTH_AND_WORD, _LEAP_YEAR = 34, 3, "2024"
_WORDS = re.compile(r"[^\W\d_]+")
_TITLE_NAME = re.compile(
    r"(?<!sub)(?<!sub[-_])(?:titl|headline|heading)|(?<!sous)(?<!sous[-_])titre"
    r"|(?<!sub)titul|(?<!sotto)titol|(?<!unter)titel|(?<!pod)tytul|baslik|otsikko"
    r"|(?<!pod)naslov|(?<!za)zagolov|(?<![a-z])(?<!sub[-_])tit(?![a-z])|name|subject"
    r"|caption",
    re.IGNORECASE,
)
_OTHER_NAME = re.compile(
    r"(?:^|[\s_-])(?:tags?|categor\w+|label|section|kicker|author|byline|date|time|meta|"
    r"desc\w*|summary|excerpt|lead|text|content|body|teaser-text|snippet|intro\w*|"
    r"abstract|chapo|chapeau|perex|ingress?|anons|zajawka|resum[eo]n?|entradilla|ozet|"
    r"spot|caption|source|count\w*|topic|badge)(?:[\s_-]|$)",
    re.IGNORECASE,
)

#: How kits of styles say that letters are bold, or where boxes stand in their row.
_STYLED = re.compile(
    r"(?<!\S)(?:\w+:)?(?:text-(?!block|box|content|wrap\w|col)|(?:justify|align|place)-content-)\S+"
)

#: What only a reader of screens is told.
_UNSEEN_NAME = re.compile(
    r"sr-only|visually-?hidden|screen-reader|hide-accessible|element-invisible|"
    r"assistive",
    re.IGNORECASE,
)


def title_paths(
    group: Group,
    days: Days,
    slots: Sequence[dict[int, Unit]],
    heads: dict[int, str],
) -> list[int]:
    """Return the places that may hold the title, best first."""
    by_path: dict[int, list[tuple[Part, Unit]]] = defaultdict(list)
    for part, slot in zip(group.parts, slots, strict=True):
        for path, unit in slot.items():
            by_path[path].append((part, unit))
    count = len(group.parts)
    worth = {
        path: _slot_worth(found, count, heads.get(path, ""), days)
        for path, found in by_path.items()
    }
    told = (path for path in worth if worth[path])
    best = sorted(told, key=lambda path: worth[path], reverse=True)
    return _of_one_column(_earliest_first(best, worth, by_path), heads)


def _of_one_column(paths: list[int], heads: dict[int, str]) -> list[int]:
    """Return the places with those of the best one's column in front of the others.

    The title of some rows is no link, and none is what stands in another column.
    """
    head = heads.get(paths[0], "") if paths else ""
    return sorted(paths, key=lambda path: heads.get(path) != head) if head else paths


def _earliest_first(
    best: list[int],
    worth: dict[int, float],
    by_path: dict[int, list[tuple[Part, Unit]]],
) -> list[int]:
    """Return the places with the earliest in front of those about as good as the best.

    Behind a title stand its court, its judges and its district, in as many words.
    """
    made = _made(by_path[best[0]]) if best else (False, None, 0)
    if made[1] is None:
        return best
    near = [path for path in best if worth[path] >= _NEARLY * worth[best[0]]]
    alike = [path for path in near if _made(by_path[path]) == made]
    first = min(alike, key=list(by_path).index)
    return [first, *(path for path in best if path != first)]


def _made(found: Sequence[tuple[Part, Unit]]) -> tuple[bool, bool | None, int]:
    """Return whether a place is a heading, is the item's link, and in how many parts.

    None where it leads elsewhere.
    """
    part, unit = found[0]
    is_own = None if unit.link not in (None, part.link) else unit.link is part.link
    return unit.is_heading, is_own, len(found)


def _slot_worth(
    found: Sequence[tuple[Part, Unit]], count: int, head: str, days: Days
) -> float:
    texts = [unit.text for _, unit in found]
    sample = found[:40]
    if sum(is_date(u, days) or _is_weekday(u, days) for _, u in sample) * 2 > len(
        sample
    ):
        return 0.0
    if 1 < len(found) < count and _say_only_days(found, days):
        return 0.0
    worth = sum(title_worth(u.text) for _, u in sample) / len(sample)
    distinct = len(set(texts)) / len(texts)
    is_named = _TITLE_HEAD.search(head) and not _NOT_TITLE_HEAD.search(head)
    if count > 2 and distinct < 0.5:
        worth *= max(distinct, _SERIES) if is_named else distinct
    first = found[0][1]
    if first.is_heading:
        worth *= 1.8
    if sum(u.link is r.link for r, u in found) * 2 > len(found):
        worth *= 1.8
    elif sum(u.link is not None for _, u in found) * 2 > len(found):
        worth *= 1.3
    elif not first.is_heading and not head and _are_named_by_links(found):
        worth *= 0.4
    if sum(_is_of_list(r, u) for r, u in found) * 2 > len(found):
        worth *= 0.3
    names = _names(first)
    if _TITLE_NAME.search(names):
        worth *= 2.0
    elif _OTHER_NAME.search(_STYLED.sub(" ", names)):
        worth *= 0.5
    if _UNSEEN_NAME.search(first.element.get("class") or ""):
        worth *= 0.5
    if not first.is_heading and _are_sentences(texts):
        worth *= 0.6
    if head:
        if _NOT_TITLE_HEAD.search(head):
            worth *= 0.35
        elif is_named:
            worth *= 2.0
    return worth * min(1.0, 0.2 + len(found) / count)


def _is_of_list(part: Part, unit: Unit) -> bool:
    """Tell whether a text beside an item's link leads to its writer, or its topic."""
    if unit.link is None or unit.link is part.link:
        return False
    return is_list_address(unit.link.url) and not is_list_address(part.link.url)


def _say_only_days(found: Sequence[tuple[Part, Unit]], days: Days) -> bool:
    """Tell whether texts that lead nowhere differ in their day alone: heads of days."""
    rests = set()
    for _, unit in found:
        day = days.one(unit)
        if day is None or unit.link is not None:
            return False
        rests.add(unit.text.replace(day.text, ""))
    return len(rests) == 1


def _are_sentences(texts: Sequence[str]) -> bool:
    """Tell whether texts end like sentences, as summaries do and titles do not."""
    full = sum(
        t.endswith((".", "。", "।", "…")) and text_size(t) > _SENTENCE for t in texts
    )
    return full * 2 > len(texts)


def _are_named_by_links(found: Sequence[tuple[Part, Unit]]) -> bool:
    """Tell whether the parts' links read like titles themselves."""
    texts = [part.link.text for part, _ in found[:40]]
    fair = sum(title_worth(text) >= 0.45 for text in texts)
    return fair * 2 > len(texts) and len(set(texts)) * 2 > len(texts)


def _names(unit: Unit) -> str:
    names = []
    node: HtmlElement | None = unit.element
    for _ in range(3):
        if node is None or node.tag in {"li", "tr", "body"}:
            break
        names.append(node.get("class") or "")
        node = node.getparent()
    return " ".join(names)[:200]


def is_date(unit: Unit, days: Days) -> bool:
    """Tell whether a text is a date with at most a label beside it."""
    found = days.of(unit)
    if not found:
        return False
    rest = len(unit.text) - len(found[0].text)
    place = unit.text.find(found[0].text)
    label = unit.text[: place if place >= 0 else _LABEL]
    return rest <= 12 or (rest <= 40 and ":" in label[:_LABEL])


def _is_weekday(unit: Unit, days: Days) -> bool:
    """Tell whether a text is a day without its year, and one word where it is no link.

    Of which year does not matter, but for a leap day.
    """
    if len(unit.text) > _DAY_HEAD or not has_digit(unit.text):
        return False
    if unit.link is not None:
        return is_month_day(unit.text)
    found = of_head(unit, days, _LEAP_YEAR)
    return found is not None and len(_WORDS.findall(unit.text)) <= _MONTH_AND_WORD


def title_of(
    part: Part, slot: dict[int, Unit], paths: Sequence[int]
) -> tuple[Unit | None, str]:
    """Return the text that holds the title of a part, and its words."""
    for path in paths[:6]:
        unit = slot.get(path)
        if unit is None or title_worth(unit.text) < 0.15:
            continue
        text = unit.text
        if unit.link is part.link and unit.link.text.startswith(text):
            text = _whole(unit, text)
        return unit, _to_its_end(unit, text, slot)
    return None, part.link.text


def _to_its_end(unit: Unit, text: str, slot: dict[int, Unit]) -> str:
    """Return a title with the lines it goes on in below: ``Smith v.<br>Jones``."""
    if not _GOES_ON.search(text):
        return text
    units = list(slot.values())
    for below in units[units.index(unit) + 1 :]:
        is_next = below.is_line and below.path == unit.path and below.link is unit.link
        if not is_next or not _GOES_ON.search(text):
            break
        text = f"{text} {below.text}"
    return text


def _whole(unit: Unit, text: str) -> str:
    """Return a link's whole text where only emphasis divides it."""
    link = unit.link
    if link is None or link.element.tag != "a" or len(link.text) > 300:
        return text
    blocks = {
        "div",
        "p",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "br",
        "span",
        "time",
        "img",
    }
    rest = link.text[len(text) :]
    if len(rest) <= _LONGEST_DAY and may_hold_date(rest):
        return text
    if any(inner.tag in blocks for inner in link.element.iterdescendants()):
        return text
    return link.text
