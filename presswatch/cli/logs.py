"""Where log lines go: to standard error, and only what a person should look at."""

import logging
import sys

import structlog


def log_to_stderr(level: int = logging.ERROR) -> None:
    """Log to standard error; problems are told by the commands themselves."""
    structlog.configure(
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=False,
    )
