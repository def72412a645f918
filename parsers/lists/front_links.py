"""Where a page leads by what it calls the front page of its site. Pure."""

import re

from parsers.lists.named_links import named_links
from parsers.page import Page
from parsers.text import normal_text

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


def front_urls(page: Page) -> tuple[str, ...]:
    """Return where the links of a page lead that are called the front page.

    >>> from parsers.model import Capture
    >>> from parsers.page import read_page
    >>> html = b"<a href=/a.do>Home</a><a href=/b.do class=logo></a><a href=/c>C</a>"
    >>> front_urls(read_page(Capture(url="https://h.example/", payload=html)))
    ('https://h.example/a.do', 'https://h.example/b.do')
    """
    found = []
    for link, url in named_links(page, lambda _: True):
        marks = f"{link.get('class') or ''} {link.get('rel') or ''}"
        words = normal_text("".join(link.itertext()))
        if _NAME.fullmatch(words) or _CLASS.search(marks):
            found.append(url)
    return tuple(dict.fromkeys(found))
