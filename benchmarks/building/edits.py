"""Edits of each part of a text, made while the teasers moved on: all must be told."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import product

from benchmarks.building.frames import FRAMES
from benchmarks.building.parts import Part
from benchmarks.building.site import Sheet, Site, teasers
from benchmarks.building.structures import STRUCTURES
from benchmarks.building.trial import Draw, Trial
from benchmarks.building.wraps import WRAPS
from parsers.model import Capture
from parsers.profile import Profile
from scheduler.comparing.captures import compare_captures
from scheduler.comparing.compare import Comparison
from tests.fixtures.living.prose import Writer

_UNWRITTEN = frozenset(("rule", "video"))


def trials(language: str, is_drawn: Draw) -> Iterator[Trial]:
    """Yield whether each edit of a text of a language is told."""
    for frame, wrap, structure in product(FRAMES, WRAPS, STRUCTURES):
        site = Site(language, frame, wrap)
        if not is_drawn("edits", language, frame, wrap, structure):
            continue
        writer = site.writer("edit", structure)
        before = site.sheet(writer, structure)
        others = teasers(writer)
        edits = (*_edited(before, writer), *_beside(site, before, writer))
        for edit, after in edits:
            told = is_told(
                site.capture(before),
                site.capture(replace(after, others=others), look=1),
                site.profile(),
            )
            yield Trial(
                group="told",
                marks={
                    "language": language,
                    "edit": edit,
                    "structure": structure,
                    "wrap": wrap,
                    "frame": frame,
                },
                wrong="" if told else _words(before, after),
            )


def is_told(before: Capture, after: Capture, profile: Profile | None) -> bool:
    """Tell whether a change is told of two states of a page."""
    found = compare_captures(before, after, profile=profile)
    return isinstance(found, Comparison) and bool(found.fields)


def edited(text: str, writer: Writer) -> str:
    """Return a text with one figure, word or letter changed; of a name, another one."""
    if text in (persons := writer.tongue.persons):
        return persons[persons.index(text) - 1]
    new = writer.other_figure(text) or writer.other_word(text)
    return new or text[:-1] + ("s" if text[-1] != "s" else "d")


def _edited(sheet: Sheet, writer: Writer) -> Iterator[tuple[str, Sheet]]:
    """Yield what was done, and the page after it."""
    parts = sheet.parts
    for n, part in enumerate(parts):
        if part.kind in _UNWRITTEN:
            continue
        before, behind = parts[:n], parts[n + 1 :]
        for done, new in _of_part(part, writer):
            whole = (*before, new, *behind)
            yield f"{part.kind} {done}", replace(sheet, parts=whole)
        if len(parts) > 1 and part.kind == "p":
            yield "p dropped", replace(sheet, parts=(*before, *behind))
    added = Part(kind="p", rows=((writer.fresh(writer.paragraph),),))
    place = writer.random.randrange(1, len(parts) + 1)
    yield "p added", replace(sheet, parts=(*parts[:place], added, *parts[place:]))
    yield "p added last", replace(sheet, parts=(*parts, added))
    places = [n for n, part in enumerate(parts) if part.kind == "p"]
    if len(places) > 1:
        moved = list(parts)
        moved[places[0]], moved[places[-1]] = moved[places[-1]], moved[places[0]]
        yield "p moved", replace(sheet, parts=tuple(moved))
    yield "title changed", replace(sheet, title=edited(sheet.title, writer))
    yield "title new", replace(sheet, title=writer.title())
    yield "day changed", replace(sheet, day=sheet.day + timedelta(days=1))


def _beside(site: Site, sheet: Sheet, writer: Writer) -> Iterator[tuple[str, Sheet]]:
    for name in site.beside():
        new = {name: edited(sheet.beside[name], writer)}
        yield f"{name} changed", replace(sheet, beside={**sheet.beside, **new})


def _of_part(part: Part, writer: Writer) -> Iterator[tuple[str, Part]]:
    rows, middle = part.rows, len(part.rows) // 2
    before, (*cells, last), behind = rows[:middle], rows[middle], rows[middle + 1 :]
    new = (*cells, edited(last, writer))
    yield "changed", replace(part, rows=(*before, new, *behind))
    if len(rows) > 1:
        yield "row dropped", replace(part, rows=(*before, *behind))
        new = tuple(edited(cell, writer) for cell in rows[-1])
        yield "row added", replace(part, rows=(*rows, new))


def _words(before: Sheet, after: Sheet) -> str:
    """Return what differs between two states of a page, for whoever looks into it."""
    if before.title != after.title:
        return f"{before.title} > {after.title}"
    if before.beside != after.beside:
        return f"{before.beside} > {after.beside}"
    old, new = (
        [line for part in sheet.parts for line in part.read()]
        for sheet in (before, after)
    )
    gone = [line[:90] for line in old if line not in new]
    came = [line[:90] for line in new if line not in old]
    return f"{gone} > {came}" if gone or came else f"{before.day} > {after.day}"
