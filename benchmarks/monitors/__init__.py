"""The monitors that the scoreboard knows: one file and one line each."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol

from benchmarks.monitors.presswatch import Presswatch
from benchmarks.monitors.text_and_hash import TextAndHash


class Monitor(Protocol):
    """Something that looks at a site once a day and tells what changed."""

    def look(
        self, site: str, address: str, now: datetime
    ) -> Iterable[Mapping[str, Any]]:
        """Return the changes found, as ``presswatch changes --json`` tells them."""


#: The monitors by name; each is made with a folder of its own.
MONITORS: dict[str, Callable[[Path], Monitor]] = {
    "presswatch": Presswatch,
    "text-and-hash": TextAndHash,
}
