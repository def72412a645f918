"""Which item a page is, and which listings are believed."""

from dataclasses import replace
from datetime import UTC, date, datetime
from types import SimpleNamespace
from typing import Any

import pytest

from corpus.store.articles import dump_listing, dump_teaser
from crawler.ask import Ask
from crawler.items.called import is_called_so
from crawler.items.doubts import make_up
from crawler.items.identity import Identity, namesakes
from crawler.lists.doubts import doubt_listing, only_alike
from parsers.model import Article, Listing, Printed, Teaser

SITE = "https://press.harbour.example"
TEXT = f"The night boat did not leave its quay on Tuesday.\n\n{'Fog lay low. ' * 9}"


def _item(title: str, revision_id: int | None = None) -> Any:
    teaser = dump_teaser(Teaser(url=f"{SITE}/1", title=title)) if title else None
    return SimpleNamespace(revision_id=revision_id, teaser=teaser)


@pytest.mark.parametrize(
    ("listed", "title", "is_so"),
    [
        ("Ferry to Low Isle late again", "Ferry to Low Isle late again", True),
        ("Ferry to Low Isle is late …", "Ferry to Low Isle is late again", True),
        ("“Ferry to Low Isle” late", '"Ferry to Low Isle" late', True),
        ("Ferry to Low Isle late again", "Port: Ferry to Low Isle late again", True),
        ("Ferry to Low Isle late again", "Please sign in", False),
        ("", "Please sign in", None),
    ],
)
def test_an_unread_item_should_be_called_as_its_listing_says(
    listed: str, title: str, is_so: bool | None
) -> None:
    """A wall, or another item's page, has another name."""
    assert is_called_so(_item(listed), Article(url="", title=title)) is is_so


def test_an_unread_item_may_be_called_by_how_its_text_begins() -> None:
    """A box beside the text shows no titles, but so much of each lead as it holds."""
    item = _item("The night boat did not leave its quay on Tuesday …")
    text = "The night boat did not leave its quay on Tuesday since fog lay on the sea."
    said = [{"body": text}, {"summary": text, "body": "Fog lifts."}, {"body": "Fog"}]
    said += [{"body": f"(Low Isle, 2 March 2026)\n\nDear friends!\n\n{text}"}]
    found = [is_called_so(item, Article(url="", title="Ferry", **one)) for one in said]
    assert found == [True, True, False, True]


@pytest.mark.parametrize(
    ("listed", "is_anothers"),
    [
        ("The night boat did not leave its quay on Tuesday.", False),
        ("Pilots heard in the old customs house on Monday.", True),
    ],
)
def test_a_moved_item_that_its_list_calls_by_its_lead_shows_its_own_text(
    listed: str, is_anothers: bool
) -> None:
    """The text stands at its old address too; another's page begins otherwise."""
    item = _item(listed)
    item.id = 9
    found = Article(url="", title="Ferry late", body=TEXT)
    identity = _identity(SimpleNamespace(id=4, revision_id=7))
    assert identity.is_called_otherwise(item, found) is is_anothers


def _printed(day: int) -> Printed:
    return Printed(text=f"{day}.03.2026", day=date(2026, 3, day))


@pytest.mark.parametrize("is_known", [False, True])
@pytest.mark.parametrize(("own", "is_anothers"), [(2, False), (3, True)])
def test_an_item_of_a_series_that_shows_another_one_s_day_and_text_is_that_one(
    own: int, is_anothers: bool, is_known: bool
) -> None:
    """All of them have one title: it was told as new with a text of last month."""
    teaser = Teaser(url=f"{SITE}/9", title="Ferry late", published=_printed(own))
    day = f"2026-03-0{own}"
    item = SimpleNamespace(
        id=9, revision_id=None, teaser=dump_teaser(teaser), published_on=day
    )
    found = Article(url="", title="Ferry late", body=TEXT, published=_printed(2))
    identity = _identity(
        SimpleNamespace(id=4, revision_id=7, published_on="2026-03-02", teaser=None)
    )
    if is_known:
        before = {"title": "Ferry late", "body": "The pilots were heard on Monday."}
        assert identity.is_anothers(item, found, before) is is_anothers
    else:
        assert identity.is_called_otherwise(item, found) is is_anothers


@pytest.mark.parametrize(("listed", "is_anothers"), [(3, False), (2, True)])
def test_the_day_on_which_a_list_showed_both_tells_no_item_from_another(
    listed: int, is_anothers: bool
) -> None:
    """A court lists the day on which it decided: what moved was told as new."""
    mine, other = (
        dump_teaser(Teaser(url=SITE, title="Ferry late", published=_printed(day)))
        for day in (3, listed)
    )
    item = SimpleNamespace(id=9, revision_id=None, teaser=mine)
    found = Article(url="", title="Ferry late", body=TEXT, published=_printed(2))
    identity = _identity(
        SimpleNamespace(id=4, revision_id=7, published_on="2026-03-02", teaser=other)
    )
    assert identity.is_called_otherwise(item, found) is is_anothers


def test_of_a_series_an_item_of_a_new_one_s_very_words_is_looked_at() -> None:
    """It may have moved there and got today's day, and is not due for long."""
    series = [
        SimpleNamespace(
            id=n,
            revision_id=n,
            published_on=f"2026-0{n}-04",
            words=n,
            first_seen=datetime(2026, n, 4, tzinfo=UTC),
        )
        for n in range(1, 6)
    ]
    identity = _identity(*series)
    item: Any = SimpleNamespace(key="/9")
    found = Article(url="", title="Ferry late", body=TEXT, published=_printed(2))
    identity.note(item, found, series[2].words)
    assert [row.id for row in identity.namesakes()] == [3]


def _identity(*others: Any) -> Identity:
    """Return what knows other items, all of one title and with one text."""
    items = SimpleNamespace(
        has_revisions=lambda _: True,
        same_title=lambda *_: others,
        same_words=lambda _, words: [o for o in others if o.words == words],
        beginning_with=lambda *_: (),
        of_days=lambda _, days: [o for o in others if o.published_on in days],
        article=lambda _: {"body": TEXT},
    )
    crawl: Any = SimpleNamespace(
        store=SimpleNamespace(items=items),
        lease=SimpleNamespace(site_id=1),
        keeper=SimpleNamespace(flush=lambda: None),
        started_at=datetime(2026, 3, 9, tzinfo=UTC),
    )
    return Identity(crawl)


def test_an_item_that_was_read_may_be_called_otherwise() -> None:
    """A title may be edited, and the listing lag behind."""
    item = _item("Ferry late", revision_id=4)
    assert is_called_so(item, Article(url="", title="Ferry on time")) is None


@pytest.mark.parametrize(("count", "asked"), [(3, [1, 2]), (5, [4])])
def test_of_a_series_only_the_items_of_a_new_one_s_day_are_looked_at(
    count: int, asked: list[int]
) -> None:
    """Else each month's figures ask for those of all months before."""
    called = [
        SimpleNamespace(id=n, revision_id=n or None, published_on=f"2026-0{n + 1}-04")
        for n in range(count)
    ]
    assert [row.id for row in namesakes(called, "2026-05-04")] == asked


def test_of_a_doubtful_listing_only_what_stands_where_items_stood_is_taken() -> None:
    """Where few items are left, a menu may be taken for the list."""
    stood = [Teaser(url=f"{SITE}/2026/03/{n}/fog", title="Fog") for n in range(3)]
    said = dump_listing(Listing(url=SITE, items=tuple(stood)))
    row = SimpleNamespace(listing={"said": said})
    new = Teaser(url=f"{SITE}/2026/04/1/ferry", title="Ferry")
    menu = Teaser(url=f"{SITE}/about", title="About us")
    found = only_alike(Listing(url=SITE, items=(new, menu)), row)
    assert found.items == (new,)


def test_a_quiet_day_is_no_damage_to_a_list_of_days() -> None:
    """A page of a fixed length that shows one item of nine is not believed."""
    row = SimpleNamespace(usual_count=9, listing={})
    ask = Ask(url=SITE, role="listing", item=row)
    one = Listing(
        url=SITE, items=(Teaser(url=f"{SITE}/7", title="Fog"),), next_url=f"{SITE}/2"
    )
    assert doubt_listing(ask, one, [ask.url])
    for of_day in (one, replace(one, items=())):
        assert not doubt_listing(ask, replace(of_day, pagination="days"), [ask.url])


def test_a_sitemap_of_several_is_doubted_where_most_of_it_is_gone() -> None:
    """Whatever it no longer named, and led away that night, was told as removed."""
    row = SimpleNamespace(usual_count=30.0, listing={})
    ask = Ask(url="https://h.example/sitemap-1.xml", role="listing", depth=1, item=row)
    few = Listing(url=ask.url, items=(Teaser(url="https://h.example/7"),) * 3)
    assert doubt_listing(ask, replace(few, kind="sitemap"), [ask.url])
    assert not doubt_listing(ask, few, [ask.url])  # a last page of a list


@pytest.mark.parametrize("url", ["/show?id=7&lang=en", "/news/fog/", "/7/", "/?p=7"])
def test_a_made_up_address_is_never_the_item_s(url: str) -> None:
    """Its answer shows what the site says of what does not exist."""
    found = {make_up(SITE + url) for _ in range(5)}
    assert len(found) == 5
    assert SITE + url not in found
    assert all(one.startswith(SITE) for one in found)
