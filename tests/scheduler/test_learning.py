"""What the store holds of a site, as the rhythm it lives by."""

from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from scheduler.alerting.file import Alerts
from scheduler.timing.events import read_events, rhythm_of
from scheduler.timing.rhythm import next_look
from tests.scheduler.samples import NOON, Corpus

NOBODY = Alerts(channels={}, rules=())
UTC_ZONE = ZoneInfo("UTC")


def test_a_baseline_with_printed_times_teaches_a_rhythm_on_the_first_day(
    tmp_path: Path,
) -> None:
    """The listing shows months of how the office works."""
    corpus = Corpus(tmp_path)
    run_id = corpus.run()
    for number in range(60):
        at = NOON.replace(hour=9) - timedelta(days=number // 2)
        corpus.change(
            corpus.item(f"i{number}"),
            NOBODY,
            run_id=run_id,
            kind="new",
            baseline=True,
            date=at.isoformat(),
        )
    rhythm = rhythm_of(corpus.store, corpus.site_id, now=NOON, zone=UTC_ZONE)
    assert rhythm is not None
    evening = NOON.replace(hour=20)
    look = next_look(rhythm, after=evening, zone=UTC_ZONE)
    assert 7 <= look.hour <= 10
    assert look.date() == evening.date() + timedelta(days=1)


def test_a_date_that_cannot_be_is_not_believed(tmp_path: Path) -> None:
    """Back-dated and future items teach nothing of the hour they appeared."""
    corpus = Corpus(tmp_path)
    run_id = corpus.run()
    for number, date in enumerate(["2031-01-01T00:00:00Z", "2020-01-01", "soon", None]):
        item = corpus.item(f"i{number}")
        corpus.change(item, NOBODY, run_id=run_id, kind="new", date=date)
    rows = corpus.store.wakes.events(corpus.site_id, since=NOON - timedelta(days=1))
    events = list(read_events(rows, zone=UTC_ZONE))
    assert [event.until for event in events] == [NOON] * 4
