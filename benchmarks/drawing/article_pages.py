"""The whole page of an article: its parts in the order of its site. Pure."""

import json
from collections.abc import Callable
from html import escape

from benchmarks.drawing import article_ends as ends
from benchmarks.drawing import article_heads as heads
from benchmarks.drawing.article_texts import text
from benchmarks.drawing.choices import NONE
from benchmarks.drawing.frame import whole_page
from benchmarks.drawing.markup import element, link, points
from benchmarks.drawing.sheets import Sheet

_PARTS: dict[str, Callable[[Sheet], str]] = {
    "title": heads.title,
    "day": heads.day,
    "lead": heads.lead,
    "topic": heads.topic,
    "share": heads.share_top,
    "picture": heads.picture,
    "text": text,
}
_ORDERS = {
    "day-title": "day topic title lead share picture text",
    "title-day": "topic title day share lead picture text",
    "title-lead-day": "topic title lead day share picture text",
    "title-text-day": "topic title share lead picture text day",
    "topic-day-title": "title share lead picture text",
    "day-beside": "title lead share picture text",
}
#: Parts that stand in a box of their own, before the others.
_BOXED = {"topic-day-title": "topic day", "day-beside": "day topic"}
_ENDS = (
    ends.author, ends.source, ends.files, ends.tags, heads.share_bottom,
    ends.print_link, ends.views, ends.contact, ends.back, ends.neighbors,
)  # fmt: skip


def article_html(sheet: Sheet) -> str:
    """Return the markup of a page."""
    layout = sheet.layout
    own = _own(sheet) + "".join(end(sheet) for end in _ENDS)
    others = ends.related(sheet) + ends.comments(sheet)
    if layout.related_place == "within":
        main = _boxed(layout.box, own + others)
    else:
        main = _boxed(layout.box, own) + others
    columns = element("div", main, "main-col") + _side(sheet)
    return whole_page(
        layout.language,
        base=layout.base,
        window=_window(sheet),
        main=_crumbs(sheet) + element("div", columns, "wrap"),
        head=_meta(sheet),
    )


def _own(sheet: Sheet) -> str:
    order = sheet.layout.order
    boxed = _all(sheet, _BOXED.get(order, ""))
    rest = _all(sheet, _ORDERS[order])
    if order != "day-beside":
        return (element("div", boxed) if boxed else "") + rest
    return element(
        "div", element("div", boxed, "side") + element("div", rest, "main"), "row"
    )


def _all(sheet: Sheet, names: str) -> str:
    return "".join(_PARTS[name](sheet) for name in names.split())


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
    return element("div", shown, "sidebar") if shown else ""
