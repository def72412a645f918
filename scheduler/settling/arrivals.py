"""What comes: items that are new, stand at a new address, or are back."""

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any

from corpus.store import Store
from corpus.store.articles import as_listed, load_article
from corpus.store.items import set_item
from corpus.store.owed import clear_mark, take_over
from crawler.items.identity import SAME_TEXT, TELLING
from crawler.items.judge import AGREEING_RUNS, overlap
from parsers.model import (
    Article,
    ChangeKind,
    FieldChange,
    Problem,
    ProblemKind,
    Weight,
)
from scheduler.comparing.compare import compare
from scheduler.settling.teller import Teller

if TYPE_CHECKING:
    from scheduler.settling.rereader import Rereader


class Arrivals:
    """Tells what came, in one settlement; ``reader`` gives what reads again."""

    def __init__(
        self,
        *,
        store: Store,
        site_id: int,
        run_id: int,
        reader: Callable[[], "Rereader"],
        teller: Teller,
    ) -> None:
        self._store, self._site_id, self._run_id = store, site_id, run_id
        self._reader, self._teller = reader, teller

    def tell_new(self, revision: Any) -> None:
        """Tell an item that was read for the first time, or that it moved here."""
        article = self._reader().read(revision, revision.teaser)
        if isinstance(article, Problem):
            article = load_article(revision.article)
        # a box may have shown it, and was read, before the list that gives its day
        article = as_listed(article, revision.teaser)
        reading = self._reader().reading(revision, article)
        if not revision.is_baseline and (gone := self._gone_twin(revision, article)):
            self._tell_move(gone, revision.url, revision.item_id, reading)
            return
        if not revision.is_baseline and self._may_be_moved(revision, article):
            return  # still owed, until the runs that follow know
        with self._teller.writing() as connection:
            clear_mark(connection, revision.id, reading=reading)
            self._teller.add(
                connection,
                kind=ChangeKind.NEW,
                item_id=revision.item_id,
                url=revision.url,
                article=article,
                revision_id=revision.id,
                run_id=revision.run_id,
                captured_at=revision.captured_at,
                baseline=revision.is_baseline,
            )

    def _gone_twin(self, revision: Any, article: Article) -> Any:
        """Return an item that is gone, and whose title and text stand here now."""
        for gone in self._store.owed.gone_with_title(self._site_id, article.title):
            if gone.id == revision.item_id:
                continue
            if len(article.body) < TELLING:
                is_twin = self._is_only_twin(gone, revision.item_id, article)
            else:
                is_twin = overlap(gone.article["body"], article.body) >= SAME_TEXT
            if is_twin:
                return gone
        return None

    def _may_be_moved(self, revision: Any, article: Article) -> bool:
        """Tell whether the text of an item stands here whose address shows another now.

        Whether it moved is known when that is believed, or taken back.
        """
        return len(article.body) >= TELLING and any(
            item.id != revision.item_id
            and overlap(item.article["body"], article.body) >= SAME_TEXT
            for item in self._in_doubt
        )

    @cached_property
    def _in_doubt(self) -> list[Any]:
        """The items whose address may show another one now, and that were read."""
        rows = self._store.owed.in_doubt(self._site_id, self._run_id)
        return [
            row
            for row in rows
            if row.article is not None
            and row.suspect["kind"] == ProblemKind.MISMATCH
            and row.suspect["runs"] < AGREEING_RUNS
        ]

    def _is_only_twin(self, gone: Any, item_id: int, article: Article) -> bool:
        """Tell whether an item of few words says all that a gone one said.

        Its day too, of which no other item has the title.
        """
        if article.published is None:
            return False
        day = article.published.day.isoformat()
        called_so = self._store.items.same_title(self._site_id, article.title)
        of_the_day = {row.id for row in called_so if row.published_on == day}
        found = compare(load_article(gone.article), article)
        return found.weight != Weight.FULL and of_the_day == {gone.id, item_id}

    def tell_moved(self) -> None:
        """Tell the items that led to a new address for good."""
        for item in self._store.owed.moved(self._site_id):
            to = item.moved_to
            other = self._store.items.known(self._site_id, [to["key"]]).get(to["key"])
            other_id = other.id if other and other.id != item.id else None
            self._tell_move(item, to["url"], other_id, None)

    def _tell_move(
        self,
        item: Any,
        url: str,
        other_id: int | None,
        reading: Mapping[str, Any] | None,
    ) -> None:
        owner = self._store.items.by_id([other_id or item.id])[other_id or item.id]
        with self._teller.writing() as connection:
            take_over(
                connection,
                item_id=item.id,
                other_id=other_id,
                url=url,
                at=self._teller.now(),
            )
            newest = owner.revision_id or item.revision_id
            article, fields, before_id, at = self._move_words(item, newest)
            for revision_id in {newest, item.revision_id} - {None}:
                clear_mark(
                    connection,
                    revision_id,
                    reading=reading if revision_id == newest else None,
                )
            self._teller.add(
                connection,
                kind=ChangeKind.MOVED,
                item_id=item.id,
                url=url,
                old_url=item.url,
                article=article,
                revision_id=newest,
                old_revision_id=before_id,
                fields=fields,
                captured_at=at,
            )

    def _move_words(
        self, item: Any, newest_id: int
    ) -> tuple[Article, Mapping[str, FieldChange], int | None, datetime]:
        """Return the words after a move, what differs, and since when."""
        newest = before = self._store.owed.revision(newest_id)
        if newest_id != item.revision_id:
            before = self._store.owed.revision(item.revision_id)
        # the run that met it at its new address may have read it twice
        while not before.is_compared and (past := self._store.owed.before(before)):
            before = past
        found = self._reader().compare(before, newest)
        fields = {k: v for k, v in found.comparison.fields.items() if k != "links"}
        return found.article, fields, before.id, newest.captured_at

    def tell_restored(self) -> None:
        """Tell the removed items that answered as articles again."""
        for item in self._store.owed.restored(self._site_id):
            revision = self._store.owed.revision(item.revision_id)
            fields: Mapping[str, FieldChange] = {}
            article, before_id, reading = load_article(revision.article), None, None
            if not revision.is_compared:
                before = self._store.owed.before(revision)
                if before is not None:
                    found = self._reader().compare(before, revision)
                    article = found.article
                    fields, before_id = found.comparison.fields, before.id
                    reading = self._reader().reading(revision, article)
            with self._teller.writing() as connection:
                set_item(connection, item.id, restored_run=None)
                clear_mark(connection, revision.id, reading=reading)
                self._teller.add(
                    connection,
                    kind=ChangeKind.RESTORED,
                    item_id=item.id,
                    url=item.url,
                    article=article,
                    revision_id=revision.id,
                    old_revision_id=before_id,
                    fields=fields,
                    captured_at=item.last_seen or self._teller.now(),
                )
