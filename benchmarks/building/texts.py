"""Texts of all structures, read word for word: alone, and by what a site teaches."""

import difflib
from collections.abc import Iterator
from itertools import product

from benchmarks.building.frames import FRAMES
from benchmarks.building.site import Sheet, Site
from benchmarks.building.structures import STRUCTURES
from benchmarks.building.trial import Draw, Trial
from benchmarks.building.wraps import WRAPS
from parsers.article import parse_article
from parsers.model import Article, Problem
from parsers.text import same_words

_SHOWN = 110


def trials(language: str, is_drawn: Draw) -> Iterator[Trial]:
    """Yield how each text of a language is read."""
    for frame, wrap, structure in product(FRAMES, WRAPS, STRUCTURES):
        if not is_drawn("texts", language, frame, wrap, structure):
            continue
        site = Site(language, frame, wrap)
        sheet = site.sheet(site.writer("text", structure), structure)
        page = site.capture(sheet)
        for group, profile in (("alone", None), ("learned", site.profile())):
            found = parse_article(page, profile=profile)
            yield Trial(
                group=group,
                marks={
                    "language": language,
                    "structure": structure,
                    "wrap": wrap,
                    "frame": frame,
                },
                wrong=_difference(sheet, found, has_lead="lead" in site.beside()),
            )


def _difference(sheet: Sheet, found: Article | Problem, *, has_lead: bool) -> str:
    """Return which lines are lost, and which are there that should not be."""
    if isinstance(found, Problem):
        return found.detail
    got = [same_words(line) for line in found.body.split("\n\n")]
    asked = [(same_words(sheet.beside["lead"]), True)] if has_lead else []
    asked += [
        (same_words(line), part.make.is_open)
        for part in sheet.parts
        if not part.make.is_beside
        for line in part.read()
    ]
    wanted = [line for line, is_open in asked if not is_open or line in got]
    if got == wanted:
        return ""
    lines = difflib.ndiff(wanted, got)
    return "\n".join(line[:_SHOWN] for line in lines if line[:2] in ("- ", "+ "))
