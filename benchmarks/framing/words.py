"""Headline, writer and days of an item found on its page, and cut out. Pure."""

import re
from collections.abc import Collection, Sequence
from datetime import date, timedelta

from lxml.html import HtmlElement

from .days import Form, Forms
from .frame import UnfitError, hole
from .links import index_of
from .tree import empty, innermost, letters, places, says, shown

#: So many letters of the old headline elsewhere are a leftover, or all of it, if it has
#: so many at least.
_LEFT, _SHORTEST = 30, 12
#: The day of a truth may be told in another time zone.
_A_DAY = timedelta(days=1)
_BYLINE = re.compile(r"author|byline|by-line|writer|reporter", re.IGNORECASE)
#: A name of two words or more, perhaps with a word like "by" before it.
_NAME = re.compile(
    r"(?:\w{2,7}:?\s)?([A-ZÄÖÜÉ][\w.'’-]*(?:\s(?:\w{2,3}\s)?[A-ZÄÖÜÉ][\w'’-]*){1,3})"
)


def cut_title(
    root: HtmlElement, title: str, titles: set[str], kids: Sequence[HtmlElement]
) -> list[HtmlElement]:
    """Put holes where the headline stands; return its headings, first rank first."""
    body = root.find("body")
    heads = []
    for one in list(shown(body, kids)):
        if one.getparent() is not None and says(one) in titles:
            inner = innermost(one)
            empty(inner, hole("title"))
            above = (inner, *inner.iterancestors())
            heading = next((a for a in above if re.fullmatch("h[1-3]", a.tag)), None)
            if heading is not None:
                heads.append(heading)
            link = next((a for a in above if a.tag == "a"), None)
            if link is not None:
                link.set("href", hole("self"))
    for one in root.iter():
        for name, value in one.items():
            if title in value:
                one.set(name, value.replace(title, hole("title")))
    for one, name, text in list(places(body, kids)):
        if title in text:
            setattr(one, name, text.replace(title, hole("title")))
    if not heads:
        raise UnfitError("no headline")
    return sorted(heads, key=lambda head: head.tag)


def cut_authors(
    body: HtmlElement, names: Sequence[str], text: str, kids: Sequence[HtmlElement]
) -> None:
    """Put a hole where the page names its writer, if it has one."""
    names = [
        n for n in names if " " in n and n not in text and not n.startswith("The ")
    ]
    if len(names) > 1:
        raise UnfitError("several writers")
    for one, place, said in list(places(body, kids)):
        for name in names:
            if found := re.search(re.escape(name), said, re.IGNORECASE):
                said = said[: found.start()] + hole("author") + said[found.end() :]
                setattr(one, place, said)


def cut_byline(between: Sequence[HtmlElement]) -> None:
    """Put holes in place of names that only their boxes call so."""
    for one in between:
        named = " ".join(one.get(name, "") for name in ("class", "rel", "itemprop"))
        if _BYLINE.search(named) and "@@" not in "".join(one.itertext()):
            for node, place, said in list(places(one)):
                if found := _NAME.fullmatch(said.strip()):
                    setattr(node, place, said.replace(found[1], hole("author")))


def cut_days(
    own: HtmlElement,
    body: HtmlElement,
    day: date,
    forms: Forms,
    used: list[Form],
    skip: Collection[HtmlElement],
) -> None:
    """Put holes where the item's day stands, and today's."""
    hits = 0
    skip = {*skip, *own.iter("figure")}  # a picture's day is its own
    for one, name, text in list(places(own, skip)):
        if found := forms.find(text, day) or forms.find(text):
            hits += abs(found.day - day) <= _A_DAY
            mark = hole("day", index_of(used, found.form))
            setattr(one, name, text[: found.start] + mark + text[found.end :])
    if not hits:
        raise UnfitError("no printed day")
    for one in own.iter():
        for name, value in one.items():
            is_of_time = one.tag == "time" and name == "datetime"
            is_own = is_of_time or value.startswith(day.isoformat())
            if is_own and "@@" not in value:
                one.set(name, hole("iso"))
    order = {one: place for place, one in enumerate(body.iter())}
    for one, name, text in list(places(body, {*skip, own})):
        found = forms.find(text)
        if found and abs(found.day - day) <= _A_DAY:
            said = "now" if order[one] < order[own] else "day"
            mark = hole(said, index_of(used, found.form))
            setattr(one, name, text[: found.start] + mark + text[found.end :])


def check_title(body: HtmlElement, titles: set[str]) -> None:
    """Look for words of the old headline."""
    for _, _, text in places(body):
        said = letters(text)
        if any(len(t) >= _SHORTEST and t[:_LEFT] in said for t in titles):
            raise UnfitError("part of the headline left")
