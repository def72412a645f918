"""How the lists and articles of a drawn site go on, and how they are encoded. Pure."""

import json
from collections.abc import Sequence
from dataclasses import replace
from html import escape

from benchmarks.drawing.choices import NONE
from benchmarks.drawing.list_pagers import Place, pager
from benchmarks.drawing.list_pages import ListPage, list_html
from benchmarks.drawing.markup import element, link
from benchmarks.drawing.site_layouts import SiteLayout
from tests.fixtures.living.item import Item
from tests.fixtures.living.record import Block, Record

#: So many blocks of a long article stand on one page of it, or a few more.
_BLOCKS = 4
#: With such a block a page may begin.
_BEGINNING = ("p", "h", "question", "speech")
#: Encodings that offices of a tongue still write in, by their names in headers.
_CHARSETS = {
    "ru": "windows-1251 koi8-r",
    "zh": "gbk gb18030",
    "ja": "shift_jis euc-jp",
    "ko": "euc-kr",
    "ar": "windows-1256",
    "el": "iso-8859-7",
    "he": "windows-1255",
    "th": "tis-620",
    "tr": "iso-8859-9",
    "de": "iso-8859-1 windows-1252",
    "fr": "iso-8859-15 iso-8859-1",
    "es": "iso-8859-1",
    "pt": "iso-8859-1",
    "en": "windows-1252",
}


def charset_of(ways: SiteLayout, language: str, seed: int) -> str:
    """Return the encoding of a site's pages."""
    own = _CHARSETS.get(language, "").split()
    return own[seed % len(own)] if own and ways.charset == "own" else "utf-8"


def declared(ways: SiteLayout, charset: str) -> tuple[str, str]:
    """Return what the header and the head of a page say of its encoding."""
    kind = "text/html" if ways.declared == "meta" else f"text/html; charset={charset}"
    old = f'<meta http-equiv="Content-Type" content="text/html; charset={charset}">'
    metas = {
        "header": "",
        "old": old,
        # A header is believed before a page.
        "conflict": '<meta charset="utf-8">',
    }
    return kind, metas.get(ways.declared, f'<meta charset="{charset}">')


def fragment(page: ListPage) -> str:
    """Return what a button fetches: the next rows, and the button behind them."""
    return list_html(page) + pager(Place(page.layout, page.number, page.last))


def fragment_json(page: ListPage, onward: str | None) -> bytes:
    """Return what a button fetches as JSON: the next rows, and where it goes on."""
    return json.dumps({"html": list_html(page), "next": onward}).encode()


def listed_data(page: ListPage, address: str) -> str:
    """Return the items of a page as a list for programs."""
    items = [
        {"@type": "ListItem", "position": n, "url": address + page.row(item).path}
        for n, item in enumerate(page.items, 1)
    ]
    data = {"@context": "https://schema.org", "@type": "ItemList"}
    said = json.dumps({**data, "itemListElement": items})
    return f'<script type="application/ld+json">{said}</script>'


def parts_of(ways: SiteLayout, record: Record) -> int:
    """Return on how many pages an article stands."""
    return 1 if ways.parts == "one" else len(_cut(record.blocks))


def _cut(blocks: Sequence[Block]) -> list[list[Block]]:
    """Return the blocks of each page: none ends with a heading, or amid a table."""
    pages: list[list[Block]] = [[]]
    for block in blocks:
        last = pages[-1][-1].kind if pages[-1] else ""
        may_begin = block.kind in _BEGINNING and last not in ("h", "question")
        if len(pages[-1]) >= _BLOCKS and may_begin:
            pages.append([])
        pages[-1].append(block)
    return pages


def part_links(item: Item, number: int, count: int, words: tuple[str, str]) -> str:
    """Return what leads to the other pages of an article; ``words``: page, next."""
    if count == 1:
        return ""
    shown: Sequence[str] = [
        element("span", f"{n}") if n == number else link(_part(item, n), f"{n}")
        for n in range(1, count + 1)
    ]
    onward = link(_part(item, number + 1), words[1]) if number < count else ""
    return element("p", " ".join((f"{words[0]}:", *shown, onward)), "pages")


def part(ways: SiteLayout, record: Record, number: int) -> Record:
    """Return what stands on one page of an article."""
    if ways.parts == "one":
        return record
    blocks = _cut(record.blocks)[number - 1]
    lead = record.summary if number == 1 else ""
    return replace(record, blocks=tuple(blocks), summary=lead)


def _part(item: Item, number: int) -> str:
    if number == 1:
        return escape(item.path)
    return escape(f"{item.path}{'&' if '?' in item.path else '?'}part={number}")


def spelled(ways: SiteLayout, path: str) -> str:
    """Return an address as links in boxes spell it; the site answers to both."""
    if "?" in path or ways.spelling == NONE:
        return path
    if ways.spelling == "slash":
        return path[:-1] if path.endswith("/") else f"{path}/"
    head, _, tail = path.rstrip("/").rpartition("/")
    return f"{head.title()}/{tail}{'/' * path.endswith('/')}"
