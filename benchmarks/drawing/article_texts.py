"""The text of an article, in the markup of its site. Pure."""

from html import escape

from benchmarks.drawing.article_heads import by
from benchmarks.drawing.choices import NONE
from benchmarks.drawing.markup import element, link
from benchmarks.drawing.sheets import Sheet
from tests.fixtures.living.families import Family

_INSERTED_AT = 2


def text(sheet: Sheet) -> str:
    """Return the text, with what stands amid it and the line of its writer."""
    layout = sheet.layout
    pieces = [_piece(layout.text, piece) for piece in _pieces(sheet)]
    whole = "\n".join(pieces)
    if layout.text == "wrapped":
        whole = element("div", element("div", whole, "rte"))
    line = element("p", by(sheet), "author") if layout.author == "line" else ""
    return line + element("div", whole, layout.text_name)


def _pieces(sheet: Sheet) -> list[str]:
    pieces = list(Family().pieces(sheet.record.blocks))
    if sheet.layout.inserted != NONE and len(pieces) > _INSERTED_AT:
        pieces.insert(_INSERTED_AT, _inserted(sheet))
    return pieces


def _inserted(sheet: Sheet) -> str:
    other, words = sheet.amid, sheet.words
    other_link = link(sheet.path_of(other), escape(other.record.title, quote=False))
    advert = link(f"https://ads.example/{sheet.item.number}", sheet.sign("advert"))
    form = '<form><input type="email"><button>OK</button></form>'
    letter = element("h4", words.letter) + element("p", words.letter_text) + form
    also = element("strong", f"{sheet.sign('read_also')}:")
    inserted = {
        "related": element("p", f"{also} {other_link}", "also"),
        "advert": element("div", advert, "ad-slot"),
        "letter": element("div", letter, "box"),
    }
    return inserted[sheet.layout.inserted]


def _piece(make: str, piece: str) -> str:
    if make == "divs":
        return piece.replace("<p>", "<div>").replace("</p>", "</div>")
    if make == "breaks" and piece.startswith("<p>"):
        return piece.removeprefix("<p>").removesuffix("</p>") + "<br><br>"
    if make == "boxes":
        return element("div", element("div", piece, "inner"), "component text")
    return piece
