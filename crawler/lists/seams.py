"""Where one page of a listing leads to the next, and what is known there. Pure."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from parsers.model import Listing

#: A calendar goes on for ever; so many pages of it that show nothing else are its end.
#: An office may well rest for some days.
BARREN = {"months": 3, "days": 10}

#: So many pages with one set of items are one page that answers to many addresses,
#: where two of them begin with the same one.
_SETS = 3


class Seam(NamedTuple):
    """What is known where one page of a listing leads to the next.

    Where the list begins; what stood on the page before, and the day it ended with;
    the pages that it named; the months of the archive that are left to go to, or to go
    on with where the page is one of them; and the pages of a calendar in a row that
    showed nothing which was not shown before.
    """

    begin: str
    keys: Sequence[str] = ()
    day: date | None = None
    pages: Sequence[str] = ()
    months: Sequence[str] = ()
    is_month: bool = False
    barren: Sequence[str] = ()


def seam_behind(listing: Listing, seam: Seam, more: str, keys: Sequence[str]) -> Seam:
    """Return what is known behind a page that was read."""
    days = [item.published.day for item in listing.items if item.published]
    months = listing.archives or seam.months
    if listing.is_index:  # a year's months come before the years that are left
        months = [*listing.archives[1:], *seam.months]
    elif seam.is_month:
        months = [month for month in seam.months if month != more]
    is_part = listing.is_index or (seam.is_month and more in seam.months)
    # a month may well begin with what the newest of all ended with
    is_of_time = is_part or listing.pagination in BARREN
    return Seam(
        begin=more if is_part else seam.begin,
        keys=() if is_of_time else keys,
        day=days[-1] if days else seam.day,
        pages=listing.pages,
        months=months,
        is_month=listing.is_index or seam.is_month,
        barren=seam.barren,
    )


def is_pushed_on(before: Sequence[str], keys: Sequence[str]) -> bool:
    """Tell whether a page begins with items that stood further down the page before.

    What is pinned stands at its place on both, and a box at the end begins none.

    >>> is_pushed_on("abcd", "defg"), is_pushed_on("abcd", "efgd")
    (True, False)
    >>> is_pushed_on("pabc", "pcde"), is_pushed_on("pabc", "pdef")
    (True, False)
    """
    places = {key: place for place, key in enumerate(before)}
    for place, key in enumerate(keys):
        if key not in places:
            return False
        if places[key] > place:
            return True
    return False


def is_repeat(shown: Sequence[Sequence[str]], in_order: Sequence[str]) -> bool:
    """Tell whether a page shows what another one did.

    Where boxes beside the list have the rows of its next pages, one set of items may
    stand on several pages, but not in one order, nor on many that begin alike.
    """
    if in_order in shown or len(shown) < _SETS:
        return in_order in shown
    return any(in_order[0] == one[0] for one in shown)
