"""How much a group of parts looks like the listing of its page. Pure."""

from collections.abc import Sequence

from parsers.templates.address_shapes import is_list_address
from parsers.templates.fields import Reading
from parsers.templates.inline import is_inline
from parsers.templates.papers import are_abroad, are_dockets, are_papers
from parsers.templates.places import Area
from parsers.templates.words import count_words

#: So many dated items prove that others would have a date too, and this share of them.
FEWEST, DATED = 3, 0.6
#: What a list is worth whose head says that it is no news.
BESIDE = 0.5
#: What a list is worth whose head says that it is news.
NEWS = 1.5
#: What a list without days is worth whose titles are twice as long as a menu's.
LONG = 1.75
#: What files, or links of texts, are worth beside the pages that they belong to.
PAPERS = 0.4


def worth_among(readings: Sequence[Reading], reading: Reading) -> float:
    """Return what a group is worth, less if others lead to the pages of its rows.

    And nothing where links say no more than "here", if others have days and titles, or
    where several rows lead to one page, if in others each leads to its own.
    """
    if reading.is_named_by_days and any(map(_are_dated, readings)):
        return 0.0
    if reading.is_of_owners and any(_share_boxes(reading, one) for one in readings):
        return 0.0
    is_less = any(
        are_less(reading, readings)
        for are_less in (are_papers, are_dockets, are_abroad)
    )
    return worth_of(reading) * (PAPERS if is_less else 1.0)


def worth_of(reading: Reading) -> float:
    """Return how much a group looks like the listing of its page."""
    urls = {link.url for link in reading.links}
    count = len(urls)
    if count >= FEWEST and _are_pictures_of_one(reading):
        return 0.0
    titles = sum(reading.worths) / len(reading.worths)
    dated = dated_part(reading)
    area = sum((0.05, 0.4, 1.0)[link.area] for link in reading.links) / len(
        reading.links
    )
    words = words_of(reading)
    long = 1.0 if words >= 4 else (words / 4) ** 2
    if dated < 0.5 and words > 4:
        long = min(words / 4, LONG)
    if sum(map(is_list_address, urls)) * 2 > count:
        long *= 0.25
    inline = sum(map(is_inline, reading.links)) / len(reading.links)
    if inline > 0.5:
        long *= 0.1
    if dated > 0.5 and inline <= 0.5:
        long = max(long, 0.7)
    if reading.group.is_beside:
        long *= BESIDE
    elif reading.group.is_news and in_main(reading):
        long *= NEWS
    return float(min(count, 40) ** 0.8) * titles * area * (0.6 + 2.0 * dated) * long


def dated_part(reading: Reading) -> float:
    """Return the part of a group's items that have a date."""
    dated = sum(teaser.published is not None for teaser in reading.teasers)
    return dated / len(reading.teasers)


def words_of(reading: Reading) -> float:
    """Return how many words a title of the group has, on average."""
    words = sum(count_words(teaser.title) for teaser in reading.teasers)
    return words / len(reading.teasers)


def in_main(reading: Reading) -> bool:
    """Tell whether most of a group stands in the main part of the page."""
    mains = sum(link.area == Area.MAIN for link in reading.links)
    return mains * 2 > len(reading.links)


def _share_boxes(owners: Reading, reading: Reading) -> bool:
    """Tell whether rows lead to pages of their own, beside those that share theirs."""
    rows = {part.element for part in owners.group.parts}
    own = [part.element in rows for part in reading.group.parts]
    return not reading.is_of_owners and all(own)


def _are_dated(reading: Reading) -> bool:
    """Tell whether items have days beside their own titles."""
    return not reading.is_named_by_days and dated_part(reading) >= DATED


def _are_pictures_of_one(reading: Reading) -> bool:
    """Tell whether no link says a word, and one dated title stands above them all."""
    said = {(teaser.title, teaser.published) for teaser in reading.teasers}
    is_one = len(said) == 1 and reading.teasers[0].published is not None
    return is_one and not any(link.text for link in reading.links)
