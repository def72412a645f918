"""Whether a site's validators can be believed: audited by full requests now and then.

State of one run; what was learned goes into the site's facts. No I/O.
"""

from collections.abc import Mapping
from typing import Any

#: One look in so many is a full request, until enough of them found nothing wrong …
OFTEN, ENOUGH = 4, 40
#: … and from then on.
SELDOM = 50
#: Runs after which validators that were found to lie are given another chance.
FORGIVEN = 60


class Validation:
    """Decides which requests are conditional, and learns from their answers."""

    def __init__(self, facts: Mapping[str, Any], *, run_id: int) -> None:
        self._run_id = run_id
        self._lied_run: int | None = facts.get("validators_lied_run")
        self._audits = int(facts.get("validators_audited", 0))

    @property
    def facts(self) -> dict[str, Any]:
        """What to remember of the site."""
        return {
            "validators_lied_run": self._lied_run,
            "validators_audited": self._audits,
        }

    def is_conditional(self, item_id: int) -> bool:
        """Tell whether an item with validators is asked for with them."""
        if self._lied_run is not None and self._run_id - self._lied_run < FORGIVEN:
            return False
        rate = OFTEN if self._audits < ENOUGH else SELDOM
        return (item_id + self._run_id) % rate != 0

    def note(self, known: Any, *, etag: str | None, last_modified: str | None) -> None:
        """Take note that an item's words changed, whatever its validators say."""
        same_etag = known.etag is not None and known.etag == etag
        same_date = known.last_modified is not None and (
            known.last_modified == last_modified
        )
        if same_etag or (same_date and not known.etag):
            self._lied_run = self._run_id

    def audited(self) -> None:
        """Take note that a full answer agreed with its validators."""
        self._audits += 1
