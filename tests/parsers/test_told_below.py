"""What stands below a text in its own box, and is told of other items."""

import pytest

from parsers.article import parse_article
from parsers.block_walk import walk
from parsers.blocks import Block
from parsers.body.told_below import without_heads, without_told_below
from parsers.model import Article, Capture
from parsers.page import read_page
from parsers.profile import learn

TEXT = "<p>The ferry came late again, since fog lay on the sound from dawn to dusk.</p>"
TOLD = (
    "<h4><a href=/n/{0}>What the pilots said of the {0}</a></h4>"
    "<p>They had never seen the {0} like this.</p>"
)
OTHERS = TOLD.format("fog") + TOLD.format("mole") + TOLD.format("tide")


def kept(markup: str) -> list[str]:
    """Return what is kept of the lines that some markup has below a text."""
    page = f"<div>{TEXT}{TEXT}{markup}</div>"
    capture = Capture(url="https://h.example/1", payload=page.encode())
    blocks: tuple[Block, ...] = walk(read_page(capture))
    own = [block for block in blocks if block.link_share < 0.5]
    left = without_heads(blocks, without_told_below(blocks, own))
    return [block.text for block in left[2:]]


@pytest.mark.parametrize(
    "label",
    [
        "Related news",
        "À lire aussi",
        "Más noticias",
        "関連情報",
        "خبرهای مرتبط",
        "관련 기사",
    ],
)
def test_paragraphs_under_linked_headlines_below_a_label_are_no_text(
    label: str,
) -> None:
    """They change with each item that is published, and no box holds them."""
    assert kept(f"<h4>{label}</h4>{OTHERS}") == []
    assert kept(f"<div><h4>{label}</h4></div>{OTHERS}") == []


def test_a_last_line_with_a_colon_over_a_link_to_another_item_is_no_text() -> None:
    """What it introduced was left out, and it was the end of the text."""
    said = "<p>What the pilots tell of it, and of the fog:</p>"
    assert kept(f"{said}<p><a href=/n/7>Fog on the sound</a></p>") == []
    paper = "<p><a href=/up/tide.pdf>The table of tides</a></p>"
    assert kept(f"{said}{paper}") == ["What the pilots tell of it, and of the fog:"]


def test_a_heading_of_most_pages_over_linked_headlines_is_a_label_in_any_words() -> (
    None
):
    """Each site has a name of its own for what else there is to read."""
    pages = [
        Capture(
            url=f"https://h.example/n/{number}",
            payload=f"""<body><header><a href=/>Harbour</a></header><div class=main>
            <h1>The ferry of pier {number} is late</h1><div class=text>
            <p>Tide {number} was missed by the ferry, and {number} boats lay in the
            fog off berth {number}; {number * 3} passengers waited on the quay, where
            the pilots of berth {number} say they have seen worse.</p></div>
            <h4>From the quay and the mole</h4>
            {TOLD.format(f"fog {number}")}{TOLD.format(f"mole {number * 7}")}</div>
            </body>""".encode(),
        )
        for number in range(3, 12)
    ]
    article = parse_article(pages[4], profile=learn(pages))
    assert isinstance(article, Article)
    assert "Tide 7" in article.body
    assert "never seen" not in article.body


def test_headlines_of_few_signs_are_told_below_too() -> None:
    """A script without blanks says as much in half as many."""
    told = "".join(
        f"<h4><a href=/n/{n}>{place}新增{n}个夜间列车名额</a></h4>"
        f"<p>{place}签署了{n}号议定书。</p>"
        for n, place in ((27, "桐安县"), (35, "白石桥"), (48, "云岭镇"))
    )
    assert kept(f"<h4>相关新闻</h4>{told}") == []


def test_what_is_told_below_may_be_a_few_words() -> None:
    """The leads of some sites are no longer than a headline."""
    told = "".join(
        f"<h4><a href=/n/{n}>The ferry to {place} is late again</a></h4>"
        f"<p>Chapter {n}: fog</p>"
        for n, place in ((17, "Low"), (18, "Ellin"), (19, "Quay"))
    )
    assert kept(f"<h4>Related news</h4>{told}") == []


def test_what_goes_on_behind_a_pointer_is_text() -> None:
    """One headline under a label may stand amid a text; so may headlines of its own."""
    assert kept(f"<h4>Related news</h4>{TOLD.format('fog')}{TEXT}")[1:]
    assert len(kept(f"<h4>The nine reports</h4>{OTHERS}")) == 4
    assert kept(f"<h4>Related news</h4>{OTHERS}{TEXT}") != []


def test_a_last_heading_over_links_is_their_label() -> None:
    """Of files in most cases; the text of a part comes right below its heading."""
    file = "<ul><li><a href=/plan.pdf>The plan of the quay</a> 2 MB</ul>"
    assert kept(f"<h3>Documents</h3>{file}") == []
    assert kept("<h3>What comes next</h3><p>Nothing is known yet.</p>") != []


def test_a_heading_that_makes_a_box_with_linked_headlines_is_no_text() -> None:
    """Whatever it is called, it stands over other items, amid a text."""
    links = "<li><a href=/n/{0}>What the pilots said of the fog of day {0}</a>".format
    heads = f"<h3>Others saw</h3><ul>{links(1)}{links(2)}</ul>"
    last = "<p>It left again at noon.</p>"
    assert kept(f"<div>{heads}</div>{last}") == ["It left again at noon."]
    assert kept(f"{heads}{last}") == ["Others saw", "It left again at noon."]
    assert without_heads((), ()) == []
