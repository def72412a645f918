"""How a list and its page are laid out: every choice, drawn from a seed. Pure."""

from dataclasses import asdict, dataclass, replace
from random import Random

from benchmarks.drawing.choices import LANGUAGES, NONE, drawn
from benchmarks.drawing.forms import FORMS, SHORT_FORMS, natural

_TABLE = {
    "count": "3 4 5 6 8 10 10 12 15 20",
    "base": "/news/ /press/ /aktuelles/ /en/media/news/ /content/ /",
    "address": "slug slug number query html dated deep",
    "box": "ul ul div div div section table dl flat link ol grid nested p",
    "head": "h2 h2 h3 h3 h4 h5 p div span strong none",
    "link": "title title title around card more day",
    "day": "above above below below end none title time badge",
    "form": f"{FORMS} {SHORT_FORMS}",
    "label": "none none none none dated",
    "day_tag": "p span",
    "topic": "none none link text text-below link-below",
    "lead": "none p p div linked short",
    "picture": "none none linked plain described background",
    "more": "none none link long arrow",
    "author": "none none none text link",
    "figure": "none none none none replies views",
    "group": "none none none none months days days rules",
    "columns": "none named",
    "featured": "none none none first three",
    "extra": "none none none file share",
    "above": "none none none filters chips search intro",
    "below": "none none none documents events pictures",
    "pager": "none numbers numbers next boxes steps counted load",
    "step": "page page path start",
    "terms": "title-in-term day-in-term",
    "side_tag": "aside div",
    "row_name": (
        "news-item item post card entry teaser views-row list-item media "
        "article-preview box element css-1x9k2 c-teaser jet-listing-grid__item "
        "elementor-post col-md-4 row blog-item node listing__row content-block tile "
        "sc-bdVaJa result pr none none"
    ),
    "head_name": "title none heading entry-title css-9ab headline",
    "day_name": "date meta none published css-77d info",
    "list_name": "news-list list content items view-content css-a1 none archive grid",
    "main_name": "main content col-9 none",
    "side_name": "sidebar right col-3 none",
}
#: What a sidebar may show, and how many of it.
_SIDES = ("recent", "months", "tags", "topics", "banners", "events", "popular")
_SIDE_COUNTS = (0, 0, 1, 2, 3)
#: What holds no headings between its rows.
_UNGROUPED = ("ul", "ol", "dl", "table", "grid")


@dataclass(frozen=True, slots=True, kw_only=True)
class ListLayout:
    """The choices of one page; names are classes, ``none`` is nothing."""

    language: str
    count: str
    base: str
    address: str
    box: str
    head: str
    link: str
    day: str
    form: str
    label: str
    day_tag: str
    topic: str
    lead: str
    picture: str
    more: str
    author: str
    figure: str
    group: str
    columns: str
    featured: str
    extra: str
    above: str
    below: str
    pager: str
    step: str
    terms: str
    side_tag: str
    row_name: str
    head_name: str
    day_name: str
    list_name: str
    main_name: str
    side_name: str
    side: str = NONE

    def marks(self) -> dict[str, str]:
        """Return the choices by name."""
        return asdict(self)


def list_layout(seed: int) -> ListLayout:
    """Return the layout of a seed."""
    random = Random(f"list {seed}")
    language = random.choice(LANGUAGES)
    shown = random.sample(_SIDES, random.choice(_SIDE_COUNTS))
    layout = ListLayout(
        language=language, side=" ".join(shown) or NONE, **drawn(random, _TABLE)
    )
    return _fitted(layout)


def _fitted(layout: ListLayout) -> ListLayout:
    """Return a layout whose choices go together, as they do on real pages."""
    layout = replace(layout, form=natural(layout.language, layout.form))
    if layout.box == "link":
        layout = replace(layout, link="card")
    elif layout.box in ("table", "dl", "p") and layout.link == "card":
        layout = replace(layout, link="title")
    if layout.box == "p" and layout.head not in (NONE, "span"):
        layout = replace(layout, head="strong")
    # Where the title is no link of its own, something must set it apart.
    if layout.link in ("card", "more", "day") and layout.head == NONE:
        layout = replace(layout, head="strong")
    # Nobody links a lead and not the title over it.
    if layout.link in ("more", "day") and layout.lead == "linked":
        layout = replace(layout, lead="p")
    if layout.link == "more" and layout.more == NONE:
        layout = replace(layout, more="link")
    if layout.box in _UNGROUPED and layout.group != NONE:
        layout = replace(layout, group=NONE)
    # A day over several rows is that of none alone.
    if layout.group == "days":
        link = "title" if layout.link == "day" else layout.link
        layout = replace(layout, day=NONE, link=link)
    if layout.link == "day" and layout.day in (NONE, "title"):
        layout = replace(layout, day="above")
    if layout.day in (NONE, "title"):
        layout = replace(layout, label=NONE)
    # Headlines themselves say of some day what it brings.
    if layout.day == "title" and layout.form == "yearless":
        layout = replace(layout, form="long")
    if layout.box != "dl":
        layout = replace(layout, terms=NONE)
    return layout
