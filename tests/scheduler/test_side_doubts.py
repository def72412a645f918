"""One capture shows what is wrong with another."""

import pytest

from parsers.model import Capture, Problem
from scheduler.comparing.captures import compare_captures
from scheduler.comparing.compare import Comparison

URL = "https://harbour.example/bäder"
LINES = [f"Im Bad Nr. {n} schließen Dusche und Café um {n} Uhr früh." for n in range(9)]
LONG = (
    "Im Winter bleiben die Bäder offen, solange das Eis den Hafen nicht schließt. " * 4
)
PAGE = """<html><head><meta charset="utf-8"><title>{title}</title>
<link rel="canonical" href="https://harbour.example/{name}"></head><body>
<h1>{title}</h1><div id="content">{body}</div>{after}</body></html>"""


def _page(
    *lines: str, title: str = "Bäder", name: str = "b", after: str = ""
) -> Capture:
    body = "".join(f"<p>{line}</p>" for line in lines or LINES)
    text = PAGE.format(title=title, name=name, body=body, after=after)
    return Capture(url=URL, payload=text.encode())


def _kind(before: Capture, after: Capture) -> str:
    found = compare_captures(before, after)
    return found.kind.value if isinstance(found, Problem) else ",".join(found.fields)


@pytest.mark.promise("R14")
def test_a_page_that_ends_where_the_other_goes_on_was_cut() -> None:
    """It lost its last tags with its last lines; a page that was shortened did not."""
    page = _page(after="<footer><p>Harbour office</p></footer>")
    half = page.payload[: page.payload.index(LINES[6].encode())]
    assert _kind(page, Capture(url=URL, payload=half)) == "truncated"
    assert _kind(Capture(url=URL, payload=half), page) == "truncated"
    assert _kind(page, _page(*LINES[:6])) == "body"


@pytest.mark.promise("R14")
def test_a_page_that_was_cut_in_its_first_paragraph_is_cut() -> None:
    """The beginning of a long line is all that it says, and is no new one."""
    page = _page("Die Bäder schließen heute um acht Uhr früh. " * 20, *LINES)
    cut = Capture(url=URL, payload=page.payload[: page.payload.index(b"heute") + 600])
    assert _kind(page, cut) == "truncated"


@pytest.mark.promise("R14")
def test_lines_in_a_wrong_encoding_are_no_edit() -> None:
    """A few letters of each are other ones, and the page as a whole reads well."""
    page = _page()
    twice = page.payload.decode().encode().decode("cp1252").encode()
    lost = page.payload.decode("ascii", "replace").encode()
    assert _kind(page, Capture(url=URL, payload=twice)) == "encoding"
    assert _kind(page, Capture(url=URL, payload=lost)) == "encoding"


def test_a_page_that_calls_itself_another_one_is_not_edited() -> None:
    """A server that mixes up its answers says so itself, in the address it claims."""
    other = [f"Der Hafen zählt heute {n} Boote mehr als gestern." for n in range(9)]
    assert _kind(_page(), _page(*other, title="Hafen", name="h")) == "mismatch"
    assert _kind(_page(), _page(*other, title="Hafen")) == "title,body"
    # what all items of the site say below their texts tells nothing of either
    shared = [f"Die Hafenverwaltung hilft am Schalter {n} gern weiter." for n in (1, 2)]
    mixed = _page(*other[:5], *shared, title="Hafen", name="h")
    assert _kind(_page(*LINES[:5], *shared), mixed) == "mismatch"


@pytest.mark.promise("R14")
def test_a_short_text_that_is_gone_while_its_heading_stays_is_no_edit() -> None:
    """The frame of the site, and its newest items, are all that was served."""
    news = "".join(
        f"<li><a href=/n/{n}>Das Boot der Woche {n} kam gestern heim</a>"
        for n in range(9)
    )
    frame = {"after": f"<div><ul>{news}</ul></div>"}
    day = "<time>3. März 2026</time>"
    before, after = (
        Capture(url=URL, payload=page.payload.replace(b"</h1>", f"</h1>{day}".encode()))
        for page in (_page(*LINES[:4], **frame), _page(" ", **frame))
    )
    assert _kind(before, after) == _kind(after, before) == "truncated"


def test_a_front_page_in_the_place_of_an_item_is_no_edit_of_it() -> None:
    """Pages that are gone often lead home; neither of them may claim an address."""
    before, after = (
        page.payload.replace(b'rel="canonical"', b"")
        for page in (
            _page(),
            _page(*(f"Im Hafen liegen heute {n} Boote." for n in range(9)), title="{}"),
        )
    )
    page = Capture(url=URL, payload=before)
    home, other = (
        Capture(url=URL, payload=after.replace(b"{}", title))
        for title in (b"Willkommen am Hafen", b"Boote am Hafen")
    )
    assert _kind(page, home) == _kind(home, page) == "mismatch"
    assert _kind(page, other) == "title,body"


def test_a_long_text_that_was_written_anew_is_edited() -> None:
    """Little of it is left, and what came is more than a notice that all is gone."""
    long = [f"{line} Danach wird bis zum Abend geputzt." * 4 for line in LINES]
    new = [f"Ab dem {n}. Mai ist das große Becken ganztags offen." for n in range(7)]
    assert _kind(_page(*long), _page(*new)) == "body"
    assert _kind(_page(*long), _page(*long[:1])) == "truncated"


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Diese Ordnung gilt seit dem 3. Mai 2021 nicht mehr.", "body"),
        ("Der Text steht jetzt auf der <a href='/x'>Seite der Häfen</a>.", "body"),
        ("Bitte warten …", "truncated"),
        ("<h2>Anmeldung</h2><p>Nennen Sie uns Ihren Namen und das Losungswort", "x"),
        ("You do not have permission to view this content.", "soft_404"),
    ],
)
def test_one_line_in_the_place_of_a_long_text_may_be_the_edit(
    line: str, kind: str
) -> None:
    """Under a heading that stays somebody wrote it; what loads or asks says as much."""
    long = [f"{text} Danach wird bis zum Abend geputzt." * 4 for text in LINES]
    assert _kind(_page(*long), _page(line)) == kind.replace("x", "truncated")


def test_one_line_without_the_frame_of_the_site_is_no_edit() -> None:
    """A server of its own accord sends a page to wait on, and nobody wrote it."""
    text = "".join(f"<p>{line}</p>" for line in LINES * 4)
    page = Capture(url=URL, payload=f"<body>{text}</body>".encode())
    line = "<p>In fünf Sekunden geht es hier <a href='/neu'>auf der neuen</a> weiter."
    bare = Capture(url=URL, payload=f"<body>{line}</body>".encode())
    assert _kind(page, bare) == _kind(bare, page) == "truncated"


def test_a_text_of_other_things_under_another_heading_is_of_another_page() -> None:
    """A list of what was found, or of what a section offers, is no new text of it."""
    found = [f"Treffer {n}: Hunde melden, Müll trennen, Pässe holen." for n in range(7)]
    anew = [f"Dusche und Café schließen im Bad um {n} Uhr." for n in range(1, 8)]
    menu = "<ul class='menu'><li><a href='/a'>Bäder</a><li><a href='/b'>Boote</a></ul>"
    page, other = _page(after=menu), _page(*found, title="Ihre Suche", after=menu)
    assert _kind(page, other) == _kind(other, page) == "mismatch"
    assert _kind(page, _page(*anew, title="Unser Bad", after=menu)) == "title,body"
    # a whole new page, frame and all, was made by somebody
    assert _kind(page, _page(*found, title="Ihre Suche")) == "title,body"
    # the front page of a site may turn to anything
    home = [Capture(url="https://h.example/", payload=p.payload) for p in (page, other)]
    assert _kind(*home) == "title,body"


def test_a_notice_in_the_place_of_a_text_and_its_heading_is_no_edit() -> None:
    """Whatever it says, in whatever language: it is short, and all else is gone."""
    menu = "<ul class='menu'><li><a href='/a'>Bäder</a><li><a href='/b'>Boote</a></ul>"
    page = _page(after=menu)
    notice = _page(
        "Wir ziehen um, und alles wird neu. Schauen Sie doch morgen wieder vorbei.",
        title="Umzug",
        after=menu,
    )
    renamed = _page(*LINES, title="Umzug", after=menu)
    assert _kind(page, notice) == _kind(notice, page) == "soft_404"
    assert _kind(page, renamed) == "title"


@pytest.mark.parametrize(
    "insert",
    [
        "<p>Advertisement</p>",
        "<p><b>Lesen Sie auch:</b> <a href='/x'>Neun Boote kamen nachts heim</a></p>",
        "<div class='ad-slot'><p>Kaufen Sie ein Boot, neun Meter lang.</div>",
        "<div class='newsletter'><p>Jeden Morgen der Hafen in Ihrer Post.</div>",
        "<div role='dialog'><p>Wir brauchen Ihr Ja zu unseren Keksen.</p></div>",
    ],
)
def test_what_is_put_between_two_paragraphs_is_no_edit(insert: str) -> None:
    """It is another one at every visit."""
    half = "".join(f"<p>{line}</p>" for line in LINES)
    found = compare_captures(
        _page(half, insert, half + "<p>Ende.</p>"), _page(half, half + "<p>Ende.</p>")
    )
    assert isinstance(found, Comparison)
    assert not found.fields


@pytest.mark.parametrize(
    ("rest", "kind"),
    [
        (["Jetzt weiterlesen", "Bereits Abonnent? Melden Sie sich an."], "blocked"),
        ([f"{LONG[:60]} …", "Subscribe to continue."], "blocked"),
        (["この記事は会員限定です。"], "blocked"),
        (["Bereits Abonnent? Hier geht es weiter.", LONG], "body"),
        (["Die Bäder werben im Winter um neue Gäste."], "body"),
    ],
)
def test_a_text_that_ends_before_a_wall_is_not_all_of_it(
    rest: list[str], kind: str
) -> None:
    """Who is asked to pay on one night, and not on the next, reads no edited text."""
    page = _page(*LINES, LONG, f"Auch {LONG}")
    assert _kind(page, _page(*LINES, *rest)) == kind
    assert _kind(_page(*LINES, *rest), page) == kind


def test_a_wall_amid_a_text_takes_nothing_from_it() -> None:
    """What stands behind it is still read, and so is what was edited there."""
    page = _page(*LINES[:2], LONG, f"Auch {LONG}", *LINES[2:])
    now = _page(*LINES[:2], "Bereits Abonnent? Melden Sie sich an.", *LINES[2:])
    assert _kind(page, now) == "body"
