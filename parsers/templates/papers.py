"""Lists of files, or links of texts, in whose rows a page is listed: no items. Pure."""

from collections.abc import Callable, Sequence

from parsers.finders.attachments import may_be_file
from parsers.templates.fields import Reading
from parsers.templates.sheet import Link
from parsers.templates.words import is_label, title_worth
from parsers.urls import host_port

#: Pages stand in more than so many of the rows, each of them another.
_MOST = 0.8
#: What hands out files on such servers, never pages.
_HANDLER = ".ashx"


def are_papers(reading: Reading, others: Sequence[Reading]) -> bool:
    """Tell whether a group leads to files only, and its rows to a page each besides."""
    if not _are_files(reading):
        return False
    pages = [other for other in others if _lead_to_items(other, reading)]
    return _lists_pages(reading, pages, lambda link: not _is_file(link))


def are_dockets(reading: Reading, others: Sequence[Reading]) -> bool:
    """Tell whether a group leads to what is said of the files that are its items."""
    if any(map(_is_file, reading.links)):
        return False
    files = [
        other
        for other in others
        if _are_files(other) and not _lead_to_items(reading, other)
    ]
    return _lists_pages(reading, files, _is_file)


def _are_files(reading: Reading) -> bool:
    return all(map(_is_file, reading.links))


def _is_file(link: Link) -> bool:
    """Tell whether a link leads to a file: some servers hand them out by a handler."""
    path = link.url.partition("?")[0]
    return path.lower().endswith(_HANDLER) or may_be_file(link.url)


def _lead_to_items(pages: Reading, files: Reading) -> bool:
    """Tell whether of pages and files in the same rows the pages are the items.

    Their links say the title, or what to do with it, or a number beside a mere label
    of the file, or as the files' do what they are: "Page" beside "Agenda". Else they
    lead to its docket, or to what its case is about.
    """
    if pages.has_own_titles or _most(pages, is_label):
        return True
    if _most(files, is_label):
        return not _most(pages, title_worth)
    return _say_the_same(pages) and _say_the_same(files)


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


def _most(reading: Reading, says: Callable[[str], float]) -> bool:
    """Tell whether most links of a group say such."""
    return sum(bool(says(link.text)) for link in reading.links) * 2 > len(reading.links)


def _say_the_same(reading: Reading) -> bool:
    """Tell whether the links of all rows have one text: the head of their column."""
    return len({part.link.text for part in reading.group.parts}) == 1


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
