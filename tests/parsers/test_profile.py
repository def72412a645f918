"""What the pages of one site teach, and what they must not."""

import json
from dataclasses import replace

from parsers.article import explain_article, parse_article
from parsers.block_walk import walk
from parsers.body.other_pages import with_profile
from parsers.learned.shapes import in_named, shape_of
from parsers.model import Article, Capture
from parsers.page import read_page
from parsers.profile import Profile, dump_profile, learn, load_profile

TOPICS = ("fog", "ferry", "pilot", "light", "crane", "quay", "buoy", "tide")
PROMISE = "Readers who like what they read here can support the harbour press with us."


def capture(
    number: int, *, extra: str = "", day: str = "", make: str = "text"
) -> Capture:
    """Return an invented article; no two have a sentence in common."""
    topic = TOPICS[number % len(TOPICS)]
    text = "".join(
        f"<p>The {topic} of day {number} was seen at berth {n + number * 10} by a crew"
        f" of {n + 3}, who told the port about it before the evening.</p>"
        for n in range(4)
    )
    day = day or f"{number + 13}.05.2021"
    html = (
        f"<html><head><title>The {topic} {number} | Harbour Press</title></head><body>"
        f"<div class=top><a href=/>Home</a></div><div class={make}>"
        f"<h1>The {topic} {number}</h1><span class=date>{day}</span>{text}{extra}"
        f"<p>{PROMISE}</p></div></body></html>"
    )
    url = f"https://press.harbour.example/news/{topic}-{number}/"
    return Capture(url=url, payload=html.encode())


def body(page: Capture, profile: Profile | None = None) -> str:
    """Return the text that is read from a page."""
    article = parse_article(page, profile=profile)
    assert isinstance(article, Article)
    return article.body


def test_what_stands_on_several_items_is_boilerplate() -> None:
    """A request for money under every text is no item's own."""
    pages = [capture(n) for n in range(4)]
    profile = learn(pages)
    assert PROMISE not in body(pages[0], profile)
    assert "berth 3" in body(pages[0], profile)


def test_the_head_of_a_column_of_figures_makes_no_counter_of_a_line() -> None:
    """A line that said "Boats: 750" under a text was left out, and no edit of it."""
    table = "<table><tr><th>Berth<th>Boats 2016<tr><td>{0}<td>{1}</table>"
    pages = [capture(n, extra=table.format(n + 300, n + 950)) for n in range(4)]
    line = capture(9, extra="<p>Boats: 750</p>")
    assert "Boats: 750" in body(line, learn(pages))


def test_a_lead_that_others_link_to_its_item_is_the_item_s_own() -> None:
    """Beside each article stand the newest, by day and first paragraph."""
    own = capture(9)
    lead = body(own).partition("\n")[0]
    box = f"<table><td>22.05.2021<br><a href={own.url}><p>{lead}</p></a></table>"
    profile = learn([capture(n, extra=box) for n in range(5)])
    assert body(own, profile).startswith(lead)
    assert body(capture(9, make="story"), profile).startswith(lead)


def test_a_rule_of_dashes_may_stand_in_every_text() -> None:
    """Signs without a letter divide a text on any page, and are said of none."""
    rule = "<p>_____</p><p>The harbour was quiet again by the evening, they said.</p>"
    pages = [capture(n, extra=rule.replace("they", f"crew {n}")) for n in range(4)]
    assert "_____" in body(pages[0], learn(pages))


def test_a_place_is_known_by_its_name_whatever_stands_around_it() -> None:
    """Classes that name the topic make each page of a site its own make."""
    pages = [capture(n, make=f"{TOPICS[n]} topic") for n in range(4)]
    known = [
        Capture(url=one.url, payload=one.payload.replace(b"<p>", b"<p class=line>"))
        for one in pages
    ]
    profile = learn(known)
    assert not profile.templates
    lines = [one for name, one in profile.places.items() if name[:-2] == "p.line"]
    assert sum(count for _, count in lines) >= 16
    assert all(likely > 0.5 for likely, _ in lines)


def test_a_stamp_is_no_place_of_a_text_of_short_lines() -> None:
    """Once learned, it took the place of every text of that site: they were empty."""
    motions = "".join(
        f"<li>Motion {n}: the {topic}.</li>" for n, topic in (enumerate(TOPICS[:4], 31))
    )
    html = (
        "<div class=main><h2>Sitting 7</h2><p class=when>Published on 7 May 2021</p>"
        f"<div class=text><ol>{motions}</ol><p class=hits>Views: 55433</p>"
        "<p class=stamp>14.05.2021 12:17, http://press.harbour.example/sittings/7/</p>"
        "<div class=tools><a href=/p>Print</a> | <a href=/s>Share</a></div></div></div>"
    )
    page = Capture(url="https://press.harbour.example/7/", payload=html.encode())
    assert explain_article(page).body_path.endswith("div.text/ol")


def test_a_writer_s_cell_is_not_the_cell_of_the_text() -> None:
    """Tables call both alike; what stood far below the first cell was not read."""
    signed = "Saltmere, 9 May 2021"

    def table(number: int, last: str = "") -> Capture:
        lines = "".join(
            f"<p>Berth {number * 100 + n} is closed to the {TOPICS[number]} since dawn"
            " by order of the master, who told the crews."
            for n in range(20)
        )
        rows = f"<tr><td>Written by A. Quay<tr><td class=day>{number + 13}.05.2021"
        html = f"<title>The {TOPICS[number]}</title><table>{rows}<tr><td>{lines}{last}"
        return Capture(url=f"https://h.example/{number}", payload=html.encode())

    profile = learn([table(n) for n in range(8)])
    assert body(table(1, f"<p>{signed}"), profile).endswith(signed)


def test_what_stands_where_other_items_have_their_text_is_likelier() -> None:
    """A doubtful line is text or not as the lines of its place on other pages were."""
    pages = [capture(n) for n in range(4)]
    doubtful = [(block, 0.45) for block in walk(read_page(capture(5)))]
    line = next(one for one in doubtful if "berth" in one[0].text)
    name = in_named(shape_of(line[0]))
    for likely, is_likelier in ((0.97, True), (0.03, False)):
        profile = replace(learn(pages), places={name: (likely, 9)})
        [(_, p)] = with_profile((line,), profile)
        assert (p > 0.5) is is_likelier
        assert (p > 0.45) is is_likelier


def test_one_item_seen_often_teaches_once() -> None:
    """The text of a page that is looked at daily is not boilerplate."""
    page = capture(1)
    profile = learn([page, page, page])
    assert profile.page_count == 1
    assert not profile.repeated
    assert learn([page], profile=profile) == profile


def test_numbers_above_twelve_tell_the_order_of_dates() -> None:
    """One look at 13.05. says how 04.05. is meant."""
    profile = learn([capture(n) for n in range(3)])
    assert profile.date_order == "dmy"
    assert " | Harbour Press" in profile.title_suffixes
    assert profile.is_sure


def test_a_version_grows_only_with_what_changes_reading() -> None:
    """A new version makes a site be read again, which costs."""
    first = learn([capture(n) for n in range(4)])
    again = learn([capture(n) for n in range(4, 7)], profile=first)
    assert again.page_count == 7
    assert (first.version, again.version) == (1, 1)


def test_learning_is_the_same_each_time_and_survives_keeping() -> None:
    """A profile is a value: kept as JSON, it reads as before."""
    profile = learn([capture(n) for n in range(4)])
    assert learn([capture(n) for n in range(4)]) == profile
    kept = json.loads(json.dumps(dump_profile(profile)))
    assert load_profile(kept) == profile


def test_pages_without_text_teach_nothing() -> None:
    """Front pages among the articles must not spoil what is known."""
    links = "".join(f"<li><a href=/{n}>Item number {n} of today</a>" for n in range(99))
    front = Capture(url="https://press.harbour.example/", payload=links.encode())
    assert learn([front, Capture(url="https://press.harbour.example/x")]) == Profile()


def test_a_time_that_other_items_claim_too_is_their_template_s() -> None:
    """Some systems tell machines when the template was made, on every page."""
    claim = '<meta property="article:published_time" content="2020-06-12T08:00:07Z">'
    profile = learn([capture(n, extra=claim) for n in range(6)])
    article = parse_article(capture(7, extra=claim), profile=profile)
    assert isinstance(article, Article)
    assert article.published
    assert article.published.iso == "2021-05-20"


def test_a_sentence_in_a_cell_of_every_page_is_no_figure_of_a_table() -> None:
    """Pages laid out by tables say in a cell whose the comments are."""
    rule = "Comments are owned by their posters, and are no words of the harbour."
    pages = [capture(n, extra=f"<table><tr><td>{rule}</table>") for n in range(5)]
    profile = learn(pages)
    assert rule not in body(pages[0], profile)
    heads = "<table><tr><th>Berth<th>Boats of 2016, all crews<tr><td>{}<td>{}</table>"
    pages = [capture(n, extra=heads.format(n + 300, n + 950)) for n in range(5)]
    assert "Boats of 2016" in body(pages[0], learn(pages))
