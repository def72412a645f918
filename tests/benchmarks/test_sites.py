"""Sites drawn from seeds offer each item as their choices say, whatever these are."""

import json
import zlib
from dataclasses import replace
from html import escape, unescape

import pytest

from benchmarks.drawing.drawn import Drawn
from benchmarks.drawing.items import FIRST_LOOK
from benchmarks.drawing.living import family_of
from benchmarks.drawing.site_layouts import SiteLayout, site_layout
from benchmarks.drawing.site_lists import second_of
from tests.fixtures.living.http import Request
from tests.fixtures.living.site import Site
from tests.fixtures.living.wire import ready_answer, wire

_ITEMS = 24


def _site(seed: int) -> Site:
    site = Site(family_of(seed)(), name="drawn", seed="1", now=FIRST_LOOK, tricks=())
    site.family.found(site, _ITEMS)
    return site


def _text(site: Site, target: str) -> str:
    answer = site.answer(Request(target=target))
    if answer.kind == "application/json":
        return f"{json.loads(answer.body)['html']}"
    kind = "utf-8" if "xml" in answer.kind else site.family.charset
    return unescape(answer.body.decode(kind))


def _first(**choices: str) -> int:
    """Return the first seed with some choices."""
    return next(
        seed
        for seed in range(3000)
        if choices.items() <= site_layout(seed).marks().items()
    )


@pytest.mark.parametrize("seed", range(64, 84))
def test_every_item_is_listed_and_says_its_words(seed: int) -> None:
    """An item that no list leads to would be a miss that nobody could have found."""
    site = _site(seed)
    lists = [_text(site, t) for t in site.family.listing_targets(site)]
    for item in site.listed():
        paths = (item.path, *item.aliases)
        assert any(path in page for page in lists for path in paths)
        assert item.record.title in _text(site, paths[-1])


def test_a_seed_is_always_the_same_site() -> None:
    """A fault is told by its seed: whoever draws it again must see the same site."""
    assert [site_layout(seed) for seed in range(9)] == [*map(site_layout, range(9))]
    first = site_layout(1)
    assert isinstance(first, SiteLayout)
    assert first != site_layout(2)


def test_items_of_two_sections_stand_in_both_under_one_name() -> None:
    """What stands in two lists and counts as two would be told twice."""
    site = _site(_first(sections="three", doubles="alias", spelling="none"))
    assert isinstance(site.family, Drawn)
    doubled = [i for i in site.listed() if second_of(site.family.ways, i)]
    assert doubled
    for item in doubled:
        assert item.aliases
        assert _text(site, item.path) == _text(site, item.aliases[0])


@pytest.mark.parametrize("feed", ["rss", "atom"])
@pytest.mark.parametrize("text", ["summary", "whole"])
def test_a_feed_holds_the_newest_items(feed: str, text: str) -> None:
    """A feed without them would be a site without news."""
    site = _site(_first(entry="feed", feed=feed, feed_text=text))
    page = _text(site, site.family.seed)
    for item in site.listed():
        assert item.path in page
        assert (item.record.blocks[-1].line in unescape(page)) >= (text == "whole")


@pytest.mark.parametrize("sitemap", ["plain", "index", "news"])
def test_a_sitemap_names_every_item(sitemap: str) -> None:
    """One that is not named would be a miss that nobody could have found."""
    site = _site(_first(entry="sitemap", sitemap=sitemap))
    targets = site.family.listing_targets(site)
    pages = "".join(_text(site, target) for target in targets)
    assert all(site.address + item.path in pages for item in site.listed())


@pytest.mark.parametrize("where", ["time", "meta", "ld", "script", "state", "address"])
def test_a_day_that_is_not_printed_is_said_elsewhere(where: str) -> None:
    """A page that says no day anywhere would have none, and none could be asked for."""
    site = _site(_first(day_by=where, archive="none"))
    for item in site.listed():
        head = f"{item.at:%Y/%m/%d}" if where == "address" else f"{item.at:%Y-%m-%d}"
        page = _text(site, item.path)
        assert head in (item.path if where == "address" else page)
        assert item.record.date.startswith(f"{item.at:%Y-%m-%d}")


def test_the_pages_of_an_article_have_all_of_its_text_together() -> None:
    """Text that stands on no page would be an edit that nobody could see."""
    site = _site(_first(parts="several"))
    for item in site.listed():
        mark = "&" if "?" in item.path else "?"
        count = site.family.page_count(item)
        pages = "".join(
            _text(site, f"{item.path}{mark}part={n}") for n in range(1, count + 1)
        )
        assert all(block.text[:30] in pages for block in item.record.blocks)


@pytest.mark.parametrize("declared", ["both", "header", "meta", "old", "conflict"])
def test_an_encoding_is_said_somewhere(declared: str) -> None:
    """Bytes in an encoding that is named nowhere would be anybody's guess."""
    seed = next(
        seed
        for seed in range(3000)
        if site_layout(seed).declared == declared
        and family_of(seed).charset not in ("utf-8", "windows-1252", "iso-8859-1")
    )
    site = _site(seed)
    answer = site.answer(Request(target=site.listed()[0].path))
    said = site.family.charset
    assert (said in answer.kind) or (said.encode() in answer.body)


def test_links_in_boxes_may_spell_an_address_otherwise() -> None:
    """Both spellings must lead to the item: else half of the links would be dead."""
    for spelling in ("slash", "case"):
        site = _site(_first(spelling=spelling))
        for item in site.listed():
            for path in item.aliases:
                assert _text(site, path) == _text(site, item.path)


def test_what_a_button_fetches_goes_on_to_the_last_item() -> None:
    """A chain that breaks would hide what is older from everybody."""
    make = family_of(_first(onward="json", entry="list", sections="none"))
    site = Site(make(), name="drawn", seed="1", now=FIRST_LOOK, tricks=())
    site.family.found(site, _ITEMS)
    assert isinstance(site.family, Drawn)
    rows = replace(site.family.rows, pager="json", count="6")
    site.family.rows, site.family.per_page = rows, 6  # type: ignore[misc]
    targets = site.family.listing_targets(site)
    for target, onward in zip(targets[1:], [*targets[2:], None], strict=True):
        answer = site.answer(Request(target=target))
        assert json.loads(answer.body)["next"] == onward
    assert escape(targets[1]) in _text(site, targets[0])


@pytest.mark.parametrize("coding", ["gzip", "deflate"])
def test_answers_are_made_small_as_their_header_says(coding: str) -> None:
    """An answer that nobody can undo would be a site that is down."""
    site = _site(_first(coding=coding))
    headers = {"accept-encoding": "gzip, deflate"}
    request = Request(target=site.listed()[0].path, headers=headers)
    _, answer = wire(site, request, ready_answer(site, request))
    head, _, body = answer.partition(b"\r\n\r\n")
    assert f"Content-Encoding: {coding}".encode() in head
    undone = zlib.decompress(body, wbits=zlib.MAX_WBITS | 32)
    assert undone.startswith(b"<!DOCTYPE html>")


def test_pages_counted_from_the_oldest_keep_their_items() -> None:
    """Numbers that say something else would lead past items, and again to others."""
    seed = next(s for s in range(3000) if family_of(s).rows.step == "reversed")
    site = _site(seed)
    assert isinstance(site.family, Drawn)
    before = site.family.listing_targets(site)[-1]
    oldest = _text(site, before)
    site.publish(at=FIRST_LOOK)
    assert site.family.listing_targets(site)[-1] == before
    last = site.listed()[-1].path
    assert last in oldest
    assert last in _text(site, before)


def test_the_list_of_a_month_holds_all_of_it() -> None:
    """What neither the newest items nor a month show would be found by nobody."""
    site = _site(_first(archive="months", entry="list"))
    months = site.family.listing_targets(site)[1:]
    pages = "".join(_text(site, target) for target in months)
    assert all(f'href="{item.path}"' in pages for item in site.listed())
