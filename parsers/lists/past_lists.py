"""Lists of what is past, which a list of what is current leads to by name. Pure."""

import re
from collections.abc import Sequence
from itertools import islice
from urllib.parse import urlsplit

from parsers.model import Teaser
from parsers.page import Page
from parsers.pagination.months import span_of
from parsers.templates.beside import says_news
from parsers.text import normal_text
from parsers.urls import is_front, resolve

#: A link that names such a list has no more letters, or words if it says no news.
_WORDS, _LETTERS = 3, 40
_MOST_LINKS = 5000
_PAST = re.compile(
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
    none is one of the ``items``.

    >>> from parsers.model import Capture
    >>> from parsers.page import read_page
    >>> html = b"<a href=/past/tenders/>Archive</a><a href=/records/>Archive</a>"
    >>> past_urls(read_page(Capture(url="https://h.example/tenders/", payload=html)))
    ('https://h.example/past/tenders/',)
    """
    if is_front(page.url):
        return ()
    shown = {item.url for item in items}
    found: dict[str, None] = {}
    for link in islice(page.root.iter("a"), _MOST_LINKS):
        href, name = link.get("href"), normal_text("".join(link.itertext()))
        if not href or len(name) > _LETTERS or not _PAST.search(name):
            continue
        if name.count(" ") >= _WORDS and not says_news(name):
            continue
        url = resolve(page.base_url, href, encoding=page.encoding)
        if url and url not in shown and _is_kin(url, page.url) and not span_of(url):
            found[url] = None
    return tuple(found)


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
