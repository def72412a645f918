"""Call the command line as a person does (a process), or in this one (fast)."""

import json
import os
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any

from presswatch.cli import run as running


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """What a command came to."""

    status: int
    out: str
    err: str

    @property
    def rows(self) -> list[dict[str, Any]]:
        """The JSON lines on standard output."""
        return [json.loads(line) for line in self.out.splitlines()]


def call(
    *arguments: str | Path, given: str = "", env: dict[str, str] | None = None
) -> Ended:
    """Run ``python -m presswatch`` as a process of its own."""
    ended = subprocess.run(
        [sys.executable, "-m", "presswatch", *map(str, arguments)],
        input=given.encode(),
        capture_output=True,
        timeout=120,
        env={**os.environ, **(env or {})},
        check=False,
    )
    return Ended(
        status=ended.returncode, out=ended.stdout.decode(), err=ended.stderr.decode()
    )


def call_here(*arguments: str | Path) -> Ended:
    """Run a command in this process: it is there at once, and cannot be killed."""
    out, err = StringIO(), StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        status = running.call(*map(str, arguments))
    return Ended(status=status, out=out.getvalue(), err=err.getvalue())
