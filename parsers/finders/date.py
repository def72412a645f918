"""The day an item was published, as its site counts days. Pure.

What the page claims to machines is checked against what it prints beside the headline:
a printed day is local, a claimed time is often UTC.
"""

from collections.abc import Sequence
from datetime import date, timedelta

from parsers.date_places.hints import (
    date_in_url,
    date_languages,
    date_order,
    is_sane,
    month_in_url,
)
from parsers.date_places.lines import DateLine, date_lines
from parsers.date_places.no_year import local_day
from parsers.date_places.state import day_in_state
from parsers.dates import parse_date, parse_machine_date
from parsers.dates.instants import can_be, in_own_zone
from parsers.finders.title import find_title
from parsers.keys import text_hash
from parsers.metadata import Claim
from parsers.model import Printed
from parsers.reading import Reading


def find_date(
    reading: Reading, *, title: str | None = None, listed: Printed | None = None
) -> tuple[Printed, str] | None:
    """Return when an item was published and the way it was found, or nothing.

    ``listed`` is the day that the listing shows; an address keeps the one that an item
    had when it came.
    """
    claimed = _claimed(reading)
    other = _other_days(claimed[0][0], reading, listed) if claimed else None
    is_own = not _is_template_s(reading)
    if claimed and claimed[0][1] in _ORDER and is_own and not other:
        local = _local(claimed[0][0], claimed)
        if _has_offset(local):
            return local, claimed[0][1]
    if title is None:
        headline = find_title(reading)
        title = headline[0] if headline else ""
    lines = date_lines(reading, title, only_near=bool(claimed))
    if other and (line := _within(other, lines)):
        return line.date, "line"
    if claimed and is_own:
        return _agreed(claimed, lines, reading, title)
    best = _best_line(lines)
    if best and (best.score >= _SURE or _is_last(best, lines)):
        if best.is_amid and not best.label:  # who signed it when
            return _told(reading, title, listed) or (best.date, "line")
        return best.date, "line"
    if claimed:
        return _agreed(claimed, lines, reading, title)
    if in_url := date_in_url(reading.page.url, reading):
        return None if listed and _is_shown_anew(listed, in_url) else (in_url, "url")
    if not listed and (told := _told(reading, title, None)):
        return told
    changed = _modified(reading, lines)
    # what was changed later than it was listed came out on the listed day
    return None if changed and listed and listed.day < changed[0].day else changed


def _told(
    reading: Reading, title: str, listed: Printed | None
) -> tuple[Printed, str] | None:
    """Return the day in the listing, else in the address, else told to scripts."""
    if listed:
        return listed, "listing"
    if in_url := date_in_url(reading.page.url, reading):
        return in_url, "url"
    in_state = day_in_state(reading.page, title)
    return (in_state, "state") if in_state and is_sane(in_state) else None


def _is_shown_anew(listed: Printed, in_url: Printed) -> bool:
    """Tell whether a listing prints another day than the address kept, in full.

    One that it counts back from today may be a day off.
    """
    return listed.day != in_url.day and str(listed.day.year) in listed.text


def _claimed(reading: Reading) -> list[tuple[Printed, str]]:
    """Return the readable claims of publication, surest first."""
    claims = sorted(reading.metadata.published, key=_rank)
    found = [(_read(claim, reading), claim.source) for claim in claims]
    return [(day, source) for day, source in found if day and is_sane(day)]


def _is_template_s(reading: Reading) -> bool:
    """Tell whether other items claim the very same time: the day of their template."""
    repeated = reading.profile.repeated if reading.profile else ()
    values = [c.value for c in reading.metadata.published]
    return any(len(v) > _DAY_CHARS and text_hash(v) in repeated for v in values)


def _other_days(
    claim: Printed, reading: Reading, listed: Printed | None
) -> tuple[date, date] | None:
    """Return when an item is of by its address or listing, if the claim cannot be."""
    for told in (date_in_url(reading.page.url, reading), listed):
        if told and not can_be(Printed(text=told.text, day=told.day), claim):
            return told.day - _DAY, told.day + _DAY
    month = month_in_url(reading.page.url)
    return month if month and not month[0] <= claim.day <= month[1] else None


def _within(days: tuple[date, date], lines: Sequence[DateLine]) -> DateLine | None:
    """Return the line beside the headline that is of these days, if one surely is."""
    own = [line for line in lines if line.label not in ("updated", "other")]
    best = max(own, key=lambda line: line.score, default=None)
    is_sure = best is not None and best.score >= _STRONG
    return best if best and is_sure and days[0] <= best.date.day <= days[1] else None


def _rank(claim: Claim) -> int:
    return _ORDER.index(claim.source) if claim.source in _ORDER else len(_ORDER)


def _read(claim: Claim, reading: Reading) -> Printed | None:
    return parse_machine_date(claim.value) or parse_date(
        claim.value, languages=date_languages(reading), order=date_order(reading)
    )


def _agreed(
    claimed: Sequence[tuple[Printed, str]],
    lines: Sequence[DateLine],
    reading: Reading,
    title: str,
) -> tuple[Printed, str]:
    """Return the surest claim, on the day that is printed beside the headline."""
    first, source = claimed[0]
    local = _local(first, claimed)
    own = [
        line
        for line in lines
        if line.label not in ("updated", "other") and (line.label or not line.is_amid)
    ]
    best = max(own, key=lambda line: line.score, default=None)
    if best and source not in _ORDER and best.score >= _STRONG:
        return best.date, "line"
    near = [line for line in own if line.score >= _NEAR]
    if not any(line.date.day == local.day for line in near):
        near = [line for line in near if can_be(line.date, first)]
        best = max(near, key=lambda line: line.score, default=None)
        if best and best.score >= _SURE and not _has_offset(first):
            return in_own_zone(best.date, first), "line"
        if not _has_offset(local) and (day := local_day(reading, title, local)):
            return day, "line"
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


def _best_line(lines: Sequence[DateLine]) -> DateLine | None:
    """Return the line that stands best, unless a last change stands much better."""
    own = [line for line in lines if line.label not in ("updated", "other")]
    best = max(own, key=lambda line: line.score, default=None)
    updated = [line.score for line in lines if line.label == "updated"]
    if best and updated and best.score < min(_STRONG, max(updated)):
        return None
    return best


def _is_last(best: DateLine, lines: Sequence[DateLine]) -> bool:
    """Tell whether a day alone closes the text, and nothing speaks for any other."""
    others = (line.score for line in lines if line is not best)
    return best.closes and best.score > 0 >= max(others, default=0)


def _modified(
    reading: Reading, lines: Sequence[DateLine]
) -> tuple[Printed, str] | None:
    """Return the only date a page gives, if that is its last change."""
    updated = [line for line in lines if line.label == "updated"]
    best = max(updated, key=lambda line: line.score, default=None)
    if best and best.score >= _NEAR:
        return best.date, "updated line"
    for claim in reading.metadata.modified:
        found = _read(claim, reading)
        if found and is_sane(found) and not _is_now(found, reading):
            return found, claim.source
    return None


def _is_now(found: Printed, reading: Reading) -> bool:
    """Say whether a last change is the capture itself: a page that was made anew."""
    captured_at = reading.page.capture.captured_at
    if captured_at is None:
        return False
    return abs((found.day - captured_at.date()).days) <= 1


#: A claim of a mere day is no longer.
_DAY_CHARS = 10
_DAY = timedelta(days=1)
_SURE, _STRONG = 1.5, 2.0
_NEAR = 1.0
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
