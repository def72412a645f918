"""A page and its truth cut to a frame: its item is taken out of it. Pure."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from lxml.html import HtmlElement, tostring

from benchmarks.mutants.page import Doc, Truth
from parsers.article import parse_article
from parsers.model import Article, Capture
from parsers.page import read_page
from parsers.text import same_words
from tests.fixtures.living.prose import TONGUES

from .days import Form, Forms
from .frame import Frame, UnfitError, hole
from .links import cut_links, cut_teasers, rows_of
from .text import blocks_of, cut_leftovers, cut_text, holder_of, shells_of
from .tree import common, letters, remove, shown, way
from .words import check_title, cut_authors, cut_byline, cut_days, cut_title

_SCRIPT_CHARS = 1500
Row = Mapping[str, Any]


def cut(row: Row, capture: Capture) -> Frame:
    """Return the frame of a page; raise ``UnfitError`` if none can be cut cleanly."""
    page = read_page(capture)
    article = parse_article(capture)
    if not isinstance(article, Article):
        raise UnfitError(f"problem: {article.kind}")
    language = (page.language or article.language or "").partition("-")[0].lower()
    tongue = TONGUES.get(language)
    if tongue is None:
        raise UnfitError(f"language {language or 'not told'}")
    body = page.root.find("body")
    if body is None:
        raise UnfitError("no body")
    doc = Doc(page.root, _truth(row), row["id"])
    want = letters(row["body"])
    blocks = blocks_of(doc, want)
    holder = holder_of(blocks, want)
    kids = [kid for kid in holder if any(kid in way(block) for block in blocks)]
    paragraph, heading = shells_of(kids, blocks)
    _cut_head(page.root, row["title"])
    titles = {letters(title) for title in (row["title"], *row.get("title_alts", ()))}
    heads = cut_title(page.root, row["title"], titles, kids)
    cut_authors(body, article.authors, row["body"], kids)
    forms, used = Forms(tongue), list[Form]()
    site = row.get("site") or ""
    is_spaced = tongue.spaced and bool(tongue.joiner)
    links = cut_links(
        body, capture.url, site, is_spaced=is_spaced, around=[heads[0], *kids]
    )
    cut_teasers(links, forms, used)
    own = common(heads[0], holder)
    skip = {*kids, *links.all_boxes}
    cut_days(own, body, date.fromisoformat(row["date"][:10]), forms, used, skip)
    cut_byline(_between(own, heads[0], kids[0], links.all_boxes))
    inserts = cut_text(holder, kids, blocks)
    cut_leftovers(body, own, holder, want, skip)
    check_title(body, titles)
    box, pattern = rows_of(links)
    return Frame(
        page=_with_slots(page.root),
        tongue=tongue,
        forms=tuple(used),
        paragraph=paragraph,
        heading=heading,
        list=box,
        row=pattern,
        inserts=inserts,
        links=len(links.numbers),
    )


def _truth(row: Row) -> Truth:
    return Truth(
        title=row["title"],
        date=row["date"],
        paragraphs=frozenset(),
        body=same_words(row["body"]),
        words=(),
        headlines=(),
    )


def _between(
    own: HtmlElement,
    head: HtmlElement,
    text: HtmlElement,
    skip: Sequence[HtmlElement],
) -> list[HtmlElement]:
    """Return what stands between headline and text, in whichever order."""
    inside = list(shown(own, skip))
    edges = sorted(inside.index(one) for one in (head, text) if one in inside)
    return inside[edges[0] : edges[-1]] if edges else []


def _cut_head(root: HtmlElement, title: str) -> None:
    """Take out what tells of the old item and is not seen."""
    old = letters(title)
    for one in list(
        root.iter("script", "noscript", "meta", "link", "base", "iframe", "template")
    ):
        if not _is_kept(one, old):
            remove(one)
    for one in root.iter("title"):
        said = one.text or ""
        if hole("title") not in said:
            one.text = (
                said.replace(title, hole("title")) if title in said else hole("title")
            )


def _is_kept(one: HtmlElement, title: str) -> bool:
    if one.tag == "meta":
        return one.get("name") in ("viewport", "generator")
    if one.tag == "link":
        return one.get("rel") == "stylesheet"
    if one.tag != "script" or "ld+json" in (one.get("type") or ""):
        return False
    source = one.text or ""
    return len(source) < _SCRIPT_CHARS and title not in letters(source)


def _with_slots(root: HtmlElement) -> str:
    text: str = tostring(root, encoding="unicode", doctype="<!DOCTYPE html>")
    text = re.sub("<frame-text></frame-text>", hole("text") + hole("under"), text)
    text = re.sub(
        r"(<head[^>]*>)", lambda f: f[1] + '<meta charset="utf-8">', text, count=1
    )
    text = text.replace("</head>", hole("head") + "</head>", 1)
    text = re.sub(r"(<body[^>]*>)", lambda f: f[1] + hole("top"), text, count=1)
    return text.replace("</body>", hole("side") + hole("foot") + "</body>", 1)
