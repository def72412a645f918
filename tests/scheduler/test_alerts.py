"""Rules and changes: who is told, when, and why not."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.store.drafts import AT_ONCE, OVERFLOW, ROUNDUP
from parsers.model import Cause, ChangeKind, FieldChange, Weight
from scheduler.alerting.rules import Rule, read_alerts
from scheduler.alerts import alert_id, alerts_about, alerts_for, fires, match
from tests.scheduler.samples import NOON, make_change, make_trouble


def _rule(**values: Any) -> Rule:
    return Rule(**({"name": "r", "channels": ["hook"]} | values))


def _alerts(*rules: str) -> Any:
    heads = [f'[channel.{name}]\ntype = "console"\n' for name in ("desk", "hook")]
    return read_alerts("".join([*heads, *(f"[[rule]]\n{rule}\n" for rule in rules)]))


@pytest.mark.parametrize(
    ("rule", "change", "told"),
    [
        ({}, {}, True),
        ({"enabled": False}, {}, False),
        ({}, {"baseline": True}, False),
        ({}, {"cause": Cause.REPARSE}, False),
        ({}, {"weight": Weight.MINOR}, False),
        ({"weight": "minor"}, {"weight": Weight.MINOR}, True),
        ({"weight": "minor"}, {}, True),
        ({"kinds": ["edited", "removed"]}, {}, True),
        ({"kinds": ["new"]}, {}, False),
        ({"sites": ["press.harbour.example"]}, {}, True),
        ({"sites": ["*.harbour.example"]}, {}, True),
        ({"sites": ["other.example"]}, {}, False),
        ({"sections": ["/news/"]}, {}, True),
        ({"sections": ["/sport/"]}, {}, False),
        ({"sections": ["verkehr"]}, {"labels": ("Verkehr",)}, True),
        ({"fields": ["title"]}, {}, True),
        ({"fields": ["authors"]}, {}, False),
        ({"fields": ["title"]}, {"kind": ChangeKind.REMOVED, "fields": {}}, True),
        ({"languages": ["en"]}, {}, True),
        ({"languages": ["en"]}, {"language": "en-GB"}, True),
        ({"languages": ["de"]}, {}, False),
        ({"languages": ["de"]}, {"language": None}, True),
        ({"words": ["FERRY"]}, {}, True),
        ({"words": ["ferr"]}, {}, False),
        ({"words": ["fare"]}, {"title": "Fares fall", "body": "", "fields": {}}, False),
        ({"words": ["fare"], "forms": True}, {"title": "Fares", "fields": {}}, True),
        ({"words": ["ferry", "-pier"]}, {}, False),
        ({"words": ["-storm"]}, {}, True),
        ({"words": ["10 euros"]}, {}, True),
        ({"words": ["=Ferry"]}, {}, True),
        ({"words": ["=FERRY"]}, {}, False),
        (
            {"words": ["пошлина"], "forms": True},
            {"title": "О пошлинах", "language": "ru"},
            True,
        ),
    ],
)
def test_a_rule_fires_for_what_it_asks_and_nothing_else(
    rule: dict[str, Any], change: dict[str, Any], told: bool
) -> None:
    """A rule that fires for the wrong thing is switched off within a week."""
    made = make_change(**change)
    verdict = match(made, _rule(**rule))
    assert verdict.fires is told is fires(made, _rule(**rule))
    assert told or any(not reason.passed for reason in verdict.reasons)


def test_one_change_and_one_channel_make_one_alert() -> None:
    """Two rules that meet must not ring twice."""
    alerts = _alerts(
        'name = "a"\nchannels = ["desk", "hook"]\nroundup = "hourly"',
        'name = "b"\nchannels = ["desk"]',
    )
    drafts = alerts_for(make_change(), alerts, now=NOON)
    assert [(d.channel, d.rule, d.lane) for d in drafts] == [
        ("desk", "b", AT_ONCE),
        ("hook", "a", ROUNDUP),
    ]
    assert len({d.alert_id for d in drafts}) == 2


def test_quiet_hours_put_off_what_is_told_at_once() -> None:
    """A sleeping editor corrects nothing."""
    alerts = _alerts(
        'name = "a"\nchannels = ["desk"]\nquiet = "22:00-06:00"\n'
        'time_zone = "Europe/Berlin"'
    )
    late = datetime(2026, 3, 3, 22, 30, tzinfo=UTC)
    (draft,) = alerts_for(make_change(), alerts, now=late)
    assert draft.planned_at == datetime(2026, 3, 4, 5, tzinfo=UTC)


def test_over_the_cap_the_rest_is_rolled_up_at_the_next_hour() -> None:
    """The twenty-first alert of an hour is read by nobody."""
    alerts = _alerts('name = "a"\nchannels = ["desk"]\ncap = "20/hour"')
    now = NOON + timedelta(minutes=10)
    (under,) = alerts_for(make_change(), alerts, now=now, planned=lambda *_: 19)
    (over,) = alerts_for(make_change(), alerts, now=now, planned=lambda *_: 20)
    assert under.lane == AT_ONCE
    assert (over.lane, over.planned_at) == (OVERFLOW, NOON + timedelta(hours=1))


@pytest.mark.parametrize(
    ("now", "due"),
    [
        ("2026-03-28T12:00Z", "2026-03-29T06:00Z"),  # clocks go forward in the night
        ("2026-10-24T12:00Z", "2026-10-25T07:00Z"),  # and back
        ("2026-07-01T06:00Z", "2026-07-02T06:00Z"),  # now is not later than now
    ],
)
def test_a_daily_roundup_keeps_its_hour_when_clocks_change(now: str, due: str) -> None:
    """Eight is eight, summer and winter."""
    alerts = _alerts('name = "a"\nchannels = ["desk"]\nroundup = "daily 08:00"')
    moment = datetime.fromisoformat(now)
    (draft,) = alerts_for(make_change(), alerts, now=moment, site_zone="Europe/Berlin")
    assert draft.planned_at == datetime.fromisoformat(due)


def test_problems_go_only_where_they_were_asked_for() -> None:
    """A redesign is for whoever runs the program, not for the desk."""
    alerts = _alerts(
        'name = "a"\nchannels = ["desk"]',
        'name = "b"\nchannels = ["hook"]\nproblems = true\nroundup = "hourly"',
    )
    (draft,) = alerts_about(make_trouble(), alerts, now=NOON)
    assert (draft.channel, draft.lane, draft.planned_at) == ("hook", AT_ONCE, NOON)
    only = _alerts('name = "a"\nchannels = ["desk"]\nkinds = ["problem"]')
    assert not alerts_for(make_change(), only, now=NOON)
    assert alerts_about(make_trouble(), only, now=NOON)


@pytest.mark.promise("R8")
@given(
    st.integers(1, 2**40),
    st.integers(1, 2**40),
    st.sampled_from(["desk", "hook"]),
    st.sampled_from(["desk", "hook"]),
)
def test_an_alert_id_stands_for_one_change_and_channel(
    one: int, other: int, here: str, there: str
) -> None:
    """A receiver drops what it has seen: the same id for two would lose one."""
    left = alert_id(make_change(id=one), here)
    right = alert_id(make_change(id=other), there)
    assert (left == right) == ((one, here) == (other, there))


def test_a_change_number_given_out_twice_makes_another_id() -> None:
    """A store restored from a backup counts from where the backup stood."""
    again = make_change(key="press.harbour.example/news/other")
    assert alert_id(make_change(), "desk") != alert_id(again, "desk")


@given(st.text(max_size=200), st.text())
def test_any_text_meets_any_word_without_a_fault(word: str, text: str) -> None:
    """What a page says is never trusted to be well formed."""
    rule = _rule(words=[word], forms=True) if word.strip("-= \t\n") else _rule()
    change = make_change(title=text, fields={"body": FieldChange(old=text, new="")})
    assert match(change, rule).rule == "r"
