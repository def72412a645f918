"""Boxes amid a text and notes at its foot, which the body of an item may leave out."""

from pathlib import Path

from tests.presswatch.calling import call_here
from tests.presswatch.small_site import Answer, item, small_site


def _item(number: int, *, boats: int, page: int) -> Answer:
    box = (
        "<aside class=callout role=note><p>At a glance</p><p>The ferry has room for "
        f"{boats} boats and all who row them.</p></aside>"
    )
    note = f"<li><p>Report of harbour {number}, page {page}.</p></li>"
    notes = f"<section class=footnotes role=doc-endnotes><ol>{note}</ol></section>"
    body = item(number).body.decode()
    head, paragraph, rest = body.partition("</p>")
    rest = rest.replace("</article>", f"{notes}</article>")
    return Answer(f"{head}{paragraph}{box}{rest}".encode())


def test_an_edit_of_a_box_or_of_a_note_alone_is_told(tmp_path: Path) -> None:
    """A figure is put right where a text is summed up, a source at its foot."""
    with small_site() as site:
        options = ("--home", tmp_path, "--delay", "0", "--json", "--all")
        for n in range(1, 7):
            site.pages[f"/news/{n}"] = _item(n, boats=n * 100, page=n * 7)
        call_here("crawl", site.url, *options, "--now", "2026-03-01T06:00:00Z")
        site.pages["/news/2"] = _item(2, boats=205, page=14)
        site.pages["/news/5"] = _item(5, boats=500, page=36)
        ended = call_here("crawl", site.url, *options, "--now", "2026-03-02T06:00:00Z")
    told = {row["url"]: row for row in ended.rows}
    assert sorted(told) == [site.url + "2", site.url + "5"]
    assert {row["kind"] for row in ended.rows} == {"edited"}
    assert all("body" in row["fields"] for row in ended.rows)
