"""Where a walk over listings goes on, and where it ends."""

from collections.abc import Collection, Sequence
from dataclasses import replace

import pytest

from crawler.lists.walk import Walk
from parsers.model import INDEX, Listing, Teaser

SEED = "https://press.harbour.example/en/news/"


def _walk(*, is_deep: bool = True, depth: int = 10) -> Walk:
    return Walk([SEED], is_deep=is_deep, depth=depth)


def _listing(*numbers: int, following: str | None = "?page=2") -> Listing:
    return Listing(
        url=SEED,
        items=tuple(Teaser(url=f"{SEED}{n}/") for n in numbers),
        next_url=SEED + following if following else None,
    )


def test_a_deep_walk_goes_on_past_what_is_known() -> None:
    """Back-dated items lie deep in the list."""
    assert _walk().go_on(_listing(1, 2), url=SEED, depth=0, new_count=0)


def test_another_walk_ends_where_nothing_is_new() -> None:
    """Between deep walks one page is enough."""
    walk = _walk(is_deep=False)
    assert not walk.go_on(_listing(1, 2), url=SEED, depth=0, new_count=0)
    assert walk.is_complete


@pytest.mark.promise("R27")
def test_a_page_that_repeats_another_ends_the_walk() -> None:
    """Out-of-range numbers answer with page 1 on many sites."""
    walk = _walk()
    walk.go_on(_listing(1, 2), url=SEED, depth=0, new_count=2)
    again = _listing(1, 2, following="?page=3")
    assert not walk.go_on(again, url=SEED + "?page=2", depth=1, new_count=0)
    assert walk.is_complete


def test_a_box_that_shows_the_rows_of_the_next_page_ends_no_walk() -> None:
    """Two pages then show the same items in another order; the next one shows more."""
    walk = _walk()
    walk.go_on(_listing(1, 2, 3, 4), url=SEED, depth=0, new_count=4)
    behind = _listing(3, 4, 1, 2, following="?page=3")
    assert walk.go_on(behind, url=SEED + "?page=2", depth=1, new_count=0)
    for depth, order in enumerate([(2, 1, 3, 4), (2, 1, 4, 3)], 2):
        page = _listing(*order, following=f"?page={depth + 2}")
        url = f"{SEED}?page={depth + 1}"
        went_on = walk.go_on(page, url=url, depth=depth, new_count=0)
        assert bool(went_on) is (depth < 3)


def test_a_box_of_the_whole_month_on_each_page_ends_no_walk() -> None:
    """Blogs list the month beside: of three pages with its items no older one was read.

    The first page is read once more meanwhile, which makes it no other page.
    """
    walk, month = _walk(), list(range(1, 9))
    for place in range(0, 8, 2):
        ahead = month[place : place + 2]
        page = _listing(*dict.fromkeys((*ahead, *month)), following=f"?at={place}")
        url = f"{SEED}?at={place - 2}" if place else SEED
        assert walk.go_on(page, url=url, depth=place, new_count=0)
        walk.go_on(_listing(*month), url=SEED, depth=0, new_count=0)


def test_a_month_that_repeats_the_list_ends_no_walk() -> None:
    """A list of the newest month often leads to that month's own page first."""
    walk = _walk()
    march = replace(_listing(1, 2, following="3.html"), pagination="months")
    walk.go_on(march, url=SEED, depth=0, new_count=2)
    again = replace(_listing(1, 2, following="2.html"), pagination="months")
    assert walk.go_on(again, url=f"{SEED}3.html", depth=1, new_count=0)


def test_a_list_that_slid_on_is_read_again_from_its_beginning() -> None:
    """What came in while we walked stands on the first page, and is new today."""
    walk = _walk()
    walk.go_on(_listing(9, 8, 7), url=SEED, depth=0, new_count=0)
    second = SEED + "?page=2"
    slid = _listing(7, 6, 5, following="?page=3")
    assert SEED in walk.go_on(slid, url=second, depth=1, new_count=0)
    again = walk.go_on(_listing(10, 9, 8), url=SEED, depth=2, new_count=1)
    assert again == []
    third = _listing(5, 4, 3, following=None)
    assert walk.go_on(third, url=SEED + "?page=3", depth=2, new_count=0) == []


def test_pages_that_each_visit_names_anew_are_read_once() -> None:
    """The first page, read again, names another visit in the link to the second."""
    walk = _walk()
    first = _listing(9, 8, 7, following="?page=2&PHPSESSID=0a1b2c3d4e5f6071")
    assert walk.go_on(first, url=SEED, depth=0, new_count=0)
    again = _listing(9, 8, 6, following="?page=2&PHPSESSID=8a9bacbdcedf6071")
    assert walk.go_on(again, url=SEED, depth=0, new_count=1) == []


def test_what_stands_on_every_page_is_no_sign_of_a_list_that_slid() -> None:
    """A box of popular items closes each page of some lists."""
    walk = _walk()
    walk.go_on(_listing(9, 8, 1), url=SEED, depth=0, new_count=0)
    second = _listing(7, 6, 1, following=None)
    assert walk.go_on(second, url=SEED + "?page=2", depth=1, new_count=0) == []


def test_a_box_of_other_items_on_each_page_is_no_sign_of_a_list_that_slid() -> None:
    """It may show on the next page what stood last on this one."""
    walk = _walk()
    walk.go_on(_listing(9, 8, 3), url=SEED, depth=0, new_count=0)
    second = _listing(7, 6, 3, 4, following=None)
    assert walk.go_on(second, url=SEED + "?page=2", depth=1, new_count=0) == []


@pytest.mark.promise("R27")
def test_an_endless_listing_ends_at_the_depth_and_is_not_complete() -> None:
    """A calendar has a next page for ever."""
    walk = _walk(depth=1)
    assert walk.go_on(_listing(1), url=SEED, depth=0, new_count=1)
    more = _listing(2, following="?page=3")
    assert not walk.trap
    assert not walk.go_on(more, url=SEED + "?page=2", depth=1, new_count=1)
    assert not walk.is_complete
    assert (
        walk.trap == "trap suspected: 1 pages led here (limits.depth), and it leads on"
    )


@pytest.mark.promise("R27")
def test_pages_that_name_but_another_such_page_for_ever_are_a_trap() -> None:
    """A sitemap index that names a new one at each look was read for hours."""
    walk, url = _walk(depth=99), SEED
    for count in range(8):
        index = replace(_listing(following=None), sections=(f"{SEED}map-{count}",))
        follow = walk.go_on(index, url=url, depth=count, new_count=0)
        assert bool(follow) is (count < 6)
        assert bool(walk.trap) is (count == 6)
        if not follow:
            break
        url = follow[0]
    assert not walk.is_complete


def test_a_calendar_ends_where_its_months_show_nothing_else() -> None:
    """Beside each empty month stand other old items, and a link to the one before."""
    walk, url = _walk(depth=99), SEED
    shown = [(9, 8, 7), (7, 6), (9, 8), (5, 4), (9, 7), (8, 4), (6, 5), (9, 4)]
    for count, items in enumerate(shown):
        month = _listing(*items, following=f"?month={20 - count}")
        month = replace(month, pagination="months")
        follow = walk.go_on(month, url=url, depth=count, new_count=0)
        assert bool(follow) == (count < 6)
        url = f"{SEED}?month={20 - count}"


def test_a_calendar_ends_the_next_time_where_it_ended_before() -> None:
    """Three empty months a night are three requests too many."""
    shown = [(9, 8, 7), (6, 5), (9, 8), (9, 6), (9, 5)]

    def read(ends: Collection[str], shown: Sequence[tuple[int, ...]]) -> Walk:
        walk = Walk([SEED], is_deep=True, depth=99, calendar_ends=ends)
        url = SEED
        for count, items in enumerate(shown):
            month = _listing(*items, following=f"?month={20 - count}")
            month = replace(month, pagination="months")
            if not walk.go_on(month, url=url, depth=count, new_count=0):
                break
            url = f"{SEED}?month={20 - count}"
        return walk

    first = read((), shown)
    assert (len(first.read), len(first.calendar_ends)) == (5, 1)
    assert len(read(first.calendar_ends, shown).read) == 3
    later = read(first.calendar_ends, [*shown[:2], (4, 3), *shown[2:]])
    assert (len(later.read), later.calendar_ends) == (6, {f"{SEED}?month=18"})


@pytest.mark.parametrize("is_deep", [True, False])
def test_days_on_which_nothing_was_published_end_no_walk(is_deep: bool) -> None:
    """The days before them were never read; an office may rest for more than three."""
    walk, url = _walk(is_deep=is_deep, depth=99), SEED
    for count in range(6):
        day = _listing(following=f"?date=2026-03-{20 - count}")
        follow = walk.go_on(
            replace(day, pagination="days"), url=url, depth=count, new_count=0
        )
        assert follow == [f"{SEED}?date=2026-03-{20 - count}"]
        [url] = follow


def test_a_month_that_begins_as_the_newest_end_is_no_list_that_slid() -> None:
    """The first page shows the newest of all months, and was read twice a night."""
    walk = _walk()
    newest = replace(_listing(9, 8, 7), pagination="months")
    assert walk.go_on(newest, url=SEED, depth=0, new_count=0)
    month = replace(_listing(8, 7, 6, following="?m=1"), pagination="months")
    follow = walk.go_on(month, url=SEED + "?page=2", depth=1, new_count=0)
    assert follow == [SEED + "?m=1"]


def test_a_listing_that_failed_leaves_the_walk_incomplete() -> None:
    """What we did not read proves nothing."""
    walk = _walk()
    walk.broke(SEED)
    assert not walk.is_complete


def test_pages_above_a_seed_are_places_that_removed_items_lead_to() -> None:
    """The front page of a language is no article."""
    walk = _walk()
    assert walk.is_listing("https://press.harbour.example/en/")
    assert walk.is_listing("https://www.press.harbour.example/")
    assert not walk.is_listing("https://press.harbour.example/en/news/7/")


@pytest.mark.parametrize(
    ("path", "is_front"),
    [
        ("/", True),
        ("/en/", True),
        ("/en/home.html", True),
        ("/en/Pages/Default.aspx", True),
        ("/en/accueil", True),
        ("/en/start/fog-over-port", False),
        ("/fr/home.html", False),
        ("/en.html", True),
        ("/en/contact.html", False),
    ],
)
def test_the_front_page_above_a_listing_is_none_of_its_items(
    path: str, is_front: bool
) -> None:
    """An item that leads there is gone, whatever that page is called."""
    host = "https://h.example"
    walk = Walk([f"{host}/en/media/news.aspx"], is_deep=False, depth=9)
    assert walk.is_listing(host + path) is is_front


def test_a_front_page_that_shows_what_its_list_does_does_not_end_that() -> None:
    """All behind the first page was never read, and each old item new when edited."""
    walk = _walk()
    front = replace(_listing(1, 2, following=None), sections=(SEED + "all/",))
    follow = walk.go_on(front, url=SEED, depth=0, new_count=2)
    assert follow == [SEED + "all/"]
    listing = _listing(1, 2, following="all/?page=2")
    follow = walk.go_on(listing, url=SEED + "all/", depth=1, new_count=0)
    assert follow == [SEED + "all/?page=2"]


def _index(*urls: str) -> Listing:
    return Listing(url=SEED, archives=urls, older_url=urls[0], pagination=INDEX)


def test_an_index_of_years_leads_through_their_months_newest_first() -> None:
    """Years and months list no items, and a list of them is no end."""
    walk = _walk(depth=99)
    pages = {
        SEED: _index(f"{SEED}2026/", f"{SEED}2025/"),
        f"{SEED}2026/": _index(f"{SEED}2026/2/", f"{SEED}2026/1/"),
        f"{SEED}2026/2/": _listing(1, 2, following="2026/2/?page=2"),
        f"{SEED}2026/2/?page=2": _listing(3, 4, following="2026/2/?page=3"),
        f"{SEED}2026/2/?page=3": _listing(3, 4, following="2026/2/?page=4"),
        f"{SEED}2026/1/": _listing(following=None),
        f"{SEED}2025/": _listing(5, following=None),
    }
    read, following = [], [SEED]
    for depth in range(len(pages)):
        [url] = following
        read.append(url)
        following = walk.go_on(pages[url], url=url, depth=depth, new_count=1)
    assert read == list(pages)
    assert not following
    assert walk.is_complete


def test_between_deep_walks_an_index_leads_to_its_newest_part_alone() -> None:
    """That an index shows nothing new says nothing of its months."""
    walk = _walk(is_deep=False)
    index = _index(f"{SEED}2026/", f"{SEED}2025/")
    assert walk.go_on(index, url=SEED, depth=0, new_count=0) == [f"{SEED}2026/"]
    newest = _listing(1, 2, following=None)
    assert not walk.go_on(newest, url=f"{SEED}2026/", depth=1, new_count=0)
