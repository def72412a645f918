"""Whether a page is called what a listing calls its item. Pure."""

import re
from typing import Any

from corpus.store.articles import load_teaser
from parsers.model import Article
from parsers.text import same_words

#: Letters of a title that every listing shows, and of a text in which they stand.
_TITLE, _OPENING = 20, 200
#: Letters of a lead that no other text has, and of a text in which one stands.
_LEAD, _TOLD = 30, 2000
#: What a listing puts where it cut a title short, folded.
_CUT = re.compile(r"[\s\[(]*\.{2,}[\])]*$")


def is_one_title(listed: str, title: str) -> bool:
    """Tell whether two titles are one, as far as the shorter of them goes.

    A topic may stand before the longer one.

    >>> is_one_title("Statement on the ferry …", "Statement on the ferry to Low Isle")
    True
    >>> is_one_title("Statement on the ferry", "Port: Statement on the ferry")
    True
    >>> is_one_title("Statement on the ferry", "Statement on the fog")
    False
    """
    titles = (_CUT.sub("", same_words(text)) for text in (listed, title))
    short, long = sorted(titles, key=len)
    return long.startswith(short) or (len(short) >= _TITLE and short in long)


def is_lead_of(article: Article, listed: str) -> bool:
    """Tell whether a listing calls an item by a sentence of it, such as its lead.

    >>> text = "(Low Isle) No ferry left the quay before the fog had lifted."
    >>> article = Article(url="", title="Fog", body=text)
    >>> is_lead_of(article, "No ferry left the quay before the …")
    True
    >>> is_lead_of(article, "No ferry left the …")
    False
    """
    lead = _CUT.sub("", same_words(listed))
    if len(lead) <= _LEAD:
        return False
    said = (article.summary or "", article.body[:_TOLD])
    return any(lead in same_words(text) for text in said)


def is_called_so(item: Any, article: Article) -> bool | None:
    """Tell whether an unread item has the title its listing said, if it said one.

    A box that has no room for titles may show how the text begins; a page may say
    what the item is of before its title.
    """
    if item.revision_id is not None or not item.teaser:
        return None
    title = load_teaser(item.teaser).title
    listed = same_words(title)[:_TITLE]
    said = (article.title, article.summary or "", article.body)
    is_so = any(same_words(text[:_OPENING])[:_TITLE] == listed for text in said)
    is_so = is_so or (len(listed) == _TITLE and listed in same_words(article.title))
    is_so = is_so or is_lead_of(article, title)
    return is_so if listed else None
