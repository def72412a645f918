"""A world served by itself: other processes move it on and ask it."""

import json
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from typing import Any

import pytest


@pytest.fixture(scope="module")
def where() -> Iterator[dict[str, Any]]:
    """Serve a world in a process of its own."""
    command = [sys.executable, "-m", "tests.fixtures.living", "--families", "bitrix"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        yield json.loads(process.stdout.readline())
        process.terminate()


def _ask(where: dict[str, Any], question: str, data: bytes | None = None) -> Any:
    with urllib.request.urlopen(f"{where['control']}/-/{question}", data) as response:
        return json.load(response)


def test_time_passes_when_told_and_the_truth_follows(where: dict[str, Any]) -> None:
    """Benchmarks and kill loops run the world from outside."""
    assert _ask(where, "now")["day"] == 0
    assert _ask(where, "advance?days=3", b"")["now"] == "2026-03-05T06:00:00Z"
    truth = _ask(where, "truth?site=bitrix&since_day=1")
    assert {c["day"] for c in truth} <= {1, 2, 3}
    told = "\n".join(json.dumps(c) for c in truth).encode()
    assert _ask(where, "score?site=bitrix", told)["kinds"]["all"]["f1"] == 1.0
    with urllib.request.urlopen(where["sites"]["bitrix"]) as response:
        assert response.status == 200
    assert _ask(where, "manners?site=bitrix")["forbidden"] == []
    assert [r["status"] for r in _ask(where, "requests?site=bitrix")] == [200]
