"""The items that listings show: kept, told apart, asked for where they are unread."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from corpus.store.articles import dump_teaser, load_listing
from corpus.store.items import add_alias, add_items, items_with_query, set_items
from crawler.ask import Ask
from crawler.lists.places import main_place, row_place
from crawler.lists.reach import in_reach
from crawler.lists.slid import slid_in
from crawler.lists.state import without_marks
from parsers.addresses.page_numbers import bare_url
from parsers.addresses.redirectors import led_to
from parsers.learned.list_positions import position_parameters
from parsers.learned.passing_values import passing_names
from parsers.model import ItemStatus, Listing, Teaser
from parsers.urls import item_key, item_url, plain_url

if TYPE_CHECKING:
    from crawler.crawl import Crawl


class Listed:
    """Keeps what the listings of one run show of items."""

    def __init__(self, crawl: "Crawl") -> None:
        self._crawl = crawl
        self._site_id = crawl.lease.site_id
        #: The items that a list of this run shows at their own address.
        self.at_home: set[int] = set()
        #: Where lists begin that led nowhere before this run.
        self._opened: set[str] = set()

    def take(self, listing: Listing, url: str) -> tuple[list[Ask], int]:
        """Keep what a listing shows of items; return requests for the unread ones.

        The number is that of the items no walk that came to its end had shown.
        """
        teasers = self._own_teasers(listing.items)
        for key in self._crawl.list_places.misled(teasers):
            del teasers[key]
        store, keeper = self._crawl.store.items, self._crawl.keeper
        shown = store.shown(self._site_id, teasers)
        first = {row.id for row in shown.values() if not keeper.is_listed(row)}
        self.at_home.update(row.id for key, row in shown.items() if row.key == key)
        met = {key for key, row in shown.items() if row.id not in first}
        begin = self._crawl.walk.begin_of(url)
        for key in self._crawl.list_places.beside(begin, teasers, met):
            del teasers[key]
            if row := shown.pop(key, None):
                first.discard(row.id)
        # what a killed run took from a first page must still lead on to the second
        unwalked = sum(item_id > self._crawl.walked_to for item_id in first)
        changed = {
            row.id: {"teaser": teaser, **self._address_of(teaser)}
            for key, row in shown.items()
            if (teaser := self._shown(row, teasers[key])) != row.teaser
        }
        keeper.keep_listed(first)
        self._crawl.list_places.learn(
            teasers[key]
            for key, row in shown.items()
            if row.id in first and row.revision_id is not None
        )
        new = [key for key in teasers if key not in shown]
        for key in self._lists_among({key: teasers[key].url for key in new}):
            del teasers[key]
            new.remove(key)
        if new or changed:
            self._keep_items({key: teasers[key] for key in new}, changed)
        wanted = [
            key
            for key in teasers
            if key not in shown
            or shown[key].revision_id is None
            or shown[key].status == ItemStatus.REMOVED
            or (shown[key].status == ItemStatus.PENDING and shown[key].key != key)
        ]
        known = store.known(self._site_id, wanted) if wanted else {}
        asks = [
            Ask(url=_way_to(known[key], teasers[key]), role="item", item=known[key])
            for key in wanted
            if not self._crawl.asked_last.comes_last(known[key].url)
            and not self._crawl.asked_before(known[key].id)
        ]
        return asks, len(new) + unwalked

    def _lists_among(self, new: Mapping[str, str]) -> list[str]:
        """Return the keys of what is no new item but a list that showed items before.

        A box that shows the newest of each section calls it by its name, and leads
        to it before the walk does.
        """
        plain = {key: plain_url(url) for key, url in new.items()}
        lists = self._crawl.store.lists_among(self._site_id, list(plain.values()))
        return [key for key, url in plain.items() if url in lists]

    def learn(self, listing: Listing, place: str) -> None:
        """Learn where a list stands from what it showed before, and was read since."""
        teasers = self._own_teasers(listing.items)
        known = self._crawl.store.items.known(self._site_id, list(teasers))
        self._crawl.list_places.learn(
            replace(teasers[key], place=place)
            for key, row in known.items()
            if row.revision_id is not None
        )

    def plain(self, listing: Listing, marks: frozenset[str]) -> Listing:
        """Return a listing whose items are not told apart by where they stand in it.

        Neither by the page, which ``marks`` number, nor by the position on it, nor by
        what leads to them.
        """
        led = tuple(replace(item, url=led_to(item.url)) for item in listing.items)
        listing = without_marks(replace(listing, items=led), marks)
        names = self._crawl.position_names
        names |= position_parameters([item.url for item in listing.items])
        if not names:
            return listing
        items = (replace(item, url=bare_url(item.url, names)) for item in listing.items)
        return replace(listing, items=tuple(items))

    def note(self, ask: Ask, listing: Listing, marks: frozenset[str]) -> None:
        """Remember what a page of a list showed before, and what it shows now."""
        said = ask.item.listing.get("said") if ask.item else None
        was = self.plain(load_listing(said), marks) if said else None
        self._note_late(ask, listing, was)
        if was:
            self._forget_values(passing_names(was.items, listing.items))
        if was and not (listing.next_url or listing.older_url):
            slid = slid_in(self._keys_of_list(was), self._keys_of_list(listing))
            self._crawl.slid_in |= slid
        self._crawl.items.identity.note_listed(
            self._crawl.walk.begin_of(ask.url),
            before=self._keys(was) if was else (),
            now=self._keys(listing),
        )

    def _note_late(self, ask: Ask, listing: Listing, was: Listing | None) -> None:
        """Take note of a page that opens what no run before has walked.

        It is one of a section that was not named before, of a year that has begun, or
        of what stands behind a list that leads on of late: there most is unknown, while
        a list that grows shows on its new page what stood on the one before.
        """
        walk = self._crawl.walk
        begin = walk.begin_of(ask.url)
        if was and begin == ask.url and listing.onward_url and not was.onward_url:
            self._opened.add(begin)
        if ask.item is not None or self._crawl.is_baseline:
            return
        keys = self._keys(listing)
        is_late = walk.is_of_section(ask.url) or walk.is_of_later(ask.url)
        if not is_late and begin in self._opened:
            known = self._crawl.store.items.known(self._site_id, keys)
            is_late = 2 * len(known) < len(keys)
        if is_late:
            self._crawl.late_pages.show(keys)

    def _forget_values(self, names: frozenset[str]) -> None:
        """Know what is held without the parameters whose values pass, from now on."""
        if names <= self._crawl.passing_names:
            return
        self._crawl.passing_names |= names
        self._crawl.keeper.flush()
        with self._crawl.writing() as connection:
            for row in items_with_query(connection, self._site_id):
                bare = self._bare(row.key)
                if bare != row.key:
                    add_alias(
                        connection,
                        site_id=self._site_id,
                        item_id=row.id,
                        key=bare,
                        url=row.url,
                    )

    def _keep_items(
        self, new: Mapping[str, Teaser], changed: Mapping[int, Mapping[str, Any]]
    ) -> None:
        """Keep new items, which are pending, and what is shown of known ones."""
        now = self._crawl.now()
        with self._crawl.writing() as connection:
            add_items(
                connection,
                [
                    {
                        "site_id": self._site_id,
                        "key": key,
                        "url": item_url(teaser.url),
                        "is_baseline": self._crawl.is_baseline,
                        "first_seen": now,
                        "teaser": dump_teaser(teaser),
                        "listed_run": self._crawl.run_id,
                    }
                    for key, teaser in new.items()
                ],
            )
            set_items(connection, changed)

    def _shown(self, row: Any, teaser: Teaser) -> dict[str, Any]:
        """Return what listings show of an item, with the date that one of them gives.

        A box of links may show an item before the list does, and without its date.
        """
        shown, held = dump_teaser(teaser), row.teaser or {}
        had, has = held.get("published"), shown["published"]
        if self._crawl.keeper.is_listed(row) and (had or not has):
            return held
        return shown if has else {**shown, "published": had}

    def _address_of(self, teaser: dict[str, Any]) -> dict[str, str]:
        """Return the address to ask for from now on, where values of it pass."""
        url = teaser["url"]
        return {} if self._bare(url) == url else {"url": item_url(url)}

    def _own_teasers(self, items: Sequence[Teaser]) -> dict[str, Teaser]:
        """Return the teasers of this site's items by key, first one first."""
        found: dict[str, Teaser] = {}
        for teaser in in_reach(items, self._crawl.site.seeds):
            if not self._crawl.walk.is_listing(teaser.url):
                found.setdefault(self._key(teaser), teaser)
        return found

    def _keys(self, listing: Listing) -> list[str]:
        return [self._key(item) for item in listing.items]

    def _keys_of_list(self, listing: Listing) -> list[str]:
        """Return the keys of the longest list of a page, without what is beside it."""
        main = row_place(main_place(listing.items))
        return [
            self._key(item) for item in listing.items if row_place(item.place) == main
        ]

    def _key(self, teaser: Teaser) -> str:
        return item_key(self._bare(teaser.url))

    def _bare(self, url: str) -> str:
        return bare_url(url, self._crawl.passing_names)


def _way_to(item: Any, teaser: Teaser) -> str:
    """Return the address to ask for an item: its own, unless that may be gone.

    What leads to items by number knows where one that is not found has gone.
    """
    is_gone = item.gone_at is not None or item.status == ItemStatus.REMOVED
    return item_url(teaser.url) if is_gone else str(item.url)
