"""The edits of one run, less what moves on many items at once. Pure."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from parsers.model import Article, FieldChange
from parsers.text import same_words
from scheduler.comparing.compare import Comparison, without
from scheduler.comparing.noise import Moved, without_noise
from scheduler.settling.mass import is_mass_change

#: Fields that a new design adds or drops without anybody editing an item.
DRESS = frozenset(
    {
        "date",
        "authors",
        "attachments",
        "summary",
        "links",
        "images",
        "labels",
        "modified_at",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """An edit that was found and is not told yet."""

    revision: Any
    before: Any
    article: Article
    comparison: Comparison
    reading: Mapping[str, Any] | None
    moved: Moved | None = None


def redesigned_fields(edits: Iterable[Edit], looked: int) -> Mapping[str, int]:
    """Return the fields that changed on so many items that a design did it, how often.

    Title and body are never among them: those are held as a mass change.
    """
    counts: Counter[str] = Counter()
    for edit in edits:
        counts.update(
            name
            for name, change in edit.comparison.fields.items()
            if name in DRESS and not _is_retold(name, change)
        )
    return {n: count for n, count in counts.items() if is_mass_change(count, looked)}


def without_fields(edit: Edit, names: Iterable[str]) -> Edit:
    """Return an edit less some fields."""
    return replace(edit, comparison=without(edit.comparison, *names))


def without_moving_lines(
    edits: Sequence[Edit], noise: frozenset[str], titles: Mapping[str, int]
) -> list[Edit]:
    """Return the edits, less a body in which only noise moved."""
    return [_without_moving_lines(edit, noise, titles) for edit in edits]


def _without_moving_lines(
    edit: Edit, noise: frozenset[str], titles: Mapping[str, int]
) -> Edit:
    moved = edit.moved
    if moved is None or not (moved.gone or moved.come):
        return edit
    left = without_noise(moved, noise, _is_other_title(edit, titles))
    return edit if left.gone or left.come else without_fields(edit, ["body"])


def _is_other_title(edit: Edit, titles: Mapping[str, int]) -> Callable[[str], bool]:
    own = same_words(edit.article.title)
    return lambda text: text != own and text in titles


def _is_retold(name: str, change: FieldChange) -> bool:
    """Tell whether a date names another day, which no design does."""
    if name != "date" or change.old is None or change.new is None:
        return False
    return str(change.old)[:10] != str(change.new)[:10]
