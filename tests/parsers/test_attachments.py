"""Which links of a page are files that its article offers."""

import pytest

from parsers.article import parse_article
from parsers.model import Article, Capture
from parsers.profile import Profile, learn

PROSE = "".join(
    f"<p>Ferry {n} to the island was {n * 7} minutes late because of the fog.</p>"
    for n in range(1, 9)
)
FILE = "<a href=/t.pdf>Timetable of the ferry</a>"


def labels(markup: str) -> list[str]:
    """Return the labels of the files of an article in some markup."""
    page = f"<html><body><h1>Ferry late</h1>{markup}</body></html>".encode()
    found = parse_article(Capture(url="https://h.example/1", payload=page))
    assert isinstance(found, Article)
    return [file.label for file in found.attachments]


@pytest.mark.parametrize(
    ("aside", "count"),
    [
        (f"<aside class=files>{FILE}</aside>", 1),
        (f"<aside>{FILE}<a href=/news/2>Fog stays</a></aside>", 0),
    ],
)
def test_an_aside_that_holds_but_files_is_the_article_s(aside: str, count: int) -> None:
    """Beside other links, a file is what the site offers on every page."""
    markup = f"<main><article><section>{PROSE}</section>{aside}</article></main>"
    assert labels(markup) == ["Timetable of the ferry"] * count


@pytest.mark.parametrize(("foot", "count"), [("read_footer", 1), ("footer", 0)])
def test_the_foot_of_the_board_that_holds_the_text_is_its_own(
    foot: str, count: int
) -> None:
    """Boards call it so; what is called but a footer is the page's."""
    board = (
        f"<div class=board_read><div class=read_header><h1>Ferry late</h1></div>"
        f"<div class=read_body><div class=xe_content>{PROSE}</div></div>"
        f"<div class={foot}><ul class=files><li>{FILE}</ul></div></div>"
    )
    page = f"<html><body><div>{board}</div></body></html>".encode()
    found = parse_article(Capture(url="https://h.example/1", payload=page))
    assert isinstance(found, Article)
    assert [file.label for file in found.attachments] == [
        "Timetable of the ferry"
    ] * count


def test_an_aside_outside_the_article_is_the_site_s() -> None:
    """A sidebar of downloads stands beside every article."""
    assert labels(f"<div><section>{PROSE}</section></div><aside>{FILE}</aside>") == []


@pytest.mark.parametrize(
    ("offer", "count"),
    [
        ("<div><a href=/7.pdf>PDF version</a> <a href=/send>Send</a></div>", 0),
        (
            "<div><a href=/7.pdf>PDF version (412 KB)</a> <a href=/send>Send</a></div>",
            0,
        ),
        ("<p><a href=/7.pdf>Als PDF speichern</a> | <a href=/send>Senden</a>", 0),
        ("<p>Plan: <a href=/7.pdf>PDF version</a> <a href=/7.docx>Word</a>", 2),
        ("<div><h3>Plan</h3><p><a href=/7.pdf>PDF version</a></div>", 1),
        ("<table><tr><td>Plan<td><a href=/7.pdf>PDF version</a></table>", 1),
    ],
)
def test_the_page_itself_as_a_file_is_no_attachment(offer: str, count: int) -> None:
    """A new design drops such a tool, and no article was edited."""
    assert len(labels(f"<main><div>{PROSE}</div>{offer}</main>")) == count


ROW = "<tr><td class=ms-vb><a href=/t.pdf>Timetable of the ferry</a><td>12 KB"


@pytest.mark.parametrize(
    "markup",
    [
        f"<div class=field><div><div>{PROSE}</div></div></div><div class=field>Annex:"
        f"<div><table><tr><th>File<th>Size{ROW}</table></div></div>",
        f"<table><tr><td><table><tr><td><div>{PROSE}</div></table>"
        f"<tr><td><table>{ROW}</table></table>",
    ],
)
def test_files_stand_where_headline_and_text_do(markup: str) -> None:
    """Content systems give each field its own place, or a row of its own."""
    page = (
        f"<div id=main><h1>Ferry late</h1>{markup}</div><div class=sidebar>{FILE}</div>"
    )
    found = parse_article(Capture(url="https://h.example/1", payload=page.encode()))
    assert isinstance(found, Article)
    assert [file.label for file in found.attachments] == ["Timetable of the ferry"]


def test_files_stand_near_a_headline_that_says_first_what_the_item_is() -> None:
    """Its topic, in a part of the heading, is none of the title."""
    page = (
        "<title>Ferry late</title><div><div><h1><i>Harbour</i><span>Ferry late</span>"
        f"</h1></div><div><div><div>{PROSE}</div></div><div>{FILE}</div></div></div>"
        f"<div class=sidebar><a href=/brochure.pdf>Our brochure</a></div>"
    )
    found = parse_article(Capture(url="https://h.example/1", payload=page.encode()))
    assert isinstance(found, Article)
    assert found.title == "Ferry late"
    assert [file.label for file in found.attachments] == ["Timetable of the ferry"]


def test_a_file_that_other_pages_offer_too_is_the_site_s() -> None:
    """A brochure stands beside every article, whatever its place is called."""
    beside = "<div class=b><a href=/brochure.pdf>Our brochure</a></div>"

    def page(number: int) -> Capture:
        text = PROSE.replace("Ferry", f"Ferry {number}")
        markup = f"<h1>Ferry {number} late</h1><div><div>{text}</div></div>{beside}"
        markup = f"<html><body><div id=main>{markup}</div></body></html>"
        return Capture(url=f"https://h.example/{number}", payload=markup.encode())

    def count(profile: Profile | None) -> int:
        found = parse_article(page(9), profile=profile)
        assert isinstance(found, Article)
        return len(found.attachments)

    assert count(None) == 1
    assert count(learn([page(n) for n in range(6)])) == 0


@pytest.mark.parametrize(
    ("link", "label"),
    [
        ("<a href=/plan.pdf/view>Plan of the quay</a>", "Plan of the quay"),
        ("<a href=/d/1/plan.odt/8c1f?t=3>Plan of the quay</a>", "Plan of the quay"),
        ("<a href=/fileDown.do?seq=7>Plan of the quay.hwp</a>", "Plan of the quay.hwp"),
        ("<a href=/attachments/7>Plan of the quay (PDF)</a>", "Plan of the quay"),
        (
            "<a href=/plan.pdf>Plan<span class=sr-only> (opens anew)</span></a>",
            "Plan",
        ),
        ("<a href=/plan.pdf><i></i><span class=sr-only>Plan</span></a>", "Plan"),
        ("<a href=/plan.pdf>Plan<span>PDF - 0,4 Mb - 02/03/2021</span></a>", "Plan"),
        ("<a href=/plan.pdf>Plan <span>02/03/2021</span></a>", "Plan 02/03/2021"),
    ],
)
def test_a_file_is_known_by_its_name_wherever_it_stands(link: str, label: str) -> None:
    """Systems say behind a name what to do with it, or hand files out by number."""
    assert labels(f"<main><section>{PROSE}<p>{link}</p></section></main>") == [label]


def test_a_page_about_files_is_no_file() -> None:
    """The address alone, or the words alone, are not enough."""
    links = (
        "<p><a href=/attachments/>All annexes</a></p><p><a href=/a>Plan (PDF)</a></p>"
    )
    assert labels(f"<main><section>{PROSE}{links}</section></main>") == []


def test_a_card_is_called_by_its_title() -> None:
    """The file's name and size stand in lines of their own below it."""
    lines = ("Timetable of the ferry (winter)", "timetable-w_2.pdf", "12 KB")
    card = "".join(f"<div>{line}</div>" for line in lines)
    markup = f"<article>{PROSE}<a href=/x/t.pdf><div>{card}</div></a></article>"
    assert labels(markup) == ["Timetable of the ferry (winter)"]


def test_a_card_whose_link_says_but_download_is_called_by_its_first_line() -> None:
    """What every file's link says names none of them."""
    lines = (
        "<div>Timetable of the ferry</div><div>français</div><div>(12 KB - PDF)</div>"
    )
    link = "<a href=/x/t.pdf download>Télécharger<svg></svg></a>"
    card = f"<div class=file><div><div>{lines}</div>{link}</div></div>"
    assert labels(f"<article>{PROSE}{card}</article>") == ["Timetable of the ferry"]
    both = f"<div>{lines}{link}{link.replace('t.pdf', 'u.pdf')}</div>"
    assert labels(f"<article>{PROSE}{both}</article>") == ["Télécharger"] * 2


def test_the_kind_of_a_file_in_a_part_of_its_link_is_no_part_of_its_name() -> None:
    """Style sheets put it on a line of its own; no blank stands between."""
    link = "<a href=/x/t.pdf>Timetable<span class=detail>PDF – 61,88 Ko</span></a>"
    assert labels(f"<article>{PROSE}<p>{link}</p></article>") == ["Timetable"]


def test_an_aside_in_the_box_of_the_text_is_the_article_s() -> None:
    """Few systems call the box of an article what it is."""
    box = f"<div><div>{PROSE}</div><aside><h3>Papers</h3>{FILE}</aside></div>"
    assert labels(f"{box}<p>Imprint</p>") == ["Timetable of the ferry"]


def test_a_link_that_says_but_view_is_called_by_the_cell_before_it() -> None:
    """Tables of papers say in a column of its own what to do with them."""
    row = "<tr><td>Timetable of the ferry<td><a href=/t.pdf>View</a> (93 KB)"
    table = f"<table><tr><th>Paper<th>View{row}</table>"
    assert labels(f"<article>{PROSE}{table}</article>") == ["Timetable of the ferry"]


@pytest.mark.parametrize(
    ("href", "count"),
    [("/quay-large.JPG", 0), ("/quay.jpg?as=paper.pdf", 1)],
)
def test_a_picture_offered_in_full_size_is_no_paper(href: str, count: int) -> None:
    """Press offices offer each picture for download; it comes and goes with them."""
    link = f"<p><a href='{href}' download>Download: full size</a></p>"
    markup = f"<main><article>{PROSE}{link}</article></main>"
    assert len(labels(markup)) == count


def test_a_file_s_card_may_say_its_language_beside_the_size() -> None:
    """Cards of unions of many states do: the title stands in the part above."""
    card = (
        "<div class=file><div><div class=title>Timetable of the ferry</div></div><div>"
        "<div>English (88 KB - PDF)</div><a href=/t.pdf>Download</a></div></div>"
    )
    assert labels(f"<main><article>{PROSE}{card}</article></main>") == [
        "Timetable of the ferry"
    ]


@pytest.mark.parametrize(
    ("box", "count"),
    [
        (f"<h3>Related news</h3><ul><li>{FILE}</ul>", 0),
        (f"<h3>Attachments to this news</h3><ul><li>{FILE}</ul>", 1),
        (f"<h3>Anhänge zu dieser Meldung</h3><ul><li>{FILE}</ul>", 1),
        (f"<h3>See too</h3><ul><li>{FILE}<li><a href=/2>Fog stays</a></ul>", 0),
        (f"<p>Read also: {FILE}</p>", 0),
        (f"<h3>Related documents</h3><ul><li>{FILE}</ul>", 1),
        (f"<p>Download: {FILE}</p>", 1),
        ("<p>Plan <a href=/t.pdf title='Timetable of the ferry'><img></a></p>", 1),
    ],
)
def test_a_paper_that_is_another_item_is_no_attachment(box: str, count: int) -> None:
    """Districts publish papers as news, and boxes show another one each day."""
    markup = f"<main><div><section>{PROSE}</section><div>{box}</div></div></main>"
    assert labels(markup) == ["Timetable of the ferry"] * count


def test_a_link_that_says_nothing_leads_to_no_other_item() -> None:
    """A picture of a sheet of paper may be all that readers see of it."""
    link = "<p>Read the timetable <a href=/t.pdf><img src=/pdf.png></a></p>"
    assert labels(f"<article>{PROSE}{link}</article>") == ["t.pdf"]


def test_a_file_is_called_as_the_link_behind_its_picture_calls_it() -> None:
    """Both lead to it, and the picture comes first."""
    links = f"<li><a href=/t.pdf><img></a> <a href=/t.pdf><img></a> {FILE}</li>"
    assert labels(f"<article>{PROSE}<ul>{links}</ul></article>") == [
        "Timetable of the ferry"
    ]


def test_an_article_within_another_has_the_files_of_that() -> None:
    """Forums write each post so, and its headline stands above with a label in it."""
    post = f"<article><div><div>{PROSE}</div></div></article><ul><li>{FILE}</ul>"
    markup = (
        "<div><h1><span>News</span> Fog stays</h1></div><div><div><article><div><div>"
        f"{post}</div></div></article></div></div>"
    )
    assert labels(markup) == ["Timetable of the ferry"]


def test_the_name_of_a_file_below_its_label_is_no_part_of_that() -> None:
    """It is another one when the file is uploaded again."""
    for name in ("2f9c.pdf 0.30MB", "2f9c.pdf <b>74 KB</b>"):
        link = f"<a href=/f/2f9c.pdf download>Timetable<br><span>{name}</span></a>"
        assert labels(f"<main>{PROSE}<p>{link}</p></main>") == ["Timetable"]


def test_files_stand_under_a_heading_below_the_row_of_the_text() -> None:
    """A box beside it has such headings too, and no text."""
    row = f"<div class=row><div>2 March 2026</div><div><h1>Fog</h1>{PROSE}</div></div>"
    files = f"<h3>Documents</h3><div class=file>{FILE}</div>"
    assert labels(f"<section>{row}{files}</section>") == ["Timetable of the ferry"]
    assert labels(f"<section>{row}<div>{files}</div></section>") == []


def test_files_stand_in_a_table_right_behind_that_of_the_text() -> None:
    """An old page has a table for each part of an item, and no class or heading."""
    text = f"<table><tr><td><b>Tides</b><tr><td><font>{PROSE}</font></table>"
    row = "<tr><td><font><a href=/f/{0}.pdf>{1}</a> (40 KB)</font>"
    files = f"<table>{row.format(1, 'Plan of the quay')}{row.format(2, 'Map')}</table>"
    foot = f"<p>Our address</p><table>{row.format(3, 'Yearly report')}</table>"
    page = f"<table><tr><td>{text}{files}{foot}</table>"
    assert labels(page) == ["Plan of the quay", "Map"]


def test_a_file_is_called_by_the_link_that_names_it_where_an_icon_says_its_type() -> (
    None
):
    """Publishing systems link both; all files of a site were called "PDF"."""
    icon = '<a href=/t.pdf title="PDF - 40 KB"><img src=/pdf.png alt=""></a>'
    offer = (
        f"<h2>Files</h2><ul><li>{icon} <b>{FILE}</b> <small>(PDF - 40 KB)</small></ul>"
    )
    assert labels(f"<div>{PROSE}</div>{offer}") == ["Timetable of the ferry"]


def test_a_size_is_none_of_a_name_where_the_link_goes_on_to_bid() -> None:
    """The paper of each release grows with its text, and was told as another one."""
    for size in (88, 91):
        file = f"<a href=/t.pdf>Timetable (IP/7) English ({size} kB - PDF) Download</a>"
        assert labels(f"<article>{PROSE}<p>{file}</p></article>") == [
            "Timetable (IP/7) English"
        ]


@pytest.mark.parametrize(
    ("head", "count"),
    [("Print friendly pdf", 0), ("PDF version", 0), ("Timetables", 1)],
)
def test_a_file_below_a_head_that_offers_the_page_to_be_printed_is_that(
    head: str, count: int
) -> None:
    """It is called by the number of the release, and went with an old design."""
    for line in (f"<h2>{head}</h2>{FILE}", f"<h3>{head}</h3><p>{FILE} (88 kB)</p>"):
        assert len(labels(f"<article>{PROSE}<div>{line}</div></article>")) == count
