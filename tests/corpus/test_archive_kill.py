"""A writing process is killed at any moment; what was synced is not lost (R1)."""

import json
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from corpus.archive import Archive, Locator
from tests.corpus.exchanges import SITE

WRITES_FOR_EVER = """
import json, sys
from dataclasses import asdict
from itertools import count
from pathlib import Path
from corpus.archive import Archive
from tests.corpus.exchanges import NOW, SITE, make_exchange
out = Archive(Path(sys.argv[1])).writer(SITE, run=1, now=lambda: NOW, max_bytes=60_000)
last = None
for number in count():
    last = out.add(make_exchange(number // 2), revisit_of=last)
    out.sync()
    print(json.dumps(asdict(last)), flush=True)
"""


@pytest.mark.promise("R1")
@pytest.mark.promise("R33")
def test_what_was_synced_outlives_a_kill(tmp_path: Path) -> None:
    """Adding, syncing, rotating: the process boundary is the real one here."""
    seed = random.randrange(2**32)
    print(f"seed {seed}")
    moments = random.Random(seed)
    captures: list[Locator] = []
    archive = Archive(tmp_path)
    for _ in range(6):
        process = subprocess.Popen(
            [sys.executable, "-c", WRITES_FOR_EVER, str(tmp_path)],
            stdout=subprocess.PIPE,
            cwd=Path(__file__).parents[2],
        )
        assert process.stdout
        first = process.stdout.readline()
        time.sleep(moments.uniform(0, 0.15))
        process.kill()
        lines = [first, *process.stdout.read().splitlines(keepends=True)]
        process.wait()
        captures += [Locator(**json.loads(x)) for x in lines if x.endswith(b"\n")]
        archive.repair(SITE)
        assert not list(tmp_path.rglob("*.open"))
        assert list(archive.verify(captures)) == []
    kept = [locator for locator, _ in archive.captures()]
    assert len(kept) == len(set(kept))
    assert set(captures) <= set(kept)
    assert len(kept) <= len(captures) + 6
