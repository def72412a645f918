"""What an alert says to a person, in parts that channels lay out. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from parsers.model import FULL_FIELDS, MINOR_FIELDS, Alert, Change, ChangeKind, Seen
from scheduler.alerting.pieces import KEPT, Piece, compare_texts
from scheduler.alerting.safe import cut, one_line, plain

#: Most characters of one text in a message, most changes told at length in a roundup.
MOST_CHARS = 8_000
MOST_CHANGES = 100

_VERBS = {
    ChangeKind.NEW: "New",
    ChangeKind.EDITED: "Edited",
    ChangeKind.REMOVED: "Removed",
    ChangeKind.RESTORED: "Restored",
    ChangeKind.MOVED: "Moved",
}
_LABELS = {"modified_at": "last updated"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One field of a change: its name, and its text as paragraphs of pieces."""

    name: str
    paragraphs: tuple[tuple[Piece, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One change, told: a line, the facts, the address, what moved, the captures."""

    verb: str
    title: str
    facts: str
    url: str
    old_url: str | None = None
    parts: tuple[Part, ...] = ()
    captures: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """An alert, told: a subject, an opening where there is one, stories, a footer."""

    subject: str
    opening: tuple[str, ...]
    stories: tuple[Story, ...]
    footer: str


def tell(alert: Alert) -> Message:
    """Return what an alert says."""
    footer = f"rule {one_line(alert.rule, 80)} · alert {alert.alert_id}"
    if alert.trouble is not None:
        return Message(
            subject=subject(alert), opening=_trouble(alert), stories=(), footer=footer
        )
    told = alert.changes[:MOST_CHANGES]
    left = len(alert.changes) - len(told)
    opening = (f"{left} more changes are not shown here.",) if left else ()
    return Message(
        subject=subject(alert),
        opening=opening,
        stories=tuple(_story(change) for change in told),
        footer=footer,
    )


def subject(alert: Alert) -> str:
    """Return the one line that stands for the alert."""
    if alert.trouble is not None:
        kind = alert.trouble.problem.kind.value.replace("_", " ")
        return one_line(f"Problem: {kind} — {alert.trouble.site}")
    if alert.is_roundup:
        sites = {change.site for change in alert.changes}
        where = next(iter(sites)) if len(sites) == 1 else f"{len(sites)} sites"
        noun = "change" if len(alert.changes) == 1 else "changes"
        return one_line(f"{len(alert.changes)} {noun} — {where}")
    change = alert.changes[0]
    title = one_line(change.title, 140) or change.url
    return one_line(f"{_VERBS[change.kind]}: {title} — {change.site}")


def headline(change: Change) -> str:
    """Return a change as one line."""
    return one_line(f"{_VERBS[change.kind]}: {change.title or change.url}")


def name_capture(word: str, seen: Seen) -> str:
    """Name a capture by its time and the digest of its bytes."""
    return f"{word}: {stamp(seen.at)} {one_line(seen.digest, 80)}"


def stamp(moment: datetime) -> str:
    """Return a time as the contract writes it.

    >>> stamp(datetime(2026, 3, 1, 6, tzinfo=UTC))
    '2026-03-01T06:00:00Z'
    """
    text = moment.astimezone(UTC).isoformat(timespec="seconds")
    return text.replace("+00:00", "Z")


def as_text(value: object) -> str:
    """Return a field's value as text: a line for each entry of a list.

    >>> as_text([{"label": "Minutes", "url": "https://press.example/m.pdf"}, "Ann"])
    'Minutes https://press.example/m.pdf\\n\\nAnn'
    """
    if value is None:
        return ""
    if isinstance(value, dict):
        return " ".join(str(part) for part in value.values() if part)
    if isinstance(value, (list, tuple)):
        return "\n\n".join(as_text(entry) for entry in value)
    return str(value)


def _trouble(alert: Alert) -> tuple[str, ...]:
    trouble = alert.trouble
    assert trouble is not None
    lines = [plain(trouble.problem.detail, MOST_CHARS), trouble.problem.url]
    if trouble.proposal:
        lines.append(f"Next step: {plain(trouble.proposal, MOST_CHARS)}")
    return tuple(line for line in lines if line)


def _story(change: Change) -> Story:
    seen_at = f"{change.captured_at.astimezone(UTC):%Y-%m-%d %H:%M} UTC"
    facts = [
        change.site,
        f"dated {change.date}" if change.date else "",
        f"seen {seen_at}",
    ]
    captures = [("before", change.before), ("after", change.after)]
    return Story(
        verb=_VERBS[change.kind],
        title=one_line(change.title, 300) or change.url,
        facts=" · ".join(one_line(fact, 100) for fact in facts if fact),
        url=change.url,
        old_url=change.old_url,
        parts=tuple(_parts(change)),
        captures=tuple(name_capture(word, seen) for word, seen in captures if seen),
    )


def _parts(change: Change) -> Iterator[Part]:
    for name in (*FULL_FIELDS, *MINOR_FIELDS):
        if field := change.fields.get(name):
            pieces = compare_texts(_shown(field.old), _shown(field.new))
            if pieces:
                yield Part(name=_LABELS.get(name, name), paragraphs=pieces)
    if not change.fields and change.body:
        yield Part(name="body", paragraphs=_kept(change.body))


def _shown(value: object) -> str:
    return plain(as_text(value), MOST_CHARS)


def _kept(body: str) -> tuple[tuple[Piece, ...], ...]:
    paragraphs: Sequence[str] = cut(plain(body, MOST_CHARS), MOST_CHARS).split("\n\n")
    return tuple((Piece(KEPT, text),) for text in paragraphs if text.strip())
