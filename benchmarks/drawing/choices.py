"""Choices a page is made by: each is drawn from a table of what sites do. Pure."""

from collections.abc import Mapping
from random import Random

#: What is chosen where a page has nothing of the kind.
NONE = "none"
#: English pages are met as often as those of four others.
LANGUAGES = ("en", "en", "en", "en", "de", "fr", "es", "ru", "pt", "zh", "ko", "ar")


def drawn(random: Random, table: Mapping[str, str]) -> dict[str, str]:
    """Return one of the words of each line of a table; more likely if it is repeated.

    >>> drawn(Random(1), {"box": "ul", "head": "h2 h2 h2"})
    {'box': 'ul', 'head': 'h2'}
    """
    return {name: random.choice(words.split()) for name, words in table.items()}
