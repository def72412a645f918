"""A make of site whose lists and articles are drawn from one seed, and that lives."""

from dataclasses import replace

from benchmarks.drawing.article_layouts import ArticleLayout, article_layout
from benchmarks.drawing.choices import NONE
from benchmarks.drawing.drawn import Drawn
from benchmarks.drawing.forms import natural
from benchmarks.drawing.list_layouts import ListLayout, list_layout
from benchmarks.drawing.list_pagers import FETCHED, REVERSED
from benchmarks.drawing.site_feeds import CAP, SITEMAP
from benchmarks.drawing.site_layouts import SiteLayout, site_layout
from benchmarks.drawing.site_lists import sections_of, slugs_of
from benchmarks.drawing.site_pages import charset_of, declared
from tests.fixtures.living.prose import TONGUES

#: What may be read with a text or not: no truth could say which.
_DOUBTFUL = ("beside", "facts", "number", "contact")
#: What a list without a pager holds; and one that does not go back to the first item.
_ALL, _SOME = 10_000, 36


def family_of(seed: int) -> type[Drawn]:
    """Return the make of site of a seed."""
    ways = site_layout(seed)
    rows = _without_archives(list_layout(seed))
    if ways.tongue != "own":
        form = natural(ways.tongue, rows.form)
        rows = replace(rows, language=ways.tongue, form=form)
    page = replace(article_layout(seed), language=rows.language, base=rows.base)
    page = replace(page, **dict.fromkeys(_DOUBTFUL, NONE))
    if page.lead == NONE:
        rows = replace(rows, lead=NONE)
    if page.author == NONE:
        rows = replace(rows, author=NONE)
    rows, page, ways = _as_one(rows, page, ways)
    shown = {"summary": page.lead, "authors": page.author, "files": page.files}
    robots = f"\nSitemap: {SITEMAP}\n" if ways.sitemap != NONE else ""
    charset = charset_of(ways, rows.language, seed)
    is_paged = rows.pager != NONE or ways.archive != NONE
    return type(
        "Drawn",
        (Drawn,),
        {
            "__doc__": Drawn.__doc__,
            "name": f"drawn_{seed}",
            "tongue": TONGUES[rows.language],
            "charset": charset,
            "content_type": declared(ways, charset)[0],
            "seed": _seed(ways, rows),
            "sections": slugs_of(ways),
            "per_page": int(rows.count) if is_paged else _ALL,
            "prints": frozenset(name for name, make in shown.items() if make != NONE),
            "validators": ways.validators,
            "coding": ways.coding,
            "capped": _cap(ways),
            "has_pages": _has_pages(ways, rows),
            "slides": ways.entry in ("list", "front") and ways.archive == NONE,
            "can_redate": ways.day_by not in ("list", "address"),
            "robots": Drawn.robots + robots,
            "rows": rows,
            "page": page,
            "ways": ways,
            "parts": sections_of(ways, rows),
        },
    )


def _seed(ways: SiteLayout, rows: ListLayout) -> str:
    """Return the address that is given to a monitor."""
    seeds = {"front": "/", "feed": ways.feed_path, "sitemap": SITEMAP}
    return seeds.get(ways.entry, rows.base)


def _cap(ways: SiteLayout) -> int:
    """Return how many items are listed at most, 0 for all."""
    if ways.entry == "feed":
        return CAP
    return 0 if ways.cap == NONE else _SOME


def _has_pages(ways: SiteLayout, rows: ListLayout) -> bool:
    """Whether the site is watched by pages of one list that a redesign can redraw."""
    is_one = ways.entry == "list" and not ways.has_strips and ways.archive == NONE
    return is_one and rows.pager not in FETCHED


def _as_one(
    rows: ListLayout, page: ArticleLayout, ways: SiteLayout
) -> tuple[ListLayout, ArticleLayout, SiteLayout]:
    """Return layouts that go together."""
    if ways.entry == "front" and rows.base == "/":
        ways = replace(ways, entry="list")
    if ways.archive != NONE:
        side = "months" if rows.side == NONE else f"{rows.side} months"
        rows = replace(rows, side=side, pager=NONE)
    elif ways.onward in FETCHED and rows.pager != NONE:
        rows = replace(rows, pager=ways.onward)
    if ways.counted == "oldest" and rows.pager not in (*FETCHED, NONE):
        rows = replace(rows, step=REVERSED)
    # A day that no page says is told where the site is watched.
    is_dated = rows.day != NONE or rows.group == "days"
    if ways.day_by == "list" and (ways.entry != "list" or not is_dated):
        ways = replace(ways, day_by="print")
    if ways.day_by == "address":
        rows = replace(rows, address="dated")
    metas = {"print": page.meta, "meta": "name", "ld": "ld"}
    page = replace(page, day_by=ways.day_by, meta=metas.get(ways.day_by, NONE))
    return rows, page, ways


def _without_archives(rows: ListLayout) -> ListLayout:
    """Return a layout that offers no lists of years and months: the site has none."""
    side = [name for name in rows.side.split() if name != "months"]
    above = NONE if rows.above == "chips" else rows.above
    return replace(rows, above=above, side=" ".join(side) or NONE)
