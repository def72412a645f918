"""The section and tag names an article shows. Pure."""

from collections.abc import Iterator

from parsers.reading import Reading
from parsers.text import normal_text, same_words

#: More are a tag cloud, not labels.
MAX_LABELS = 40
#: A label is short.
MAX_CHARS = 80


def find_labels(reading: Reading) -> tuple[tuple[str, ...], str] | None:
    """Return the sections and tags of an article, each once, or nothing."""
    found: dict[str, str] = {}
    for label in _labels(reading):
        if 0 < len(label) <= MAX_CHARS:
            found.setdefault(same_words(label).casefold(), label)
    return (tuple(found.values())[:MAX_LABELS], "links and metadata") if found else None


def _labels(reading: Reading) -> Iterator[str]:
    for claim in reading.metadata.sections:
        yield claim.value
    for claim in reading.metadata.keywords:
        if claim.source in ("meta article:tag", "ld keywords"):
            yield from (normal_text(part) for part in claim.value.split(","))
    for link in reading.page.noted["link"]:
        if (relation := link.get("rel")) and "tag" in relation.split():
            yield normal_text("".join(link.itertext())[:MAX_CHARS])
