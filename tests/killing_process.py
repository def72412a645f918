"""A process that starts commands of presswatch quickly, to be killed.

``python -m tests.killing_process``: for each line on standard input, a JSON object
``{"words", "out", "point", "nth"}``, it forks a child in a process group of its own
that runs the command and writes what it says into the file ``out``; it prints the
child's id, then, when the child has ended, its status. Everything is imported once, so
that a life is spent at work and not at start-up.

With a ``point`` the child kills itself: before or after (``+``) the ``nth`` call of
what ``POINTS`` names.
"""

import json
import os
import signal
import sys
from collections.abc import Callable
from importlib import import_module
from typing import Any

#: The steps of a run, by name: the module, and the function or method in it.
POINTS = {
    "lease": ("corpus.store.leases", "Leases.acquire"),
    "repair": ("corpus.archive.archive", "Archive.repair"),
    "begin": ("corpus.store.runs", "Runs.begin"),
    "file": ("corpus.archive.disk", "Disk.create"),
    "write": ("corpus.archive.disk", "Disk.write"),
    "sync": ("corpus.archive.disk", "Disk.sync"),
    "rename": ("corpus.archive.disk", "Disk.rename"),
    "folder": ("corpus.archive.disk", "Disk.sync_folder"),
    "items": ("crawler.lists.listed", "add_items"),
    "flush": ("crawler.keeper", "Keeper.flush"),
    "captures": ("corpus.store.keep", "keep_captures"),
    "revisions": ("corpus.store.keep", "_keep_revisions"),
    "sums": ("crawler.keeper", "keep_sums"),
    "profile": ("crawler.lessons", "keep_profile"),
    "end": ("crawler.crawl", "keep_end"),
    "baseline": ("scheduler.settling.baseline", "add_changes"),
    "edit": ("scheduler.settling.judgement", "clear_mark"),
    "change": ("scheduler.settling.teller", "add_change"),
    "outbox": ("scheduler.outbox", "add_alerts"),
    "mark": ("scheduler.settling.arrivals", "clear_mark"),
    "settled": ("scheduler.changes", "Settlement._finish"),
    "release": ("corpus.store.leases", "Leases.release"),
}
#: What a life needs, imported before it begins.
_NEEDED = ("presswatch.cli.crawl", "presswatch.cli.archive", "scheduler.service")


def main() -> None:
    """Start what the lines name, one after the other."""
    for name in _NEEDED:
        try:
            import_module(name)
        except ModuleNotFoundError:
            continue
    for line in sys.stdin:
        order = json.loads(line)
        child = os.fork()
        if child == 0:
            _live(order)
        print(child, flush=True)
        _, status = os.waitpid(child, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)


def _live(order: dict[str, Any]) -> None:
    os.setsid()
    out = os.open(order["out"], os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
    nothing = os.open(os.devnull, os.O_RDONLY)
    for number, stream in ((nothing, 0), (out, 1), (out, 2)):
        os.dup2(number, stream)
    if order.get("point"):
        set_trap(order["point"], order["nth"])
    from presswatch.__main__ import main as presswatch

    status = 1
    try:
        status = presswatch(order["words"])
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)


def set_trap(point: str, nth: int) -> None:
    """Let the process be killed at the ``nth`` call of a step, or right after it."""
    name, is_after, _ = point.partition("+")
    owner, attribute = find_step(name)
    setattr(owner, attribute, _trap(getattr(owner, attribute), nth, bool(is_after)))


def find_step(name: str) -> tuple[Any, str]:
    """Return the module or class of a step, and what the step is called there."""
    module, path = POINTS[name]
    *owners, attribute = path.split(".")
    owner: Any = import_module(module)
    for step in owners:
        owner = getattr(owner, step)
    return owner, attribute


def _trap(step: Callable[..., Any], nth: int, is_after: bool) -> Callable[..., Any]:
    calls = 0

    def trapped(*arguments: Any, **named: Any) -> Any:
        nonlocal calls
        calls += 1
        if calls == nth and not is_after:
            os.killpg(0, signal.SIGKILL)
        answer = step(*arguments, **named)
        if calls == nth:
            os.killpg(0, signal.SIGKILL)
        return answer

    return trapped


if __name__ == "__main__":
    main()
