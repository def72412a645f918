"""Addresses that show a whole other text, or less of theirs, from one night on."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.presswatch.calling import call_here
from tests.presswatch.small_site import Answer, SmallSite, small_site

#: A bulletin of the winds for each day: no two have a sentence in common.
PLACES = ("Low Isle", "Old Quay", "Herring Bay", "Gull Rock", "Fog Point")
NAME = "Winds of {} March"


def _bulletin(day: int) -> Answer:
    title, place = NAME.format(day), PLACES[day % 5]
    lines = "".join(
        f"<p>{place} {word} {PLACES[(day + n) % 5]} {word} {n * day} knots {word} from "
        f"{place} to the {word} of berth {n + day}, {word} until {day + n} o'clock.</p>"
        for n, word in enumerate(("gales", "calm", "swell", "breeze")[day % 4 :] * 4)
    )
    page = f"<html><body><h1>{title}</h1><article>{lines}</article></body></html>"
    return Answer(page.encode())


def _show(site: SmallSite, page: str, titles: dict[int, str]) -> None:
    """Let the list call its items so."""
    for number, title in titles.items():
        page = page.replace(f"Ferry number {number} stays in port", title)
    site.pages["/news/"] = Answer(page.encode())


def _told(site: SmallSite, home: Path, day: int) -> list[dict[str, Any]]:
    now = f"2026-03-{day:02}T06:00:00Z"
    options = ("--home", home, "--delay", "0", "--json", "--now", now)
    rows = map(json.loads, call_here("crawl", site.url, *options).out.splitlines())
    return [row for row in rows if not row["baseline"]]


@pytest.mark.parametrize(
    ("replaced", "is_listed_so", "edits"),
    [((1,), True, 3), ((1,), False, 0), ((1, 2, 3), True, 0)],
)
def test_a_bulletin_that_is_replaced_each_day_is_edited_if_its_list_says_so(
    tmp_path: Path, replaced: tuple[int, ...], is_listed_so: bool, edits: int
) -> None:
    """Three agree on no text, as none stays; of several, the site is ill."""
    with small_site() as site:
        page = site.pages["/news/"].body.decode()
        told = []
        for day in (5, 6, 7, 8):
            for number in replaced:
                site.pages[f"/news/{number}"] = _bulletin(day + 10 * (number - 1))
            if is_listed_so or day == 5:
                names = {n: NAME.format(day + 10 * (n - 1)) for n in replaced}
                _show(site, page, names)
            told += _told(site, tmp_path, day)
        assert [change["kind"] for change in told] == ["edited"] * edits
        assert all("title" in change["fields"] for change in told)


def test_a_text_that_is_free_for_some_days_is_not_edited_by_its_wall(
    tmp_path: Path,
) -> None:
    """However often it is seen: who pays reads all of it."""
    with small_site() as site:
        whole = site.pages["/news/2"].body.decode()
        *first, _ = whole.split("<p>")[:3]
        ask = "<div><h3>Read on</h3><a href='/subscribe'>from 1 a week</a></div>"
        wall = "<p>".join(first) + ask + "</article></body></html>"
        told = []
        for day in (5, 6, 7, 8, 9):
            if day > 5:
                site.pages["/news/2"] = Answer(wall.encode())
            told += _told(site, tmp_path, day)
        assert told == []
