"""What all pages of a site do, so that the one that does not is seen. Pure."""

from collections.abc import Mapping
from typing import Any

from crawler.items.called import is_called_so
from crawler.items.code_shown import is_in_chunks, shows_code
from crawler.items.judge import AGREEING_RUNS, is_garbled
from parsers.ends import has_end
from parsers.files import is_file
from parsers.model import Article, Problem, ProblemKind

#: So many pages are known before one is called an exception, and so many do it.
_PAGES, _SHARE = 5, 0.8
#: So many pages are remembered.
_MOST = 200
#: The replacement character U+FFFD as servers write it: UTF-8, GB 18030, a reference;
#: and how many of them are no slip.
_LOST = (b"\xef\xbf\xbd", b"\x84\x31\xa4\x37", b"&#65533;")
_SLIPS = 3


class Habits:
    """Counts what the pages of a site do; a fact for each habit.

    >>> habits = Habits({})
    >>> for _ in range(5):
    ...     assert not habits.is_broken("ends", has_end(b"<html><p>Fog</p></html>"))
    >>> habits.is_broken("ends", has_end(b"<html><p>Fo"))
    True
    >>> habits.is_broken("ends", has_end(b"<html><p>Fog</p></HTML>"))
    False
    >>> Habits(habits.facts).facts
    {'habits': {'ends': [6, 7]}, 'habits_broken': {}}
    >>> night = Habits({"habits": {"ends": [9, 9]}})
    >>> night.is_broken("ends", False), night.facts
    (True, {'habits': {'ends': [9, 9]}, 'habits_broken': {'ends': 1}})
    """

    def __init__(self, facts: Mapping[str, Any]) -> None:
        self._before: dict[str, list[int]] = facts.get("habits", {})
        self._broken: dict[str, int] = facts.get("habits_broken", {})
        self._counts = {k: list(v) for k, v in self._before.items()}

    @property
    def facts(self) -> dict[str, Any]:
        """What is remembered of the site: of each habit how many do it, of how many.

        A run that breaks a habit teaches nothing before as many did so in a row as
        must agree on a doubtful page: else a second bad night would be as usual.
        """
        kept, broken = {}, {}
        for habit, counts in self._counts.items():
            before = self._before.get(habit, [0, 0])
            done, pages = counts[0] - before[0], counts[1] - before[1]
            times = self._broken.get(habit, 0)
            if pages:
                is_as_usual = not _is_usual(*before) or done >= _SHARE * pages
                times = 0 if is_as_usual else times + 1
            if times % AGREEING_RUNS:
                broken[habit] = times
                counts = before
            kept[habit] = _remembered(*counts)
        return {"habits": kept, "habits_broken": broken}

    def is_broken(self, habit: str, does: bool) -> bool:
        """Count a page, and tell whether it does not do what is usual on its site.

        What was usual before this run is so all through it: one bad night breaks most
        pages of a small site. Where few are known, those of this run count.
        """
        count = self._counts.setdefault(habit, [0, 0])
        done, pages = self._before.get(habit, count)
        if pages < _PAGES:
            done, pages = count
        is_usual = _is_usual(done, pages)
        count[0] += does
        count[1] += 1
        return is_usual and not does


def unlike_others(
    habits: Habits, item: Any, article: Article, payload: bytes
) -> Problem | None:
    """Return why a page is not as all others of its site are; files need not be."""
    if is_file(payload):
        return None
    if item.revision_id is None and is_garbled(f"{article.title} {article.body}"):
        return Problem(
            kind=ProblemKind.ENCODING,
            detail="the text is damaged by a wrong encoding",
        )
    if habits.is_broken("ends", has_end(payload)):
        return Problem(
            kind=ProblemKind.TRUNCATED,
            detail="the page breaks off before its end, which all others here have",
        )
    if habits.is_broken("unchunked", not is_in_chunks(payload)):
        return Problem(
            kind=ProblemKind.ENCODING,
            detail="the sizes of chunks stand in the page, as in no other of the site",
        )
    has_code = shows_code(article.title, article.body)
    if habits.is_broken("words", not has_code) and item.revision_id is None:
        return Problem(
            kind=ProblemKind.EXTRACTOR,
            detail="shows code in the place of words, as no other item of the site",
        )
    if habits.is_broken("letters", has_its_letters(payload)):
        return Problem(
            kind=ProblemKind.ENCODING,
            detail="letters of the page are lost, as on no other of the site",
        )
    # a day that only a list gives is no habit of the pages
    is_dateless = habits.is_broken("dates", "date" in article.ways)
    if is_dateless and article.published is None and item.revision_id is None:
        return Problem(
            kind=ProblemKind.EXTRACTOR,
            detail="has no date, as all other items of the site have",
        )
    called = is_called_so(item, article)
    if called is not None and habits.is_broken("names", called):
        return Problem(
            kind=ProblemKind.MISMATCH,
            detail="is not called as its listing says, as all other items are",
        )
    return None


def has_its_letters(payload: bytes) -> bool:
    """Tell whether no letters of a page were lost before it was sent, tags included.

    >>> has_its_letters(b"<p>Fog</p>"), has_its_letters(b"<p>F&#65533;g" * 3)
    (True, False)
    """
    return sum(map(payload.count, _LOST)) < _SLIPS


def _is_usual(done: int, pages: int) -> bool:
    return pages >= _PAGES and done >= _SHARE * pages


def _remembered(count: int, pages: int) -> list[int]:
    if pages <= _MOST:
        return [count, pages]
    return [round(_MOST * count / pages), _MOST]
