"""Feeds and sitemaps as listings, sound, broken and hostile."""

import gzip
import json
from pathlib import Path

import pytest

from parsers.listing import parse_listing
from parsers.model import Capture, Listing, Problem, ProblemKind

URL = "https://press.harbour.example/feed.xml"


def read(payload: str | bytes, content_type: str = "application/xml") -> Listing:
    """Return the listing in a document."""
    found = answer(payload, content_type)
    assert isinstance(found, Listing)
    return found


def answer(
    payload: str | bytes, content_type: str = "application/xml"
) -> Listing | Problem:
    """Return what is read from a document."""
    data = payload.encode() if isinstance(payload, str) else payload
    headers = (("Content-Type", content_type),)
    return parse_listing(Capture(url=URL, headers=headers, payload=data))


RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Harbour</title><link>https://press.harbour.example/</link>
<language>en-gb</language>
<item><title>Fog &amp;amp; ice</title><link>/n/1?utm_source=rss</link>
<pubDate>Wed, 08 Dec 2021 16:42:00 +0300</pubDate>
<description><![CDATA[<p>Ships <b>wait</b>&nbsp;outside.</p>]]></description></item>
<item><title>Pier open</title><guid isPermaLink="true">https://press.harbour.example/n/2</guid>
<dc:date>2021-12-07</dc:date></item>
<item><title>No address at all</title></item>
</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de">
<link rel="self" href="https://press.harbour.example/feed.xml"/>
<link rel="next" href="?page=2"/>
<entry xml:base="/n/"><title type="html">&lt;i&gt;Nebel&lt;/i&gt;</title>
<link rel="enclosure" href="x.mp3"/><link href="7"/>
<published>2026-03-01T08:00:00Z</published><updated>2026-03-05T08:00:00Z</updated>
<summary>Kein Schiff.</summary></entry></feed>"""

RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns="http://purl.org/rss/1.0/"><item rdf:about="https://press.harbour.example/n/9">
<title>Ice</title></item></rdf:RDF>"""

NEWS = """<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
 xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url>
<loc> https://press.harbour.example/n/1 </loc><lastmod>2026-03-05</lastmod>
<news:news><news:publication_date>2026-03-01</news:publication_date>
<news:title>Fog</news:title></news:news></url>
<url><loc>https://press.harbour.example/n/2</loc><lastmod>2026-03-04</lastmod></url>
</urlset>"""


def test_rss_gives_titles_dates_and_summaries_without_markup() -> None:
    """Feeds escape once, twice or not at all."""
    found = read(RSS)
    first, second = found.items
    assert first.title == "Fog & ice"
    assert first.url == "https://press.harbour.example/n/1?utm_source=rss"
    assert first.published is not None
    assert first.published.iso == "2021-12-08T16:42:00+03:00"
    assert first.summary == "Ships wait outside."
    assert second.url == "https://press.harbour.example/n/2"
    assert second.published is not None
    assert second.published.iso == "2021-12-07"
    assert (found.kind, found.language) == ("feed", "en-gb")


def test_atom_gives_the_day_of_publication_and_the_next_page() -> None:
    """An update is not a publication; RFC 5005 pages a feed."""
    found = read(ATOM)
    (item,) = found.items
    assert item.url == "https://press.harbour.example/n/7"
    assert item.title == "Nebel"
    assert item.published is not None
    assert item.published.day.isoformat() == "2026-03-01"
    assert found.next_url == f"{URL}?page=2"
    assert found.language == "de"


def test_rss_of_1999_is_still_read() -> None:
    """Old offices keep old software."""
    assert [item.title for item in read(RDF).items] == ["Ice"]


def test_a_json_feed_is_a_feed() -> None:
    """It is the simplest of all."""
    entry = {
        "id": "1",
        "url": "https://press.harbour.example/n/1",
        "title": "Fog",
        "date_published": "2026-03-01T08:00:00Z",
        "content_html": "<p>No ship.</p>",
    }
    feed = {"version": "https://jsonfeed.org/version/1.1", "items": [entry, 7]}
    found = read(json.dumps(feed), "application/feed+json")
    assert found.kind == "feed"
    assert [(i.title, i.summary) for i in found.items] == [("Fog", "No ship.")]


@pytest.mark.parametrize(
    ("encoding", "label"),
    [("windows-1251", "windows-1251"), ("utf-16", "utf-16"), ("utf-8", "latin-1")],
)
def test_a_feed_is_decoded_by_its_own_word(encoding: str, label: str) -> None:
    """A sender's label is often the server's default."""
    text = f'<?xml version="1.0" encoding="{encoding}"?>' + RDF.replace("Ice", "Лёд")
    content_type = "text/xml" if label != "latin-1" else "text/xml; charset=utf-8"
    assert read(text.encode(encoding), content_type).items[0].title == "Лёд"


@pytest.mark.parametrize("label", ["UT", "hex", "undefined", "idna"])
def test_data_that_names_no_encoding_of_text_is_read_all_the_same(label: str) -> None:
    """Found by the fuzz run: Python knows names that decode nothing, or not at all."""
    head = f'<?xml version="1.0" encoding="{label}"?>'.encode()
    item = "<item><title>Fog \u00e9</title><url>/1</url></item>".encode()
    found = answer(head + b"<list>" + item * 3 + b"\xff</list>")
    assert isinstance(found, Listing | Problem)


def test_a_feed_cut_in_the_middle_gives_what_came_and_says_so() -> None:
    """Half a feed is news; silence about the other half would be a lie."""
    found = read(RSS[: RSS.index("<item><title>No address")])
    assert len(found.items) == 2
    assert found.problem is not None
    assert found.problem.kind == ProblemKind.FEED
    assert read(RSS).problem is None


def test_a_feed_with_mistakes_is_read_past_them() -> None:
    """Lone ampersands, undeclared entities and control signs are everyday."""
    broken = RSS.replace("Pier open", "Pier & quay&nbsp;open\x0b").replace(
        "dc:date", "x:y"
    )
    assert [item.title for item in read(broken).items] == [
        "Fog & ice",
        "Pier & quay open",
    ]


@pytest.mark.parametrize("kind", ["rss", "urlset"])
def test_a_feed_is_read_below_what_its_server_printed_before_it(kind: str) -> None:
    """A warning of the program that makes it stands in the first line, for weeks."""
    told = b"<br />\n<b>Warning</b>: no such key in <b>/srv/feed.php</b><br />\n"
    loc = "<loc>https://press.harbour.example/news/fog</loc>"
    link = loc.replace("loc>", "link>")
    inner = f"<channel><item><title>Fog</title>{link}</item></channel>"
    inner = inner if kind == "rss" else f"<url>{loc}</url>"
    feed = f'<?xml version="1.0"?>\n<{kind}>{inner}</{kind}>'.encode()
    [teaser] = read(told + feed).items
    assert teaser.url.endswith("/news/fog")


def test_a_feed_of_which_nothing_is_left_is_a_problem() -> None:
    """An empty listing would look like items gone."""
    found = answer("<rss><channel><item><title>Fo")
    assert isinstance(found, Problem)
    assert found.kind == ProblemKind.FEED


def test_a_news_sitemap_dates_and_names_its_items() -> None:
    """Any other sitemap only says where they are; a change is no publication."""
    first, second = read(NEWS).items
    assert (first.title, first.published and first.published.iso) == (
        "Fog",
        "2026-03-01",
    )
    assert (second.title, second.published) == ("", None)


def test_an_index_leads_to_sitemaps() -> None:
    """Its entries are listings, not items."""
    index = "<sitemapindex><sitemap><loc>https://h.example/a.xml.gz</loc></sitemap>"
    found = read(index + "</sitemapindex>")
    assert found.sections == ("https://h.example/a.xml.gz",)
    assert (found.items, found.kind) == ((), "sitemap")


def test_a_zipped_sitemap_and_a_plain_one_are_read() -> None:
    """The protocol allows both."""
    assert len(read(gzip.compress(NEWS.encode())).items) == 2
    lines = "https://h.example/1\nhttps://h.example/2\n\nhttps://h.example/1\n"
    assert len(read(lines, "text/plain").items) == 2


def test_no_entity_reaches_a_file_or_grows(tmp_path: Path) -> None:
    """A feed is anyone's input."""
    canary = tmp_path / "canary"
    canary.write_text("CANARY", encoding="utf-8")
    bomb = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    doctype = (
        f'<!DOCTYPE rss [<!ENTITY f SYSTEM "{canary.as_uri()}">'
        f'<!ENTITY a0 "lol">{bomb}<!ENTITY % p SYSTEM "http://127.0.0.1:9/x">%p;]>'
    )
    body = RSS.partition("?>")[2].replace("Pier open", "Pier &f; &a11; open")
    found = read(doctype + body)
    assert [item.title for item in found.items] == ["Fog & ice", "Pier open"]
    include = body.replace(
        "<channel>",
        '<channel xmlns:xi="http://www.w3.org/2001/XInclude">'
        f'<xi:include href="{canary.as_uri()}" parse="text"/>',
    )
    assert "CANARY" not in repr(read(include))


def test_depth_and_size_are_bounded() -> None:
    """Nesting and zip bombs end at the parser's door."""
    deep = "<rss>" + "<channel>" * 100_000
    assert isinstance(answer(deep), Listing | Problem)
    bomb = gzip.compress(b"<urlset>" + b" " * 50_000_000)
    assert isinstance(answer(bomb), Listing | Problem)


def test_what_an_extension_says_is_no_title_where_the_entry_has_its_own() -> None:
    """A picture's name stood before the title of its entry, and was taken for it."""
    found = read(
        '<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel><item>'
        "<media:title>IMG 2041</media:title>"
        "<media:description>A pier</media:description>"
        "<title>Pier open</title><description>All boats call.</description>"
        "<link>/n/3</link></item><item><media:title>Fog at noon</media:title>"
        "<link>/n/4</link></item></channel></rss>"
    )
    said = [(item.title, item.summary) for item in found.items]
    assert said == [("Pier open", "All boats call."), ("Fog at noon", "")]


@pytest.mark.parametrize("name", ["koi8-r", "shift_jis", "utf-8"])
def test_the_bytes_of_a_feed_that_names_no_encoding_tell_it(name: str) -> None:
    """Titles lost all their letters: what names none was read as UTF-8."""
    title = {
        "koi8-r": "Порт закрыт до утра, паром на остров отменён из-за тумана",
        "shift_jis": "港は霧のため閉鎖され、島へのフェリーはすべて欠航となります",
        "utf-8": "Der Hafen ist bis zum Morgen gesperrt, die Fähre fällt aus",
    }[name]
    feed = f"<rss><channel><item><title>{title}</title><link>/n/5</link></item>"
    found = read(f"{feed}</channel></rss>".encode(name), "application/rss+xml")
    assert [item.title for item in found.items] == [title]
