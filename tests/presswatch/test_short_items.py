"""Items of a few words, which other items might say as well."""

import json
from pathlib import Path

import pytest

from tests.presswatch.calling import call_here
from tests.presswatch.small_site import Answer, item, small_site

TITLE = "The harbour office is closed"


def _stub(day: str) -> Answer:
    page = f"<html><body><h1>{TITLE}</h1><article><time>{day}</time><p>From noon on."
    return Answer(f"{page}</p></article></body></html>".encode())


@pytest.mark.parametrize(
    ("old_day", "day", "has_third", "told"),
    [
        ("4 March 2026", "4 March 2026", False, ["moved"]),
        ("4 March 2026", "6 March 2026", False, ["new", "removed"]),
        ("4 March 2026", "4 March 2026", True, ["new", "removed"]),
    ],
)
def test_an_item_of_few_words_has_moved_if_no_other_can_be_meant(
    tmp_path: Path, old_day: str, day: str, has_third: bool, told: list[str]
) -> None:
    """Two notices of one title are two, be they of one day."""
    with small_site() as site:
        page = site.pages["/news/"].body.decode()
        link = f'<li><a href="/news/{{}}">{TITLE}</a></li>'
        third = link.format(9) if has_third else ""

        def show(number: int) -> None:
            links = link.format(number) + third + "<li>"
            site.pages["/news/"] = Answer(page.replace("<li>", links, 1).encode())

        for n in range(1, 7):
            body = item(n).body.replace(b"</h1>", b"</h1><time>1 March 2026</time>")
            site.pages[f"/news/{n}"] = Answer(body)
        site.pages["/news/7"] = site.pages["/news/9"] = _stub(old_day)
        show(7)
        changes = []
        for at in (5, 6, 7, 8):
            if at == 6:
                site.pages["/news/8"] = _stub(day)
                del site.pages["/news/7"]
                show(8)
            now = f"2026-03-{at:02}T06:00:00Z"
            options = ("--home", tmp_path, "--delay", "0", "--json", "--now", now)
            out = call_here("crawl", site.url, *options).out
            changes += [json.loads(line) for line in out.splitlines()]
        assert [c["kind"] for c in changes if not c["baseline"]] == told
