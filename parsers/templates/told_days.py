"""Days a part tells machines, or its address: where none is printed. Pure."""

import re
from collections.abc import Sequence

from lxml.html import HtmlElement

from parsers.dates import parse_machine_date
from parsers.model import Printed
from parsers.templates.part import Group, Part

#: Elements of one part that are looked at.
MAX_ELEMENTS = 400

_NAMES = frozenset(["datepublished", "datecreated", "dc.date", "dcterms.issued"])
#: Attributes in which scripts find when something was said.
_SAID = ("datetime", "data-date", "data-datetime", "data-published", "data-timestamp")
_IN_PATH = re.compile(
    r"/((?:19|20)\d\d)[/-](0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\d|3[01])(?=[/_-]|$)"
    r"|/t?((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?=[/_-]|$)"
)


def day_for_machines(part: Part) -> Printed | None:
    """Return the one day that a part names in its markup and not in its text."""
    found = []
    for count, element in enumerate(part.element.iter()):
        if count >= MAX_ELEMENTS:
            break
        stamp = _stamp(element)
        if stamp and (day := parse_machine_date(stamp[:60])):
            found.append(day)
    return found[0] if len({day.day for day in found}) == 1 else None


def _stamp(element: HtmlElement) -> str:
    if said := next((said for name in _SAID if (said := element.get(name))), ""):
        return said
    if element.tag == "abbr":
        return element.get("title") or ""
    if (element.get("itemprop") or "").lower() in _NAMES:
        return element.get("content") or ""
    return ""


def days_in_addresses(group: Group) -> Sequence[Printed | None] | None:
    """Return the days in the items' addresses, if most have one."""
    found = [_in_address(part.link.url) for part in group.parts]
    have = sum(day is not None for day in found)
    return found if have > 1 and have * 10 >= 6 * len(found) else None


def _in_address(url: str) -> Printed | None:
    path = url.partition("://")[2].partition("?")[0].partition("#")[0]
    found = _IN_PATH.search(path)
    if not found:
        return None
    year, month, day = (part for part in found.groups() if part)
    return parse_machine_date(f"{year}-{int(month):02d}-{int(day):02d}")
