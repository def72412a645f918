"""Leads and quotes that stand in boxes of their own, beside or within the text."""

import pytest

from parsers.article import parse_article
from parsers.block_walk import walk
from parsers.body.whole_quotes import with_quotes
from parsers.finders.body import Body
from parsers.finders.lead import find_lead
from parsers.finders.said_above import find_said_above
from parsers.metadata import read_metadata
from parsers.model import Article, Capture
from parsers.page import read_page
from parsers.profile import learn
from parsers.reading import Reading

URL = "https://port.harbour.example/news/ferry.html"
LEAD = "The harbour office keeps the night ferry for another winter, it says."
TITLE = "The night ferry stays"


def lead_of(heading: str, lead: str) -> tuple[str, str] | None:
    """Return the lead found between a heading and a text, and how it was found."""
    text = "<div class=rte><p>The ferry came back at noon.</p></div>"
    page = read_page(
        Capture(url=URL, payload=f"<h1>{heading}</h1>{lead}{text}".encode())
    )
    reading = Reading(page=page, metadata=read_metadata(page), blocks=walk(page))
    last = reading.blocks[-1]
    body = Body(blocks=(last,), place=last.place.parent, dropped=(), likely=())
    return find_lead(reading, body, TITLE)


def read(
    lead: str, *, within: str = "", head: str = "", headline: str = TITLE
) -> Article:
    """Return an invented article with a lead under its headline."""
    text = "".join(
        f"<p>The ferry came back at noon on tide {n} and the pilots had waited for it"
        f" since dawn, as on each of the days before.</p>{within if n == 1 else ''}"
        for n in range(4)
    )
    page = (
        f"<html><head>{head}</head><body><h1>{headline}</h1>{lead}"
        f"<div class=wrap><div class=rte>{text}</div></div></body></html>"
    )
    article = parse_article(Capture(url=URL, payload=page.encode()))
    assert isinstance(article, Article)
    return article


@pytest.mark.parametrize("unseen", ["", "\u200b", "\ufeff ", "\u2060\u200e"])
def test_what_nobody_sees_at_the_end_of_a_lead_changes_nothing(unseen: str) -> None:
    """Editors leave signs of no width at a line's end one day, and none the next."""
    lead = f"<p class=text><strong>{LEAD}</strong>{unseen}</p>"
    assert lead_of(TITLE, lead) == (LEAD, "lead")


@pytest.mark.parametrize(
    "lead",
    [
        f"<div class=sapo>{LEAD}</div>",
        f"<p class='summary introtext'>{LEAD}</p>",
        f"<div class=intro><p>{LEAD}</p></div>",
        f"<div class='cmp-text cmp-text--lead'><p><b>{LEAD}</b></p></div>",
        f"<div class=article-chapo><p>{LEAD}</p></div>",
        f"<div class=perex>{LEAD}</div>",
        f"<div class='field ft_text f_teaser'><div class=value>{LEAD}</div></div>",
        f"<div class=article-preview><p>{LEAD}</p></div>",
        f"<div class='sfnewsSummary sfsummary'><p>{LEAD}</p></div>",
        f"<div class=haber-ozet><strong>{LEAD}</strong></div>",
        f"<h2>{LEAD}</h2><p>2 March 2026</p>",
        f"<p>2 March 2026.</p><p class='text-xl'>{LEAD}</p><figure><img></figure>",
        f"<div><p class=lead>{LEAD}</p><p class=subheader>2 March 2026</p></div>",
        f"<div class=sub-header>{LEAD}</div><div class=date>2 March 2026</div>",
    ],
)
def test_a_lead_is_read_wherever_it_stands(lead: str) -> None:
    """An edit of words that nobody reads is missed."""
    article = read(lead)
    assert LEAD in (article.summary, article.body.partition("\n\n")[0])


@pytest.mark.parametrize(
    "lead",
    [f"<div class=display>{LEAD}</div>", f"<div class=short><p>{LEAD}</p></div>"],
)
def test_a_lead_stands_beside_the_box_of_its_headline(lead: str) -> None:
    """A template gives each a box of its own, and the lead no name that tells."""
    text = "".join(
        f"<p>Tide {n} was late, and so were all boats.</p>" for n in range(9)
    )
    markup = (
        f"<main><div class=head><h1>{TITLE}</h1></div><div>2 March 2026</div>{lead}"
        f"<div class=row><img></div><div class=rte>{text}</div></main>"
    )
    page = read_page(Capture(url=URL, payload=markup.encode()))
    reading = Reading(page=page, metadata=read_metadata(page), blocks=walk(page))
    last = reading.blocks[-9:]
    body = Body(blocks=last, place=last[0].place.parent, dropped=(), likely=())
    assert find_lead(reading, body, TITLE) == (LEAD, "lead")


def test_a_lead_stands_under_a_heading_that_says_but_a_part_of_the_title() -> None:
    """What the item is about stands above it, and the title has both."""
    lead = f"<div class=sub-title>{LEAD}</div>"
    assert lead_of("The ferry", lead) == (LEAD, "lead")


@pytest.mark.parametrize(
    "beside",
    [
        "<div class=by>By Tern</div><div><p class=strapline>{}</p></div>",
        "<div class=deck-text>{}</div>",
        "<p class=dek>{}</p><div><h3>Send The night ferry stays</h3></div>",
        "<p class=sub-title>{}</p><div class=summary>Links pay a fee to it.</div>",
    ],
)
def test_a_lead_is_known_whatever_stands_beside_it(beside: str) -> None:
    """A box to share says the title again, and a notice may be called a summary."""
    lead = LEAD.rstrip(".")
    assert lead_of(TITLE, beside.format(lead)) == (lead, "lead")


@pytest.mark.parametrize(("hidden", "said"), [("<div><h1", (LEAD,)), ("<div><b", ())])
def test_a_line_is_read_above_a_text_where_its_headline_is_hidden_as_well(
    hidden: str, said: tuple[str, ...]
) -> None:
    """There is a head for small screens and one for large, hidden on the other."""
    head = f"<div><h1>{TITLE}</h1><div><b>{LEAD}</b></div></div>"
    head = head.replace(hidden, hidden.replace("div", "div style='display:none'"))
    markup = f"<main>{head}<div class=rte><p>The ferry came back at noon.</p></div>"
    page = read_page(Capture(url=URL, payload=markup.encode()))
    reading = Reading(page=page, metadata=read_metadata(page), blocks=walk(page))
    last = reading.blocks[-1]
    body = Body(blocks=(last,), place=last.place.parent, dropped=(), likely=())
    assert find_said_above(reading, body, TITLE) == said


@pytest.mark.parametrize("age", ["", " (3 days ago)"])
def test_a_headline_said_again_with_its_day_is_no_lead(age: str) -> None:
    """A corrected headline would be a corrected lead as well."""
    title = f"<h3>{TITLE} for winter <span>03.03.2026</span>{age}</h3>"
    assert read(title, headline=f"{TITLE} for winter").summary == ""


def test_a_lead_of_few_signs_says_as_much_as_one_of_many_letters() -> None:
    """And its quotation marks may be drawn in boxes beside it."""
    lead = "港务局将于九月底前在望海区开放夜间列车。"
    boxes = f"<div class=l>“</div><div class=m>{lead}</div><div class=r>”</div>"
    assert lead_of(TITLE, f"<div class=intro>{boxes}</div>") == (lead, "lead")


def test_a_lead_that_other_pages_tell_too_is_the_item_s() -> None:
    """Each told of the next ones below its text: no lead of the site was read."""
    boats = "tug pilot crane light dredger yacht barge cutter".split()
    leads = [LEAD.replace("ferry", boat) for boat in boats]
    pages = []
    for n, boat in enumerate(boats):
        told = "".join(
            f"<h4><a href=/n/{m}>Item {m} of the port</a></h4><p>{leads[m]}</p>"
            for m in ((n + 1) % 8, (n + 2) % 8)
        )
        text = "".join(
            f"<p>The {boat} came in on tide {k}, later than all others.</p>"
            for k in range(4)
        )
        lead = f"<p class=lead>{leads[n]}</p><div class=t>{text}</div>"
        page = f"<h1>Item {n} of the port</h1>{lead}{told}"
        pages.append(Capture(url=f"{URL}?{n}", payload=page.encode()))
    article = parse_article(pages[0], profile=learn(pages))
    assert isinstance(article, Article)
    assert article.summary == leads[0]


def test_what_most_pages_call_their_lead_is_no_part_of_it() -> None:
    """It was read or not as the lead was for the lead or for the text: an edit each."""
    label = "<h4>Summary</h4>"
    boats = "tug pilot crane light dredger yacht".split()
    pages = [
        Capture(
            url=f"{URL}?{n}",
            payload=(
                f"<h1>A {boat} is late</h1><div class=summary>{label}<p>"
                f"{LEAD.replace('ferry', boat)}</p></div><div class=text>"
                + "".join(
                    f"<p>The {boat} came on tide {k}, later than all of the others, and"
                    " went out again on the next.</p>"
                    for k in range(5)
                )
            ).encode(),
        )
        for n, boat in enumerate(boats)
    ]
    article = parse_article(pages[0], profile=learn(pages))
    assert isinstance(article, Article)
    assert article.summary == LEAD.replace("ferry", "tug")


def test_a_lead_that_is_a_heading_may_stand_below_the_day() -> None:
    """A short one heads a part of the text."""
    day = "<p>2 March 2026</p>"
    assert lead_of(TITLE, f"{day}<h2>{LEAD}</h2>") == (LEAD, "lead")
    assert lead_of(TITLE, f"{day}<h2>What the office says of it</h2>") is None
    plain = f"<p class=title>{TITLE}</p>{day}<h2>{LEAD}</h2><div><p>It came.</p></div>"
    page = read_page(Capture(url=URL, payload=plain.encode()))
    reading = Reading(page=page, metadata=read_metadata(page), blocks=walk(page))
    last = reading.blocks[-1]
    body = Body(blocks=(last,), place=last.place.parent, dropped=(), likely=())
    assert find_lead(reading, body, TITLE) == (LEAD, "lead")


def test_a_lead_may_stand_below_all_that_is_told_of_an_item() -> None:
    """Shares, counters, source, writer and day are each a line of their own."""
    lines = "".join(f"<div class=fact>Fact {n}</div>" for n in range(13))
    lead = f"{lines}<div class=intro>{LEAD}</div>"
    assert lead_of(TITLE, lead) == (LEAD, "lead")


def test_a_lead_stands_under_a_heading_that_says_first_what_the_item_is() -> None:
    """The title is the rest of the heading; the window says where it begins."""
    heading = f"Press release <span>{TITLE}</span>"
    assert lead_of(heading, f"<div class=sub-title>{LEAD}</div>") == (LEAD, "lead")


def test_a_heading_that_says_first_what_the_item_is_is_none_of_its_text() -> None:
    """Nor is it where the text is taken to begin above it."""
    text = (
        "<p>The ferry came back at noon and its pilots had waited since dawn.</p>" * 4
    )
    lead = f"<h1>Press release <span>{TITLE}</span></h1><div class=sub>{LEAD}</div>"
    head = f"<html><head><title>{TITLE} | Harrowmere</title></head>"
    page = f"{head}<body>{lead}<div class=rte>{text}</div></body>"
    article = parse_article(Capture(url=URL, payload=page.encode()))
    assert isinstance(article, Article)
    assert "Press release" not in article.body


@pytest.mark.parametrize(
    ("says", "is_said"),
    [("It sails for one winter", True), ("3 hours ago", False), ("News", False)],
)
def test_a_lead_of_few_words_is_said_beside_the_text(says: str, is_said: bool) -> None:
    """It sums up nothing, and an edit of it must be told all the same."""
    head = "<meta property=og:type content=article>"
    article = read(f"<p class=standfirst>{says}</p>", head=head)
    assert says not in article.summary
    assert (says in article.captions) == is_said


@pytest.mark.parametrize(
    "line",
    [
        "<div><b>What changes at the quay</b></div>",
        "<p>2 March 2026</p><h2>What changes at the quay</h2>",
        "<header><p>What changes at the quay</p></header><div class=share>Share</div>",
        "<p><em>What changes at the quay</em></p><p>By Ada Brook</p>",
    ],
)
def test_what_stands_below_a_headline_is_said_beside_the_text(line: str) -> None:
    """Too short for a lead that nothing names, it was read as nothing at all."""
    head = "<meta property=og:type content=article>"
    article = read(line, head=head)
    said = (article.summary, article.body.partition("\n\n")[0], *article.captions)
    assert "What changes at the quay" in said


def test_a_line_that_speaks_of_rights_is_said_beside_the_text() -> None:
    """In some tongues they are called as dues are."""
    head = "<meta property=og:type content=article>"
    assert read("<p>Chapitre 17 : les droits de port</p>", head=head).captions
    assert not read("<p>Tous droits réservés au port</p>", head=head).captions


@pytest.mark.parametrize(
    "line",
    [
        "<p>By our correspondent at Low Isle</p>",
        "<div><b>Por:Ada Quay en:Lun 2 de Mar, 2026 [12:15] (3729 lecturas)</b></div>",
        "<p>Photo: the harbour office of Low Isle</p>",
        "<p>Tuesday, 2 March 2026, 12:15</p>",
        "<p>Views: 1,204,118</p>",
        "<p>Ships in the port today: 41</p>",
        "<p>(1544 days ago)</p>",
        "<p>Publié le 2 mars 2026 (il y a 3 jours) Mis à jour le 05/03/2026</p>",
        "<p>Published 2 March 2026 · 4 minutes · Updated 5 March 2026 at 10:00</p>",
        "<div class=related><p>What else the office says</p></div>",
        "<p><a href=/all>All that the office says</a></p>",
        "<div><p>What changes at the quay (12000)</p><form><input type=email></div>",
    ],
)
def test_what_tells_of_an_item_is_not_said_beside_its_text(line: str) -> None:
    """Writers, days and counts are told as fields of their own, or not at all."""
    head = "<meta property=og:type content=article>"
    assert read(line, head=head).captions == ()


def test_a_byline_glued_to_its_colon_is_no_text() -> None:
    """Its readers are others every day, and the text was edited as often."""
    line = "<p>Por:Ada Quay en:Lun 2 de Mar, 2026 [12:15] (3729 lecturas)</p>"
    assert read(line).authors == ("Ada Quay",)
    assert read(line).body == read("").body


def test_a_sign_that_nobody_sees_is_no_caption() -> None:
    """One that an editor left beside a picture was told as an edit of every item."""
    picture = "<figure><img src=/a.jpg><figcaption>&#8203;{}</figcaption></figure>"
    assert read(picture.format("")).captions == ()
    assert read(picture.format("Fog over it")).captions == ("Fog over it",)


def test_a_page_without_a_lead_is_summed_up_as_it_tells_machines() -> None:
    """Descriptions for machines are better than nothing."""
    told = "<meta name=description content='All the news of the harbour.'>"
    assert read("", head=told).summary == "All the news of the harbour."


def test_what_every_page_tells_machines_sums_up_none() -> None:
    """Ministries call each page their official site."""
    page = (
        "<html><head><meta name=description content='The harbour office in brief.'>"
        "</head><body><h1>Tide {0} is out</h1><p>"
        + "The ferry came back at noon on tide {0} and the pilots waited. "
        * 6
    )
    captures = [
        Capture(url=f"{URL}?n={n}", payload=page.format(n).encode()) for n in range(6)
    ]
    article = parse_article(captures[0], profile=learn(captures))
    assert isinstance(article, Article)
    assert article.summary == ""


@pytest.mark.parametrize(
    "line",
    [
        f"<div class=intro><a href=/other>{LEAD}</a></div>",
        f"<div class=related-intro><p>{LEAD}</p></div>",
        f"<p class=intro>{LEAD}</p><ul><li><p class=intro>{LEAD} So too.</p></ul>",
        "<p class=intro>12 items</p>",
        f"<p>{LEAD}</p><p>{LEAD} So it was told at noon, on the quay.</p>",
        f"<div class=box><p>{LEAD}</p></div>",
    ],
)
def test_a_teaser_of_something_else_is_no_lead(line: str) -> None:
    """It moves with every new item of the site."""
    assert read(line).summary == ""


@pytest.mark.parametrize(
    "box",
    [
        "<aside class=citaat><p>{}</p></aside>",
        "<aside><p>“{}”</p></aside>",
        "<blockquote><p>{}</p></blockquote>",
        "<div class=pull-quote>{}</div>",
    ],
)
def test_a_quote_between_paragraphs_is_text(box: str) -> None:
    """What somebody said stands in a box that elsewhere is a sidebar's."""
    quote = "We had the fog for nine days and did not see the mole once, said the mate."
    assert quote in read("", within=box.format(quote)).body


def test_a_quote_is_read_whole() -> None:
    """Whose words a note of a network shows, and of what day, is linked below them."""
    said = "<p>We had the fog for nine days and did not see the mole once.</p>"
    who = "&mdash; Ida Holm (@idaholm) <a href=/status/1>March 2, 2026</a>"
    note = f"<blockquote class=note>{said}{who}</blockquote>"
    text = "<p>{0} boats stayed in the harbour until the evening, said the port.</p>"
    page = f"<div>{text.format('Nine')}{note}{text.format('Ten')}</div>"
    blocks = walk(read_page(Capture(url=URL, payload=page.encode())))
    assert with_quotes(blocks, [blocks[0], blocks[1], blocks[3]]) == list(blocks)
    assert with_quotes(blocks, [blocks[0], blocks[3]]) == list(blocks)


def test_a_quote_drawn_out_of_a_text_is_no_part_of_it_twice() -> None:
    """A pull quote repeats what the text says, to catch the eye."""
    said = "We had the fog for nine days and did not see the mole once."
    other = "We had no ice."
    for quote, count in ((said[:-1], 2), (other * 3, 3), (f"<a href=/>{other * 3}", 2)):
        box = f"<aside class=citaat><p>{quote}</p></aside>"
        page = f"<div><p>{said}</p>{box}<p>So the mate said at noon.</p></div>"
        blocks = walk(read_page(Capture(url=URL, payload=page.encode())))
        assert len(with_quotes(blocks, [blocks[0], blocks[2]])) == count


def test_a_quote_in_boxes_of_its_own_between_paragraphs_in_theirs_is_text() -> None:
    """Builders put every paragraph, and every quote, into a part of its own."""
    part = "<div class=part><div class=inner>{}</div></div>".format
    said = "We had the fog for nine days and did not see the mole once."
    for box, count in (("<figure><blockquote>{}", 3), ("<div>{}</div>", 2)):
        parts = (part(f"<p>{n} boats stayed in the harbour.") for n in ("Nine", "Ten"))
        page = part(box.format(said)).join(parts)
        blocks = walk(read_page(Capture(url=URL, payload=page.encode())))
        assert len(with_quotes(blocks, [blocks[0], blocks[2]])) == count


def test_a_quote_with_another_figure_is_no_quote_drawn_out() -> None:
    """Ministers say the same every year, but for the number."""
    said = "It was the {}th session of the commission since its foundation."
    box = f"<blockquote>{said.format(94)}</blockquote>"
    page = f"<div><p>{said.format(12)}</p>{box}<p>So the minister said.</p></div>"
    blocks = walk(read_page(Capture(url=URL, payload=page.encode())))
    assert len(with_quotes(blocks, [blocks[0], blocks[2]])) == 3


def test_a_quote_set_apart_that_the_text_says_goes_with_who_said_it() -> None:
    """It is in the text already; where it is not, it is read where it stands."""
    said = "We had the fog for 12 days and did not see the mole once, nor the bar"
    quote = f"<blockquote class=story__pullquote><p>{said}</p>— Ida Holm</blockquote>"
    first, last = said[:26], said[27:]
    for text, count in (
        (f"“{said},” she said.", 2),
        (f"“{first},” said the mate, “{last}.”", 2),
        (f"“{said.replace('12', '14')}.”", 4),
        ("It was late, she said.", 4),
    ):
        page = f"<div><p>The ferry came.</p>{quote}<p>{text}</p></div>"
        blocks = walk(read_page(Capture(url=URL, payload=page.encode())))
        assert len(with_quotes(blocks, blocks)) == count


def test_what_is_said_only_beside_the_text_twice_stays() -> None:
    """Two copies of a box are no reason to lose both."""
    box = "<aside><p>The next ferry leaves when the fog has gone, at noon.</p></aside>"
    page = f"<div><p>The ferry came.</p>{box}{box}<p>It left.</p></div>"
    blocks = walk(read_page(Capture(url=URL, payload=page.encode())))
    assert with_quotes(blocks, blocks) == list(blocks)


def test_a_day_and_its_age_under_the_headline_are_no_lead() -> None:
    """The age is another each day, and so each day the lead was edited."""
    assert not read("<div class=intro>February 28, 2026 (3 days ago)</div>").summary
    assert not read(
        "<div class=intro>May 8, 2026 6:35 AM (2 days ago) EST</div>"
    ).summary


def test_a_subtitle_in_one_heading_with_the_headline_is_the_lead() -> None:
    """Writers of plain text have one heading for both, and the headline was longer."""
    both = f"<br><span class=subtitle>{LEAD}</span>"
    assert lead_of(f"{TITLE}{both}", "") == (LEAD, "lead")
    assert lead_of(f"{TITLE}{both.replace('it says.', '9 read it')}", "") is None
    page = f"<title>Fog</title><h1>Fog stays{both}</h1><p>The ferry came at noon.</p>"
    found = parse_article(Capture(url=URL, payload=page.encode()))
    assert isinstance(found, Article)
    assert found.title == "Fog stays"


def test_a_lead_stands_near_its_headline_however_far_the_text_is() -> None:
    """The box beside a text stands before it in the markup, with all its links."""
    links = "".join(f"<li><a href=/topic/{n}>Topic {n}</a>" for n in range(32))
    beside = f"<div class=features><h4>Topics</h4><ul>{links}</ul></div>"
    assert lead_of(TITLE, f"<h3 class=subheadline>{LEAD}</h3>{beside}") == (
        LEAD,
        "lead",
    )


@pytest.mark.parametrize("is_slogan", [False, True])
def test_a_lead_that_teasers_on_every_page_say_is_the_item_s(is_slogan: bool) -> None:
    """What all pages say under their headlines is the site's."""
    own = [f"Ferry {n} will not sail to the outer isles before Easter." for n in "1234"]
    said = [own[2]] * 4 if is_slogan else own
    titles = [f"The fog stays at pier {n}" for n in ("one", "two", "three", "four")]
    teaser = (
        f"<div class=more><h3><a href=/0>{titles[0]}</a></h3><p>{said[0]}</p></div>"
    )
    text = (
        "<p>{} for the {}th day in a row, the pilots said at noon, and so did we.</p>"
    )
    captures = [
        Capture(
            url=f"https://h.example/{n}",
            payload=(
                f"<title>{title}</title><h1>{title}</h1><h2 class=subtitle>{lead}</h2>"
                f"<div class=rte>{''.join(text.format(title, d) for d in range(4, 9))}"
                f"</div>{'' if is_slogan or not n else teaser}"
            ).encode(),
        )
        for n, (title, lead) in enumerate(zip(titles, said, strict=True))
    ]
    found = parse_article(captures[0], profile=learn(captures))
    assert isinstance(found, Article)
    assert found.summary == ("" if is_slogan else said[0])


@pytest.mark.parametrize("tag", ["div", "h2"])
def test_a_headline_that_stands_there_twice_is_no_lead_for_its_day(tag: str) -> None:
    """Its list prints it once more, with the day glued behind: it is no part of it."""
    title = "The harbour office and Low Isle sign an agreement on the night ferry"
    said = f"<{tag}>{title} 06.03.2026</{tag}>"
    text = "<p>The ferry came back at noon, and left for the isle at one.</p>" * 4
    page = f"<h1>{title}</h1><div class=item>{said}<div>{text}</div></div>"
    found = parse_article(Capture(url=URL, payload=page.encode()))
    assert isinstance(found, Article)
    assert (found.captions, "06.03" in found.body) == ((), False)


@pytest.mark.parametrize(
    "line", ["Release Number 20260304-15", "For immediate release"]
)
def test_the_number_of_a_release_is_not_read_beside_its_text(line: str) -> None:
    """It follows the day: when that was corrected, the text was told as edited, too."""
    assert read(f"<p>{line}</p>").captions == ()
