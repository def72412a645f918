"""A process that finds changes and tells them, until it is killed.

``python -m tests.scheduler.telling_process HOME COUNT``: for each line on standard
input it starts a child that goes on where the last one stopped, and prints its id.
Everything is imported once, so that a life is spent at work and not at start-up.
"""

import os
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from scheduler.alerting.delivery import Place
from scheduler.alerting.file import load_alerts, open_channels
from scheduler.outbox import Deliverer
from tests.scheduler.samples import Corpus

START = datetime(2026, 1, 1, tzinfo=UTC)


def live(home: Path, count: int) -> None:
    """Find at least ``count`` changes and deliver them; end when all is told."""
    corpus = Corpus(home)
    alerts = load_alerts(home)
    channels, faults = open_channels(alerts, Place(home=home))
    assert not faults
    deliverer = Deliverer(
        corpus.store, channels, now=_now, rest=timedelta(milliseconds=20)
    )
    while True:
        found = _count(corpus)
        # few wait, so that a kill strikes at any step from change to acknowledgement
        waiting = corpus.store.outbox.count().get("pending", 0)
        if found < count and waiting < 20:
            run_id = corpus.run(_now())
            for item in range(1, 8):
                corpus.change(item, alerts, run_id=run_id, now=_now())
        deliverer.start_due()
        if _count(corpus) >= count and not corpus.store.outbox.find(states=["pending"]):
            return
        time.sleep(0.01)


def _now() -> datetime:
    """Return a time that runs 1000 times as fast: pauses last, but not for minutes."""
    return START + timedelta(seconds=(time.time() - START.timestamp()) * 1000)


def _count(corpus: Corpus) -> int:
    return int(corpus.store.database.value("SELECT COUNT(*) FROM changes"))


def prepare(home: Path) -> None:
    """Make the store and seven items."""
    corpus = Corpus(home)
    for number in range(7):
        corpus.item(f"item-{number}")
    corpus.store.close()


if __name__ == "__main__":
    here, most = Path(sys.argv[1]), int(sys.argv[2])
    for _ in sys.stdin:
        child = os.fork()
        if child == 0:
            nowhere = os.open(os.devnull, os.O_RDWR)
            for stream in range(3):
                os.dup2(nowhere, stream)
            live(here, most)
            os._exit(0)
        print(child, flush=True)
        os.waitpid(child, 0)
        print("ended", flush=True)
