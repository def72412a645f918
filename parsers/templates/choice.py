"""Which groups of parts are the listing, and which are menus and side boxes. Pure."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from parsers.templates.address_shapes import (
    folder_of,
    is_by_number,
    is_list_address,
    lie_by_month,
    shape_of,
    usual_make,
    usual_shape,
)
from parsers.templates.fields import Reading
from parsers.templates.row_kin import boxes_of, only, rows_left
from parsers.templates.spanned import share_days
from parsers.templates.words import is_label
from parsers.templates.worth import (
    DATED,
    FEWEST,
    dated_part,
    in_main,
    words_of,
    worth_among,
)

#: A group is kept if it is worth this part of the best one.
SHARE, SHARE_ASIDE = 0.25, 0.5
#: Less than this is no listing at all, and less than this no part of one.
LEAST, LEAST_ASIDE = 1.2, 3.0
LEAST_KIN = 0.5
#: Titles without days have so many words beside those of the best list.
_WORDS = 0.6
#: A title has so many words that no label has.
_SAID_WORDS = 4
_HEADLINES = ("h1", "h2", "h3", "h4")


@dataclass(frozen=True, slots=True, eq=False)
class Verdict:
    """Whether a group belongs to the listing, what it is worth, and why."""

    reading: Reading
    worth: float
    is_kept: bool
    reason: str


def choose(
    readings: Sequence[Reading],
    paths: Collection[int] = (),
    *,
    is_listing: bool = False,
    is_of_day: bool = False,
) -> list[Reading]:
    """Return the groups that make the listing, in the order of the page."""
    verdicts = judge(readings, paths, is_listing=is_listing, is_of_day=is_of_day)
    kept = [found.reading for found in verdicts if found.is_kept]
    return sorted(kept, key=lambda reading: reading.group.parts[0].start)


def judge(
    readings: Sequence[Reading],
    paths: Collection[int] = (),
    *,
    is_listing: bool = False,
    is_of_day: bool = False,
) -> list[Verdict]:
    """Return a verdict on each group, the worthiest first.

    The best group leads. Others join it if they look like listings too, or if their
    items' addresses are made like those of the best and stand in the main part. A
    group on one of the ``paths`` on which lists of the site stand leads before all
    others and may be short, and no side box joins it; the best one of a page that is
    known to be a listing may be short, too. A page of one day may show nothing at all:
    no box outside its main part is a list there.
    """
    worths = [
        (0.0 if is_of_day and _is_out_of_main(r) else worth_among(readings, r), r)
        for r in readings
    ]
    worths.sort(key=lambda pair: pair[0], reverse=True)
    leading = [pair for pair in worths if _leads(*pair, paths)]
    known = [pair for pair in leading if _is_at(pair[1], paths)]
    if paths and not known:  # the list is not there: a box beside it is none
        leading = [pair for pair in leading if _may_be_moved(pair[1])]
    lead = next(iter(known or leading), None)
    if lead is None and is_listing:
        lone = (pair for pair in worths if _is_lone_item(*pair, is_of_day=is_of_day))
        lead = next(lone, None)
    if lead is None:  # a tool for manuals lists its items in the menu alone
        lead = next((pair for pair in worths if lie_by_month(_urls(pair[1]))), None)
    if lead is None:
        return [Verdict(r, w, False, "too little for a listing") for w, r in worths]
    best, first = lead
    kin = usual_shape(_urls(first))
    found = [Verdict(first, best, True, "the best list of the page")]
    taken = {p for part in first.group.parts for p in range(part.start, part.end)}
    shown = {link.url for link in first.links}
    for worth, whole in worths:
        if whole is first:
            continue
        reading = rows_left(whole, taken, first)
        is_kin = _is_kin(reading, kin)
        reason = _why_not(reading, worth, first, taken, shown, is_kin=is_kin)
        if not reason and _are_lists(reading) and not _are_lists(first):
            reason = "lists of a writer or a topic"
        is_there = _is_at(reading, paths)
        is_aside = bool(known) and not is_there and not in_main(reading)
        joins = (
            ""
            if reason or is_aside
            else _joins(reading, worth, first, best, kin, is_kin=is_kin, is_at=is_there)
        )
        is_kept = bool(joins)
        if joins == _KIN:
            reading = _items_of(reading)
        found.append(Verdict(reading, worth, is_kept, reason or joins or _WEAK))
        if is_kept:
            shown.update(link.url for link in reading.links)
            for part in reading.group.parts:
                taken.update(range(part.start, part.end))
    return found


def _is_kin(reading: Reading, kin: str) -> bool:
    """Tell whether a group of the main part leads to items whose addresses are made so.

    Where a script shows all items, so does what leads to them in boxes: but one above
    a list may be its first.
    """
    is_alike = kin != "" and in_main(reading) and usual_shape(_urls(reading)) == kin
    return is_alike and (not is_by_number(kin) or len(reading.links) == 1)


def _items_of(reading: Reading) -> Reading:
    """Return a group less the entries of a menu that is built like it."""
    pairs = enumerate(zip(reading.links, reading.teasers, strict=True))
    return only(reading, [n for n, (a, t) in pairs if t.published or shape_of(a.url)])


def _are_beneath(reading: Reading, first: Reading) -> bool:
    """Tell whether addresses are made as the best list's are, in the folder of all.

    Its items may lie each in the folder of its section.
    """
    urls, folder = _urls(reading), folder_of(_urls(first))
    is_like = usual_make(urls) == usual_make(_urls(first)) != ""
    return is_like and folder != "" and all(url.startswith(folder) for url in urls)


def _is_shown_large(reading: Reading, first: Reading) -> bool:
    """Tell whether a group is one headline above the best list, in the box of that.

    Its address is made as the items' are, and only its size parts it from them.
    """
    part, link = reading.group.parts[0], reading.links[0].element
    return (
        len(reading.links) == 1
        and words_of(reading) >= _SAID_WORDS
        and part.start < first.group.parts[0].start
        and next(link.iter(*_HEADLINES), None) is not None
        and part.element.getparent() in first.links[0].element.iterancestors()
        and _are_beneath(reading, first)
    )


def _is_out_of_main(reading: Reading) -> bool:
    """Tell whether the page says which is its main part, and a group is not in it."""
    link = reading.links[0].element
    if next(link.iterancestors("main"), None) is not None:
        return False
    return link.getroottree().find(".//main") is not None


def _is_outside(reading: Reading, first: Reading) -> bool:
    """Tell whether the page's main part holds the best list, and not this group."""
    own, main = (
        next(one.links[0].element.iterancestors("main"), None)
        for one in (reading, first)
    )
    return main is not None and own is not main


_KIN = "addresses made like those of the best list"
_WEAK = "unlike the best list, and worth little beside it"


def _why_not(
    reading: Reading,
    worth: float,
    first: Reading,
    taken: set[int],
    shown: set[str],
    *,
    is_kin: bool,
) -> str:
    """Return what speaks against a group from the outset, if anything does.

    A box of the newest, dated in full, may be worth more than the list that it repeats.
    """
    half = len(reading.links) / 2
    if _say_one_title(reading):
        return "titles of a list beside it"
    if worth < LEAST_KIN:
        return "too little for a listing" if in_main(reading) else "menu or side box"
    inside = sum(part.place in taken for part in reading.group.parts)
    if inside > half and not _share_days(reading, first):
        return "other links of items that are listed"
    count = sum(link.url in shown for link in reading.links)
    if count > half and (count == len(reading.links) or not is_kin):
        return "items that are listed already"
    return ""


def _share_days(reading: Reading, first: Reading) -> bool:
    """Tell whether a group is rows under the cells that hold days of the best list."""
    rows, heads = ([part.element for part in r.group.parts] for r in (reading, first))
    return dated_part(reading) == 1 and share_days(rows, heads)


def _say_one_title(reading: Reading) -> bool:
    """Tell whether all links have one title and day, which none of them says itself."""
    said = {(teaser.title, teaser.published) for teaser in reading.teasers}
    if len(reading.links) < FEWEST or len(said) > 1:
        return False
    return all(link.text != reading.teasers[0].title for link in reading.links)


def _is_at(reading: Reading, paths: Collection[int]) -> bool:
    """Tell whether a group stands where lists of the site do, and says something."""
    is_there = reading.group.parts[0].link.path in paths
    return is_there and not all(is_label(t.title) for t in reading.teasers)


def _leads(worth: float, reading: Reading, paths: Collection[int]) -> bool:
    """Tell whether a group can be the listing; a single link needs its own words."""
    if worth >= LEAST_KIN and _is_at(reading, paths):
        return True
    if worth < (LEAST if in_main(reading) else LEAST_ASIDE):
        return False
    if len(reading.links) > 1:
        return True
    return not is_label(reading.links[0].text) and reading.has_own_titles


def _may_be_moved(reading: Reading) -> bool:
    """Tell whether a group may be the list that stood elsewhere on other pages."""
    return in_main(reading) or dated_part(reading) >= DATED


def _is_lone_item(worth: float, reading: Reading, *, is_of_day: bool) -> bool:
    """Tell whether a group may be all that a day, a month, or a last page has to list.

    On the page of a day, where nothing but its items is said, any address will do.
    """
    is_said = words_of(reading) >= _SAID_WORDS
    is_one = len(reading.links) == 1 and in_main(reading)
    return (
        worth >= LEAST_KIN
        and is_one
        and is_said
        and (is_of_day or bool(shape_of(reading.links[0].url)))
    )


def _joins(
    reading: Reading,
    worth: float,
    first: Reading,
    best: float,
    kin: str,
    *,
    is_kin: bool,
    is_at: bool,
) -> str:
    """Return why a group belongs to the best one too; ``""`` if it does not."""
    if reading.group.is_beside and not first.group.is_beside:
        return ""
    if is_at:
        return "stands where lists of this site do"
    if dated_part(reading) == 1 and boxes_of(reading) <= boxes_of(first):
        return "dated, in boxes of the best list"
    if is_kin:
        return _KIN
    if dated_part(reading) == 1 and in_main(reading) and _are_beneath(reading, first):
        return "dated, beside addresses of the best list"
    if in_main(reading) and _is_shown_large(reading, first):
        return "shown large above the best list"
    is_main = in_main(reading) and not _is_outside(reading, first)
    share = SHARE if is_main else SHARE_ASIDE
    if worth < max(LEAST, share * best):
        return ""
    is_dated = dated_part(first) >= DATED and len(first.links) >= FEWEST
    if not is_dated and words_of(reading) < _WORDS * words_of(first):
        return ""
    if kin and not dated_part(reading) and not usual_shape(_urls(reading)):
        return ""  # addresses of a menu
    if not is_dated or dated_part(reading) >= DATED:
        return "worth nearly as much as the best list"
    is_said = len(reading.links) >= 5 and words_of(reading) >= 4
    is_like = usual_make(_urls(reading)) == usual_make(_urls(first)) != ""
    return "many titles of many words" if is_said and is_like else ""


def _urls(reading: Reading) -> list[str]:
    return [link.url for link in reading.links]


def _are_lists(reading: Reading) -> bool:
    """Tell whether all that a group leads to are lists: the cards of its writers."""
    return all(is_list_address(link.url) for link in reading.links)
