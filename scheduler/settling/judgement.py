"""Edits and removals: told, proven, or held when there are too many to be true."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from corpus.store import Connection, Store
from corpus.store.articles import load_article
from corpus.store.items import set_item
from corpus.store.owed import agree, clear_mark, hold, let_go
from crawler.items.due import next_look_at_removed
from crawler.site import Site
from parsers.model import (
    ChangeKind,
    FieldChange,
    ItemStatus,
    Problem,
    ProblemKind,
    Weight,
)
from scheduler.settling.mass import decide_held, is_mass_change, is_proven
from scheduler.settling.teller import Teller, dump_fields

if TYPE_CHECKING:
    from scheduler.settling.edits import Edit

#: So many items that stood with another may leave their list without their page.
LEFT_OUT = 3


class Judgement:
    """Judges the edits and removals of one run."""

    def __init__(
        self, *, store: Store, site: Site, run: Any, since: int, teller: Teller
    ) -> None:
        self._store, self._site, self._run = store, site, run
        self._site_id, self._settled_run = run.site_id, since
        self._teller = teller

    def judge(self, edits: Sequence["Edit"]) -> None:
        """Tell edits and removals, unless there are too many to be true."""
        owed = self._store.owed
        held = self._held()
        held_items = {h.item_id for h in held}
        gone = owed.gone(self._site_id, self._run.id)
        full = [e for e in edits if e.comparison.weight == Weight.FULL]
        fresh_edits = [e for e in full if e.revision.item_id not in held_items]
        fresh_gone = [
            item
            for item in gone
            if item.id not in held_items
            and item.revision_id is not None
            and item.status != ItemStatus.REMOVED
        ]
        looked = owed.looked(self._site_id, self._run.id)
        fresh = len(fresh_edits) + len(fresh_gone)
        fate = decide_held(held, run_id=self._run.id, looked=looked, fresh=fresh)
        agreeing = [h for h in fate.kept if h.looked_run == self._run.id]
        is_mass = is_mass_change(fresh + len(agreeing), looked)
        self._settle_held(fate.back, fate.released, agreeing)
        released = {h.item_id for h in fate.released}
        still_held = {h.item_id for h in fate.kept}
        for edit in edits:
            is_full = edit.comparison.weight == Weight.FULL
            if is_mass and is_full and edit.revision.item_id not in released:
                self._hold_edit(edit)
            else:
                self._tell_edit(edit)
        is_usual = self._is_usual(len(gone)) and not is_mass
        for item in gone:
            if is_mass and item in fresh_gone:
                self._hold_gone(item)
            elif item.id not in still_held:
                self._judge_gone(item, is_usual=is_usual or item.id in released)
        if is_mass or agreeing:
            self._tell_mass(len(self._held()), looked)

    def _settle_held(
        self, back: Iterable[Any], released: Iterable[Any], agreeing: Iterable[Any]
    ) -> None:
        for row in back:
            with self._teller.writing() as connection:
                let_go(connection, row.id)
        for row in released:
            self.release(row)
        with self._teller.writing() as connection:
            agree(connection, [h.id for h in agreeing], self._run.id)

    def release(self, row: Any) -> None:
        """Let out one thing that was held: an edit is told, a removal is judged."""
        with self._teller.writing() as connection:
            let_go(connection, row.id)
            if row.kind != ChangeKind.EDITED:
                return
            revision = self._store.owed.revision(row.revision_id)
            self._teller.add(
                connection,
                kind=ChangeKind.EDITED,
                item_id=row.item_id,
                url=row.url,
                article=load_article(revision.article),
                revision_id=row.revision_id,
                old_revision_id=row.old_revision_id,
                fields={k: FieldChange(**v) for k, v in row.fields.items()},
                captured_at=revision.captured_at,
            )

    def _tell_edit(self, edit: "Edit") -> None:
        if edit.revision.restored_run is not None:
            return  # told with the restoration
        with self._teller.writing() as connection:
            clear_mark(connection, edit.revision.id, reading=edit.reading)
            self._teller.add(
                connection,
                kind=ChangeKind.EDITED,
                item_id=edit.revision.item_id,
                url=edit.revision.url,
                article=edit.article,
                revision_id=edit.revision.id,
                old_revision_id=edit.before.id,
                run_id=edit.revision.run_id,
                fields=edit.comparison.fields,
                weight=edit.comparison.weight,
                captured_at=edit.revision.captured_at,
            )

    def _hold_edit(self, edit: "Edit") -> None:
        with self._teller.writing() as connection:
            clear_mark(connection, edit.revision.id, reading=edit.reading)
            hold(
                connection,
                site_id=self._site_id,
                item_id=edit.revision.item_id,
                kind=str(ChangeKind.EDITED),
                revision_id=edit.revision.id,
                old_revision_id=edit.before.id,
                run_id=self._run.id,
                last_run=self._run.id,
                fields=dump_fields(edit.comparison.fields),
            )

    def _hold_gone(self, item: Any) -> None:
        with self._teller.writing() as connection:
            self._forget_first_look(connection, item)
            hold(
                connection,
                site_id=self._site_id,
                item_id=item.id,
                kind=str(ChangeKind.REMOVED),
                run_id=self._run.id,
                last_run=self._run.id,
                fields={},
            )

    def _judge_gone(self, item: Any, *, is_usual: bool) -> None:
        is_led_away = item.gone_how == "led_away"
        if not is_usual or (is_led_away and self._may_be_listed(item)):
            with self._teller.writing() as connection:
                self._forget_first_look(connection, item)
            return
        now = self._teller.now()
        if is_proven(
            item,
            run_id=self._run.id,
            now=now,
            confirm_after=self._site.confirm_after,
            is_usual=is_usual,
        ):
            self._tell_removed(item, now)

    def _forget_first_look(self, connection: Connection, item: Any) -> None:
        """Let a first look prove nothing: the site was ill, or the item is listed."""
        if item.gone_run == self._run.id:
            set_item(connection, item.id, gone_at=None, gone_run=None)

    def _next_look(self, item: Any, now: datetime) -> datetime:
        """Return when to see whether an item has come back that is told removed."""
        runs, shown = self._store.runs, item.listed_run
        return next_look_at_removed(
            last_seen=item.last_seen or item.first_seen,
            now=now,
            listed_at=None if shown is None else runs.get(shown).started_at,
            leaves_at=self._leaves_at(item, now),
        )

    def _leaves_at(self, item: Any, now: datetime) -> datetime | None:
        """Return when an item is as old as the oldest in lists walked to their end."""
        if not (self._is_walked(item) and item.published_on):
            return None
        oldest = self._store.items.oldest_listed(self._site_id, self._run.id)
        if oldest is None:
            return None
        published, last = map(datetime.fromisoformat, (item.published_on, oldest))
        return now + (published - last)

    def _is_walked(self, item: Any) -> bool:
        """Tell whether all lists were walked to their end that may show an item.

        A part that cannot be read, run after run, may show what is as old as its items,
        or what no list has shown since it could be read.
        """
        ledger = self._run.ledger
        if self._run.is_complete or "unread" not in ledger:
            return bool(self._run.is_complete and ledger.get("is_deep"))
        before, since = ledger["unread"]
        is_newer = before is None or (item.published_on or "") > before
        return bool(ledger["is_deep"] and is_newer and (item.listed_run or 0) > since)

    def _may_be_listed(self, item: Any) -> bool:
        """Tell whether a list shows an item, or may do where nobody read it.

        A list that led from its first page to its last left out those that stood with
        the item.
        """
        run_id, listed_run = self._run.id, item.listed_run
        if listed_run == run_id or not self._is_walked(item):
            return True
        if listed_run is None:
            return False
        of_site, site_id = self._store.items, self._site_id
        return of_site.in_gap(site_id, run_id=run_id, listed_run=listed_run) > LEFT_OUT

    def _tell_removed(self, item: Any, now: datetime) -> None:
        gone = {"gone_at": None, "gone_run": None, "gone_last_run": None}
        with self._teller.writing() as connection:
            set_item(
                connection,
                item.id,
                status=str(ItemStatus.REMOVED),
                due_at=self._next_look(item, now),
                suspect=None,
                **gone,
            )
            if item.revision_id is None:
                return  # never read, so nothing is lost that we told of
            self._teller.add(
                connection,
                kind=ChangeKind.REMOVED,
                item_id=item.id,
                url=item.url,
                article=load_article(item.article),
                revision_id=item.revision_id,
                captured_at=now,
            )

    def _is_usual(self, gone_count: int) -> bool:
        """Tell whether other items of the site answered as usual in this run."""
        answered = self._store.runs.answered(
            self._site_id, since=self._settled_run, until=self._run.id
        )
        return answered > 0 or gone_count == 0

    def _tell_mass(self, count: int, looked: int) -> None:
        problem = Problem(
            kind=ProblemKind.MASS_CHANGE,
            detail=f"{count} of {looked} items changed or disappeared at once; held "
            f"back (presswatch held, held release {self._site.name}, held drop …)",
            url=self._site.seeds[0],
        )
        self._teller.problems.append(problem)

    def _held(self) -> list[Any]:
        return self._store.owed.held(self._site_id)
