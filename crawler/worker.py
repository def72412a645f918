"""Reads large and strange pages in a process of its own; ordinary ones right here.

A page that takes too long, or too much memory, costs itself and nothing else: the
process is ended, the page is told as a problem, the next one gets a new process. It
speaks lines of JSON, so that nothing a page did to it can reach further than a value.
"""

import atexit
import json
import selectors
import subprocess
import sys
from collections.abc import Sequence
from threading import Lock
from time import monotonic
from typing import Any

from parsers import article, listing
from parsers.model import Article, Capture, Listing, Problem, ProblemKind, Teaser
from parsers.profile import Profile, dump_profile
from parsers.rules import Rules, dump_rules

#: Bytes of a page up to which it is ordinary.
ORDINARY_BYTES = 2_000_000
#: Tags of a page up to which it is ordinary, and so is however deep they may nest.
ORDINARY_TAGS = 60_000
#: Seconds that one page may take; all else waits meanwhile, a signal to stop too.
SECONDS = 7.0
#: Bytes of memory that the process may fill.
MEMORY = 320 * 2**20


def parse_article(
    capture: Capture,
    *,
    profile: Profile | None = None,
    rules: Rules | None = None,
    teaser: Teaser | None = None,
) -> Article | Problem:
    """Return what ``parsers.article.parse_article`` does, whatever the page is like."""
    if is_ordinary(capture):
        return article.parse_article(
            capture, profile=profile, rules=rules, teaser=teaser
        )
    return _ask("article", capture, profile, rules, teaser)


def parse_listing(
    capture: Capture,
    *,
    rules: Rules | None = None,
    places: Sequence[str] = (),
) -> Listing | Problem:
    """Return what ``parsers.listing.parse_listing`` does, whatever the page is like."""
    if is_ordinary(capture):
        return listing.parse_listing(capture, rules=rules, places=places)
    return _ask("listing", capture, None, rules, places=places)


def is_ordinary(capture: Capture) -> bool:
    """Tell whether a page can be read without any danger to the run.

    >>> is_ordinary(Capture(url="https://h.example/", payload=b"<p>" * 60_001))
    False
    """
    payload = capture.payload
    if len(payload) > ORDINARY_BYTES:
        return False
    # counting costs far less than a page of so many bytes could
    return len(payload) <= ORDINARY_TAGS or payload.count(b"<") <= ORDINARY_TAGS


class WorkerFailure(Exception):
    """The process did not come back with an answer; the message says how it ended."""


class Worker:
    """The process, started when it is first needed and replaced when it fails."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._process: subprocess.Popen[bytes] | None = None

    def ask(self, head: dict[str, Any], payload: bytes) -> bytes:
        """Return the answer to one page, or raise ``WorkerFailure``."""
        with self._lock:
            process = self._process or self._start()
            head["bytes"] = len(payload)
            until = monotonic() + SECONDS
            try:
                assert process.stdin
                process.stdin.write(json.dumps(head).encode() + b"\n" + payload)
                process.stdin.flush()
                return _read_line(process, until)
            except (OSError, TimeoutError) as error:
                self._end()
                if isinstance(error, TimeoutError):
                    reason = f"reading it takes more than {SECONDS:.0f} seconds"
                else:
                    reason = (
                        f"reading it takes more than {MEMORY // 2**20} MB of memory"
                    )
                raise WorkerFailure(reason) from error

    @property
    def process_id(self) -> int | None:
        """The process, if there is one now."""
        return self._process.pid if self._process else None

    def close(self) -> None:
        """End the process."""
        with self._lock:
            self._end()

    def _start(self) -> "subprocess.Popen[bytes]":
        self._process = subprocess.Popen(
            [sys.executable, "-m", "crawler.reading_process", str(MEMORY)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        ready = _read_line(self._process, monotonic() + 60)  # its imports take a while
        assert ready == b"ready\n"
        return self._process

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                try:
                    stream.close()
                except OSError:  # what was written and never read
                    pass


#: The one of this process.
WORKER = Worker()
atexit.register(WORKER.close)


def _ask(
    what: str,
    capture: Capture,
    profile: Profile | None,
    rules: Rules | None,
    teaser: Teaser | None = None,
    places: Sequence[str] = (),
) -> Any:
    # imported here: few runs meet such a page
    from crawler.reading_lines import ARTICLE, CAPTURE, LISTING, TEASER

    head = {
        "what": what,
        "capture": CAPTURE.dump_python(capture, mode="json", exclude={"payload"}),
        "profile": dump_profile(profile) if profile else None,
        "rules": dump_rules(rules) if rules else None,
        "teaser": TEASER.dump_python(teaser, mode="json") if teaser else None,
        "places": list(places),
    }
    try:
        said = WORKER.ask(head, capture.payload)
    except WorkerFailure as failure:
        kind, detail = ProblemKind.TOO_LARGE, f"the page is beyond reason: {failure}"
        return Problem(kind=kind, detail=detail, url=capture.url)
    return (ARTICLE if what == "article" else LISTING).validate_json(said)


def _read_line(process: "subprocess.Popen[bytes]", until: float) -> bytes:
    """Return the next line; ``TimeoutError``, or ``EOFError`` as ``OSError``."""
    assert process.stdout
    found: list[bytes] = []
    with selectors.DefaultSelector() as selector:
        selector.register(process.stdout, selectors.EVENT_READ)
        while not (found and found[-1].endswith(b"\n")):
            if not selector.select(max(until - monotonic(), 0)):
                raise TimeoutError
            piece = process.stdout.read1(2**20)  # type: ignore[attr-defined]
            if not piece:
                raise ConnectionAbortedError("the reading process ended")
            found.append(piece)
    return b"".join(found)
