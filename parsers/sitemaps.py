"""Sitemaps as listings: urlset with news, index, plain text (sitemaps.org). Pure."""

from lxml import etree

from parsers.feeds import plain, read_time
from parsers.model import Capture, Listing, Problem, ProblemKind, Teaser
from parsers.urls import normalize
from parsers.xml_tree import local_name, read_xml, xml_text

#: Addresses in one sitemap, as the protocol bounds them.
MAX_ADDRESSES = 50_000

ROOTS = frozenset(["urlset", "sitemapindex"])


def read_sitemap(capture: Capture) -> Listing | Problem:
    """Return a sitemap's pages as items, an index's sitemaps as sections."""
    root, is_whole = read_xml(capture.payload, capture.header("content-type"))
    if root is None or local_name(root) not in ROOTS:
        return _problem(capture, "the sitemap cannot be read as XML")
    items, sections = [], []
    for count, entry in enumerate(root):
        if count >= MAX_ADDRESSES:
            break
        name = local_name(entry)
        if name == "url" and (item := _item(entry)):
            items.append(item)
        elif name == "sitemap" and (url := _address(_field(entry, "loc"))):
            sections.append(url)
    if not items and not sections and not is_whole:
        return _problem(capture, "the sitemap breaks off before its first address")
    return Listing(
        url=capture.url,
        items=tuple({item.url: item for item in items}.values()),
        sections=tuple(dict.fromkeys(sections)),
        kind="sitemap",
        problem=None if is_whole else _problem(capture, "the sitemap breaks off"),
    )


def read_text_sitemap(capture: Capture) -> Listing:
    """Return the addresses of a sitemap that is plain text, one a line."""
    lines = xml_text(capture.payload).splitlines()[:MAX_ADDRESSES]
    urls = [url for line in lines if (url := _address(line))]
    items = tuple(Teaser(url=url) for url in dict.fromkeys(urls))
    return Listing(url=capture.url, items=items, kind="sitemap")


def is_text_sitemap(payload: bytes) -> bool:
    """Tell whether a document is nothing but addresses.

    >>> is_text_sitemap(b"https://h.example/1\\nhttps://h.example/2\\n")
    True
    """
    head = payload[:4_000].decode("utf-8", "replace").lstrip("\ufeff")
    lines = head.split()[:20]
    if len(payload) > 4_000:
        lines = lines[:-1]
    return bool(lines) and all(_is_address(line) for line in lines)


def _is_address(line: str) -> bool:
    return line.startswith(("http://", "https://")) and "<" not in line


def _item(entry: etree._Element) -> Teaser | None:
    url = _address(_field(entry, "loc"))
    if url is None:
        return None
    return Teaser(
        url=url,
        title=plain(_field(entry, "title", within="news"))[:500],
        published=read_time(_field(entry, "publication_date", within="news")),
    )


def _field(entry: etree._Element, name: str, *, within: str = "") -> str:
    for child in entry:
        found = local_name(child)
        if within and found == within:
            return _field(child, name)
        if not within and found == name:
            return (child.text or "").strip()
    return ""


def _address(text: str) -> str | None:
    try:
        return normalize(text)
    except ValueError:
        return None


def _problem(capture: Capture, detail: str) -> Problem:
    return Problem(kind=ProblemKind.FEED, detail=detail, url=capture.url)
