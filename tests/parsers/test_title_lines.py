"""Headlines that are no headings, or stand beside headings that name the site."""

from dataclasses import replace

import pytest

from parsers.article import parse_article
from parsers.model import Article, Capture, Teaser
from parsers.profile import learn

PROSE = "".join(
    f"<p>Ferry {n} to the island was {n * 7} minutes late because of the fog.</p>"
    for n in range(1, 9)
)
LINE = "The ferry to the island is late"


def title(body: str, *, window: str = "", url: str = "https://h.example/7") -> str:
    """Return the headline of an invented page."""
    found = parse_article(capture_of(body, window=window, url=url))
    assert isinstance(found, Article)
    return found.title


def capture_of(body: str, *, window: str, url: str) -> Capture:
    """Return an invented page as it was captured."""
    html = f"<html><head><title>{window}</title></head><body>{body}</body></html>"
    return Capture(url=url, payload=html.encode())


@pytest.mark.parametrize(
    "line",
    [
        f"<div class=view-title>{LINE}</div>",
        f"<table><tr><td class=newsTitle><span id=x_lblTitle>{LINE}</span></table>",
        f"<table><tr><th>Subject:<td>{LINE}<tr><th>By<td>Ada Quay</table>",
        f"<table><tr><th>제목<td>{LINE}</table>",
    ],
)
def test_a_line_that_is_called_a_title_is_one(line: str) -> None:
    """Boards and old systems know no headings but in the text."""
    text = f"<div>{PROSE}<h2>What comes next</h2><p>Nothing is known yet.</p></div>"
    assert title(line + text, window="Harbour of the island") == LINE


@pytest.mark.parametrize("window", [LINE, f"{LINE} - Harbour", f"Harbour - {LINE}"])
def test_what_facts_call_the_subject_yields_to_what_the_window_says(
    window: str,
) -> None:
    """Ministries say of each item where it was, and what of, above its text."""
    facts = "<table><tr><th>Place<td>Low Isle<tr><th>Subject<td>Ferries</table>"
    assert title(f"<p>{LINE}</p>{facts}{PROSE}", window=window) == LINE
    about = facts.replace("Ferries", "the island is late")
    assert title(f"<p>{LINE}</p>{about}{PROSE}", window=window) == LINE


@pytest.mark.parametrize("window", [f"{LINE} - Harbour", f"Harbour - {LINE}"])
def test_of_lines_that_are_called_titles_the_window_names_the_one(window: str) -> None:
    """A theme calls the writer's office a reporter's title, right below the own."""
    own = f"<div class=single-page-title>{LINE}</div>"
    office = "<div class=reporter-title>Our own correspondent</div>"
    assert title(own + office + PROSE, window=window) == LINE
    assert title(own + office + PROSE, window="Harbour") == "Our own correspondent"


def test_who_wrote_it_and_when_is_no_title_below_it_in_one_box() -> None:
    """Old portals part the two by a break of the line, in a box called the title."""
    who = "By:Ada Quay on:Thu 26 of Feb, 2026 [05:00:40] (1925 reads)"
    both = f"<div class=articletitle><span>{LINE}</span><br><span>{who}</span></div>"
    assert title(both + PROSE, window="Harbour : Articles") == LINE


@pytest.mark.parametrize(
    ("heading", "window", "said"),
    [
        (f"Debate: {LINE}", f"Debate | {LINE} | Port", LINE),
        (f"Debate – {LINE}", f"Debate | {LINE}", LINE),
        (f"Debate: {LINE}", f"Debate: {LINE} | Port", f"Debate: {LINE}"),
        (f"Debate on how {LINE}", f"Debate | {LINE} | Port", f"Debate on how {LINE}"),
    ],
)
def test_the_kind_of_an_item_that_its_window_parts_is_no_part_of_its_title(
    heading: str, window: str, said: str
) -> None:
    """Records of a house say it before each headline, and no list of them does."""
    assert title(f"<h1>{heading}</h1>{PROSE}", window=window) == said


def test_the_kind_of_an_item_is_no_part_of_its_title_once_it_is_learned() -> None:
    """What begins all window titles of a site is taken off them before that."""
    pages = [
        capture_of(
            f"<h1>Debate: {LINE}, for the {n}th time</h1>{PROSE}",
            window=f"Debate | {LINE}, for the {n}th time | Port",
            url=f"https://h.example/{n}",
        )
        for n in range(6)
    ]
    found = parse_article(pages[4], profile=learn(pages))
    assert isinstance(found, Article)
    assert found.title == f"{LINE}, for the 4th time"


def test_a_page_named_like_its_template_has_its_title_elsewhere() -> None:
    """The same name stands in the window and over the part on every page."""
    part = "<h3>News Details</h3>"
    found = title(
        f"{part}<div class=newsTitle>{LINE}</div><div>{PROSE}</div>",
        window="NewsDetails",
        url="https://h.example/en/NewsDetails.aspx?ItemId=552",
    )
    assert found == LINE


@pytest.mark.parametrize("window", [f"{LINE}｜Harbour", f"{LINE} - News - Harbour"])
def test_the_only_h1_may_be_the_site_s_name(window: str) -> None:
    """It stands behind the headline in the window title."""
    found = title(f"<h1>Harbour</h1><h2>{LINE}</h2><div>{PROSE}</div>", window=window)
    assert found == LINE


def test_a_window_title_may_begin_with_the_site() -> None:
    """Its end is the line that a reader sees."""
    line = f"<table><tr><td><b>{LINE}</b><tr><td>{PROSE}</table>"
    assert title(line, window=f"Harbour: {LINE}") == LINE


def test_a_heading_for_screen_readers_yields_to_the_one_that_is_seen() -> None:
    """Such a heading often names the place of the page too."""
    unseen = f"<h1 class=sr-only>{LINE} - News</h1>"
    found = title(
        f"{unseen}<h3>{LINE}</h3><div>{PROSE}</div>", window=f"{LINE} - News - Harbour"
    )
    assert found == LINE


def test_a_headline_in_bold_is_one_though_the_text_below_has_headings() -> None:
    """Old pages have headings where their editors made some."""
    for line in (LINE, f"{LINE}, says «the captain» of it"):
        headline = f"<p><font size=4><b>{line}</b></font></p>"
        page = f"{headline}<div>{PROSE}<h2>What else will change</h2>{PROSE}</div>"
        assert title(page, window=f"{line} | Harbour") == line


CELL = "<table><tr><td><font size=2>No. 7<tr><td><font size=4><b>{}</b>"
TABLE = CELL + f"<tr><td><font size=3>{PROSE.replace('<p>', '<br>')}</table>"


def test_the_line_that_the_listing_names_is_the_headline() -> None:
    """Old pages know no headings, and all have one window title."""
    page = f"<title>Harbour of the island</title>{TABLE.format(LINE)}"
    found = parse_article(
        Capture(url="https://h.example/7", payload=page.encode()),
        teaser=Teaser(url="https://h.example/7", title=LINE),
    )
    assert isinstance(found, Article)
    assert found.title == LINE
    assert found.body.startswith("Ferry 1 to")


@pytest.mark.parametrize("own", ["Boats are counted", LINE])
def test_leads_of_others_may_stand_above_the_line_that_the_listing_names(
    own: str,
) -> None:
    """Old pages tell of their newest items in a column, and glue on the day."""
    lead = (
        "<tr><td><font>02.03.2026</font><br><a href=/{0}>{1}</a><br><font size=1>"
        "It met in the customs house, and heard the pilots for three hours...</font>"
    )
    titles = (own, *(f"Pilots are heard in house {n}" for n in range(12)))
    leads = "".join(map(lead.format, range(7, 20), titles))
    text = TABLE.format(f"{LINE} 01.03.2026 (3 days ago)")
    page = f"<title>Harbour</title><table><tr><td><table>{leads}</table><td>{text}"
    found = parse_article(
        Capture(url="https://h.example/7", payload=page.encode()),
        teaser=Teaser(url="https://h.example/7", title=LINE),
    )
    assert isinstance(found, Article)
    assert found.title == LINE
    assert found.published is not None
    assert found.published.text == "01.03.2026"
    assert found.body.startswith("Ferry 1 to")


def test_a_line_of_the_text_that_the_listing_repeats_is_no_headline() -> None:
    """It must stand before the text; else the page's own headline holds."""
    page = f"<title>Fog</title><h1>Fog</h1>{PROSE}<p>{LINE}</p>"
    found = parse_article(
        Capture(url="https://h.example/7", payload=page.encode()),
        teaser=Teaser(url="https://h.example/7", title=LINE),
    )
    assert isinstance(found, Article)
    assert found.title == "Fog"


def test_the_newest_headline_stays_one_though_all_pages_list_it() -> None:
    """Boxes of latest news repeat it on the whole site, as they do no menu."""
    site = "Harbour Press"

    def page(number: int) -> Capture:
        own = LINE if number == 7 else f"Report {number} on the harbour is out"
        claim = f'{{"@type":"NewsArticle","headline":"{own[:12]}… | {site}"}}'
        html = (
            f"<script type='application/ld+json'>{claim}</script><h1>{own}</h1>"
            f"<div class=text>{PROSE.replace('Ferry', f'Boat {number}')}</div>"
            f"<aside><h3>Latest</h3><ul><li><a href=/7>{LINE}</a></ul></aside>"
        )
        return Capture(url=f"https://h.example/{number}", payload=html.encode())

    found = parse_article(
        page(7),
        profile=learn([page(number) for number in range(12)]),
        teaser=Teaser(url="https://h.example/7", title=LINE),
    )
    assert isinstance(found, Article)
    assert found.title == LINE


@pytest.mark.parametrize(
    "site",
    [
        "<div class='footer-goals'><a href=/goals><h1>What we want</h1></a></div>",
        "<div id=footerArea><h2>What we want</h2></div>",
        "<div class='row logo'><h1>Harbour office of the island</h1></div>",
        "<div id=goog-gt-tt class=skiptranslate><h1>Original text</h1></div>",
        "<h2 class=sr-only>Where you are now</h2><h2 class=text-hide>Text</h2>",
    ],
)
def test_a_heading_of_the_site_is_no_headline(site: str) -> None:
    """Its foot and the sign with its name are known by what they are called."""
    text = f"<h3>{LINE}</h3><div>{PROSE}</div>"
    assert title(site + text, window=LINE) == LINE
    assert title(text + site, window=LINE) == LINE


def test_headings_of_the_parts_yield_to_what_the_page_claims() -> None:
    """Some systems head each part of a text with an ``h1``."""
    parts = "".join(f"<h1>{day}</h1>{PROSE}" for day in ("Monday", "Tuesday", "Friday"))
    claim = f'<meta property="og:title" content="{LINE}">'
    assert title(claim + parts) == LINE


def test_a_headline_may_name_the_place_that_the_site_is_named_after() -> None:
    """It says more than the address does."""
    text = f"<h1>Fog over Quay County</h1>{PROSE}<h2>What comes next</h2><p>Nothing."
    url = "https://www.quaycounty.example/7"
    assert title(text, window="Local news", url=url) == "Fog over Quay County"


def test_what_a_window_title_adds_is_no_site_s_name_if_nothing_else_is_claimed() -> (
    None
):
    """It may be the headline behind the name of a section."""
    text = f"<h1>The quay in figures:</h1>{PROSE}<div id=footer><h2>Office</h2></div>"
    found = title(text, window="Ferry news - The quay in figures:")
    assert found == "The quay in figures:"


def test_a_site_may_be_named_by_its_address() -> None:
    """However short that is."""
    assert (
        title(PROSE, window=f"{LINE} | HQ.example", url="https://www.hq.example/7")
        == LINE
    )


def test_a_headline_that_machines_alone_are_told_is_not_the_headline() -> None:
    """Headlines are tried out on those who share a link; readers see the other."""
    told = f"Must read: {LINE}"
    machines = (
        f'<meta property="og:title" content="{told}">'
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "'
        f'{told}"}}</script>'
    )
    shown = f"<h1>{LINE}</h1><article>{PROSE}</article>"
    assert title(machines + shown, window=f"{LINE} | Harbour") == LINE
    assert title(machines + shown, window=f"{told} | Harbour") == told
    bold = f"<div><p><b>{LINE}</b></p>{PROSE}</div>"
    assert title(machines + bold, window=f"{LINE} | Harbour") == LINE
    assert title(machines + PROSE, window=f"{LINE} | Harbour") == told


def test_a_topic_that_ends_a_headline_is_not_the_headline_that_was_tried_out() -> None:
    """A menu says it first, and the window title ends with it, too."""
    own = f"{LINE} : the drinking water"
    told = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": '
        f'"Must read: {own}"}}</script>'
    )
    menu = "<ul><li><a href=/topic/7>the drinking water</a></li></ul>"
    assert title(f"{told}{menu}<p><b>{own}</b></p>{PROSE}", window=own) == own


def test_a_headline_is_tried_out_though_other_pages_list_the_item_by_its_own() -> None:
    """What a box of news repeats on all pages still says what readers are shown."""

    def page(number: int) -> Capture:
        own = LINE if number == 7 else f"Report {number} on the harbour is out"
        told = f"Must read: {own}"
        html = (
            f'<title>{own}</title><meta property="og:title" content="{told}">'
            '<script type="application/ld+json">{"@type": "NewsArticle", "headline": '
            f'"{told}"}}</script><h1>{own}</h1>'
            f"<div class=text>{PROSE.replace('Ferry', f'Boat {number}')}</div>"
            f"<aside><h3>Latest</h3><ul><li><a href=/7>{LINE}</a></ul></aside>"
        )
        return Capture(url=f"https://h.example/{number}", payload=html.encode())

    found = parse_article(
        page(7),
        profile=learn([page(number) for number in range(12)]),
        teaser=Teaser(url="https://h.example/7", title=LINE),
    )
    assert isinstance(found, Article)
    assert found.title == LINE


def test_a_lead_that_the_list_calls_an_item_by_is_no_headline() -> None:
    """Each page shows the newest headline; that of its own page is none the less."""
    lead = "The ferry to the island left its quay an hour late because of the fog."

    def page(number: int) -> Capture:
        own = LINE if number == 7 else f"Report {number} on the harbour is out"
        html = (
            f"<title>{own}</title><h3><a href=/7>{LINE}</a></h3><h1>{own}</h1><p>{lead}"
            f"<div class=text>{PROSE.replace('Ferry', f'Boat {number}')}</div>"
        )
        return Capture(url=f"https://h.example/{number}", payload=html.encode())

    found = parse_article(
        page(7),
        profile=learn([page(number) for number in range(12)]),
        teaser=Teaser(url="https://h.example/7", title=lead),
    )
    assert isinstance(found, Article)
    assert found.title == LINE


@pytest.mark.parametrize("is_section", [False, True])
def test_a_long_heading_is_the_headline_if_no_link_to_elsewhere_says_it(
    is_section: bool,
) -> None:
    """Other pages lead to an item by its headline, and to a section by its name."""
    lead = "The ferry to the island left its quay an hour late because of the fog."

    def page(number: int) -> Capture:
        is_so = number % 2 if is_section else number == 7
        head = LINE if is_so else f"Report {number} on the harbour is out"
        href = "/piers" if is_section else "/7"
        box = f"<p>More: <p><a href={href}>{LINE}</a><p>" if number % 2 else ""
        html = (
            f"<title>Harbour</title>{box}<h1>{head}</h1><p>{lead}"
            f"<div class=text>{PROSE.replace('Ferry', f'Boat {number}')}</div>"
        )
        return Capture(url=f"https://h.example/{number}", payload=html.encode())

    found = parse_article(
        page(7),
        profile=learn([page(number) for number in range(12)]),
        teaser=Teaser(url="https://h.example/7", title=lead),
    )
    assert isinstance(found, Article)
    assert found.title == (lead if is_section else LINE)


def under_a_category(number: int, line: str, *, head: str = "") -> Capture:
    """Return a page whose heading is its category, with its headline in a line."""
    own = LINE if number == 7 else f"Report {number} on the harbour is out"
    html = (
        f"<title>News flash</title>{head}<h1>{('Roads', 'Piers')[number % 2]}</h1>"
        f"{line.format(own)}"
        f"<div class=text>{PROSE.replace('Ferry', f'Boat {number}')}</div>"
    )
    return Capture(url=f"https://h.example/{number}", payload=html.encode())


def test_the_line_where_headlines_stand_outweighs_what_machines_are_told() -> None:
    """Some pages head their category, and tell machines what their list is called."""

    def page(number: int, told: str = "News flash") -> Capture:
        head = f'<meta property="og:title" content="{told}">'
        return under_a_category(number, "<h3 class=headline>{}</h3>", head=head)

    profile = learn([page(number) for number in range(12)])
    for told, said in (("Read also: news flash", LINE), (f"{LINE}!", f"{LINE}!")):
        found = parse_article(page(7, told), profile=profile)
        assert isinstance(found, Article)
        assert found.title == said


@pytest.mark.parametrize(
    "heading",
    [
        f"<small>Ports</small><br>{LINE}",
        f"{LINE}<br><small>What the captain says</small>",
        f"<span>{LINE}</span> <time>3 March 2026</time>",
    ],
)
def test_a_line_of_a_heading_that_the_window_says_is_the_headline(heading: str) -> None:
    """What stands above or below it, and its day, are none of it."""
    body = f"<h1>{heading}</h1>{PROSE}"
    assert title(body, window=f"{LINE} | Harbour Post") == LINE


def test_a_window_title_in_capitals_shouts_what_the_heading_says() -> None:
    """The page shows the headline as it was written."""
    body = f"<h1>{LINE}</h1>{PROSE}"
    assert title(body, window=f"{LINE.upper()} | HARBOUR POST") == LINE


def test_an_age_where_headlines_stand_is_none() -> None:
    """It is another each day, and each day the title was edited."""

    def page(number: int, above: str = "") -> Capture:
        return under_a_category(number, f"<div>{above}<div class=line>{{}}</div></div>")

    profile = replace(
        learn([page(number) for number in range(12)]),
        title_line="html/body/div/div.line",
    )
    age = "<div class=line>1 March 2026 (3 days ago)</div>"
    found = parse_article(page(7, age), profile=profile)
    assert isinstance(found, Article)
    assert found.title == LINE


@pytest.mark.parametrize(
    "day", ["<span class=d>14 August 2026</span>", "<p class=d>14 August 2026</p>"]
)
def test_a_loose_day_behind_a_line_that_is_called_a_title_is_none(day: str) -> None:
    """The box of both begins with the title, and holds the day itself."""
    body = f"<div id=c><div class=title>{LINE}</div>{day}<div>{PROSE}</div></div>"
    assert title(body, window=f"{LINE} | Harbour") == LINE


@pytest.mark.parametrize(
    "heading",
    [
        f"<h1>{LINE} <small>14 August 2026</small></h1>",
        f"<h1><!-- kind --><span class=kicker>Press release</span> {LINE}</h1>",
        f"<h1><b class=rubrik>Notice</b><i>{LINE[:4]}</i>{LINE[4:]}</h1>",
        f"<h1><span class=category><i>Topic</i> Harbours</span>{LINE}</h1>",
        f"<h1><time datetime=2026-08-14>Aug 14</time> {LINE}</h1>",
    ],
)
def test_a_day_or_a_kind_in_a_heading_is_cut_where_nothing_else_tells(
    heading: str,
) -> None:
    """Lists show the headline alone, and so a title would be two."""
    assert title(f"<div>{heading}{PROSE}</div>", window="Harbour board") == LINE


def test_a_heading_may_hold_the_day_and_the_source_below_the_headline() -> None:
    """Each title of such a site ended in its source, and no page had a day."""
    stamp = "2026-02-26 10:51&nbsp; Source: Port office&nbsp; Replies: 0 Seen:"
    head = f"<h1>{LINE}<br><span>{stamp}</span></h1>"
    page = f"<title>{LINE} - News - Harbour</title>{head}<div>{PROSE}</div>"
    found = parse_article(Capture(url="https://h.example/1", payload=page.encode()))
    assert isinstance(found, Article)
    assert found.title == LINE
    assert found.published is not None
    assert found.published.iso == "2026-02-26T10:51:00"


@pytest.mark.parametrize(
    ("window", "found"),
    [
        ("LIG - The ferry to the island is late", LINE),
        ("Harbour of the island | News and releases of the port", "Law of the isle"),
    ],
    ids=["it shortens the h1", "it names a section"],
)
def test_a_window_title_may_shorten_the_name_in_the_h1(window: str, found: str) -> None:
    """Each page of a bulletin has the bulletin's name for its only h1."""
    section = "<h2>News of the port</h2>"
    body = f"<h1>Law of the isle</h1>{section}<h2>{LINE}</h2><div>{PROSE}</div>"
    assert title(body, window=window) == found


def test_a_line_that_says_the_whole_window_title_ends_in_no_name_of_the_site() -> None:
    """Some items end alike, and their headlines are no headings."""
    pages = []
    for n in range(8):
        name = f"Sitting {n} of the {('port', 'isle', 'quay')[n % 3]} : harbour dues"
        body = f"<p class=top>{name}</p><div>{PROSE}<p>Case {n} is closed.</p></div>"
        pages.append(capture_of(body, window=name, url=f"https://h.example/{n}"))
    found = parse_article(pages[1], profile=learn(pages))
    assert isinstance(found, Article)
    assert found.title == "Sitting 1 of the isle : harbour dues"


def test_a_heading_that_bids_to_read_on_is_no_headline() -> None:
    """It may be the only heading of a page."""
    more = (
        "<h2>À lire aussi</h2><p><a href=/n/8>What the pilots said of the fog</a></p>"
    )
    body = f"<div>{PROSE}</div>{more}"
    assert title(body, window="Harbour of the island") == "Harbour of the island"


def test_a_heading_of_every_page_that_no_window_says_is_no_headline() -> None:
    """The only h1 is part of the way to the page; a box above all texts has an h2."""
    pages = []
    for n in range(8):
        name = f"Sitting {n} of the port on harbour dues"
        way = f"<nav class=breadcrumb><ol><li><h1>{name}</h1></ol></nav>"
        box = "<h2>Streams: how to cross them in the spring</h2>"
        text = PROSE.replace("Ferry", f"Boat {n}")
        body = f"{way}<article>{box}{text}</article>"
        window = f"{name} - Land of the isle - Press"
        pages.append(capture_of(body, window=window, url=f"https://h.example/{n}"))
    found = parse_article(pages[1], profile=learn(pages))
    assert isinstance(found, Article)
    assert found.title == "Sitting 1 of the port on harbour dues"
