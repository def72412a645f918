"""``presswatch compare``: is this an edit?"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from presswatch.cli.endings import UsageError, finish
from presswatch.cli.showing.screen import emit
from presswatch.cli.taking.lines import LineError, read_lines
from presswatch.cli.taking.options import (
    DEFAULT_HOME,
    DelayOption,
    HomeOption,
    JsonOption,
    NowOption,
    new_app,
    read_address,
    start_clock,
)
from presswatch.cli.taking.pairs import PairAsk, answer_pairs, read_pair, show_answer
from presswatch.cli.taking.reading import Tally, name_pages

app = new_app()


@app.command()
def compare(
    pages: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="BEFORE AFTER",
            help="Two files or addresses; without them, JSON lines on standard input.",
            show_default=False,
        ),
    ] = None,
    siblings: Annotated[
        list[Path] | None,
        typer.Option(
            "--sibling", metavar="FILE", help="Another page of the site to learn from."
        ),
    ] = None,
    base: Annotated[
        Path, typer.Option("--base", metavar="DIR", help="Files are relative to this.")
    ] = Path(),
    url: Annotated[
        str | None,
        typer.Option(
            "--url",
            parser=read_address,
            metavar="URL",
            help="The address that the files came from.",
        ),
    ] = None,
    home: HomeOption = DEFAULT_HOME,
    as_json: JsonOption = False,
    now: NowOption = None,
    delay: DelayOption = None,
) -> None:
    """Tell whether what a reader reads moved between two captures of a page.

    On standard input a line is {"id", "url", "before_file", "after_file"},
    optionally "site", and "siblings": other pages of the site to learn from.
    """
    tally = Tally(home)
    if pages and len(pages) != 2:
        raise UsageError("name two pages, BEFORE and AFTER")
    if pages:
        before, after = name_pages(pages, base, url, now=start_clock(now), delay=delay)
        others = tuple(base / path for path in siblings or ())
        name = f"{before.id} {after.id}"
        asks = [PairAsk(id=name, before=before, after=after, siblings=others)]
    elif sys.stdin.isatty():
        raise UsageError("name BEFORE and AFTER, or give JSON lines on standard input")
    else:
        asks = list(_asks(base, tally))
    for answer in answer_pairs(asks, tally):
        if as_json or not pages:
            emit(answer)
        else:
            show_answer(answer)
    finish(tally.status)


def _asks(base: Path, tally: Tally) -> Iterator[PairAsk]:
    for line in read_lines(sys.stdin.buffer):
        try:
            yield read_pair(line, base)
        except LineError as error:
            tally.unreadable(f"line {line.number}", error)
