"""The publisher's own headline, not the window title with its site behind it. Pure.

Headings of the page and the titles it claims vouch for each other.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

from lxml.html import HtmlElement

from parsers.body.frame import names_notice
from parsers.body.other_pages import is_of_most
from parsers.body.read_also import is_bidding
from parsers.finders.heading_parts import (
    behind_kind,
    part_named,
    says,
    without_marks,
    without_subtitle,
)
from parsers.finders.site_names import (
    SEPARATOR,
    Site,
    is_host,
    is_site_s,
    site_of,
    without_site,
)
from parsers.finders.standing_names import (
    is_generic,
    is_standing,
    leads_by,
    line_below,
    standing_names,
)
from parsers.finders.title_claims import (
    as_claimed,
    is_sentence,
    line_told_longer,
    surest,
    unescaped,
    without_date,
    without_day,
)
from parsers.finders.title_lines import (
    MAX_CHARS,
    line_as_listed,
    line_by_profile,
    line_like_window,
    named_line,
    template_name,
    title_key,
    whole_line,
)
from parsers.keys import text_hash
from parsers.metadata import Claim
from parsers.reading import Reading
from parsers.visible import is_unseen

#: Headings looked at; more stand only in listings.
MAX_HEADINGS = 60


def find_title(reading: Reading, *, listed: str = "") -> tuple[str, str] | None:
    """Return the headline of a page and the way it was found, or nothing.

    What the site's other pages are called too yields to the line that names them, and
    what names its site or section to any other, and to ``listed``, what the listing
    calls the item.
    """
    standing = standing_names(reading)
    found = _find(reading, listed, standing)
    if found and not is_standing(found[0], standing):
        return found
    found = _find(reading, listed, None) or found
    is_called = title_key(listed) and not is_standing(listed, standing)
    is_named = found and is_standing(found[0], standing)
    return None if is_called and is_named else found


def _find(
    reading: Reading, listed: str, standing: Collection[str] | None
) -> tuple[str, str] | None:
    """Return the headline; not what names the site, unless that is all there is."""
    metadata = reading.metadata
    site = site_of(reading, standing or ())
    line = line_as_listed(reading, listed) or line_by_profile(reading)
    line = without_day(line, listed) if line else None
    # a list may call its items by their leads
    is_lead = line is not None and is_sentence(line)
    claims = _claims(reading, site, is_named=line is not None)
    if standing is not None:
        claims = [c for c in claims if not is_standing(c.value, site.names)]
    best: _Heading | None = None
    for heading in _headings(reading, claims, site):
        if standing is not None and is_generic(heading.text):
            continue
        if heading.level > 1 and is_bidding(heading.text):
            continue
        is_line = line is not None and title_key(heading.text) == title_key(line)
        is_others = line and not is_line and _is_repeated(reading, heading.text)
        if is_others and not (is_lead and _is_own(reading, heading)):
            continue
        if not is_line and _is_of_all(reading, heading.text):
            continue
        if best is None or heading.score > best.score:
            best = heading
        if heading.level == 1 and heading.score > _SAME:
            break
    if best is None or best.score < _SURE:
        sure = surest(claims)
        # what machines alone are told may name the list, or the site
        if line and not (sure and _trust(title_key(line), [title_key(sure.value)])):
            return line, "profile"
        if sure and (shown := line_told_longer(reading, sure.value)):
            return shown, "line"
        if sure:
            return whole_line(reading, sure.value), sure.source
        if named := named_line(reading):
            return named, "named line"
    window = without_site(metadata.window_title, site)
    if best is None and standing is not None:
        below = line_below(reading, site.names, window)
        if below:
            return below, "line below a name"
    # below a headline that is none in the markup, the text may have headings
    is_below = best is not None and best.level > 1 and best.score < _SAME
    like = line_like_window(reading, window) if best is None or is_below else None
    if like and (best is None or _is_unmarked(reading, like, window)):
        return like, "line"
    if best is not None:
        text = part_named(best.element, best.text, window)
        if not text and best.score < _SAME:  # nothing vouches for all of it
            text = without_marks(best.element, best.text)
        text = text or without_date(best.text, claims)
        text = behind_kind(text, metadata.window_title) or text
        return as_claimed(unescaped(text), claims, window), f"h{best.level}"
    return (whole_line(reading, window), "window title") if window else None


def _is_unmarked(reading: Reading, line: str, window: str) -> bool:
    """Tell whether a line is no heading, and the window title says it and the site."""
    if not any(b.kind != "heading" and b.text == line for b in reading.blocks):
        return False
    return says(window, line)


def _is_repeated(reading: Reading, text: str) -> bool:
    """Say whether other pages of the site show a text too."""
    profile = reading.profile
    return profile is not None and text_hash(text) in profile.repeated


def _is_own(reading: Reading, heading: "_Heading") -> bool:
    """Tell whether a heading that other pages show, in a box of theirs, is a headline.

    The window title says it, or it is long and of the first rank, and no link to
    elsewhere says it, as one to a section does.
    """
    if len(title_key(heading.text)) < _SAID:
        return False
    is_said = _is_in_window(reading, heading.text)
    return is_said or (heading.level == 1 and not leads_by(reading, heading.text))


def _is_of_all(reading: Reading, text: str) -> bool:
    """Tell whether most pages of the site show a text that no window title says."""
    return is_of_most(text, reading.profile) and not _is_in_window(reading, text)


def _is_in_window(reading: Reading, text: str) -> bool:
    return title_key(text) in title_key(reading.metadata.window_title)


@dataclass(slots=True)
class _Heading:
    """A heading, and how much speaks for it."""

    text: str
    level: int
    place: int
    score: float
    element: HtmlElement


def _claims(reading: Reading, site: Site, *, is_named: bool) -> list[Claim]:
    """Return the titles a page claims, without the name of the site.

    What several pages claim names none of them, where a line does.
    """
    metadata = reading.metadata
    found = [*metadata.titles]
    if metadata.window_title:
        found.append(Claim(metadata.window_title, "window title"))
    template = template_name(reading.page.url)
    found = [c for c in found if not template or title_key(c.value) != template]
    if is_named:
        found = [claim for claim in found if not _is_repeated(reading, claim.value)]
    return [Claim(without_site(value, site), source) for value, source in found]


def _headings(
    reading: Reading, claims: Sequence[Claim], site: Site
) -> Iterator[_Heading]:
    """Yield the headings of a page with what speaks for each."""
    keys = [title_key(claim.value) for claim in claims]
    elements = reading.page.noted["heading"][:MAX_HEADINGS]
    text_of = cache(without_subtitle)  # it is asked for up to three times
    names = site.names | _added_by_window(reading, claims)
    names |= _behind(reading, elements, text_of) | {template_name(reading.page.url)}
    names |= _unsaid(reading, elements, text_of) - set(keys)
    h1_count = len({text_of(e) for e in elements if e.tag == "h1"} - {""})
    for place, element in enumerate(elements):
        level = int(element.tag[1])
        text = text_of(element)
        key = title_key(text) if len(text) <= MAX_CHARS else ""
        if not key or key in names or is_host(key, site.host, most=_OF_HEADING):
            continue
        score = _trust(key, keys)
        if level == 1:
            score += 1.6 if h1_count == 1 else 0.8 if h1_count < _PARTS else 0.5
        elif level == 2:
            score += 0.1
        if level > 1 and score < _SURE and _leads_away(element, reading.page.url):
            score -= _AWAY
        if level > 1 and score < _SAME and is_unseen(element.get("class") or ""):
            continue
        if score > 0 and not _is_furniture(element, level):
            yield _Heading(text, level, place, score, element)


def _leads_away(heading: HtmlElement, url: str) -> bool:
    """Tell whether a heading is a link to another page, as a teaser's is."""
    link = next(heading.iter("a"), None)
    link = next(heading.iterancestors("a"), None) if link is None else link
    href = (link.get("href") or "").partition("#")[0] if link is not None else ""
    return bool(href) and not url.endswith(href)


def _behind(
    reading: Reading,
    headings: Sequence[HtmlElement],
    text_of: Callable[[HtmlElement], str],
) -> set[str]:
    """Return the headings that a window title has behind the one it begins with.

    And those for screen readers alone that say more than that one: its place too; their
    names may not tell that, but all they say more stands in the window title.
    """
    window = reading.metadata.window_title[:MAX_CHARS]
    parts = [title_key(part) for part in SEPARATOR.split(window)[::2]]
    if len(parts) < 2 or len(headings) < 2:
        return set()
    keys = {title_key(text_of(one)): one.get("class") or "" for one in headings}
    starts = [*accumulate(parts)]  # a headline may hold the signs that part it
    first = next((start for start in starts if start in keys), "")
    if not first:
        return set()
    behind = {part for part in parts[1:] if part in keys and len(part) < len(first)}
    return behind | {
        key
        for key, names in keys.items()
        if key.startswith(first)
        and key != first
        and (is_unseen(names) or (key in starts and len(first) * 2 > len(key)))
    }


def _unsaid(
    reading: Reading,
    headings: Sequence[HtmlElement],
    text_of: Callable[[HtmlElement], str],
) -> set[str]:
    """Return the h1 that the window title does not say, where it says a later heading.

    Boards of law bulletins spell out in each h1 what their window titles shorten.
    """
    window = reading.metadata.window_title[:MAX_CHARS]
    parts = {title_key(part) for part in SEPARATOR.split(window)[2::2]}
    long = {part for part in parts if len(part) >= _SAID}
    if not long or not headings or headings[0].tag != "h1":
        return set()
    first, *rest = (title_key(text_of(one)) for one in headings)
    is_said = first in title_key(window)
    said = (key for key in rest if key in long and len(key) > len(first))
    return set() if is_said or next(said, None) is None else {first}


def _trust(key: str, claims: Sequence[str]) -> float:
    """Return how well claims vouch for a heading: most if one is the same."""
    best = 0.0
    for claim in claims:
        if not claim:
            continue
        if claim == key:
            return _SAME
        share = min(len(key), len(claim)) / max(len(key), len(claim))
        if len(key) > 9 and (claim.startswith(key) or key.startswith(claim)):
            best = max(best, 1.5 * share)
        elif len(key) > 9 and (key in claim or claim in key):
            best = max(best, 1.2 * share)
    return best


def _is_furniture(element: HtmlElement, level: int) -> bool:
    """Say whether a heading belongs to the site rather than to the item."""
    for place in element.iterancestors():
        tag = place.tag
        if tag == "nav" or (level > 1 and tag in ("aside", "footer")):
            return True
        if level > 1 and _passes(place):
            return True
        if tag not in ("html", "body") and is_site_s(
            f"{place.get('class') or ''} {place.get('id') or ''}"
        ):
            return True
    return False


def _passes(box: HtmlElement) -> bool:
    """Tell whether a box calls itself one of alerts, or one that lies over a page."""
    if (box.get("role") or "").lower() in _OVER:
        return True
    names = (*(box.get("class") or "").split(), box.get("id") or "")
    return any(names_notice(name.lower()) for name in names)


def _added_by_window(reading: Reading, claims: Sequence[Claim]) -> set[str]:
    """Return what the window title adds to a claimed one: the name of the site."""
    window = title_key(reading.metadata.window_title)
    keys = [title_key(c.value) for c in claims if c.source != "window title"]
    return {
        window.replace(key, "", 1) for key in keys if len(key) > 9 and key in window
    } - {""}


#: A heading may tell of the place the site is named after: this longer is no name.
_OF_HEADING = 1.4
#: A part of a window title that is a headline has so many letters.
_SAID = 20
#: A heading with less behind it yields to a claim.
_SURE = 0.6
#: How boxes are marked that warn, or lie over a page.
_OVER = frozenset(("alert", "dialog", "alertdialog"))
#: How much less a heading is worth that leads to another page.
_AWAY = 0.05
#: So many different headings of the first rank head parts of the page.
_PARTS = 3
#: The trust in a heading that the page claims word for word.
_SAME = 2.0
