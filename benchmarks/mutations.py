"""How well edits are told from noise and failures, on pairs made from real pages.

    python -m benchmarks.mutations FOLDER [--siblings] [--share 0.1] [--kinds KIND …]

FOLDER holds ``truth.jsonl``: of each page ``id``, ``site``, ``url``, ``html_file``,
``title``, ``date`` and ``body``, its paragraphs divided by an empty line. Of each page
pairs are made, an edit within its text, noise around it, or an answer that is no state
of it, and compared as ``presswatch compare`` does; with ``--siblings`` after learning
from up to four other pages of the site. ``--share`` of the pairs are made, the same in
each run. Told are, by kind, how many were right; edits may be told of other fields
(``field``), missed, or of words that the reader does not take for text (``unread``).
"""

import argparse
import gzip
import json
import re
import time
import zlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.mutants.boxes import BOXES
from benchmarks.mutants.edits import EDITS
from benchmarks.mutants.failures import FAILURES
from benchmarks.mutants.noise import NOISE
from benchmarks.mutants.page import Doc, Truth
from parsers.article import parse_article
from parsers.model import Article, Capture, Problem
from parsers.page import read_page
from parsers.profile import learn
from parsers.text import same_words
from scheduler.comparing.captures import compare_captures
from scheduler.comparing.compare import Comparison

ANSWERS = {
    "edit": ("right", "field", "missed", "unread", "problem"),
    "noise": ("right", "edited", "problem"),
    "failure": ("right", "none", "edited"),
}
_UTF8 = (("content-type", "text/html; charset=utf-8"),)
_SCORED = frozenset(("title", "date", "body"))
_SIBLINGS = 4
_WORD = re.compile(r"[^\W\d_]{4,14}")
Row = Mapping[str, Any]


@dataclass(frozen=True)
class Pair:
    """Two captures, what was done between them, and the fields that are to be told."""

    group: str
    kind: str
    before: Capture
    after: Capture
    fields: frozenset[str] = frozenset()


def make_pairs(
    row: Row,
    page: Capture,
    others: Sequence[bytes],
    headlines: Sequence[str],
    is_asked: Callable[[str], bool],
) -> Iterator[Pair]:
    """Yield the pairs of the kinds asked for that can be made of a page."""
    doc = Doc(read_page(page).root, _truth(row, headlines), row["id"])
    if len(doc.own) < 2:
        return

    def capture(payload: bytes) -> Capture:
        return Capture(url=page.url, headers=_UTF8, payload=payload)

    plain = capture(doc.source())
    if is_asked("encoding"):
        yield Pair("noise", "encoding", page, plain)
    for kind in filter(is_asked, EDITS):
        edit, fields = EDITS[kind]
        if edit(after := doc.twin(kind)):
            pair = Pair("edit", kind, plain, capture(after.source()), frozenset(fields))
            yield pair
    for kind in filter(is_asked, NOISE | BOXES):
        before, after = doc.twin(kind), doc.twin(kind)
        if (NOISE | BOXES)[kind](before, after):
            yield Pair("noise", kind, capture(before.source()), capture(after.source()))
    for kind in filter(is_asked, FAILURES):
        answer = FAILURES[kind](doc.twin(kind), plain.payload, others)
        if answer is not None:
            yield Pair("failure", kind, plain, capture(answer))


def judge(pair: Pair, found: Comparison | Problem) -> str:
    """Return in a word what an answer is worth."""
    answer = "problem" if isinstance(found, Problem) else "none"
    if isinstance(found, Comparison) and found.fields:
        answer = "edited"
        if pair.group == "edit":
            told = _SCORED & found.fields.keys()
            return "right" if told == pair.fields else "field"
    if pair.group == "edit" and answer == "none":
        return "missed" if _is_read(pair) else "unread"
    wanted = {"noise": "none", "failure": "problem"}.get(pair.group)
    return "right" if answer == wanted else answer


def report(counts: Mapping[tuple[str, str], Counter[str]]) -> str:
    """Return the table of all kinds."""
    lines = []
    for group, names in ANSWERS.items():
        lines.append(f"{group:26}{'pairs':>8}" + "".join(f"{n:>9}" for n in names))
        whole: Counter[str] = Counter()
        for (own, kind), found in counts.items():
            if own == group:
                whole += found
                told = "".join(f"{found[name]:>9}" for name in names)
                lines.append(f"  {kind:24}{found.total():>8}{told}")
        share = "".join(f"{whole[n] / max(whole.total(), 1):>9.3f}" for n in names)
        lines.append(f"  {'all':24}{whole.total():>8}{share}")
    return "\n".join(lines)


def _truth(row: Row, headlines: Sequence[str]) -> Truth:
    body = row["body"]
    lines = map(same_words, (*body.split("\n\n"), *body.split("\n")))
    return Truth(
        title=row.get("title") or "",
        date=row.get("date") or "",
        paragraphs=frozenset(line for line in lines if len(line) > 8),
        body=same_words(body),
        words=sorted({word.lower() for word in _WORD.findall(body)}),
        headlines=headlines,
    )


def _is_read(pair: Pair) -> bool:
    """Tell whether the two pages read otherwise at all."""
    read = [parse_article(capture) for capture in (pair.before, pair.after)]
    said = [(a.title, a.published, a.body) for a in read if isinstance(a, Article)]
    return len(said) != 2 or said[0] != said[1]


def _load(folder: Path, row: Row) -> bytes:
    data = (folder / row["html_file"]).read_bytes()
    return gzip.decompress(data) if row["html_file"].endswith(".gz") else data


def _headlines(rows: Sequence[Row]) -> list[str]:
    titles = {row.get("title") or "" for row in rows}
    plain = (title for title in titles if not set(title) & set("{}<>&"))
    return sorted(title for title in plain if 30 < len(title) < 110) or ["Fog again"]


def _is_drawn(kind: str, row: Row, kinds: Sequence[str] | None, share: float) -> bool:
    is_in = zlib.crc32((row["id"] + kind).encode()) % 1000 < 1000 * share
    return is_in and (not kinds or kind in kinds)


def main() -> None:
    """Make the pairs, compare them, print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--siblings", action="store_true")
    parser.add_argument("--share", type=float, default=0.1)
    parser.add_argument("--kinds", nargs="*")
    parser.add_argument("--verbose", action="store_true", help="print what is wrong")
    options = parser.parse_args()
    lines = (options.folder / "truth.jsonl").read_text("utf-8").splitlines()
    rows: list[Row] = [json.loads(line) for line in lines]
    headlines, sites = _headlines(rows), defaultdict(list)
    for row in rows:
        sites[row.get("site") or row["id"]].append(row)
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    began = time.process_time()
    for row in rows:
        same = [o for o in sites[row.get("site") or row["id"]] if o is not row]
        if not row.get("body") or (options.siblings and not same):
            continue
        others = [_load(options.folder, other) for other in same[:_SIBLINGS]]
        page = Capture(url=row.get("url") or "", payload=_load(options.folder, row))
        lesson = [Capture(url=page.url, payload=other) for other in others]
        lesson = lesson if options.siblings else []
        drawn = partial(_is_drawn, row=row, kinds=options.kinds, share=options.share)
        for pair in make_pairs(row, page, others, headlines, drawn):
            profile = learn([*lesson, pair.before, pair.after])
            found = compare_captures(pair.before, pair.after, profile=profile)
            word = judge(pair, found)
            counts[pair.group, pair.kind][word] += 1
            if options.verbose and word != "right":
                told = getattr(found, "detail", "") or ", ".join(
                    getattr(found, "fields", ())
                )
                print(f"{word} {row['id']}: {pair.kind} ({told})", flush=True)
    print(report(counts))
    print(f"{time.process_time() - began:.0f} CPU seconds")


if __name__ == "__main__":
    main()
