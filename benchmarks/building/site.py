"""A site of small pages of one make, and what it teaches a reader."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from html import escape
from random import Random

from benchmarks.building.frames import BESIDE, FRAMES
from benchmarks.building.parts import Part
from benchmarks.building.structures import write
from benchmarks.building.wraps import WRAPS
from benchmarks.framing.frame import fill
from parsers.model import Capture
from parsers.profile import Profile, learn
from tests.fixtures.living.prose import TONGUES, Writer

FIRST_LOOK = datetime(2026, 9, 20, 8, tzinfo=UTC)
#: What the pages are that a site is learned from.
LESSONS = (
    "plain", "long", "points amid", "plain", "table last", "headings", "plain",
    "quote amid",
)  # fmt: skip
_TEASERS = 5
_ENTRIES = 6
#: So many sites are remembered: those of one frame are tried one after the other.
_SITES = 20
#: What else a page shows, by the hole of its frame; ``amid`` stands within its text.
Extras = Mapping[str, str]
#: Says what else a page shows, by how often it was looked at before.
Extra = Callable[[Writer, int], Extras]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What a page says: its item, and the other items it leads to.

    ``beside`` is what some frames show of the item beside its text.
    """

    title: str
    day: date
    parts: tuple[Part, ...]
    beside: Mapping[str, str]
    others: tuple[tuple[int, str], ...]
    extras: Extras = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Site:
    """A make of page in one language: a frame around texts that are wrapped alike."""

    language: str
    frame: str
    wrap: str

    def writer(self, *seed: object) -> Writer:
        """Return who writes a page, in no words of the lessons."""
        ident = " ".join(map(str, (self.language, self.frame, self.wrap, *seed)))
        return _taught(self)[0].apart(Random(ident))

    def sheet(self, writer: Writer, structure: str) -> Sheet:
        """Return a new page whose text is of some structure."""
        random = writer.random
        return Sheet(
            title=writer.title(),
            day=date(2026, random.randint(1, 8), random.randint(1, 28)),
            parts=write(structure, writer),
            beside={
                "lead": writer.fresh(writer.sentence),
                "author": writer.person(),
                "caption": writer.title(),
            },
            others=teasers(writer),
        )

    def beside(self) -> Sequence[str]:
        """Return what its frame shows of an item beside the text."""
        return [name for name in BESIDE if f"@@{name}@@" in FRAMES[self.frame]]

    def lessons(self) -> Sequence[Sheet]:
        """Return the pages that the site is learned from."""
        return _taught(self)[1]

    def profile(self) -> Profile:
        """Return what its lessons teach."""
        return _learned(self)

    def learned_with(self, extra: Extra, writer: Writer) -> Profile:
        """Return what its lessons teach when each shows something else as well."""
        pages = [
            self.capture(replace(sheet, extras=extra(writer, n % 2)), number=n)
            for n, sheet in enumerate(self.lessons())
        ]
        return learn(pages)

    def capture(self, sheet: Sheet, *, number: int = 100, look: int = 0) -> Capture:
        """Return a page as it is served on some day."""
        return Capture(
            url=f"https://press.example/news/{1000 + number}",
            payload=self.html(sheet).encode(),
            captured_at=FIRST_LOOK + timedelta(days=look),
        )

    def html(self, sheet: Sheet) -> str:
        """Return the markup of a page."""
        tongue, extras = TONGUES[self.language], sheet.extras
        parts: list[Part | str] = list(sheet.parts)
        if amid := extras.get("amid"):
            parts.insert(2 if len(parts) > 2 else 1, amid)
        entries = [
            f"<a href=/s{n}>{escape(thing)}</a>"
            for n, thing in enumerate(tongue.things[:_ENTRIES])
        ]
        said = {
            "language": self.language,
            "title": escape(sheet.title),
            "day": Writer(tongue, Random(0)).long_date(sheet.day),
            "text": WRAPS[self.wrap](parts),
            "site": escape(tongue.offices[0]),
            "home": escape(tongue.places[0]),
            "news": escape(tongue.signs["news"]),
            "back": escape(tongue.signs["back"]),
            "menu": in_tags("li", entries) + extras.get("entry", ""),
            "links": " ".join(entries) + re.sub("</?li>", " ", extras.get("entry", "")),
            **_others(sheet.others),
            **{name: escape(words) for name, words in sheet.beside.items()},
        }
        text = FRAMES[self.frame]
        return fill(text, lambda name, numbers: said.get(name, extras.get(name, "")))


def teasers(writer: Writer) -> tuple[tuple[int, str], ...]:
    """Return other items, as a page leads to them."""
    number = writer.random.randint
    return tuple((number(1000, 9999), writer.title()) for _ in range(_TEASERS))


def in_tags(tag: str, pieces: Sequence[str]) -> str:
    """Return pieces of markup, each in an element.

    >>> in_tags("li", ["a", "b"])
    '<li>a</li><li>b</li>'
    """
    return "".join(f"<{tag}>{piece}</{tag}>" for piece in pieces)


def _others(others: Sequence[tuple[int, str]]) -> dict[str, str]:
    links = [f"<a href=/news/{number}>{escape(title)}</a>" for number, title in others]
    tags = {"points": "li", "boxes": "div", "lines": "p"}
    return {name: in_tags(tag, links) for name, tag in tags.items()}


@lru_cache(maxsize=_SITES)
def _taught(site: Site) -> tuple[Writer, tuple[Sheet, ...]]:
    ident = f"{site.language} {site.frame} {site.wrap}"
    writer = Writer(TONGUES[site.language], Random(ident))
    return writer, tuple(site.sheet(writer, structure) for structure in LESSONS)


@lru_cache(maxsize=_SITES)
def _learned(site: Site) -> Profile:
    sheets = enumerate(site.lessons())
    return learn([site.capture(sheet, number=n) for n, sheet in sheets])
