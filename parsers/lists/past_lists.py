"""Lists of what is past, which a list of what is current leads to by name. Pure."""

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from parsers.lists.named_links import named_links
from parsers.model import Teaser
from parsers.page import Page
from parsers.pagination.months import span_of
from parsers.templates.beside import says_news
from parsers.urls import is_front, item_key

#: A link that names such a list has no more letters, or words if it says no news.
_WORDS, _LETTERS = 3, 40
PAST = re.compile(
    r"\b(?:archiv(?!ist|är|ní)|архів|архив|арх[иі]ў|arxiv|arhiv|arkiv|archiwum|archief"
    r"|arkisto|arşiv|arquivo|arxiu|arhiva|arhīv|archyv|αρχείο|past \w|expired \w"
    r"|abgelaufene|vergangene|прошедшие|минулі|завершені|завершенные|arsip)"
    r"|归档|歷史|历史|往期|アーカイブ|過去|지난|보관|أرشيف|الأرشيف|ארכיון|آرشیو|بایگانی"
    r"|lưu trữ|संग्रह|पुराने|আর্কাইভ|คลังข่าว",
    re.IGNORECASE,
)
#: How an address beside a list's own says that.
_SAID = re.compile(r"ar[ck]h?i[vw]|arşiv|past|expired", re.IGNORECASE)
_SUFFIX = re.compile(r"\.\w{2,5}$")


def past_urls(page: Page, items: Sequence[Teaser] = ()) -> tuple[str, ...]:
    """Return where links of a list lead that are called an archive of it, or past.

    Offices of some countries take an item from the list when its last day is over, to
    another list with the same name. What is no kin of the page may be any archive, and
    none is one of the ``items``, nor the topic of one.

    >>> from parsers.model import Capture
    >>> from parsers.page import read_page
    >>> html = b"<a href=/past/tenders/>Archive</a><a href=/records/>Archive</a>"
    >>> past_urls(read_page(Capture(url="https://h.example/tenders/", payload=html)))
    ('https://h.example/past/tenders/',)
    """
    if is_front(page.url):
        return ()
    shown = {item_key(item.url) for item in items}
    found = [
        (link, url)
        for link, url in named_links(page, _names_past)
        if item_key(url) not in shown and not span_of(url) and _is_kin(url, page.url)
    ]
    around = _items_around(page, shown) if found and len(shown) > 1 else {}
    return tuple(
        dict.fromkeys(url for link, url in found if not _is_of_one(link, around))
    )


def _names_past(name: str) -> bool:
    is_short = name.count(" ") < _WORDS or says_news(name)
    return len(name) <= _LETTERS and is_short and PAST.search(name) is not None


def _items_around(
    page: Page, shown: Collection[str]
) -> Mapping[HtmlElement, Collection[str]]:
    """Return which items are linked within each box of a page that holds some."""
    around: defaultdict[HtmlElement, set[str]] = defaultdict(set)
    for link, url in named_links(page, lambda _: True):
        if (key := item_key(url)) in shown:
            for box in link.iterancestors():
                around[box].add(key)
    return around


def _is_of_one(
    link: HtmlElement, around: Mapping[HtmlElement, Collection[str]]
) -> bool:
    """Tell whether a link stands with one item of several: as its topic, say."""
    nearest = next((around[b] for b in link.iterancestors() if b in around), ())
    return len(nearest) == 1


def _is_kin(url: str, page_url: str) -> bool:
    """Tell whether an address is below a list's, beside it, or ends with its name."""
    there, here = urlsplit(url), urlsplit(page_url)
    path, own = (_SUFFIX.sub("", one.path.rstrip("/")) for one in (there, here))
    if there.netloc != here.netloc or (path, there.query) == (own, here.query):
        return False
    folder, _, name = own.rpartition("/")
    if path == own:
        return _SAID.search(there.query) is not None
    beside, _, said = path.rpartition("/")
    is_beside = beside == folder != "" and _SAID.search(said) is not None
    return is_beside or path.startswith(f"{own}/") or path.endswith(f"/{name}")
