"""Every folder of tests/fixtures, field by field."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests import golden

FIELDS = [(folder, key) for folder in golden.cases() for key in golden.expected(folder)]


@cache
def _read(folder: Path) -> dict[str, Any]:
    return golden.read(folder, golden.expected(folder))


@pytest.mark.parametrize(
    ("folder", "key"), FIELDS, ids=[f"{golden.case_name(f)}-{k}" for f, k in FIELDS]
)
def test_a_page_reads_as_expected(
    folder: Path, key: str, request: pytest.FixtureRequest
) -> None:
    """A page someone once looked at must read the same for ever."""
    if request.config.getoption("--update-golden"):
        golden.update(folder)
    found = _read(folder)[key]
    wanted = golden.expected(folder)[key]
    if key == "problem" and isinstance(wanted, dict) and "detail" not in wanted:
        found = found and {"kind": found["kind"]}
    assert found == wanted
