"""How far crawls are: a line a site on a terminal, nothing anywhere else."""

import asyncio
import contextlib
import os
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from presswatch.cli.showing.screen import counted
from scheduler.jobs import Progress

#: Seconds between two looks at what the crawls did.
_EVERY = 0.25


@asynccontextmanager
async def metered(progress: Progress) -> AsyncIterator[None]:
    """Show the crawls that are going on while the body runs."""
    if not sys.stderr.isatty() or os.environ.get("NO_COLOR"):
        yield
        return
    task = asyncio.create_task(_show(progress))
    try:
        yield
    finally:
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task


def line_of(sums: dict[str, int]) -> str:
    """Return what a crawl did so far, for a person.

    >>> line_of({"listings": 2, "revisions": 9, "unchanged": 0, "problems": 1})
    '2 listings · 9 read · 0 as before · 1 problem'
    """
    return " · ".join(
        counted(sums.get(key, 0), word)
        for key, word in (
            ("listings", "listings"),
            ("revisions", "read"),
            ("unchanged", "as before"),
            ("problems", "problems"),
        )
    )


def seconds_left(*, done: int, waiting: int, passed: float) -> float | None:
    """Return how long what waits will take at the pace so far; at first, nothing.

    >>> seconds_left(done=10, waiting=5, passed=20.0)
    10.0
    """
    return None if done < 3 else waiting * passed / done


async def _show(progress: Progress) -> None:
    from rich.console import Console
    from rich.progress import BarColumn, TextColumn
    from rich.progress import Progress as Bars

    columns = (
        TextColumn("{task.description}"),
        BarColumn(bar_width=20),
        TextColumn("{task.fields[told]}"),
    )
    lines: dict[str, tuple[Any, float]] = {}
    # what is printed meanwhile stands above the bars, each address in one piece; what
    # goes to a file or a pipe has nothing to do with them
    is_above = sys.stdout.isatty()
    screen = Console(stderr=True, soft_wrap=True)
    with Bars(
        *columns, console=screen, transient=True, redirect_stdout=is_above
    ) as bars:
        while True:
            for name, crawl in progress.crawls.items():
                if name not in lines:
                    task = bars.add_task(name, told="", total=None)
                    lines[name] = (task, time.monotonic())
                _update(bars, *lines[name], crawl.progress())
            for name in lines.keys() - progress.crawls.keys():
                bars.remove_task(lines.pop(name)[0])
            await asyncio.sleep(_EVERY)


def _update(bars: Any, task: Any, began_at: float, sums: dict[str, int]) -> None:
    waiting = sums.get("waiting", 0)
    parts = ("listings", "revisions", "unchanged", "pending", "problems")
    done = sum(sums.get(part, 0) for part in parts)
    left = seconds_left(done=done, waiting=waiting, passed=time.monotonic() - began_at)
    told = line_of(sums)
    if left is not None and waiting:
        told += f" · about {left:.0f} s left"
    bars.update(task, completed=done, total=(done + waiting) or None, told=told)
