"""The pagers of a page: groups of links that lead through its listing. Pure."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from lxml.html import HtmlElement

from parsers.page import Page
from parsers.pagination.belief import believed
from parsers.pagination.candidates import (
    Group,
    PageLink,
    box_of,
    find_candidates,
    is_beside,
    is_same,
    marks_of,
    settle_arrows,
)
from parsers.pagination.words import Role, arrow_role
from parsers.urls import resolve

#: So many arrows of one direction that lead to pages of their own are no pager.
_ROWS = 3


@dataclass(slots=True, eq=False)
class Pager:
    """What a page offers to go through its listing."""

    page: Page
    page_url: str
    groups: list[Group]
    heads: list[PageLink]

    def links(self) -> Iterator[PageLink]:
        """Yield the links of all groups, as on the page."""
        for group in self.groups:
            yield from group.links


def read_pager(page: Page) -> Pager:
    """Return the groups of links on a page that are pagers."""
    page_url = _own_url(page)
    found = []
    for group in seen_pagers(page):
        settle_arrows(group)
        group.own = (page_url, page.url)
        group.links = believed(group, page_url, page.base_url)
        if group.links:
            found.append(group)
    return Pager(page=page, page_url=page_url, groups=found, heads=_heads(page))


def seen_pagers(page: Page) -> list[Group]:
    """Return the groups of links that look like pagers, believed or not."""
    groups: dict[HtmlElement, Group] = {}
    last: list[PageLink] = []
    for link in find_candidates(page, _own_url(page)):
        box = box_of(link.element)
        if box is link.element and last and is_beside(last[-1].element, box):
            last.append(link)
            continue
        group = groups.setdefault(box, Group(box=box))
        group.links.append(link)
        last = group.links
    for group in groups.values():
        group.marks = marks_of(group.box)
    return _without_rows(list(groups.values()))


def _without_rows(groups: list[Group]) -> list[Group]:
    """Leave out the arrows behind items of a list, each of which leads elsewhere."""
    links = [link for group in groups for link in group.links]
    led = {(arrow_role(link.text), link.url) for link in links}
    often = Counter(role for role, _ in led if role)
    rows = {role for role, count in often.items() if count >= _ROWS}
    if not rows:
        return groups
    for group in groups:
        group.links = [x for x in group.links if arrow_role(x.text) not in rows]
    return [group for group in groups if group.links]


def _own_url(page: Page) -> str:
    return resolve(page.url, "") or page.url


def _heads(page: Page) -> list[PageLink]:
    """Return what the head of the page names as its neighbors."""
    found: list[PageLink] = []
    for count, element in enumerate(page.root.iter("link")):
        if count > 500:
            break
        rel = (element.get("rel") or "").lower().split()
        role: Role | None = (
            "next"
            if "next" in rel
            else "prev"
            if {"prev", "previous"} & set(rel)
            else None
        )
        url = page.resolve(element.get("href") or "")
        if role and url and not is_same(url, page.url):
            found.append(PageLink(url=url, element=element, text="", role=role))
    return found
