"""Items where the site file says they stand: its CSS selectors. Pure."""

from lxml.html import HtmlElement

from parsers.dates import parse_date, parse_machine_date
from parsers.model import Printed, Teaser
from parsers.page import Page
from parsers.rules import ListingSelects, select
from parsers.text import normal_text

#: Items taken from one page.
MAX_ITEMS = 5_000


def find(page: Page, selects: ListingSelects) -> tuple[Teaser, ...]:
    """Return one teaser for each element that the rules call an item."""
    found: dict[str, Teaser] = {}
    for element in select(page.root, selects.item)[:MAX_ITEMS]:
        if item := _teaser(page, element, selects):
            found.setdefault(item.url, item)
    return tuple(found.values())


def _teaser(page: Page, element: HtmlElement, selects: ListingSelects) -> Teaser | None:
    titles = select(element, selects.title)
    links = [*select(element, selects.url), *titles, element]
    url = next((u for link in links if (u := _url(page, link))), None)
    if url is None:
        return None
    named = titles or [a for a in element.iter("a") if a.text_content().strip()][:1]
    return Teaser(
        url=url,
        title=_words(named)[:500],
        published=_day(page, select(element, selects.date)),
        summary=_words(select(element, selects.summary))[:1_000],
    )


def _url(page: Page, element: HtmlElement) -> str | None:
    inner = element.iter("a")
    for link in inner:
        if href := link.get("href"):
            return page.resolve(href)
    above = element.getparent()
    if above is not None and above.tag == "a" and above.get("href"):
        return page.resolve(above.get("href") or "")
    return None


def _words(elements: list[HtmlElement]) -> str:
    return normal_text(elements[0].text_content()[:5_000]) if elements else ""


def _day(page: Page, elements: list[HtmlElement]) -> Printed | None:
    languages = (page.language,) if page.language else ()
    for element in elements:
        text = normal_text(element.text_content()[:300])
        stamp = element.get("datetime") or ""
        found = parse_date(text, languages=languages) or parse_machine_date(stamp[:60])
        if found:
            return found
    return None
