"""Pairs of captures that belong together: learn from all of them, then compare each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from parsers.answer import problem_answer
from parsers.group import spread
from parsers.model import Capture, FieldChange, Problem
from parsers.profile import Profile
from presswatch.cli.showing.pages import problem_line
from presswatch.cli.showing.screen import show
from presswatch.cli.showing.spans import show_words
from presswatch.cli.showing.stories import show_fields
from presswatch.cli.taking.lines import (
    Line,
    LineError,
    id_of,
    in_order,
    text_of,
    url_of,
)
from presswatch.cli.taking.reading import (
    PageAsk,
    Tally,
    group_of,
    learned,
    load_capture,
)
from scheduler.comparing.captures import compare_captures
from scheduler.comparing.compare import Comparison


@dataclass(frozen=True, slots=True, kw_only=True)
class PairAsk:
    """Two captures of a page that somebody wants compared."""

    id: Any
    before: PageAsk
    after: PageAsk
    siblings: tuple[Path, ...] = ()


def read_pair(line: Line, base: Path) -> PairAsk:
    """Return what a line asks for; ``LineError`` if that cannot be told."""
    if line.fault:
        raise LineError(line.fault)
    others = line.row.get("siblings") or line.row.get("sibling_files") or []
    if not isinstance(others, list) or not all(isinstance(o, str) for o in others):
        raise LineError("siblings is no list of files")
    before, after = (_page(line, base, f"{side}_file") for side in ("before", "after"))
    siblings = tuple(base / name for name in others)
    return PairAsk(id=id_of(line.row), before=before, after=after, siblings=siblings)


def answer_pairs(asks: Sequence[PairAsk], tally: Tally) -> Iterator[dict[str, Any]]:
    """Yield whether each pair is an edit, in order; a group is learned from first."""

    def answer(group: list[PairAsk]) -> Iterator[dict[str, Any] | None]:
        profile = _learn(group, tally)
        for ask in group:
            yield _answer(ask, profile, tally)

    names = (group_of(ask.before) for ask in asks)
    yield from in_order(asks, names, answer)


def show_answer(answer: dict[str, Any]) -> None:
    """Print one answer for a person."""
    if answer["problem"]:
        show(problem_line(answer["id"], answer["problem"]))
    elif answer["kind"] == "none":
        show_words("no edit: a reader reads the same", "bold")
    else:
        show_words(f"edited ({answer['weight']} weight)", "bold")
        show_fields({k: FieldChange(**v) for k, v in answer["fields"].items()})


def _page(line: Line, base: Path, key: str) -> PageAsk:
    return PageAsk(
        id=key,
        file=base / str(text_of(line.row, key, needed=True)),
        url=url_of(line.row),
        site=text_of(line.row, "site"),
        content_type=text_of(line.row, "content_type"),
        where=f"line {line.number}",
    )


def _learn(group: Sequence[PairAsk], tally: Tally) -> Profile | None:
    url = group[0].before.url
    files = dict.fromkeys(path for ask in group for path in ask.siblings)
    asks = [PageAsk(id=str(path), file=path, url=url) for path in files]
    asks += [page for ask in group for page in (ask.before, ask.after)]
    captures: list[Capture] = []
    for ask in spread([ask for ask in asks if not ask.problem]):
        try:
            captures.append(load_capture(ask))
        except LineError as error:
            if ask.id in map(str, files):
                tally.unreadable(group[0].before.where, error)
    return learned(captures, tally, group[0].before.where)


def _answer(
    ask: PairAsk, profile: Profile | None, tally: Tally
) -> dict[str, Any] | None:
    problem = ask.before.problem or ask.after.problem
    if problem:
        return _shape(ask.id, problem)
    captures = []
    for page in (ask.before, ask.after):
        try:
            captures.append(load_capture(page))
        except LineError as error:
            tally.unreadable(page.where, error)
            return None
    before, after = captures
    try:
        found = compare_captures(before, after, profile=profile)
    except Exception as error:  # one pair's bug must not cost the others
        return _shape(ask.id, tally.bug(error, ask.before.where))
    return _shape(ask.id, found)


def _shape(id_: Any, found: Comparison | Problem) -> dict[str, Any]:
    problem = found if isinstance(found, Problem) else None
    fields = {} if isinstance(found, Problem) else found.fields
    weight = None if isinstance(found, Problem) else found.weight
    kind = "problem" if problem else "edited" if fields else "none"
    return {
        "id": id_,
        "kind": kind,
        "weight": weight.value if weight and kind == "edited" else None,
        "fields": {n: {"old": f.old, "new": f.new} for n, f in fields.items()},
        "problem": problem_answer(problem),
    }
