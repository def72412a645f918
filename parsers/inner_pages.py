"""Where a page that says nothing itself leads: at once, or into its frames. Pure."""

import re
from collections.abc import Iterable, Iterator

from parsers.blocks import Block
from parsers.page import Page
from parsers.script_links import leads_to
from parsers.urls import in_scope, resolve, same_page

#: A page that leads on later than this, in seconds, wants to be read before.
_SOON = 10
#: A frameset has so many frames; a script that leads on is no longer.
_FRAMES, _SCRIPT = 8, 2000
#: A page of more characters says something itself.
_NOTHING = 200
_REFRESH = re.compile(
    r"""\s*(\d{1,4})(?:\.\d*)?\s*[;,]\s*(?:url\s*=)?\s*["']?([^"']+)""", re.IGNORECASE
)


def inner_urls(page: Page, blocks: Iterable[Block]) -> tuple[str, ...]:
    """Return the pages of the site that a page which says nothing stands for.

    ``blocks`` are the page's. What has a menu around its frames says nothing either.

    >>> from parsers.model import Capture
    >>> from parsers.page import read_page
    >>> html = b"<frameset cols='20%,*'><frame src=menu.html><frame src=news.html>"
    >>> inner_urls(read_page(Capture(url="https://h.example/", payload=html)), ())
    ('https://h.example/menu.html', 'https://h.example/news.html')
    >>> html = b"<script>location.href = '/en/index.do'</script>"
    >>> inner_urls(read_page(Capture(url="https://h.example/", payload=html)), ())
    ('https://h.example/en/index.do',)
    """
    said, linked = 0, 0
    for block in blocks:
        said, linked = said + block.chars, linked + block.link_chars
    if said - linked > _NOTHING:
        return ()
    found: dict[str, None] = {}
    for href in _hrefs(page) if said <= _NOTHING else _frames(page):
        url = resolve(page.base_url, href, encoding=page.encoding)
        if url and in_scope(url, [page.url]) and not same_page(url, page.url):
            found.setdefault(url)
    return tuple(found)[:_FRAMES]


def refresh_url(page: Page, blocks: Iterable[Block]) -> str | None:
    """Return where a page that says nothing else leads all readers at once.

    Links to other items say nothing of this one.

    >>> from parsers.model import Capture
    >>> from parsers.page import read_page
    >>> html = b"<meta http-equiv=refresh content='0; url=/fog'><p>Moved.</p>"
    >>> refresh_url(read_page(Capture(url="https://h.example/7", payload=html)), ())
    'https://h.example/fog'
    """
    if sum(block.chars - block.link_chars for block in blocks) > _NOTHING:
        return None
    href = next(_refreshes(page), None)
    url = href and resolve(page.base_url, href, encoding=page.encoding)
    return url if url and not same_page(url, page.url) else None


def _refreshes(page: Page) -> Iterator[str]:
    for meta in page.root.iter("meta"):
        if (meta.get("http-equiv") or "").strip().lower() == "refresh":
            told = _REFRESH.match(meta.get("content") or "")
            is_for_few = any(
                around.tag == "noscript" for around in meta.iterancestors()
            )
            if told and int(told[1]) <= _SOON and not is_for_few:
                yield told[2].strip()


def _frames(page: Page) -> Iterator[str]:
    for frame in page.root.iter("frame", "iframe"):
        yield (frame.get("src") or "").strip()


def _hrefs(page: Page) -> Iterator[str]:
    yield from _refreshes(page)
    yield from _frames(page)
    for script in page.root.iter("script"):
        text = script.text or ""
        if len(text) <= _SCRIPT and (href := leads_to(text)):
            yield href
