"""A real page with holes where its item was, to be filled with other items. Pure."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from tests.fixtures.living.prose import Tongue

from .days import Form

_HOLE = re.compile(r"@@([a-z]+)((?:\.\d+)*)@@")
#: Says what comes into a hole: its name, its numbers.
Filling = Callable[[str, list[int]], str]


class UnfitError(ValueError):
    """A page of which no frame can be cut; the message says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A page without its item.

    Holes of ``page``: ``title``, ``author``, ``day.FORM``, ``iso``, ``text``, ``self``
    (the item's own address), ``now.FORM`` (today); of the item shown by link N
    ``href.N``, ``teaser.N``, ``lead.N``, ``day.FORM.N`` and ``iso.N``; ``head``,
    ``top``, ``side``, ``under``, ``foot`` for what else a page may show. ``paragraph``
    and ``heading`` have a hole ``text``; ``list`` has ``rows``, each a ``row`` with the
    holes of link 0. ``inserts`` stand behind a number of paragraphs.
    """

    page: str
    tongue: Tongue
    forms: tuple[Form, ...]
    paragraph: str = "<p>@@text@@</p>"
    heading: str = "<h2>@@text@@</h2>"
    list: str = ""
    row: str = ""
    inserts: tuple[tuple[int, str], ...] = ()
    links: int = 0

    @property
    def has_author(self) -> bool:
        """Whether the page names who wrote the item."""
        return "@@author@@" in self.page


def hole(name: str, *numbers: int) -> str:
    """Return a hole as it stands in a frame.

    >>> hole("day", 2, 7)
    '@@day.2.7@@'
    """
    return "@@" + ".".join([name, *map(str, numbers)]) + "@@"


def fill(template: str, say: Filling) -> str:
    """Return a template with all holes filled.

    >>> fill("<a href='@@href.3@@'>@@teaser.3@@</a>", lambda name, ns: f"{name} {ns}")
    "<a href='href [3]'>teaser [3]</a>"
    """
    return _HOLE.sub(
        lambda found: say(found[1], [int(n) for n in found[2].split(".")[1:]]), template
    )
