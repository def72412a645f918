"""Parts of a page that are hidden: for good, or folded until asked for. Pure."""

import re

from lxml.html import HtmlElement

from parsers.page import Page

_UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


class Folds:
    """Tells the hidden parts of one page from the folded parts of its lists."""

    def __init__(self, page: Page) -> None:
        self._root = page.root
        self._shown: dict[tuple[str, str], bool] = {}

    def is_hidden(self, element: HtmlElement) -> bool:
        """Tell whether an element is hidden for good.

        Lists by year show one part and hide those of the same make until asked. A
        link that is hidden itself is a trap for machines.
        """
        if element.tag == "a":
            return bool(_UNSEEN.search(element.get("style") or ""))
        if element.get("hidden") is None:
            return False
        names = element.get("class")
        if not names or element.find(".//a[@href]") is None:
            return True
        make = (str(element.tag), names)
        if make not in self._shown:
            self._shown[make] = self._is_shown_elsewhere(*make)
        return not self._shown[make]

    def _is_shown_elsewhere(self, tag: str, names: str) -> bool:
        return any(
            other.get("class") == names
            and other.get("hidden") is None
            and other.find(".//a[@href]") is not None
            for other in self._root.iter(tag)
        )
