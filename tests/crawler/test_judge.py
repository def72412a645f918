"""What is believed at first sight, and what wants a second look."""

from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest

from crawler.items.habits import Habits, unlike_others
from crawler.items.judge import alive_values, doubt_edit, gone_values, is_garbled
from parsers.model import Article, Printed

NOW = datetime(2026, 3, 20, 3, tzinfo=UTC)
TEXT = "The harbour office has opened the northern pier to all boats. " * 12
OLD = {"title": "Northern pier opened", "body": TEXT}


def _kind(title: str, body: str) -> str | None:
    problem = doubt_edit(OLD, Article(url="", title=title, body=body))
    return problem.kind.value if problem else None


@pytest.mark.promise("R14")
@pytest.mark.parametrize(
    ("title", "body", "kind"),
    [
        ("", TEXT, "extractor"),
        ("Northern pier opened", "", "extractor"),
        ("Northern pier opened", TEXT[:100], "extractor"),
        ("Sign in", "Enter your name and password to go on.", "mismatch"),
        ("N\ufffdrthern pier opened", TEXT, "encoding"),
    ],
)
def test_what_looks_broken_is_doubted(title: str, body: str, kind: str) -> None:
    """A blank, cut, swapped or garbled reading never replaces a good one."""
    assert _kind(title, body) == kind


@pytest.mark.parametrize(("ways", "is_odd"), [({"date": "line"}, True), ({}, False)])
def test_an_item_needs_no_day_where_only_lists_give_it(
    ways: dict[str, str], is_odd: bool
) -> None:
    """An item first met in a box without days was not read on the first night."""
    habits, item = Habits({}), SimpleNamespace(revision_id=None, teaser=None)
    day, page = Printed(day=NOW.date(), text=""), b"<p>Fog</p></html>"
    for _ in range(9):
        unlike_others(habits, item, Article(url="", published=day, ways=ways), page)
    found = unlike_others(habits, item, Article(url="", title="Fog"), page)
    assert (found is not None) is is_odd


@pytest.mark.promise("R13")
@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("Northern pier not opened", TEXT),
        ("Northern pier opened", TEXT.replace("northern", "southern")),
        ("Northern pier opened", TEXT[: len(TEXT) // 2]),
        ("Pier closed again", TEXT + "Correction: only for a day."),
    ],
)
def test_what_a_press_office_may_well_write_is_believed(title: str, body: str) -> None:
    """Doubt must not swallow the edit that mattered."""
    assert _kind(title, body) is None


def test_short_notices_may_be_rewritten_under_their_title() -> None:
    """A notice of two lines is often new from end to end."""
    old = {"title": "Opening hours", "body": "Monday to Friday, 9 to 5."}
    new = Article(url="", title="Opening hours", body="Closed until further notice.")
    assert doubt_edit(old, new) is None


def test_plain_text_of_many_scripts_is_not_garbled() -> None:
    """Letters that look odd to one reader are another's own."""
    for text in (
        "Ærø, Ålesund, Şırnak",
        "Ђорђе Ћирић",
        "نص عربي",
        "日本語の文章",
        "Рівне і Ріг, Січень, Сєверськ, Рішення",
        "«СССР», «ЕАЭС» и «СНГ–ЕАЭС»",
    ):
        assert not is_garbled(text)


def _known(**values: Any) -> Any:
    usual = {
        "status": "live",
        "gone_at": None,
        "last_seen": NOW,
        "first_seen": NOW,
    }
    return SimpleNamespace(**{**usual, **values})


@pytest.mark.promise("R16")
def test_a_clock_set_back_begins_the_proof_anew() -> None:
    """Two looks an hour apart must not count as two looks a year apart."""
    known = _known(gone_at=NOW + timedelta(days=3), status="pending")
    assert gone_values(known, how="404", now=NOW, run_id=9)["gone_at"] == NOW


def test_the_first_time_gone_is_kept() -> None:
    """The proof counts from the first look."""
    known = _known(gone_at=NOW - timedelta(days=1), status="pending")
    assert "gone_at" not in gone_values(known, how="404", now=NOW, run_id=9)


@pytest.mark.parametrize("revision_id", [None, 4])
def test_only_what_was_read_before_comes_back(revision_id: int | None) -> None:
    """A page that failed until it was gone is new when it can be read at last."""
    known = _known(
        id=7,
        status="removed",
        revision_id=revision_id,
        is_baseline=False,
        suspect=None,
        due_at=None,
    )
    values = alive_values(known, now=NOW, run_id=9, published_on=None)
    assert values.get("restored_run") == (9 if revision_id else None)


def test_another_text_of_the_same_words_is_not_the_same_text() -> None:
    """One office writes all its news with the same few hundred words."""
    words = "the pier harbour office boats opened closed for all of Monday".split()
    one = " ".join(words[n * 3 % 11] for n in range(300))
    other = " ".join(words[n * n * 5 % 11] for n in range(300))
    doubt = doubt_edit(
        {"title": "Pier opened", "body": one},
        Article(url="", title="Boats on Monday", body=other),
    )
    assert doubt is not None
    assert doubt.detail == "shows an altogether different text"
