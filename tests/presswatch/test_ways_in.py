"""Items whose addresses say from which page a reader came."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.presswatch.calling import call_here
from tests.presswatch.small_site import Answer, item, small_site


def _list(hrefs: Iterable[str]) -> Answer:
    links = "".join(
        f'<li><a href="/news/{href}">Ferry number {href[5]} stays in port</a></li>'
        for href in hrefs
    )
    html = f"<html><body><h1>News</h1><ul class=news>{links}</ul></body></html>"
    return Answer(html.encode())


@pytest.mark.parametrize("way", ["", "?nn=77"])
def test_another_way_in_makes_no_known_item_new(tmp_path: Path, way: str) -> None:
    """The page claims its address without the way, by which it is known as well."""
    with small_site() as site:
        base = site.url.removesuffix("/news/")
        for n in range(1, 7):
            path = f"/news/ferry{n}.html"
            page = item(n).body.replace(
                b"<body>", f'<link rel="canonical" href="{base}{path}"><body>'.encode()
            )
            for end in ("", "?nn=12", "?nn=77"):
                site.pages[path + end] = Answer(page)
        site.pages["/news/"] = _list(f"ferry{n}.html?nn=12" for n in range(1, 7))
        options = ("--home", tmp_path, "--delay", "0", "--json")
        day = "2026-03-{:02}T06:00:00Z"
        call_here("crawl", site.url, *options, "--now", day.format(1))
        site.pages["/news/"] = _list(
            [*(f"ferry{n}.html{way}" for n in range(1, 4)), "ferry5.html?nn=12"]
        )
        # meanwhile one was edited, and what it said is not what is held
        edited = f"/news/ferry2.html{way}"
        page = site.pages[edited].body.replace(b"the islands", b"the new islands", 1)
        site.pages[edited] = Answer(page)
        ended = call_here("crawl", site.url, *options, "--now", day.format(2))
        assert '"kind": "new"' not in ended.out
        assert ended.status == 0, ended.err
