"""The outbox: at least once, in order per item, and no channel in another's way."""

import threading
import time
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from parsers.model import Alert
from scheduler.alerting.delivery import Channel, DeliveryError
from scheduler.alerting.file import Alerts
from scheduler.alerting.rules import read_alerts
from scheduler.alerts import alerts_about
from scheduler.outbox import Deliverer, keep_trouble, retry_at
from tests.scheduler.samples import NOON, Corpus, make_trouble

DESK = '[channel.desk]\ntype = "console"\n'
HOOK = '[channel.hook]\ntype = "console"\n'
ALL = '[[rule]]\nname = "all"\nchannels = ["desk"]\n'


class Ears:
    """A channel that remembers what it took, and fails as often as it is told."""

    def __init__(self, *errors: DeliveryError | None, always: bool = False) -> None:
        self.taken: list[Alert] = []
        self.tried: list[Alert] = []
        self._errors, self._always = list(errors), always

    def send(self, alert: Alert) -> None:
        self.tried.append(alert)
        error = self._errors.pop(0) if self._errors else None
        if error is None and self._always:
            error = DeliveryError("closed")
        if error is not None:
            raise error
        self.taken.append(alert)

    @property
    def ids(self) -> list[int]:
        return [change.id for alert in self.taken for change in alert.changes]


class Clock:
    """The program's clock, moved by hand."""

    def __init__(self, now: datetime = NOON) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now


def _deliver(corpus: Corpus, clock: Callable[[], datetime], **channels: Channel) -> int:
    """Let everything that is due go out; return how many were sent."""
    deliverer = Deliverer(corpus.store, channels, now=clock, chance=lambda: 0.0)
    while deliverer.start_due():
        time.sleep(0.002)
    return deliverer.tally.sent


def _fill(corpus: Corpus, alerts: Alerts, items: Sequence[int], **values: Any) -> None:
    run_id = corpus.run()
    for item in items:
        assert corpus.change(item, alerts, run_id=run_id, **values)


def test_an_alert_is_in_the_outbox_with_its_change_and_goes_out_once(
    tmp_path: Path,
) -> None:
    """Kept before it is sent, gone after."""
    corpus, ears = Corpus(tmp_path), Ears()
    _fill(corpus, read_alerts(DESK + ALL), [corpus.item("a"), corpus.item("b")])
    assert corpus.store.outbox.count() == {"pending": 2}
    assert _deliver(corpus, Clock(), desk=ears) == 2
    assert _deliver(corpus, Clock(), desk=ears) == 0
    assert ears.ids == [1, 2]
    assert corpus.store.outbox.count() == {"sent": 2}


def test_a_baseline_change_and_one_kept_before_make_no_alert(tmp_path: Path) -> None:
    """Doing it twice does nothing."""
    corpus, alerts = Corpus(tmp_path), read_alerts(DESK + ALL)
    run_id, item = corpus.run(), corpus.item("a")
    corpus.change(item, alerts, run_id=run_id, baseline=True, kind="new")
    assert corpus.store.outbox.count() == {}
    assert corpus.change(item, alerts, run_id=run_id)
    assert corpus.change(item, alerts, run_id=run_id) is None
    assert corpus.store.outbox.count() == {"pending": 1}


@pytest.mark.promise("R8")
def test_alerts_about_one_item_keep_their_order_while_others_pass(
    tmp_path: Path,
) -> None:
    """'Restored' before 'removed' would turn the story round."""
    corpus, clock = Corpus(tmp_path), Clock()
    alerts = read_alerts(DESK + ALL)
    one, other = corpus.item("a"), corpus.item("b")
    _fill(corpus, alerts, [one])
    _fill(corpus, alerts, [one, other])
    ears = Ears(DeliveryError("busy"))
    _deliver(corpus, clock, desk=ears)
    assert ears.ids == [3]
    clock.now += timedelta(minutes=1)
    _deliver(corpus, clock, desk=ears)
    assert ears.ids == [3, 1, 2]


@pytest.mark.promise("R8")
def test_two_processes_never_send_the_same_alert_at_once(tmp_path: Path) -> None:
    """The service and ``alerts deliver`` may run together."""
    corpus = Corpus(tmp_path)
    items = [corpus.item(f"i{n}") for n in range(60)]
    _fill(corpus, read_alerts(DESK + ALL), items)
    others = [corpus, Corpus(tmp_path), Corpus(tmp_path)]
    ears = [Ears() for _ in others]
    threads = [
        threading.Thread(target=lambda c=c, e=e: _deliver(c, Clock(), desk=e))
        for c, e in zip(others, ears, strict=True)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    told = [change for ear in ears for change in ear.ids]
    assert sorted(told) == list(range(1, 61))


@pytest.mark.promise("R9")
def test_a_dead_channel_delays_no_other(tmp_path: Path) -> None:
    """One bad among three good."""
    names = ["a", "b", "c", "dead"]
    heads = "".join(f'[channel.{n}]\ntype = "console"\n' for n in names)
    rule = f'[[rule]]\nname = "all"\nchannels = {names}\n'
    corpus = Corpus(tmp_path)
    items = [corpus.item(f"i{n}") for n in range(5)]
    _fill(corpus, read_alerts(heads + rule), items)
    is_over = threading.Event()

    class Dead:
        def send(self, alert: Alert) -> None:
            is_over.wait(20)
            raise DeliveryError("nobody there")

    good = {name: Ears() for name in names[:3]}
    deliverer = Deliverer(corpus.store, good | {"dead": Dead()}, now=Clock())
    began = time.monotonic()
    deliverer.start_due()
    while any(len(ear.taken) < 5 for ear in good.values()):
        assert time.monotonic() - began < 10
        time.sleep(0.005)
    is_over.set()
    deliverer.stop()


@pytest.mark.promise("R9")
def test_what_is_refused_for_three_days_is_given_up_visible_and_sent_again(
    tmp_path: Path,
) -> None:
    """Never by count: a receiver that is down over a weekend loses nothing."""
    corpus, clock = Corpus(tmp_path), Clock()
    _fill(corpus, read_alerts(DESK + ALL), [corpus.item("a")])
    ears = Ears(always=True)
    while corpus.store.outbox.count() == {"pending": 1}:
        _deliver(corpus, clock, desk=ears)
        clock.now += timedelta(minutes=10)
        assert clock.now < NOON + timedelta(days=4)
    assert clock.now - NOON > timedelta(days=3)
    assert len(ears.tried) > 50
    (row,) = corpus.store.outbox.find(states=["dead"])
    assert row.error == "closed"
    assert corpus.store.outbox.resend(now=clock.now) == [row.alert_id]
    heard = Ears()
    _deliver(corpus, clock, desk=heard)
    assert [alert.alert_id for alert in heard.taken] == [row.alert_id]


def test_a_permanent_refusal_is_given_up_at_once(tmp_path: Path) -> None:
    """Three days of asking a closed address help nobody."""
    corpus = Corpus(tmp_path)
    _fill(corpus, read_alerts(DESK + ALL), [corpus.item("a")])
    _deliver(corpus, Clock(), desk=Ears(DeliveryError("gone", permanent=True)))
    assert corpus.store.outbox.count() == {"dead": 1}


def test_a_machine_that_was_off_for_a_week_still_tries_before_it_gives_up(
    tmp_path: Path,
) -> None:
    """The three days count from the first attempt, not from the change."""
    corpus, clock = Corpus(tmp_path), Clock(NOON + timedelta(days=7))
    _fill(corpus, read_alerts(DESK + ALL), [corpus.item("a")])
    _deliver(corpus, clock, desk=Ears(always=True))
    assert corpus.store.outbox.count() == {"pending": 1}


@pytest.mark.promise("R9")
def test_retry_after_is_honoured_within_a_day() -> None:
    """Whoever asks for an hour gets an hour; for a year, a day."""

    def wait(seconds: float | None, attempts: int = 1) -> float:
        error = DeliveryError("busy", retry_after=seconds)
        at = retry_at(
            attempts=attempts, first_tried_at=NOON, now=NOON, error=error, chance=0.5
        )
        assert at is not None
        return (at - NOON).total_seconds()

    assert wait(3600) == 3600
    assert wait(1e9) == 86400
    assert wait(None) == 15 * 0.75
    assert wait(None, attempts=50) == 3600 * 0.75


def test_a_clock_set_back_does_not_hold_an_alert_for_months(tmp_path: Path) -> None:
    """Somebody mends the machine's clock."""
    corpus, ears = Corpus(tmp_path), Ears()
    alerts = read_alerts(DESK + ALL)
    run_id, later = corpus.run(), NOON + timedelta(days=200)
    corpus.change(corpus.item("a"), alerts, run_id=run_id, now=later)
    assert _deliver(corpus, Clock(NOON), desk=ears) == 1


def test_a_roundup_is_one_alert_with_every_change_in_order(tmp_path: Path) -> None:
    """Eight o'clock: everything since yesterday, once."""
    corpus, clock, ears = Corpus(tmp_path), Clock(), Ears()
    alerts = read_alerts(DESK + ALL + 'roundup = "daily 20:00"\n')
    one, other = corpus.item("a"), corpus.item("b")
    _fill(corpus, alerts, [one, other])
    _fill(corpus, alerts, [one])
    assert _deliver(corpus, clock, desk=ears) == 0
    clock.now = NOON + timedelta(hours=8)
    assert _deliver(corpus, clock, desk=ears) == 1
    (alert,) = ears.taken
    assert alert.is_roundup
    assert ears.ids == [1, 2, 3]
    assert corpus.store.outbox.count() == {"rolled": 3, "sent": 1}


@pytest.mark.promise("R8")
def test_a_roundup_that_is_sent_again_is_the_same_roundup(tmp_path: Path) -> None:
    """What came in between waits for the next one."""
    corpus, clock = Corpus(tmp_path), Clock(NOON + timedelta(hours=8))
    alerts = read_alerts(DESK + ALL + 'roundup = "daily 20:00"\n')
    ears = Ears(DeliveryError("busy"))
    _fill(corpus, alerts, [corpus.item("a"), corpus.item("b")])
    _deliver(corpus, clock, desk=ears)
    _fill(corpus, alerts, [corpus.item("c")])
    clock.now += timedelta(minutes=5)
    _deliver(corpus, clock, desk=ears)
    first, second = ears.tried[:2]
    assert first == second
    # NOON's changes are due at 20:00 of the same day, so the third is another roundup
    assert ears.ids == [1, 2, 3]
    assert len({alert.alert_id for alert in ears.taken}) == 2


def test_what_waits_in_a_roundup_goes_first_when_the_item_is_told_at_once(
    tmp_path: Path,
) -> None:
    """Order per item holds between rules."""
    corpus, ears = Corpus(tmp_path), Ears()
    alerts = read_alerts(
        DESK
        + '[[rule]]\nname = "gone"\nkinds = ["removed"]\nchannels = ["desk"]\n'
        + '[[rule]]\nname = "rest"\nchannels = ["desk"]\nroundup = "hourly"\n'
    )
    one, other = corpus.item("a"), corpus.item("b")
    _fill(corpus, alerts, [one, other])
    _fill(corpus, alerts, [one], kind="removed")
    assert _deliver(corpus, Clock(), desk=ears) == 2
    assert ears.ids == [1, 3]


def test_over_the_cap_the_rest_comes_as_one(tmp_path: Path) -> None:
    """Twenty bells, then a list."""
    corpus, clock, ears = Corpus(tmp_path), Clock(), Ears()
    alerts = read_alerts(DESK + ALL + 'cap = "3/hour"\n')
    items = [corpus.item(f"i{n}") for n in range(10)]
    _fill(corpus, alerts, items)
    assert _deliver(corpus, clock, desk=ears) == 3
    clock.now += timedelta(hours=1)
    assert _deliver(corpus, clock, desk=ears) == 1
    assert sorted(ears.ids) == list(range(1, 11))


def test_a_trouble_is_told_once_to_those_who_asked(tmp_path: Path) -> None:
    """The same redesign, seen every night, is one alert."""
    corpus, ears = Corpus(tmp_path), Ears()
    alerts = read_alerts(DESK + HOOK + ALL + "problems = true\n")
    for _ in range(2):
        with corpus.store.write() as connection:
            keep_trouble(connection, make_trouble(), alerts, now=NOON)
    assert _deliver(corpus, Clock(), desk=ears) == 1
    assert ears.taken[0].trouble == make_trouble()
    assert alerts_about(make_trouble(site="x"), alerts, now=NOON)


def test_a_channel_that_left_the_file_is_named_in_what_is_given_up(
    tmp_path: Path,
) -> None:
    """Renaming a channel must not lose what waits for it."""
    corpus = Corpus(tmp_path)
    _fill(corpus, read_alerts(DESK + ALL), [corpus.item("a")])
    _deliver(corpus, Clock())
    (row,) = corpus.store.outbox.find(states=["dead"])
    assert "no channel is named desk" in row.error


def test_everything_is_tried_once_whatever_its_time(tmp_path: Path) -> None:
    """``alerts deliver`` is for somebody who has just mended the receiver."""
    corpus, clock = Corpus(tmp_path), Clock()
    _fill(corpus, read_alerts(DESK + ALL), [corpus.item("a"), corpus.item("b")])
    _deliver(corpus, clock, desk=Ears(always=True))
    ears = Ears(DeliveryError("still closed"))
    tally = Deliverer(corpus.store, {"desk": ears}, now=clock).deliver_all()
    assert (tally.sent, tally.failed, len(ears.tried)) == (1, 1, 2)


@pytest.mark.promise("R8")
def test_a_container_that_is_started_anew_takes_over_what_its_last_one_held(
    tmp_path: Path,
) -> None:
    """Its name is another each time, so nobody can ask whether that process lives."""
    first, clock = Corpus(tmp_path), Clock()
    items = [first.item("a"), first.item("b")]
    _fill(first, read_alerts(DESK + ALL), items)
    outbox = first.store.outbox
    outbox.holder = outbox._taken._holder = "elsewhere:7:1.00:abcd"
    taken = outbox.claim("desk", now=NOON)
    assert taken is not None
    outbox.note_taken(taken)
    first.store.wakes.holder = outbox.holder
    wakes = first.store.wakes
    assert wakes.begin(first.site_id, NOON, was=None, now=NOON)
    lease = first.store.leases.acquire(first.site_id)
    assert lease is not None

    second, ears = Corpus(tmp_path), Ears()
    again = second.store.wakes
    assert again.begin(second.site_id, NOON, was=NOON, now=NOON) is None
    first.store.leases.release(lease)
    assert again.begin(second.site_id, NOON, was=NOON, now=NOON)
    # what it claimed is its own until the claim runs out; then its notes are believed
    assert _deliver(second, clock, desk=ears) == 1
    with second.store.write() as connection:
        until = time.time() - 1
        connection.run(
            "UPDATE outbox SET claimed_until = :until WHERE claimed_by IS NOT NULL",
            until=until,
        )
    note = tmp_path / "taken" / "elsewhere+7+1.00+abcd"
    note.write_text(f"{taken.id} {until!r}\n")
    _deliver(second, clock, desk=ears)
    assert second.store.outbox.count() == {"sent": 2}
    assert len(ears.taken) == 1
    assert not note.exists()
