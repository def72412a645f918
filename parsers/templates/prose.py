"""Whether a page is read rather than chosen from: an article, not a listing. Pure."""

from collections.abc import Iterator, Sequence

from parsers.metadata import read_metadata
from parsers.templates.fields import Reading
from parsers.templates.places import Area
from parsers.templates.sheet import Sheet, Unit

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
    where no pager leads through the list. A point made like those that are
    listed is no prose, though it leads nowhere.
    """
    listed = {
        place
        for reading in chosen
        for part in reading.group.parts
        for place in range(part.start, part.end)
    }
    told = [
        unit
        for place, unit in enumerate(sheet.units)
        if unit.link is None
        and len(unit.text) >= LONG
        and unit.area != Area.MENU
        and place not in listed
    ]
    prose = sum(map(len, {unit.text for unit in told}))
    if prose >= SAID:
        prose -= sum(len(unit.text) for unit in _points_among(sheet, chosen, told))
    if prose < SAID:
        return False
    of_list = sum(len(sheet.units[place].text) for place in listed)
    if prose > UNSAID and prose > 1.2 * of_list:
        return True
    return prose > 0.5 * of_list and read_metadata(sheet.page).is_article


def _points_among(
    sheet: Sheet, chosen: Sequence[Reading], told: Sequence[Unit]
) -> Iterator[Unit]:
    """Yield the texts that stand each in a point made like those of a list."""
    elements = (part.element for reading in chosen for part in reading.group.parts)
    points = {sheet.paths[element] for element in elements if element.tag == "li"}
    for unit in told if points else ():
        element = unit.element
        point = (
            element if element.tag == "li" else next(element.iterancestors("li"), None)
        )
        if point is not None and sheet.paths.get(point) in points:
            yield unit
