"""Log lines, through structlog: imported when there is a line, for it costs much."""

from collections.abc import Callable
from typing import Any

_set_up: list[Callable[[], object]] = []


def prepare(set_up: Callable[[], object]) -> None:
    """Say where lines go, unless that is said otherwise before the first one."""
    _set_up[:] = [set_up]


class Log:
    """What modules log with: ``log.warning("run late", site=name)``."""

    def __getattr__(self, method: str) -> Any:
        """Return structlog's own method of that name."""
        import structlog

        if _set_up and not structlog.is_configured():
            _set_up[0]()
        return getattr(structlog.get_logger(), method)
