"""What stands above the text of an article: headline, day, lead, picture. Pure."""

from html import escape

from benchmarks.drawing.choices import NONE
from benchmarks.drawing.markup import element, link, points
from benchmarks.drawing.sheets import Sheet
from benchmarks.drawing.site_days import hidden_day, is_printed
from benchmarks.drawing.wording import labelled

_SHARED_BY = ("Facebook", "Twitter", "LinkedIn")


def title(sheet: Sheet) -> str:
    """Return the headline."""
    head, name = sheet.layout.head, sheet.layout.title_name
    if head == "h1-link":
        return element("h1", link(sheet.path, sheet.title))
    return element(head, sheet.title, name)


def day(sheet: Sheet) -> str:
    """Return the line of the day, with what stands beside it."""
    if not is_printed(sheet):
        rest = _info(_beside_day(sheet))
        return hidden_day(sheet) + rest + sheet.slot("date")
    said = sheet.day_of(sheet.item)
    if sheet.layout.label != NONE:
        said = labelled(sheet.words.posted, said)
    rest = _beside_day(sheet)
    joined = " | ".join((said, *rest))
    spans = "".join(element("span", one) for one in rest)
    at = f"{sheet.item.at:%Y-%m-%d}"
    days = {
        "p": element("p", joined),
        "span": element("span", said) + spans,
        "time": f'<time datetime="{at}">{said}</time>{_info(rest)}',
        "div": element("div", said, "date") + _info(rest),
        "list": points((said, *rest), "meta"),
        "bold": element("div", " | ".join((element("b", said), *rest))),
    }
    return days[sheet.layout.day_tag] + sheet.slot("date")


def _beside_day(sheet: Sheet) -> tuple[str, ...]:
    rest = []
    if sheet.layout.author == "meta":
        rest.append(by(sheet))
    if sheet.layout.views == "meta":
        rest.append(views(sheet))
    return tuple(rest)


def _info(rest: tuple[str, ...]) -> str:
    return element("div", " | ".join(rest), "info") if rest else ""


def by(sheet: Sheet) -> str:
    """Return who wrote it."""
    return labelled(sheet.words.by, escape(sheet.record.authors[0]))


def views(sheet: Sheet) -> str:
    """Return how often it was looked at."""
    return labelled(sheet.label("views"), f"{sheet.views}")


def lead(sheet: Sheet) -> str:
    """Return the lead."""
    text = escape(sheet.record.summary, quote=False)
    leads = {
        "p": element("p", text, "lead"),
        "strong": element("p", element("strong", text)),
        "h2": element("h2", text),
        "h3": element("h3", text),
        "div": element("div", text, "intro"),
        "em": element("p", element("em", text)),
        "bold": element("div", element("b", text)),
        "plain": element("p", text),
        "subtitle": element("p", text, "subtitle"),
        "header": element("header", element("p", text)),
    }
    return leads.get(sheet.layout.lead, "")


def topic(sheet: Sheet) -> str:
    """Return the topic."""
    topics, number = sheet.words.topics, sheet.item.number
    word = topics[number % len(topics)]
    if sheet.layout.topic == "link":
        return link(f"{sheet.layout.base}topic/{number % 4}", word)
    return "" if sheet.layout.topic == NONE else element("span", word, "tag")


def share_top(sheet: Sheet) -> str:
    """Return the buttons of networks, where they stand above the text."""
    return _share(sheet) if sheet.layout.share in ("top", "both") else ""


def share_bottom(sheet: Sheet) -> str:
    """Return the buttons of networks, where they stand below the text."""
    return _share(sheet) if sheet.layout.share in ("bottom", "both") else ""


def _share(sheet: Sheet) -> str:
    links = (link(f"https://{name.lower()}.example/share", name) for name in _SHARED_BY)
    return element("div", element("span", sheet.sign("share")) + points(links), "share")


def picture(sheet: Sheet) -> str:
    """Return the picture."""
    path = f"/i/{sheet.item.number}"
    plain = f'<img src="{path}.jpg" alt="">'
    seen = escape(sheet.record.caption)
    pictures = {
        "figure": element("figure", plain),
        "plain": f'<img src="{path}.jpg" alt="{escape(sheet.record.title)}">',
        "captioned": element("figure", plain + element("figcaption", seen)),
        "linked": element("div", link(f"{path}-big.jpg", plain), "image"),
    }
    return pictures.get(sheet.layout.picture, "")


def switcher(sheet: Sheet) -> str:
    """Return what leads to the same item in other languages."""
    if sheet.layout.switcher == NONE:
        return ""
    names = {"fr": "Français", "en": "English", sheet.layout.language: "—"}
    links = (link(f"/{code}{sheet.path}", name) for code, name in names.items())
    return element("div", " | ".join(links), "lang")


def number(sheet: Sheet) -> str:
    """Return which of the year's items it is."""
    return "" if sheet.layout.number == NONE else element("p", number_of(sheet))


def number_of(sheet: Sheet) -> str:
    """Return its number in words."""
    return f"{sheet.words.topics[0]} {sheet.item.number + 40}/2026"


def facts(sheet: Sheet) -> str:
    """Return what can be told of it in a word or two."""
    rows = facts_of(sheet)
    make = sheet.layout.facts
    if make == "table":
        cells = (element("th", a) + element("td", b) for a, b in rows)
        return element("table", "".join(element("tr", one) for one in cells))
    terms = "".join(element("dt", a) + element("dd", b) for a, b in rows)
    return element("dl", terms, "facts") if make == "terms" else ""


def facts_of(sheet: Sheet) -> tuple[tuple[str, str], ...]:
    """Return such facts, and what they are called."""
    tongue, at = sheet.tongue, sheet.item.number
    return (
        (sheet.sign("place"), escape(tongue.places[at % len(tongue.places)])),
        (sheet.sign("subject"), escape(tongue.things[at % len(tongue.things)])),
        (sheet.sign("count"), f"{at * 7 % 90 + 10}"),
    )


def tools(sheet: Sheet) -> str:
    """Return what makes a copy of it, above the text."""
    if sheet.layout.print != "bar":
        return ""
    printed = link("?print=1", sheet.sign("print"))
    return element(
        "div", f'{printed} {link("?pdf=1", "PDF")} <a href="#">A+</a>', "tools"
    )
