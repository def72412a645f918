"""Killed at any moment between change and acknowledgement, nothing is lost."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from corpus.store import Store
from tests.scheduler import telling_process
from tests.scheduler.receivers import FAULTS, http_receiver

RULES = """
[channel.hook]
type = "webhook"
url = "{url}"
[[rule]]
name = "all"
channels = ["hook"]
"""


@pytest.mark.promise("R8")
@pytest.mark.parametrize(
    "kills", [50, pytest.param(1000, marks=pytest.mark.soak)], ids=["50", "1000"]
)
def test_every_alert_arrives_however_often_the_process_is_killed(
    tmp_path: Path, kills: int
) -> None:
    """Each is a correction that somebody waits for."""
    seed = int(os.environ.get("PRESSWATCH_SEED", time.time_ns() % 10**9))
    print(f"seed {seed}")
    chance = random.Random(seed)
    changes = kills * 10

    def fault() -> str | None:
        return chance.choice(FAULTS) if chance.random() < 0.4 else None

    telling_process.prepare(tmp_path)
    with http_receiver(fault, stall_s=0.05) as (url, taken):
        (tmp_path / "alerts.toml").write_text(RULES.format(url=url))
        killed = _kill_often(tmp_path, kills, changes, chance)
    store = Store(tmp_path / "presswatch.sqlite")
    told = {body["id"]: alert_id for alert_id, body in taken.acknowledged}
    ids = {alert_id: body["id"] for alert_id, body in taken.acknowledged}
    counts = taken.counts()
    doubled = sum(count - 1 for count in counts.values())
    share = doubled / len(taken.acknowledged)
    print(
        f"{killed} kills, {len(told)} changes told, {len(taken.requests)} requests "
        f"understood, {doubled} acknowledged twice ({share:.2%})"
    )
    assert killed == kills
    # every change arrives, one id never means two changes, two ids never mean one
    assert set(told) == {change.id for change in store.changes.find()}
    assert len(told) == len(ids) == len(counts)
    for alert_id, body in taken.acknowledged:
        assert ids[alert_id] == body["id"]
    # of a few hundred alerts three more are within what chance brings
    assert doubled <= 0.01 * len(taken.acknowledged) + (3 if kills < 1000 else 0)
    _check_order(taken.acknowledged)


def _kill_often(home: Path, kills: int, changes: int, chance: random.Random) -> int:
    """Let processes work on the home and kill them; the last one may end its work."""
    with subprocess.Popen(
        [
            sys.executable,
            "-m",
            "tests.scheduler.telling_process",
            str(home),
            str(changes),
        ],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        assert process.stdin
        assert process.stdout
        killed = 0
        while True:
            process.stdin.write("\n")
            process.stdin.flush()
            child = int(process.stdout.readline())
            if killed == kills:
                assert process.stdout.readline() == "ended\n"
                process.stdin.close()
                return killed
            time.sleep(chance.uniform(0.02, 0.4))
            os.kill(child, signal.SIGKILL)
            killed += 1
            assert process.stdout.readline() == "ended\n"


def _check_order(acknowledged: list[tuple[str, dict[str, object]]]) -> None:
    """Check that the first word of each change came in order per item."""
    newest: dict[object, int] = {}
    seen: set[str] = set()
    for alert_id, body in acknowledged:
        if alert_id in seen:
            continue
        seen.add(alert_id)
        number, key = body["id"], body["key"]
        assert isinstance(number, int)
        assert newest.get(key, 0) < number
        newest[key] = number
