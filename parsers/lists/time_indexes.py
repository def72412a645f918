"""Pages that list no items, but the years or the months of an archive. Pure."""

import re
import unicodedata
from itertools import islice

from parsers.finders.attachments import names_file
from parsers.lists.named_links import named_links
from parsers.lists.past_lists import PAST
from parsers.page import Page
from parsers.pagination.month_names import Month, linked_months, month_of
from parsers.pagination.months import home_of, span_of
from parsers.pagination.years import path_and_asked
from parsers.templates.beside import NEWS
from parsers.visible import visible_text

#: Links to so few times are no index, unless their addresses say the time as well.
_FEWEST = 2
#: What calls a year or a month says no more.
_LONGEST = 60
_YEAR = re.compile(r"(?:19|20)\d\d")
#: Rows that are looked at, and links of one.
_MOST_ROWS, _MOST_VIEWS = 2000, 12
#: How many items there are, and what else stands with the time of a list.
_COUNT = re.compile(r"[(\[]\s?\d{1,6}(?:\s\w{1,12})?\s?[)\]]")
_NAME = re.compile(
    rf"(?:{NEWS.pattern})(?!\w)|(?:{PAST.pattern})\w{{0,3}}", re.IGNORECASE
)
_JOINS = re.compile(
    r"\b(?:year|all|of|from|for|in|the|jahr(?:es)?|aus|dem|des|der|vom|im|de|du|del|dell"
    r"|l|d|année|an|en|año|ano|anno|do|da|per|за|год|года|г|рік|rok|roku|år|från"
    r"|fra|vuosi|év|yılı|tahun|năm|سنة|سال)\b|[年년]$",
    re.IGNORECASE,
)


def index_urls(page: Page) -> tuple[str, ...]:
    """Return the years or months of its own archive that a page leads to, newest first.

    In its first weeks a year has but one month, and an archive one year; what is still
    to come is left out, and a month has none.

    >>> from parsers.model import Capture
    >>> from parsers.page import read_page
    >>> html = b"<a href=/news/2025/>News 2025 (31)</a><a href=/news/2026/>2026</a>"
    >>> index_urls(read_page(Capture(url="https://h.example/news/", payload=html)))
    ('https://h.example/news/2026/', 'https://h.example/news/2025/')
    >>> html = b"<a href=/news/2025/>Report 2025</a><a href=/news/2026/>Report 2026</a>"
    >>> index_urls(read_page(Capture(url="https://h.example/news/", payload=html)))
    ()
    """
    here = span_of(page.url)
    if here and here.month:
        return ()
    times = {url: at for url, at in _times(page).items() if _is_below(url, page.url)}
    if here:
        times = {u: at for u, at in times.items() if at[0] == here.year and at[1]}
    if len(times) < _FEWEST and not any(map(span_of, times)):
        return ()
    if captured := page.capture.captured_at:
        today = captured.year, captured.month
        times = {url: at for url, at in times.items() if at <= today}
    return tuple(sorted(times, key=times.__getitem__, reverse=True))


def _is_below(url: str, page_url: str) -> bool:
    """Tell whether an address lies in a page's folder, or asks for a part of it."""
    (path, own), (there, asked) = path_and_asked(page_url), path_and_asked(url)
    if own := [piece for piece in own if not _YEAR.search(piece)]:
        return there == path and set(own).issubset(asked)
    is_part = there == path and asked != []
    return is_part or url.startswith(home_of(page_url))


def _times(page: Page) -> dict[str, Month]:
    """Return the years (month 0) and months that links of a page are called by.

    A month alone may be an issue of a bulletin, if the address does not say it, too.
    """
    found: dict[str, Month] = {}
    months: dict[str, Month] | None = None
    for link, url in named_links(page, lambda name: 0 < len(name) <= _LONGEST):
        text = unicodedata.normalize("NFKC", "".join(link.itertext()))
        if names_file(url) or not (_YEAR.search(text) or _YEAR.search(url)):
            continue  # a paper is an issue, and what says no year no time
        text = _COUNT.sub("", text)
        bare = _JOINS.sub("", _NAME.sub("", text)).strip(" .:,'’-–—»>\t\r\n")
        if _YEAR.fullmatch(bare):
            found.setdefault(url, (int(bare), 0))
            continue
        if months is None:
            months = linked_months(page)
        time = months.get(url) or month_of(bare)
        if time and (bare != text.strip() or span_of(url)):
            found.setdefault(url, time)
    return found or _headed_times(page)


def _headed_times(page: Page) -> dict[str, Month]:
    """Return the first view of each month that the head of its row alone names.

    Archives of mailing lists lead from there to its threads, subjects and authors, in a
    folder of its own: several papers of a month are none.
    """
    found: dict[str, Month] = {}
    met: set[str] = set()
    for row in islice(page.root.iter("tr", "li"), _MOST_ROWS):
        hrefs = [link.get("href") or "" for link in islice(row.iter("a"), _MOST_VIEWS)]
        of_time = [href for href in hrefs if _YEAR.search(href)]
        if len(of_time) < _FEWEST:
            continue
        urls = map(page.resolve, of_time)
        views = [url for url in urls if url and not names_file(url)]
        folders = {url.rpartition("/")[0] for url in views}
        if len(set(views)) < _FEWEST or len(folders) > 1:
            continue
        if folders <= met:
            return {}
        met |= folders
        cell = next(row.iter("td", "th"), None)
        said = (row.text or "") if cell is None else visible_text(cell)
        if time := month_of(said.strip(" :\t\r\n")):
            found.setdefault(views[0], time)
    return found
