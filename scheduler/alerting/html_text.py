"""A message as HTML for mail: one column, inline styles, nothing to load. Pure."""

from collections.abc import Iterator
from html import escape

from scheduler.alerting.message import Message, Part, Story
from scheduler.alerting.pieces import DELETED, INSERTED, LEFT_OUT, Piece
from scheduler.alerting.safe import one_line

_FONT = "font-family:-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif"
_BODY = f"margin:0;padding:24px 12px;background:#f3f4f6;color:#1a202c;{_FONT}"
_CARD = (
    "max-width:640px;margin:0 auto 16px;padding:20px 24px;background:#ffffff;"
    "border:1px solid #e2e8f0;border-radius:8px"
)
_TITLE = "font-size:20px;line-height:1.35;margin:0 0 6px;overflow-wrap:anywhere"
_SMALL = (
    "font-size:13px;line-height:1.5;color:#5a6675;margin:0 0 8px;overflow-wrap:anywhere"
)
_FOOTER = f"{_SMALL};max-width:640px;margin:0 auto"
_LABEL = (
    "font-size:12px;font-weight:600;letter-spacing:.04em;text-transform:uppercase;"
    "color:#5a6675;margin:20px 0 6px"
)
_TEXT = (
    "font-size:15px;line-height:1.6;margin:0 0 10px;white-space:pre-wrap;"
    "overflow-wrap:anywhere"
)
_DELETED = "background:#fde2e1;color:#8a1f17;text-decoration:line-through;padding:0 2px"
_INSERTED = "background:#d9f2df;color:#12592a;text-decoration:underline;padding:0 2px"
_QUIET = "color:#5a6675"
_CODE = "font-family:ui-monospace,Menlo,Consolas,monospace;font-size:12px"

#: For screens that are dark; whoever drops it (some mail programs do) shows light mail.
_DARK = """
@media (prefers-color-scheme: dark) {
body { background: #12171f !important; color: #e6e9ee !important }
.card { background: #1f2733 !important; border-color: #323c4b !important }
.quiet { color: #a3aebd !important }
.kind, a { color: #8ab8f0 !important }
del { background: #5c1f1b !important; color: #ffd9d6 !important }
ins { background: #174d2b !important; color: #d3f5dc !important }
}"""

#: The color of each kind's label: words on white, readable without color too.
_COLORS = {
    "New": "#0b5fad",
    "Edited": "#8a5a00",
    "Removed": "#8a1f17",
    "Restored": "#12592a",
    "Moved": "#5b3a9e",
}


def as_html(message: Message) -> str:
    """Lay the message out as one HTML document."""
    cards = [_card(_paragraphs(message.opening))] if message.opening else []
    cards += [_card("".join(_story(story))) for story in message.stories]
    return (
        '<!DOCTYPE html><html><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width">'
        '<meta name="color-scheme" content="light dark">'
        f"<style>{_DARK}</style>"
        f"<title>{escape(message.subject)}</title></head>"
        f'<body style="{_BODY}">{"".join(cards)}'
        f"{_quiet(_FOOTER, escape(message.footer))}"
        "</body></html>\n"
    )


def marked(piece: Piece) -> str:
    """Return a piece as HTML.

    >>> marked(Piece("kept", "a < b")), marked(Piece(DELETED, "10"))[:5]
    ('a &lt; b', '<del ')
    """
    text = escape(piece.text)
    if piece.way == DELETED:
        return f'<del style="{_DELETED}">{text}</del>'
    if piece.way == INSERTED:
        return f'<ins style="{_INSERTED}">{text}</ins>'
    return (
        f'<span class="quiet" style="{_QUIET}">{text}</span>'
        if piece.way == LEFT_OUT
        else text
    )


def _card(inside: str) -> str:
    return f'<div class="card" style="{_CARD}">{inside}</div>'


def _paragraphs(lines: tuple[str, ...]) -> str:
    return "".join(f'<p style="{_TEXT}">{_linked(line)}</p>' for line in lines)


def _linked(line: str) -> str:
    if line.startswith(("https://", "http://")) and " " not in line:
        return _link(line, line)
    return escape(line)


def _link(url: str, text: str) -> str:
    if not url.startswith(("https://", "http://")):
        return escape(text)
    return f'<a href="{escape(url)}" style="color:#0b5fad">{escape(text)}</a>'


def _story(story: Story) -> Iterator[str]:
    kind = f"{_LABEL};color:{_COLORS.get(story.verb, '#1a202c')};margin-top:0"
    yield f'<p class="kind" style="{kind}">{escape(story.verb)}</p>'
    yield f'<h1 style="{_TITLE}">{_link(story.url, story.title)}</h1>'
    yield _quiet(_SMALL, escape(story.facts))
    if story.old_url:
        yield _quiet(_SMALL, f"before: {_link(story.old_url, story.old_url)}")
    for part in story.parts:
        yield from _part(part)
    if story.captures:
        lines = "<br>".join(escape(one_line(line)) for line in story.captures)
        yield _quiet(_LABEL, "captures")
        yield _quiet(f"{_SMALL};{_CODE};word-break:break-all", lines)


def _part(part: Part) -> Iterator[str]:
    yield _quiet(_LABEL, escape(part.name))
    for paragraph in part.paragraphs:
        yield f'<p style="{_TEXT}">{"".join(map(marked, paragraph))}</p>'


def _quiet(style: str, inside: str) -> str:
    return f'<p class="quiet" style="{style}">{inside}</p>'
