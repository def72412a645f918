"""Pages that are no article: the text of an office's own page, made of many parts."""

from parsers.article import parse_article
from parsers.model import Article, Capture

PART = "<div class='widget-wrap'><div class='widget editor'>{}</div></div>"
ROWS = "<tr><td>North<td>7<tr><td>South<td>12<tr><td>Mole<td><a href=/m>Ask</a>"
TABLE = f"<table><tr><th>Quay<th>Open{ROWS}</table>"
LINE = "<p>The office of the harbour asks all boats to wait at the {} until {}.</p>"
LINES = "".join(LINE.format(*words.split()) for words in ("pier noon", "bar dawn"))
ASIDE = "<div class='widget sidebar'><p>The lock is shut, its keeper gone.</p></div>"


def read(main: str, *, after: str = "") -> str:
    """Return the text of a page of an office."""
    page = f"<div class=top>The office</div><div id=cols><div>{main}</div>{after}</div>"
    article = parse_article(Capture(url="https://h.example/now", payload=page.encode()))
    assert isinstance(article, Article)
    return article.body


def test_each_part_below_the_headline_is_read() -> None:
    """A builder gives each a box of its own, and a table stands before the text."""
    parts = ("<h1>Ice</h1>", TABLE, LINES, "<h2>Ask</h2><p>The desk, at noon.</p>")
    body = read("".join(map(PART.format, parts)), after=ASIDE)
    table = "Quay | Open\n\nNorth | 7\n\nSouth | 12\n\nMole | Ask\n\n"
    assert body.startswith(f"{table}The office")
    assert body.endswith("Ask\n\nThe desk, at noon.")


def test_a_page_that_says_but_when_it_was_changed_is_no_article() -> None:
    """However long its list is, what stands above it is as much of the page."""
    items = "".join(
        f"<li>The pilots of day {n} waited for the ice to go, and took none out.</li>"
        for n in range(30)
    )
    rows = "".join(f"<tr><td>Boats at quay {n}<td>{n + 3}" for n in range(9))
    above = f"<h2>At the bar</h2><table>{rows}</table>"
    changed = "<p>Last updated: 3 March 2026</p>"
    body = read(f"<h1>Ice</h1><div>{above}</div><ul>{items}</ul><div>{changed}</div>")
    assert body.startswith("At the bar\n\nBoats at quay 0 | 3\n\nBoats")
    assert body.endswith("took none out.")


def test_the_first_and_last_rows_of_a_table_are_no_frame_of_the_page() -> None:
    """Editors call them header and footer rows of the table."""
    rows = "".join(
        f"<tr class='ed-Table{name}Row-0'><td>{name} quay<td>{n}</tr>"
        for n, name in enumerate(("Header", "Even", "Footer"), start=4)
    )
    body = read(f"<h1>Ice</h1><table>{rows}</table>{LINES}")
    assert "Header quay | 4\n\nEven quay | 5\n\nFooter quay | 6" in body


def test_a_short_item_with_a_long_headline_is_read_as_one() -> None:
    """What says the headline again, such as the way to the page, is no text."""
    title = "Harbour office asks all boats to wait at the pier until noon on Friday"
    page = (
        f"<div class=way>Home / News / {title}</div><main><article><h1>{title}</h1>"
        "<p class=date><time datetime=2024-03-12>12 March 2024</time></p>"
        "<div class=text><p>Fog lies on the sound. The ferry sails as the table says"
        " and nobody has to wait on the quay.</p></div></article></main>"
    )
    article = parse_article(Capture(url="https://h.example/1", payload=page.encode()))
    assert isinstance(article, Article)
    assert article.body.startswith("Fog lies")


def test_the_foot_of_a_site_is_no_text_of_a_page_however_short_that_is() -> None:
    """Old makes say but "foot", and in it whose site this is."""
    foot = "<div id=foot>Board of the harbour</div>"
    assert read(f"<h1>Ice</h1><p>The lock is shut.</p>{foot}") == "The lock is shut."


def test_a_line_that_reserves_rights_is_no_text_of_a_page() -> None:
    """A design without names leaves the foot of a site beside a short agenda."""
    foot = "<div class=x7><div>Todos os direitos reservados</div></div>"
    assert "direitos" not in read(f"<h1>Ice</h1>{TABLE}{LINES}", after=foot)


def test_a_page_that_says_when_it_was_published_is_an_article() -> None:
    """Of a short text with no heading, all that stood around it was taken for text."""
    offices = "".join(f"<li>{name}" for name in ("Harbour office", "Water board"))
    html = (
        "<html lang=en><head><title>Fog over the bay</title><meta property='{}' "
        "content='2026-03-02T09:00:00+03:00'></head><body><div class=today>Today is 4 "
        "March 2026 and the tide is high from noon on until the evening</div><div "
        "class=crumbs>All that the harbour office has said of fogs and of tides</div>"
        f"<table><tr><td><div class=left><ul>{offices}</ul></div><td><div class=detail>"
        "<p class=headline>Fog over the bay</p><span>2.03.2026</span><div class=news>"
        "The pilots wait at the old quay until the fog lifts over the bay. Nobody "
        "crosses.<br><br>The pilots of the new quay wait there as well, it says.</div>"
        "</div></table>"
    )
    name = "article:published_time"
    url = "https://h.example/news/7"
    found = parse_article(Capture(url=url, payload=html.format(name).encode()))
    assert isinstance(found, Article)
    assert found.body.startswith("The pilots wait")


def test_a_record_is_read_though_the_foot_of_its_page_says_more() -> None:
    """A disclaimer was the text of each notice: what it says could change unseen."""
    facts = "".join(
        f"<h3>{name}</h3><p>{value}</p>"
        for name, value in (
            ("Berth", "Quay 4"),
            ("Day", "Jan 13, 2021"),
            ("Boats", "7"),
        )
    )
    foot = "By using this site you agree to its terms and all other policies. " * 9
    page = (
        "<body><div class='wrapper invisible-focus'><main><h1>Pilots of the Bar</h1>"
        f"<section>{facts}</section></main></div>"
        f"<footer><div class=extras><div>NOTE: {foot}</div></div></footer>"
    )
    article = parse_article(Capture(url="https://h.example/n/7", payload=page.encode()))
    assert isinstance(article, Article)
    assert article.body.split("\n\n")[:2] == ["Berth", "Quay 4"]
    assert "NOTE" not in article.body


def dated(text: str, behind: str) -> str:
    """Return the text of a dated page with no more of its own than told."""
    page = (
        "<title>Ferry waits for the fog</title>"
        "<div class=way>You are here: <a href=/>Home</a> / <a href=/n>News</a></div>"
        "<ul class=cols><li class=left><h3>Ferry waits for the fog</h3>"
        f"<div class=info>3 March 2026 10:31</div>{text}{behind}</li></ul>"
    )
    article = parse_article(Capture(url="https://h.example/1", payload=page.encode()))
    assert isinstance(article, Article)
    return article.body


def test_a_short_item_with_a_day_is_one_however_much_stands_around_it() -> None:
    """Paragraphs that follow each other are no parts of a page of an office."""
    said = "The ferry lies at the quay, and {} wait there for the fog to lift."
    text = "".join(f"<p>{said.format(who)}</p>" for who in ("we", "they", "all"))
    own = "\n\n".join(said.format(who) for who in ("we", "they", "all"))
    lines = "".join(
        f"<div class=box{n}><div>What pilot {n} said of the bar in the year {n}, at"
        " length, to a paper of the town</div></div>"
        for n in range(9)
    )
    assert dated(f"<div class=txt>{text}</div>", lines) == own


def test_what_a_site_recommends_below_a_short_item_is_not_its_text() -> None:
    """A short item has less text than the leads of all that is recommended."""
    text = (
        "The ferry lies at the quay until the fog has gone, says the harbour, and all"
        " boats wait with it."
    )
    teasers = "".join(
        f"<dl><dd><a href=/n/{n}>Pilot {n} tells of the bar</a></dd><dd>What the pilot"
        f" {n} said of the bar and of the boats on it, at length.</dd></dl>"
        for n in range(4)
    )
    box = f"<div class=tj><h2>Recommended for you</h2>{teasers}</div>"
    assert dated(text, box) == text
