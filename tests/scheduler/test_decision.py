"""What an edit of a watched item is: two readings, and the pages they came from."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from parsers.article import parse_article
from parsers.model import Article, Capture, FieldChange, Printed
from parsers.page import read_page
from scheduler.comparing.decision import Decision, decide
from scheduler.comparing.side import Side

FOG = "The fog came in at noon and stayed over the outer basin until the evening ferry."
QUAY = "Harbour master Ada Quay said the pilots had waited for four hours, in vain."
PAGE = "<title>{title}</title><main><h1>{title}</h1><p>{date}</p>{body}</main>{beside}"
THEN, NOW = datetime(2026, 3, 2, 6, tzinfo=UTC), datetime(2026, 3, 3, 6, tzinfo=UTC)


def side(at: datetime, **parts: str) -> Side:
    """Return the state of an item's page at a time."""
    values = {"title": "Fog stops ferry", "date": "12 May 2025", "beside": "", **parts}
    values.setdefault("body", f"<p>{FOG}</p><p>{QUAY}</p>")
    payload = PAGE.format(**values).encode()
    url = "https://press.harbour.example/news/fog"
    page = read_page(Capture(url=url, payload=payload, captured_at=at))
    article = parse_article(page)
    assert isinstance(article, Article)
    return Side([page], article, is_item=True)


def between(was: dict[str, str], now: dict[str, str]) -> Decision:
    """Decide between two states of one item, a day apart."""
    return decide(side(THEN, **was), side(NOW, **now))


@pytest.mark.parametrize(
    ("name", "was", "now"),
    [
        ("title", {}, {"title": "Fog stops all ferries"}),
        ("date", {}, {"date": "13 May 2025"}),
        ("body", {}, {"body": f"<p>{FOG}</p><p>{QUAY.replace('four', 'five')}</p>"}),
        ("body", {}, {"body": f"<p>{QUAY}</p><p>{FOG}</p>"}),
    ],
)
def test_a_field_that_a_reader_sees_change_was_edited(
    name: str, was: dict[str, str], now: dict[str, str]
) -> None:
    """One field, and no other beside it."""
    assert list(between(was, now).comparison.fields) == [name]


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("Low Isle, 9 May 2025", "Low Isle, 10 May 2025"),
        ("9 May 2025", "10 May 2025"),
        ("28 May 2025, 10:00", "28 May 2025, 11:30"),
    ],
)
def test_a_day_or_an_hour_within_the_text_was_edited(was: str, now: str) -> None:
    """Who signed when, and when to come, is what people read an item for."""
    text = f"<p>{FOG}</p><p>{{}}</p><p>{QUAY}</p>"
    found = between({"body": text.format(was)}, {"body": text.format(now)})
    assert list(found.comparison.fields) == ["body"]
    found = between({"body": f"<p>{FOG}</p><p>{QUAY}</p>"}, {"body": text.format(now)})
    assert list(found.comparison.fields) == ["body"]


@pytest.mark.parametrize("is_read_before", [True, False])
def test_the_time_of_printing_under_a_text_is_no_edit(is_read_before: bool) -> None:
    """Print copies end with the time and the address, another one at every look."""
    address = "https://press.harbour.example/news/fog-stops-the-ferry-to-the-low-isle"
    stamp = f"<p>Printed: {{}}, {address}/and-back-again-in-the-evening</p>"
    line = stamp.format("02.03.2026 06:00:17")
    text = f"<p>{FOG}</p><p>{QUAY}</p>"
    was = (
        {"body": text + line}
        if is_read_before
        else {"beside": f"<footer>{line}</footer>"}
    )
    now = {"body": text + stamp.format("03.03.2026 06:02:44")}
    assert not between(was, now).comparison.fields


def test_a_teaser_beside_an_item_is_no_edit() -> None:
    """What is told of other items changes whenever one is published."""
    teaser = "<aside><ul><li><a href='/{0}'>Buoy {0} moved</a></ul></aside>"
    found = between({"beside": teaser.format(1)}, {"beside": teaser.format(2)})
    assert not found.comparison.fields


def test_a_line_of_the_text_that_a_card_beside_it_said_too_is_no_edit() -> None:
    """Cards tell of other items in the words of this one, and others come."""
    line = "Background: what changes for the night ferry to the low isle"
    text = f"<p>{FOG}</p><p>{line}</p><p>{QUAY}</p><h2>Related news</h2>"
    card = (
        "<div class=card><a href=/n/{0}><h3>Buoy {0} moved away from pier</h3></a>"
        "<span>2026-01-0{0}</span><p>{1}</p></div>"
    )

    def shown(count: int, first: str, number: int) -> dict[str, str]:
        told = (first, "Next steps for the quay", f"All that is new of pier {number}")
        cards = "".join(card.format(number + n, words) for n, words in enumerate(told))
        by = f"<div class=info>Yazan: Ada Quay | Görüntülenme: {count}</div>"
        return {"body": by + text + cards}

    was, now = shown(176, line, 1), shown(628, "What changes for the archive", 4)
    assert not between(was, now).comparison.fields


def test_an_item_that_leaves_the_list_of_the_newest_beside_it_is_not_renamed() -> None:
    """Its headline leads to itself there and over its text, and the next one came."""
    head = "<h3><a href='/news/{}'>{}</a></h3>"
    buoys = [head.format(name, f"{name} moved away") for name in ("Buoy", "Light")]
    newest = (head.format("fog?s=2", "Fog stops ferry"), *buoys)

    def shown(at: datetime, visit: str, rows: tuple[str, ...]) -> Side:
        href = f"/news/fog?PHPSESSID={visit * 32}"
        page = PAGE.format(
            title=f"<a href='{href}'>Fog stops ferry</a>",
            date="12 May 2025",
            body=f"<p>{FOG}</p><p>{QUAY}</p>",
            beside=f"<div class=recent><h2>Recent</h2>{''.join(rows)}</div>",
        ).partition("</title>")[2]
        url = "https://press.harbour.example/news/fog"
        read = read_page(Capture(url=url, payload=page.encode(), captured_at=at))
        article = parse_article(read)
        assert isinstance(article, Article)
        return Side([read], article, is_item=True)

    was, now = shown(THEN, "a", newest[:2]), shown(NOW, "b", newest[:0:-1])
    assert not decide(was, now).comparison.fields


def test_a_day_that_is_always_today_is_no_edit_of_the_date() -> None:
    """A page that prints the day on which it is read has no other date."""
    found = between({"date": "2 March 2026"}, {"date": "3 March 2026"})
    assert "date" not in found.comparison.fields


def test_a_listing_that_shows_the_day_makes_it_the_items_own() -> None:
    """An item that was given the day of today, in its listing too, was redated."""
    old, new = side(THEN, date="2 March 2026"), side(NOW, date="3 March 2026")
    assert "date" in decide(old, new, is_listed_so=True).comparison.fields


def test_a_day_that_a_listing_tells_later_is_no_edit() -> None:
    """A box of links without days may show an item before its list does."""
    old, new = side(THEN, date=""), side(NOW, date="")
    day = Printed(day=date(2025, 5, 12), text="12.05.2025")
    new.article = replace(new.article, published=day)
    assert "date" in decide(old, new).comparison.fields
    assert "date" not in decide(old, new, is_listed_so=True).comparison.fields


def test_a_line_that_says_when_a_text_was_updated_weighs_little() -> None:
    """It is kept as a field of its own, and no edit of the text."""
    text = f"<p>{FOG}</p><p>{QUAY}</p><p>Last updated: {{}} March 2026, 09:15</p>"
    found = between({"body": text.format(1)}, {"body": text.format(2)}).comparison
    assert "body" not in found.fields


def test_the_lines_that_moved_are_told_with_the_edit() -> None:
    """The noise of a site is known by them, once they move alike on many items."""
    moved = between({}, {"body": f"<p>{FOG}</p><p>{QUAY}</p><p>No boat was lost.</p>"})
    assert moved.moved is not None
    assert moved.moved.come == ("No boat was lost.",)
    assert not moved.moved.gone


def test_what_a_new_design_leaves_out_was_not_edited() -> None:
    """A few items a day come due; each meets the new design by itself."""
    author = '<p class="author">By <a rel="author" href="/ada">Ada Quay</a></p>'
    text = f"<p>{FOG}</p><p>{QUAY}</p>"
    old = {"body": author + text}
    assert list(between(old, {}).comparison.fields) == ["authors"]
    redesigned = f'<section class="prose">{text}</section>'
    assert not between(old, {"body": redesigned}).comparison.fields
    edited = redesigned.replace("four", "five")
    assert list(between(old, {"body": edited}).comparison.fields) == ["body"]
    filed = redesigned + '<p><a href="/tide.pdf">Table of the tides</a></p>'
    assert "attachments" in between(old, {"body": filed}).comparison.fields
    called = text + filed.removeprefix(redesigned).replace("Table", "See here: Table")
    assert not between({"body": called}, {"body": filed}).comparison.fields
    other = {"body": filed.replace("tides", "boats")}
    assert list(between({"body": called}, other).comparison.fields) == ["attachments"]


def test_a_new_design_sets_the_place_and_the_day_elsewhere() -> None:
    """One over the text, as its first line; another beside the headline, if at all."""
    text = f"<p>{FOG}</p><p>{QUAY}</p>"
    line = '<p class="place">Port Low Isle, 12 May 2025</p>'
    old = {"date": "", "body": line + text}
    new = {"date": "12.05.2025", "body": f'<section class="prose">{text}</section>'}
    assert not between(old, new).comparison.fields
    told = {"date": "", "body": f"{line.replace('12', '24')}{text}"}
    assert list(between(told, new).comparison.fields) == ["date"]
    edited = {**new, "body": new["body"].replace("four", "five")}
    assert list(between(old, edited).comparison.fields) == ["body"]
    for by in (
        "By Ada Quay<b>May 12, 2025</b>",
        "Ada Quay, our man in port 12 May 2025",
    ):
        named = {"date": "", "body": f'<p class="place">{by}</p>{text}'}
        assert not between(named, new).comparison.fields
    said = "雾散之前渡轮不开,港务局请大家在码头等候通知,"
    said += "并感谢领航员连夜值守,也感谢所有耐心等候的旅客"
    told = {"date": "", "body": f"{text}<p>2025年5月12日{said}</p>"}
    assert list(between(told, new).comparison.fields) == ["body"]


def test_a_new_make_says_other_words_around_a_text() -> None:
    """Who writes for an office was said beside each item, and is said no more."""
    text, title = f"<p>{FOG}</p><p>{QUAY}</p>", "<h1>Fog stops ferry</h1>"
    bio = "<p>Ada Quay writes of boats. She was at sea for more than two decades."
    states = []
    for body, captions in (
        (f"<main>{title}<div>{bio}</div>{text}</main>", (UNDER,)),
        (f"<article>{title}<section class=prose>{text}</section></article>", ()),
    ):
        state = file(body)
        read = replace(state.article, body=f"{FOG}\n\n{QUAY}", captions=captions)
        states.append(Side(state.pages, read, is_item=True))
    assert not decide(*states).comparison.fields


def test_of_two_designs_of_one_file_the_text_alone_is_compared() -> None:
    """Nobody edited what a design prints around a text; one make is compared whole."""
    text = f"<p>{FOG}</p><p>{QUAY}</p>"
    title = "<h1>Fog stops ferry</h1>"
    said = "<div class=when>May 12, 2025</div><div class=byline>By Ada Quay</div>"
    was = file(f"<main>{title}{said}{text}</main>")
    head = f"{title}<div class=meta>12 May 2025, 08:01 Ada Quay</div>"
    for words, told in ((text, []), (text.replace("four", "five"), ["body"])):
        now = file(f"<article>{head}<section class=prose>{words}</section></article>")
        assert list(decide(was, now).comparison.fields) == told


def file(body: str) -> Side:
    """Return the state of a page of which nothing else is known."""
    head = "<title>Fog stops ferry</title><body>"
    url = "https://press.harbour.example/news/fog"
    page = read_page(Capture(url=url, payload=f"{head}{body}".encode()))
    article = parse_article(page)
    assert isinstance(article, Article)
    return Side([page], article)


@pytest.mark.parametrize("is_shown", [True, False])
def test_a_lead_edited_in_the_night_of_a_new_design_is_told(is_shown: bool) -> None:
    """A design may drop the lead, or take what machines are told for it."""
    text = f"<p>{FOG}</p><p>{QUAY}</p>"
    states = []
    for at, lead, body in (
        (THEN, "Four boats wait.", text),
        (NOW, "Five boats wait.", f'<section class="prose">{text}</section>'),
    ):
        state = side(at, body=f"<h2>{lead if is_shown else ''}</h2>{body}")
        body_read = f"{FOG}\n\n{QUAY}"
        state.article = replace(
            state.article, summary=lead, body=body_read, captions=()
        )
        states.append(state)
    found = decide(*states).comparison.fields
    assert list(found) == (["summary"] if is_shown else [])


@pytest.mark.parametrize(
    ("was", "told"),
    [
        ("Four boats wait at the outer basin for the fog to lift.", True),
        ("Five boats wait at the outer basin for the …", False),
        ("Five boats wait at the outer basin for the fog to lift.", False),
    ],
)
def test_a_lead_is_told_though_only_the_new_design_calls_it_one(
    was: str, told: bool
) -> None:
    """The old page prints it over its text, in a box that has no name."""
    lead = "Five boats wait at the outer basin for the fog to lift."
    text = f"<p>{FOG}</p><p>{QUAY}</p>"
    old = side(THEN, body=f"<div><p>{was}</p></div><div>{text}</div>")
    new = side(NOW, body=f"<p class=lead>{lead}</p><section>{text}</section>")
    body = f"{FOG}\n\n{QUAY}"
    found = decide(
        *(
            Side(
                state.pages,
                replace(state.article, summary=said, body=body),
                is_item=True,
            )
            for state, said in ((old, ""), (new, lead))
        )
    ).comparison.fields
    assert found == ({"summary": FieldChange(old=was, new=lead)} if told else {})


@pytest.mark.parametrize("is_edited", [True, False])
def test_a_lead_that_was_read_as_the_first_line_of_the_text_is_no_edit(
    is_edited: bool,
) -> None:
    """What stands around it decides which it is: here a box that shows it as well."""
    lead = "Five boats wait at the outer basin for the fog to lift."
    was = lead.replace("Five", "Four") if is_edited else lead
    text = f"<p class=lead>{{}}</p><p>{FOG}</p><p>{QUAY}</p>"
    beside = f"<aside><p>{lead}</p></aside>"
    old = side(THEN, body=text.format(was))
    new = side(NOW, body=text.format(lead) + beside)
    body = f"{FOG}\n\n{QUAY}"
    states = [
        Side(state.pages, replace(state.article, **fields), is_item=True)
        for state, fields in (
            (old, {"summary": "", "body": f"{was}\n\n{body}"}),
            (new, {"summary": lead, "body": body}),
        )
    ]
    assert bool(decide(*states).comparison.fields) is is_edited


def test_a_day_that_the_text_says_is_not_edited_by_a_new_design() -> None:
    """The office's place and day lead its text; the design dates it once more."""
    text = f"<p>LOW ISLE, 3 March 2025 - {FOG}</p><p>{QUAY}</p>"
    old = {"date": "", "body": text}
    modern = f'<section class="prose">{text}</section>'
    assert not between(old, {"date": "3 March 2026", "body": modern}).comparison.fields
    dated = {"date": "5 March 2026", "body": text}
    edited = {"date": "3 March 2026", "body": modern}
    assert list(between(dated, edited).comparison.fields) == ["date"]


def test_of_two_times_that_both_pages_hold_none_was_edited() -> None:
    """The hour is printed in one zone and marked in another."""
    time = '<time datetime="{}T02:00:00+01:00">{} March 2026, {}</time>'
    date = time.format("2026-02-09", 9, "03:00")
    was = replace_date(side(THEN, date=date), datetime(2026, 2, 9, 3, tzinfo=UTC))
    now = replace_date(side(NOW, date=date), datetime(2026, 2, 9, 2, tzinfo=UTC))
    assert not decide(was, now).comparison.fields
    moved = replace_date(
        side(NOW, date=time.format("2026-02-09", 9, "04:30")),
        datetime(2026, 2, 9, 4, 30, tzinfo=UTC),
    )
    assert list(decide(was, moved).comparison.fields) == ["date"]


def replace_date(side: Side, at: datetime) -> Side:
    """Return a state whose date was read as another of those on its page."""
    printed = side.article.published
    text = printed.text if printed else ""
    there = Printed(day=at.date(), at=at, text=text)
    side.article = replace(side.article, published=there)
    return side


@pytest.mark.parametrize("word", ["Publicidad", "广告", "広告", "광고"])
def test_an_advertisement_amid_the_text_is_no_edit(word: str) -> None:
    """It is marked in the language of its site, and leads elsewhere."""
    ad = '<div><span>{}</span> <a href="https://ads.example/{}">{}</a></div>'
    text = f"<p>{FOG}</p>{{}}<p>{QUAY}</p>"
    was, now = (
        {"body": text.format(ad.format(word, n, words))}
        for n, words in enumerate(("Boats of all sizes, new and old", "Nets"))
    )
    assert not between(was, now).comparison.fields


def test_a_teaser_that_says_what_an_items_lead_says_is_no_edit() -> None:
    """Many items of a site may have one lead; the one in its own place stayed."""
    lead = "The residents of Port Ellin may use the ferry free of charge from now on."
    body = f"<p class=lead>{lead}</p><p>{FOG}</p><p>{QUAY}</p>"
    beside = f"<aside><a href=/2>Buoy 2 moved</a><p>{lead}</p></aside>"
    old, new = side(THEN, body=body), side(NOW, body=body, beside=beside)
    old.article = replace(old.article, summary=lead, body=f"{FOG}\n\n{QUAY}")
    new.article = replace(new.article, summary="", body=f"{lead}\n\n{FOG}\n\n{QUAY}")
    assert "body" not in decide(old, new).comparison.fields


def test_a_file_named_in_the_text_is_told_as_a_file_and_not_as_words() -> None:
    """Old sites put a file's link, its size behind it, on the last line of a text."""
    link = "<br>Download: <a href=/up/{0}.pdf>Chart of basin {0}</a> ({0}4 KB)".format
    body = f"<div>{FOG}<br><br>{QUAY}<br>".__add__
    old, new = side(THEN, body=body(link(1))), side(NOW, body=body(link(1) + link(2)))
    found = decide(old, new)
    assert list(found.comparison.fields) == ["attachments"]
    assert found.moved is None


FIGURE = "<figure><img src='/1.jpg' alt=''><figcaption>{}</figcaption></figure>"
UNDER = "The ferry Tern at the outer basin"


@pytest.mark.parametrize(
    "page",
    [
        {"body": f"<p>{FOG}</p>{FIGURE}<p>{QUAY}</p>"},
        {"date": f"12 May 2025</p>{FIGURE}<p>"},
        {"body": f"<p>{FOG}</p><p>{QUAY}</p><div class=img><a href='/1.jpg'>"
                 "<img src='/1s.jpg'></a><p class=img-caption>{}</p></div>"},
        {"body": f"<p>{FOG}</p><table><caption>{{}}</caption><tr><td>Tern<td>4 hours"
                 f"<tr><td>Gull<td>3 hours</table><p>{QUAY}</p>"},
    ],
)  # fmt: skip
def test_what_stands_under_a_picture_is_an_edit_of_the_text(
    page: dict[str, str],
) -> None:
    """A name set right under a picture is read by everybody, and told by compare."""

    def state(words: str) -> dict[str, str]:
        return {name: part.format(words) for name, part in page.items()}

    was, now = state(UNDER), state(UNDER.replace("Tern", "Gull"))
    found = between(was, now).comparison
    assert list(found.fields) == ["body"]
    assert UNDER in str(found.fields["body"].old)
    again = state(f" {UNDER.replace(' ', '  ')} ")
    assert not between(was, again).comparison.fields


@pytest.mark.parametrize(
    "box",
    [
        "<div class=gallery>{0}{0}</div>",
        "<div class=swiper><div class=swiper-slide>{0}</div></div>",
        "<section class=related-news>{0}</section>",
        "<aside>{0}</aside>",
        "<a href='/news/2'>{0}</a>",
        "<div class=row>{0}<figure><a href='/news/3'><img src='/3.jpg'></a>"
        "<figcaption>Buoy moved off the cape</figcaption></figure></div>",
    ],
)
def test_what_stands_under_pictures_of_other_items_or_by_turns_is_no_edit(
    box: str,
) -> None:
    """Galleries, boxes of other news and rotating pictures change by themselves."""
    was, now = (
        {"body": f"<p>{FOG}</p>{box.format(FIGURE.format(words))}<p>{QUAY}</p>"}
        for words in (UNDER, UNDER.replace("Tern", "Gull"))
    )
    assert not between(was, now).comparison.fields


def test_a_new_design_that_shows_no_pictures_is_no_edit() -> None:
    """One design prints what stands under a picture, another leaves it out."""
    text = f"<p>{FOG}</p>{{}}<p>{QUAY}</p>"
    was = {"body": text.format(FIGURE.format(UNDER))}
    now = {"body": f'<section class="prose">{text.format("")}</section>'}
    assert not between(was, now).comparison.fields
    edited = {"body": now["body"].replace("four", "five")}
    assert list(between(was, edited).comparison.fields) == ["body"]


@pytest.mark.parametrize("tag", ["h3", "p"])
def test_a_day_that_signs_a_text_below_a_headline_of_lower_rank_is_an_edit(
    tag: str,
) -> None:
    """The heading of related items ranked higher: all above was the page's head."""
    top = f"<title>Fog stops ferry</title><{tag} class=headline>Fog stops ferry</{tag}>"
    top += "<i>12 May 2025</i>"
    sides = []
    for at, line in ((THEN, ""), (NOW, "<p>Saltmere, 9 May 2025</p>")):
        text = f"<div><p>{FOG}</p><p>{QUAY}</p>{line}</div>"
        page = f"{top}{text}<h2>See also</h2><a href=/1>Pilots</a>".encode()
        url = "https://press.harbour.example/news/fog"
        read = read_page(Capture(url=url, payload=page, captured_at=at))
        article = parse_article(read)
        assert isinstance(article, Article)
        sides.append(Side([read], article, is_item=True))
    assert list(decide(*sides).comparison.fields) == ["body"]
