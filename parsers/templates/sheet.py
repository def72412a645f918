"""A page as a row of short texts with their places: what templates look at. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from lxml.html import HtmlElement

from parsers.page import Page
from parsers.templates.places import Area


@dataclass(slots=True, eq=False)
class Link:
    """A link to another page; ``place`` is where its text begins in the row."""

    url: str
    element: HtmlElement
    path: int
    place: int
    end: int = 0
    text: str = ""
    area: Area = Area.MAIN


@dataclass(slots=True, eq=False)
class Unit:
    """A run of text in one place, never across a link's or block's edge.

    ``is_line`` says that it stands first behind a break of the line.
    """

    text: str
    element: HtmlElement
    path: int
    link: Link | None
    is_heading: bool
    area: Area = Area.MAIN
    is_line: bool = False


@dataclass(slots=True, eq=False)
class Sheet:
    """The texts and links of a page, and which of them each element holds.

    ``owners`` are the paths of links to what several rows belong to.
    """

    page: Page
    units: list[Unit] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    spans: dict[HtmlElement, tuple[int, int]] = field(default_factory=dict)
    paths: dict[HtmlElement, int] = field(default_factory=dict)
    names: dict[tuple[str, ...], int] = field(default_factory=dict)
    owners: frozenset[int] = frozenset()

    def path_at(self, place: str) -> int:
        """Return the path on this page of a place shared by pages, 0 for none."""
        return self.names.get(tuple(place.split(" ")), 0)

    def place_of(self, path: int) -> str:
        """Return the place that a path of this page is."""
        return " ".join(next(islice(self.names, path - 1, None)))

    def texts(self, start: int, end: int) -> Iterator[str]:
        """Yield the texts from one place to another."""
        return (unit.text for unit in self.units[start:end])
