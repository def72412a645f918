"""Which listings a run reads, and where it may stop. State of one run; no I/O."""

import re
from collections.abc import Collection, Sequence
from datetime import date

from parsers.model import Listing
from parsers.urls import item_key

#: What the front page of a folder is called, where it is not the folder itself.
_FRONT = re.compile(
    r"/(?:pages|home(?:page)?|start(?:seite|pagina|page)?|main|welcome|inicio|accueil|"
    r"portada|hjem|forside|etusivu|pagrindinis|glavnaya)(?:\.\w{2,5})?$",
    re.IGNORECASE,
)

#: ``/en.html`` is the page of the folder ``/en/``.
_SUFFIX = re.compile(r"(?<=[\w-])\.(?:[sx]?html?|php|aspx?|jsp)$", re.IGNORECASE)


def is_above(key: str, seed_keys: Collection[str]) -> bool:
    """Tell whether a key is of a page above a seed: the front page of its folder.

    >>> is_above("h.example/en/home", ["h.example/en/news"])
    True
    >>> is_above("h.example/en.html", ["h.example/en/news.html"])
    True
    >>> is_above("h.example/en/fog", ["h.example/en/news"])
    False
    """
    folder = _SUFFIX.sub("", _FRONT.sub("", key))
    return any(seed.startswith(folder + "/") for seed in seed_keys)


class Walk:
    """The listings of one run, from the seeds to where nothing new can follow.

    A deep walk goes on to the end of every listing; another one stops at the first
    page that shows nothing unknown.
    """

    def __init__(self, seeds: Sequence[str], *, is_deep: bool, depth: int) -> None:
        self.seeds = tuple(dict.fromkeys(seeds))
        self.is_deep = is_deep
        self._depth = depth
        self._keys = {item_key(url) for url in self.seeds}
        self._seed_keys = tuple(self._keys)
        self._urls = set(self.seeds)
        self._shown: set[frozenset[str]] = set()
        #: By the address that follows: where its list begins, and the page before it.
        self._seams: dict[str, tuple[str, Sequence[str]]] = {}
        self._read_again: set[str] = set()
        self._broken: list[str] = []
        self._dead_ends: set[str] = set()
        self.read: list[dict[str, object]] = []
        self.oldest_day: date | None = None
        self.is_cut = False

    @property
    def is_complete(self) -> bool:
        """Whether every listing was read to where nothing new can follow."""
        return not self._broken and not self.is_cut

    @property
    def is_as_far_as_it_goes(self) -> bool:
        """Whether every listing was read but those that nobody can or may read."""
        return not self.is_cut and self._dead_ends.issuperset(self._broken)

    def is_listing(self, url: str) -> bool:
        """Tell whether an address is a listing of this run, or a page above a seed."""
        key = item_key(url).rstrip("/")
        return key in self._keys or is_above(key, self._seed_keys)

    def broke(self, url: str, *, is_dead_end: bool = False) -> None:
        """Take note that a listing could not be read, or that it never can be."""
        self._broken.append(url)
        if is_dead_end:
            self._dead_ends.add(url)

    def is_broken(self, url: str) -> bool:
        """Tell whether a listing could not be read."""
        return url in self._broken

    def go_on(
        self, listing: Listing, *, url: str, depth: int, new_count: int
    ) -> list[str]:
        """Return the listings to read after this one; ``[]`` where it ends.

        A page that begins with what ended the one before it was pushed on while we
        walked: what came in stands on the first page, which is read once more.
        """
        in_order = [item_key(item.url) for item in listing.items]
        keys = frozenset(in_order)
        days = [item.published.day for item in listing.items if item.published]
        self.oldest_day = min(filter(None, [*days, self.oldest_day]), default=None)
        is_repeat = bool(keys) and keys in self._shown
        self._shown.add(keys)
        self.read.append({"url": url, "items": len(keys), "new": new_count})
        follow = [u for u in listing.sections if self._is_new(u)]
        more = listing.onward_url
        ends = (
            more is None
            or is_repeat
            or not keys
            or (not self.is_deep and not new_count)
        )
        if not ends and more is not None and self._is_new(more):
            if depth >= self._depth:
                self.is_cut = True
            else:
                follow.append(more)
        if not is_repeat:
            follow += self._begin_if_slid(url, in_order, more)
        for new in follow:
            self._urls.add(new)
            self._keys.add(item_key(new))
        return follow

    def _begin_if_slid(
        self, url: str, keys: Sequence[str], more: str | None
    ) -> list[str]:
        """Return the first page, once, if this one was pushed on behind the last."""
        begin, before = self._seams.get(url, (url, ()))
        if more is not None and keys:
            self._seams.setdefault(more, (begin, keys))
        if begin in self._read_again or not _is_pushed_on(before, keys):
            return []
        self._read_again.add(begin)
        return [begin]

    def _is_new(self, url: str) -> bool:
        return url not in self._urls


def _is_pushed_on(before: Sequence[str], keys: Sequence[str]) -> bool:
    """Tell whether a page begins with items that stood further down the page before.

    What is pinned stands at its place on both, and a box at the end begins none.

    >>> _is_pushed_on("abcd", "defg"), _is_pushed_on("abcd", "efgd")
    (True, False)
    >>> _is_pushed_on("pabc", "pcde"), _is_pushed_on("pabc", "pdef")
    (True, False)
    """
    places = {key: place for place, key in enumerate(before)}
    for place, key in enumerate(keys):
        if key not in places:
            return False
        if places[key] > place:
            return True
    return False
