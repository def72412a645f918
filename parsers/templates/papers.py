"""Lists of files, or links of texts, in whose rows a page is listed: no items. Pure."""

from collections.abc import Callable, Sequence

from parsers.finders.attachments import may_be_file
from parsers.templates.fields import Reading
from parsers.templates.sheet import Link
from parsers.urls import host_port

#: Pages stand in more than so many of the rows, each of them another.
_MOST = 0.8


def are_papers(reading: Reading, others: Sequence[Reading]) -> bool:
    """Tell whether a group leads to files only, and its rows to a page each besides."""
    if not all(may_be_file(link.url) for link in reading.links):
        return False
    return _lists_pages(reading, others, lambda link: not may_be_file(link.url))


def are_abroad(reading: Reading, others: Sequence[Reading]) -> bool:
    """Tell whether a group leads to other hosts, and the time in each row to a page.

    Channels show whole texts, with the links in them, and the time leads to each.
    """
    hosts = {host_port(link.url) for link in reading.links}
    return _lists_pages(
        reading,
        [other for other in others if _is_time(other.links[0])],
        lambda link: _is_time(link) and host_port(link.url) not in hosts,
    )


def _is_time(link: Link) -> bool:
    return link.element.find(".//time") is not None


def _lists_pages(
    reading: Reading, others: Sequence[Reading], is_page: Callable[[Link], bool]
) -> bool:
    """Tell whether in most rows a page stands that no other row leads to."""
    return any(
        _share_rows(reading, other, is_page) for other in others if other is not reading
    )


def _share_rows(rows: Reading, pages: Reading, is_page: Callable[[Link], bool]) -> bool:
    found: set[str] = set()
    for part in rows.group.parts:
        urls = {
            link.url
            for link in pages.links
            if part.start <= link.place < part.end and is_page(link)
        }
        found |= urls if len(urls) == 1 else set()
    return len(found) > _MOST * len(rows.group.parts)
