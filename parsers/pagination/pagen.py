"""The pager of Bitrix sites: ``PAGEN_n``, counting up or down. Pure."""

import re

from parsers.pagination import labelled, numbered
from parsers.pagination.candidates import Group
from parsers.pagination.links import Pager

_PAGEN = re.compile(r"[?&]pagen_\d{1,3}=", re.IGNORECASE)


def next_url(pager: Pager) -> str | None:
    """Return the next page of the first Bitrix pager.

    Reversed numbering needs no care where the pager says "next"; where it has only
    numbers, the page under the bare address is the newest one.
    """
    for group in pager.groups:
        if any(_PAGEN.search(link.url) for link in group.links):
            return labelled.next_in(group, pager.page_url) or _by_number(
                group, pager.page_url
            )
    return None


def _by_number(group: Group, page_url: str) -> str | None:
    return numbered.next_in(group, page_url)
