"""The feeds and sitemaps of a drawn site, as honest as it is. Pure."""

from collections.abc import Iterable
from xml.sax.saxutils import escape

from benchmarks.drawing.choices import NONE
from benchmarks.drawing.markup import element, link
from benchmarks.drawing.site_layouts import SiteLayout
from tests.fixtures.living.families.family import words
from tests.fixtures.living.families.feeds import atom, rss, sitemap, sitemap_index
from tests.fixtures.living.http import Answer, Request
from tests.fixtures.living.item import Item
from tests.fixtures.living.site import Site

#: So many items a feed holds, and each of the sitemaps of an index.
CAP, _IN_A_SITEMAP = 40, 30
SITEMAP = "/sitemap.xml"
_KINDS = {"rss": "application/rss+xml", "atom": "application/atom+xml"}
_FEEDS = {"rss": rss, "atom": atom}
#: Pages that a sitemap of a whole site names too.
_OTHERS = ("/", "/about", "/contacts")


def feed_links(ways: SiteLayout) -> tuple[str, str]:
    """Return what leads to the feed: in the head of each page, and at its foot."""
    if ways.feed == NONE:
        return "", ""
    href = escape(ways.feed_path)
    head = f'<link rel="alternate" type="{_KINDS[ways.feed]}" href="{href}">'
    foot = element("p", link(href, ways.feed.upper()))
    is_in = {"head": (True, False), "foot": (False, True), "both": (True, True)}
    in_head, at_foot = is_in.get(ways.feed_link, (False, False))
    return head * in_head, foot * at_foot


def feed(ways: SiteLayout, site: Site) -> Answer:
    """Return the newest items as the feed."""
    whole = _whole if ways.feed_text == "whole" else None
    text = _FEEDS[ways.feed](site, site.listed()[:CAP], whole)
    return Answer(body=text.encode(), kind=_KINDS[ways.feed])


def _whole(item: Item) -> str:
    lines = (words(block) or escape(block.line) for block in item.record.blocks)
    return "".join(element("p", line) for line in lines)


def sitemap_targets(ways: SiteLayout, site: Site) -> list[str]:
    """Return the addresses of the sitemaps, the one that leads to others first."""
    if ways.sitemap != "index":
        return [SITEMAP]
    count = -(-len(site.listed()) // _IN_A_SITEMAP)
    return [SITEMAP, *(f"/sitemap-{n}.xml" for n in range(1, count + 1))]


def sitemap_at(ways: SiteLayout, site: Site, request: Request) -> Answer | None:
    """Return the sitemap at an address, if there is one."""
    targets = sitemap_targets(ways, site)
    if (target := request.path) not in targets:
        return None
    items = site.listed()
    if ways.sitemap == "index" and target == SITEMAP:
        text = sitemap_index(site.address + path for path in targets[1:])
    elif ways.sitemap == "index":
        end = targets.index(target) * _IN_A_SITEMAP
        text = sitemap(_entries(ways, site, items[end - _IN_A_SITEMAP : end]))
    elif ways.sitemap == "news":
        text = _news(site, items)
    else:
        others = [(site.address + path, site.founded.isoformat()) for path in _OTHERS]
        text = sitemap([*others, *_entries(ways, site, items)])
    if ways.sitemap_days == NONE:
        text = text.replace("<lastmod></lastmod>", "")
    return Answer(body=text.encode(), kind="application/xml")


def _entries(
    ways: SiteLayout, site: Site, items: Iterable[Item]
) -> list[tuple[str, str]]:
    return [(site.address + item.path, _changed(ways, site, item)) for item in items]


def _changed(ways: SiteLayout, site: Site, item: Item) -> str:
    """Return the day of the last change that is claimed for an item."""
    honest = (item.changed_at or item.at).isoformat()
    claimed = {"lying": site.now.isoformat(), NONE: ""}
    return claimed.get(ways.sitemap_days, honest)


def _news(site: Site, items: Iterable[Item]) -> str:
    """Return a sitemap in the manner that is made for news."""
    tongue = site.family.tongue
    name = escape(tongue.signs["motto"])
    own = f"<news:name>{name}</news:name><news:language>{tongue.code}</news:language>"
    lines = "".join(
        f"<url><loc>{escape(site.address + item.path)}</loc><news:news>"
        f"<news:publication>{own}</news:publication><news:publication_date>"
        f"{item.at.isoformat()}</news:publication_date><news:title>"
        f"{escape(item.record.title)}</news:title></news:news></url>\n"
        for item in items
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<urlset '
        'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
        'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">\n'
        f"{lines}</urlset>"
    )
