"""Lists of all makes, read item by item: addresses, titles and days."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from html import escape
from itertools import product
from random import Random

from benchmarks.building.rows import PAGES, ROWS, UNDATED, UNLISTED, boxed
from benchmarks.building.site import FIRST_LOOK, in_tags
from benchmarks.building.trial import Draw, Trial
from benchmarks.framing.frame import fill
from parsers.listing import parse_listing
from parsers.model import Capture, Listing, Problem
from tests.fixtures.living.prose import TONGUES, Writer

_COUNTS = (1, 2, 3, 6, 15)
_SECTIONS = ("news", "press/releases", "aktuelles")
_HOST = "https://press.example"
_START = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """What a row shows."""

    number: int
    path: str
    title: str
    day: date
    lead: str
    topic: str


def trials(language: str, is_drawn: Draw) -> Iterator[Trial]:
    """Yield how each list of a language is read."""
    for row, page, count in product(ROWS, PAGES, _COUNTS):
        is_list = count > 1 or row not in UNLISTED
        if not (is_list and is_drawn("lists", language, row, page, count)):
            continue
        writer = Writer(TONGUES[language], Random(f"{language} {row} {page} {count}"))
        section = _SECTIONS[count % len(_SECTIONS)]
        items = [_item(writer, row, section, n) for n in range(count)]
        marks = {"language": language, "row": row, "page": page, "count": f"{count}"}
        capture = Capture(
            url=f"{_HOST}/{section}/",
            payload=_html(writer, row, page, items).encode(),
            captured_at=FIRST_LOOK,
        )
        found = parse_listing(capture)
        wrong = _wrong(row, items, found)
        yield Trial(group="read", marks=marks, wrong=wrong)


def _item(writer: Writer, row: str, section: str, place: int) -> Item:
    number = 4000 - place * 3
    day = FIRST_LOOK.date() - timedelta(days=2 + place)
    path = f"/files/{number}.pdf" if row == "file" else f"/{section}/{number}"
    return Item(
        number=number,
        path=path,
        title=writer.title(),
        day=day,
        lead=writer.fresh(writer.sentence),
        topic=writer.tongue.things[place % 3],
    )


def _html(writer: Writer, row: str, page: str, items: Sequence[Item]) -> str:
    tongue = writer.tongue
    signs = tongue.signs
    rows = "".join(_row(writer, ROWS[row], item) for item in items)
    words = (*tongue.things, *tongue.places)
    entries = [f"<a href=/m{n}/>{escape(word)}</a>" for n, word in enumerate(words)]
    old = [
        f"<a href=/old/{writer.random.randint(100, 999)}>{escape(writer.title())}</a>"
        for _ in range(5)
    ]
    said = {
        "news": escape(signs["news"]),
        "site": escape(tongue.offices[0]),
        "rows": boxed(row, rows),
        "menu": in_tags("li", entries[:8]),
        "longmenu": in_tags("li", entries[:14]),
        "links": " ".join(entries[:7]),
        "side": escape(tongue.places[2]),
        "old": in_tags("li", old),
        "one": escape(tongue.places[0]),
        "two": escape(tongue.places[1]),
    }
    return (
        f"<!DOCTYPE html><html lang={tongue.code}><head><meta charset=utf-8><title>"
        f"{said['news']} | {said['site']}</title></head><body>"
        f"{fill(PAGES[page], lambda name, numbers: said[name])}</body></html>"
    )


def _row(writer: Writer, template: str, item: Item) -> str:
    day = item.day
    said = {
        "path": item.path,
        "title": escape(item.title),
        "start": escape(item.title[:_START]),
        "day": writer.long_date(day),
        "figures": f"{day:%d.%m.%Y}",
        "iso": day.isoformat(),
        "lead": escape(item.lead),
        "topic": escape(item.topic),
        "number": f"{item.number}",
        "place": f"{item.number % 3}",
        "more": escape(writer.tongue.signs["more"]),
    }
    return fill(template, lambda name, numbers: said[name])


def _wrong(row: str, items: Sequence[Item], found: Listing | Problem) -> str:
    """Return what is missing, not asked for or read otherwise."""
    if isinstance(found, Problem):
        return found.detail
    wanted = {
        (_HOST + item.path, item.title, None if row in UNDATED else item.day)
        for item in items
    }
    got = {
        (item.url, item.title, item.published.day if item.published else None)
        for item in found.items
    }
    missing, extra = wanted - got, got - wanted
    lines = [f"- {_line(*one)}" for one in missing]
    return "\n".join([*lines, *(f"+ {_line(*one)}" for one in extra)])


def _line(url: str, title: str, day: date | None) -> str:
    return f"{url.removeprefix(_HOST)} {day} {title[:80]}"
