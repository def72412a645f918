"""What a column holds, by its name, which means the same in every table. Pure."""

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

#: Times: UTC text, ISO 8601 with Z, which sorts as time does.
MOMENTS = frozenset(
    """added_at after_at at baseline_at before_at began_at captured_at changed_at
    crawled_at created_at due_at ended_at first_seen first_tried_at gone_at last_seen
    learned_at looked_at next_at planned_at removed_at sent_at started_at
    walked_at""".split()
)
#: What is kept as JSON; absent is NULL, so that a question can ask for it.
DOCUMENTS = frozenset(
    """article facts fields ledger listing moved_to part_ids parts payload profile
    redirected_from suspect teaser""".split()
)
#: What is true or false.
FLAGS = frozenset(
    """baseline is_baseline is_compared is_complete is_newest is_paused
    is_settled""".split()
)

#: Made once: ``json.dumps`` makes one for each call that is not the usual one.
dump_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode

#: Makes what SQLite takes of a value, or a value of what SQLite gives.
Turn = Callable[[Any], Any]


def moment_text(value: datetime) -> str:
    """Return a time as text; a naive time is a bug and raises ``ValueError``.

    >>> moment_text(datetime(2026, 3, 1, 6, tzinfo=UTC))
    '2026-03-01T06:00:00.000000Z'
    """
    if value.tzinfo is None:
        raise ValueError(f"a time without zone: {value}")
    if value.tzinfo is not UTC:
        value = value.astimezone(UTC)
    return value.isoformat(timespec="microseconds").removesuffix("+00:00") + "Z"


_IN: Mapping[type, Turn] = {
    datetime: moment_text,
    dict: dump_json,
    list: dump_json,
    tuple: dump_json,
}


def given(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return values as SQLite takes them: a time as text, a list or mapping as JSON.

    >>> given({"key": "h.example/fog", "parts": [{"url": "/2"}], "gone_at": None})
    {'key': 'h.example/fog', 'parts': '[{"url":"/2"}]', 'gone_at': None}
    """
    return {
        name: turn(value) if (turn := _IN.get(type(value))) else value
        for name, value in values.items()
    }


def turn_of(name: str) -> Turn | None:
    """Return what makes a value of what SQLite gives for a column, if it must.

    >>> turn_of("is_paused"), turn_of("title")
    (<class 'bool'>, None)
    """
    if name in MOMENTS:
        return datetime.fromisoformat
    if name in DOCUMENTS:
        return json.loads
    return bool if name in FLAGS else None


def turns_of(names: Iterable[str]) -> list[tuple[int, Turn]]:
    """Return the places of a row whose values must be made, and how."""
    turns = ((place, turn_of(name)) for place, name in enumerate(names))
    return [(place, turn) for place, turn in turns if turn]
