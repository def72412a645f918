"""Headlines of sites whose only heading, or whose window title, is the site's name."""

import pytest

from parsers.article import parse_article
from parsers.model import Article, Capture
from parsers.profile import Profile, dump_profile, learn, load_profile

TOPICS = ("Fog", "Ferry", "Pilot", "Light", "Crane", "Quay", "Buoy", "Tide")


def capture(number: int, *, title: str, head: str) -> Capture:
    """Return an invented article with a title line and a window title of its own."""
    topic = f"{TOPICS[number % len(TOPICS)]} {number} reported"
    text = "".join(
        f"<p>A {topic} {n} was seen from pier {number * 7 + n} by a crew of {n + 3},"
        " who told the port about it before the evening.</p>"
        for n in range(4)
    )
    html = (
        f"<html><head><title>{head.format(topic)}</title></head><body>"
        f"<div id=top><h1>Harbour Gazette</h1></div>{title.format(topic)}"
        f"<div class=when>{number + 3}.05.2021</div><div class=text>{text}</div>"
    )
    url = f"https://gazette.harbour.example/view.do?seq={number}"
    return Capture(url=url, payload=html.encode())


def titles(title: str, head: str) -> tuple[str, str]:
    """Return what is read of one page after a lesson of six, and what should be."""
    profile = learn([capture(n, title=title, head=head) for n in range(6)])
    profile = load_profile(dump_profile(profile))
    return read(profile, title=title, head=head), "Buoy 6 reported"


def read(profile: Profile | None, *, title: str, head: str) -> str:
    """Return the title of a page that was not learned from."""
    article = parse_article(capture(6, title=title, head=head), profile=profile)
    assert isinstance(article, Article)
    return article.title


def test_the_name_in_the_only_h1_is_not_the_headline() -> None:
    """Else every item of such a site has one title."""
    got, wanted = titles("<h2>{}</h2>", "{}｜Harbour Gazette")
    assert got == wanted


def test_a_lead_is_no_headline_however_long() -> None:
    """A kit of styles draws the headline big, and no element calls it one."""
    lead = "<div class=text-xl>{0} by a crew that came home late this morning.</div>"
    head = f"<div class='text-4xl my-3'>{{0}}</div>{lead}"
    got, wanted = titles(head, "Harbour Gazette")
    assert got == wanted


def test_an_end_that_many_headlines_share_is_no_name_of_the_site() -> None:
    """Half of what a parliament prints is an agenda; a list beside one names others."""
    title = "<h2>{0} - Agenda</h2><ul class=day><li>{0}</li></ul>"
    got, wanted = titles(title, "Harbour House: {} - Agenda")
    assert got == f"{wanted} - Agenda"


def test_a_few_titles_that_come_back_each_month_are_headlines() -> None:
    """An office of statistics has six; the line of the day is a new one each time."""
    names = ("Landings of fish", "Boats in port", "Tides and winds")
    pages = []
    for n in range(9):
        head = f"<h1>{names[n % 3]}</h1><p class=when>Published on {n + 3} May 2021</p>"
        page = capture(n, title=head, head="")
        payload = page.payload.replace(b"<h1>Harbour Gazette</h1>", b"")
        pages.append(Capture(url=page.url, payload=payload))
    assert learn(pages).title_line == ""


def test_the_name_of_a_section_in_the_only_h1_is_not_the_headline() -> None:
    """A page of a site not met before may be headed by where it stands."""
    for name in (
        "Newsroom",
        "Media Centre",
        "Tiskové zprávy",
        "Δελτία Τύπου",
        "新闻动态",
    ):
        title = f"<h1>{name}</h1><h3>{{}}</h3>"
        page = capture(6, title=title, head="Port").payload
        page = page.replace(b"<h1>Harbour Gazette</h1>", b"")
        article = parse_article(Capture(url="https://h.example/1", payload=page))
        assert isinstance(article, Article)
        assert article.title == "Buoy 6 reported", name


def test_a_headline_that_nothing_claims_is_the_line_that_names_each_page() -> None:
    """Boards say in the window which board it is, and in a cell what the page is."""
    got, wanted = titles("<div class=subject>{}</div>", "Harbour Gazette")
    assert got == wanted


@pytest.mark.parametrize(
    "line",
    [
        "<font size=4><b>{}</b></font>",
        "<font size=4>{}</font>",
        "<font class=ttl>{}</font>",
    ],
)
def test_a_headline_may_differ_from_other_cells_by_its_letters_alone(line: str) -> None:
    """Pages older than style sheets have no names, and one window title."""
    row = "<table><tr><td><font size=2>Notice of the port</font><tr><td>"
    got, wanted = titles(f"{row}{line}</table>", "Gazette")
    assert got == wanted


def test_a_long_line_in_bold_is_the_headline_and_no_paragraph() -> None:
    """It was taken for the first one of the text, and the site's name for the title."""
    rest = " by the crew of a boat on its way, and by two pilots on the pier 03.03.2026"

    def page(number: int) -> Capture:
        topic = f"{TOPICS[number % len(TOPICS)]} {number} reported"
        text = "<br><br>".join(
            f"A {topic} {n} was seen from pier {number * 7 + n} by a crew of {n + 3},"
            " who told the port about it before the evening."
            for n in range(4)
        )
        html = (
            "<title>Gazette</title><table><tr><td><font size=3><b>"
            f"{topic}{rest}</b></font><tr><td><font size=2>{text}</font></table>"
        )
        url = f"https://gazette.harbour.example/view.asp?id={number}"
        return Capture(url=url, payload=html.encode())

    article = parse_article(page(6), profile=learn([page(n) for n in range(6)]))
    assert isinstance(article, Article)
    assert article.title == f"Buoy 6 reported{rest}"
    assert article.body.startswith("A Buoy 6 reported 0 was seen")


def test_what_leads_every_window_title_is_the_site() -> None:
    """Old sites put their name first, and print the headline in bold."""
    got, wanted = titles("<font size=4><b>{}</b></font><br>", "Gazette: {}")
    assert got == wanted


def test_a_kind_that_leads_some_titles_stays() -> None:
    """'Announcement:' is the item's word, not the site's."""
    pages = [
        capture(n, title="<h1>{}</h1>", head=("{}", "Announcement: {}")[n % 2])
        for n in range(6)
    ]
    assert learn(pages).title_prefixes == ()


def test_a_long_line_of_the_day_names_no_item_beside_a_short_headline() -> None:
    """Without blanks between words a day is as long as one, and differs as much."""

    def page(number: int) -> Capture:
        day = f"၂၀၂၆ ခုနှစ်၊ ဇန်နဝါရီလ ({number + 3}) ရက်၊ သောကြာနေ့"
        head = f"<div class=tt>{{}}</div><div class=dd>{day}</div>"
        return capture(number, title=head, head="Harbour Gazette")

    profile = learn([page(n) for n in range(6)])
    article = parse_article(page(6), profile=profile)
    assert isinstance(article, Article)
    assert article.title == "Buoy 6 reported"


def test_the_clock_of_a_page_names_no_item() -> None:
    """It is another on each page, as headlines are, where no headline can be read."""
    clock = "<div class=today>Today is 4 March 2026, 1{0}:0{0}</div>"
    pages = [capture(n, title=clock.format(n), head="Harbour") for n in range(6)]
    assert not learn(pages).title_line


@pytest.mark.parametrize(
    ("hidden", "headline"),
    [
        (
            "Boats late again at the long pier &gt; Press",
            "Boats late again at the long pier",
        ),
        ("Fog - why the boats were late again", "Fog - why the boats were late again"),
    ],
    ids=["the window's title repeated", "a headline with a sign in it"],
)
def test_a_heading_that_repeats_the_window_title_is_not_the_headline(
    hidden: str, headline: str
) -> None:
    """Boards hide one by a style that no name tells of: each title ended in theirs."""
    start = hidden.partition(" &gt; ")[0].partition(" - ")[0]
    page = (
        f"<title>{hidden} | Harbour</title><h1 id=top>{hidden}</h1>"
        f"<article><h2>{start}</h2><p>{'The boats came late on that day. ' * 9}</p>"
    )
    article = parse_article(Capture(url="https://h.example/1", payload=page.encode()))
    assert isinstance(article, Article)
    assert article.title == headline
