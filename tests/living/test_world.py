"""A world is one and the same for one seed, and its truth is what it serves."""

import gzip
import http.client
from urllib.parse import urlsplit

import pytest

from tests.fixtures.living import FAMILIES, World
from tests.fixtures.living.item import Item
from tests.fixtures.living.score import compare_changes
from tests.fixtures.living.world import trick_names

from .reading import ask, pages_of, says, text_of, words_of

ALL = tuple(FAMILIES)


def fetch(
    url: str, method: str = "GET", **headers: str
) -> tuple[int, dict[str, str], bytes]:
    """Ask over a real socket."""
    parts = urlsplit(url)
    connection = http.client.HTTPConnection(parts.netloc, timeout=5)
    target = parts.path + (f"?{parts.query}" if parts.query else "")
    connection.request(method, target, headers=headers)
    response = connection.getresponse()
    body = response.read()
    connection.close()
    return response.status, {k.lower(): v for k, v in response.getheaders()}, body


def test_two_worlds_of_one_seed_tell_the_same_truth() -> None:
    """A failed run can be run again."""
    one, two = (World(11, ALL, tricks=["all"]) for _ in range(2))
    for _ in range(12):
        ask(one, ALL[0], "/nothing")
        one.advance()
        two.advance()
        for name in ALL:
            assert one.truth(name) == two.truth(name)


def test_other_seeds_make_other_worlds() -> None:
    """Three seeds are three examinations."""
    titles = {
        World(seed, ["bitrix"]).articles("bitrix")[0]["title"] for seed in (1, 2, 3)
    }
    assert len(titles) == 3


def test_items_that_move_time_and_again_never_meet_at_one_address() -> None:
    """A page of two items has no truth."""
    site = World(5, ["portal"], items=120).sites["portal"]
    for item in (*site.items, *site.items[:40]):
        site.move(item, site.new_path(item), status=301)
    assert all(site.index[item.path] is item for item in site.items)


@pytest.mark.parametrize("tricks", ["gentle", "noise"])
@pytest.mark.parametrize("name", ALL)
def test_every_listed_item_answers_with_its_words(name: str, tricks: str) -> None:
    """What the truth says is what a reader can read."""
    world = World(5, [name], tricks=[tricks, "publish"])
    world.advance(4)
    for item in world.sites[name].listed():
        if item.fault:
            continue
        page, r = pages_of(world, name, item), item.record
        for text in (r.title, r.summary, *r.authors, *r.labels):
            assert not text or says(page, text), (item.path, text)
        for block in r.blocks:
            assert says(page, block.line), (item.path, block.line)
        for file in r.files:
            assert says(page, file.label), (item.path, file.label)


@pytest.mark.parametrize("name", ALL)
def test_what_the_truth_holds_is_what_is_served(name: str) -> None:
    """Day by day, with every trick on: the truth and the pages agree."""
    world = World(8, [name], tricks=["all"])
    site, observer = world.sites[name], world.observers[name]
    for _ in range(8):
        world.advance()
        for item in site.items:
            held = observer.known.get(item.number)
            if site.fault or item.fault or not held or held.gone_day:
                continue
            if held.status == "live":
                page = pages_of(world, name, item)
                assert item.path == held.path
                assert says(page, held.fields["title"])
                assert all(says(page, p) for p in held.fields["body"].split("\n\n"))
            elif item.gone not in ("led_to_front", "led_to_listing"):
                page = words_of(text_of(world, name, held.path))
                assert not says(page, held.fields["body"].split("\n\n")[0])


@pytest.mark.parametrize("name", ALL)
def test_the_listing_pages_hold_each_item_once(name: str) -> None:
    """A monitor that walks the listing to its end misses nothing."""
    world = World(5, [name], tricks=["publish"])
    site = world.sites[name]
    pages = [text_of(world, name, t) for t in site.family.listing_targets(site)]
    for item in site.listed():
        assert any(_names(page, item.path) for page in pages), item.path


def _names(page: str, path: str) -> bool:
    path = path.lstrip("/").replace("&", "&amp;")
    return any(path + end in page for end in ('"', "<", "\\", "&"))


@pytest.mark.parametrize("fault", ["empty_listing", "short_listing", "listing_error"])
@pytest.mark.parametrize("name", ALL)
def test_a_listing_that_ails_leaves_the_articles_alone(name: str, fault: str) -> None:
    """The truth says that they can be read on such a day."""
    world = World(5, [name], tricks=[])
    site = world.sites[name]
    site.fault = fault
    for item in site.listed()[:5]:
        page = pages_of(world, name, item)
        assert all(says(page, block.line) for block in item.record.blocks)


@pytest.mark.parametrize("name", ALL)
def test_an_empty_listing_shows_no_item_anywhere(name: str) -> None:
    """Nor do the boxes beside it: what they show would be known a day early."""
    world = World(5, [name], tricks=["publish"])
    site = world.sites[name]
    paths = [item.path for item in site.listed()]
    for fault, shown in (("empty_listing", paths[:0]), ("short_listing", paths[:3])):
        site.fault = fault
        page = text_of(world, name, site.family.listing_targets(site)[0])
        assert not [path for path in paths if _names(page, path) and path not in shown]


def test_an_item_whose_page_was_ill_is_told_when_it_can_be_read() -> None:
    """It was met, whatever becomes of its place in the list meanwhile."""
    world = World(3, ["typo3"], tricks=["publish"])
    site = world.sites["typo3"]
    item = site.publish(at=site.now)
    item.fault, item.fault_until = "half_page", world.day + 2
    world.advance()
    item.listed = False
    site.touched()
    world.advance()
    new = [c["url"] for c in world.truth("typo3") if c["kind"] == "new"]
    assert site.address + item.path in new


@pytest.mark.parametrize("is_walked", [True, False])
def test_an_item_slides_in_under_a_walk_or_on_the_day_after(is_walked: bool) -> None:
    """Whoever looks, and whatever session the links carry, it is listed by then."""
    world = World(3, ["bitrix"], tricks=["publish", "sliding"])
    site = world.sites["bitrix"]
    while not isinstance(item := site.notes.get("sliding"), Item):
        world.advance()
    assert not item.listed
    if is_walked:
        second = site.family.listing_targets(site)[1]
        ask(world, "bitrix", f"{second}&PHPSESSID=1f2e")
    else:
        world.advance()
    assert item in site.listed()


@pytest.mark.parametrize("name", ALL)
def test_a_redesigned_listing_is_found_however_it_is_spelled(name: str) -> None:
    """A client may write percent signs where the links have none."""
    world = World(5, [name], tricks=[])
    site = world.sites[name]
    site.design = 1
    for target in site.family.listing_targets(site)[1:] * site.family.has_pages:
        for spelled in (target, target.replace(":", "%3A").replace("%7b", "%7B")):
            assert 'class="c-grid"' in text_of(world, name, spelled)


@pytest.mark.parametrize("name", ALL)
def test_a_made_up_address_is_not_found(name: str) -> None:
    """Otherwise nothing could be told to be gone."""
    assert ask(World(5, [name]), name, "/en/made-up-4711/").status == 404


def test_a_page_out_of_range_answers_page_one() -> None:
    """The trap of this make of site."""
    world = World(5, ["bitrix"], tricks=["publish"])
    first = ask(world, "bitrix", "/en/news/")
    assert ask(world, "bitrix", "/en/news/?PAGEN_1=99").body == first.body


def test_removals_are_told_a_day_after_they_were_first_seen() -> None:
    """Proof takes two looks."""
    world = World(3, ["bitrix"], tricks=["publish", "delete_404"])
    site = world.sites["bitrix"]
    gone: dict[str, int] = {}
    for _ in range(25):
        world.advance()
        for item in site.items:
            if item.gone:
                gone.setdefault(site.address + item.path, world.day)
    removed = [c for c in world.truth("bitrix", since_day=1) if c["kind"] == "removed"]
    assert len(removed) >= 3
    assert all(c["day"] == gone[c["url"]] + 1 for c in removed)


def test_the_truth_scores_full_marks() -> None:
    """The scorer and the truth speak the same language."""
    world = World(9, ["bitrix"])
    world.advance(30)
    truth = world.truth("bitrix", since_day=0)
    score = compare_changes(truth, truth)
    assert score.f1() == 1.0
    assert score.exactness("body") == 1.0
    assert score.fields_exact() == 1.0


def test_a_monitor_that_says_nothing_and_one_that_lies_score_nothing() -> None:
    """A scoreboard that cannot say no is none."""
    world = World(9, ["bitrix"])
    world.advance(10)
    truth = world.truth("bitrix", since_day=1)
    assert compare_changes(truth, []).recall() == 0.0
    lies = [{**c, "url": c["url"] + "x", "urls": []} for c in truth]
    assert compare_changes(truth, lies).precision() == 0.0


def test_the_server_speaks_http_as_others_do() -> None:
    """Compression, HEAD, and a port that answers."""
    world = World(5, ["bitrix"])
    with world.serve() as hosts:
        url = hosts["bitrix"]
        status, headers, body = fetch(url)
        assert status == 200
        status, headers, zipped = fetch(url, **{"Accept-Encoding": "gzip"})
        assert headers["content-encoding"] == "gzip"
        assert len(gzip.decompress(zipped)) == pytest.approx(len(body), abs=40)
        assert fetch(url, "HEAD")[2] == b""
        assert fetch(url + "made-up/")[0] == 404
    assert [r.status for r in world.requests("bitrix")] == [200, 200, 200, 404]


def test_addresses_stay_when_a_world_is_served_again() -> None:
    """A monitor that was stopped finds its site where it was."""
    world = World(5, ["bitrix"])
    with world.serve() as hosts:
        first = dict(hosts)
    with world.serve() as hosts:
        assert hosts == first


def test_unknown_tricks_are_told() -> None:
    """A typing error must not switch a trick off in silence."""
    with pytest.raises(ValueError, match="nonsense"):
        trick_names(["nonsense"])
