"""Items of any make: what repeats on the page with links, titles and dates. Pure."""

from collections.abc import Collection, Iterable

from parsers.model import Teaser
from parsers.page import Page
from parsers.templates.choice import choose
from parsers.templates.dates import Days
from parsers.templates.fields import read_group
from parsers.templates.prose import is_article
from parsers.templates.records import find_groups
from parsers.templates.sheet import read_sheet
from parsers.templates.words import title_worth
from parsers.urls import item_key


def find(page: Page, pages: Collection[str]) -> tuple[Teaser, ...]:
    """Return the items of the page's listing, in page order; none if it has none."""
    sheet = read_sheet(page)
    days = Days(sheet)
    readings = [read_group(sheet, group, days) for group in find_groups(sheet)]
    chosen = choose(readings)
    if not pages and is_article(sheet, chosen):
        return ()
    teasers = [
        (record.start, teaser)
        for reading in chosen
        for record, teaser in zip(reading.group.records, reading.teasers, strict=True)
        if title_worth(teaser.title) > 0.1 and teaser.url not in pages
    ]
    teasers.sort(key=lambda pair: pair[0])
    return _once(teaser for _, teaser in teasers)


def _once(teasers: Iterable[Teaser]) -> tuple[Teaser, ...]:
    """Return one teaser for each item, with the best of what its links say."""
    found: dict[str, Teaser] = {}
    for teaser in teasers:
        key = item_key(teaser.url)
        had = found.get(key)
        if had is None:
            found[key] = teaser
            continue
        better = teaser if title_worth(teaser.title) > title_worth(had.title) else had
        found[key] = Teaser(
            url=had.url,
            title=better.title,
            published=had.published or teaser.published,
            summary=had.summary or teaser.summary,
        )
    return tuple(found.values())
