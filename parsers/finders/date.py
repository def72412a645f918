"""The day an item was published, as its site counts days. Pure.

What the page claims to machines is checked against what it prints beside the headline:
a printed day is local, a claimed time is often UTC.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, timedelta
from functools import lru_cache
from itertools import islice

from parsers.blocks import Block, walk
from parsers.dates import (
    find_dates,
    may_hold_date,
    order_among,
    parse_date,
    parse_machine_date,
)
from parsers.dates.labels import label_of, label_of_name
from parsers.dates.patterns import order_of
from parsers.finders.title import find_title, title_key
from parsers.metadata import Claim
from parsers.model import Printed
from parsers.reading import Reading
from parsers.visible import visible_text

#: No page of ours is older, and none comes from the far future.
EARLIEST, LATEST = date(1990, 1, 1), date(2100, 1, 1)


def find_date(
    reading: Reading, *, title: str | None = None
) -> tuple[Printed, str] | None:
    """Return when an item was published and the way it was found, or nothing."""
    claimed = _claimed(reading)
    if claimed and claimed[0][1] in _ORDER:
        local = _local(claimed[0][0], claimed)
        if _has_offset(local):
            return local, claimed[0][1]
    lines = _lines(reading, title, only_near=bool(claimed))
    if claimed:
        return _agreed(claimed, lines)
    best = _best_line(lines)
    if best and best.score >= _SURE:
        return best.date, "line"
    if in_url := date_in_url(reading.page.url, reading):
        return in_url, "url"
    return _modified(reading, lines)


def date_in_url(url: str, reading: Reading | None = None) -> Printed | None:
    """Return the day an address holds, if it holds a whole one.

    >>> date_in_url("https://a.example/2021/12/08/fog/").day
    datetime.date(2021, 12, 8)
    """
    path = url[:500].partition("://")[2].partition("/")[2]
    found = _IN_URL.search(path)
    if found:
        text = f"{found[1]}-{found[3]}-{found[4]}"
        parsed = parse_machine_date(text)
    elif reading and (found := _TURNED_IN_URL.search(path)):
        text = f"{found[1]}/{found[3]}/{found[4]}"
        parsed = parse_date(text, languages=_languages(reading), order=_order(reading))
    else:
        return None
    return replace(parsed, text=found[0]) if parsed and _is_sane(parsed) else None


@dataclass(slots=True)
class _Line:
    """A printed date, what it is labelled as, and how much speaks for it."""

    date: Printed
    label: str
    score: float


def _claimed(reading: Reading) -> list[tuple[Printed, str]]:
    """Return the readable claims of publication, surest first."""
    claims = sorted(reading.metadata.published, key=_rank)
    found = [(_read(claim, reading), claim.source) for claim in claims]
    return [(day, source) for day, source in found if day and _is_sane(day)]


def _rank(claim: Claim) -> int:
    return _ORDER.index(claim.source) if claim.source in _ORDER else len(_ORDER)


def _read(claim: Claim, reading: Reading) -> Printed | None:
    return parse_machine_date(claim.value) or parse_date(
        claim.value, languages=_languages(reading), order=_order(reading)
    )


def _languages(reading: Reading) -> tuple[str, ...]:
    """Return the page's language; English of the country its host is registered in."""
    language = reading.page.language
    if not language:
        return ()
    if language.lower() == "en":
        host = reading.page.url.partition("://")[2].partition("/")[0]
        region = _ENGLISH.get(host.partition(":")[0].rpartition(".")[2].lower())
        return (f"en-{region}",) if region else ("en",)
    return (language,)


def _order(reading: Reading) -> str | None:
    order = reading.profile.date_order if reading.profile else None
    return order.upper() if order else None


def _is_sane(found: Printed) -> bool:
    return EARLIEST <= found.day <= LATEST


def _agreed(
    claimed: Sequence[tuple[Printed, str]], lines: Sequence[_Line]
) -> tuple[Printed, str]:
    """Return the surest claim, on the day that is printed beside the headline."""
    first, source = claimed[0]
    local = _local(first, claimed)
    own = [line for line in lines if line.label not in ("updated", "other")]
    best = max(own, key=lambda line: line.score, default=None)
    if best and source not in _ORDER and best.score >= _STRONG:
        return best.date, "line"
    near = [
        line
        for line in lines
        if line.score >= _NEAR and line.label != "updated" and _can_be(line.date, first)
    ]
    if near and not any(line.date.day == local.day for line in near):
        best = max(near, key=lambda line: line.score)
        if best.score >= _SURE and not _has_offset(first):
            return best.date, "line"
    return local, source


def _can_be(printed: Printed, claim: Printed) -> bool:
    """Say whether a printed day, or time, is a claimed instant somewhere on earth."""
    if not claim.at or claim.at.tzinfo is None:
        return abs(printed.day - claim.day) <= timedelta(days=1)
    at = claim.at.astimezone(UTC)
    if printed.at and printed.at.tzinfo:
        return abs(printed.at - at) < timedelta(minutes=2)
    earliest, latest = at - timedelta(hours=12), at + timedelta(hours=14)
    if printed.at:
        offset = printed.at.replace(tzinfo=UTC) - at
        quarters = round(offset / _QUARTER)
        is_near = abs(offset - quarters * _QUARTER) < timedelta(minutes=2)
        return is_near and earliest <= at + offset <= latest
    return earliest.date() <= printed.day <= latest.date()


def _has_offset(found: Printed) -> bool:
    """Say whether a time carries an offset that is not just UTC."""
    offset = found.at.utcoffset() if found.at else None
    return bool(offset)


def _local(first: Printed, claimed: Sequence[tuple[Printed, str]]) -> Printed:
    """Prefer, of claims of one instant, the one that carries the site's own offset."""
    if first.at and first.at.utcoffset() is not None and not _has_offset(first):
        for other, _source in claimed:
            if other.at and _has_offset(other) and other.at == first.at:
                return other
    return first


def _best_line(lines: Sequence[_Line]) -> _Line | None:
    """Return the line that stands best, unless a last change stands much better."""
    own = [line for line in lines if line.label not in ("updated", "other")]
    best = max(own, key=lambda line: line.score, default=None)
    updated = [line.score for line in lines if line.label == "updated"]
    if best and updated and max(updated) > best.score:
        return None
    return best


def _modified(reading: Reading, lines: Sequence[_Line]) -> tuple[Printed, str] | None:
    """Return the only date a page gives, if that is its last change."""
    updated = [line for line in lines if line.label == "updated"]
    best = max(updated, key=lambda line: line.score, default=None)
    if best and best.score >= _NEAR:
        return best.date, "updated line"
    for claim in reading.metadata.modified:
        found = _read(claim, reading)
        if found and _is_sane(found):
            return found, claim.source
    return None


def _lines(
    reading: Reading, title: str | None, *, only_near: bool = False
) -> list[_Line]:
    """Return the dates in lines of their own, with what speaks for each.

    ``only_near``: the headline; what stands elsewhere bears no claim out.
    """
    blocks = reading.blocks or walk(reading.page)
    if title is None:
        headline = find_title(reading)
        title = headline[0] if headline else ""
    at_title, at_body = _places(blocks, title)
    in_url = date_in_url(reading.page.url, reading)
    lines: list[_Line] = []
    near: Sequence[Block] = blocks
    if only_near and at_title:
        near = [b for n in at_title for b in blocks[max(0, n - _BEFORE) : n + _AFTER]]
    for block, found, label, rest in (
        *_printed(reading, near),
        *_opening(reading, blocks, at_body),
        *_marked(reading, blocks),
    ):
        if _is_sane(found):
            if block.index in at_title:  # a date glued behind the headline
                rest = max(0, rest - len(title))
            label = label or _label_around(blocks, block, rest)
            score = _score(block, rest, at_title, at_body) + _LABEL_SCORES[label]
            if in_url and in_url.day == found.day:
                score += 2
            lines.append(_Line(found, label, score))
    return lines


def _printed(
    reading: Reading, blocks: Sequence[Block]
) -> Iterator[tuple[Block, Printed, str, int]]:
    """Yield each date in a short line, its label, and how much else the line says."""
    languages, order = _languages(reading), _order(reading)
    if not order and not order_of(languages):
        order = order_among(b.text for b in reading.blocks if b.chars <= _LONGEST)
    for block in blocks:
        if block.chars <= _LONGEST and may_hold_date(block.text):
            dates = find_dates(block.text, languages=languages, order=order)
            for found, label, rest in _labelled(block.text, dates):
                yield block, found, label, rest


def _opening(
    reading: Reading, blocks: Sequence[Block], at_body: int
) -> Iterator[tuple[Block, Printed, str, int]]:
    """Yield the date that opens a text: ``HARBOUR, 9 October 2020 – The ferry``."""
    for block in blocks[at_body : at_body + 1]:
        start = block.text[:_OPENING]
        dates = find_dates(start, languages=_languages(reading), order=_order(reading))
        end = start.find(dates[0].text) + len(dates[0].text) if dates else 0
        place = start[: end - len(dates[0].text)] if dates else ""
        if end and _CITY.fullmatch(place) and _DASH.match(block.text, end):
            yield block, dates[0], "opening", 0


def _marked(
    reading: Reading, blocks: Sequence[Block]
) -> Iterator[tuple[Block, Printed, str, int]]:
    """Yield the dates of ``<time>`` elements: the printed day, which is local."""
    elements = list(islice(reading.page.root.iter("time"), 40))
    if not elements:
        return
    places = {block.place.element: block for block in reversed(blocks)}
    for element in elements:
        found = parse_machine_date(element.get("datetime") or "")
        block = next((places[e] for e in element.iterancestors() if e in places), None)
        if not found or not block:
            continue
        text = visible_text(element)
        printed = parse_date(text, languages=_languages(reading), order=_order(reading))
        if printed and printed.day != found.day:
            found = printed
        name = (element.get("class") or "") + (element.get("itemprop") or "")
        label = label_of_name(name)
        if element.get("pubdate") is not None:
            label = "published"
        if not label and text and (at := block.text.find(text)) > 0:
            label = label_of(_nearest(block.text[:at]))
        yield block, found, label, max(0, min(block.chars, 100) - len(text))


def _label_around(blocks: Sequence[Block], block: Block, rest: int) -> str:
    """Return the label given by the line before, or by the name of the element."""
    if rest < 8 and block.index:
        before = blocks[block.index - 1]
        if before.chars < 30 and not before.text[-1:].isdecimal():
            label = label_of(before.text)
            if label not in ("", "date"):
                return label
    return label_of_name(block.place.step)


def _places(blocks: Sequence[Block], title: str) -> tuple[list[int], int]:
    """Return where the headline stands, and where the text begins."""
    key = title_key(title)
    beginning, most = title[:20].casefold(), len(title) + 80
    at_title = [
        block.index
        for block in blocks
        if len(key) <= block.chars < most
        and block.text[:2].casefold() in beginning
        and title_key(block.text).startswith(key)
    ]
    at_title = at_title if key else []
    start = at_title[0] if at_title else 0
    at_body = next(
        (
            b.index
            for b in blocks[start:]
            if _weight(b.text) > 150 and b.link_share < 0.4
        ),
        len(blocks),
    )
    return at_title, at_body


def _nearest(before: str) -> str:
    """Return so much of the text before a date as can label it."""
    return before[-10:] if _IDEOGRAPH.search(before[-10:]) else before[-40:]


def _weight(text: str) -> int:
    """Return how long a text is, in letters of an alphabet."""
    return len(text) * (3 if _IDEOGRAPH.search(text) else 1)


def _labelled(
    text: str, dates: Sequence[Printed]
) -> Iterator[tuple[Printed, str, int]]:
    """Yield each date with its label and how much other text stands in its line."""
    rest = len(text) - sum(len(found.text) for found in dates)
    position = 0
    for found in dates:
        at = text.find(found.text, position)
        at = at if at >= 0 else position
        before = text[position:at]
        position = at + len(found.text)
        label = label_of(_nearest(before))
        if label == "date" and rest > 25:
            label = ""
        if not label and len(dates) == 1 and rest < 30:
            after = label_of(text[position:])
            label = after if after in ("updated", "published") else ""
        yield found, label, rest


def _score(block: Block, rest: int, at_title: Sequence[int], at_body: int) -> float:
    """Return how much the place of a line speaks for its being the date line."""
    score = 0.0
    if at_title:
        after = min((block.index - n for n in at_title if n <= block.index), default=99)
        before = min((n - block.index for n in at_title if n > block.index), default=99)
        if after < _AFTER:
            score += 3 - 0.1 * after
        elif before < _BEFORE:
            score += 1.5 - 0.2 * before
    if block.index < at_body:
        score += 0.5 if at_title else 1.5
    score += _place_score(block.path)
    is_heading = block.kind == "heading" and block.index not in at_title
    if rest > 60 or (rest > 12 and (is_heading or _SENTENCE_END.search(block.text))):
        score -= 2.5
    elif rest < 25:
        score += 0.5
    if block.kind == "item" and block.index > at_body:
        score -= 1
    if block.kind == "caption":
        score -= 3
    if block.link_share > 0.5:
        score -= 2
    return score


_LABEL_SCORES = {
    "published": 2.0,
    "date": 1.0,
    "": 0.0,
    "opening": -1.5,
    "updated": -2.0,
    "other": -3.0,
}
_OPENING = 80
_CITY = re.compile(r"[(\[]?[^.!?:]{0,40}[,\s]?\s?")
_DASH = re.compile(r"\s?[)\]]?\s?(?:г\.?|года)?\s?[–—-]\s")
_SENTENCE_END = re.compile(r"[^\W\d_]{3}[.!?…。！？]$")


@lru_cache(maxsize=8192)
def _place_score(path: str) -> float:
    """Return how much the names of the elements above a line speak for it."""
    steps = "/".join(path.rsplit("/", 4)[1:])
    score = 1.0 if _DATE_PLACE.search(steps) else 0.0
    if _OTHER_PLACE.search(path.partition("body")[2].partition("/")[2]):
        score -= 2
    return score


#: Top-level domains of countries where numeric dates have one order.
_ENGLISH = {"gov": "US", "mil": "US", "us": "US", "uk": "GB"} | {
    region: region.upper() for region in ("au", "nz", "ie", "in", "za", "ng", "ke")
}
_QUARTER = timedelta(minutes=15)
_SURE, _STRONG = 1.5, 2.0
_NEAR = 1.0
_LONGEST = 250
#: So many lines before and behind the headline are near it.
_BEFORE, _AFTER = 8, 25
_ORDER = (
    "ld datePublished",
    "meta article:published_time",
    "meta article:published",
    "meta og:article:published_time",
    "item datepublished",
    "meta datepublished",
    "meta parsely-pub-date",
    "meta sailthru.date",
    "ld-page datePublished",
)
_IN_URL = re.compile(
    r"(?<!\d)(20[012]\d|19[89]\d)([/\-_.]?)(0?[1-9]|1[012])\2(0?[1-9]|[12]\d|3[01])(?!\d)"
)
_TURNED_IN_URL = re.compile(
    r"(?<!\d)(0[1-9]|[12]\d|3[01])([\-_.]?)(0[1-9]|[12]\d|3[01])\2(20[012]\d)(?!\d)"
)
_IDEOGRAPH = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{2}")
_DATE_PLACE = re.compile(
    r"date|time|publi|posted|byline|meta|stamp|datum|fecha|author|info|entry", re.I
)
_OTHER_PLACE = re.compile(
    r"aside|footer|sidebar|related|widget|comment|recent|popular|teaser|recommend"
    r"|trending|latest|more-|promo|advert|caption|picbox|user|member|copyright",
    re.I,
)
