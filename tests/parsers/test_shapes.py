"""What a site never leaves in doubt is read by its place alone."""

from dataclasses import replace

from parsers.article import parse_article
from parsers.block_walk import walk
from parsers.finders import body as finder
from parsers.learned.shapes import Shape, count_shapes, pooled, shape_of, sure_shapes
from parsers.model import Article, Capture
from parsers.page import read_page
from parsers.profile import Profile, dump_profile, learn, load_profile

SENTENCE = "The harbour office counted {n} boats on the quay before the fog came in. "


def page(n: int, extra: str = "") -> Capture:
    """Return an item of one make: a menu, three paragraphs and a teaser."""
    paragraphs = "".join(
        f"<p>{SENTENCE.format(n=100 * n + k) * 2}Nobody was late.</p>" for k in range(3)
    )
    html = (
        f"<ul class=menu><li><a href=/a>News</a><li><a href=/b>Contact</a></ul>"
        f"<h1>Boats counted for the {n}th time</h1>"
        f"<div class=story>{paragraphs}{extra}</div>"
        f"<div class=related><a href=/{n}>Boats again, part {n}</a></div>"
        f"<div id=foot>Quay {n}</div>"
    )
    return Capture(url=f"https://quay.example/{n}", payload=html.encode())


def taught() -> Profile:
    return learn([page(n) for n in range(1, 7)])


def test_a_shape_is_sure_only_if_no_block_was_judged_otherwise() -> None:
    """One advertisement among a thousand paragraphs is enough to need the judge."""
    assert sure_shapes({"p t": Shape(3, 9, 9, 0)}) == {"p t": 1.0}
    assert sure_shapes({"p l": Shape(3, 9, 0, 8)}) == {"p l": 0.0}
    assert sure_shapes({"p s": Shape(9, 90, 89, 1)}) == {}
    assert sure_shapes({"p s": Shape(2, 9, 9, 0)}) == {}


def test_blocks_in_doubt_side_with_those_of_their_shape_that_were_clear() -> None:
    """A lead is judged by its words, and so stood in the text on every other page."""
    assert sure_shapes({"p s": Shape(5, 10, 6, 0)}) == {"p s": 0.8}
    assert sure_shapes({"p s": Shape(5, 10, 0, 2)}) == {"p s": 0.4}
    assert sure_shapes({"p s": Shape(12, 12, 1, 0), "p l": Shape(9, 9, 0, 0)}) == {}


def test_a_rare_long_lead_is_judged_as_the_short_ones_at_its_place() -> None:
    """Three leads of a hundred letters were text, forty of ninety were not."""
    shapes = {"p.lead s": Shape(43, 43, 0, 34), "p.lead t": Shape(3, 3, 1, 0)}
    assert "p.lead t" not in sure_shapes(shapes)
    likely, count = pooled([shapes])["p.lead t"]
    assert likely < 0.2
    assert count == 46


def test_makes_of_pages_tell_of_a_named_place_together() -> None:
    """What one item alone shows is left to the judge; two of unlike makes agree."""
    counts = (
        {
            "body/div.a/div.text/p t": Shape(1, 4, 4, 0),
            "body/p.more l": Shape(1, 1, 0, 1),
        },
        {"body/div.b/div.text/p t": Shape(1, 6, 5, 0)},
    )
    assert pooled(counts) == {"div.text/p t": (0.95, 10)}


def test_links_scraps_and_running_text_of_one_place_are_three_shapes() -> None:
    """A "read also" line stands where paragraphs stand."""
    html = f"<div><p>{SENTENCE * 3}</p><p>Short.</p><p><a href=/x>Fog</a></p></div>"
    blocks = walk(read_page(Capture(url="https://q.example/", payload=html.encode())))
    assert [shape_of(block)[-1] for block in blocks] == ["t", "s", "l"]
    counts = count_shapes({}, [(block, 0.9) for block in blocks], 2)
    assert len(counts) == 2


def test_a_sure_site_is_read_as_the_judge_reads_it(monkeypatch) -> None:  # type: ignore[no-untyped-def]
    """A short cut that reads otherwise would announce edits when it is taken."""
    profile = taught()
    sure = parse_article(page(9), profile=profile)
    monkeypatch.setattr(finder, "_at_sure_places", lambda *_: None)
    judged = parse_article(page(9), profile=profile)
    assert isinstance(sure, Article)
    assert sure.body.count("Nobody was late.") == 3
    assert sure == judged


def test_a_sure_site_needs_no_judge(monkeypatch) -> None:  # type: ignore[no-untyped-def]
    """The judge is most of what reading costs."""
    profile = taught()
    monkeypatch.setattr(finder, "judge", None)
    article = parse_article(page(9), profile=profile)
    assert isinstance(article, Article)
    assert "Boats again" not in article.body


def test_a_counter_amid_the_text_needs_no_judge(monkeypatch) -> None:  # type: ignore[no-untyped-def]
    """The judge is never sure of it, and it is dropped by its words."""
    profile = taught()
    monkeypatch.setattr(finder, "judge", None)
    article = parse_article(page(9, "<p class=n>Views: 1,204</p>"), profile=profile)
    assert isinstance(article, Article)
    assert "Views" not in article.body


def test_a_line_of_most_items_amid_the_text_needs_no_judge(monkeypatch) -> None:  # type: ignore[no-untyped-def]
    """A box of news stands in the text of many makes, and its head on every item."""
    box = "<h4>News of the quay office</h4>"
    profile = learn([page(n, box) for n in range(1, 7)])
    templates = tuple(
        replace(one, sure={k: p for k, p in one.sure.items() if "h4" not in k})
        for one in profile.templates
    )
    monkeypatch.setattr(finder, "judge", None)
    article = parse_article(page(9, box), profile=replace(profile, templates=templates))
    assert isinstance(article, Article)
    assert "News of the quay" not in article.body


def test_one_block_of_an_unknown_place_brings_the_judge_back() -> None:
    """What was never seen is decided by what it says, not left out."""
    note = "<blockquote class=said>" + SENTENCE.format(n=7) * 2 + "</blockquote>"
    article = parse_article(page(9, note), profile=taught())
    assert isinstance(article, Article)
    assert SENTENCE.format(n=7).strip() in article.body


def test_what_is_sure_is_kept_with_the_profile() -> None:
    """A profile of last year must be read, though it knew less."""
    profile = taught()
    assert load_profile(dump_profile(profile)) == profile
    old = dump_profile(profile)
    for template in old["templates"]:
        del template["sure"]
    del old["memory"]["shapes"]
    assert replace(load_profile(old), memory=profile.memory).templates[0].sure == {}


def test_what_becomes_sure_late_is_known_though_nothing_else_changed() -> None:
    """A profile that says the same of all else must still get cheaper to read by."""
    early = learn([page(n) for n in range(1, 4)])
    note = "<blockquote>" + SENTENCE.format(n=3) * 2 + "</blockquote>"
    later = learn([page(n, note) for n in range(4, 9)], profile=early)
    assert later.version == early.version
    assert len(later.templates[0].sure) > len(early.templates[0].sure)
