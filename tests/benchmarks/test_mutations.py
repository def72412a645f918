"""Pairs are made of a page with its truth, and what is said of them is told by kind."""

import json
import subprocess
import sys
from pathlib import Path

from benchmarks.mutants.boxes import BOXES
from benchmarks.mutants.edits import EDITS
from benchmarks.mutants.failures import FAILURES
from benchmarks.mutants.noise import NOISE
from benchmarks.mutations import Pair, judge, make_pairs
from parsers.model import Capture, FieldChange
from scheduler.comparing.compare import Comparison

ROOT = Path(__file__).parents[2]
TEXT = [
    f"On day {n} the pilots of Zürich’s “Käthe” quay counted {n + 3} ships off"
    f" the bar, and let them in one after the other with the flood."
    for n in range(1, 8)
]
TITLE = "Pilots of the harbour are busy all night"
LIST = "".join(
    f"<li><a href='/n/{n}'>The {n} boats of the week came home</a>" for n in range(5)
)
MENU = "".join(f"<li><a href='/{n}'>Quay {n}</a>" for n in range(5))
PAGE = f"""<html><head><title>{TITLE}</title></head><body><ul class=menu>{MENU}</ul>
<div id=page class=wide><main><h1>{TITLE}</h1><div class=day>3 March 2026</div>
<p>{TEXT[0]}</p><p>{TEXT[1].replace("pilots", "<a href=/p>pilots</a>")}</p>
<h2>{TEXT[2]}</h2><p>{TEXT[3]}</p><p>{TEXT[4].replace("quay", "<b>quay</b>")}</p>
<ul><li>{TEXT[5]}</ul><p>{TEXT[6]}</p>
<table><tr><td>Boats<td>17</table></main></div><div class=new>
<ul>{LIST}</ul></div><p>17 readers</p>
<p>© 2025 Harbour office</p></body></html>"""
ROW = {
    "id": "pilots",
    "site": "harbour.example",
    "url": "https://harbour.example/pilots",
    "html_file": "pilots.html",
    "title": TITLE,
    "date": "2026-03-03",
    "body": "\n\n".join([*TEXT, "Boats | 17"]),
}
HEADLINES = [f"The {n} storms of the year are over by now" for n in range(9)]


def _pairs() -> list[Pair]:
    page = Capture(url=ROW["url"], payload=PAGE.encode())
    return list(make_pairs(ROW, page, [b"<p>Fog"], HEADLINES, lambda kind: True))


def test_every_kind_can_be_made_and_differs_from_what_was() -> None:
    """A kind that no page has measures nothing."""
    pairs = _pairs()
    kinds = {"encoding", *EDITS, *NOISE, *BOXES, *FAILURES}
    assert {pair.kind for pair in pairs} == kinds
    same = {pair.kind for pair in pairs if pair.before.payload == pair.after.payload}
    assert not same


def test_the_same_pairs_are_made_in_each_run() -> None:
    """What is measured before and after a change of the reader is the same."""
    assert _pairs() == _pairs()


def test_an_edit_told_of_another_field_is_not_right() -> None:
    """Who asked for titles hears nothing of an edit that is told of the body."""
    pair = next(pair for pair in _pairs() if pair.kind == "title")
    for name, word in (("title", "right"), ("body", "field")):
        found = Comparison(fields={name: FieldChange(old="a", new="b")})
        assert judge(pair, found) == word
    assert judge(pair, Comparison(fields={})) == "missed"


def test_a_folder_can_be_measured(tmp_path: Path) -> None:
    """The table has the rows of what was asked for."""
    (tmp_path / "truth.jsonl").write_text(json.dumps(ROW) + "\n")
    (tmp_path / "pilots.html").write_text(PAGE)
    kinds = ("word", "counter", "nothing")
    options = ("--share", "1", "--kinds", *kinds)
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.mutations", tmp_path, *options],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    assert all(f"  {kind} " in done.stdout for kind in kinds)
