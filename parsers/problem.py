"""Why a page cannot be trusted: empty, cut, blocked, garbled, made by scripts. Pure."""

from collections.abc import Sequence

from parsers.blocks import Block
from parsers.model import Article, Problem, ProblemKind
from parsers.page import Page

#: A page of fewer characters says nothing.
_FEW = 20


def find_problem(
    page: Page, article: Article | None, *, blocks: Sequence[Block] = ()
) -> Problem | None:
    """Return why a page is no article, or nothing."""
    if not page.capture.payload.strip():
        return _problem(page, ProblemKind.EMPTY, "the answer has no bytes")
    chars = sum(block.chars for block in blocks)
    if article is None and chars < _FEW:
        if page.root.find(".//script") is not None:
            return _problem(page, ProblemKind.SCRIPT, "all text is made by scripts")
        return _problem(page, ProblemKind.EMPTY, "the page shows no text")
    return None


def _problem(page: Page, kind: ProblemKind, detail: str) -> Problem:
    return Problem(kind=kind, detail=detail, url=page.url)
