"""Lists of files in whose rows a page is listed: its papers, no items. Pure."""

from collections.abc import Sequence

from parsers.finders.attachments import may_be_file
from parsers.templates.fields import Reading

#: Pages stand in more than so many of the rows, each of them another.
_MOST = 0.8


def are_papers(reading: Reading, others: Sequence[Reading]) -> bool:
    """Tell whether a group leads to files only, and its rows to a page each besides."""
    if not all(may_be_file(link.url) for link in reading.links):
        return False
    return any(_share_rows(reading, other) for other in others if other is not reading)


def _share_rows(files: Reading, pages: Reading) -> bool:
    """Tell whether in most rows of files a page stands that no other row leads to."""
    found: set[str] = set()
    for part in files.group.parts:
        urls = {
            link.url
            for link in pages.links
            if part.start <= link.place < part.end and not may_be_file(link.url)
        }
        found |= urls if len(urls) == 1 else set()
    return len(found) > _MOST * len(files.group.parts)
