"""Log lines: nothing is imported for them until there is one."""

import subprocess
import sys

LOGGING = """
import sys
from corpus.log import Log, prepare
from presswatch.cli.logs import log_to_stderr
log = Log()
prepare(log_to_stderr)
assert "structlog" not in sys.modules
log.warning("not worth a line")
log.error("disk is full", site="harbour")
log_to_stderr(20)
log.info("watching")
"""

HEAD = "from corpus.log import Log; log = Log();"


def test_a_line_is_set_up_when_it_is_written_and_says_what_was_asked_for() -> None:
    """A night in which nothing happens pays for no logging, and loses no error."""
    done = subprocess.run(
        [sys.executable, "-c", LOGGING], capture_output=True, text=True, check=True
    )
    told = done.stderr.splitlines()
    assert [line.split()[3] for line in told] == ["disk", "watching"]
    assert "site=harbour" in told[0]


def test_a_line_is_written_where_nothing_more_can_be_imported() -> None:
    """A process that may open no more files must still say so, and go on."""
    lines = "log.info('on'); log.error('disk is full', site='harbour')"
    code = f"import sys; sys.modules['structlog'] = None\n{HEAD}{lines}"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert done.stderr.splitlines() == ["[error] disk is full site=harbour"]
