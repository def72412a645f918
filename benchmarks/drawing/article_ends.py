"""What stands below the text of an article, and is none of it. Pure."""

from html import escape

from benchmarks.drawing.article_heads import by
from benchmarks.drawing.article_heads import views as count_of_views
from benchmarks.drawing.choices import NONE
from benchmarks.drawing.markup import element, link, points
from benchmarks.drawing.sheets import Sheet
from benchmarks.drawing.wording import labelled
from tests.fixtures.living.item import Item

_TAGS = 3
_PHONE, _MAIL = "Tel. 0471 123456", "press@press.example"


def author(sheet: Sheet) -> str:
    """Return who wrote it, where that is said at the end."""
    is_there = sheet.layout.author == "end"
    return element("p", element("em", by(sheet))) if is_there else ""


def source(sheet: Sheet) -> str:
    """Return whose news it is."""
    if sheet.layout.source == NONE:
        return ""
    said = labelled(sheet.label("source"), sheet.sign("motto"))
    return element("p", said, "source")


def files(sheet: Sheet) -> str:
    """Return the files it offers."""
    found, make = sheet.record.files, sheet.layout.files
    if not found or make not in ("list", "boxes"):
        return ""
    shown = _listed(sheet)
    if make == "boxes":
        shown = "".join(
            element(
                "div",
                link(one.path, escape(one.label)) + element("span", f"PDF, {one.size}"),
                "file",
            )
            for one in found
        )
    return element("h3", sheet.words.files) + shown


def files_amid(sheet: Sheet) -> str:
    """Return the files it offers, where they stand amid the text."""
    return _listed(sheet) if sheet.record.files else ""


def _listed(sheet: Sheet) -> str:
    return points(
        f"{link(one.path, escape(one.label))} ({one.size})"
        for one in sheet.record.files
    )


def tags(sheet: Sheet) -> str:
    """Return its tags."""
    words = sheet.tongue.things[:_TAGS]
    if sheet.layout.tags == "line":
        links = (link(f"/tag/{n}", word) for n, word in enumerate(words))
        return element("div", labelled(sheet.label("tags"), ", ".join(links)))
    links = (link(f"/tag/{n}", f"#{word}") for n, word in enumerate(words))
    return points(links, "tags") if sheet.layout.tags == "list" else ""


def print_link(sheet: Sheet) -> str:
    """Return what leads to a copy for paper."""
    is_there = sheet.layout.print == "link"
    return link("?print=1", sheet.sign("print")) if is_there else ""


def views(sheet: Sheet) -> str:
    """Return how often it was looked at, where that is said at the end."""
    is_there = sheet.layout.views == "end"
    return element("p", count_of_views(sheet)) if is_there else ""


def contact(sheet: Sheet) -> str:
    """Return whom to ask."""
    if sheet.layout.contact != "box":
        return ""
    lines = "<br>".join(_contact(sheet))
    return element(
        "div", element("h3", sheet.words.contact) + element("p", lines), "contact"
    )


def contact_within(sheet: Sheet) -> str:
    """Return whom to ask, and what else editors should know, as the text's end."""
    make, own = sheet.layout.contact, sheet.words
    if make not in ("inner", "notes"):
        return ""
    heading = element("p", element("strong", own.contact))
    lines = heading + "".join(element("p", line) for line in _contact(sheet))
    note = element("h4", own.notes) + element("p", sheet.sign("about_text"))
    return note + lines if make == "notes" else lines


def contact_lines(sheet: Sheet) -> tuple[str, ...]:
    """Return what stands there, line by line."""
    own = sheet.words
    shown = (_PHONE, _MAIL, sheet.tongue.persons[0], sheet.tongue.signs["about_text"])
    return (own.contact, own.notes, *shown)


def _contact(sheet: Sheet) -> tuple[str, ...]:
    return (escape(sheet.tongue.persons[0]), _PHONE, link(f"mailto:{_MAIL}", _MAIL))


def rating(sheet: Sheet) -> str:
    """Return how readers liked it."""
    if sheet.layout.rating == NONE:
        return ""
    return element("div", f"★★★★☆ 4.{sheet.views % 10} ({sheet.views})", "rating")


def back(sheet: Sheet) -> str:
    """Return what leads back to the list."""
    base, words = sheet.layout.base, sheet.words.back
    backs = {
        "link": link(base, words),
        "line": element("p", link(base, f"« {words}")),
    }
    return backs.get(sheet.layout.back, "")


def neighbors(sheet: Sheet) -> str:
    """Return what leads to the items before and behind it."""
    words = (sheet.words.previous, sheet.words.next)
    pairs = list(zip(words, sheet.neighbors, strict=True))
    if sheet.layout.neighbors == "words":
        inner = " ".join(link(sheet.path_of(one), word) for word, one in pairs)
    elif sheet.layout.neighbors == "titles":
        inner = "".join(
            element("div", f"{word}: {_other(sheet, one)}") for word, one in pairs
        )
    elif sheet.layout.neighbors == "arrows":
        before, behind = sheet.neighbors
        inner = _other(sheet, before, "« {}") + _other(sheet, behind, "{} »")
    else:
        return ""
    return element("div", inner, "pn")


def _other(sheet: Sheet, item: Item, words: str = "{}") -> str:
    title = escape(item.record.title, quote=False)
    return link(sheet.path_of(item), words.replace("{}", title))


def related(sheet: Sheet) -> str:
    """Return other items of the topic."""
    make, heading = sheet.layout.related, sheet.sign("related")
    if make == NONE:
        return ""
    if make == "list":
        links = (_other(sheet, item) for item in sheet.related)
        return element("h3", heading) + points(links)
    if make == "headings":
        rows = (
            element("h4", _other(sheet, item)) + _lead(item) for item in sheet.related
        )
        return element("h4", heading) + "".join(rows)
    cards = element("h2", heading) + "".join(
        _card(sheet, item) for item in sheet.related
    )
    return element("aside", cards) if make == "aside" else cards


def _lead(item: Item) -> str:
    return element("p", escape(item.record.summary, quote=False))


def _card(sheet: Sheet, item: Item) -> str:
    head = element("h3", escape(item.record.title, quote=False))
    day = element("span", sheet.day_of(item))
    return element("div", link(sheet.path_of(item), head) + day + _lead(item), "card")


def comments(sheet: Sheet) -> str:
    """Return where readers may answer."""
    if sheet.layout.comments == NONE:
        return ""
    heading = element("h3", sheet.sign("comments"))
    form = "<form><input><textarea></textarea><button>OK</button></form>"
    silent = element("p", sheet.words.silent)
    return f'<div id="comments">{heading}{silent}{form}</div>'
