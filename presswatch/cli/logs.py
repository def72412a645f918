"""Where log lines go: to standard error, and only what a person should look at."""

import logging
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import structlog


def log_to_stderr(level: int = logging.ERROR) -> None:
    """Log to standard error; problems are told by the commands themselves."""
    import structlog

    # the library's own traces show local variables, and with them secrets
    drawn = structlog.dev.ConsoleRenderer(
        colors=sys.stderr.isatty(),
        exception_formatter=structlog.dev.plain_traceback,
    )
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            drawn,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=_logger,
        cache_logger_on_first_use=False,
    )


def quiet_readers() -> None:
    """Let no library that reads pages say on its own what it makes of them."""
    logging.getLogger("bs4").setLevel(logging.ERROR)


def _logger(*names: Any) -> "structlog.PrintLogger":
    import structlog

    # looked up at each line: standard error may be another one by then
    return structlog.PrintLogger(sys.stderr)
