"""The text of an article, in the markup of its site. Pure."""

from collections.abc import Callable, Iterator, Sequence
from html import escape

from benchmarks.drawing.article_ends import contact_within, files_amid
from benchmarks.drawing.article_heads import by
from benchmarks.drawing.choices import NONE
from benchmarks.drawing.markup import element, link, points
from benchmarks.drawing.sheets import Sheet
from tests.fixtures.living.families.family import Family, words
from tests.fixtures.living.record import Block

_INSERTED_AT, _FILES_AT = 2, 3
#: Blocks of a kind that come as one list, table or box.
_JOINED = ("li", "row", "point", "box", "caption", "note")
#: What sites call a box, those that name it.
_NAMES = {"point": "key-points", "box": "infobox", "note": "footnotes"}


def text(sheet: Sheet) -> str:
    """Return the text, with what stands amid it and the line of its writer."""
    layout = sheet.layout
    pieces = _pieces(sheet)
    if layout.genre == "folds":
        pieces = _folded(layout.fold, pieces)
    whole = "\n".join([*pieces, contact_within(sheet)])
    if layout.text == "wrapped":
        whole = element("div", element("div", whole, "rte"))
    line = element("p", by(sheet), "author") if layout.author == "line" else ""
    return line + element("div", whole, layout.text_name) + sheet.slot("parts")


def _pieces(sheet: Sheet) -> list[str]:
    pieces = [_piece(sheet, blocks) for blocks in _runs(sheet.record.blocks)]
    if sheet.layout.inserted != NONE and len(pieces) > _INSERTED_AT:
        pieces.insert(_INSERTED_AT, _inserted(sheet))
    if sheet.layout.files == "amid":
        pieces.insert(_FILES_AT, files_amid(sheet))
    for place, extra in sorted(sheet.between, reverse=True):
        pieces.insert(min(max(1, place), len(pieces)), extra)
    return pieces


def _runs(blocks: Sequence[Block]) -> Iterator[Sequence[Block]]:
    start = 0
    for end in range(1, len(blocks) + 1):
        kind = blocks[start].kind
        if end == len(blocks) or blocks[end].kind != kind or kind not in _JOINED:
            yield blocks[start:end]
            start = end


def _block(sheet: Sheet, blocks: Sequence[Block]) -> str:
    kind = blocks[0].kind
    if kind in _KINDS:
        return _KINDS[kind](sheet, blocks)
    return Family().piece(kind, tuple(blocks))


def _question(sheet: Sheet, blocks: Sequence[Block]) -> str:
    return element("p", element("strong", words(blocks[0])))


def _speech(sheet: Sheet, blocks: Sequence[Block]) -> str:
    (block,) = blocks
    colon = "：" if sheet.layout.language == "zh" else ":"
    speaker, _, said = words(block).partition(colon)
    return element("p", element("b", speaker + colon) + said)


def _row_of_points(sheet: Sheet, blocks: Sequence[Block]) -> str:
    return points(map(words, blocks), _name(sheet, blocks))


def _box(sheet: Sheet, blocks: Sequence[Block]) -> str:
    inner = "".join(element("p", words(block)) for block in blocks)
    named = element("aside", inner, _NAMES["box"])
    floated = f'<div style="float:right;width:40%">{inner}</div>'
    return named if sheet.layout.beside_name == "named" else floated


def _captions(sheet: Sheet, blocks: Sequence[Block]) -> str:
    figures = (
        element(
            "figure",
            f'<img src="/i/{sheet.item.number}-{n}.jpg" alt="">'
            + element("figcaption", words(block)),
        )
        for n, block in enumerate(blocks)
    )
    return "".join(figures)


def _notes(sheet: Sheet, blocks: Sequence[Block]) -> str:
    lines = "".join(element("li", words(block)) for block in blocks)
    return "<hr>" + element("ol", lines, _name(sheet, blocks))


def _name(sheet: Sheet, blocks: Sequence[Block]) -> str:
    is_named = sheet.layout.beside_name == "named"
    return _NAMES[blocks[0].kind] if is_named else NONE


_KINDS: dict[str, Callable[[Sheet, Sequence[Block]], str]] = {
    "question": _question,
    "speech": _speech,
    "point": _row_of_points,
    "box": _box,
    "caption": _captions,
    "note": _notes,
}


def _folded(make: str, pieces: Sequence[str]) -> list[str]:
    """Return pieces of which each heading opens what stands below it."""
    chapters: list[list[str]] = [[]]
    for piece in pieces:
        if "<h2>" in piece:
            chapters.append([])
        chapters[-1].append(piece)
    first, *rest = chapters
    return [*first, *(_fold(make, *chapter) for chapter in rest)]


def _fold(make: str, heading: str, *rest: str) -> str:
    inner = element("div", "".join(rest), "panel")
    said = heading.replace("<h2>", "").replace("</h2>", "")
    if make == "details":
        return element("details", element("summary", said) + inner)
    button = f'<button type="button" aria-expanded="false">{said}</button>'
    return element("div", element("h3", button) + inner, "accordion-item")


def _inserted(sheet: Sheet) -> str:
    other, own = sheet.amid, sheet.words
    other_link = link(sheet.path_of(other), escape(other.record.title, quote=False))
    advert = link(f"https://ads.example/{sheet.item.number}", sheet.sign("advert"))
    form = '<form><input type="email"><button>OK</button></form>'
    letter = element("h4", own.letter) + element("p", own.letter_text) + form
    also = element("strong", f"{sheet.sign('read_also')}:")
    consent = element("p", own.consent) + "<button>OK</button>"
    inserted = {
        "related": element("p", f"{also} {other_link}", "also"),
        "advert": element("div", advert, "ad-slot"),
        "letter": element("div", letter, "box"),
        "consent": element("div", consent, "video"),
    }
    return inserted[sheet.layout.inserted]


def _piece(sheet: Sheet, blocks: Sequence[Block]) -> str:
    make, piece = sheet.layout.text, _block(sheet, blocks)
    if make == "divs":
        return piece.replace("<p>", "<div>").replace("</p>", "</div>")
    if make == "breaks" and piece.startswith("<p>"):
        return piece.removeprefix("<p>").removesuffix("</p>") + "<br><br>"
    # What opens a part of the text is no part itself.
    is_part = sheet.layout.genre != "folds" or blocks[0].kind != "h"
    if make == "boxes" and is_part:
        return element("div", element("div", piece, "inner"), "component text")
    return piece
