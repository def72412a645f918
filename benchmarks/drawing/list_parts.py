"""The parts of a row of a list: headline, day, lead and what else it shows. Pure."""

from dataclasses import dataclass
from datetime import datetime
from html import escape

from benchmarks.drawing.choices import NONE
from benchmarks.drawing.forms import badge, printed
from benchmarks.drawing.items import slug
from benchmarks.drawing.list_layouts import ListLayout
from benchmarks.drawing.markup import element, link
from benchmarks.drawing.wording import Words, labelled
from benchmarks.drawing.words import WORDS
from tests.fixtures.living.item import Item

_START = 60


@dataclass(frozen=True, slots=True)
class Row:
    """An item in the list of a page."""

    layout: ListLayout
    item: Item

    @property
    def words(self) -> Words:
        """What its page says around it."""
        return WORDS[self.layout.language]

    @property
    def title(self) -> str:
        """Its headline, as markup."""
        return escape(self.item.record.title, quote=False)

    @property
    def path(self) -> str:
        """Its address."""
        item = self.item
        return item_path(self.layout, words=slug(item), number=item.number, at=item.at)

    @property
    def is_card(self) -> bool:
        """Whether all of it is one link."""
        return self.layout.link == "card"

    def linked(self, inner: str, name: str = NONE) -> str:
        """Return something that leads to the item, if the whole row does not."""
        return inner if self.is_card else link(escape(self.path), inner, name)


def item_path(layout: ListLayout, *, words: str, number: int, at: datetime) -> str:
    """Return the address of an item, by what a site puts into those."""
    base = layout.base
    paths = {
        "slug": f"{base}{words}",
        "number": f"{base}{number + 3000}",
        "query": f"/index.php?page=news&id={number + 100}",
        "html": f"{base}{words}.html",
        "dated": f"{base}{at:%Y/%m/%d}/{words}",
        "deep": f"{base}detail/{number + 900}/{words}/",
    }
    return paths[layout.address]


def title(row: Row) -> str:
    layout = row.layout
    is_own = layout.link == "title"
    within = row.linked(row.title) if is_own else row.title
    day = f" <small>({_said_day(row)})</small>" if layout.day == "title" else ""
    if layout.head == NONE:
        return (row.linked(row.title) if layout.link == "around" else within) + day
    if layout.link == "around":
        return row.linked(element(layout.head, row.title + day, layout.head_name))
    return element(layout.head, within + day, layout.head_name)


def _said_day(row: Row) -> str:
    layout = row.layout
    day = printed(layout.language, row.item.at, layout.form)
    return day if layout.label == NONE else labelled(row.words.dated, day)


def day(row: Row) -> str:
    layout = row.layout
    if layout.day in (NONE, "title"):
        return ""
    shown = _day(row)
    return row.linked(shown) if layout.link == "day" else shown


def _day(row: Row) -> str:
    layout = row.layout
    if layout.day == "time":
        at = f"{row.item.at:%Y-%m-%d}"
        return f'<time datetime="{at}">{_said_day(row)}</time>'
    if layout.day == "badge":
        pieces = zip("dmy", badge(layout.language, row.item.at), strict=True)
        spans = "".join(element("span", piece, name) for name, piece in pieces)
        return element("div", spans, layout.day_name)
    return element(layout.day_tag, _said_day(row), layout.day_name)


def topic(row: Row) -> str:
    topics = row.words.topics
    topic = topics[row.item.number % len(topics)]
    if row.layout.topic.startswith("text"):
        return element("span", topic, "tag")
    if row.is_card:
        return element("span", topic)
    return link(f"{row.layout.base}topic/{row.item.number % 5}", topic, "cat")


def topic_above(row: Row) -> str:
    return topic(row) if row.layout.topic in ("link", "text") else ""


def topic_below(row: Row) -> str:
    is_below = row.layout.topic.endswith("below")
    return element("div", topic(row)) if is_below else ""


def lead(row: Row) -> str:
    text = escape(row.item.record.summary, quote=False)
    leads = {
        "p": element("p", text),
        "div": element("div", text, "text"),
        "linked": row.linked(text),
        "short": element("p", f"{text[:_START]}…"),
    }
    return leads.get(row.layout.lead, "")


def picture(row: Row) -> str:
    path = f"/i/{row.item.number}.jpg"
    plain = f'<img src="{path}" alt="">'
    title = escape(row.item.record.title)
    pictures = {
        "linked": row.linked(plain),
        "plain": plain,
        "described": row.linked(f'<img src="{path}" alt="{title}">'),
        "background": f'<div class="pic" style="background:url({path})"></div>',
    }
    return pictures.get(row.layout.picture, "")


def more(row: Row) -> str:
    words = row.words.more[int(row.layout.count) % len(row.words.more)]
    mores = {
        "link": row.linked(words, "more"),
        "long": row.linked(f'{words} <span class="sr-only">{row.title}</span>'),
        "arrow": row.linked("»"),
    }
    return mores.get(row.layout.more, "")


def author(row: Row) -> str:
    if row.layout.author == NONE:
        return ""
    name = escape(row.item.record.authors[0])
    if row.layout.author == "link" and not row.is_card:
        name = link(f"/author/{row.item.number % 3}", name)
    return element("span", labelled(row.words.by, name), "by")


def figure(row: Row) -> str:
    number = row.item.number
    figures = {
        "replies": _replies(row),
        "views": element("span", f"{number * 37 % 900}", "views"),
    }
    return figures.get(row.layout.figure, "")


def _replies(row: Row) -> str:
    count = f"{row.item.number % 7}"
    if row.is_card:
        return element("span", count)
    return link(f"{escape(row.path)}#comments", count)


def extra(row: Row) -> str:
    """Return what else can be had of it."""
    number = row.item.number
    if row.is_card or row.layout.extra == NONE:
        return ""
    if row.layout.extra == "share":
        return link(f"https://www.facebook.com/sharer?u={number}", "Facebook", "share")
    return link(f"/files/{number}.pdf", f"PDF ({number * 31 % 700 + 60} KB)", "file")
