"""The same words, the same value: what tells states of an article apart. Pure."""

import hashlib
from collections.abc import Iterable

from parsers.model import Article
from parsers.text import same_words


def fingerprint(article: Article) -> str:
    r"""Return the same value for articles that say the same to a reader.

    >>> one = Article(url="", title="Late", body="Fog.")
    >>> fingerprint(one) == fingerprint(Article(url="", title="Late", body="Fog. "))
    True
    >>> fingerprint(one) == fingerprint(Article(url="", title="", body="Late Fog."))
    False
    """
    return _hash(
        (
            same_words(article.title),
            article.published.iso if article.published else "",
            same_words(article.body),
            same_words(article.summary),
            *sorted(map(same_words, article.authors)),
            "",
            *sorted(same_words(a.label) for a in article.attachments),
        )
    )


def minor_fingerprint(article: Article) -> str:
    """Return the same value for articles whose links, pictures and labels agree."""
    return _hash(
        (
            *sorted({*article.links, *(a.url for a in article.attachments)}),
            "",
            *sorted({image.url.partition("?")[0] for image in article.images}),
            "",
            *sorted(map(same_words, article.labels)),
            article.modified.iso if article.modified else "",
        )
    )


def _hash(parts: Iterable[str]) -> str:
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "replace")).hexdigest()
