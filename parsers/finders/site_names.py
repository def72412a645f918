"""What a site is called, and which places of a page are its own. Pure."""

import functools
import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from parsers.finders.title_lines import MAX_CHARS, title_key
from parsers.profile import Profile
from parsers.reading import Reading


@dataclass(slots=True)
class Site:
    """What a site is called, as keys, and what it glues to its titles."""

    names: set[str]
    host: str
    prefixes: tuple[str, ...]
    suffixes: tuple[str, ...]


def site_of(reading: Reading, standing: Collection[str] = ()) -> Site:
    """Collect what a site is called: by itself, by its address, by its profile.

    ``standing`` are the names that its pages stand under.
    """
    url = reading.page.url
    host = url.partition("://")[2].partition("/")[0].partition(":")[0]
    host = host.removeprefix("www.")
    labels = host.split(".")[:-1] or [host]
    names = {title_key(claim.value) for claim in reading.metadata.site_names}
    profile = reading.profile or Profile()
    window = reading.metadata.window_title
    heads = [b.text for b in reading.blocks if b.kind == "heading" or b.text == window]
    return Site(
        names=(names | {title_key(host), *standing}) - {""},
        host=title_key(max(labels, key=len)),
        prefixes=_glued(profile.title_prefixes, heads, str.startswith),
        suffixes=_glued(profile.title_suffixes, heads, str.endswith),
    )


def _glued(
    affixes: Collection[str], heads: Sequence[str], holds: Callable[[str, str], bool]
) -> tuple[str, ...]:
    """Return what window titles share and no heading has, as many headlines share.

    Nor a line of the page that says all of its window title.

    >>> heads = ["Sitting 12 - Agenda"]
    >>> _glued([" - Agenda", " | Harbour"], heads, str.endswith)
    (' | Harbour',)
    """
    return tuple(one for one in affixes if not any(holds(h, one) for h in heads))


def without_site(title: str, site: Site) -> str:
    """Drop the name of the site that stands before or behind a headline.

    Only a part that is the site's name goes: a headline may hold the same signs.
    """
    for prefix in site.prefixes:
        if title.startswith(prefix) and len(title) > len(prefix):
            title = title[len(prefix) :].lstrip()
            break
    for suffix in site.suffixes:
        if title.endswith(suffix) and len(title) > len(suffix):
            return title[: -len(suffix)].rstrip()
    parts = SEPARATOR.split(title[:MAX_CHARS])
    while len(parts) > 2:
        first, last = title_key(parts[0]), title_key(parts[-1])
        if last and (last in site.names or is_host(last, site.host)):
            parts = parts[:-2]
        elif first and (first in site.names or is_host(first, site.host)):
            parts = parts[2:]
        else:
            break
    return "".join(parts)


def is_host(key: str, host: str, *, most: float = 2) -> bool:
    """Say whether words are the name in an address, or at ``most`` so many times it.

    >>> is_host("harbourpress", "harbourpress"), is_host("fog", "harbourpress")
    (True, False)
    >>> is_host("foginharbour", "harbour", most=1.4)
    False
    """
    if len(key) < 3 or len(host) < 3:
        return False
    return (key in host and len(key) * 2 >= len(host)) or (
        host in key and len(host) * most >= len(key)
    )


@functools.lru_cache(maxsize=4096)
def is_site_s(names: str) -> bool:
    """Say whether classes and ids call a place the site's foot, or that of its name.

    >>> is_site_s("row footer-links "), is_site_s("page has-footer ")
    (True, False)
    """
    return _SITE_S.search(names) is not None


#: What stands between a headline and the name of the site.
SEPARATOR = re.compile(r"(\s+[|\-–—:·•/»«>~]+\s+|\s*[|｜»«]\s*|\s::\s|_|--)")
#: The foot of a page, or the sign with the site's name, by the names of their places.
_SITE_S = re.compile(
    r"(?:^|\s)(?:(?:site|page|main|global|expanded)[_-]?)?footer(?!-?(?:fixed|push|wrap))"
    r"|(?<![a-z])(?:site-?(?:logo|name|branding)|logo|title_?tagline)(?![a-z])"
    r"|skiptranslate",  # what a browser kept of the translation it offered
    re.IGNORECASE,
)
