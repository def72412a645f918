"""A message as plain text, ``[-deleted-]`` and ``{+inserted+}`` marked. Pure."""

from collections.abc import Callable, Iterator

from scheduler.alerting.message import Message, Part, Story
from scheduler.alerting.pieces import DELETED, INSERTED, Piece


def as_plain_text(
    message: Message, *, clean: Callable[[str], str] = lambda text: text
) -> str:
    """Lay the message out; ``clean`` is applied to all text but addresses."""
    lines = [clean(line) for line in message.opening]
    for story in message.stories:
        lines += ["", *_story(story, clean)] if lines else [*_story(story, clean)]
    return "\n".join([*lines, "", "-- ", message.footer, ""])


def marked(piece: Piece) -> str:
    """Return a piece with its marks.

    >>> marked(Piece(DELETED, "10")), marked(Piece(INSERTED, "12"))
    ('[-10-]', '{+12+}')
    """
    if piece.way == DELETED:
        return f"[-{piece.text}-]"
    return f"{{+{piece.text}+}}" if piece.way == INSERTED else piece.text


def _story(story: Story, clean: Callable[[str], str]) -> Iterator[str]:
    yield clean(f"{story.verb}: {story.title}")
    yield clean(story.facts)
    yield story.url
    if story.old_url:
        yield f"before: {story.old_url}"
    for part in story.parts:
        yield from _part(part, clean)
    if story.captures:
        yield ""
        yield from story.captures


def _part(part: Part, clean: Callable[[str], str]) -> Iterator[str]:
    yield ""
    yield f"{part.name}:"
    for paragraph in part.paragraphs:
        text = "".join(marked(Piece(p.way, clean(p.text))) for p in paragraph)
        yield "\n".join(f"  {line}" for line in text.split("\n"))
