"""Of which parts the texts of press sites are made. Pure."""

from collections.abc import Callable

from benchmarks.building.parts import Part
from tests.fixtures.living.prose import Writer

Write = Callable[[Writer], tuple[tuple[str, ...], ...]]


def write(structure: str, writer: Writer) -> tuple[Part, ...]:
    """Return a text of one of the structures."""
    return tuple(
        Part(kind=_PARTS[word][0], rows=_PARTS[word][1](writer))
        for word in STRUCTURES[structure].split()
    )


def point(writer: Writer) -> str:
    """Return some words that are no sentence."""
    title = writer.title()
    return " ".join(title.split()[:4]) if writer.tongue.spaced else title[:9]


def _paragraph(w: Writer) -> str:
    return w.fresh(w.paragraph)


def _sentence(w: Writer) -> str:
    return w.fresh(w.sentence)


def _heading(w: Writer) -> str:
    return w.fresh(w.heading)


def _rows(count: int, *writes: Callable[[Writer], str]) -> Write:
    """Return what writes so many rows, of one cell by each of some writers."""
    return lambda w: tuple(tuple(one(w) for one in writes) for _ in range(count))


def _numbered(form: str, count: int, *writes: Callable[[Writer], str]) -> Write:
    """Return what numbers the rows: a first cell, or what its cell begins with."""

    def numbered(w: Writer) -> tuple[tuple[str, ...], ...]:
        marks = [form.format(9 + n) for n in range(count)]
        return tuple((w.digits(m), *(one(w) for one in writes)) for m in marks)

    return numbered


def _begun(form: str, count: int, write: Callable[[Writer], str]) -> Write:
    marked = _numbered(form, count, write)
    return lambda w: tuple((" ".join(cells),) for cells in marked(w))


def _linked(w: Writer) -> tuple[tuple[str, ...], ...]:
    text = _sentence(w)
    third = len(text) // 3
    return ((text[:third], text[third:-third], text[-third:]),)


def _contacts(w: Writer) -> tuple[tuple[str, ...], ...]:
    number = w.random.randint(200, 899)
    lines = (w.person(), f"+47 22 {number} 17", f"press{number}@harbour.example")
    return tuple((line,) for line in lines)


def _table(count: int) -> Write:
    return lambda w: tuple(w.row() for _ in range(count))


def _headed(w: Writer) -> tuple[tuple[str, ...], ...]:
    s = w.tongue.signs
    return ((s["place"], s["subject"], s["count"]), *_table(4)(w))


def _member(w: Writer) -> str:
    return f"{w.person()}, {w.random.choice(w.tongue.places)}"


def _dateline(w: Writer) -> tuple[tuple[str, ...], ...]:
    return ((f"{w.random.choice(w.tongue.places).upper()} – {_paragraph(w)}",),)


def _short(w: Writer) -> str:
    return f"{point(w)} {w.figure()}."


#: What a word in a structure stands for: the kind of part, and what writes it.
_PARTS: dict[str, tuple[str, Write]] = {
    "P": ("p", _rows(1, _paragraph)),
    "S": ("p", _rows(1, _sentence)),
    "short": ("p", _rows(1, _short)),
    "name": ("p", _rows(1, Writer.person)),
    "dateline": ("p", _dateline),
    "bold": ("bold", _rows(1, _sentence)),
    "bold-head": ("bold", _rows(1, _heading)),
    "italic": ("italic", _rows(1, _sentence)),
    "link": ("link", _linked),
    "marked": ("note mark", _rows(1, _paragraph)),
    "speech": ("speech", _rows(1, Writer.person, _sentence)),
    "talk": ("speech", _rows(4, Writer.person, _sentence)),
    "clauses": ("clause", _numbered("{}", 5, _sentence)),
    "subclauses": ("clause", _numbered("3.{}", 4, _sentence)),
    "lines": ("lines", _rows(1, point, point, point)),
    "sign": ("sign", _rows(1, _member)),
    "H": ("h2", _rows(1, _heading)),
    "H?": ("h2 open", _rows(1, _heading)),
    "H3": ("h3", _rows(1, _heading)),
    "H4": ("h4", _rows(1, _heading)),
    "H#": ("h2 link", _rows(1, _heading)),
    "points": ("ul", _rows(4, point)),
    "six-points": ("ul", _rows(6, _sentence)),
    "sentences": ("ul", _rows(4, _sentence)),
    "steps": ("ol", _rows(4, point)),
    "long-steps": ("ol", _rows(4, _sentence)),
    "paragraph-points": ("ul p", _rows(3, _sentence)),
    "nested": ("nested", _rows(3, _heading, _sentence)),
    "programme": ("ul", _begun("{}:00", 5, _heading)),
    "programme-lines": ("p", _begun("{}:30 –", 4, _heading)),
    "programme-table": ("table", _numbered("{}:15", 5, _heading)),
    "members": ("ul", _rows(5, _member)),
    "table": ("table", _table(4)),
    "six-rows": ("table", _table(6)),
    "table-head": ("table", _headed),
    "table-th": ("table th", _table(4)),
    "terms": ("dl", _rows(3, _heading, _sentence)),
    "facts": (
        "facts",
        _rows(4, lambda w: w.random.choice(w.tongue.places), Writer.figure),
    ),
    "quote": ("quote", _rows(1, _sentence)),
    "quote-bare": ("quote bare", _rows(1, _sentence)),
    "quote-by": ("quote by", _rows(1, _sentence, Writer.person)),
    "details": ("details", _rows(3, _heading, _sentence)),
    "figure": ("figure", _rows(1, Writer.title)),
    "notes": ("notes", _rows(2, _sentence)),
    "contacts": ("contacts", _contacts),
    "rule": ("rule", _rows(1)),
    "video": ("video", _rows(1)),
}

STRUCTURES: dict[str, str] = {
    "plain": "P P P",
    "one line": "S",
    "two lines": "S S",
    "points first": "points P P",
    "sentences first": "sentences P P",
    "heading, points first": "H points P P",
    "points amid": "P points P",
    "sentences amid": "P sentences P",
    "points last": "P P points",
    "sentences last": "P P sentences",
    "steps last": "P P steps",
    "only points": "S six-points",
    "points of paragraphs": "P paragraph-points P",
    "nested points": "P nested P",
    "table first": "table P P",
    "table amid": "P table P",
    "table last": "P P table",
    "headed table last": "P P table-head",
    "headed table first": "table-head P P",
    "table of names and figures": "P table-th P",
    "a line and a table": "S six-rows",
    "heading last": "P H S",
    "headings": "H P H P H P",
    "headings of rank 3": "P H3 P H3 P",
    "headings of rank 4": "P H4 P H4 P",
    "headings with anchors": "P H# P H# P",
    "bold headings": "P bold-head P bold-head P",
    "quote first": "quote P P",
    "quote amid": "P quote P",
    "quote last": "P P quote",
    "bare quote": "P quote-bare P",
    "quote, name below": "P quote name P",
    "quote with a name": "P quote-by P",
    "short paragraphs": "S S S S S S S",
    "short last": "P P short",
    "programme": "S programme",
    "programme in lines": "S programme-lines",
    "programme in a table": "S programme-table",
    "members": "S members",
    "terms": "P terms",
    "facts last": "P P facts",
    "picture first": "figure P P",
    "picture amid": "P figure P",
    "picture last": "P P figure",
    "two pictures": "P figure P figure P",
    "bold lead": "bold P P",
    "italic last": "P P italic",
    "links": "P link P",
    "ruled": "P P rule",
    "ruled amid": "P rule P",
    "place first": "dateline P P",
    "questions": "P bold P bold P bold P",
    "talk": "S talk speech",
    "transcript": "video P talk talk",
    "clauses": "S clauses",
    "long clauses": "H clauses H subclauses",
    "notes": "marked P notes",
    "contacts": "P P contacts",
    "heading, contacts": "P P H? contacts",
    "for editors": "P P H long-steps",
    "signed": "P P sign",
    "verse": "P lines P",
    "questions to open": "P details",
    "long": "P P H P sentences P table P quote P",
    "very long": "P H P P points H P table P H3 P sentences P quote P link P P",
}
