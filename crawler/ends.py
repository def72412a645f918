"""Whether a page broke off: it lacks the end that a site's other pages have. Pure."""

from collections.abc import Mapping
from typing import Any

#: Where the end tags of a page stand, if it has them.
_TAIL = 4_000
#: So many pages are known before one is called broken, and this share has an end.
_PAGES, _SHARE = 5, 0.9
#: So many pages are remembered.
_MOST = 200


class Ends:
    """Counts the pages of a site that end with their end tags.

    >>> ends = Ends({})
    >>> for _ in range(5):
    ...     assert not ends.is_missed(b"<html><p>Fog</p></html>")
    >>> ends.is_missed(b"<html><p>Fo"), ends.is_missed(b"<html><p>Fog</p></HTML>")
    (True, False)
    """

    def __init__(self, facts: Mapping[str, Any]) -> None:
        self._ended, self._pages = facts.get("ends", (0, 0))

    @property
    def facts(self) -> dict[str, list[int]]:
        """What is remembered of the site."""
        if self._pages > _MOST:
            return {"ends": [round(_MOST * self._ended / self._pages), _MOST]}
        return {"ends": [self._ended, self._pages]}

    def is_missed(self, payload: bytes) -> bool:
        """Count a page, and tell whether it alone has no end."""
        tail = payload[-_TAIL:].lower()
        has_end = b"</html" in tail or b"</body" in tail
        is_usual = self._pages >= _PAGES and self._ended >= _SHARE * self._pages
        self._pages += 1
        self._ended += has_end
        return is_usual and not has_end
