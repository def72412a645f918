"""The edits of one run, less what this site is known to move on many items at once."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from corpus.store import Store
from parsers.model import FULL_FIELDS
from scheduler.comparing.noise import find_noise, remember, titles_of
from scheduler.settling.edits import (
    Edit,
    redesigned_fields,
    without_fields,
    without_moving_lines,
)

#: Runs in which a minor field moved on most items, until it is known to be noise.
RESTLESS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Sifted:
    """Edits less noise; and the full fields that a new design changed, how often."""

    edits: list[Edit]
    redesigned: Mapping[str, int]


class Sieve:
    """Knows what moves on one site without meaning, and learns more of it."""

    def __init__(self, store: Store, site_id: int) -> None:
        self._store, self._site_id = store, site_id

    def sift(self, edits: Sequence[Edit], *, looked: int) -> Sifted:
        """Return the edits of a run that looked at so many items, less noise.

        An edit that was nothing else keeps no field.
        """
        redesigned = dict(redesigned_fields(edits, looked))
        redesigned |= dict.fromkeys(self._restless(redesigned), looked)
        return Sifted(
            edits=without_moving_lines(
                [without_fields(edit, redesigned) for edit in edits],
                self._noise(edits, looked),
                titles_of(self._store.items.titles(self._site_id)),
            ),
            redesigned={n: c for n, c in redesigned.items() if n in FULL_FIELDS},
        )

    def _restless(self, redesigned: Iterable[str]) -> list[str]:
        """Return the minor fields that moved on most items more than once before.

        What hangs on the words may move every day, on the few items that are due too.
        """
        facts = self._store.sites.by_id(self._site_id).facts
        counts = dict(facts.get("restless", {}))
        for name in set(redesigned).difference(FULL_FIELDS):
            counts[name] = counts.get(name, 0) + 1
        if counts != facts.get("restless", {}):
            self._store.sites.set(self._site_id, facts={**facts, "restless": counts})
        return [name for name, count in counts.items() if count > RESTLESS]

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
