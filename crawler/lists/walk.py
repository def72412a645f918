"""Which listings a run reads, and where it may stop. State of one run; no I/O."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import date

from crawler.lists.seams import BARREN, Seam, is_pushed_on, is_repeat, seam_behind
from parsers.model import Listing
from parsers.urls import FRONT_NAMES, item_key, plain_url

#: What the front page of a folder is called, where it is not the folder itself; it may
#: name its language.
_FRONT = re.compile(
    rf"/(?:pages|(?:index|default|home)[._-][a-z]{{2}}|{FRONT_NAMES})(?:\.\w{{2,5}})?$",
    re.IGNORECASE,
)

#: So many pages that name others may lead to one: a site, its years, their months.
_NESTED = 6

#: ``/en.html`` is the page of the folder ``/en/``.
_SUFFIX = re.compile(r"(?<=[\w-])\.(?:[sx]?html?|php|aspx?|jsp)$", re.IGNORECASE)


def is_above(key: str, seed_keys: Collection[str]) -> bool:
    """Tell whether a key is of a page above a seed: the front page of its folder.

    >>> is_above("h.example/en/home", ["h.example/en/news"])
    True
    >>> is_above("h.example/en.html", ["h.example/en/news.html"])
    True
    >>> is_above("h.example/wiki/Main_Page", ["h.example/wiki/News"])
    True
    >>> is_above("h.example/index_en", ["h.example/news_en"])
    True
    >>> is_above("h.example/en/fog", ["h.example/en/news"])
    False
    """
    within = key[: key.rfind("/") + 1]
    if not any(seed.startswith(within) for seed in seed_keys):
        return False
    folder = _SUFFIX.sub("", _FRONT.sub("", key))
    return any(seed.startswith(folder + "/") for seed in seed_keys)


class Walk:
    """The listings of one run, from the seeds to where nothing new can follow.

    A deep walk goes on to the end of every listing; another one stops at the first
    page that shows nothing unknown. ``calendar_ends`` are the pages from which on a
    walk before found a calendar empty.
    """

    def __init__(
        self,
        seeds: Sequence[str],
        *,
        is_deep: bool,
        depth: int,
        calendar_ends: Iterable[str] = (),
    ) -> None:
        self.calendar_ends = set(calendar_ends)
        self.seeds = tuple(dict.fromkeys(seeds))
        self.is_deep = is_deep
        self._depth = depth
        self._keys = {item_key(url) for url in self.seeds}
        self._seed_keys = tuple(self._keys)
        self._urls = set(map(plain_url, self.seeds))
        #: By the items of a page: their order on each page that showed them.
        self._shown: defaultdict[frozenset[str], dict[str, list[str]]]
        self._shown = defaultdict(dict)
        self._met: set[str] = set()
        #: By the address that follows.
        self._seams: dict[str, Seam] = {}
        self._read_again: set[str] = set()
        self._broken: list[str] = []
        self._dead_ends: set[str] = set()
        self.read: list[dict[str, object]] = []
        #: What is older stands where nobody can or may read.
        self.unread_before: date | None = None
        #: The last run that read something of what cannot be read now; 0 for none.
        self.unread_since = 0
        self._is_end_dated = True
        self.is_cut = False
        #: Lists of a year or month after that of a seed.
        self._later: set[str] = set()
        #: How many pages, each of which names sections, led to one.
        self._nested: dict[str, int] = {}
        #: Why a page is taken for one of a space without end, or nothing.
        self.trap = ""

    @property
    def is_complete(self) -> bool:
        """Whether every listing was read to where nothing new can follow."""
        return not self._broken and not self.is_cut

    @property
    def is_as_far_as_it_goes(self) -> bool:
        """Whether every listing was read but those that nobody can or may read."""
        return not self.is_cut and self._dead_ends.issuperset(self._broken)

    @property
    def is_proving(self) -> bool:
        """Whether it is known what the listings may show that cannot be read."""
        return self.is_as_far_as_it_goes and self._is_end_dated

    def is_listing(self, url: str) -> bool:
        """Tell whether an address is a listing of this run, or a page above a seed."""
        key = item_key(url).rstrip("/")
        return key in self._keys or is_above(key, self._seed_keys)

    def begin_of(self, url: str) -> str:
        """Return where the list begins of which a page is one."""
        return self._seams[url].begin if url in self._seams else url

    def is_of_section(self, url: str) -> bool:
        """Tell whether the list of which a page is one is a section that one named."""
        return plain_url(self.begin_of(url)) in self._nested

    def broke(self, url: str, *, is_dead_end: bool = False, since: int = 0) -> None:
        """Take note that a listing could not be read, or that it never can be.

        ``since`` is the last run that read it.
        """
        self._broken.append(url)
        if is_dead_end:
            self._dead_ends.add(url)
            day = self._seams[url].day if url in self._seams else None
            self._is_end_dated &= url not in self._seams or day is not None
            self.unread_since = max(self.unread_since, since)
            self.unread_before = max(
                filter(None, [day, self.unread_before]), default=None
            )

    def way_round(self, url: str, *, is_for_good: bool) -> list[str]:
        """Return the listing to read in place of a further page that cannot be read.

        The page behind it, if the page before it named that; else a month of the
        archive.
        """
        seam = self._seams.get(url)
        if seam is None:
            return []
        # imported here: in an ordinary night no page of a list fails
        from parsers.pagination.numbering import after

        behind = None if is_for_good else after(url, seam.pages)
        if behind is None and seam.months:
            behind, *months = seam.months
            seam = seam._replace(begin=behind, is_month=True, months=months)
        if behind is None or not self._is_new(behind):
            return []
        self._seams[behind] = seam._replace(keys=())
        self._take([behind])
        return [behind]

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
        others = [o for page, o in self._shown[keys].items() if page != url]
        is_again = bool(keys) and is_repeat(others, in_order)
        self.read.append({"url": url, "items": len(keys), "new": new_count})
        self.trap = ""
        follow = self._sections(listing, url)
        seam = self._seams.get(url, Seam(url))
        seam = seam._replace(barren=self._barren(listing, seam, url, keys))
        self._met |= keys
        more = listing.onward_url
        if seam.is_month and (not more or (is_again and url != seam.begin)):
            more = next(iter(seam.months), None)
        if more:  # a front page shows what its list does, and leads no further
            self._shown[keys][url] = in_order
        # the newest month's own page may show what the list does
        is_of_time = seam.is_month or listing.pagination in BARREN
        leads_on = listing.is_index or is_of_time
        # of a day on which nothing was published, nothing is known
        tells_more = self.is_deep or new_count or listing.is_index
        ends = (
            not more
            or (is_again and not is_of_time)
            or not (keys or leads_on)
            or not self.calendar_ends.isdisjoint(seam.barren)
            or not (tells_more or (is_of_time and not keys))
        )
        if not ends and more and self._is_new(more):
            if depth >= self._depth:
                self._end(f"{depth} pages led here (limits.depth)")
            else:
                follow.append(more)
        if more and (keys or leads_on):
            self._seams.setdefault(more, seam_behind(listing, seam, more, in_order))
        if not is_again:
            follow += self._begin_if_slid(seam, in_order)
        self._take(follow)
        return follow

    def goes_on_at(self, later: Sequence[str]) -> list[str]:
        """Return the lists of later times to read that none of this run has led to."""
        follow = [url for url in later if self._is_new(url)]
        self._take(follow)
        self._later.update(map(plain_url, follow))
        return follow

    def is_of_later(self, url: str) -> bool:
        """Tell whether the list of which a page is one is that of a later time."""
        return plain_url(self.begin_of(url)) in self._later

    def _sections(self, listing: Listing, url: str) -> list[str]:
        """Return the sections that a page names, unless it was such a one too often."""
        follow = [u for u in listing.sections if self._is_new(u)]
        nested = self._nested.get(plain_url(url), 0)
        if follow and nested >= _NESTED:
            self._end(f"{nested} pages that name but others led here")
            return []
        self._nested.update(dict.fromkeys(map(plain_url, follow), nested + 1))
        return follow

    def _end(self, why: str) -> None:
        """Go no further than this page, which seems to be one of endless ones."""
        self.is_cut = True
        self.trap = f"trap suspected: {why}, and it leads on"

    def _barren(
        self, listing: Listing, seam: Seam, url: str, keys: frozenset[str]
    ) -> Sequence[str]:
        """Return the pages of a calendar in a row, to this one, that show nothing new.

        So many are its end, where the next walk ends at once.
        """
        page = plain_url(url)
        if listing.pagination not in BARREN or not self._met.issuperset(keys):
            self.calendar_ends.discard(page)
            return ()
        barren = (*seam.barren, page)
        if len(barren) >= BARREN[listing.pagination]:
            self.calendar_ends.add(barren[0])
        return barren

    def _begin_if_slid(self, seam: Seam, keys: Sequence[str]) -> list[str]:
        """Return the first page, once, if this one was pushed on behind the last."""
        if seam.begin in self._read_again or not is_pushed_on(seam.keys, keys):
            return []
        self._read_again.add(seam.begin)
        return [seam.begin]

    def _take(self, urls: Sequence[str]) -> None:
        self._urls.update(map(plain_url, urls))
        self._keys.update(map(item_key, urls))

    def _is_new(self, url: str) -> bool:
        return plain_url(url) not in self._urls
