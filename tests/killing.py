"""Crawls that are killed, and what they leave, as something that can be compared."""

import json
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Timer
from typing import Any

from corpus.store import Store
from tests.fixtures.living.tricks import GENTLE
from tests.fixtures.living.world import World


def seed_of_this_run() -> int:
    """Return a new seed, or the one in ``PRESSWATCH_SEED``; it is printed."""
    seed = int(os.environ.get("PRESSWATCH_SEED", time.time_ns() % 10**9))
    print(f"seed {seed}")
    return seed


#: Seconds after which a command that is not to be killed is taken for stuck.
LONGEST = 120.0


#: What happens on a site; noise is left out, since it differs from look to look, and
#: with it what is learned: the two homes would not have seen the same pages.
EVENTS = tuple(
    name for name in GENTLE if name not in ("clock", "counters", "tokens", "related")
)

ALERTS = """
[channel.screen]
type = "console"
[[rule]]
name = "all"
weight = "minor"
channels = ["screen"]
"""


class Lives:
    """Starts commands in one home, kills them, waits for their end."""

    def __init__(self, process: "subprocess.Popen[str]", folder: Path) -> None:
        self._process = process
        self._out = folder / "out.txt"
        self.kill_count = 0

    def run(self, home: Path, *words: str, kill_after: float | None = None,
            point: str = "", nth: int = 1) -> int:  # fmt: skip
        """Return a command's status: -9 when it was killed before its end."""
        assert self._process.stdin
        order = {
            "words": [*words, "--home", str(home)],
            "out": str(self._out),
            "point": point,
            "nth": nth,
        }
        self._process.stdin.write(json.dumps(order) + "\n")
        self._process.stdin.flush()
        child = int(self._line())
        timer = Timer(LONGEST if kill_after is None else kill_after, _kill, [child])
        timer.start()
        status = int(self._line())
        timer.cancel()
        self.kill_count += status == -signal.SIGKILL
        return status

    @property
    def said(self) -> str:
        """What the last command printed."""
        return self._out.read_text(errors="replace")

    def _line(self) -> str:
        assert self._process.stdout
        return self._process.stdout.readline()


@contextmanager
def lives(folder: Path) -> Iterator[Lives]:
    """Give what starts commands; everything is imported by then."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.killing_process"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[1],
    ) as process:
        assert process.stdin
        try:
            yield Lives(process, folder)
        finally:
            process.stdin.close()


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """Everything a home holds that does not hang on when it was captured."""

    items: Counter[str]
    revisions: Counter[str]
    changes: Counter[str]
    alerts: Counter[str]

    def differences(self, other: "Held") -> list[str]:
        """Name what one has and the other has not."""
        found = []
        for name in ("items", "revisions", "changes", "alerts"):
            mine, theirs = getattr(self, name), getattr(other, name)
            found += [f"lost {name}: {key}" for key in (mine - theirs).elements()]
            found += [f"doubled {name}: {key}" for key in (theirs - mine).elements()]
        return found


def held_in(home: Path) -> Held:
    """Read what a home holds."""
    store = Store(home / "presswatch.sqlite")
    try:
        rows = store.histories.find()
        history = store.histories.revisions([row.id for row in rows])
        keys = {row.id: row.key for row in rows}
        return Held(
            items=Counter(
                _text(row.site, row.key, row.status, row.is_baseline, _read(row))
                for row in rows
            ),
            revisions=Counter(
                _text(keys[item_id], number, r.cause, r.is_compared, _read(r))
                for item_id, revisions in history.items()
                for number, r in enumerate(revisions)
            ),
            alerts=Counter(
                _text(a.site, keys.get(a.item_id), a.rule, a.channel, a.lane)
                for a in store.outbox.find()
            ),
            changes=Counter(
                _text(c.site, c.key, c.kind, c.weight, c.baseline, c.old_url, c.title,
                      c.body, {n: [f.old, f.new] for n, f in c.fields.items()})
                for c in store.changes.find()
            ),
        )  # fmt: skip
    finally:
        store.close()


def sums_of(home: Path) -> list[Any]:
    """Return the runs of a home that came to their end."""
    store = Store(home / "presswatch.sqlite")
    try:
        return [run for run in store.runs.find() if run.ended_at is not None]
    finally:
        store.close()


def write_sites(
    home: Path, hosts: dict[str, str], more: str = "limits.retry_seconds = 0.02\n"
) -> None:
    """Write a site file for each site of a world, to be crawled in no time.

    And a rule that makes an alert of every change; standard error takes it.
    """
    (home / "sites").mkdir(parents=True, exist_ok=True)
    for name, url in hosts.items():
        path = home / "sites" / f"{name}.toml"
        (home / "alerts.toml").write_text(ALERTS)
        path.write_text(f'seeds = ["{url}"]\ndelay = 0\n{more}')


def crawl_words(world: World, *names: str) -> Sequence[str]:
    """Return the command that crawls at the world's time."""
    return ("crawl", *names, "--json", "--now", world.now.isoformat())


def _kill(child: int) -> None:
    with suppress(ProcessLookupError):
        os.killpg(child, signal.SIGKILL)


def _read(row: Any) -> Any:
    return {
        name: value
        for name, value in (row.article or {}).items()
        if name in ("title", "body", "authors", "summary", "published")
    }


def _text(*values: Any) -> str:
    return json.dumps(values, ensure_ascii=False, sort_keys=True, default=str)
