"""The day an item was published, as its site counts days. Pure.

What the page claims to machines is checked against what it prints beside the headline:
a printed day is local, a claimed time is often UTC.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from parsers.blocks import Block, walk
from parsers.dates import find_dates, parse_date, parse_machine_date
from parsers.dates.labels import label_of
from parsers.finders.title import find_title, title_key
from parsers.metadata import Claim
from parsers.model import Printed
from parsers.reading import Reading

#: Before the first newspaper, or after every calendar of a press office: no date of ours.
EARLIEST, LATEST = date(1990, 1, 1), date(2100, 1, 1)


def find_date(
    reading: Reading, *, title: str | None = None
) -> tuple[Printed, str] | None:
    """Return when an item was published and the way it was found, or nothing."""
    claimed = _claimed(reading)
    printed = _printed(reading, title, [claim for claim, _ in claimed])
    best = max(printed, key=lambda line: line.score, default=None)
    if claimed:
        return _agreed(claimed, printed)
    if best and best.score >= _SURE:
        return best.date, "line"
    if in_url := date_in_url(reading.page.url):
        return in_url, "url"
    return None


def date_in_url(url: str) -> Printed | None:
    """Return the day an address holds, if it holds a whole one.

    >>> date_in_url("https://a.example/2021/12/08/fog/").day
    datetime.date(2021, 12, 8)
    """
    found = _IN_URL.search(url[:500])
    if not found:
        return None
    parsed = parse_machine_date(f"{found[1]}-{found[3]}-{found[4]}")
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
    return (reading.page.language,) if reading.page.language else ()


def _order(reading: Reading) -> str | None:
    order = reading.profile.date_order if reading.profile else None
    return order.upper() if order else None


def _is_sane(found: Printed) -> bool:
    return EARLIEST <= found.day <= LATEST


def _agreed(
    claimed: list[tuple[Printed, str]], printed: Sequence[_Line]
) -> tuple[Printed, str]:
    """Return the claim that others bear out; its printed day where they differ by one."""
    first, source = claimed[0]
    local = _local(first, claimed)
    near = [
        line
        for line in printed
        if line.score >= _NEAR
        and line.label != "updated"
        and abs(line.date.day - first.day) <= timedelta(days=1)
    ]
    if near and not any(line.date.day == local.day for line in near):
        best = max(near, key=lambda line: line.score)
        if best.score >= _SURE and not _has_offset(first):
            return best.date, "line"
    return local, source


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


def _printed(
    reading: Reading, title: str | None, claimed: Sequence[Printed]
) -> list[_Line]:
    """Return the dates that stand in lines of their own, with what speaks for each."""
    blocks = reading.blocks or walk(reading.page)
    if title is None:
        found = find_title(reading)
        title = found[0] if found else ""
    at_title, at_body = _places(blocks, title)
    in_url = date_in_url(reading.page.url)
    lines: list[_Line] = []
    seen: Counter[str] = Counter()
    for block in blocks:
        if block.chars > _LONGEST or not _YEAR.search(block.text):
            continue
        dates = find_dates(
            block.text, languages=_languages(reading), order=_order(reading)
        )
        for found, label, rest in _labelled(block.text, dates):
            if not _is_sane(found):
                continue
            seen[block.path] += 1
            score = _score(block, rest, at_title, at_body)
            score += {"published": 2, "updated": -2, "other": -3}.get(label, 0)
            if in_url and in_url.day == found.day:
                score += 2
            lines.append(_Line(found, label, score))
    return lines


def _places(blocks: Sequence[Block], title: str) -> tuple[list[int], int]:
    """Return where the headline stands, and where the text begins."""
    key = title_key(title)
    at_title = [
        block.index
        for block in blocks
        if block.chars < 600 and key and title_key(block.text).startswith(key)
    ]
    start = at_title[0] if at_title else 0
    at_body = next(
        (b.index for b in blocks[start:] if b.chars > 150 and b.link_share < 0.4),
        len(blocks),
    )
    return at_title, at_body


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
        yield found, label_of(before[-40:]), rest


def _score(block: Block, rest: int, at_title: Sequence[int], at_body: int) -> float:
    """Return how much the place of a line speaks for its being the date line."""
    score = 0.0
    if at_title:
        after = min((block.index - n for n in at_title if n <= block.index), default=99)
        before = min((n - block.index for n in at_title if n > block.index), default=99)
        if after < 25:
            score += 3 - 0.1 * after
        elif before < 8:
            score += 2 - 0.2 * before
    if block.index < at_body:
        score += 0.5
    steps = "/".join(block.path.rsplit("/", 4)[1:])
    if _DATE_PLACE.search(steps):
        score += 1
    if _OTHER_PLACE.search(block.path):
        score -= 2
    if rest > 60:
        score -= 2.5
    elif rest < 25:
        score += 0.5
    if block.link_share > 0.5:
        score -= 2
    return score


_SURE = 2.5
_NEAR = 1.0
_LONGEST = 250
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
_YEAR = re.compile(r"\d{2}|[〇零]")
_IN_URL = re.compile(
    r"(?<!\d)(20[012]\d|19[89]\d)([/\-_.]?)(0?[1-9]|1[012])\2(0?[1-9]|[12]\d|3[01])(?!\d)"
)
_DATE_PLACE = re.compile(
    r"date|time|publi|posted|byline|meta|stamp|datum|fecha|author|info|entry", re.I
)
_OTHER_PLACE = re.compile(
    r"aside|footer|sidebar|related|widget|comment|recent|popular|teaser|recommend"
    r"|trending|latest|more-|promo|banner|advert",
    re.I,
)
