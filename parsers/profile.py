"""What several pages of one site teach, without truth, as a value to keep. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from parsers.blocks import Block, Place
from parsers.learned.shapes import Shape
from parsers.model import Capture
from parsers.page import Page

DateOrder = Literal["dmy", "mdy", "ymd"]
#: Items of one make that must agree before a page is read by position.
SURE = 3
#: A text on this share of a site's items, and on two, is boilerplate.
REPEATED_SHARE = 0.15


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """One make of article pages: where its text and its title stand.

    Paths are those of ``Place.path``. ``likely`` has, for each path met on two items or
    more, how likely the blocks there are the article's text; ``sure`` tells how
    likely each shape of block is (see ``parsers.learned.shapes``) that needs no judge.
    """

    path: str
    item_count: int = 0
    title_path: str = ""
    likely: Mapping[str, float] = field(default_factory=dict)
    sure: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Memory:
    """What was counted so far, from which the next lesson goes on.

    ``texts`` counts items by the hash of a text; ``places`` has for each template and
    path the sum of likelihoods, the sum of sizes and the count of items, ``shapes`` how
    each shape was judged.
    """

    items: frozenset[str] = frozenset()
    texts: Mapping[str, int] = field(default_factory=dict)
    places: Mapping[str, Mapping[str, tuple[float, float, int]]] = field(
        default_factory=dict
    )
    shapes: Mapping[str, Mapping[str, Shape]] = field(default_factory=dict)
    templates: Mapping[str, int] = field(default_factory=dict)
    titles: Mapping[str, str] = field(default_factory=dict)
    title_line: str = ""
    clocks: tuple[str, ...] = ()
    dated: tuple[str, ...] = ()
    windows: tuple[str, ...] = ()
    orders: Mapping[str, int] = field(default_factory=dict)
    languages: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What was learned of a site: its boilerplate, and where its articles stand.

    ``version`` grows only when what is learned changes how pages are read.
    ``date_order`` is the order of the numbers in printed dates, ``None`` while two are
    possible. ``title_prefixes`` and ``title_suffixes`` are what the site glues to its
    headlines; ``title_line`` is the path of the line that names each page of a site
    whose headings and window titles are the site's name.
    ``places`` says of each named place (``parsers.learned.shapes.in_named``) how likely
    what stands there is text, and how many blocks say so.
    ``repeated`` are hashes of texts that stand on several items; ``clocks`` are paths
    of lines, and sources of claims, that show the day of the capture.
    """

    version: int = 0
    page_count: int = 0
    templates: tuple[Template, ...] = ()
    title_line: str = ""
    title_prefixes: tuple[str, ...] = ()
    title_suffixes: tuple[str, ...] = ()
    date_order: DateOrder | None = None
    clocks: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    repeated: frozenset[str] = frozenset()
    places: Mapping[str, tuple[float, int]] = field(default_factory=dict)
    memory: Memory = field(default_factory=Memory, repr=False)

    @property
    def is_sure(self) -> bool:
        """Whether enough items agreed to read by position."""
        return any(template.item_count >= SURE for template in self.templates)


def learn(
    captures: Sequence[Capture | Page],
    *,
    profile: Profile | None = None,
) -> Profile:
    """Return what these pages of one site teach, added to what was known.

    Captures of one item count once, so that the text of a page that is looked at every
    day is not taken for boilerplate. Listings and pages without text teach nothing.
    """
    from parsers.learned.learning import add_pages

    return add_pages(captures, profile or Profile())


def template_place(
    profile: Profile, blocks: Sequence[Block]
) -> tuple[Template, Place] | None:
    """Return the best known template of a page, and the first place of its text.

    In a table the cell of the writer may be called as that of the text is.
    """
    wanted = {template.path: template for template in profile.templates}
    steps = {path.rpartition("/")[2] for path in wanted}
    found: dict[str, list[Place]] = {}
    seen: set[Place] = set()
    for block in blocks:
        place: Place | None = block.place
        while place is not None and place not in seen:
            seen.add(place)
            if place.step in steps and place.path in wanted:
                found.setdefault(place.path, []).append(place)
            place = place.parent
    if not found:
        return None
    best = max(found, key=lambda path: (wanted[path].item_count, len(path), path))
    return wanted[best], _first_of_text(found[best], blocks)


def _first_of_text(places: Sequence[Place], blocks: Sequence[Block]) -> Place:
    """Return the first of places called alike that holds half as much as any other."""
    if len(places) == 1:
        return places[0]
    sizes = [sum(b.size for b in blocks[p.start : p.end]) for p in places]
    return next(p for p, n in zip(places, sizes, strict=True) if 2 * n >= max(sizes))


def dump_profile(profile: Profile) -> dict[str, Any]:
    """Return a profile as JSON values.

    >>> load_profile(dump_profile(Profile(version=2))) == Profile(version=2)
    True
    """
    memory = profile.memory
    return {
        "version": profile.version,
        "page_count": profile.page_count,
        "templates": [
            {
                "path": template.path,
                "item_count": template.item_count,
                "title_path": template.title_path,
                "likely": dict(template.likely),
                "sure": dict(template.sure),
            }
            for template in profile.templates
        ],
        "title_line": profile.title_line,
        "title_prefixes": list(profile.title_prefixes),
        "title_suffixes": list(profile.title_suffixes),
        "date_order": profile.date_order,
        "clocks": list(profile.clocks),
        "languages": list(profile.languages),
        "repeated": sorted(profile.repeated),
        "places": {name: list(place) for name, place in profile.places.items()},
        "memory": {
            "items": sorted(memory.items),
            "texts": dict(memory.texts),
            "places": {
                template: {path: list(sums) for path, sums in paths.items()}
                for template, paths in memory.places.items()
            },
            "shapes": {
                template: {key: list(counts) for key, counts in shapes.items()}
                for template, shapes in memory.shapes.items()
            },
            "templates": dict(memory.templates),
            "titles": dict(memory.titles),
            "title_line": memory.title_line,
            "clocks": list(memory.clocks),
            "dated": list(memory.dated),
            "windows": list(memory.windows),
            "orders": dict(memory.orders),
            "languages": dict(memory.languages),
        },
    }


def load_profile(data: Mapping[str, Any]) -> Profile:
    """Return the profile that ``dump_profile`` wrote; what is missing is not known."""
    memory = data.get("memory", {})
    return Profile(
        version=data.get("version", 0),
        page_count=data.get("page_count", 0),
        templates=tuple(Template(**one) for one in data.get("templates", ())),
        title_line=data.get("title_line", ""),
        title_prefixes=tuple(data.get("title_prefixes", ())),
        title_suffixes=tuple(data.get("title_suffixes", ())),
        date_order=data.get("date_order"),
        clocks=tuple(data.get("clocks", ())),
        languages=tuple(data.get("languages", ())),
        repeated=frozenset(data.get("repeated", ())),
        places={name: tuple(one) for name, one in data.get("places", {}).items()},
        memory=Memory(
            items=frozenset(memory.get("items", ())),
            texts=memory.get("texts", {}),
            places={
                template: {path: tuple(sums) for path, sums in paths.items()}
                for template, paths in memory.get("places", {}).items()
            },
            shapes={
                template: {key: Shape(*counts) for key, counts in shapes.items()}
                for template, shapes in memory.get("shapes", {}).items()
            },
            templates=memory.get("templates", {}),
            titles=memory.get("titles", {}),
            title_line=memory.get("title_line", ""),
            clocks=tuple(memory.get("clocks", ())),
            dated=tuple(memory.get("dated", ())),
            windows=tuple(memory.get("windows", ())),
            orders=memory.get("orders", {}),
            languages=memory.get("languages", {}),
        ),
    )
