"""Which groups of records are the listing, and which are menus and side boxes. Pure."""

from collections.abc import Sequence

from parsers.templates.fields import Reading
from parsers.templates.sheet import Area

#: A group is kept if it is worth this part of the best one.
SHARE = 0.25
#: Less than this is no listing at all.
LEAST = 1.2


def choose(readings: Sequence[Reading]) -> list[Reading]:
    """Return the groups that make the listing, in the order of the page."""
    worths = [(worth_of(reading), reading) for reading in readings]
    worths.sort(key=lambda pair: pair[0], reverse=True)
    kept: list[Reading] = []
    taken: set[int] = set()
    best = worths[0][0] if worths else 0.0
    for worth, reading in worths:
        if worth < max(LEAST, SHARE * best):
            break
        own = [link.place for link in reading.links]
        if sum(place in taken for place in own) * 2 > len(own):
            continue
        kept.append(reading)
        for record in reading.group.records:
            taken.update(range(record.start, record.end))
    return sorted(kept, key=lambda reading: reading.group.records[0].start)


def worth_of(reading: Reading) -> float:
    """Return how much a group looks like the listing of its page."""
    urls = {link.url for link in reading.links}
    count = len(urls)
    titles = sum(reading.worths) / len(reading.worths)
    dated = sum(t.published is not None for t in reading.teasers) / len(reading.teasers)
    area = sum((0.05, 0.4, 1.0)[link.area] for link in reading.links) / len(
        reading.links
    )
    words = sum(len(t.title.split()) for t in reading.teasers) / len(reading.teasers)
    long = 1.0 if words >= 4 or _is_dense(reading) else 0.25 + words / 8
    return float(min(count, 40) ** 0.8) * titles * area * (0.6 + 2.0 * dated) * long


def _is_dense(reading: Reading) -> bool:
    """Tell whether titles are of a script that sets no blanks between words."""
    letters = "".join(t.title for t in reading.teasers[:20])
    return sum(ord(c) > 0x2E80 for c in letters) * 2 > len(letters)


def in_main(reading: Reading) -> bool:
    """Tell whether most of a group stands in the main part of the page."""
    mains = sum(link.area == Area.MAIN for link in reading.links)
    return mains * 2 > len(reading.links)
