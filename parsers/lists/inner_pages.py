"""Where a page that says nothing itself leads: at once, or into its frames. Pure."""

import re
from collections.abc import Iterable, Iterator

from lxml.html import HtmlElement

from parsers.addresses.script_links import leads_to
from parsers.blocks import Block
from parsers.page import Page
from parsers.urls import in_scope, same_page

#: A page that leads on later than this, in seconds, wants to be read before.
_SOON = 10
#: A frameset has so many frames; a script that leads on is no longer.
_FRAMES, _SCRIPT = 8, 2000
#: A page of more characters says something itself.
_NOTHING = 200
#: A frame of so many pixels is tall; parts of a page that hold no list.
_TALL, _BESIDE = 400, frozenset(["nav", "aside", "header", "footer"])
_HEIGHT = re.compile(r"\s*(\d{1,5})(?!\d|\s*%)")
_STYLED = re.compile(r"(?<![\w-])height:(\d{1,5})px")
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
    return _of_site(page, _hrefs(page) if said <= _NOTHING else _frames(page))


def large_frames(page: Page) -> tuple[str, ...]:
    """Return the pages of the site that stand in large frames amid a page.

    One of them may hold the list, where all that the page shows itself is a box beside.

    >>> from parsers.model import Capture
    >>> from parsers.page import read_page
    >>> html = b"<main><iframe width='100%' src=/list></iframe></main>"
    >>> large_frames(read_page(Capture(url="https://h.example/", payload=html)))
    ('https://h.example/list',)
    """
    frames = (f for f in page.root.iter("iframe") if _is_large(f))
    return _of_site(page, ((f.get("src") or "").strip() for f in frames))


def _is_large(frame: HtmlElement) -> bool:
    """Tell whether a frame takes the place of a page's main part."""
    style = (frame.get("style") or "").replace(" ", "").lower()
    if "display:none" in style or any(
        up.tag in _BESIDE for up in frame.iterancestors()
    ):
        return False
    height = _HEIGHT.match(frame.get("height") or "") or _STYLED.search(style)
    is_wide = (frame.get("width") or "").strip() == "100%" or "width:100%" in style
    return int(height[1]) >= _TALL if height else is_wide


def _of_site(page: Page, hrefs: Iterable[str]) -> tuple[str, ...]:
    """Return the other pages of the site among addresses, each once."""
    found: dict[str, None] = {}
    for href in hrefs:
        url = page.resolve(href)
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
    url = href and page.resolve(href)
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
