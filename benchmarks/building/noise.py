"""What moves in and around pages while no item is edited: it must not be told."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import product

from lxml.html import HtmlElement

from benchmarks.building.frames import FRAMES
from benchmarks.building.movers import MOVERS
from benchmarks.building.site import Sheet, Site, teasers
from benchmarks.building.trial import Draw, Trial
from benchmarks.mutants.noise import NOISE
from benchmarks.mutants.page import Doc, Truth
from parsers.model import Capture, Problem
from parsers.page import read_page
from parsers.profile import Profile
from parsers.text import same_words
from scheduler.comparing.captures import compare_captures

_STRUCTURES = (
    "plain", "one line", "points first", "a line and a table", "quote amid",
    "short paragraphs", "clauses", "long",
)  # fmt: skip
_WRAPS = ("paragraphs", "boxes", "breaks", "cell", "bare")
#: What is done to the markup itself; the rest of it is what ``MOVERS`` do.
_MARKUP = (
    "hashes and nonces", "order of attributes", "white space", "typographic signs",
    "modified time", "year of the rights",
)  # fmt: skip
_UTF8 = (("content-type", "text/html; charset=utf-8"),)
_SHOWN = 200


def trials(language: str, is_drawn: Draw) -> Iterator[Trial]:
    """Yield whether each noise on pages of a language stays untold."""
    for frame, wrap, kind in product(FRAMES, _WRAPS, ("teasers", *MOVERS, *_MARKUP)):
        site = Site(language, frame, wrap)
        drawn = [
            structure
            for structure in _STRUCTURES
            if is_drawn("noise", language, frame, wrap, kind, structure)
        ]
        profile = _profile(site, kind) if drawn else None
        for structure in drawn:
            pair = _pair(site, kind, structure)
            for group, known in (("alone", None), ("learned", profile)):
                yield Trial(
                    group=group,
                    marks={
                        "language": language,
                        "noise": kind,
                        "structure": structure,
                        "wrap": wrap,
                        "frame": frame,
                    },
                    wrong=_told(*pair, known),
                )


def _profile(site: Site, kind: str) -> Profile:
    if kind not in MOVERS:
        return site.profile()
    return site.learned_with(MOVERS[kind], site.writer("lessons", kind))


def _pair(site: Site, kind: str, structure: str) -> tuple[Capture, Capture]:
    """Return two looks at a page between which nothing was edited."""
    writer = site.writer("noise", kind, structure)
    first = site.sheet(writer, structure)
    second = replace(first, others=teasers(writer))
    if kind in MOVERS:
        mover = MOVERS[kind]
        first = replace(first, extras=mover(writer, 0))
        second = replace(second, extras=mover(writer, 1))
    before, after = site.capture(first), site.capture(second, look=1)
    return _moved(kind, before, after, second) if kind in _MARKUP else (before, after)


def _moved(
    kind: str, before: Capture, after: Capture, sheet: Sheet
) -> tuple[Capture, Capture]:
    """Return two looks at a page with their markup changed between them."""
    lines = [same_words(line) for part in sheet.parts for line in part.read()]
    truth = Truth(
        title=sheet.title,
        date=sheet.day.isoformat(),
        paragraphs=frozenset(lines),
        body=" ".join(lines),
        words=(),
        headlines=[title for _, title in sheet.others],
    )
    docs = [Doc(_root(page), truth, kind) for page in (before, after)]
    NOISE[kind](*docs)
    first, second = (
        replace(page, payload=doc.source(), headers=_UTF8)
        for page, doc in zip((before, after), docs, strict=True)
    )
    return first, second


def _root(page: Capture) -> HtmlElement:
    return read_page(page).root


def _told(before: Capture, after: Capture, profile: Profile | None) -> str:
    """Return what is told of two looks at a page, which should be nothing."""
    found = compare_captures(before, after, profile=profile)
    if isinstance(found, Problem):
        return f"{found.kind}: {found.detail}"
    return "\n".join(
        f"{name}: {_apart(change.old, change.new)}"
        for name, change in found.fields.items()
    )


def _apart(old: object, new: object) -> str:
    """Return the lines in which two values differ."""
    lines = str(old).split("\n\n"), str(new).split("\n\n")
    gone = [line[:_SHOWN] for line in lines[0] if line not in lines[1]]
    came = [line[:_SHOWN] for line in lines[1] if line not in lines[0]]
    return f"{gone} > {came}"
