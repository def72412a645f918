"""What a site file's rules find on a page; they overrule every finder. Pure."""

from collections.abc import Sequence
from datetime import date

from lxml.html import HtmlElement

from parsers.blocks import Block
from parsers.dates import find_dates, parse_date
from parsers.finders.names import split_names
from parsers.model import Printed
from parsers.reading import Reading
from parsers.rules import ArticleSelects, select
from parsers.text import normal_text
from parsers.visible import visible_text

_NO_RULES = ArticleSelects()


class Ruled:
    """The rules that hold for one page, applied when asked."""

    def __init__(self, reading: Reading) -> None:
        captured_at = reading.page.capture.captured_at
        day: date | None = captured_at.date() if captured_at else None
        rules = reading.rules
        self.rules = rules.article.on(day) if rules else _NO_RULES
        self.reading = reading
        self.root = reading.page.root

    def text(self, selectors: Sequence[str]) -> str:
        """Return the text of the first element that a rule finds."""
        found = select(self.root, tuple(selectors))
        return _text(found[0]) if found else ""

    def texts(self, selectors: Sequence[str]) -> tuple[str, ...]:
        """Return the text of each element that a rule finds, each once."""
        found = (_text(element) for element in select(self.root, tuple(selectors)))
        return tuple(dict.fromkeys(text for text in found if text))

    def authors(self) -> tuple[str, ...]:
        """Return the names in the elements that the rule for authors finds."""
        names = (
            n for text in self.texts(self.rules.authors) for n in split_names(text)
        )
        return tuple(dict.fromkeys(names))

    def date(self, selectors: Sequence[str]) -> Printed | None:
        """Return the first date in what a rule finds."""
        profile, language = self.reading.profile, self.reading.page.language
        order = profile.date_order.upper() if profile and profile.date_order else None
        languages = (language,) if language else ()
        for element in select(self.root, tuple(selectors)):
            for text in (element.get("datetime"), element.get("content")):
                if text and (printed := parse_date(text[:100])):
                    return printed
            text = _text(element)[:500]
            if found := find_dates(text, languages=languages, order=order):
                return found[0]
        return None

    def blocks(self, selectors: Sequence[str]) -> tuple[Block, ...]:
        """Return the blocks inside what a rule finds."""
        wanted = set(select(self.root, tuple(selectors)))
        return tuple(b for b in self.reading.blocks if _is_within(b, wanted))

    def without_removed(self, blocks: Sequence[Block]) -> tuple[Block, ...]:
        """Return the blocks that no rule takes away."""
        removed: set[HtmlElement] = set()
        for selector in self.rules.remove:
            removed.update(select(self.root, (selector,)))
        return tuple(b for b in blocks if not _is_within(b, removed))


def _text(element: HtmlElement) -> str:
    content = element.get("content") if element.tag == "meta" else None
    return normal_text(content if content is not None else visible_text(element))


def _is_within(block: Block, elements: set[HtmlElement]) -> bool:
    return bool(elements) and (
        block.element in elements
        or any(place.element in elements for place in block.place.ancestors())
    )
