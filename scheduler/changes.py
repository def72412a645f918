"""At the end of a run: what it captured is compared, proven, held or told.

Each change is one transaction with its alerts and the mark it clears, so a crash
loses nothing and doubles nothing: what is still owed is done at the next start.
"""

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Any

import structlog

from corpus.archive import Archive
from corpus.store import Connection, Lease, Store
from corpus.store.articles import load_article
from corpus.store.changes import add_change, get_change
from corpus.store.items import set_item
from corpus.store.keep import keep_problem
from corpus.store.leases import check_lease
from corpus.store.outbox import add_alerts, count_planned
from corpus.store.owed import (
    adopt_looks,
    agree,
    clear_mark,
    hold,
    let_go,
    take_over,
    undo_revisions,
)
from corpus.store.runs import set_run
from crawler.items import SAME_TEXT, TELLING
from crawler.judge import overlap
from crawler.site import Site
from parsers.model import (
    Article,
    ChangeKind,
    FieldChange,
    ItemStatus,
    Problem,
    ProblemKind,
    Trouble,
    Weight,
)
from scheduler.alert_rules import Alerts
from scheduler.alerts import alerts_for
from scheduler.baseline import tell_baseline
from scheduler.compare import iso
from scheduler.edits import (
    Edit,
    redesigned_fields,
    without_fields,
    without_moving_lines,
)
from scheduler.health import note_trouble
from scheduler.mass import decide_held, is_mass_change, is_proven
from scheduler.noise import find_noise, remember, titles_of
from scheduler.normal import PROPOSALS
from scheduler.rereader import Rereader

log = structlog.get_logger()


#: Seconds between two heartbeats of the lease while comparing.
_BEAT = 10.0


class SettlementStopped(Exception):
    """The program is to end; what is still owed is settled at the next start."""

    def __init__(self, run_id: int, change_ids: Sequence[int]) -> None:
        super().__init__(f"run {run_id} is not compared to its end")
        self.run_id = run_id
        self.change_ids = change_ids


class Settlement:
    """Pays what the runs of one site owe; made under the site's lease."""

    def __init__(
        self,
        *,
        store: Store,
        archive: Archive,
        site: Site,
        lease: Lease,
        run_id: int,
        now: Callable[[], datetime],
        alerts: Alerts | None = None,
        is_stopping: Callable[[], bool] = lambda: False,
    ) -> None:
        self._store, self._site, self._lease = store, site, lease
        self._run = store.runs.get(run_id)
        self._settled_run = store.runs.last_settled(lease.site_id, before=run_id)
        self._is_stopping = is_stopping
        self._beat_at = time.monotonic()
        self._now = now
        self._alerts = alerts
        self._site_id = lease.site_id
        self._reader = Rereader(
            store=store, archive=archive, site=site, site_id=lease.site_id
        )
        self.change_ids: list[int] = []
        self._problems: list[Problem] = []

    def run(self) -> list[int]:
        """Compare, prove, hold and tell; return the ids of the changes, in order."""
        with self._writing() as connection:
            adopt_looks(
                connection, self._site_id, self._run.id, since=self._settled_run
            )
        self._tell_moved()
        self.change_ids += tell_baseline(
            self._store,
            self._site_id,
            profile_version=self._reader.version,
            writing=self._writing,
        )
        edits = self._compare_all()
        self._judge(edits)
        self._tell_restored()
        self._finish()
        return self.change_ids

    # -- comparing --

    def _compare_all(self) -> list[Edit]:
        """Tell what is new at once; return the edits, which may be a mass change."""
        edits = []
        for revision_id in self._store.owed.revisions(self._site_id):
            self._go_on()
            revision = self._store.owed.revision(revision_id)
            before = self._store.owed.before(revision)
            if before is None:
                self._tell_new(revision)
            elif edit := self._compare(revision, before):
                edits.append(edit)
        return self._without_noise(edits)

    def _without_noise(self, edits: Sequence[Edit]) -> list[Edit]:
        """Return the edits that are left when what moves on many items is put away."""
        looked = self._store.owed.looked(self._site_id, self._run.id)
        redesigned = redesigned_fields(edits, looked)
        if redesigned:
            self._tell_redesign(redesigned, looked)
        kept = without_moving_lines(
            [without_fields(edit, redesigned) for edit in edits],
            self._noise(edits, looked),
            titles_of(self._store.items.titles(self._site_id)) if edits else {},
        )
        for edit in kept:
            if not edit.comparison.fields:
                self._no_edit(edit.revision, edit.before, edit.reading)
        return [edit for edit in kept if edit.comparison.fields]

    def _noise(self, edits: Sequence[Edit], looked: int) -> frozenset[str]:
        """Return what is known to be noise on this site, and remember what is new."""
        facts = self._store.sites.by_id(self._site_id).facts
        known = facts.get("noise", [])
        found = find_noise(
            [(e.revision.item_id, e.moved) for e in edits if e.moved], looked=looked
        )
        if found - set(known):
            facts = {**facts, "noise": remember(known, found)}
            self._store.sites.set(self._site_id, facts=facts)
        return found | frozenset(known)

    def _compare(self, revision: Any, before: Any) -> Edit | None:
        """Return how a revision differs from the one before; nothing if not at all."""
        found = self._reader.compare(before, revision)
        if found.comparison.fields:
            return Edit(
                revision=revision,
                before=before,
                article=found.article,
                comparison=found.comparison,
                reading=self._reader.reading(revision, found.article),
                moved=found.moved,
            )
        self._no_edit(revision, before, self._reader.reading(revision, found.article))
        return None

    def _no_edit(
        self, revision: Any, before: Any, reading: Mapping[str, Any] | None
    ) -> None:
        """Keep that a revision says what the one before said."""
        is_held = any(h.item_id == revision.item_id for h in self._held())
        with self._writing() as connection:
            if is_held or self._reader.is_current(before):
                undo_revisions(connection, revision.item_id, back_to=before.id)
            else:
                clear_mark(connection, revision.id, cause="reparse", reading=reading)

    # -- new and moved --

    def _tell_new(self, revision: Any) -> None:
        article = self._reader.read(revision, revision.teaser)
        if isinstance(article, Problem):
            article = load_article(revision.article)
        reading = self._reader.reading(revision, article)
        if not revision.is_baseline and (gone := self._gone_twin(revision, article)):
            self._tell_move(gone, revision.url, revision.item_id, reading)
            return
        with self._writing() as connection:
            clear_mark(connection, revision.id, reading=reading)
            self._add(
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
        if len(article.body) < TELLING:
            return None
        for gone in self._store.owed.gone_with_title(self._site_id, article.title):
            is_other = gone.id != revision.item_id
            if is_other and overlap(gone.article["body"], article.body) >= SAME_TEXT:
                return gone
        return None

    def _tell_moved(self) -> None:
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
        with self._writing() as connection:
            take_over(
                connection, item_id=item.id, other_id=other_id, url=url, at=self._now()
            )
            newest = owner.revision_id or item.revision_id
            article, fields, before_id, at = self._move_words(item, newest)
            for revision_id in {newest, item.revision_id} - {None}:
                clear_mark(
                    connection,
                    revision_id,
                    reading=reading if revision_id == newest else None,
                )
            self._add(
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
        newest = self._store.owed.revision(newest_id)
        before = newest
        if newest_id != item.revision_id:
            before = self._store.owed.revision(item.revision_id)
        elif not newest.is_compared:
            before = self._store.owed.before(newest) or newest
        found = self._reader.compare(before, newest)
        fields = {k: v for k, v in found.comparison.fields.items() if k != "links"}
        return found.article, fields, before.id, newest.captured_at

    # -- edits, removals, and too many of them --

    def _judge(self, edits: Sequence[Edit]) -> None:
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
            with self._writing() as connection:
                let_go(connection, row.id)
        for row in released:
            self.release(row)
        with self._writing() as connection:
            agree(connection, [h.id for h in agreeing], self._run.id)

    def release(self, row: Any) -> None:
        """Let out one thing that was held: an edit is told, a removal is judged."""
        with self._writing() as connection:
            let_go(connection, row.id)
            if row.kind != ChangeKind.EDITED:
                return
            revision = self._store.owed.revision(row.revision_id)
            self._add(
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

    def _tell_edit(self, edit: Edit) -> None:
        if edit.revision.restored_run is not None:
            return  # told with the restoration
        with self._writing() as connection:
            clear_mark(connection, edit.revision.id, reading=edit.reading)
            self._add(
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

    def _hold_edit(self, edit: Edit) -> None:
        with self._writing() as connection:
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
                fields=_dump_fields(edit.comparison.fields),
            )

    def _hold_gone(self, item: Any) -> None:
        with self._writing() as connection:
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
        is_walked = self._run.is_complete and self._run.ledger.get("is_deep")
        is_listed = item.listed_run == self._run.id or not is_walked
        if not is_usual or (is_led_away and is_listed):
            if item.gone_run == self._run.id:  # a first look that proves nothing
                with self._writing() as connection:
                    set_item(connection, item.id, gone_at=None, gone_run=None)
            return
        now = self._now()
        if is_proven(
            item,
            run_id=self._run.id,
            now=now,
            confirm_after=self._site.confirm_after,
            is_usual=is_usual,
        ):
            self._tell_removed(item, now)

    def _tell_removed(self, item: Any, now: datetime) -> None:
        gone = {"gone_at": None, "gone_run": None, "gone_last_run": None}
        with self._writing() as connection:
            set_item(
                connection,
                item.id,
                status=str(ItemStatus.REMOVED),
                suspect=None,
                **gone,
            )
            if item.revision_id is None:
                return  # never read, so nothing is lost that we told of
            self._add(
                connection,
                kind=ChangeKind.REMOVED,
                item_id=item.id,
                url=item.url,
                article=load_article(item.article),
                revision_id=item.revision_id,
                captured_at=now,
            )

    def _tell_restored(self) -> None:
        for item in self._store.owed.restored(self._site_id):
            revision = self._store.owed.revision(item.revision_id)
            fields: Mapping[str, FieldChange] = {}
            article, before_id, reading = load_article(revision.article), None, None
            if not revision.is_compared:
                before = self._store.owed.before(revision)
                if before is not None:
                    found = self._reader.compare(before, revision)
                    article = found.article
                    fields, before_id = found.comparison.fields, before.id
                    reading = self._reader.reading(revision, article)
            with self._writing() as connection:
                set_item(connection, item.id, restored_run=None)
                clear_mark(connection, revision.id, reading=reading)
                self._add(
                    connection,
                    kind=ChangeKind.RESTORED,
                    item_id=item.id,
                    url=item.url,
                    article=article,
                    revision_id=revision.id,
                    old_revision_id=before_id,
                    fields=fields,
                    captured_at=item.last_seen or self._now(),
                )

    def _is_usual(self, gone_count: int) -> bool:
        """Tell whether other items of the site answered as usual in this run."""
        answered = self._store.runs.answered(
            self._site_id, since=self._settled_run, until=self._run.id
        )
        return answered > 0 or gone_count == 0

    def _tell_redesign(self, fields: Mapping[str, int], looked: int) -> None:
        told = ", ".join(f"{name} on {count}" for name, count in fields.items())
        self._problems.append(
            Problem(
                kind=ProblemKind.REDESIGN,
                detail=f"of {looked} items, at once another {told}: taken for a new "
                "design, not for edits",
                url=self._site.seeds[0],
            )
        )

    def _tell_mass(self, count: int, looked: int) -> None:
        problem = Problem(
            kind=ProblemKind.MASS_CHANGE,
            detail=f"{count} of {looked} items changed or disappeared at once; held "
            f"back (presswatch held, held release {self._site.name}, held drop …)",
            url=self._site.seeds[0],
        )
        self._problems.append(problem)

    # -- the end --

    def _finish(self) -> None:
        now = self._now()
        is_told = bool(self._problems) and self._run.status in ("ok", "problems")
        status = "problems" if is_told else self._run.status
        with self._writing() as connection:
            for problem in self._problems:
                self._keep_problem(connection, problem, now)
            set_run(
                connection,
                self._run.id,
                is_settled=True,
                changes=self._run.changes + len(self.change_ids),
                status=status,
            )

    def _keep_problem(
        self, connection: Connection, problem: Problem, now: datetime
    ) -> None:
        keep_problem(
            connection,
            site_id=self._site_id,
            run_id=self._run.id,
            problem=problem,
            at=now,
        )
        trouble = Trouble(
            site=self._site.name,
            problem=problem,
            at=now,
            run=self._run.id,
            proposal=PROPOSALS.get(problem.kind, ""),
        )
        note_trouble(
            connection,
            trouble,
            self._alerts,
            site_id=self._site_id,
            zone=self._site.time_zone,
        )

    def _add(
        self,
        connection: Connection,
        *,
        kind: ChangeKind,
        item_id: int,
        url: str,
        article: Article,
        captured_at: datetime,
        run_id: int | None = None,
        revision_id: int | None = None,
        old_revision_id: int | None = None,
        old_url: str | None = None,
        fields: Mapping[str, FieldChange] | None = None,
        weight: Weight = Weight.FULL,
        baseline: bool = False,
    ) -> None:
        """Keep one change and its alerts, inside the transaction of its mark."""
        change_id = add_change(
            connection,
            site_id=self._site_id,
            item_id=item_id,
            run_id=run_id or self._run.id,
            revision_id=revision_id,
            old_revision_id=old_revision_id,
            kind=str(kind),
            url=url,
            old_url=old_url,
            title=article.title,
            date=iso(article.published),
            body=article.body,
            fields=_dump_fields(fields or {}),
            weight=str(weight),
            baseline=baseline,
            captured_at=captured_at,
        )
        if change_id is None:
            return
        self.change_ids.append(change_id)
        if self._alerts is None or baseline:
            return
        change = get_change(connection, change_id)
        assert change is not None
        now = self._now()
        drafts = alerts_for(
            change,
            self._alerts,
            now=now,
            planned=lambda *a: count_planned(connection, *a),
            site_zone=self._site.time_zone,
        )
        add_alerts(connection, drafts, now=now, site_id=self._site_id, item_id=item_id)

    def _held(self) -> list[Any]:
        return self._store.owed.held(self._site_id)

    def _go_on(self) -> None:
        """Keep the lease alive; raise ``SettlementStopped`` when told to stop."""
        if self._is_stopping():
            raise SettlementStopped(self._run.id, self.change_ids)
        if time.monotonic() - self._beat_at > _BEAT:
            self._store.leases.renew(self._lease)
            self._beat_at = time.monotonic()

    def _writing(self) -> "_Guarded":
        self._go_on()
        return _Guarded(self._store, self._lease)


class _Guarded(AbstractContextManager[Connection]):
    """A transaction of a run that still holds its site."""

    def __init__(self, store: Store, lease: Lease) -> None:
        self._transaction = store.write()
        self._lease = lease

    def __enter__(self) -> Connection:
        connection = self._transaction.__enter__()
        check_lease(connection, self._lease)
        return connection

    def __exit__(self, *error: Any) -> None:
        self._transaction.__exit__(*error)


def _dump_fields(fields: Mapping[str, FieldChange]) -> dict[str, Any]:
    return {name: {"old": f.old, "new": f.new} for name, f in fields.items()}
