"""No page may cost more than itself, however large or strange it is (R20)."""

import os
import signal
from collections.abc import Iterator

import psutil
import pytest

from crawler import worker
from crawler.worker import ORDINARY_BYTES, WORKER
from parsers.model import Article, Capture, Listing, Problem, ProblemKind, Teaser
from parsers.profile import learn
from parsers.rules import load_rules

pytestmark = pytest.mark.promise("R20")

URL = "https://press.harbour.example/news/fog"
HEAD = b"<html><body><h1>Ferries stay in port</h1><article>"
PARAGRAPH = b"<p>The fog came in at noon and stayed until the evening, we hear.</p>"


@pytest.fixture(autouse=True)
def _no_process_left() -> Iterator[None]:
    WORKER.close()
    with pytest.MonkeyPatch.context() as patch:
        # A page of ours is within reason on a busy machine too.
        patch.setattr(worker, "SECONDS", 60.0)
        yield
    WORKER.close()


def page(body: bytes) -> Capture:
    headers = (("Content-Type", "text/html; charset=utf-8"),)
    return Capture(url=URL, payload=HEAD + body, headers=headers)


def large(paragraph: bytes = PARAGRAPH) -> Capture:
    return page(paragraph * (ORDINARY_BYTES // len(paragraph) + 1))


def test_an_ordinary_page_starts_no_process() -> None:
    """It would cost each of thousands what one in a thousand needs."""
    assert isinstance(worker.parse_article(page(3 * PARAGRAPH)), Article)
    assert isinstance(worker.parse_listing(page(3 * PARAGRAPH)), Listing | Problem)
    assert WORKER.process_id is None


def test_a_large_page_reads_as_it_would_here() -> None:
    """Where a page is read must not decide what it says."""
    capture = large()
    profile = learn([page(PARAGRAPH) for _ in range(4)])
    rules = load_rules({"article": {"title": "h1"}})
    teaser = Teaser(url=URL, title="Ferries stay in port")
    there = worker.parse_article(capture, profile=profile, rules=rules, teaser=teaser)
    here = worker.article.parse_article(
        capture, profile=profile, rules=rules, teaser=teaser
    )
    assert WORKER.process_id is not None
    assert there == here
    assert worker.parse_listing(capture) == worker.listing.parse_listing(capture)


@pytest.mark.parametrize("nest", [b"<div>", b"<b><i>", b"<table><tr><td>"])
def test_deep_nesting_is_read_apart(nest: bytes) -> None:
    """What recurses may end the process that it runs in."""
    found = worker.parse_article(page(nest * 70_000 + PARAGRAPH))
    assert isinstance(found, Article | Problem)
    assert isinstance(worker.parse_article(large()), Article)


def test_a_page_that_takes_too_long_is_a_problem(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A run has other pages to read."""
    assert isinstance(worker.parse_article(large()), Article)
    monkeypatch.setattr(worker, "SECONDS", 0.01)
    found = worker.parse_article(large())
    assert isinstance(found, Problem)
    assert found.kind == ProblemKind.TOO_LARGE
    assert "seconds" in found.detail
    monkeypatch.undo()
    assert isinstance(worker.parse_article(large()), Article)


def test_a_page_that_takes_too_much_memory_is_a_problem(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A machine has other programs to run."""
    monkeypatch.setattr(worker, "MEMORY", 100 * 2**20)
    found = worker.parse_article(large(b"<p>a"))
    assert isinstance(found, Problem)
    assert found.kind in (ProblemKind.TOO_LARGE, ProblemKind.TRUNCATED)
    monkeypatch.undo()
    if found.kind == ProblemKind.TRUNCATED:
        WORKER.close()  # it came back, and has as little memory for the next page
    assert isinstance(worker.parse_article(large()), Article)


def test_a_worker_killed_from_outside_costs_one_page() -> None:
    """The system's own memory guard may choose it."""
    assert isinstance(worker.parse_article(large()), Article)
    assert WORKER.process_id
    os.kill(WORKER.process_id, signal.SIGKILL)
    assert isinstance(worker.parse_article(large()), Problem)
    assert isinstance(worker.parse_article(large()), Article)


def test_the_largest_answer_stays_under_the_bound() -> None:
    """Twenty megabytes are the most that the fetch layer lets through."""
    worker.parse_article(page(PARAGRAPH * (19_900_000 // len(PARAGRAPH))))
    if WORKER.process_id is None:  # it took too long on this machine: told, and gone
        return
    assert psutil.Process(WORKER.process_id).memory_info().rss < 450 * 2**20
