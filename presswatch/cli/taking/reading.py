"""Read pages that belong together: learn from them, then read one after the other."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

from parsers.group import group_name, spread
from parsers.model import Capture, Problem, ProblemKind
from parsers.profile import Profile, learn
from presswatch.cli.endings import BUG, PROBLEMS, WELL
from presswatch.cli.run import keep_trace
from presswatch.cli.showing.screen import say
from presswatch.cli.taking.lines import (
    Line,
    LineError,
    id_of,
    in_order,
    read_file,
    text_of,
    url_of,
)
from presswatch.cli.taking.options import Clock

Reading = TypeVar("Reading")


@dataclass(frozen=True, slots=True, kw_only=True)
class PageAsk:
    """A page that somebody wants read."""

    id: Any
    file: Path = Path()
    url: str | None = None
    site: str | None = None
    content_type: str | None = None
    captured_at: datetime | None = None
    where: str = ""
    capture: Capture | None = None
    problem: Problem | None = None


@dataclass(slots=True)
class Tally:
    """What went wrong on the way: lines that could not be read, bugs."""

    home: Path
    unread: int = 0
    bugs: list[Path | None] = field(default_factory=list)

    @property
    def status(self) -> int:
        """The exit status that follows."""
        return BUG if self.bugs else PROBLEMS if self.unread else WELL

    def unreadable(self, where: str, reason: object) -> None:
        """Tell of a line or file that cannot be read, and count it."""
        self.unread += 1
        say(str(reason) if str(reason).startswith(where) else f"{where}: {reason}")

    def bug(self, error: Exception, where: str) -> Problem:
        """Keep the trace of a bug; return it as the problem of the page at hand."""
        trace = keep_trace(error, self.home)
        self.bugs.append(trace)
        detail = f"a bug in presswatch ({type(error).__name__}), trace in {trace}"
        say(f"{where}: {detail}; please report it")
        return Problem(kind=ProblemKind.EXTRACTOR, detail=detail)


def read_ask(line: Line, base: Path) -> PageAsk:
    """Return what a line asks for; ``LineError`` if that cannot be told."""
    if line.fault:
        raise LineError(line.fault)
    return PageAsk(
        id=id_of(line.row),
        file=base / str(text_of(line.row, "html_file", needed=True)),
        url=url_of(line.row),
        site=text_of(line.row, "site"),
        content_type=text_of(line.row, "content_type"),
        captured_at=_moment(text_of(line.row, "captured_at")),
        where=f"line {line.number}",
    )


def name_pages(
    names: Sequence[str],
    base: Path,
    url: str | None,
    *,
    now: Clock,
    delay: float | None = None,
) -> list[PageAsk]:
    """Return what the FILEs and URLs of a command line ask for, fetched if need be."""
    urls = [name for name in names if "://" in name]
    found: dict[str, Capture | Problem] = {}
    if urls:
        from presswatch.cli.taking.fetching import fetch_pages

        found = fetch_pages(urls, now=now, delay=delay)
    return [_named(name, found.get(name), base, url) for name in names]


def _named(
    name: str, found: Capture | Problem | None, base: Path, url: str | None
) -> PageAsk:
    if isinstance(found, Problem):
        return PageAsk(id=name, url=name, where=name, problem=found)
    if found is not None:
        return PageAsk(id=name, url=found.url, where=name, capture=found)
    return PageAsk(id=name, file=base / name, url=url, where=name)


def load_capture(ask: PageAsk) -> Capture:
    """Return the capture that an ask names; ``LineError`` if it cannot be read."""
    if ask.capture is not None:
        return ask.capture
    headers = (("content-type", ask.content_type),) if ask.content_type else ()
    return Capture(
        url=ask.url or "",
        headers=headers,
        payload=read_file(ask.file),
        captured_at=ask.captured_at,
    )


def group_of(ask: PageAsk) -> str:
    """Return the name of the group that a page is read with."""
    return group_name(site=ask.site, url=ask.url, alone=f"{ask.where} {ask.file}")


def answer_pages(
    asks: Sequence[PageAsk],
    read: Callable[[Capture, Profile | None], Reading],
    shape: Callable[[Reading | Problem], dict[str, Any]],
    tally: Tally,
    *,
    alone: bool = False,
) -> Iterator[dict[str, Any]]:
    """Yield each page's id and reading, in order; a group is learned from first."""

    def answer(group: list[PageAsk]) -> Iterator[dict[str, Any] | None]:
        held = {} if alone else _load_some(group)
        profile = learned(list(held.values()), tally, group[0].where)
        for ask in group:
            yield _answer(ask, held.pop(ask.where, None), profile)

    def _answer(
        ask: PageAsk, capture: Capture | None, profile: Profile | None
    ) -> dict[str, Any] | None:
        if ask.problem:
            return {"id": ask.id} | shape(ask.problem)
        try:
            reading: Reading | Problem = read(capture or load_capture(ask), profile)
        except LineError as error:
            tally.unreadable(ask.where, error)
            return None
        except Exception as error:  # one page's bug must not cost the others
            reading = tally.bug(error, ask.where)
        return {"id": ask.id} | shape(reading)

    yield from in_order(asks, map(group_of, asks), answer)


def _load_some(group: Sequence[PageAsk]) -> dict[str, Capture]:
    """Load the pages of a group that are learned from; others are told later."""
    held = {}
    for ask in spread([ask for ask in group if not ask.problem]):
        try:
            held[ask.where] = load_capture(ask)
        except LineError:
            continue
    return held


def learned(captures: list[Capture], tally: Tally, where: str) -> Profile | None:
    """Return what pages of one site teach together; of a single one, nothing."""
    if len(captures) < 2:
        return None
    try:
        return learn(captures)
    except Exception as error:
        tally.bug(error, where)
        return None


def _moment(text: str | None) -> datetime | None:
    if text is None:
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise LineError(f"captured_at is no time: {text[:50]!r}") from None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
