"""Which links of a group lead through a listing, and which only look like it. Pure."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from urllib.parse import unquote

from lxml.html import HtmlElement

from parsers.pagination.candidates import Group, PageLink, short_text
from parsers.pagination.numbering import (
    adds_to,
    continues,
    moving,
    number_in,
    numbers,
    path_number,
    shape,
    value_of,
    without_number,
)
from parsers.pagination.words import NOT_PAGER, PAGE, arrow_role, label_role
from parsers.urls import resolve

#: Items by which a "next" may lead on, at most.
_FARTHEST = 100
#: Days of a month, as a calendar without any name shows them.
_MONTH = frozenset(range(1, 32))
_DAY = re.compile(r"/(?:19|20)\d\d[/-]\d{1,2}[/-](\d{1,2})(?:\.[a-z]{3,5})?/?$")
_RUNS = re.compile(r"\d{1,7}")
#: Parameters that say how many items a page shows, never which page it is.
SIZES = re.compile(
    r"limit|page_?size|per_?page|rows|show|ipp|ps|count|num|items|size|pp|results|max|"
    r"max-results|pagesize|hitsperpage|items_?per_?page|display|(?:\w{1,60}_)?delta",
)
_NEIGHBORS = re.compile(
    r"post-nav|nav-single|single-nav|post-pag|entry-nav|article-nav", re.IGNORECASE
)
_SAYS_PAGE = re.compile(PAGE, re.IGNORECASE)
_SLUG = re.compile(r"[^\W\d_]+(?:[-_][^\W_]+){2,}|[^\W\d_]{4,}\.html?$")
#: Back numbers of static sites: back2.html, news03.htm.
_WORDED = re.compile(r"[a-z]{1,12}\d{1,3}\.[a-z]{3,5}", re.IGNORECASE)
#: Numbers and what divides them, perhaps behind a label.
_NO_WORD = re.compile(r"\s*(?:[^\W\d_]{3,14}\s?[:：])?[\W\d_]*")
#: What a folder's own page is called.
_INDEX = re.compile(r"(?:(?:index|default|list|home)(?:\.[a-z]{3,5})?)?", re.IGNORECASE)
_ALL = re.compile(r"show_?all|(?:view|page|limit|rows|size)=all", re.IGNORECASE)


def believed(group: Group, page_url: str, base_url: str) -> list[PageLink]:
    """Return the links of a group that do lead through a listing."""
    if NOT_PAGER.search(group.marks) and not group.is_named:
        return []
    numbered = _numbered(group, page_url)
    turns = [
        link
        for link in group.links
        if link.role in {"next", "prev"}
        and (numbered or _turns(link, group, page_url))
        and not _ALL.search(link.url)
    ]
    if not numbered and not turns:
        return []
    homes = {without_number(link.url) for link in (*numbered, *turns)}
    ends = [
        link
        for link in group.links
        if link.role in {"first", "last"}
        and (_says_end(link) or without_number(link.url) in homes)
    ]
    kept = {id(link) for link in (*numbered, *turns, *ends)}
    links = [link for link in group.links if id(link) in kept]
    if numbered:
        links += _unnamed(group, links, base_url)
    return links


def _says_end(link: PageLink) -> bool:
    role = label_role(link.text) or arrow_role(link.text)
    return role is not None or not link.text


def _numbered(group: Group, page_url: str) -> list[PageLink]:
    """Return links whose number stands in their address in one way."""
    links = [link for link in group.links if link.number is not None]
    fitting = [link for link in links if _fits(link)]
    if len(fitting) * 2 < len(links) or not fitting:
        fitting = _stepping(links) or fitting
    if not fitting or _is_calendar(group, links) or _are_years(fitting, group):
        return []
    turns = any(link.role in {"next", "prev"} for link in group.links)
    several = len({link.url for link in fitting}) > 1 and _one_shape(fitting)
    near = any(_goes_on(link.url, page_url) for link in fitting)
    near = near or _is_row_of_pages(group, fitting, page_url)
    if not (several or near or turns or group.is_named):
        return []
    homes = {without_number(link.url) for link in fitting}
    return [link for link in links if link in fitting or _is_first(link, homes)]


def _is_row_of_pages(group: Group, links: Sequence[PageLink], page_url: str) -> bool:
    """Tell whether a box is but numbers from one, which the page's own address takes.

    Whatever it calls them: of two pages, one link alone leads on.
    """
    text = "".join(group.box.itertext())
    shown = list(map(int, _RUNS.findall(text)))
    return (
        len(shown) > len(links)  # this page is none of them
        and shown == list(range(1, len(shown) + 1))
        and _NO_WORD.fullmatch(text) is not None
        and all(moving([page_url, link.url]) for link in links)
    )


def _is_first(link: PageLink, homes: set[str]) -> bool:
    """Tell whether a link shows one and leads to the listing's bare address."""
    if link.number != 1:
        return without_number(link.url) in homes
    bare = link.url.partition("://")[2].removeprefix("www.").rstrip("/")
    return bare in homes or without_number(link.url) in homes


def _one_shape(links: Sequence[PageLink]) -> bool:
    shapes = Counter(shape(link.url) for link in links)
    return max(shapes.values()) > 1


def _fits(link: PageLink) -> bool:
    """Tell whether the number shown is the address's, or what it counts from."""
    shown = link.number or 0
    values = _values(link.url)
    if any(value in {shown, shown - 1} and (value or shown == 1) for value in values):
        return True
    offsets = [value for _, value in numbers(link.url) if value > shown > 1]
    return any(
        value % (shown - 1) == 0 or (value - 1) % (shown - 1) == 0 for value in offsets
    )


def _values(url: str) -> list[int]:
    """Return the numbers of an address that may name a page."""
    path, _, query = url.partition("://")[2].partition("/")[2].partition("?")
    values = [int(run) for run in _RUNS.findall(path[-200:])]
    for piece in query.split("&")[:50]:
        name, _, value = piece.partition("=")
        if not SIZES.fullmatch(unquote(name).lower()):
            values += [int(run) for run in _RUNS.findall(value[-60:])]
    return values


def _stepping(links: Sequence[PageLink]) -> list[PageLink]:
    """Return links that differ in one number of their address, which grows in steps."""
    by_shape: dict[str, list[PageLink]] = {}
    for link in links:
        by_shape.setdefault(shape(link.url), []).append(link)
    most = max(by_shape.values(), key=len, default=[])
    if len(most) < 2:
        return []
    runs = [_values(link.url) for link in most]
    if len({len(run) for run in runs}) != 1:
        return []
    moving = [column for column in zip(*runs, strict=True) if len(set(column)) > 1]
    if len(moving) != 1:
        return []
    shown = [link.number or 0 for link in most]
    steps = {
        (moving[0][at] - moving[0][0]) / (shown[at] - shown[0])
        for at in range(1, len(most))
        if shown[at] != shown[0]
    }
    return most if len(steps) == 1 and steps.pop() > 0 else []


def _turns(link: PageLink, group: Group, page_url: str) -> bool:
    """Tell whether a "next" or "previous" leads to a page, not to another article."""
    if _goes_on(link.url, page_url):
        return True
    if _NEIGHBORS.search(group.marks):
        return False
    if link.is_older or link.is_newer or _counts_on(link, page_url):
        return True
    if _turns_own(link, page_url) or _is_next_file(link, page_url):
        return True
    roles = {other.role for other in group.links}
    if roles & {"first", "last"} and roles & {"next", "prev"}:
        return True
    if _SAYS_PAGE.search(link.text) and len(link.text) < 25:
        return True
    path, _, query = link.url.partition("?")
    name = path.rstrip("/").rpartition("/")[2]
    is_own = path == page_url.partition("?")[0] and any(map(str.isdecimal, query))
    is_other = not is_own and path_number(link.url) is None
    if not group.is_named or (is_other and _SLUG.search(name)):
        return False
    if any(True for _ in numbers(link.url)) or "?" in link.url:
        return True
    return bool(_WORDED.fullmatch(name))


def _counts_on(link: PageLink, page_url: str) -> bool:
    """Tell whether a "next" leads on by a number alone that can be a page's."""
    for place, _ in numbers(link.url):
        if place[0] == "?" and adds_to(link.url, page_url, place[1:]):
            return True
    name = moving([page_url, link.url])
    if name is None or name.endswith("id"):
        return False
    here, there = value_of(page_url, name), value_of(link.url, name)
    return there is not None and abs(there - (here or 0)) <= _FARTHEST


def _turns_own(link: PageLink, page_url: str) -> bool:
    """Tell whether a "next" asks the page's own address for a later page.

    Lists of databases say there where the last page ended, too.
    """
    if link.url.partition("?")[0] != page_url.partition("?")[0]:
        return False
    here, there = dict(numbers(page_url)), dict(numbers(link.url))
    steps = [
        there.get(name, 0) - here.get(name, 0)
        for name in there.keys() | here.keys()
        if name[0] == "?"
    ]
    return len(steps) == 1 and (steps[0] > 0) == (link.role == "next")


def _is_next_file(link: PageLink, page_url: str) -> bool:
    """Tell whether a file beside a page is the next by its number, or the first of all.

    The page before it may be the folder's own.
    """
    ends = [page_url, link.url] if link.role == "next" else [link.url, page_url]
    first, then = (url.partition("?")[0].rpartition("/") for url in ends)
    if first[0] != then[0] or not _WORDED.fullmatch(then[2]):
        return False
    number = int(_RUNS.findall(then[2])[0])
    before = _RUNS.sub(str(number - 1), then[2], count=1)
    return bool(_INDEX.fullmatch(first[2])) or first[2] == before


def _goes_on(url: str, page_url: str) -> bool:
    return continues(url, page_url) and (
        any(True for _ in numbers(url)) or any(True for _ in numbers(page_url))
    )


def _unnamed(
    group: Group, links: Sequence[PageLink], base_url: str
) -> Iterator[PageLink]:
    """Yield links of a pager that say nothing we know and lead where its others do.

    A number that stands elsewhere in an address than theirs is an item's.
    """
    homes = {without_number(link.url) for link in links}
    shapes = {shape(link.url) for link in links}
    urls = {link.url for link in group.links}
    for count, element in enumerate(group.box.iter("a")):
        if count > 60:
            return
        url = resolve(base_url, element.get("href") or "")
        if not url or url in urls or _ALL.search(url) or url in group.own:
            continue
        if number_in(url) is not None and shape(url) not in shapes:
            continue
        text = short_text(element, 40)
        if without_number(url) in homes and len(text) <= 30 and (text or len(element)):
            urls.add(url)
            yield PageLink(url=url, element=element, text="")


def _is_calendar(group: Group, links: Sequence[PageLink]) -> bool:
    """Tell whether the numbers are days: cells in rows of seven."""
    if sum(map(_is_day, links)) * 2 > len(links):
        return True
    rows = 0
    for count, row in enumerate(group.box.iter("tr")):
        if count > 40:
            break
        rows += len(row) == 7
    days = {link.number for link in links}
    is_month = len(days & _MONTH) >= 27 and days <= _MONTH
    return (is_month and not any(link.role for link in group.links)) or (
        rows >= 4
        or any(
            "calend" in name.lower()
            for link in links[:3]
            for name in _names_above(link.element)
        )
    )


def _is_day(link: PageLink) -> bool:
    """Tell whether the number of a link is the last of a day in its address."""
    found = _DAY.search(link.url.partition("?")[0])
    return found is not None and int(found[1]) == link.number


def _names_above(element: HtmlElement) -> Iterator[str]:
    node = element.getparent()
    for _ in range(7):
        if node is None:
            return
        yield (node.get("class") or "") + " " + (node.get("id") or "")
        node = node.getparent()


def _are_years(links: Sequence[PageLink], group: Group) -> bool:
    if group.is_named and any(link.role for link in group.links):
        return False
    return all(1900 <= (link.number or 0) <= 2100 for link in links)
