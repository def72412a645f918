"""Where log lines go: to standard error, and only what a person should look at."""

import logging
import sys
from typing import Any

import structlog


def log_to_stderr(level: int = logging.ERROR) -> None:
    """Log to standard error; problems are told by the commands themselves."""
    logging.getLogger("bs4").setLevel(level)
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


def _logger(*names: Any) -> structlog.PrintLogger:
    # looked up at each line: standard error may be another one by then
    return structlog.PrintLogger(sys.stderr)
