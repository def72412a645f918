"""Which of the days a page prints is the one its article was published on."""

import unicodedata
from datetime import UTC, datetime

import pytest

from parsers.article import parse_article
from parsers.block_walk import walk
from parsers.date_places.hints import date_in_url, month_in_url
from parsers.dates import find_dates
from parsers.dates.labels import label_of_name
from parsers.finders.date import find_date
from parsers.metadata import read_metadata
from parsers.model import Article, Capture
from parsers.page import read_page
from parsers.reading import Reading

URL = "https://press.harbour.example/news/ferry/"
TITLE = "<h1>The ferry came late again</h1>"
TEXT = "<p>" + "The ferry to the island was late because of the fog. " * 6 + "</p>"


def date_of(markup: str, *, url: str = URL) -> str:
    """Return the date found in some markup, as ISO."""
    page = read_page(Capture(url=url, payload=f"<body>{markup}</body>".encode()))
    reading = Reading(page=page, metadata=read_metadata(page), blocks=walk(page))
    found = find_date(reading)
    return found[0].iso if found else ""


def test_a_name_that_holds_the_headline_too_puts_no_date_aside() -> None:
    """Themes list an article's topics in the names of the element around it."""
    line = "<div class=entry-meta><a href=/2021>8 December 2021</a></div>"
    article = f"<article class='post tag-recent tag-comment'>{TITLE}{line}{TEXT}"
    assert date_of(article) == "2021-12-08"
    make = f"<div class=Teaser-meta>8 December 2021</div><b>Port</b>{TITLE}"
    assert date_of(f"<section class=Teaser-all>{make}{TEXT}") == "2021-12-08"


def test_the_foot_of_a_post_dates_it() -> None:
    """Its box is called so, whatever that of the whole page is."""
    foot = "<div class=post-footer>Ada Quay, 3 March 2026, in fogs and ferries</div>"
    assert date_of(f"<div class=post>{TITLE}{TEXT}{foot}</div>") == "2026-03-03"


@pytest.mark.parametrize(
    "line",
    [
        "Sonntags, ab 05.03.2026",
        "Ouvert à partir du 5 mars 2026",
        "Abierto a partir del 5 de marzo de 2026",
        "With effect from 5 March 2026",
        "Открыто начиная с 5 марта 2026",
    ],
)
def test_a_day_from_which_something_holds_dates_no_item(line: str) -> None:
    """A page of the times at which a club meets had no other day."""
    assert date_of(f"<table><tr><td>{line}<tr><td>Quay 7</table>{TEXT}") == ""
    own = "<div>3 March 2026</div>"
    assert date_of(f"{TITLE}{own}<p>{line}</p>{TEXT}") == "2026-03-03"


def test_the_head_of_a_page_dates_no_item_whatever_its_box_is_called() -> None:
    """On the first visit to a site nobody knows yet that its days are all today's."""
    top = "<div class=info>Since 1947, 3 March 2026, No. 98</div>"
    own = "<div>Out of: <a href=/i>Issue of 01.03.2026</a>, page 1 / title</div>"
    page = f"<header>{top}</header><main><header>{own}{TITLE}</header>{TEXT}</main>"
    assert date_of(page) == "2026-03-01"


def test_the_long_linked_name_of_the_writer_puts_no_date_aside() -> None:
    """The line is more link than not; only the time of the last change was left."""
    changed = '<meta property="article:modified_time" content="2026-03-07T06:00:00Z">'
    who = "<a href=/u/7>the Minister of Harbours Ada Quay</a>"
    line = f"<p>Written by {who} on 4 March 2026</p>"
    assert date_of(f"{changed}{TITLE}{line}{TEXT}") == "2026-03-04"


@pytest.mark.parametrize(
    ("line", "below"),
    [
        ("<p>Von Ada Quay am 04.03.2026, 11:51 | 12 Worte | <a href=/t>Low</a>", 20),
        ("<footer>Gespeichert von <b>ada</b> am 4. März 2026 - 11:51</footer>", 9),
    ],
)
def test_a_line_that_says_by_whom_and_on_which_day_dates_an_item(
    line: str, below: int
) -> None:
    """What stands behind made it no line of a date: two blogs had no day at all."""
    assert date_of(f"<div>{TITLE}{TEXT * below}{line}</div>") == "2026-03-04T11:51:00"


def test_a_headline_may_have_its_topic_before_it() -> None:
    """Else a link at the foot that says the headline was taken for where it stands."""
    said = "The ferry came late again"
    head = f"<title>{said}</title><h2><b>In the port</b> <i>{said}</i></h2>"
    line = "<div>By Ada Quay, Low Isle 26.02.2026, 23:42 (3 days ago)</div>"
    foot = f"<p><a href=/send>{said}</a></p>"
    assert date_of(f"{head}{line}{TEXT * 12}{foot}") == "2026-02-26T23:42:00"


def test_a_teaser_of_the_item_beside_its_text_is_not_its_headline() -> None:
    """Boxes of what is read most have headings, and the item's own line may be none."""
    said = "The ferry came late again"
    teasers = "".join(f"<h4><a href=/{n}>Boat {n} is back</a></h4>" for n in range(12))
    box = f"{teasers}<h4><a href=/news/ferry/>{said}</a></h4>"
    line = "<ul><li>Updated on: 23-02-2026 </ul><div>File picture</div>"
    head = f"<title>{said}</title><div class=page-title>{said}</div>{line}"
    assert date_of(head + TEXT + box) == "2026-02-23"
    short = "<p>The ferry to the island was late because of the fog.</p>"
    assert date_of(head + short * 4 + box) == "2026-02-23"


def test_the_foot_of_an_article_is_its_own() -> None:
    """It says when the article was published; the foot of the page says other days."""
    said = (
        "<dl><dt>Publié le</dt><dd>22 février 2026</dd><dt>Thème</dt><dd>Port</dd></dl>"
    )
    today = "<div class=today>Nous sommes le 2 mars 2026, 19:35</div>"
    signed = "<p>Bac-sur-Mer, 19 février 2026</p>"
    foot = f"<footer class=foot>{said}</footer>"
    article = f"<article>{TITLE}{TEXT}{TEXT}{signed}{foot}</article>"
    assert date_of(f"<html lang=fr>{today}{article}") == "2026-02-22"


def test_a_page_s_head_shows_today_and_not_the_item_s_day() -> None:
    """Such an item would be published anew on every day that it is looked at."""
    menu = "".join(f"<li><a href=/{n}>Part {n}</a></li>" for n in range(12))
    head = f"<div class=date>Thursday, 16 December 2021</div><ul>{menu}</ul>"
    assert date_of(f"{head}{TITLE}{TEXT}") == ""
    ticker = f"<li>{TITLE[4:-5]}</li>"
    head = f"<div class=date>Thursday, 16 December 2021</div><ul>{ticker}{menu}</ul>"
    line = "<div class=meta>8 December 2021 Ada Quay, 1262 views, Ports, Fog, Ferries"
    assert date_of(f"{head}{TITLE}{line} and all the rest</div>{TEXT}") == "2021-12-08"


@pytest.mark.parametrize(
    "box",
    [
        "<div class=date><b>8</b><br>December<br>2021</div>",
        "<div class=cal><p>8</p><p>Dec 2021</p></div>",
    ],
)
def test_a_day_may_stand_in_a_box_line_by_line(box: str) -> None:
    """Such leaves of a calendar stand before many headlines."""
    assert date_of(f"<html lang=en>{box}{TITLE}{TEXT}") == "2021-12-08"
    assert date_of(f"<p>8</p><div><p>Dec 2021</p></div>{TITLE}{TEXT}") == ""


def test_the_day_on_which_a_page_was_printed_is_not_its_item_s() -> None:
    """Each answer says another time, and some pages say no other."""
    stamp = f"<p>16.12.2021 14:30, {URL}</p>"
    assert date_of(f"{TITLE}{TEXT}{stamp}") == ""
    assert date_of(f"{TITLE}<p>8 December 2021</p>{TEXT}{stamp}") == "2021-12-08"


def test_a_line_that_begins_with_its_date_is_no_sentence() -> None:
    """What follows it may end in a full stop: the minutes it takes to read."""
    line = "<div>15.12.2021 - 15:48 Uhr, Lesedauer: 2 Min.</div>"
    others = "<b>Fog</b><b>Port</b><b>Quay</b>"
    page = f"<html lang=de>{TITLE}{others}{line}<figure>Fog</figure>{TEXT}"
    assert date_of(page).startswith("2021-12-15")


def test_a_label_before_a_time_does_not_speak_of_the_day_before_it() -> None:
    """``| Updated 08:24`` behind the day says when on that day it was."""
    line = "<div>Agency | December 8, 2021 | Updated 08:24</div>"
    assert date_of(f"{TITLE}<p>{'Fog. ' * 50}</p>{line}").startswith("2021-12-08")


def test_a_name_that_says_updateable_is_no_update() -> None:
    """It says that scripts keep ``two hours ago`` right."""
    assert label_of_name("time.updateable") == ""
    assert label_of_name("time.updated") == "updated"


def test_the_month_in_an_address_outvotes_a_teaser() -> None:
    """No item is older than the folder it was put into."""
    teaser = "<div class=date>18 January 2019</div>"
    url = "https://press.harbour.example/2021/12/ferry/"
    assert date_of(f"{TITLE}{teaser}{TEXT}") == "2019-01-18"
    assert date_of(f"{TITLE}{teaser}{TEXT}", url=url) == ""
    own = "<div class=foot>8 December 2021</div>"
    assert date_of(f"{TITLE}{teaser}{own}{TEXT}", url=url) == "2021-12-08"


def test_an_item_that_is_dated_back_is_filed_in_a_later_month() -> None:
    """It says its day all the same, and its last change is another."""
    line = "<div>{}27 November 2021, 11:40{}</div>"
    url = "https://press.harbour.example/2021/12/ferry"
    both = f"{TITLE}{line.format('Published on ', ' Updated on 2 December 2021')}{TEXT}"
    assert date_of(both, url=url).startswith("2021-11-27")
    alone = f"{TITLE}{line.format('', '')}{TEXT}"
    assert date_of(alone, url=url).startswith("2021-11-27")


def test_a_headline_whose_accents_stand_by_themselves_has_its_day_below_it() -> None:
    """Its second letter looked like another one than that of the title."""
    title = "Hội đồng mở bến tàu mới ở cửa sông"
    day = "<div>6 tháng 2 năm 2026, 18:39 <span>Đại tá Đoàn Kính Lâm</span></div>"
    page = f"<h1>{unicodedata.normalize('NFD', title)}</h1>{day}{TEXT}<p>{title}</p>"
    assert date_of(f"<html lang=vi>{page}").startswith("2026-02-06")


def test_an_address_may_tell_its_day_in_the_form_of_its_folders() -> None:
    """``/2021/12/211208-fog`` is no other day than that."""
    found = date_in_url("https://press.harbour.example/port/2021/12/211208-fog/")
    assert found
    assert found.iso == "2021-12-08"
    assert date_in_url("https://press.harbour.example/2021/12/211108-fog/") is None
    assert month_in_url("https://press.harbour.example/1970/12/fog/") is None


def test_a_day_glued_behind_a_word_is_read_whole() -> None:
    """Markup without white space must not make ``1 December 19`` of it."""
    found = find_dates("Nora Quay, Editor, F1Dec 19, 2023", languages=["en"])
    assert [printed.iso for printed in found] == ["2023-12-19"]
    line = "<p class=by><a>Nora Quay</a><span>March 1, 2026 8:23 PM</span>"
    assert date_of(TITLE + line + TEXT) == "2026-03-01T20:23:00"


def test_a_time_that_is_printed_to_the_minute_has_the_offset_of_its_mark() -> None:
    """Beside an age in one line it was read from the words alone."""
    mark = "<time datetime='2021-12-08T18:06:56+01:00'>8 December 2021, {}</time>"
    line = f"<div>{mark} <span>(2 days ago)</span></div>"
    article = f"{TITLE}{line}{TEXT}"
    assert date_of(article.format("18:06")) == "2021-12-08T18:06:56+01:00"
    local = article.replace("+01:00", "")
    assert date_of(local.format("18:06")) == "2021-12-08T18:06:56"
    assert date_of(local.format("19:06")) == "2021-12-08T19:06:00"


def test_days_in_a_row_behind_a_text_are_those_of_other_items() -> None:
    """They stand as near to the headline of a short text as its own day does."""
    above = "".join(f"<div>Field {n}</div>" for n in range(6))
    rows = "".join(
        f"<div class=row><div class=date>{n} March 2026</div><h3>Boat {n}</h3></div>"
        for n in (1, 2, 3)
    )
    page = f"<div class=date>26 February 2026</div>{above}{TITLE}{TEXT}{rows}"
    assert date_of(f"<html lang=en>{page}") == "2026-02-26"


@pytest.mark.parametrize("count", [1, 4])
def test_other_items_behind_a_short_text_do_not_date_it(count: int) -> None:
    """Their days are nearer to the headline than its own, lines above it, may be."""
    own = "<div class=when>Thursday, February 26, 2026</div>"
    facts = "".join(f"<p>Fact {n}</p>" for n in range(3))
    rows = "".join(
        "<div class=row><div><div class=day>Friday, March 6, 2026</div></div><h3>"
        f"<a href=/{n}>The pilots visit the new mole {n} times</a></h3></div>"
        for n in range(count)
    )
    page = f"<main>{own}{facts}<article>{TITLE}{TEXT}</article></main>{rows}"
    assert date_of(page) == "2026-02-26"


def test_a_day_that_its_own_cell_calls_published_is_sure_among_others() -> None:
    """Registers have a row for each day of a notice, and a log of who changed it."""
    rows = (
        ("Made", "2026-03-01"),
        ("Published", "2026-03-02 02:46:54"),
        ("Last update", "2026-03-05"),
    )
    facts = "".join(f"<tr><th>{name}<td>{day}" for name, day in rows)
    log = "<tr><th>Day<th>By<tr><td>2026-03-05 07:00<td>Ada Quay"
    log += "<tr><td>2026-03-02 02:46<td>Ada Quay"
    page = f"{TITLE}<div>{TEXT}</div><table>{facts}</table><table>{log}</table>"
    assert date_of(page).startswith("2026-03-02")


def test_a_printed_time_of_another_day_keeps_the_instant_that_is_marked() -> None:
    """Sites print an age first and the local day later: the instant is the same."""
    claim = "<meta property=article:published_time content=2026-03-02T23:25:44Z>"
    for marked in ("3 March 2026, 00:25", "8 hours ago"):
        time = f"Published <time datetime=2026-03-02T23:25:44Z>{marked}</time>"
        for head in ("", claim):
            page = f"{head}<html lang=en>{TITLE}<div>{time}</div>{TEXT}"
            found = datetime.fromisoformat(date_of(page))
            assert found == datetime(2026, 3, 2, 23, 25, 44, tzinfo=UTC)
    printed = f"<html lang=en>{claim}{TITLE}<p>3 March 2026, 00:25</p>{TEXT}"
    assert date_of(printed) == "2026-03-03T00:25:44+01:00"


def test_a_printed_time_of_the_same_day_keeps_the_instant_that_is_marked() -> None:
    """A new design prints the local time where the old one printed no time at all."""
    time = "<time datetime=2026-03-02T12:10:09Z>2 March 2026, 09:10</time>"
    found = date_of(f"<html lang=en>{TITLE}<div>{time}</div>{TEXT}")
    assert found == "2026-03-02T09:10:09-03:00"


def test_a_day_of_the_week_makes_no_sentence_of_a_date() -> None:
    """A heading above the headline may hold nothing but the day, in words."""
    for line in ("sexta-feira, 27 de fevereiro de 2026", "Freitag, 27. Februar 2026"):
        page = f"<html lang={'pt' if 'de' in line else 'de'}><h2>{line}</h2>"
        assert date_of(f"{page}{TITLE.replace('1', '3')}{TEXT}") == "2026-02-27"


def test_an_abbreviated_time_says_in_its_title_what_it_is_short_for() -> None:
    """Below the text of a post stands the time of day; machines find the day there."""
    time = "<abbr itemprop=datePublished title=2026-02-27T20:26:45-03:00>20:26</abbr>"
    assert date_of(f"{TITLE}{TEXT}<p>by Ada {time}</p>") == "2026-02-27T20:26:45-03:00"


def test_a_number_that_begins_a_slug_is_no_day() -> None:
    """Blogs name the month alone, and titles begin with figures."""
    url = "https://h.example/2026/03/{}.html".format
    for slug in ("9-ships-come-in", "31-ships-come-in", "2-%E1%83%97"):
        assert date_in_url(url(slug)) is None
    for slug in ("09-fog", "31/fog", "9/fog", "31"):
        assert date_in_url(url(slug)) is not None


def test_a_date_may_open_a_short_paragraph_before_a_long_one() -> None:
    """The lead of a release says where and when it was made."""
    lead = "<p>Bern, 1 March 2026 - The ferry comes late.</p>"
    assert date_of(f"<html lang=en>{TITLE}{lead}{TEXT}") == "2026-03-01"
    boxes = "<div>Our letter</div><div>Night trains</div><div>Of the harbour</div>"
    signed = f"{TEXT}{TEXT}{boxes}<p>Low Isle, 26 February 2026</p>"
    assert date_of(f"<html lang=en>{TITLE}{lead}{signed}") == "2026-03-01"
    lead = "<p>Bern, 1 March 2026 - The ferry comes late. The fog is to lift soon.</p>"
    brief = "<p>No boat sails.</p>" * 6
    assert date_of(f"<html lang=en>{TITLE}{lead}{brief}{TEXT}") == "2026-03-01"
    lead = "<p>(1 March 2026) The ferry comes late.</p>"
    assert date_of(f"<html lang=en>{TITLE}{lead}{TEXT}") == "2026-03-01"
    lead = "<p>(Until 1 March 2026) The ferry comes late.</p>"
    assert date_of(f"<html lang=en>{TITLE}{lead}{TEXT}") == ""


@pytest.mark.parametrize(
    ("day", "language"),
    [
        ("8. decembar 2021. –", "sr-Latn"),
        ("8. децембар 2021. (Лучка агенција) –", "sr"),
        ("8. prosinca 2021. godine –", "hr"),
    ],
)
def test_a_day_that_opens_a_text_may_end_with_a_stop(day: str, language: str) -> None:
    """South Slavs read a year as an ordinal, and may say the word for it."""
    text = f"<p>LUKA, {day} The ferry was late in the fog, and no boat sails.</p>"
    page = f"<html lang={language}>{TITLE}{text}{TEXT}"
    assert date_of(page) == "2021-12-08"


@pytest.mark.parametrize("agency", ["", " (Harbour Post)"])
def test_a_date_may_open_a_text_of_short_paragraphs(agency: str) -> None:
    """Two lines of news are an item too; what is amid them is another day."""
    first = f"<p>HARBOUR, 8 December 2021{agency} – The ferry was late in the fog."
    second = "<p>Until 9 January 2022 no boat sails in the night, the port has said."
    assert date_of(f"{TITLE}{first}{second}") == "2021-12-08"


def test_a_day_amid_the_text_is_when_something_takes_place() -> None:
    """The small day above the headline is the item's; alone, the other one dates it."""
    day, meeting = "<font>28.02.2026 18:08</font>", "9 March 2026, 10:00"
    text = f"{TEXT[3:-4]}<br><br>{meeting}<br><br>{TEXT[3:-4]}"
    rows = f"<tr><td>{day}<tr><td><b>The ferry came late again</b><tr><td>{text}"
    title = "<title>The ferry came late again</title>"
    assert date_of(f"{title}<table>{rows}</table>") == "2026-02-28T18:08:00"
    signed = f"{rows}<br><br>Port Ellin, 23 February 2026"
    assert date_of(f"{title}<table>{signed}</table>") == "2026-02-28T18:08:00"
    rows = rows.replace(day, "")
    assert date_of(f"{title}<table>{rows}</table>") == "2026-03-09T10:00:00"


def test_where_a_page_stands_labels_no_day() -> None:
    """ "Updates" is what a section is called, and in Greek the word for news."""
    for crumbs in ("<a href=/>Home</a> Updates", "<a href=/>Αρχική</a> Ενημέρωση"):
        line = f"<div>You are in: {crumbs}</div><div>8 December 2021</div>"
        assert date_of(f"{line}{TITLE}{TEXT}") == "2021-12-08"


def test_a_number_glued_to_a_month_is_the_day_behind_it() -> None:
    """A style sheet parts a title that ends with a day from the item's own day."""
    found = find_dates("Προθεσμία έως 21 Σεπτεμβρίου26 Φεβ 2026", languages=["el"])
    assert [day.text for day in found] == ["26 Φεβ 2026"]
    assert [str(day.day) for day in find_dates("8 Dec '21")] == ["2021-12-08"]


def test_a_day_is_read_whose_time_only_a_style_parts_from_it() -> None:
    """Browsers set boxes side by side that have no blank between them."""
    line = "<div><span class=d>28 FEV 2026</span><span class=h>07h14</span><i>Porto</i>"
    assert date_of(f"<html lang=pt-BR>{line}</div>{TITLE}{TEXT}") == (
        "2026-02-28T07:14:00"
    )


@pytest.mark.parametrize("day", ["2021-12-28", "28.12.2021"])
def test_a_day_is_read_that_only_a_style_parts_from_a_count(day: str) -> None:
    """How often a page was read stands right behind it, as if figures of its own."""
    line = f"<div><span class=posted>{day}</span><span class=views>4127</span></div>"
    assert date_of(f"{TITLE}{line}{TEXT}") == "2021-12-28"


def test_a_line_below_the_text_that_is_marked_as_a_time_dates_it() -> None:
    """Its element has no value for machines: the words are all it says."""
    line = (
        "<ul><li class=story_date><time>28-12-2021, 11:25</time><li>Author: press</ul>"
    )
    foot = f"<ul class=right><li>715<li>3</ul>{line}"
    assert date_of(f"{TITLE}{TEXT * 30}{foot}") == "2021-12-28T11:25:00"
    line = "<p><time>2021. december 28. 11:25</time> <i>The Ministry of the Coast</i>"
    assert date_of(f"<html lang=hu>{line}{TITLE}{TEXT}") == "2021-12-28T11:25:00"


@pytest.mark.parametrize(
    "below",
    ["", "<div>Of: <a href=/t/1>fog</a>, <a href=/t/2>ferries to the isles</a></div>"],
)
def test_a_day_alone_right_behind_a_long_text_dates_it(below: str) -> None:
    """It stands too far from a headline over the columns to be near that."""
    head = f"<div class=hero>{TITLE}</div>"
    page = f"{head}<div><div class=text>{TEXT * 30}</div><p>8 December 2021</p>{below}"
    assert date_of(page) == "2021-12-08"
    assert date_of(page.replace("<p>8", "<h3>Next</h3><p>8")) == ""


def test_a_day_far_ahead_dates_no_item_that_has_another() -> None:
    """It is misprinted, or something takes place then."""
    day, ahead = "<div>8 December 2021</div>", "<p>Harbour, 8 December 2027</p>"
    page = f"{TITLE}<ul><li>Print</ul>{day}{ahead}{TEXT}".encode()
    at = datetime(2021, 12, 9, tzinfo=UTC)
    capture = Capture(url=URL, payload=page, captured_at=at)
    article = parse_article(capture)
    assert isinstance(article, Article)
    assert article.published
    assert article.published.iso == "2021-12-08"


def test_the_day_in_the_headline_s_box_is_the_item_s_and_no_clock_above() -> None:
    """Both stand as near, and name the day of the week; one has a word for the day."""
    clock = "<div class=strip>Thứ Năm, ngày 5 tháng 3 năm 2026</div>"
    line = "<a href=/tin>Tin tức</a><span>Thứ Sáu, 27/02/2026 | 03:31 [GMT+7]</span>"
    article = f"<div class=detail><div class=info>{line}</div>{TITLE}{TEXT}</div>"
    page = f"<html lang=vi>{clock}<div class=row>{article}</div>"
    assert date_of(page) == "2026-02-27T03:31:00+07:00"
    signed = page.replace(
        TEXT, f"{TEXT}{TEXT}<p>Cảng Vân Sa, ngày 1 tháng 2 năm 2026</p>"
    )
    assert date_of(signed) == "2026-02-27T03:31:00+07:00"
    assert date_of(f"<div><p>8 December 2021</p></div>{TITLE}{TEXT}") == "2021-12-08"


def test_a_bar_parts_a_day_from_who_wrote_the_item_and_how_many_read_it() -> None:
    """The line says more than a day, but not of that; a menu is made of links."""
    line = "<p>8 December 2021 | By the Office of Ada Quay | Views: 1540</p>"
    assert date_of(f"{line}{TITLE}{TEXT}") == "2021-12-08"
    timed = f"{line.replace(' |', ' 20:05 |', 1)}<p>Release 44/2021</p>"
    assert date_of(f"{timed}{TITLE}{TEXT}") == "2021-12-08T20:05:00"
    links = "".join(f" | <a href=/{n}>The {n} office</a>" for n in ("press", "port"))
    assert date_of(f"<p>8 December 2021{links}</p>{TITLE}{TEXT}") == ""


def test_the_day_that_opens_a_text_is_its_own_however_far_below_the_headline() -> None:
    """A menu beside the text stood between: the day of the last change was told."""
    menu = "".join(f"<li>Office of pier {n}</li>" for n in range(8))
    opened = TEXT.replace("<p>", "<p>PORT ALICE, 4 March 2026 – ", 1)
    markup = f"<div>{TITLE}</div><div><ul>{menu}</ul></div><div>{opened}{TEXT}</div>"
    assert date_of(markup) == "2026-03-04"


def test_a_day_with_which_a_text_is_signed_does_not_date_a_page_that_says_its_own() -> (
    None
):
    """A city and a day were added to the end of an old text: its day was edited."""
    head = '<meta name="date" content="2026-02-03">'
    signed = f"{TEXT}<p>Saltmere, 31 January 2026</p><p>Seen: 940</p>"
    assert date_of(f"{head}{TITLE}{signed}<h3>More news</h3>") == "2026-02-03"


def test_a_clock_in_other_digits_is_none_of_the_item_s_days() -> None:
    """Its label was not found before such figures, and each day was an edit."""
    clock = "<div>اليوم ٢ مارس ٢٠٢٦, <span>18:50</span></div>"
    title = "<h1>٢١٣ فرصة جديدة ضمن مشروع القطار</h1>"
    text = "<p>" + "شكرت هيئة الموانئ المتطوعين في ميناء السدرة. " * 8 + "</p>"
    assert date_of(f"{clock}{title}{text}") == ""
    assert date_of(f"{clock}{title}<p>٢٨ فبراير ٢٠٢٦</p>{text}") == "2026-02-28"
    opened = text.replace("<p>", "<p>السدرة، ٢٧ فبراير ٢٠٢٦ – ")
    assert date_of(f"{clock}{title}{opened}{text}") == "2026-02-27"


def test_a_release_ends_with_a_word_and_its_day() -> None:
    """The same word tells when something else is over where no stroke parts the two."""
    line = "<p>Ends/Tuesday, March 3, 2026</p>"
    assert date_of(f"<html lang=en><div>{TITLE}{TEXT}{line}</div>") == "2026-03-03"
