"""The program's clock: begins where it is told to, and runs at real speed."""

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta


def clock(start: datetime | None = None) -> Callable[[], datetime]:
    """Return a clock that shows ``start`` now, and goes on; without it, the real one.

    >>> now = clock(datetime(2026, 3, 1, tzinfo=UTC))
    >>> now().date().isoformat()
    '2026-03-01'
    """
    if start is None:
        return _real_now
    began_at, zero = start.astimezone(UTC), time.monotonic()
    return lambda: began_at + timedelta(seconds=time.monotonic() - zero)


def _real_now() -> datetime:
    return datetime.now(UTC)
