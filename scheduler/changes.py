"""At the end of a run: what it captured is compared, proven, held or told.

Each change is one transaction with its alerts and the mark it clears, so a crash
loses nothing and doubles nothing: what is still owed is done at the next start.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any

from corpus.archive import Archive
from corpus.store import Lease, Store
from corpus.store.owed import adopt_looks, clear_mark, undo_revisions
from corpus.store.runs import set_run
from crawler.site import Site
from parsers.model import Problem, ProblemKind
from scheduler.alerting.file import Alerts
from scheduler.settling.arrivals import Arrivals
from scheduler.settling.baseline import tell_baseline
from scheduler.settling.judgement import Judgement
from scheduler.settling.teller import Teller

if TYPE_CHECKING:
    from scheduler.settling.edits import Edit
    from scheduler.settling.rereader import Rereader


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
        self._store, self._archive = store, archive
        self._site, self._site_id = site, lease.site_id
        self._run = store.runs.get(run_id)
        self._settled_run = store.runs.last_settled(lease.site_id, before=run_id)
        self._teller = Teller(
            store=store,
            site=site,
            lease=lease,
            run_id=run_id,
            now=now,
            alerts=alerts,
            is_stopping=is_stopping,
        )
        self._arrivals = Arrivals(
            store=store,
            site_id=lease.site_id,
            run_id=run_id,
            reader=lambda: self._reader,
            teller=self._teller,
        )
        self._judgement = Judgement(
            store=store,
            site=site,
            run=self._run,
            since=self._settled_run,
            teller=self._teller,
        )

    @cached_property
    def _reader(self) -> "Rereader":
        """What reads captures again; an ordinary night needs none, nor its imports."""
        from scheduler.settling.rereader import Rereader

        return Rereader(
            store=self._store,
            archive=self._archive,
            site=self._site,
            site_id=self._site_id,
        )

    @property
    def change_ids(self) -> list[int]:
        """The ids of the changes told so far, in order."""
        return self._teller.change_ids

    def run(self) -> list[int]:
        """Compare, prove, hold and tell; return the ids of the changes, in order."""
        with self._teller.writing() as connection:
            adopt_looks(
                connection, self._site_id, self._run.id, since=self._settled_run
            )
        self._arrivals.tell_moved()
        self._teller.change_ids += tell_baseline(
            self._store,
            self._site_id,
            profile_version=self._store.sites.profile_version(self._site_id),
            writing=self._teller.writing,
        )
        self._judgement.judge(self._compare_all())
        self._arrivals.tell_restored()
        self._finish()
        return self.change_ids

    def release(self, row: Any) -> None:
        """Let out one thing that a mass change held back."""
        self._judgement.release(row)

    def _compare_all(self) -> "list[Edit]":
        """Tell what is new at once; return the edits, which may be a mass change."""
        edits = []
        for revision_id in self._store.owed.revisions(self._site_id):
            self._teller.go_on()
            revision = self._store.owed.revision(revision_id)
            before = self._store.owed.before(revision)
            if before is None:
                self._arrivals.tell_new(revision)
            elif edit := self._compare(revision, before):
                edits.append(edit)
        return self._without_noise(edits) if edits else []

    def _without_noise(self, edits: Sequence["Edit"]) -> "list[Edit]":
        """Return the edits that are left when what moves on many items is put away."""
        from scheduler.settling.sieve import (
            Sieve,  # an ordinary night has nothing to sift
        )

        sieve = Sieve(self._store, self._site_id)
        looked = self._store.owed.looked(self._site_id, self._run.id)
        sifted = sieve.sift(edits, looked=looked)
        if sifted.redesigned:
            self._tell_redesign(sifted.redesigned, looked)
        for edit in sifted.edits:
            if not edit.comparison.fields:
                self._no_edit(edit.revision, edit.before, edit.reading)
        return [edit for edit in sifted.edits if edit.comparison.fields]

    def _compare(self, revision: Any, before: Any) -> "Edit | None":
        """Return how a revision differs from the one before; nothing if not at all."""
        from scheduler.settling.edits import Edit

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
        is_held = any(
            h.item_id == revision.item_id for h in self._store.owed.held(self._site_id)
        )
        with self._teller.writing() as connection:
            if is_held or self._reader.is_current(before):
                undo_revisions(connection, revision.item_id, back_to=before.id)
            else:
                clear_mark(connection, revision.id, cause="reparse", reading=reading)

    def _tell_redesign(self, fields: Mapping[str, int], looked: int) -> None:
        told = ", ".join(f"{name} on {count}" for name, count in fields.items())
        self._teller.problems.append(
            Problem(
                kind=ProblemKind.REDESIGN,
                detail=f"of {looked} items, at once another {told}: taken for a new "
                "design, not for edits",
                url=self._site.seeds[0],
            )
        )

    def _finish(self) -> None:
        now = self._teller.now()
        is_told = bool(self._teller.problems) and self._run.status in ("ok", "problems")
        status = "problems" if is_told else self._run.status
        with self._teller.writing() as connection:
            for problem in self._teller.problems:
                self._teller.keep_problem(connection, problem, now)
            set_run(
                connection,
                self._run.id,
                is_settled=True,
                changes=self._run.changes + len(self.change_ids),
                status=status,
            )
