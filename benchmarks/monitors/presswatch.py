"""Ourselves, over the command line, as any user: an address and nothing else."""

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any


class Presswatch:
    """Adds each site when it first sees it, then crawls it."""

    def __init__(self, folder: Path) -> None:
        self._home = folder

    def look(
        self, site: str, address: str, now: datetime
    ) -> Iterable[Mapping[str, Any]]:
        """Crawl one site and return the changes that the crawl printed."""
        command = [sys.executable, "-m", "presswatch", "crawl", address]
        command += ["--home", str(self._home), "--delay", "0", "--json"]
        command += ["--now", now.isoformat()]
        done = subprocess.run(
            command,
            capture_output=True,
            text=True,
            cwd=Path(__file__).parents[2],
            env={**os.environ, "NO_COLOR": "1"},
            check=False,
        )
        if done.returncode not in (0, 3):
            raise RuntimeError(f"{' '.join(command)}: {done.stderr[-2000:]}")
        return [json.loads(line) for line in done.stdout.splitlines()]
