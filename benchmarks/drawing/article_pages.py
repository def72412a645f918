"""The whole page of an article: its parts in the order of its site. Pure."""

import json
from collections.abc import Callable, Iterator
from html import escape

from benchmarks.drawing import article_ends as ends
from benchmarks.drawing import article_heads as heads
from benchmarks.drawing.article_genres import BESIDE
from benchmarks.drawing.article_texts import text
from benchmarks.drawing.choices import NONE
from benchmarks.drawing.frame import whole_page
from benchmarks.drawing.markup import element, link, points
from benchmarks.drawing.sheets import Sheet
from benchmarks.drawing.site_days import scripted_day

_PARTS: dict[str, Callable[[Sheet], str]] = {
    "switcher": heads.switcher,
    "number": heads.number,
    "title": heads.title,
    "day": heads.day,
    "lead": heads.lead,
    "topic": heads.topic,
    "tools": heads.tools,
    "share": heads.share_top,
    "facts": heads.facts,
    "picture": heads.picture,
    "text": text,
}
#: What stands above a bar may have a place of its own, over the columns.
_ORDERS = {
    "day-title": "day topic title lead | share picture text",
    "title-day": "topic title day | share lead picture text",
    "title-lead-day": "topic title lead day | share picture text",
    "title-text-day": "topic title | share lead picture text day",
    "picture-title-day": "| picture topic title lead day share text",
    "topic-day-title": "title | share lead picture text",
    "day-beside": "| title lead share picture text",
}
#: What else stands before a title, and before a text.
_BEFORE = {"title": "switcher number title", "text": "tools facts text"}
#: Parts that stand in a box of their own, before the others.
_BOXED = {"topic-day-title": "topic day", "day-beside": "day topic"}
_ENDS = (
    ends.author, ends.source, ends.files, ends.tags, heads.share_bottom, ends.rating,
    ends.print_link, ends.views, ends.contact, ends.back, ends.neighbors,
)  # fmt: skip


def article_html(sheet: Sheet) -> str:
    """Return the markup of a page."""
    layout = sheet.layout
    hero, own = _own(sheet)
    own += "".join(end(sheet) for end in _ENDS)
    others = sheet.slot("under") + ends.related(sheet) + ends.comments(sheet)
    if layout.related_place == "within":
        main = _boxed(layout.box, own + others)
    else:
        main = _boxed(layout.box, own) + others
    return whole_page(
        layout.language,
        base=layout.base,
        window=_window(sheet),
        main=_crumbs(sheet) + hero + _framed(sheet, main),
        head=_meta(sheet) + scripted_day(sheet),
        slots=sheet.slots,
    )


def lines_beside(sheet: Sheet) -> Iterator[str]:
    """Yield the lines at a text that may be read with it or not."""
    yield from (block.text for block in sheet.record.blocks if block.kind in BESIDE)
    if sheet.layout.facts != NONE:
        for name, value in heads.facts_of(sheet):
            yield from (name, value, f"{name} | {value}", f"{name}: {value}")
    if sheet.layout.number != NONE:
        yield heads.number_of(sheet)
    yield from ends.contact_lines(sheet)
    for one in sheet.record.files:
        yield from (one.label, f"{one.label} ({one.size})")


def _own(sheet: Sheet) -> tuple[str, str]:
    """Return what stands over the columns of a page, and what stands in them."""
    layout = sheet.layout
    boxed = _all(sheet, _BOXED.get(layout.order, ""))
    over, _, rest = (_all(sheet, part) for part in _ORDERS[layout.order].partition("|"))
    if layout.order == "day-beside":
        return "", element(
            "div", element("div", boxed, "side") + element("div", rest, "main"), "row"
        )
    over = (element("div", boxed) if boxed else "") + over
    return (
        (_boxed(layout.hero, over), rest)
        if layout.hero != NONE and over
        else ("", over + rest)
    )


def _all(sheet: Sheet, names: str) -> str:
    whole = " ".join(_BEFORE.get(name, name) for name in names.split())
    return "".join(_PARTS[name](sheet) for name in whole.split() if name != "|")


def _framed(sheet: Sheet, main: str) -> str:
    """Return the main column between those beside it."""
    side, frame = _side(sheet), sheet.layout.frame
    menu = element("div", points(map(escape, sheet.tongue.offices[:4])), "left")
    if frame == "cells":
        cells = (element("td", cell) for cell in (menu, main, side))
        return element("table", element("tr", "".join(cells)))
    column = element("div", main, "main-col")
    columns = {"left": side + column, "three": menu + column + side}
    return element("div", columns.get(frame, column + side), "wrap")


def _boxed(box: str, inner: str) -> str:
    if box == NONE:
        return inner
    if box == "td":
        return element("table", element("tr", element("td", inner)))
    if box == "columns":
        return element("div", element("div", inner, "col-8"), "row")
    tag, _, name = box.partition(".")
    return element(tag, inner, name or NONE)


def _window(sheet: Sheet) -> str:
    title, site = sheet.record.title, sheet.tongue.signs["motto"]
    windows = {"title-site": f"{title} | {site}", "site-title": f"{site} - {title}"}
    return windows.get(sheet.layout.window, title)


def _meta(sheet: Sheet) -> str:
    title, at = sheet.record.title, sheet.item.at
    data = {"@type": "NewsArticle", "headline": title, "datePublished": at.isoformat()}
    metas = {
        "og": (
            f'<meta property="og:title" content="{escape(title)}"><meta '
            f'property="article:published_time" content="{at.isoformat()}">'
        ),
        "ld": (
            '<script type="application/ld+json">'
            f"{json.dumps(data, ensure_ascii=False)}</script>"
        ),
        "name": f'<meta name="date" content="{at:%Y-%m-%d}">',
    }
    return metas.get(sheet.layout.meta, "")


def _crumbs(sheet: Sheet) -> str:
    if sheet.layout.crumbs == NONE:
        return ""
    home = link("/", sheet.sign("home"))
    news = link(sheet.layout.base, sheet.sign("news"))
    own = element("span", sheet.title)
    return element("div", f"{home} / {news} / {own}", "breadcrumb")


def _side(sheet: Sheet) -> str:
    shown = ""
    if sheet.layout.side in ("recent", "both"):
        links = (
            link(sheet.path_of(item), escape(item.record.title, quote=False))
            + f" <small>{sheet.day_of(item)}</small>"
            for item in sheet.newest
        )
        shown += element("h3", sheet.sign("news")) + points(links)
    if sheet.layout.side in ("menu", "both"):
        things = sheet.tongue.things[:3]
        shown += points(link(f"/m/{n}", escape(one)) for n, one in enumerate(things))
    shown += sheet.slot("side")
    return element("div", shown, "sidebar") if shown else ""
