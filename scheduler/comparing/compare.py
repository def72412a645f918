"""What a reader would see changed between two states of one article. Pure."""

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from parsers.model import FULL_FIELDS, Article, FieldChange, Printed, Weight
from parsers.text import same_words
from parsers.urls import item_key


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What differs, field by field; nothing if ``fields`` is empty."""

    fields: Mapping[str, FieldChange]

    @property
    def weight(self) -> Weight:
        """Full if words changed, minor if only what hangs on them did."""
        full = any(name in FULL_FIELDS for name in self.fields)
        return Weight.FULL if full else Weight.MINOR


def compare(old: Article, new: Article) -> Comparison:
    """Compare two readings of one item, made by the same reader.

    >>> before = Article(url="", title="Ferry late", body="Two boats.")
    >>> after = Article(url="", title="Ferry late", body="Three boats.")
    >>> compare(before, after).fields["body"]
    FieldChange(old='Two boats.', new='Three boats.')
    >>> compare(before, Article(url="", title="Ferry  late ", body="Two boats.")).fields
    {}
    """
    found = {}
    for name, (value, differs) in _FIELDS.items():
        if name == "body" and _counted(old.captions) != _counted(new.captions):
            found[name] = FieldChange(old=_with_captions(old), new=_with_captions(new))
        elif differs(old, new):
            found[name] = FieldChange(old=value(old), new=value(new))
    return Comparison(fields=found)


def without(comparison: Comparison, *names: str) -> Comparison:
    """Return a comparison less some fields."""
    fields = {k: v for k, v in comparison.fields.items() if k not in names}
    return Comparison(fields=fields)


def iso(printed: Printed | None) -> str | None:
    """Return a printed date as JSON has it."""
    return printed.iso if printed else None


def _text(
    name: str,
) -> tuple[Callable[[Article], Any], Callable[[Article, Article], bool]]:
    def value(article: Article) -> Any:
        return getattr(article, name)

    def differs(old: Article, new: Article) -> bool:
        one, other = value(old), value(new)
        return one != other and same_words(one) != same_words(other)

    return value, differs


def _with_captions(article: Article) -> str:
    """Return a text and what stands under its pictures, where that differs."""
    return "\n\n".join(filter(None, (article.body, *article.captions)))


def _attachments(article: Article) -> list[dict[str, str]]:
    return [{"label": a.label, "url": a.url} for a in article.attachments]


def _labels_differ(old: Article, new: Article) -> bool:
    """Tell whether other files are offered; a list may number its files or not."""
    was, now = (
        _counted(_NUMBER.sub("", file.label) for file in article.attachments)
        for article in (old, new)
    )
    return was != now


def _counted(texts: Any) -> Counter[str]:
    return Counter(same_words(text) for text in texts)


def _links(article: Article) -> list[str]:
    return [*article.links, *(a.url for a in article.attachments)]


def _links_differ(old: Article, new: Article) -> bool:
    """Tell whether a link leads elsewhere, or another file lies behind a label.

    A file that came or went with its label is told as an attachment.
    """
    labels = {a.label for a in old.attachments} & {a.label for a in new.attachments}

    def targets(article: Article) -> Counter[str]:
        files = [a.url for a in article.attachments if a.label in labels]
        own = {a.url for a in article.attachments}
        links = [url for url in article.links if url not in own]
        return Counter(link_key(url) for url in (*links, *files))

    return targets(old) != targets(new)


def link_key(url: str) -> str:
    """Return the same for two ways to write where a link leads."""
    try:
        return item_key(url)
    except ValueError:
        return url


def _picture(url: str) -> str:
    return url.partition("?")[0].partition("#")[0]


def _images_differ(old: Article, new: Article) -> bool:
    one = Counter(_picture(i.url) for i in old.images)
    return one != Counter(_picture(i.url) for i in new.images)


def _is_clock(old: Article, new: Article) -> bool:
    """Tell whether the date only repeats the time of the last change, on both sides.

    That never goes back, but for the clock of another server.
    """
    return (
        old.modified is not None
        and new.modified is not None
        and (old.published, new.published) == (old.modified, new.modified)
        and old.modified.day - new.modified.day <= _DAY
    )


def _dates_differ(old: Printed | None, new: Printed | None) -> bool:
    if old is None or new is None:
        return (old is None) != (new is None)
    from parsers.dates.near_days import is_near  # an ordinary night compares nothing

    one, other = old.at, new.at
    if one and other and (is_near(old) or is_near(new)):
        return abs(old.day - new.day) > _DAY or one.time() != other.time()
    is_instant = one and other and one.tzinfo and other.tzinfo
    if old.day != new.day and not is_instant:
        return True
    if one is None or other is None:
        return False
    if (one.tzinfo is None) != (other.tzinfo is None):
        one, other = one.replace(tzinfo=None), other.replace(tzinfo=None)
    if 0 in (one.second, other.second):  # one of them may print no seconds
        one, other = (at.replace(second=0, microsecond=0) for at in (one, other))
    return one != other


#: By so much a day may be off that was counted from today, wherever that was.
_DAY = timedelta(days=1)
#: The number of a file in the list of its item, such as ``2. Plan`` or ``2、方案``.
_NUMBER = re.compile(r"^[(（]?\d{1,2}(?:[.)]\s+|[、．）]\s*)(?=\S)")

_FIELDS: dict[
    str, tuple[Callable[[Article], Any], Callable[[Article, Article], bool]]
] = {
    "title": _text("title"),
    "date": (
        lambda a: iso(a.published),
        lambda o, n: _dates_differ(o.published, n.published) and not _is_clock(o, n),
    ),
    "body": _text("body"),
    "authors": (
        lambda a: list(a.authors),
        lambda o, n: _counted(o.authors) != _counted(n.authors),
    ),
    "attachments": (_attachments, _labels_differ),
    "summary": _text("summary"),
    "links": (_links, _links_differ),
    "images": (lambda a: [i.url for i in a.images], _images_differ),
    "labels": (
        lambda a: list(a.labels),
        lambda o, n: _counted(o.labels) != _counted(n.labels),
    ),
    "modified_at": (
        lambda a: iso(a.modified),
        lambda o, n: _dates_differ(o.modified, n.modified),
    ),
}
