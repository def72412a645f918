"""Log lines, through structlog: imported when there is a line, for it costs much."""

import sys
from collections.abc import Callable
from functools import partial
from typing import Any

_set_up: list[Callable[[], object]] = []


def prepare(set_up: Callable[[], object]) -> None:
    """Say where lines go, unless that is said otherwise before the first one."""
    _set_up[:] = [set_up]


class Log:
    """What modules log with: ``log.warning("run late", site=name)``."""

    def __getattr__(self, method: str) -> Any:
        """Return structlog's own method of that name."""
        try:
            import structlog
        except (ImportError, OSError):  # as where no more files may be opened
            return partial(_say, method)
        if _set_up and not structlog.is_configured():
            _set_up[0]()
        return getattr(structlog.get_logger(), method)


def _say(method: str, event: str, **values: object) -> None:
    """Write a line without help, and the error that is being handled."""
    if method in ("debug", "info"):
        return
    told = "".join(f" {name}={value}" for name, value in values.items())
    error = sys.exc_info()[1] if method == "exception" else None
    print(f"[{method}] {event}{told}{f': {error!r}' if error else ''}", file=sys.stderr)
