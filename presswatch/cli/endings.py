"""The exit statuses of the contract, and which of them an exception means."""

import errno
import sys
from collections.abc import Iterable
from typing import NoReturn

WELL, BUG, USAGE, PROBLEMS, BUSY, STOPPED = range(6)

#: Which status of several sites' wins.
_ORDER = (BUG, STOPPED, USAGE, BUSY, PROBLEMS, WELL)

#: Our exceptions by full name: to know one here, its module need not be imported.
_STATUSES = {
    "corpus.archive.values.ArchiveError": PROBLEMS,
    "corpus.store.failures.StoreError": PROBLEMS,
    "corpus.store.leases.LeaseLost": BUSY,
    "crawler.site.SiteError": USAGE,
    "parsers.rules.RulesError": USAGE,
    "presswatch.cli.endings.UsageError": USAGE,
    "scheduler.alerting.file.AlertsError": USAGE,
}
_DISK = {errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EFBIG, errno.EMFILE, errno.EROFS}


class UsageError(Exception):
    """What was asked for cannot be done; the message says what can."""


def status_of(error: BaseException) -> int:
    """Return the status that an exception ends the program with.

    >>> status_of(OSError(errno.ENOSPC, "No space left on device")) == PROBLEMS
    True
    >>> status_of(ZeroDivisionError()) == BUG
    True
    """
    for kind in type(error).__mro__:
        status = _STATUSES.get(f"{kind.__module__}.{kind.__qualname__}")
        if status is not None:
            return status
    if isinstance(error, OSError):
        return _status_of_system(error)
    return BUG


def worst(statuses: Iterable[int]) -> int:
    """Return the status that tells of several sites what matters most.

    >>> worst([WELL, PROBLEMS, STOPPED]) == STOPPED, worst([]) == WELL
    (True, True)
    """
    found = set(statuses)
    return next((status for status in _ORDER if status in found), WELL)


def finish(status: int) -> NoReturn:
    """End the command with a status."""
    sys.exit(status)


def _status_of_system(error: OSError) -> int:
    if error.errno in _DISK:
        return PROBLEMS
    if error.filename is None:
        return BUG
    return USAGE
