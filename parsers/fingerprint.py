"""Same words, same value: what decides whether an article is another revision. Pure."""

import hashlib
from collections.abc import Iterable
from functools import lru_cache

from parsers.model import Article
from parsers.text import same_words

#: A body is folded twice in a row: for its article and for its words alone.
_folded = lru_cache(maxsize=16)(same_words)


def fingerprint(article: Article) -> str:
    """Return the same value for two readings with the same words, figures and days.

    >>> a = Article(url="https://a.example/1", title="Ferry “late”", body="Fog.")
    >>> b = Article(url="https://a.example/1", title='Ferry "late"', body="Fog. ")
    >>> fingerprint(a) == fingerprint(b)
    True
    """
    return _digest(
        [article.title],
        [article.published.iso if article.published else ""],
        [article.body],
        article.authors,
        [attachment.label for attachment in article.attachments],
        [article.summary],
        *([article.captions] if article.captions else ()),
    )


def minor_fingerprint(article: Article) -> str:
    """Return the same value for two readings whose links, pictures and labels agree.

    >>> a = Article(url="https://a.example/1", links=("https://a.example/2",))
    >>> minor_fingerprint(a) == minor_fingerprint(Article(url="https://a.example/1"))
    False
    """
    return _digest(
        article.links,
        [attachment.url for attachment in article.attachments],
        [f"{image.url}\x1e{image.alt}" for image in article.images],
        article.labels,
        [article.modified.iso if article.modified else ""],
    )


def _digest(*fields: Iterable[str]) -> str:
    """Hash fields of parts so that no part can slip from one into another."""
    words = "\x1d".join("\x1f".join(map(_folded, field)) for field in fields)
    return hashlib.sha256(words.encode("utf-8", "replace")).hexdigest()
