"""A page's tree as text blocks: one walk, every feature the finders ask for. Pure."""

from dataclasses import dataclass
from typing import Literal

from lxml.html import HtmlElement

from parsers.page import Page

#: What a block is on the page.
Kind = Literal["text", "heading", "item", "cell", "quote", "caption", "label", "pre"]


@dataclass(slots=True, eq=False, kw_only=True)
class Block:
    """One line of text as a reader sees it, and where it stands.

    ``element`` is the block element that holds the text, ``path`` its ancestors
    below ``html`` as steps ``tag#id.class`` divided by ``/`` (numbers in names
    folded, so that generated ids do not tell pages of one make apart). A ``<br>``
    begins a new block of the same element; ``line`` counts them from 0.
    """

    index: int
    element: HtmlElement
    tag: str
    text: str
    path: str
    kind: Kind
    level: int = 0
    line: int = 0
    depth: int = 0
    chars: int = 0
    link_chars: int = 0
    strong_chars: int = 0
    hrefs: tuple[str, ...] = ()

    @property
    def link_share(self) -> float:
        """How much of the text is links, from 0 to 1."""
        return self.link_chars / self.chars if self.chars else 0.0


def walk(page: Page) -> tuple[Block, ...]:
    """Return the blocks of a page in document order."""
    raise NotImplementedError
