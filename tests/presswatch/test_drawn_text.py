"""Items whose text a page only holds for its scripts to draw."""

import json
from pathlib import Path

from tests.presswatch.calling import call_here
from tests.presswatch.small_site import Answer, small_site


def _drawn(number: int, boats: int) -> Answer:
    title = f"Ferry number {number} stays in port"
    text = "".join(
        f"<p>On day {day} the pilots of berth {number} let {boats if day == 2 else 5}"
        " boats in with the flood, one after the other.</p>"
        for day in range(5)
    )
    state = json.dumps({"title": title, "body": text})
    script = f"<script>window.STATE = {state};</script>"
    page = f"<title>{title}</title><h1>{title}</h1>{script}"
    return Answer(f"<html><body>{page}</body></html>".encode())


def test_an_edit_of_a_text_that_only_scripts_draw_is_told(tmp_path: Path) -> None:
    """No line that the page shows has moved, and it was told to nobody."""
    with small_site() as site:
        options = ("--home", tmp_path, "--delay", "0", "--json")
        for number in range(1, 7):
            site.pages[f"/news/{number}"] = _drawn(number, 4)
        call_here("crawl", site.url, *options, "--now", "2026-03-01T06:00:00Z")
        site.pages["/news/3"] = _drawn(3, 9)
        told = call_here("crawl", site.url, *options, "--now", "2026-03-02T06:00:00Z")
        assert [(row["kind"], list(row["fields"])) for row in told.rows] == [
            ("edited", ["body"])
        ]
