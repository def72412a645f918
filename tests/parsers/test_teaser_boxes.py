"""Later items told of above an article, each with its lead."""

from parsers.article import parse_article
from parsers.block_walk import walk
from parsers.body.teaser_boxes import teaser_boxes
from parsers.model import Article, Capture
from parsers.page import read_page
from parsers.profile import learn

TEASER = (
    "<div class=n><div>{0}</div><a href=/news/{1}><b>{2}</b></a><p>The board of the"
    " harbour met in the old customs house and heard the pilots for three hours. It"
    " will meet again once the fog is gone and the boats are counted.</p></div>"
)
LATER = (
    ("03.05.2021", "pilots", "Pilots heard in the old customs house"),
    ("02.05.2021", "lamps", "Lamps of the eastern pier are lit again"),
    ("01.05.2021", "boats", "Board of the harbour counts its boats"),
)
TEXT = (
    "The ferry to the low isle was late on Friday since fog lay on the sound.<br><br>"
    "Its captain said that forty people waited on the quay with their bread.<br><br>"
    "Nobody was hurt, and the evening ferry sailed as the table says.<br><br>"
)


def page(*, age: str = "", teasers: str = "", behind: str = "") -> Capture:
    """Return a page of a press office that says the headline twice."""
    html = (
        f"<title>Fog stops the ferry</title><div id=lt><h3>Latest</h3>{teasers}</div>"
        "<div id=ct><h1>Fog stops the ferry</h1><div class=det><b>Fog stops the ferry"
        f"</b> <span>26.04.2021</span>{age}<div class=t>{TEXT}</div>"
        "<p><a href=/t.pdf>Timetable of the ferry</a></div>"
        f"<p><a href=/news>Back to the list</a></p></div><div id=rt>{behind}</div>"
    )
    return Capture(url="https://h.example/news/fog", payload=html.encode())


def test_leads_in_a_row_are_no_text_where_the_headline_is_not_known() -> None:
    """Pages older than headings have the site's name for a window title."""
    teasers = "".join(TEASER.format(*one) for one in LATER)
    html = f"<title>Harbour</title><div>{teasers}</div><div><b>Fog</b><br>{TEXT}</div>"
    url = "https://h.example/view.asp?id=7"
    article = parse_article(Capture(url=url, payload=html.encode()))
    assert isinstance(article, Article)
    assert "customs house" not in article.body
    assert "Its captain said" in article.body


def test_leads_of_other_items_above_the_headline_are_no_text() -> None:
    """A site that tells of its newest items on every page would change every day."""
    linked = "".join(TEASER.format(*one) for one in LATER)
    bare = linked.replace("<a href", "<i title").replace("</a>", "</i>")
    short = TEASER.format(*LATER[0]) + "<div class=n><div>01.05.2021</div><a href=/n/2>"
    short += "Boats are counted once more</a><img src=/b.png></div>"
    flat = linked.replace("<div class=n>", "").replace("</p></div>", "</p>")
    listed = "".join(
        f"<li>{when} <a href=/n/{n}>{title}</a> It met in the customs house and heard"
        " the pilots for three hours.</li>"
        for when, n, title in LATER
    )
    one = TEASER.format(*LATER[0])
    above = ("", linked, bare, short, one, flat, listed)
    for teasers, behind in (*((box, "") for box in above), ("", linked)):
        article = parse_article(read_page(page(teasers=teasers, behind=behind)))
        assert isinstance(article, Article)
        assert article.body.startswith("The ferry to the low isle")
        assert "customs house" not in article.body
        assert [file.label for file in article.attachments] == [
            "Timetable of the ferry"
        ]


def test_a_day_behind_the_headline_said_again_is_the_items() -> None:
    """Old sites glue it there in no heading, some with its age behind it."""
    for age in ("", " <i>(8 days ago)</i>"):
        article = parse_article(read_page(page(age=age)))
        assert isinstance(article, Article)
        assert article.published
        assert article.published.iso == "2021-04-26"
        assert article.body.startswith("The ferry")


def test_an_item_told_of_on_every_page_keeps_its_own_lead() -> None:
    """What the others' boxes say of it is no boilerplate of the site."""
    lead = TEXT.partition("<br>")[0]
    box = TEASER.replace(TEASER[TEASER.index("<p>") :], f"<p>{lead}</p></div>")
    teasers = box.format("26.04.2021", "fog", "Fog stops the ferry, forty wait")
    teasers += TEASER.format(*LATER[2])
    others = [
        Capture(
            url=f"https://h.example/news/{n}",
            payload=page(teasers=teasers)
            .payload.replace(b"Fog stops the ferry<", b"Boat %d is late<" % n)
            .replace(TEXT.encode(), f"Boat {n} ran dry for {n} hours. ".encode() * 9),
        )
        for n in range(10, 16)
    ]
    article = parse_article(read_page(page()), profile=learn(others))
    assert isinstance(article, Article)
    assert article.body.startswith("The ferry to the low isle")


def test_cards_of_other_items_below_a_short_text_are_none_of_it() -> None:
    """Their boxes' names tell it, and the row's other boxes go with them."""
    card = (
        "<div class=card><h3><a href=/n/{0}>{1}</a></h3><p>The board of the harbour met"
        " in the old house on pier {0} and heard the pilots.</p></div>"
    )
    titles = (*(title for _, _, title in LATER), "Ice")
    cards = "".join(card.format(n, title) for n, title in enumerate(titles))
    short = (
        "<main><h1>Fog stops the ferry</h1><p>26.04.2021</p><section><div>"
        "<p>The ferry to the low isle was late on Friday since fog lay on the sound,"
        " and forty people waited.</p></div></section>"
        f"<section class=more><div>{cards}</div></section></main>"
    )
    html = f"<title>Fog stops the ferry</title>{short}"
    capture = Capture(url="https://h.example/news/fog", payload=html.encode())
    article = parse_article(read_page(capture))
    assert isinstance(article, Article)
    assert article.body.endswith("forty people waited.")


def test_items_of_a_box_that_is_called_related_are_no_text() -> None:
    """Each has a linked title and how its text begins, and no day."""
    rows = "".join(
        f"<li><a href=/news/{n}>{title}</a><div class=intro>The board of the harbour"
        " met in the old customs house and heard the pilots for three hours.</div>"
        for _, n, title in LATER
    )
    box = f"<div class=itemRelated><h3>On the same topic</h3><ul>{rows}</ul></div>"
    article = parse_article(read_page(page(behind=box)))
    assert isinstance(article, Article)
    assert "customs house" not in article.body


def test_a_text_that_points_to_another_item_is_no_box_of_that() -> None:
    """In a page of tables a row of the text is made as a row of the newest items is."""
    rows = "".join(
        f"<tr><td>{when}<br><a href=/news/{n}>{title}</a><br>The board of the harbour"
        " met in the customs house and heard the pilots.</td></tr>"
        for when, n, title in LATER
    )
    first, second, third, _ = TEXT.split("<br><br>")
    pointer = f"<p><a href=/news/lamps>{LATER[1][2]}</a></p>"
    html = (
        f"<title>Harbour</title><table><tr><td><table>{rows}</table></td><td><table>"
        "<tr><td>Fog stops the ferry</td></tr><tr><td>Posted: 26.04.2021</td></tr><tr>"
        f"<td>{first}<br><br>{second}{pointer}{third}<p>Views: 957378</p><p>Printed at"
        " the office of the harbour, pier 7</p></td></tr></table></td></tr><tr><td>"
        "Office of the harbour, pier 7, Low Isle, telephone 000 1234, open each day at"
        " noon</td></tr></table>"
    )
    blocks = walk(
        read_page(Capture(url="https://h.example/news/fog", payload=html.encode()))
    )
    told = {block.text for block in teaser_boxes(blocks, "Fog stops the ferry")}
    assert told
    assert told.isdisjoint((first, second, third))
