"""Lists of all layouts, read item by item, and where they go on."""

from collections.abc import Iterator
from datetime import date

from benchmarks.building.trial import Trial
from benchmarks.drawing.choices import NONE
from benchmarks.drawing.items import FIRST_LOOK
from benchmarks.drawing.list_layouts import list_layout
from benchmarks.drawing.list_pagers import page_path
from benchmarks.drawing.list_pages import ListPage, list_page
from parsers.listing import parse_listing
from parsers.model import Capture, Listing, Problem, Teaser
from tests.fixtures.living.item import Item

_HOST = "https://press.example"
_ALONG = ("/events/", "/files/")


def trials(seed: int) -> Iterator[Trial]:
    """Yield whether the items of a page are found, with their titles and days."""
    page = list_page(list_layout(seed), seed)
    found = parse_listing(list_capture(page))
    teasers = found.items if isinstance(found, Listing) else ()
    got = {teaser.url.removeprefix(_HOST): teaser for teaser in teasers}
    marks = page.layout.marks()
    for group, wrong in {
        "items": _wrong_items(page, got),
        "titles": _wrong_titles(page, got),
        "days": _wrong_days(page, got),
        "pages": _wrong_page(page, found),
    }.items():
        yield Trial(group=group, marks=marks, wrong=wrong)


def list_capture(page: ListPage) -> Capture:
    """Return a page as it is served."""
    return Capture(
        url=_HOST + page.path, payload=page.html().encode(), captured_at=FIRST_LOOK
    )


def _wrong_items(page: ListPage, got: dict[str, Teaser]) -> str:
    wanted = {page.row(item).path for item in page.items}
    # The most read ones are items too: they may be found or not.
    known = wanted | {page.row(item).path for item in page.older}
    lines = [f"- {path}" for path in sorted(wanted - got.keys())]
    # Lists of events and of files under it may be read along.
    more = (path for path in got.keys() - known if not path.startswith(_ALONG))
    return "\n".join([*lines, *(f"+ {path}" for path in sorted(more))])


def _wrong_titles(page: ListPage, got: dict[str, Teaser]) -> str:
    pairs = [(item.record.title, teaser.title) for item, teaser in _both(page, got)]
    return "\n".join(f"{title} > {read}" for title, read in pairs if title != read)


def _wrong_days(page: ListPage, got: dict[str, Teaser]) -> str:
    pairs = [
        (_days(page, item), teaser.published and teaser.published.day)
        for item, teaser in _both(page, got)
    ]
    return "\n".join(
        f"{' or '.join(map(str, days))} > {read}"
        for days, read in pairs
        if read not in days
    )


def _wrong_page(page: ListPage, found: Listing | Problem) -> str:
    layout = page.layout
    wanted = None if layout.pager == NONE else page_path(layout, 2)
    # Months and years beside a list lead to older items too.
    if wanted is None and (layout.above == "chips" or "months" in layout.side):
        return ""
    url = found.next_url if isinstance(found, Listing) else None
    read = url and url.removeprefix(_HOST)
    return "" if read == wanted else f"{wanted} > {read}"


def _both(page: ListPage, got: dict[str, Teaser]) -> Iterator[tuple[Item, Teaser]]:
    for item in page.items:
        if teaser := got.get(page.row(item).path):
            yield item, teaser


def _days(page: ListPage, item: Item) -> tuple[date | None, ...]:
    """Return what may be read as the day of an item."""
    day, layout = item.at.date(), page.layout
    if layout.day != NONE or layout.group == "days" or item in page.featured:
        return (day,)
    return (day, None) if layout.address == "dated" else (None,)
