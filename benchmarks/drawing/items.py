"""Items for the sites that are drawn, in the words of the living worlds."""

from datetime import datetime
from functools import lru_cache

from tests.fixtures.living.families import Family
from tests.fixtures.living.families.slugs import transliterate
from tests.fixtures.living.item import Item
from tests.fixtures.living.prose import TONGUES
from tests.fixtures.living.site import Site
from tests.fixtures.living.world import START

#: When pages are first looked at: the newest item came hours before.
FIRST_LOOK = START
#: Long enough that no two items of a site share an address.
_SLUG = 100


@lru_cache(maxsize=64)
def items(language: str, world: int, count: int) -> tuple[Item, ...]:
    """Return items of a site, newest first; the same world, the same items."""
    site = Site(_make(language), name=language, seed=f"{world}", now=START, tricks=())
    site.family.found(site, count)
    return tuple(site.listed())


def slug(item: Item) -> str:
    """Return what an address says of an item: its number where no letters are left."""
    words = transliterate(item.record.title)[:_SLUG].strip("-")
    return words if any(map(str.isalpha, words)) else f"item-{item.number}"


def _make(language: str) -> Family:
    own = TONGUES[language]

    class Drawn(Family):
        """A make that has items and no pages: those are drawn."""

        name = "drawn"
        tongue = own
        prints = frozenset({"summary", "authors", "files", "images"})

        def path_of(
            self, site: Site, *, number: int, title: str, section: str, at: datetime
        ) -> str:
            return f"/{number}"

    return Drawn()
