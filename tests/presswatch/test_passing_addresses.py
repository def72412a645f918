"""Addresses of items of which a part is another in the next link to the same item."""

import json
import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.presswatch.calling import call_here
from tests.presswatch.small_site import Answer, SmallSite, item, small_site

NUMBERS = "123456"
_LINK = re.compile(r'"/news/(\d)"')


def _crawl(site: SmallSite, home: Path, day: int) -> list[tuple[str, str]]:
    now = f"2026-03-{day:02}T06:00:00Z"
    options = ("--home", home, "--delay", "0", "--json", "--now", now)
    changes = map(json.loads, call_here("crawl", site.url, *options).out.splitlines())
    return [(c["kind"], c["title"]) for c in changes if not c["baseline"]]


def _relink(site: SmallSite, whole: str, endings: Mapping[str, str]) -> None:
    """Let links to items end so, by their number; pages answer whatever it is."""
    page = _LINK.sub(lambda found: f'"/news/{found[1]}{endings[found[1]]}"', whole)
    site.pages["/news/"] = Answer(page.encode())
    for n, ending in endings.items():
        site.pages[f"/news/{n}{ending}"] = site.pages[f"/news/{n}"]


def test_a_value_of_each_link_in_each_answer_makes_no_new_items(tmp_path: Path) -> None:
    """All items were told as new each day, and asked for twice."""
    with small_site() as site:
        whole = site.pages["/news/"].body.decode()
        for day in (1, 2, 3):
            _relink(site, whole, {n: f"?zx=k{n}f{day * 7}" for n in NUMBERS})
            site.asked.clear()
            assert _crawl(site, tmp_path, day) == []
            assert sum("?zx=" in path for path in site.asked) == 6


@pytest.mark.parametrize(
    ("before", "after"), [("-fog-stays", "-fog-leaves"), ("?v=7", "?v=8")]
)
def test_an_edit_that_the_address_shows_is_one_edit(
    before: str, after: str, tmp_path: Path
) -> None:
    """The old address answers as well: the item was told as new, and as edited."""
    stays, leaves = "number 3 stays", "number 3 leaves"
    with small_site() as site:
        whole = site.pages["/news/"].body.decode()
        _relink(site, whole, dict.fromkeys(NUMBERS, before))
        assert _crawl(site, tmp_path, 1) == []
        site.pages["/news/3"] = site.pages[f"/news/3{before}"] = Answer(
            item(3).body.replace(stays.encode(), leaves.encode())
        )
        endings = {**dict.fromkeys(NUMBERS, before), "3": after}
        _relink(site, whole.replace(stays, leaves), endings)
        told = _crawl(site, tmp_path, 2) + _crawl(site, tmp_path, 3)
        assert told == [("edited", "Ferry number 3 leaves in port")]
