"""Articles of all layouts, read for their titles, days, leads and texts.

Of each site eight are read, alone and by what they teach; a site is wrong in what is
wrong on any of them.
"""

import difflib
from collections.abc import Iterator, Sequence
from datetime import timedelta

from benchmarks.building.trial import Trial
from benchmarks.drawing.article_genres import own_text
from benchmarks.drawing.article_layouts import article_layout
from benchmarks.drawing.article_pages import article_html, lines_beside
from benchmarks.drawing.choices import NONE
from benchmarks.drawing.items import FIRST_LOOK
from benchmarks.drawing.sheets import Sheet, sheets
from parsers.article import parse_article
from parsers.model import Article, Capture
from parsers.profile import Profile, learn

_HOST = "https://press.example"
_SHOWN = 110
#: A lead that is read with the text is one of its first lines.
_BEGINNING = 3


def trials(seed: int) -> Iterator[Trial]:
    """Yield whether the articles of a site are read."""
    layout = article_layout(seed)
    site = sheets(layout, seed)
    captures = [article_capture(sheet) for sheet in site]
    wrong = {
        group: _wrong(site, captures, profile)
        for group, profile in (("alone", None), ("learned", learn(captures)))
    }
    for group, fields in wrong.items():
        for name, lines in fields.items():
            yield Trial(group=f"{group}, {name}", marks=layout.marks(), wrong=lines)
    said = [
        f"{group}, {name}: {lines}"
        for group, fields in wrong.items()
        for name, lines in fields.items()
        if lines
    ]
    yield Trial(group="sites", marks=layout.marks(), wrong="\n".join(said))


def article_capture(sheet: Sheet, *, look: int = 0) -> Capture:
    """Return a page as it is served on some day."""
    return Capture(
        url=_HOST + sheet.path,
        payload=article_html(sheet).encode(),
        captured_at=FIRST_LOOK + timedelta(days=look),
    )


def _wrong(
    site: Sequence[Sheet], captures: Sequence[Capture], profile: Profile | None
) -> dict[str, str]:
    """Return what is wrong with the pages of a site, by field."""
    found: dict[str, list[str]] = {"title": [], "day": [], "text": [], "lead": []}
    for sheet, capture in zip(site, captures, strict=True):
        article = parse_article(capture, profile=profile)
        if not isinstance(article, Article):
            for lines in found.values():
                lines.append(f"{sheet.path}: {article.detail}")
            continue
        found["title"].append(_other(sheet.record.title, article.title))
        day = article.published.day if article.published else None
        found["day"].append(_other(f"{sheet.item.at.date()}", f"{day}"))
        found["text"].append(_lines(sheet, article.body))
        found["lead"].append(_lead(sheet, article))
    return {name: "\n".join(filter(None, lines)) for name, lines in found.items()}


def _other(wanted: str, got: str) -> str:
    return "" if wanted == got else f"{wanted} > {got}"


def _lines(sheet: Sheet, body: str) -> str:
    """Return which lines are lost, and which are there that should not be."""
    # A lead may be read as one, or as the beginning of the text.
    optional = {*lines_beside(sheet), sheet.record.summary}
    own = own_text(sheet.record).split("\n\n")
    lines = body.split("\n\n")
    read = [line for line in lines if line in own or line not in optional]
    if read == own:
        return ""
    apart = difflib.ndiff(own, read)
    told = [line[:_SHOWN] for line in apart if line[:2] in ("- ", "+ ")]
    return "\n".join([f"{sheet.path}:", *told])


def _lead(sheet: Sheet, article: Article) -> str:
    lead = sheet.record.summary if sheet.layout.lead != NONE else ""
    first = article.body.split("\n\n")[:_BEGINNING]
    is_read = lead in (article.summary, *first, *article.captions)
    return "" if is_read or not lead else f"{lead} > {article.summary}"
