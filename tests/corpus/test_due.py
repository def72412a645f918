"""Which items a run looks at, in which order, however many are held."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from corpus.store import Store
from corpus.store import items as items_module
from corpus.store.items import add_items, set_item

NOW = datetime(2026, 3, 2, 6, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "store.sqlite")


def hold(store: Store, **values_by_key: dict[str, Any]) -> int:
    """Keep items under these keys, with what a test says of each."""
    site_id = store.sites.add("harbour", now=NOW)
    with store.write() as connection:
        add_items(
            connection,
            [
                {
                    "site_id": site_id,
                    "key": key,
                    "url": f"http://harbour.example/{key}",
                    "is_baseline": True,
                    "first_seen": NOW,
                }
                for key in values_by_key
            ],
        )
        for row in connection.rows("SELECT id, key FROM items"):
            set_item(connection, row.id, **values_by_key[row.key])
    return site_id


def _due(store: Store, site_id: int, *, everything: bool = False) -> list[str]:
    found = store.items.due(site_id, run_id=7, now=NOW, everything=everything)
    return [row.key for row in found]


def test_the_most_urgent_come_first_and_what_can_wait_does(store: Store) -> None:
    """A budget that runs out must have gone to what matters most."""
    hour = timedelta(hours=1)
    site_id = hold(
        store,
        late={"status": "live", "due_at": NOW - hour},
        later={"status": "live", "due_at": NOW - 2 * hour},
        always={"status": "live"},
        gone={"status": "removed", "due_at": NOW},
        unread={"status": "pending"},
        wait={"status": "live", "due_at": NOW + hour},
        asked={"status": "live", "looked_run": 7},
    )
    assert _due(store, site_id) == ["unread", "always", "later", "late", "gone"]
    everything = _due(store, site_id, everything=True)
    assert everything == ["unread", "always", "later", "late", "wait", "gone"]


@pytest.mark.promise("R16")
def test_what_a_clock_that_ran_ahead_planned_is_due_at_once(store: Store) -> None:
    """One run in the year 2036 must not be the last look at what rests till then."""
    ten_years = timedelta(days=3_650)
    site_id = hold(
        store,
        late={"status": "live", "due_at": NOW - timedelta(hours=1)},
        wait={"status": "removed", "due_at": NOW + timedelta(days=29)},
        rest={"status": "live", "due_at": NOW + timedelta(days=2)},
        lost={"status": "live", "due_at": NOW + ten_years},
        gone={"status": "removed", "due_at": NOW + ten_years},
    )
    assert _due(store, site_id) == ["late", "lost", "gone"]
    everything = _due(store, site_id, everything=True)
    assert everything == ["late", "rest", "lost", "wait", "gone"]


@pytest.mark.parametrize("count", [1, 3, 4, 7])
@pytest.mark.parametrize("everything", [True, False])
def test_each_item_comes_once_however_many_there_are(
    store: Store, monkeypatch: pytest.MonkeyPatch, count: int, everything: bool
) -> None:
    """More items than are looked up at a time were once the end of a run."""
    monkeypatch.setattr(items_module, "_BATCH", 3)
    held: dict[str, dict[str, Any]] = {}
    for n in range(count):
        held[f"always{n}"] = {"status": "live"}
        held[f"due{n}"] = {"status": "live", "due_at": NOW - timedelta(hours=n % 2)}
    site_id = hold(store, **held)
    assert sorted(_due(store, site_id, everything=everything)) == sorted(held)
