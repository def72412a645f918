"""Each benchmark against a peer runs to its end with a handful of pages."""

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def _run(name: str, *options: str) -> dict[str, float]:
    done = subprocess.run(
        [sys.executable, f"benchmarks/{name}.py", "--json", *options],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, float] = json.loads(done.stdout)
    return found


def test_a_first_crawl_can_be_measured() -> None:
    """A benchmark that does not run measures nothing, and nobody would know."""
    found = _run("crawl", "--rounds", "1", "--pages", "21")
    assert found["pages"] == 21
    assert found["cpu"] > 0
    assert found["peak"] > 0


def test_a_night_can_be_measured() -> None:
    """The nights end only if every known page was as before, for both programs."""
    found = _run("night", "--rounds", "1", "--pages", "21", "--held", "40", "80")
    assert found["304 ratio"] > 0
    assert found["200 ratio"] > 0
    assert found["80 peak_mb"] > 0


def test_a_reparse_can_be_measured() -> None:
    """What is held is copies of what was crawled, and all of it is read."""
    found = _run("reparse", "--pages", "12", "--held", "30", "60")
    assert found["60 cpu_seconds"] > 0
    assert found["60 peak_mb"] > 0
