"""The front page of a site, by what its lists call so: its address may not tell."""

import re
from functools import cached_property
from typing import TYPE_CHECKING

from corpus.archive import ArchiveError
from corpus.store.locators import load_locator
from parsers.urls import item_key, plain_url

if TYPE_CHECKING:
    from crawler.crawl import Crawl

#: What the link to a front page is called, in which words and by which class.
_NAME = re.compile(
    r"home(?:\s?page)?|(?:back )?to (?:the )?front page|front page|start(?:seite)?"
    r"|accueil|inicio|início|página inicial|pagina iniziale|inici|forside|hjem|hem"
    r"|etusivu|startpagina|strona główna|úvod|domů|domov|kezdőlap|acasă|početna"
    r"|naslovnica|αρχική|ana sayfa|beranda|trang chủ|laman utama|avaleht|sākums"
    r"|pradžia|главная(?: страница)?|головна|галоўная|начало|почетна|الرئيسية"
    r"|الصفحة الرئيسية|صفحه اصلی|خانه|דף הבית|ホーム|トップ(?:ページ)?|首页|首頁|홈"
    r"|หน้าแรก|मुख्य पृष्ठ|मुखपृष्ठ|হোম|მთავარი|գլխավոր",
    re.IGNORECASE,
)
_CLASS = re.compile(r"(?<![a-z])(?:logo|brand|home)(?![a-z])", re.IGNORECASE)


class FrontPage:
    """The page that the first pages of a site's lists call its front page."""

    def __init__(self, crawl: "Crawl") -> None:
        self._crawl = crawl

    def is_at(self, url: str) -> bool:
        """Tell whether an address is that of the front page, and of no item."""
        key = item_key(url)
        if key not in self._keys:
            return False
        return not self._crawl.store.items.known(self._crawl.lease.site_id, [key])

    @cached_property
    def _keys(self) -> frozenset[str]:
        # imported here: an ordinary night reads no page
        from parsers.lists.named_links import named_links
        from parsers.page import read_page
        from parsers.text import normal_text

        found: set[str] = set()
        for seed in self._crawl.site.seeds:
            row = self._crawl.store.listing(self._crawl.lease.site_id, plain_url(seed))
            held = row.listing.get("held") if row else None
            if not held:
                continue
            try:
                capture = self._crawl.archive.read(load_locator(held["locator"]))
            except ArchiveError:
                continue
            for link, url in named_links(read_page(capture), lambda _: True):
                words = normal_text("".join(link.itertext()))
                marks = f"{link.get('class') or ''} {link.get('rel') or ''}"
                if _NAME.fullmatch(words) or _CLASS.search(marks):
                    found.add(item_key(url))
        return frozenset(found)
