"""What other programs rely on: each command's JSON has every key, always."""

import json
from pathlib import Path
from typing import Any

import pytest

from presswatch.cli.run import call as call_here
from tests.presswatch.calling import call
from tests.presswatch.conftest import DAYS, Corpus

CHANGE = {
    *("id", "kind", "site", "key", "url", "old_url", "title", "date", "body"),
    *("fields", "weight", "baseline", "captured_at"),
}
ITEM = {
    *("url", "key", "site", "status", "title", "date", "body", "summary", "authors"),
    *("attachments", "language", "first_seen", "last_seen", "aliases", "revisions"),
}
RUN = {
    *("id", "site", "started_at", "ended_at", "status", "requested", "listings"),
    *("revisions", "unchanged", "pending", "problems", "skipped", "changes"),
    "complete",
}
REVISION = {"first_seen", "last_seen", "title", "date", "body", "cause"}
PARSED = {
    *("id", "title", "date", "body", "summary", "authors", "language"),
    *("attachments", "canonical_url", "problem"),
}
LISTED = {"id", "items", "next_url", "pages", "problem"}
COMPARED = {"id", "kind", "weight", "fields", "problem"}
PAGE = """<!doctype html><html lang="en"><head><title>Ferry late</title></head><body>
<h1>Ferry late</h1><p>{}</p><p>The harbour office said on Monday that the second boat
would run again from Friday, once its engine had been looked at by the yard.</p>
</body></html>"""


def _rows(capsys: Any, *arguments: str | Path) -> list[dict[str, Any]]:
    status = call_here(*map(str, arguments), "--json")
    out, err = capsys.readouterr()
    assert status == 0, err
    return [json.loads(line) for line in out.splitlines()]


def test_add_answers_with_every_key(corpus: Corpus) -> None:
    """A program that adds sites must learn what it has added."""
    (row,) = corpus.added.rows
    assert row.keys() >= {
        *("name", "file", "seeds", "pagination", "date_style", "items", "article"),
        "problems",
    }
    assert row["name"] == corpus.site
    assert row["seeds"] == [corpus.address]
    assert Path(row["file"]).exists()
    assert row["items"]
    assert row["items"][0].keys() == {"url", "title", "date", "summary"}


def test_crawl_prints_each_change_once(corpus: Corpus) -> None:
    """Whoever reads the output of every crawl knows all that happened."""
    printed = [row for ended in corpus.crawls for row in ended.rows]
    assert all(row.keys() == CHANGE for row in printed)
    ids = [row["id"] for row in printed]
    assert ids == sorted(set(ids))
    assert [ended.status for ended in corpus.crawls] == [0] * (DAYS + 1)
    assert all(row["baseline"] for row in corpus.crawls[0].rows)


def test_changes_are_what_the_crawls_printed(
    corpus: Corpus, capsys: pytest.CaptureFixture[str]
) -> None:
    """The list can be asked for again at any time."""
    printed = [row for ended in corpus.crawls for row in ended.rows]
    assert _rows(capsys, "changes", "--home", corpus.home) == printed


def test_changes_go_on_after_an_id(
    corpus: Corpus, capsys: pytest.CaptureFixture[str]
) -> None:
    """A program keeps the last id it saw, and asks for what came since."""
    known = _rows(capsys, "changes", "--home", corpus.home)
    middle = known[len(known) // 2]["id"]
    later = _rows(capsys, "changes", "--home", corpus.home, "--since", str(middle))
    assert [row["id"] for row in later] == [r["id"] for r in known if r["id"] > middle]
    newest = _rows(capsys, "changes", "--home", corpus.home, "--limit", "2")
    assert newest == known[-2:]


def test_items_have_every_key(
    corpus: Corpus, capsys: pytest.CaptureFixture[str]
) -> None:
    """An unknown date is null, not a missing key."""
    rows = _rows(capsys, "items", corpus.site, "--home", corpus.home)
    assert len(rows) >= 12
    for row in rows:
        assert row.keys() == ITEM
        assert row["revisions"]
        assert all(revision.keys() == REVISION for revision in row["revisions"])
        assert row["first_seen"].endswith("Z")
    live = _rows(capsys, "items", "--kind", "live", "--home", corpus.home)
    assert live == [row for row in rows if row["status"] == "live"]


def test_history_finds_an_item_by_address_key_or_beginning(
    corpus: Corpus, capsys: pytest.CaptureFixture[str]
) -> None:
    """People paste an address; programs keep keys."""
    item = _rows(capsys, "items", "--home", corpus.home)[0]
    for name in (item["url"], item["url"] + "?utm_source=mail", item["key"]):
        assert _rows(capsys, "history", name, "--home", corpus.home) == [item]


def test_runs_add_up(corpus: Corpus, capsys: pytest.CaptureFixture[str]) -> None:
    """What was asked for is all accounted for."""
    rows = _rows(capsys, "runs", "--home", corpus.home)
    assert len(rows) == DAYS + 1
    for row in rows:
        assert row.keys() == RUN
        parts = ("listings", "revisions", "unchanged", "pending", "problems", "skipped")
        assert row["requested"] == sum(row[part] for part in parts)
        assert row["complete"] is True


@pytest.mark.parametrize(
    ("words", "keys"),
    [
        (["problems", "--since", "0"], set()),
        (["sites"], {"name", "file", "seeds", "paused", "items", "last_run"}),
        (["plan"], {"site", "listings", "items", "requests", "seconds", "misses"}),
        (["held"], set()),
        (["archive", "list"], {"file", "closed", "bytes", "records"}),
        (["archive", "verify"], set()),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_lists_have_their_keys(
    words: list[str],
    keys: set[str],
    corpus: Corpus,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Each list can be read by a program without a look at the screen."""
    rows = _rows(capsys, *words, "--home", corpus.home)
    assert bool(rows) == bool(keys)
    for row in rows:
        assert row.keys() >= keys


def test_every_list_can_be_read_by_a_person(
    corpus: Corpus, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing fails only because nobody asked for JSON."""
    item = _rows(capsys, "items", "--home", corpus.home)[0]["url"]
    for words in (
        *(["sites"], ["items"], ["changes"], ["problems"], ["runs"], ["held"]),
        *(["plan"], ["archive", "list"], ["archive", "verify"], ["history", item]),
    ):
        assert call_here(*words, "--home", str(corpus.home)) == 0, words
        shown = capsys.readouterr()
        assert shown.out or shown.err, words


def test_an_unknown_site_or_item_is_wrong_usage(corpus: Corpus) -> None:
    """A typing error must not look like an empty list."""
    for words in (["items", "nowhere"], ["history", "http://h.example/none"]):
        assert call(*words, "--home", corpus.home).status == 2


def test_parse_answers_in_order_and_with_every_key(tmp_path: Path) -> None:
    """Answers are matched with pages by id, and read without a look at the screen."""
    lines = []
    for number in range(4):
        (tmp_path / f"{number}.html").write_text(PAGE.format(f"Boat {number}."))
        site = "one" if number % 2 else None
        row = {"id": number, "url": f"https://h.example/{number}", "site": site}
        lines.append(json.dumps(row | {"html_file": f"{number}.html", "other": 1}))
    ended = call("parse", "--base", tmp_path, given="\n".join(lines))
    assert ended.status == 0, ended.err
    assert [row["id"] for row in ended.rows] == [0, 1, 2, 3]
    assert all(row.keys() == PARSED for row in ended.rows)
    listed = call("parse", "--listing", "--base", tmp_path, given="\n".join(lines))
    assert listed.status == 0, listed.err
    assert all(row.keys() == LISTED for row in listed.rows)


def test_a_listing_explained_has_its_reasons_beside_every_key(tmp_path: Path) -> None:
    """Whoever misses an item asks with the same command, with or without an address."""
    (tmp_path / "a.html").write_text(PAGE.format("<a href='/1'>A boat came late</a>"))
    (tmp_path / "b.html").write_text("")
    rows = [
        {"id": 1, "url": "https://h.example/", "html_file": "a.html"},
        {"id": 2, "url": None, "html_file": "a.html"},
        {"id": 3, "url": None, "html_file": "b.html"},
    ]
    given = "\n".join(map(json.dumps, rows))
    ended = call("parse", "--listing", "--explain", "--base", tmp_path, given=given)
    assert ended.status == 0, ended.err
    assert [row["id"] for row in ended.rows] == [1, 2, 3]
    for row in ended.rows:
        assert row.keys() == LISTED | {"ways", "groups", "pagers"}


@pytest.mark.promise("R7")
def test_parse_answers_the_rest_where_a_line_cannot_be_read(tmp_path: Path) -> None:
    """One bad line in a million must not cost the others."""
    (tmp_path / "a.html").write_text(PAGE.format("A boat."))
    good = json.dumps({"id": "a", "url": None, "html_file": "a.html"})
    bad = json.dumps({"id": "b", "url": None, "html_file": "missing.html"})
    given = "\n".join([good, "nonsense", bad, '{"id": "c"}', good])
    ended = call("parse", "--base", tmp_path, given=given)
    assert ended.status == 3
    assert [row["id"] for row in ended.rows] == ["a", "a"]
    for number in (2, 3, 4):
        assert f"line {number}" in ended.err


def test_compare_tells_an_edit_from_none(tmp_path: Path) -> None:
    """The question the whole program is about, asked of two files."""
    for name, words in (("a", "Two boats."), ("b", "Three boats."), ("c", "")):
        page = PAGE.format(words + " They leave at nine." * 6) if words else ""
        (tmp_path / f"{name}.html").write_text(page)
    asks = [
        {"id": "same", "before_file": "a.html", "after_file": "a.html"},
        {"id": "edit", "before_file": "a.html", "after_file": "b.html"},
        {"id": "gone", "before_file": "a.html", "after_file": "c.html"},
    ]
    given = "\n".join(json.dumps({"url": "https://h.example/1"} | a) for a in asks)
    ended = call("compare", "--base", tmp_path, given=given)
    assert ended.status == 0, ended.err
    rows = {row["id"]: row for row in ended.rows}
    assert all(row.keys() == COMPARED for row in ended.rows)
    assert rows["same"]["kind"] == "none"
    assert rows["edit"]["kind"] == "edited"
    assert rows["edit"]["weight"] == "full"
    assert rows["edit"]["fields"].keys() == {"body"}
    assert rows["gone"]["kind"] == "problem"
    assert rows["gone"]["problem"]["kind"] == "empty"
