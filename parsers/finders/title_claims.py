"""What a page claims for its title, beside the heading that it shows. Pure."""

import html
import re
from collections.abc import Sequence

from parsers.dates import find_dates
from parsers.finders.heading_parts import says
from parsers.finders.title_lines import MAX_CHARS, title_key
from parsers.lines.moving_lines import without_age
from parsers.metadata import Claim
from parsers.reading import Reading
from parsers.text import SENTENCE_ENDS, normal_text, same_words


def surest(claims: Sequence[Claim]) -> Claim | None:
    """Return the claim most often right."""
    for source in _ORDER:
        for claim in claims:
            if claim.source == source and claim.value:
                return claim
    return None


def as_claimed(heading: str, claims: Sequence[Claim], window: str) -> str:
    """Return a heading as the page claims it, if only what leads it differs.

    A line above the headline often stands in the same element: what the page claims
    tells where the headline begins, or which sign parts the two; and how it goes on in
    the next heading, behind a colon. What machines alone
    are told, and no window, may be another headline that is tried out; the window
    counts for that also where other items are called alike.
    """
    key = title_key(heading)
    named = {claim.source: claim.value for claim in reversed(claims)}
    claimed = named.get("ld headline", "")
    both = title_key(claimed)
    is_told = both == title_key(named.get("meta og:title", "")) and both.endswith(key)
    if is_told and not title_key(window).startswith(key):
        return claimed
    same = [claim.value for claim in claims if title_key(claim.value) == key]
    if same:
        words = same_words(heading).rstrip(_STOPS)
        said = [same_words(claim).rstrip(_STOPS) for claim in same]
        is_shouted = same[0].isupper() and not heading.isupper()
        return heading if is_shouted or words in said else same[0]
    for claim in claims:
        other = title_key(claim.value)
        is_half = len(other) > 9 and len(other) * 2 >= len(key)
        is_whole = heading.endswith(":") and len(key) > 9 and key in other
        is_own = claim.source != "window title"
        if is_own and (is_whole or (is_half and key.endswith(other))):
            return claim.value
    return heading


def line_told_longer(reading: Reading, claim: str) -> str | None:
    """Return the longest line that the window title says, where a claim ends with it.

    What leads it for machines alone, and stands in no line, is tried out.
    """
    told, window = title_key(claim), reading.metadata.window_title
    shown = ""
    for block in reading.blocks:
        key = title_key(block.text) if block.chars < MAX_CHARS else ""
        if key == told:
            return None
        is_end = len(key) >= _LEAST and told.endswith(key)
        if is_end and len(block.text) > len(shown) and says(window, block.text):
            shown = block.text
    return shown or None


def without_date(title: str, claims: Sequence[Claim]) -> str:
    """Drop a day glued behind a headline that is claimed without it."""
    found = _GLUED.fullmatch(title)
    if found and find_dates(found[2]):
        key = title_key(found[1])
        if any(title_key(claim.value) == key for claim in claims):
            return found[1].rstrip(" -–—|,")
    return title


def without_day(line: str, listed: str) -> str:
    """Drop a day behind a line, with its age, if the listing calls an item without one.

    >>> without_day("Fog on the sound 02.03.2026 (3 days ago)", "Fog on the low sound")
    'Fog on the sound'
    >>> without_day("Order of 02.03.2026", "Order of 02.03.2026")
    'Order of 02.03.2026'
    """
    found = _GLUED.fullmatch(without_age(line)) if listed else None
    if found and find_dates(found[2]) and not _GLUED.fullmatch(listed):
        return found[1].rstrip(" -–—|,")
    return line


def is_sentence(line: str) -> bool:
    """Tell whether a line ends as a sentence does, and is as long as a lead."""
    return len(line) > _SENTENCE and normal_text(line)[-1:] in SENTENCE_ENDS


def unescaped(text: str) -> str:
    """Return a text whose signs were escaped once too often as it was meant."""
    return html.unescape(text) if _ESCAPED.search(text) else text


_ORDER = (
    "ld headline",
    "item headline",
    "meta parsely-title",
    "meta sailthru.title",
    "meta headline",
    "meta og:title",
    "meta twitter:title",
    "meta dc.title",
    "meta title",
)
#: A headline has so many letters, and a lead.
_LEAST, _SENTENCE = 10, 30
#: A stop behind a headline is one in the window alone.
_STOPS = " .。"
_ESCAPED = re.compile(r"&(?:[a-z]{2,6}|#\d{2,5});")
_GLUED = re.compile(r"(.{4,}?)\s*\b(\d{1,2}[./-]\d{1,2}[./-]\d{4})\.?")
