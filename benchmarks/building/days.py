"""Days in boxes, of articles and of the rows of lists."""

from collections.abc import Callable, Iterator
from datetime import date
from html import escape
from itertools import product
from random import Random

from benchmarks.building.badges import Pieces, forms
from benchmarks.building.site import FIRST_LOOK, in_tags
from benchmarks.building.trial import Draw, Trial
from parsers.article import parse_article
from parsers.listing import parse_listing
from parsers.model import Article, Capture, Listing
from tests.fixtures.living.prose import TONGUES, Writer

Row = Callable[[Pieces, str, str], str]
Box = Callable[[Pieces], str]
#: Where but a style parts the pieces, these could be the number of a decree.
_GLUED, _UNSURE = frozenset(("before", "spans")), frozenset(("d | m.y",))
#: What no article prints: nothing tells its year, as the order of a list does.
_YEARLESS = frozenset(("d | MON",))
_DAYS = tuple(date(2026, 9, day) for day in (17, 14, 9, 3))
#: One day is no month's number, one could be one, one is the number of its own.
_OWN_DAYS = (date(2026, 9, 17), date(2026, 9, 3), date(2026, 8, 8))


def _boxed(tag: str, name: str, between: str = "") -> Box:
    return lambda pieces: (
        f"<div class={name}>{between.join(in_tags(tag, [p]) for p in pieces)}</div>"
    )


def _beside(pieces: Pieces, path: str, title: str) -> str:
    badge = _boxed("div", "badge")(pieces)
    return f"<div class=row>{badge}<div class=t><a href={path}>{title}</a></div></div>"


def _before(pieces: Pieces, path: str, title: str) -> str:
    spans = in_tags("span", pieces)
    return f"<li><span class=date>{spans}</span><a href={path}>{title}</a></li>"


def _in_link(pieces: Pieces, path: str, title: str) -> str:
    box = _boxed("p", "d")(pieces)
    return f"<li><a href={path}>{box}<h3>{title}</h3></a></li>"


def _behind(pieces: Pieces, path: str, title: str) -> str:
    box = _boxed("span", "date", " ")(pieces)
    return f"<div class=item><h3><a href={path}>{title}</a></h3>{box}</div>"


ROWS: dict[str, Row] = {
    "beside": _beside,
    "before": _before,
    "in the link": _in_link,
    "behind": _behind,
}
BOXES: dict[str, Box] = {
    "spans": _boxed("span", "date"),
    "spans apart": _boxed("span", "date", " "),
    "divs": _boxed("div", "day"),
    "lines": lambda pieces: f"<p class=d>{'<br>'.join(pieces)}</p>",
}


def trials(language: str, is_drawn: Draw) -> Iterator[Trial]:
    """Yield whether the days of lists and articles of a language are read."""
    tongue = TONGUES[language]
    for form, row in product(forms(tongue, _DAYS[0]), ROWS):
        if _is_sure(form, row) and is_drawn("days", language, form, row):
            marks = {"language": language, "form": form, "row": row}
            yield Trial(group="lists", marks=marks, wrong=_of_rows(language, form, row))
    of_articles = [form for form in forms(tongue, _DAYS[0]) if form not in _YEARLESS]
    for form, box, place in product(of_articles, BOXES, ("above", "below")):
        if _is_sure(form, box) and is_drawn("days", language, form, box, place):
            marks = {"language": language, "form": form, "box": box, "place": place}
            for day in _OWN_DAYS:
                wrong = _of_article(language, form, box, place, day)
                yield Trial(group="articles", marks=marks, wrong=wrong)


def _is_sure(form: str, layout: str) -> bool:
    return not (form in _UNSURE and layout in _GLUED)


def _of_rows(language: str, form: str, row: str) -> str:
    writer = Writer(TONGUES[language], Random(f"{language} {form} {row}"))
    wanted = [(writer.title(), day) for day in _DAYS]
    rows = [
        ROWS[row](
            forms(writer.tongue, day)[form],
            f"/news/{60 - n}",
            escape(title, quote=False),
        )
        for n, (title, day) in enumerate(wanted)
    ]
    page = (
        f"<html lang={language}><head><meta charset=utf-8></head><body>"
        f"<h1>{escape(writer.tongue.signs['news'])}</h1><div>{''.join(rows)}</div>"
    )
    found = parse_listing(_capture("https://press.example/news/", page))
    items = found.items if isinstance(found, Listing) else ()
    got = [(item.title, item.published and item.published.day) for item in items]
    return "" if got == wanted else f"{wanted} > {got}"


def _of_article(language: str, form: str, box: str, place: str, day: date) -> str:
    writer = Writer(TONGUES[language], Random(f"{language} {form} {box}"))
    head = f"<h1>{escape(writer.title())}</h1>"
    own = BOXES[box](forms(writer.tongue, day)[form])
    top = own + head if place == "above" else head + own
    text = in_tags("p", [escape(writer.paragraph()), escape(writer.paragraph())])
    page = (
        f"<html lang={language}><head><meta charset=utf-8></head><body><nav>"
        f"<a href=/>{escape(writer.tongue.signs['home'])}</a></nav><main>{top}"
        f"<div class=txt>{text}</div></main>"
    )
    found = parse_article(_capture("https://press.example/news/40", page))
    published = found.published if isinstance(found, Article) else None
    got = published.day if published else None
    return "" if got == day else f"{day} > {got}"


def _capture(url: str, page: str) -> Capture:
    return Capture(url=url, payload=page.encode(), captured_at=FIRST_LOOK)
