"""``presswatch alerts``: who is told what, why, and what became of it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from corpus.home import Home
from crawler.site import site_names
from presswatch.cli.endings import PROBLEMS, USAGE, WELL, UsageError, finish
from presswatch.cli.logs import log_to_stderr
from presswatch.cli.showing.alert_shapes import (
    pending_shape,
    sample,
    told_shape,
    why_lines,
    why_shapes,
)
from presswatch.cli.showing.rows import show_table
from presswatch.cli.showing.screen import counted, emit, say, show, styled
from presswatch.cli.taking.asking import held_below
from presswatch.cli.taking.options import (
    DEFAULT_HOME,
    Clock,
    HomeOption,
    JsonOption,
    NowOption,
    new_app,
    read_number,
    start_clock,
)
from scheduler.alerting.delivery import DeliveryError, Place
from scheduler.alerting.file import FILE, Alerts, load_alerts, open_channels, place_of
from scheduler.alerting.rehearsal import count_messages, rehearse
from scheduler.alerts import strange_sites

if TYPE_CHECKING:
    from corpus.store import Store

app = new_app(has_parts=True)

Ids = Annotated[
    list[str] | None,
    typer.Argument(metavar="ALERT...", help="Ids of alerts; without, all given up."),
]


@app.callback()
def alerts() -> None:
    """See and send alerts; their rules and channels are in HOME/alerts.toml."""
    log_to_stderr()


@app.command("test")
def show_test(
    rules: Annotated[
        list[str] | None,
        typer.Argument(metavar="RULE...", help="These rules only.", show_default=False),
    ] = None,
    days: Annotated[
        int,
        typer.Option(parser=read_number(1), metavar="N", help="Days to look back."),
    ] = 31,
    send: Annotated[
        bool, typer.Option("--send", help="Send each channel a sample, now.")
    ] = False,
    home: HomeOption = DEFAULT_HOME,
    as_json: JsonOption = False,
    now: NowOption = None,
) -> None:
    """Check the alert file; show what its rules would have sent."""
    clock = start_clock(now)
    book = _read(home, rules or ())
    fault_count = 0
    for fault in open_channels(book, Place(home=home))[1].values():
        say(fault)
        fault_count += 1
    for strange in strange_sites(book, site_names(Home(home))):
        say(strange)
    if send:
        finish(max(_send_samples(book, home, clock), USAGE if fault_count else WELL))
    with held_below(home) as store:
        found = store.changes.find(since=clock() - timedelta(days=days))
        told = list(rehearse(found, book, rules or ()))
    if as_json:
        for alert in told:
            emit(told_shape(alert))
    else:
        heads = ("rule", "channel", "how", "at", "kind", "site", "title")
        rows = (list(told_shape(alert, rich=True).values()) for alert in told)
        show_table(*heads, rows=rows)
    say(
        f"{counted(len(found), 'changes')} in {counted(days, 'days')}; {len(told)} "
        f"would have been told, in {counted(count_messages(told), 'messages')}"
    )
    if not book.rules:
        _say_no_rules(home)
    finish(USAGE if fault_count else WELL)


@app.command()
def why(
    change: Annotated[str, typer.Argument(metavar="CHANGE", help="A change's id.")],
    home: HomeOption = DEFAULT_HOME,
    as_json: JsonOption = False,
) -> None:
    """Tell for every rule why it fired or not, and what was delivered."""
    book = _read(home)
    with held_below(home, is_needed=True) as store:
        found = store.changes.get(_change_id(store, change))
        if found is None:
            raise UsageError(f"no change has the id {change!r}; see presswatch changes")
        deliveries = store.outbox.find(change_id=found.id)
        carriers = store.outbox.find(
            alert_ids=[row.roundup_id for row in deliveries if row.roundup_id]
            or ["none"]
        )
    shapes = list(why_shapes(found, book, deliveries, carriers))
    for shape in shapes:
        if as_json:
            emit(shape)
        else:
            for text, style in why_lines(shape):
                show(styled(text, style))
    if not shapes:
        _say_no_rules(home)


@app.command()
def pending(home: HomeOption = DEFAULT_HOME, as_json: JsonOption = False) -> None:
    """List what is not delivered: it waits, or was given up."""
    with held_below(home) as store:
        rows = store.outbox.find(states=("pending", "dead"))
    if as_json:
        for row in rows:
            emit(pending_shape(row))
        return
    heads = ("alert", "change", "rule", "channel", "#tries", "next", "state", "error")
    show_table(*heads, rows=map(_pending_cells, rows), none="no alert waits")


@app.command()
def deliver(
    home: HomeOption = DEFAULT_HOME, as_json: JsonOption = False, now: NowOption = None
) -> None:
    """Try once what no channel has taken yet, whatever its time.

    The exit status is 3 if any remains.
    """
    with _post(home, start_clock(now)) as post:
        post.deliver(as_json=as_json)


@app.command()
def resend(
    alert_ids: Ids = None,
    home: HomeOption = DEFAULT_HOME,
    as_json: JsonOption = False,
    now: NowOption = None,
) -> None:
    """Send again what was given up, or what is named.

    The exit status is 3 if any remains.
    """
    clock = start_clock(now)
    with _post(home, clock) as post:
        put_back = post.store.outbox.resend(alert_ids or (), now=clock())
        if missing := sorted(set(alert_ids or ()) - set(put_back)):
            raise UsageError(
                f"no alert has the id {missing[0]!r}; see presswatch alerts pending"
            )
        post.deliver(as_json=as_json)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Post:
    """The outbox with its channels open."""

    store: "Store"
    book: Alerts
    home: Path
    now: Clock

    def deliver(self, *, as_json: bool) -> None:
        """Deliver, tell what came of it, and end the command."""
        from scheduler.outbox import Deliverer

        channels, faults = open_channels(self.book, Place(home=self.home))
        for fault in faults.values():
            say(fault)
        deliverer = Deliverer(self.store, channels, now=self.now, faults=faults)
        tally = deliverer.deliver_all()
        deliverer.stop()
        remaining = self.store.outbox.remaining(now=self.now())
        for name, error in tally.errors.items():
            if name not in faults:
                say(f"channel {name}: {error}")
        counts = {"sent": tally.sent, "failed": tally.failed, "remaining": remaining}
        if as_json:
            emit(counts)
        else:
            show(", ".join(f"{count} {word}" for word, count in counts.items()))
        if tally.dead:
            say(f"{tally.dead} given up; to try again: presswatch alerts resend")
        finish(PROBLEMS if remaining or tally.dead or faults else WELL)


@contextmanager
def _post(home: Path, now: Callable[[], Any]) -> Iterator[_Post]:
    book = _read(home)
    with held_below(home) as store:
        yield _Post(store=store, book=book, home=home, now=now)


def _read(home: Path, rules: Any = ()) -> Alerts:
    """Read the alert file; a rule that is asked for must stand in it."""
    book = load_alerts(home)
    known = ", ".join(rule.name for rule in book.rules) or "none yet"
    for name in rules:
        if book.rule(name) is None:
            raise UsageError(f"no rule is named {name!r}; known: {known}")
    return book


def _say_no_rules(home: Path) -> None:
    say(f"nobody is told: no rule stands in {home / FILE}")


def _send_samples(book: Alerts, home: Path, now: Clock) -> int:
    """Send a sample through every channel that can be opened; return the status."""
    channels, _ = open_channels(book, Place(home=home))
    if not book.channels:
        say(f"no channel is set up: they stand in {home / FILE}")
    status = WELL
    for name, channel in channels.items():
        try:
            channel.send(sample(name, now()))
        except DeliveryError as error:
            say(f"{place_of(book, 'channel', name, error.key)}: {error}")
            status = PROBLEMS
        else:
            say(f"channel {name}: took the sample")
    return status


def _change_id(store: "Store", text: str) -> int:
    """Return the id of a change, given that or the id of an alert about it."""
    if text.isascii() and text.isdigit():
        return int(text[:18])
    rows = store.outbox.find(alert_ids=[text])
    if rows and rows[0].change_id is not None:
        return int(rows[0].change_id)
    raise UsageError(f"no change has the id {text!r}; see presswatch changes")


def _pending_cells(row: Any) -> list[Any]:
    return [*pending_shape(row, rich=True).values(), row.error or ""]
