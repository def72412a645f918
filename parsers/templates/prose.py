"""Whether a page is read rather than chosen from: an article, not a listing. Pure."""

from collections.abc import Sequence

from parsers.metadata import read_metadata
from parsers.templates.fields import Reading
from parsers.templates.places import Area
from parsers.templates.sheet import Sheet

#: A text without a link is prose from this length on.
LONG = 80
#: Prose of a page that says it is an article, and of one that does not.
SAID, UNSAID = 600, 1_500


def is_read(sheet: Sheet) -> bool:
    """Tell whether a page has prose enough not to be a list of pictures."""
    return sum(len(unit.text) for unit in sheet.units if unit.link is None) >= SAID


def is_article(sheet: Sheet, chosen: Sequence[Reading]) -> bool:
    """Tell whether what a page says outweighs what it lists.

    Sections of offices show standing words over their news, so the caller asks only
    where no pager leads through the list.
    """
    listed = {
        place
        for reading in chosen
        for part in reading.group.parts
        for place in range(part.start, part.end)
    }
    prose = sum(
        len(unit.text)
        for place, unit in enumerate(sheet.units)
        if unit.link is None
        and len(unit.text) >= LONG
        and unit.area != Area.MENU
        and place not in listed
    )
    if prose < SAID:
        return False
    of_list = sum(len(sheet.units[place].text) for place in listed)
    if prose > UNSAID and prose > 1.2 * of_list:
        return True
    return prose > 0.5 * of_list and read_metadata(sheet.page).is_article
