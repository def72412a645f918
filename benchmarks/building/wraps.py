"""How the parts of a text are laid out on a page. Pure."""

import re
from collections.abc import Callable, Sequence

from benchmarks.building.parts import Part

#: Makes the parts of a text, things between them included, a piece of a page.
Wrap = Callable[[Sequence["Part | str"]], str]
_PARAGRAPH = "<p>{}</p>"


def _pieces(parts: Sequence[Part | str], paragraph: str = _PARAGRAPH) -> list[str]:
    return [one if isinstance(one, str) else one.html(paragraph) for one in parts]


def _in_order(paragraph: str, whole: str = "<div class='text'>{}</div>") -> Wrap:
    return lambda parts: whole.replace("{}", "".join(_pieces(parts, paragraph)))


def _in_boxes(parts: Sequence[Part | str]) -> str:
    box = "<section class='part'><div class='part__in'>{}</div></section>"
    boxes = (box.replace("{}", piece) for piece in _pieces(parts))
    return f"<div class='text'>{''.join(boxes)}</div>"


def _divided(at: Callable[[int], int], whole: str) -> Wrap:
    """Return what puts the parts before and behind a place into two boxes."""

    def wrap(parts: Sequence[Part | str]) -> str:
        pieces = _pieces(parts)
        place = at(len(pieces))
        halves = "".join(pieces[:place]), "".join(pieces[place:])
        return whole.replace("{1}", halves[0]).replace("{2}", halves[1])

    return wrap


def _drop_cap(parts: Sequence[Part | str]) -> str:
    html = "".join(_pieces(parts))
    html = re.sub(r"<p>(\w)", r"<p><span class='dropcap'>\1</span>", html, count=1)
    return f"<div class='text'>{html}</div>"


def _hyphenated(parts: Sequence[Part | str]) -> str:
    html = "".join(_pieces(parts))
    html = re.sub(r"(?<=>)[^<>]{8,}", _hyphens, html)
    return f"<div class='text'>{html}</div>"


def _hyphens(text: re.Match[str]) -> str:
    return re.sub(r"([^\W\d_]{5})(?=[^\W\d_]{3})", "\\1&shy;", text[0])


WRAPS: dict[str, Wrap] = {
    "paragraphs": _in_order(_PARAGRAPH),
    "boxes": _in_boxes,
    "divs": _in_order("<div>{}</div>"),
    "breaks": _in_order("{}<br><br>"),
    "spans": _in_order("<p><span style='font-size:12pt'>{}</span></p>"),
    "pasted": _in_order(
        "<p class='MsoNormal'><font face='Arial'><span lang='EN-GB'>{}</span></font>"
        "</p><p class='MsoNormal'>&nbsp;</p>"
    ),
    "cell": _in_order(_PARAGRAPH, "<table class='text'><tr><td>{}</td></tr></table>"),
    "bare": _in_order(_PARAGRAPH, "{}"),
    "first apart": _divided(
        lambda count: 1,
        "<div class='text'><div class='a1'>{1}</div><div class='a2'>{2}</div></div>",
    ),
    "columns": _divided(
        lambda count: (count + 1) // 2,
        "<div class='row text'><div class='col-6'>{1}</div><div class='col-6'>{2}</div>"
        "</div>",
    ),
    "folded": _divided(
        lambda count: 2,  # of one line nobody can say whether it is a lead
        "<div class='text'>{1}<div class='collapse' id='rest'>{2}</div></div>",
    ),
    "drop cap": _drop_cap,
    "soft hyphens": _hyphenated,
}
