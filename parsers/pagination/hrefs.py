"""Where a candidate leads: its address, its form's, or what a script says. Pure."""

import re
from collections.abc import Iterator
from urllib.parse import urlencode

from lxml.html import HtmlElement

from parsers.addresses.script_links import ScriptLinks
from parsers.pagination.numbering import is_page_name

#: Fields of a form that are looked at.
MAX_FIELDS = 60

_ADDRESS = re.compile(r"https?://|/|\?|\./")
_BASES = ("data-base", "data-url", "data-href", "data-base-url")
_OWN_NUMBER = re.compile(r"([?&](?:page|p|paged|pg)=)\d{1,6}(?=&|$)", re.IGNORECASE)
#: Names of choices that may say from when, not from which page.
_SPANS = frozenset(["from", "start", "begin", "first"])
#: A function that is only told a page's number, wherever it is written.
_TURNS = re.compile(
    r"(?:javascript:)?\s*(?:return\s+)?[\w$.]{0,60}(?:page|paging|list)[\w$]{0,30}\s*\("
    r"""\s*["']?(?P<number>\d{1,6})["']?\s*\)""",
    re.IGNORECASE,
)


def href_of(element: HtmlElement, scripts: ScriptLinks, page_url: str) -> str:
    """Return where a link, a choice or a button leads, as far as the page says it."""
    if element.tag == "option":
        value = (element.get("value") or "").strip()
        is_here = element.get("selected") is not None
        if _ADDRESS.match(value) or is_here:
            return "" if is_here else value
        return _asked(element, value)
    if href := scripts.href_of(element):
        return "" if href.startswith("mailto:") else href
    if number := _told_number(element):
        told = (element.get(name) or "" for name in _BASES)
        own = next((url for url in told if number in url and _ADDRESS.match(url)), "")
        return own or _with_number(element, int(number), page_url)
    return _asked(element, (element.get("value") or "").strip())


def _told_number(element: HtmlElement) -> str:
    """Return the number of the page that a script is told to turn to."""
    number = element.get("data-page") or ""
    for handler in (element.get("onclick") or "", element.get("href") or ""):
        if not number and (called := _TURNS.match(handler[:200])):
            number = called["number"]
    return number if number.isdecimal() and len(number) <= 6 else ""


def _with_number(element: HtmlElement, number: int, page_url: str) -> str:
    """Return the address of a page that a script is only told the number of.

    How the site writes page numbers, its pager, a field for the number or the page's
    own address must show.
    """
    for box in list(element.iterancestors())[:3]:
        for name in _BASES:
            if (base := box.get(name) or "").endswith("=") and _ADDRESS.match(base):
                return f"{base}{number}"
    if own := _OWN_NUMBER.search(page_url):
        return f"{page_url[: own.end(1)]}{number}{page_url[own.end() :]}"
    form = next(element.iterancestors("form"), None)
    names = [name for name, value in kept_fields(form) if value.isdecimal()]
    pages = [name for name in names if is_page_name(name)]
    return _address(form, pages[0], str(number)) if len(pages) == 1 else ""


def _asked(element: HtmlElement, value: str) -> str:
    """Return what a form asks for by this button or choice, if that is a page."""
    form = next(element.iterancestors("form"), None)
    if form is None or not _is_turn(element):
        return ""
    field = element
    if element.tag == "option":
        field = next(element.iterancestors("select"), element)
    name = field.get("name") or ""
    if name.lower() in _SPANS:
        return ""
    if is_page_name(name) and value.isdecimal() and len(value) <= 6:
        return _address(form, name, value)
    if element.tag == "option":
        return ""
    pages = [n for n, v in kept_fields(form) if is_page_name(n) and v.isdecimal()]
    return _address(form, "", "") if len(pages) == 1 else ""


def _is_turn(element: HtmlElement) -> bool:
    if element.tag == "a":
        return False
    return element.tag != "input" or element.get("type") in {"submit", "button"}


def _address(form: HtmlElement | None, name: str, value: str) -> str:
    """Return what a form asks for; what is posted has no address."""
    if form is None or (form.get("method") or "get").lower() != "get":
        return ""
    kept = [pair for pair in kept_fields(form) if pair[0] != name]
    query = urlencode([*kept, *([(name, value)] if name else [])])
    action = form.get("action") or "?"
    return f"{action.partition('?')[0]}?{query}"


def kept_fields(form: HtmlElement | None) -> Iterator[tuple[str, str]]:
    """Yield the names and values that a form sends whatever is pressed."""
    if form is None:
        return
    for count, field in enumerate(form.iter("input")):
        if count >= MAX_FIELDS:
            return
        is_kept = (field.get("type") or "").lower() == "hidden"
        name, value = field.get("name") or "", field.get("value") or ""
        if is_kept and name and value:
            yield name, value
