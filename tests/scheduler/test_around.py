"""What moves in and around an article's place without being its text, and what is."""

import pytest

from parsers.model import Capture, Problem, Weight
from parsers.profile import learn
from scheduler.comparing.captures import compare_captures
from scheduler.comparing.compare import Comparison

URL = "https://harbour.example/news/pilots"
PROSE = "".join(
    f"<p>On day {n} the pilots’ boat counted {n + 3} ships that had lain off the bar"
    f" since the night before, and let them in one after the other with the flood.</p>"
    for n in range(1, 12)
)
ASIAN = "".join(
    f"<p>领港员在第{n}天数了数从前一天晚上起停在沙洲外的{n + 3}艘船，然后让它们随着潮水"
    "一艘接一艘地进港，港口办公室说这是今年春天最忙的一个星期。</p>"
    for n in range(1, 12)
)
PAGE = """<html><head><title>Pilots busy</title>
<meta property="og:type" content="article">
<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Pilots busy",
"datePublished": "{stamp}T10:05:00+00:00"}}</script></head><body>{above}
<div class="menu"><a href="/a">Boats</a> <a href="/b">Tides</a></div>
<main><article><h1>Pilots busy</h1><p class="when">{day}</p>
<div class="text">{prose}{below}</div></article></main></body></html>"""
PLAIN = {
    "above": "",
    "stamp": "2026-03-03",
    "day": "March 3, 2026 • 3 minute read",
    "prose": PROSE,
    "below": "",
}


def _compare(before: dict[str, str], after: dict[str, str]) -> Comparison | Problem:
    pages = [
        Capture(url=URL, payload=PAGE.format(**(PLAIN | one)).encode())
        for one in (before, after)
    ]
    return compare_captures(*pages, profile=learn(pages))


def _fields(before: dict[str, str], after: dict[str, str]) -> list[str]:
    found = _compare(before, after)
    assert isinstance(found, Comparison), found
    return list(found.fields)


def test_a_day_corrected_on_the_page_and_for_machines_is_told() -> None:
    """Machines read the day in another form than people, and in another zone."""
    was = {"stamp": "2026-03-03", "day": "March 3, 2026 • 3 minute read"}
    now = {"stamp": "2026-03-04", "day": "March 4, 2026 • 3 minute read"}
    assert _fields(was, now) == ["date"]
    abroad = {"stamp": "2026-03-05"}
    assert _fields(was | {"stamp": "2026-03-04"}, now | abroad) == ["date"]


def test_a_day_that_machines_are_not_told_any_more_is_told_by_its_line() -> None:
    """Two ways to find a date agree where the same line has moved."""
    was = {"stamp": "2026-03-03", "day": "March 3, 2026"}
    assert _fields(was, {"stamp": "", "day": "March 4, 2026"}) == ["date"]


@pytest.mark.parametrize("line", [
    "<p>By Ada QuayMarch {}, 2026</p><h1>Pilots busy</h1>",
    "<ul><li>Report</li><li>March {}, 2026</li></ul><h1>Pilots busy</h1>",
])  # fmt: skip
def test_a_day_in_the_header_of_an_article_is_its_own(line: str) -> None:
    """It may stand above the headline, and only a style sets it apart from a name."""
    page = PAGE.replace("<h1>Pilots busy</h1>", "<header>{above}</header>")
    page = page.replace("<body>{above}", "<body>")
    pages = [
        Capture(url=URL, payload=page.format(**(PLAIN | change)).encode())
        for change in (
            {"day": "", "above": line.format(3)},
            {"day": "", "above": line.format(4), "stamp": "2026-03-04"},
        )
    ]
    found = compare_captures(*pages, profile=learn(pages))
    assert isinstance(found, Comparison), found
    assert list(found.fields) == ["date"]


def test_a_day_told_to_machines_alone_is_no_edit() -> None:
    """Nobody reads it."""
    assert _fields({"stamp": "2026-03-03"}, {"stamp": "2026-03-04"}) == []


def test_a_line_of_both_days_is_the_date_and_no_text() -> None:
    """The same change is told once."""
    line = "Updated: March 9, 2026 4:19 PM | Originally published: March {}, 2026"
    was = {"stamp": "2026-03-03", "day": line.format(3)}
    assert _fields(was, {"stamp": "2026-03-04", "day": line.format(4)}) == ["date"]


@pytest.mark.parametrize(
    "line",
    [
        "Published {} March 2026, updated {} March 2026",
        "Updated {1} March 2026, 10:{1}5; published {0} March 2026, 9:00",
        "Publicado el {}/3/2026 a las 10:00, actualizado el {}/3/2026 a las 11:00",
        "掲載日:2026年3月{}日 更新日:2026年3月{}日",
    ],
)
def test_the_day_of_an_update_beside_that_of_the_publication_is_no_edit(
    line: str,
) -> None:
    """The text was not touched, and the item is as old as it was."""
    was = {"day": line.format(3, 4)}
    assert _fields(was, {"day": line.format(3, 5)}) in ([], ["modified_at"])
    assert _fields(was, {"day": line.format(2, 4)}) in (["date"], ["body"])


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("Published just now", "Published yesterday"),
        ("vor einer Stunde", "gestern, 10:15 Uhr"),
        ("hace una hora", "ayer"),
        ("вчера в 10:15", "2 дня назад"),
        ("منذ ساعة", "منذ يومين"),
        ("3時間前", "昨日"),
    ],
)
def test_how_long_ago_an_item_was_published_is_no_edit(was: str, now: str) -> None:
    """The words are others every day, and the item is the same."""
    above = f"{PROSE}<p>{{}}</p>"
    assert _fields({"day": was}, {"day": now}) == []
    pages = ({"prose": above.format(age)} for age in (was, now))
    assert _fields(*pages) == []


def test_the_day_of_a_first_update_is_no_edit() -> None:
    """It stands behind that of the publication, which was all the line said."""
    was, now = "Published 3 March 2026", "Published 3 March 2026, updated 4 March 2026"
    assert _fields({"day": was}, {"day": now}) in ([], ["modified_at"])


@pytest.mark.parametrize(("changed", "fields"), [("04", []), ("29", ["body"])])
def test_a_page_that_is_changed_for_weeks_is_read_around_its_text(
    changed: str, fields: list[str]
) -> None:
    """Some sites call every page an article, those of figures too."""
    told = '<meta property="article:modified_time" content="2026-03-{}T09:00:00Z">'
    line = '</p><div class="row"><p>Ships today: {}</p><h3>All</h3></div><p>'
    was = {"above": told.format(changed), "day": "March 3, 2026" + line.format(41)}
    assert _fields(was, was | {"day": "March 3, 2026" + line.format(42)}) == fields


def test_a_lead_that_is_no_part_of_the_text_is_read() -> None:
    """Readers read it first, though it is only called so."""
    for lead in ('<div class="strapline">{}</div>', '<div class="intro"><p>{}</div>'):
        top = f'March 3, 2026</p><div class="top">{lead}</div>'
        was = {"day": top.format("More ships than boats")}
        now = {"day": top.format("More boats than ships")}
        assert _fields(was, now) == ["body"]


def test_a_paragraph_about_subscribers_is_text() -> None:
    """What asks readers to subscribe is short."""
    line = (
        "<p class=wide>The pilots keep a book to which {} crews subscribe, so that each"
        " of them knows when a ship is due, how deep she lies in the water, and who is"
        " to let her in; the office lends it to whoever asks for it in the morning.</p>"
    )
    one, other = ({"prose": PROSE + line.format(n)} for n in ("nine", "ten"))
    assert _fields(one, other) == ["body"]


@pytest.mark.parametrize(
    "box",
    [
        '<div class="author-bio"><p>{} Ada Quay writes of boats and tides.</p></div>',
        '<div class="about-author"><p>{} Ben Mole writes of boats and tides.</p></div>',
        '<div class="leserkommentare"><p>{} Das sehe ich anders: Wer zählt?</p></div>',
        '<div class="box-7"><p>{} Abonnieren Sie jetzt alle Nachrichten.</p></div>',
    ],
)
def test_boxes_below_the_text_move_without_an_edit(box: str) -> None:
    """Who wrote it, what others say and what to subscribe to are not the item's."""
    assert _fields({"below": box.format("Red")}, {"below": box.format("Blue")}) == []


def test_another_appeal_in_the_place_of_one_to_subscribe_is_no_edit() -> None:
    """The box is the same, and the item as well."""
    box = '<div class="box-7"><p>{}</p></div>'
    letter = "Subscribe to our newsletter, which comes each morning at six."
    other = "New: hear the harbour master talk of tides on each Friday."
    assert _fields({"below": box.format(letter)}, {"below": box.format(other)}) == []
    short = "Our newsletter comes each morning."  # the reader takes the other for text
    other = PROSE[3 : PROSE.index("</p>")].replace("day 1", "each Friday")
    assert _fields({"below": box.format(short)}, {"below": box.format(other)}) == []


def test_a_line_that_asks_for_consent_is_no_edit() -> None:
    """Not even on a page of few words, whose text is all that is no frame."""
    short = {"prose": PROSE[: PROSE.index("</p>") + 4]}
    ask = "<p>We keep cookies to count our readers.</p><p><a href=/c>More</a></p>"
    ask = f"<div>{ask}</div>"
    assert _fields(short, short | {"below": ask}) == []


def test_the_picture_of_a_teaser_comes_with_it() -> None:
    """Nobody changed the pictures of the item."""
    card = (
        '<div class="card"><a href="/blue"><img src="/blue.jpg">The blue boat</a></div>'
    )
    assert _fields({}, {"below": card}) == []
    image = '<p><img src="/{}.jpg"></p>'
    was, now = ({"below": image.format(name)} for name in ("quay", "mole"))
    assert _fields(was, now) == ["images"]


@pytest.mark.parametrize(
    ("name", "head"),
    [
        ("c-12", "Mehr zum Thema"),
        ("c-12", "Related articles"),
        ("c-12", "相关新闻"),
        ("wp-relatedposts", "Ahoy"),
    ],
)
def test_a_list_of_other_items_comes_without_an_edit(name: str, head: str) -> None:
    """On a short page it is known by its heading, or by the name of its place."""
    links = "".join(
        f'<li><a href="/{n}">The {n} boat of the week came home</a></li>'
        for n in ("red", "blue", "old")
    )
    below = f'</div><div class="{name}"><h3>{head}</h3><ul>{links}</ul>'
    short = {"prose": PROSE[: PROSE.index("</p>") + 4]}
    assert _fields(short, short | {"below": below}) == []


@pytest.mark.parametrize("head", ["Latest news", "Последние новости", "最新消息"])
def test_the_days_of_other_items_move_on_with_them(head: str) -> None:
    """A day beside a link makes it no line of the text."""
    entry = '<li><a href="/{n}">The {n} boat came home</a> <i>{day} March 2026</i></li>'
    was, now = (
        "".join(entry.format(n=name, day=day) for name, day in entries)
        for entries in ((("blue", 4), ("red", 5)), (("old", 7), ("blue", 4)))
    )
    short = {"prose": PROSE[: PROSE.index("</p>") + 4]}
    old, new = (f'</div><div class="c"><h3>{head}</h3>{li}' for li in (was, now))
    assert _fields(short | {"below": old}, short | {"below": new}) == []


@pytest.mark.parametrize(
    "line",
    [
        '<a href="/{0}">Vorheriger Artikel: Das {0} Boot ist wieder da</a>',
        'Zurück: <a href="/{0}">Das {0} Boot ist wieder da</a>',
        '次へ: <a href="/{0}">{0}の船が港に戻りました</a>',
        'ก่อนหน้า: <a href="/{0}">เรือ {0} กลับมาถึงท่าแล้ว</a>',
        'Tiếp: <a href="/{0}">Tàu {0} đã về cảng</a>',
        '함께 읽기: <a href="/{0}">{0} 배가 항구로 돌아왔다</a>',
    ],
)
def test_the_pointers_to_the_next_items_move_on_a_page_of_few_words(line: str) -> None:
    """On a short page nothing but the words tells them from its text."""
    short = {"prose": PROSE[: PROSE.index("</p>") + 4]}
    was, now = ({"below": f"<p>{line.format(name)}</p>"} for name in ("rote", "blaue"))
    assert _fields(short | was, short | now) == []


def test_a_text_in_a_script_without_spaces_is_an_article_with_fewer_signs() -> None:
    """So what stands beside its paragraphs is no part of it."""
    banner = '</div><div class="bar"><p>Our office is closed on Monday.</p>'
    asian = {"prose": ASIAN}
    assert _fields(asian, asian | {"below": banner}) == []


def test_letters_lost_from_typographic_signs_alone_are_a_wrong_encoding() -> None:
    """An English page has no other letters to lose."""
    found = _compare({}, {"prose": PROSE.replace("’", "\ufffd")})
    assert isinstance(found, Problem)
    assert found.kind.value == "encoding"


def test_a_page_that_broke_off_is_cut_whatever_it_hid_when_it_was_whole() -> None:
    """On a page of so little prose, what stands where no script runs is read too."""
    hidden = "".join(
        f"<p>Turn on scripts to hear how high the water stands at quay number {n}.</p>"
        for n in range(4)
    )
    above = f"<noscript>{hidden}</noscript>"
    long = {"prose": PROSE, "below": PROSE.replace("pilots", "tug"), "above": above}
    whole = PAGE.format(**(PLAIN | long)).encode()
    cut = whole[: whole.index(b"<p>On day 2")]
    pages = [Capture(url=URL, payload=payload) for payload in (whole, cut)]
    found = compare_captures(*pages, profile=learn(pages))
    assert isinstance(found, Problem)
    assert found.detail.startswith("the page ends ")


def test_a_page_without_its_text_is_cut_whatever_it_shows_instead() -> None:
    """The comments below are all that is left, and were there before."""
    told = "".join(
        f"<p>Reader {n} says that the pilots of isle {n} are the best of all.</p>"
        for n in range(40)
    )
    said = {"below": f'</div><div class="comments">{told}'}
    found = _compare(said, said | {"prose": "", "above": "<p>Fog.</p>" * 20})
    assert isinstance(found, Problem)
    assert found.kind.value == "truncated"


@pytest.mark.parametrize(
    "excuse",
    ["Seite nicht gefunden", "Sayfa bulunamadı", "The page you requested is not here"],
)
def test_an_excuse_in_the_frame_of_the_site_is_no_edit(excuse: str) -> None:
    """The server says 200, and shows its menus and its newest items around."""
    frame = "".join(
        f'<li><a href="/n/{n}">The newest boat number {n} is home</a></li>'
        for n in range(100, 160)
    )
    frame = f'<ul class="newest">{frame}</ul>'
    short = PROSE[: PROSE.index("<p>On day 4")]
    states = [{"above": frame, "prose": one} for one in (short, f"<p>{excuse}</p>")]
    found = _compare(*states)
    assert isinstance(found, Problem)
    assert found.kind.value == "soft_404"


def test_a_link_that_leads_elsewhere_is_told_and_one_that_comes_is_not() -> None:
    """What else to read comes and goes with its line."""
    link = PROSE.replace("the bar", '<a href="/{}">the bar</a>', 1)
    was, now = ({"prose": link.format(name)} for name in ("old-bar", "new-bar"))
    assert _fields(was, now) == ["links"]


def test_a_banner_above_the_head_of_the_site_is_no_edit() -> None:
    """It is on every page of the site, also where nothing else of it is known."""
    head = '<header class="site-header"><p>The harbour office</p></header>'
    head += f"<div>{PROSE[: PROSE.index('</p>') + 4]}</div>"
    banner = '<div class="alert"><h2>Storm!</h2><p>Our offices are closed.</p></div>'
    short = {"prose": PROSE[: PROSE.index("</p>") + 4]}
    was, now = short | {"above": head}, short | {"above": banner + head}
    assert _fields(was, now) == []


def test_today_above_the_head_of_the_site_is_not_the_date_of_a_page() -> None:
    """The site would print it on all its pages."""
    head = "<header class=site-header><p>The harbour office</p></header>"
    above = "<div>{} March 2026 10:05</div>" + head
    bare = {"stamp": "", "day": ""}
    was, now = (bare | {"above": above.format(day)} for day in (3, 4))
    assert _fields(was, now) == []


def test_a_heading_that_comes_above_a_page_does_not_rename_it() -> None:
    """What it was called before still stands where it stood."""
    page = (
        "<html><head><title>Harbour</title></head><body>{}<div><h2>Harbour</h2>"
        "<p>Call us before you sail, on any day but Friday.</p></div></body></html>"
    )
    banner = "<div><h1>Storm warning</h1></div>"
    pages = [
        Capture(url=URL, payload=page.format(above).encode()) for above in ("", banner)
    ]
    found = compare_captures(*pages, profile=learn(pages))
    assert isinstance(found, Comparison)
    assert "title" not in found.fields


def test_a_short_page_without_its_heading_and_text_is_no_state_of_it() -> None:
    """A living page of a few figures is soon said."""
    rows = "".join(f"<p>Isle {n}: {n + 3} boats at the quay.</p>" for n in range(9))
    page = (
        "<html><head><title>Boats</title></head><body><ul class=menu><li><a href=/a>"
        "Tides</a></ul>{}<footer><p>Harbour office, Quay 1, Low Isle, call 5 55 12 on"
        " any day from six in the morning to ten at night</p></footer></body></html>"
    )
    pages = [
        Capture(url=URL, payload=page.format(text).encode())
        for text in (f"<div><h1>Boats today</h1>{rows}</div>", "")
    ]
    found = compare_captures(*pages, profile=learn(pages))
    assert isinstance(found, Problem)


def test_a_short_text_is_told_though_a_box_beside_it_asks_for_an_address() -> None:
    """All of its page's box may say less than other sites' boxes of that kind."""
    form = "<form><p>All news by mail<input type=email><button>Send</button></form>"
    short = PROSE[: PROSE.index("</p>") + 4]
    was, now = (
        {"prose": f"{short}<p>{word} boats came in.</p>", "below": form}
        for word in ("Two", "Ten")
    )
    assert _fields(was, now) == ["body"]


@pytest.mark.parametrize(
    "lead", ["Twelve boats for {} pilots", "{} pilots had to row."]
)
def test_a_lead_in_a_header_of_its_own_is_read(lead: str) -> None:
    """A header that stands below the headline is none of the site's."""
    page = PAGE.replace("<main><article>", "<div>").replace(
        "</article></main>", "</div>"
    )
    one, other = (
        Capture(
            url=URL,
            payload=page.format(
                **(PLAIN | {"day": f"March 3, 2026</p><header><p>{lead.format(count)}"})
            )
            .replace('<div class="text">', '</header><div class="text">')
            .encode(),
        )
        for count in ("Nine", "Seven")
    )
    found = compare_captures(one, other, profile=learn([one, other]))
    assert isinstance(found, Comparison)
    assert found.weight is Weight.FULL
