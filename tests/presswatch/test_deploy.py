"""What stands in docs/deploy: paths and commands that exist, a unit that loads."""

import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.presswatch.calling import call

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "docs" / "deploy"
CONTAINER = (DEPLOY / "Containerfile").read_text("utf-8")
UNIT = (DEPLOY / "presswatch.service").read_text("utf-8")
#: A command line of ours, with its options: in comments, in lists, in a unit.
_CALLS = re.compile(r'presswatch"?,? "?((?:add|status|watch)\b[^\n\]]*)')


def called(text: str) -> list[list[str]]:
    """Return the arguments with which a file calls presswatch."""
    lines = (match[1].split("#")[0] for match in _CALLS.finditer(text))
    return [re.split(r'[\s",]+', line.strip(' "')) for line in lines]


def test_the_files_call_the_service_and_what_looks_after_it() -> None:
    """Else the next test would look at nothing."""
    assert {line[0] for line in called(CONTAINER)} == {"add", "status", "watch"}
    assert [line[0] for line in called(UNIT)] == ["watch"]


@pytest.mark.parametrize("line", called(CONTAINER) + called(UNIT), ids=" ".join)
def test_every_call_is_one_that_the_program_takes(line: list[str]) -> None:
    """An option that was renamed would end the service at its start."""
    assert call(*line, "--help").status == 0
    assert call(line[0], "--no-such-option", "--help").status == 2


def test_the_container_is_built_from_files_of_the_checkout() -> None:
    """A path that moved ends the build."""
    copied = re.findall(r"^COPY (?!--from)(.+) \S+$", CONTAINER, re.M)
    assert copied == ["requirements.lock", "."]
    assert all((ROOT / path).exists() for path in copied)
    assert (ROOT / "requirements.lock").read_text("utf-8").count("hatchling==") == 1


def test_neither_runs_as_root_nor_is_killed_before_ten_seconds() -> None:
    """The service ends within ten seconds, and writes no file but its own."""
    assert re.search(r"^USER (?!root)\w+$", CONTAINER, re.M)
    assert re.search(r"^User=(?!root)\w+$", UNIT, re.M)
    wait = re.search(r"^TimeoutStopSec=(\d+)$", UNIT, re.M)
    stop = re.search(r"--stop-timeout (\d+)", CONTAINER)
    assert wait
    assert stop
    assert min(int(wait[1]), int(stop[1])) > 10


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="needs systemd")
def test_systemd_takes_the_unit(tmp_path: Path) -> None:
    """A key that is misspelled would be left out without a word."""
    unit = tmp_path / "presswatch.service"
    here = re.sub(r"^ExecStart=\S+", f"ExecStart={sys.executable}", UNIT, flags=re.M)
    unit.write_text(here, "utf-8")
    found = verify(unit)
    if "Failed to" in found:
        pytest.skip(found)
    assert not found
    unit.write_text(here.replace("Restart=", "Restrat="), "utf-8")
    assert "Restrat" in verify(unit)


def verify(unit: Path) -> str:
    """Return what systemd says of a unit."""
    ended = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", unit],
        capture_output=True,
        text=True,
        check=False,
    )
    return ended.stdout + ended.stderr


def test_the_package_holds_every_file_that_the_program_reads(tmp_path: Path) -> None:
    """What is installed in a container is the package, not the checkout."""
    subprocess.run(
        [
            *(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps"),
            *("--no-index", "--no-build-isolation", "--wheel-dir", tmp_path, ROOT),
        ],
        check=True,
    )
    (wheel,) = tmp_path.glob("presswatch-*.whl")
    held = set(zipfile.ZipFile(wheel).namelist())
    packages = ("parsers", "corpus", "crawler", "scheduler", "presswatch")
    files = {
        str(path.relative_to(ROOT))
        for package in packages
        for path in (ROOT / package).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert "parsers/body/body_model.json" in files
    assert not files - held
