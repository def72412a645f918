"""Years and months that a list is asked for by the boxes of a form. Pure."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple
from urllib.parse import urlencode

from lxml.html import HtmlElement

from parsers.page import Page
from parsers.pagination.hrefs import MAX_FIELDS, kept_fields
from parsers.pagination.month_names import Month

#: A page has no more forms, and a box of years no more of them.
_FORMS, _OPTIONS = 30, 150
_YEAR, _MONTH = re.compile(r"(?:19|20)\d\d"), re.compile(r"0?[1-9]|1[0-2]")
#: A box with so few numbers to choose from asks for no month.
_FEWEST = 6


class FormTimes(NamedTuple):
    """The year and month (0: the whole year) that a form shows, and the older ones."""

    shown: Month
    older: tuple[tuple[Month, str], ...]


def form_times(page: Page) -> FormTimes | None:
    """Return the times before the one shown that a form of a list asks its page for.

    A form that shows all of them at first leaves nothing to be asked for.

    >>> from parsers.model import Capture
    >>> from parsers.page import read_page
    >>> html = b"<form><select name=y><option>2026<option>2025</select></form>"
    >>> form_times(read_page(Capture(url="https://h.example/news", payload=html)))
    FormTimes(shown=(2026, 0), older=(((2025, 0), 'https://h.example/news?y=2025'),))
    """
    own = page.url.partition("?")[0]
    for form in islice(page.root.iter("form"), _FORMS):
        if (form.get("method") or "get").strip().lower() != "get":
            continue
        there = page.resolve(form.get("action") or "") or page.url
        if there.partition("?")[0] == own and (times := _times_of(form, own)):
            return times
    return None


def _times_of(form: HtmlElement, address: str) -> FormTimes | None:
    fields = dict(kept_fields(form))
    years: dict[str, list[str]] = {}
    months: dict[str, list[str]] = {}
    for name, value, choices in _boxes(form):
        fields[name] = value
        if choices and all(map(_YEAR.fullmatch, choices)):
            years[name] = choices
        elif len(choices) >= _FEWEST and all(map(_MONTH.fullmatch, choices)):
            months[name] = choices
    if len(years) != 1 or len(months) > 1:
        return None
    [(year, in_years)] = years.items()
    month, in_months = next(iter(months.items()), ("", [""]))
    if not fields[year] or (month and not fields[month]):
        return None
    shown = int(fields[year]), int(fields.get(month) or 0)
    older = {}
    for one in in_years:
        for other in in_months:
            asked = {**fields, year: one} | ({month: other} if month else {})
            said = urlencode({name: value for name, value in asked.items() if value})
            older[int(one), int(other or 0)] = f"{address}?{said}"
    before = sorted((time for time in older if time < shown), reverse=True)
    return FormTimes(shown, tuple((time, older[time]) for time in before))


def _boxes(form: HtmlElement) -> Iterator[tuple[str, str, list[str]]]:
    """Yield the names of a form's boxes, what each is set to and lets choose from."""
    for box in islice(form.iter("select"), MAX_FIELDS):
        options = list(islice(box.iter("option"), _OPTIONS))
        chosen = [o for o in options if o.get("selected") is not None] or options[:1]
        if (name := box.get("name")) and chosen:
            values = filter(None, map(_value_of, options))
            yield name, _value_of(chosen[0]), list(values)


def _value_of(option: HtmlElement) -> str:
    value = option.get("value")
    return (option.text or "" if value is None else value).strip()
