"""Who is named as writer beside a text, in words and marks of many makes."""

from unicodedata import normalize

import pytest

from parsers.article import parse_article
from parsers.model import Article, Capture

PROSE = "".join(
    f"<p>Ferry {n} to the island was {n * 7} minutes late because of the fog.</p>"
    for n in range(1, 9)
)


def authors(before: str = "", behind: str = "") -> tuple[str, ...]:
    """Return who wrote an article with lines around its text."""
    page = (
        "<html><body><main><h1>Ferry late</h1>"
        f"{before}<section>{PROSE}</section>{behind}</main></body></html>"
    )
    found = parse_article(Capture(url="https://h.example/1", payload=page.encode()))
    assert isinstance(found, Article)
    return found.authors


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("<p>2 mars 2026, par <span class='vcard'><a class='url fn'>Léa Quai</a></span>"
         "</p>", "Léa Quai"),
        ("<p>27 février 2026, par Salomé de la Grève</p>", "Salomé de la Grève"),
        ("<div>12.03.2026 | Von Ada Kai</div>", "Ada Kai"),
        ("<div>Gepubliceerd 2 maart 2026 - door Bo van der Kade</div>",
         "Bo van der Kade"),
        ("<div class=meta><time>2 March 2026</time><span class=c-meta__author>Colonel"
         " Ada Quay</span></div>", "Colonel Ada Quay"),
        ("<div class=info><a rel=author href=/p/7>Ada Quay</a> 2 March 2026</div>",
         "Ada Quay"),
        ("<p>2026年3月2日 記者：周小港</p>", "周小港"),
        ("<div class=info>作者：周小港</div>", "周小港"),
        ("<p>작성자 도경민 | 조회 12</p>", "도경민"),
        ("<p class=author>Yazan: Ada Rıhtım</p>", "Ada Rıhtım"),
        ("<p>Enviado el martes, 24 de febrero de 2026 a las 10:11:12 por Ana Gil</p>",
         "Ana Gil"),
        ("<p>Enviado por Ana Gil em 24/02/2026 - 10:11</p>", "Ana Gil"),
        ("<p>Geplaatst door Bo Kade op 24 februari 2026 om 10:11</p>", "Bo Kade"),
        ("<p>Por el coronel Ada Muelle 12/02/2026 10:33</p>", "el coronel Ada Muelle"),
        ("<div>By <a>Ada Quay</a> Mar 2, 2026</div>", "Ada Quay"),
        ("<div>by <a>Ada Quay</a><i>March 2, 2026</i><i>0</i></div>", "Ada Quay"),
        ("<div>By <a>Ada Quay</a> On 3/2/26 at 2:39 PM</div>", "Ada Quay"),
        ("<div>By Theresa May 2 March 2026</div>", "Theresa May"),
        ("<div>By Ada Quay March 2 at 2:39 PM Follow @adaquay</div>", "Ada Quay"),
        ("<div>By Ada Quay posted March 2nd 2026 7:30PM</div>", "Ada Quay"),
        ("<div>By Ada Quay Monday, March 2, 2026</div>", "Ada Quay"),
        ("<td><span class=small>Écrit par Ada Quay</span>&nbsp;</td>", "Ada Quay"),
        ("<p>Geschrieben von: Ada Quay</p>", "Ada Quay"),
        ("<div>Von Ada Freitag, 2. März 2026</div>", "Ada Freitag"),
        ("<p class=author><a href=/p/7>Ada Quay and Bo Ferry</a> 2 March 2026</p>",
         ("Ada Quay", "Bo Ferry")),
        ("<span class=byline><a rel=author href=/p/7>Ada (A. Q.) Quay</a></span>",
         "Ada (A. Q.) Quay"),
        ("<div class=meta><a class=author href=/p/7>Ada Quay</a> <a class=author_link"
         " href=/p/7>All articles</a></div>", "Ada Quay"),
        ("<p>By Ada Quay, Staff Writer | Harbour News | 5 min ago</p>", "Ada Quay"),
        ("<div><i class='fa fa-user'></i><p>Ada Quay</p></div>", "Ada Quay"),
        ("<div><i class='fa-clock'></i> 2 March 2026 <i class='bi-person-fill'></i> Ada"
         " Quay <i class='fa fa-eye'></i> 12</div>", "Ada Quay"),
        ("<p><i class='icofont-user-alt-4'></i> <a href=/p/7>Ada Quay</a></p>",
         "Ada Quay"),


        ("<p class=author><a href=#p1><img></a>από <b><a href=/u/2>Ada Quay</a></b> » "
         "2 March 2026, 10:11</p>", "Ada Quay"),
    ],
)  # fmt: skip
def test_a_byline_names_the_writer(line: str, name: str | tuple[str, ...]) -> None:
    """By a mark, or by a word beside the day, in whatever language."""
    assert authors(line) == ((name,) if isinstance(name, str) else name)


def test_a_writer_may_sign_behind_the_text() -> None:
    """As the offices of some countries do."""
    assert authors(behind="<div class=tac-gia><b>Ada Quay</b></div>") == ("Ada Quay",)


def test_a_last_line_that_names_the_writer_is_no_text() -> None:
    """Where a text has no paragraphs, its signature looked like one more line."""
    line, text = "By Ada Quay", PROSE.replace("<p>", "").replace("</p>", "<br><br>")
    page = f"<h1>Ferry late</h1><p>{line}</p><div>{text}</div><p><em>{line}</em></p>"
    found = parse_article(Capture(url="https://h.example/1", payload=page.encode()))
    assert isinstance(found, Article)
    assert found.authors == ("Ada Quay",)
    assert line not in found.body


@pytest.mark.parametrize("label", ["Tác giả", "Yazan", "担当", "By"])
def test_a_line_that_names_the_writer_behind_a_label_is_no_text(label: str) -> None:
    """It stood in the text until the site was dressed anew, and its end was an edit."""
    line = f"<p class=author>{label}: Ada Quay</p>"
    lead = "<p class=subtitle>The ferry waits in the port until the fog has lifted.</p>"
    page = f"<h1>Ferry late</h1>{lead}<figure></figure>{line}<div>{PROSE}</div>"
    found = parse_article(Capture(url="https://h.example/1", payload=page.encode()))
    assert isinstance(found, Article)
    assert found.authors == ("Ada Quay",)
    assert "Ada Quay" not in found.body


def test_a_sentence_behind_a_dateline_is_no_byline() -> None:
    """In few signs it says as much as others in many, and that something was posted."""
    first = (
        "南港町、2026年3月2日 – 連絡船は霧が晴れるまで港を出ません。"
        "公告は官報に掲載しました。"
    )
    second = (
        "<p>乗客は別の日の便を利用できます。霧が晴れるまで待つ人には食事が出ます。</p>"
    )
    html = (
        f"<html lang=ja><h1>連絡船の欠航について</h1><time>2026年3月2日</time><article>"
        f"<p>{first}</p>{second * 3}</article></html>"
    )
    found = parse_article(Capture(url="https://h.example/7", payload=html.encode()))
    assert isinstance(found, Article)
    assert found.body.startswith("南港町、2026年3月2日")


def test_a_text_that_begins_with_its_writer_is_no_byline() -> None:
    """Offices let one who signed something write of it."""
    first = (
        "Ada Quay and the master of the harbour have put their names under what was"
        " agreed for the new pier of the island on the first day of spring"
    )
    head = "<html><head><meta name=author content='Ada Quay'></head><body><main>"
    page = f"{head}<h1>Ferry late</h1><section><p>{first}.</p>{PROSE}</section>"
    found = parse_article(Capture(url="https://h.example/1", payload=page.encode()))
    assert isinstance(found, Article)
    assert found.body.startswith(first)


@pytest.mark.parametrize(
    "line",
    [
        "<p>Von Hafen nach Insel</p>",
        "<p>2 March 2026, by the harbour office</p>",
        "<p>By 2 March 2026 all piers are open</p>",
        "<div class=authority>Harbour Office</div>",
        "<div class=author-bio>Ada Quay writes of ships</div>",
        "<p><i class='fa fa-users'></i> Harbour Office</p>",
        "<p><i class='fa fa-user'></i> 12 readers</p>",
        "<p class=author-affiliation__address>Harbour Office, Quay</p>",
        "<div class=author-links><a href=/q>View author publications</a></div>",
    ],
)
def test_what_only_looks_like_a_byline_names_nobody(line: str) -> None:
    """A wrong name would be told as an edit when it moves."""
    assert authors(line) == ()


@pytest.mark.parametrize(
    ("claim", "names"),
    [
        ("Office of Ports, Fog and Ferries", ("Office of Ports, Fog and Ferries",)),
        ("scheme=X; corporateName=Ministry of Fog and Ferries; address=1 Pier, Quay",
         ("Ministry of Fog and Ferries",)),
        ("Ada Quay, Bo Ferry and Cy Light", ("Ada Quay", "Bo Ferry", "Cy Light")),
        ("Harbour.is", ()),
    ],
)  # fmt: skip
def test_an_office_is_one_writer_whatever_its_name_lists(
    claim: str, names: tuple[str, ...]
) -> None:
    """Governments name themselves so; the name of a site names nobody."""
    assert authors(f'<meta name="dcterms.creator" content="{claim}">') == names


def test_the_site_that_is_named_beside_a_writer_is_none() -> None:
    """Bylines say whom one writes for; alone it is who answers for the text."""
    site = "<meta property='og:site_name' content='The Harbour Post'>"
    line = "<meta name=author content='{}'>".format
    assert authors(site + line("Ada Quay, The Harbour Post")) == ("Ada Quay",)
    page = f"{line('Ada Quay, Quay Post')}<h1>Ferry late</h1>{PROSE}".encode()
    found = parse_article(Capture(url="https://www.quaypost.example/1", payload=page))
    assert isinstance(found, Article)
    assert found.authors == ("Ada Quay",)
    assert authors(site + line("The Harbour Post")) == ("The Harbour Post",)
    by = "<p class=author>{}</p>".format
    assert authors(site + line("The Harbour Post") + by("Ada Ferry")) == ("Ada Ferry",)
    told = authors(site + line("The Harbour Post") + by("From The Harbour Post"))
    assert told == ("The Harbour Post",)


def test_no_menu_and_no_number_to_text_is_a_writer() -> None:
    """Both look like a word before a name."""
    menu = "".join(f"<li>By {way}</li>" for way in ("Place", "Life Phase", "Topic"))
    assert authors(behind=f"<p>Text FOG24 to 888777</p><ul>{menu}</ul>") == ()
    teasers = "".join(f"<p class=by>By {name} Quay</p>" for name in ("Bo", "Cy", "Di"))
    own = "<p class=by>By Ada Quay</p>"
    assert authors(own, behind=f"<div>{teasers}</div>") == ("Ada Quay",)


@pytest.mark.parametrize(("line", "is_kept"), [
    ("<p><em>Ada Quay writes of ships and fog for this page.</em></p>", False),
    ("<p>Ada Quay was late too.</p>", True),
    ("<p><em>The pilots were late too.</em></p>", True),
])  # fmt: skip
def test_a_last_line_in_italics_may_tell_of_the_writer(
    line: str, is_kept: bool
) -> None:
    """It is no part of the text, unlike what happened to the writer."""
    claim = '<meta name="author" content="Ada Quay">'
    page = f"<h1>Ferry late</h1>{claim}<section>{PROSE}{line}</section>"
    found = parse_article(Capture(url="https://h.example/1", payload=page.encode()))
    assert isinstance(found, Article)
    assert (("late too" in found.body) or ("writes of" in found.body)) is is_kept


def test_the_heads_of_a_table_name_no_writer() -> None:
    """One of them says whose the column is, not what stands in it."""
    table = "<table><tr><th>Author<th>Citation<tr><td>{}<td>7 H. 21</table>"
    assert authors(behind=table.format("Quay")) == ()
    label = "<table><tr><th>Author<td>Ada Quay</table>"
    assert authors(label) == ("Ada Quay",)
    assert authors('<meta name="author" content="Posted by Ada Quay">') == ("Ada Quay",)


def test_a_list_of_facts_may_have_another_in_it_for_each_writer() -> None:
    """Its own term is no name, and a word of a menu leads to none."""
    facts = "<dl><dt>Name<dd>Ada Quay<dt>Mail<dd>@quay</dl>"
    assert authors(f"<dl><dt>Authors<dd><ul><li>{facts}</ul></dl>") == ("Ada Quay",)
    assert authors("<ul><li><a>Authors</a><li><a>Main Topics</a></ul>") == ()


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("<p style='text-align: right;'><strong>Đại tá Đoàn Kính Lâm</strong></p>",
         ("Đại tá Đoàn Kính Lâm",)),
        ("<div align=right><em>Ada Quay</em></div>", ("Ada Quay",)),
        ("<p><strong>Ada Quay</strong></p>", ()),
        ("<p style='text-align:right'>Read more here</p>", ()),
        ("<p style='text-align:right'>Photo: Ada Quay</p>", ()),
    ],
)  # fmt: skip
def test_who_stands_on_the_right_below_a_text_has_signed_it(
    line: str, names: tuple[str, ...]
) -> None:
    """A site's few writers stood in the texts of some of its items, and were lost."""
    page = f"<h1>Ferry late</h1><div class=body>{PROSE}{line}</div>"
    found = parse_article(Capture(url="https://h.example/1", payload=page.encode()))
    assert isinstance(found, Article)
    assert found.authors == names
    assert all(name not in found.body for name in names)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("[백다온 기자 daon@h.example]", ("백다온",)),
        ("남서율 특파원", ("남서율",)),
        ("취재 기자가 물었다.", ()),
    ],
)
def test_a_reporter_in_korea_signs_a_text(line: str, names: tuple[str, ...]) -> None:
    """Few have a byline over it: such items had no writer."""
    page = f"<h1>Ferry late</h1><div class=body>{PROSE}<p>{line}</p></div>"
    found = parse_article(Capture(url="https://h.example/1", payload=page.encode()))
    assert isinstance(found, Article)
    assert found.authors == names


def test_the_word_before_a_name_is_no_writer_in_any_language() -> None:
    """A theme marks it as the writer's too: "Nga" was who wrote, and is but "by"."""
    line = "<div class=post-author-name><div class=author-by>Nga</div> {}</div>".format
    assert authors(line("<a href=/who/7>Ada Quay</a>")) == ("Ada Quay",)
    assert authors(line("<a href=/who/1>User Admin</a>")) == ()


def test_letters_and_marks_written_apart_are_the_same_name() -> None:
    """Some systems store them so; written anew, the item had another writer."""
    line = "<div class=firma>작성자 <b>제갈윤</b> <i>27/02/2026 10:08</i></div>"
    assert authors(line) == authors(normalize("NFD", line)) == ("제갈윤",)


def test_a_byline_may_stand_below_the_lead() -> None:
    """Whether a lead was read as text decided whether the writer was read at all."""
    lead = f"<p>{'The boats were late again, and nobody knew why. ' * 3}</p>"
    line = "<div>por <a href=/who>Ada Quay</a> — publicado 14/02/2026 05h19</div>"
    assert authors(lead + line) == ("Ada Quay",)


@pytest.mark.parametrize(
    "line",
    [
        "Enviado el martes, 24 de febrero de 2026 a las 10:11 (hace 5 días) por admin",
        "Criado em 24 de Fevereiro de 2026 às 10:11 por Ana Gil",
        "Posté par admin le 24 février 2026 à 10h11",
        "Добавил: admin, 24.02.2026 в 10:11",
    ],
)
def test_a_line_of_who_sent_an_item_and_when_is_none_of_its_text(line: str) -> None:
    """Be it first in the cell of the text, and its writer nobody."""
    page = (
        "<table><tr><td><b>The ferry to the island is late</b></td></tr>"
        f"<tr><td><font>{line}</font><br><br>{PROSE}</td></tr></table>"
    )
    found = parse_article(Capture(url="https://h.example/1", payload=page.encode()))
    assert isinstance(found, Article)
    assert found.body.startswith("Ferry 1 to the island")
    assert found.published is not None
    assert found.published.iso[:10] == "2026-02-24"


@pytest.mark.parametrize(
    ("line", "is_text"),
    [
        ("Harrowmere, 24 February 2026", True),
        ("青浦湾，2026年2月24日", True),
        ("Tuesday, 24 February 2026", False),
        ("24 February 2026", False),
        ("24 February 2026 | Views: 225", False),
    ],
)
def test_a_text_that_is_signed_with_a_place_and_a_day_ends_there(
    line: str, is_text: bool
) -> None:
    """A day alone is the item's, and known already."""
    dated = "<p class=date>24 February 2026</p>"
    page = f"<h1>Ferry late</h1>{dated}<div>{PROSE}<p>{line}</p></div>"
    found = parse_article(Capture(url="https://h.example/1", payload=page.encode()))
    assert isinstance(found, Article)
    assert found.body.endswith(line) == is_text


def test_a_paragraph_that_begins_with_its_writer_is_text() -> None:
    """It tells of two: the second, and what they did, is no byline's."""
    line = (
        "Ada Quay and Bo Ferry of the pilots signed a paper on the tides of the port."
        " It holds for all boats that the office lists."
    )
    page = (
        "<h1>Ferry late</h1><p><time>2 March 2026</time> <i class=author>Ada Quay</i>"
        f"</p><div class=body><p>{line}</p>{PROSE}</div>"
    )
    found = parse_article(Capture(url="https://h.example/1", payload=page.encode()))
    assert isinstance(found, Article)
    assert found.authors == ("Ada Quay",)
    assert found.body.startswith(line)


def test_a_long_byline_under_a_headline_is_no_text() -> None:
    """A day with a writer and, behind a bar, a topic are no sentence."""
    line = "Publié le samedi 7 février 2026 par la ministre Clarisse Aubemont"
    page = (
        f"<html lang=fr><h1>Ferry late</h1><div class=body><p>{line} | <a href=/c>Ponts"
        f" et digues</a></p>{PROSE}</div>"
    )
    found = parse_article(Capture(url="https://h.example/1", payload=page.encode()))
    assert isinstance(found, Article)
    assert found.published is not None
    assert found.body.startswith("Ferry 1 to the island")


@pytest.mark.parametrize("other", [
    "<li itemscope itemtype=http://schema.org/Article><h3 itemprop=headline>"
    "<a href=/2>The crane is back</a></h3><i itemprop=author>Bo Quay</i>",
    "<li><a href=/2>The crane is back</a><a href=/p/2 itemprop=author>Bo Quay</a>",
    "<li itemscope itemtype=http://schema.org/Comment><b itemprop=author>Bo Quay</b>"
    "<p itemprop=text>Late again.</p>",
    "<li itemscope itemtype=http://schema.org/DiscussionForumPosting><b"
    " itemprop=author>Bo Quay</b><p itemprop=articleBody>Late again.</p>",
])  # fmt: skip
def test_who_wrote_another_item_or_a_comment_is_not_the_writer(other: str) -> None:
    """The newest items stand beside each article, and their writers would be news."""
    page = (
        "<main itemscope itemtype=http://schema.org/NewsArticle><h1 itemprop=headline>"
        f"Ferry late</h1><p itemprop=author>Ada Quay</p>{PROSE}</main><ul>{other}</ul>"
    )
    found = parse_article(Capture(url="https://h.example/1", payload=page.encode()))
    assert isinstance(found, Article)
    assert found.authors == ("Ada Quay",)


def test_a_line_over_a_name_says_that_its_bearer_wrote() -> None:
    """Kits for papers set each fact of one below its name, in boxes without a list."""
    facts = (
        "<div class=facts><div><b>Author</b><div><p>Colonel Ada Quay</p></div></div>"
        "<div><div>Published</div><div><p>2 March 2026</p></div></div></div>"
    )
    assert authors(facts) == ("Colonel Ada Quay",)
    assert authors(facts.replace("Colonel Ada Quay", "of all our reports")) == ()
    assert authors(behind=facts) == ()


def test_what_kind_an_item_is_stands_over_its_day_not_its_text() -> None:
    """A heading says so on every page of a government's press room."""
    lines = "<h2>Press release</h2><p>2 March 2026</p>"
    for head, is_text in ((lines, False), ("<h2>What came</h2>", True)):
        page = f"<title>Ferry late</title><main><h1>Ferry late</h1>{head}{PROSE}</main>"
        found = parse_article(Capture(url="https://h.example/1", payload=page.encode()))
        assert isinstance(found, Article)
        assert found.body.startswith("Ferry 1") != is_text


def test_the_name_of_who_edited_a_text_or_of_nobody_is_no_writer() -> None:
    """Chinese systems print the editor behind the writer, be he unknown."""
    assert authors("<div class=author>作者：佚名 责任编辑：林海</div>") == ()
    assert authors("<div class=author>作者：周小港 责编：林海</div>") == ("周小港",)
    assert authors("<div class=author>作者：网络整理</div>") == ()
    assert authors("<meta name=author content='责任编辑：林海'>") == ()
    assert authors("<meta name=author content=name>") == ()


def test_what_is_called_the_writers_may_be_a_head_or_a_way_to_sign_in() -> None:
    """Nor is one who sells the advertisements, or a choice of what to look for."""
    menu = "<div id=top-menu><i class='fa fa-user'></i> 登录</div>"
    assert authors(f"{menu}<div>2 March 2026</div>") == ()
    assert authors(behind="<div class=author>相关文章</div>") == ()
    assert authors("<div class=author>Ads by Taboola</div>") == ()
    choice = "<ul class=search-by><li>Title<li>Author<li>Everything</ul>"
    assert authors(choice) == ()


@pytest.mark.parametrize(
    "line",
    [
        "<p>von <a class='url fn'>Bo Ferry</a>, 3. Mai 2026</p>",
        "<p>Posted by <a rel=author href=/p/7>Bo Ferry</a> at 5:11 AM</p>",
    ],
)
def test_the_writer_of_a_page_is_whom_its_line_marks_as_all_sites_do(line: str) -> None:
    """What a template claims of every page may be its maker, or who set the page."""
    claim = "<meta name=author content=adaq7>"
    assert authors(f"{claim}{line}") == ("Bo Ferry",)
    assert authors(f"{claim.replace('adaq7', 'Ferry')}{line}") == ("Ferry",)
