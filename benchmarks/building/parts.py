"""The parts of a text: how each is marked up, and what a reader reads of it. Pure."""

import re
from dataclasses import dataclass
from html import escape

#: Where the paragraph of a page's own make comes.
PARAGRAPH = "@paragraph@"


@dataclass(frozen=True, slots=True, kw_only=True)
class Make:
    """The markup of a kind of part: of the whole, of a row, of its cells in turn.

    ``between`` stands between the cells of a row as it is read; ``is_beside`` is what
    a reader keeps beside the text, ``is_open`` what may be read as text or beside it.
    """

    whole: str = "{}"
    row: str = "{}"
    cells: tuple[str, ...] = ("{}",)
    between: str = ""
    is_beside: bool = False
    is_open: bool = False


def _paragraph(*cells: str) -> Make:
    return Make(row=PARAGRAPH, cells=cells or ("{}",))


_TABLE = "<table>{}</table>"
_ROW = "<tr>{}</tr>"
MAKES: dict[str, Make] = {
    "p": _paragraph(),
    "bold": _paragraph("<strong>{}</strong>"),
    "italic": _paragraph("<em>{}</em>"),
    "link": _paragraph("{}", '<a href="/laws/12">{}</a>', "{}"),
    "note mark": _paragraph('{}<sup><a href="#n1" id="m1">1</a></sup>'),
    "speech": _paragraph("<b>{}:</b> ", "{}"),
    "clause": _paragraph("{}. ", "{}"),
    "lines": Make(row=PARAGRAPH, cells=("{}<br>", "{}<br>", "{}"), between="\n"),
    "sign": Make(row=PARAGRAPH, is_open=True),
    "h2": Make(row="<h2>{}</h2>"),
    "h2 open": Make(row="<h2>{}</h2>", is_open=True),
    "h3": Make(row="<h3>{}</h3>"),
    "h4": Make(row="<h4>{}</h4>"),
    "h2 link": Make(row='<h2 id="a1">{}</h2>', cells=('{}<a href="#a1"></a>',)),
    "ul": Make(whole="<ul>{}</ul>", row="<li>{}</li>"),
    "ol": Make(whole="<ol>{}</ol>", row="<li>{}</li>"),
    "ul p": Make(whole="<ul>{}</ul>", row="<li><p>{}</p></li>"),
    "nested": Make(
        whole="<ul>{}</ul>",
        row="<li>{}</li>",
        cells=("{}", "<ul><li>{}</li></ul>"),
        between="\n",
    ),
    "table": Make(whole=_TABLE, row=_ROW, cells=("<td>{}</td>",), between=" | "),
    "table th": Make(
        whole=_TABLE,
        row=_ROW,
        cells=("<th>{}</th>", "<td>{}</td>", "<td>{}</td>"),
        between=" | ",
    ),
    "dl": Make(whole="<dl>{}</dl>", cells=("<dt>{}</dt>", "<dd>{}</dd>"), between="\n"),
    "facts": Make(
        whole="<dl>{}</dl>",
        cells=("<dt>{}</dt>", "<dd>{}</dd>"),
        between="\n",
        is_open=True,  # or they say of each item when it came, and whom to ask
    ),
    "quote": Make(row="<blockquote>{}</blockquote>", cells=("<p>{}</p>",)),
    "quote bare": Make(row="<blockquote>{}</blockquote>"),
    "quote by": Make(
        row="<blockquote>{}</blockquote>",
        cells=("<p>{}</p>", "<footer><cite>{}</cite></footer>"),
        between="\n",
    ),
    "details": Make(
        row="<details>{}</details>",
        cells=("<summary>{}</summary>", "<p>{}</p>"),
        between="\n",
    ),
    "figure": Make(
        row='<figure><img src="/i/1.jpg" alt="">{}</figure>',
        cells=("<figcaption>{}</figcaption>",),
        is_beside=True,
    ),
    "notes": Make(
        whole="<section class=footnotes><ol>{}</ol></section>",
        row='<li id="n1">{}</li>',
        is_open=True,
    ),
    "contacts": Make(
        whole="<div class=contacts>{}</div>",
        row="<p>{}</p>",
        is_open=True,
    ),
    "rule": Make(row="<hr>", is_beside=True),
    "video": Make(
        row='<div class=video><iframe src="https://video.example/7"></iframe></div>',
        is_beside=True,
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of a text: its kind, and its rows of cells."""

    kind: str
    rows: tuple[tuple[str, ...], ...]

    @property
    def make(self) -> Make:
        """How it is marked up."""
        return MAKES[self.kind]

    def html(self, paragraph: str) -> str:
        """Return its markup; ``paragraph`` is that of the page's own make.

        >>> Part(kind="speech", rows=(("Ada", "Fog."),)).html("<p>{}</p>")
        '<p><b>Ada:</b> Fog.</p>'
        """
        row = paragraph if self.make.row == PARAGRAPH else self.make.row
        rows = (row.replace("{}", self._cells(cells)) for cells in self.rows)
        return self.make.whole.replace("{}", "".join(rows))

    def read(self) -> tuple[str, ...]:
        """Return what is read of it, line by line.

        >>> Part(kind="dl", rows=(("Fog", "12"), ("Rain", "9"))).read()
        ('Fog', '12', 'Rain', '9')
        """
        if self.kind in ("rule", "video"):
            return ()
        cells = [_shown(self.make, one) for one in self.rows]
        between = self.make.between
        return tuple("\n".join(between.join(row) for row in cells).split("\n"))

    def _cells(self, cells: tuple[str, ...]) -> str:
        makes = self.make.cells
        return "".join(
            makes[n % len(makes)].replace("{}", escape(text, quote=False))
            for n, text in enumerate(cells)
        )


def _shown(make: Make, cells: tuple[str, ...]) -> list[str]:
    """Return the words of a row, cell by cell, with what the markup adds to them."""
    said = []
    for n, text in enumerate(cells):
        template = make.cells[n % len(make.cells)].replace("<br>", " ")
        said.append(re.sub(r"<[^>]*>", "", template).replace("{}", text))
    return said
