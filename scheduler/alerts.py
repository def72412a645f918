"""Which changes concern whom: a change and a rule give a verdict with reasons. Pure."""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from corpus.store.drafts import AT_ONCE, OVERFLOW, ROUNDUP, Draft
from parsers.model import Cause, Change, ChangeKind, Trouble, Weight
from scheduler.alerting.faults import one_of
from scheduler.alerting.file import Alerts, place_of
from scheduler.alerting.hours import next_hour, quiet_until, roundup_at
from scheduler.alerting.words import find_word, fold

if TYPE_CHECKING:
    from scheduler.alerting.rules import Rule

#: How many alerts of a rule to a channel are planned after one time, until another.
Planned = Callable[[str, str, datetime, datetime], int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One test of a rule: what it looks at, whether it passed, and why."""

    test: str
    passed: bool
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """Whether a rule fires for a change, and the tests that say so."""

    rule: str
    fires: bool
    reasons: tuple[Reason, ...]


def match(change: Change, rule: "Rule") -> Verdict:
    """Return whether the rule fires, with the reason of every test it makes."""
    reasons = tuple(_tests(change, rule))
    fires = all(reason.passed for reason in reasons)
    return Verdict(rule=rule.name, fires=fires, reasons=reasons)


def fires(change: Change, rule: "Rule") -> bool:
    """Return whether the rule fires; stops at the first test that fails."""
    return all(reason.passed for reason in _tests(change, rule))


def alert_id(change: Change, channel: str) -> str:
    """Return the id of the alert about a change to a channel: the same for ever.

    What the change is goes in beside its number: a store that was restored from a
    backup gives numbers out again, and no receiver may take two changes for one.
    """
    when = change.captured_at.isoformat()
    facts = (str(change.id), change.site, change.key, change.kind.value, when, channel)
    return name_alert("change", *facts)


def trouble_id(trouble: Trouble, channel: str) -> str:
    """Return the id of an operations alert to a channel: the same for ever."""
    problem = trouble.problem
    when = trouble.at.isoformat()
    return name_alert("trouble", trouble.site, problem.kind, problem.url, when, channel)


def name_alert(*words: str) -> str:
    """Return an id that only these words have.

    >>> name_alert("change", "1")
    'alert_58dd655884264d9322da531a2f1799dc'
    """
    text = "\x1f".join(words)
    return "alert_" + hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:32]


def alerts_for(
    change: Change,
    alerts: Alerts,
    *,
    now: datetime,
    planned: Planned = lambda *_: 0,
    site_zone: str | None = None,
) -> tuple[Draft, ...]:
    """Return the alerts that a change gives rise to: one for each channel it concerns.

    Where several rules name a channel, the one that tells soonest decides. Nothing of
    a baseline and nothing that only reads differently is ever told.
    """
    drafts: dict[str, Draft] = {}
    for rule in alerts.rules:
        if not fires(change, rule):
            continue
        zone = alerts.zone(rule, site_zone)
        for channel in dict.fromkeys(rule.channels):
            lane, at = plan(rule, channel, now=now, zone=zone, planned=planned)
            if channel not in drafts or at < drafts[channel].planned_at:
                drafts[channel] = Draft(
                    alert_id=alert_id(change, channel),
                    rule=rule.name,
                    channel=channel,
                    lane=lane,
                    planned_at=at,
                    change_id=change.id,
                )
    return tuple(drafts.values())


def alerts_about(
    trouble: Trouble, alerts: Alerts, *, now: datetime, site_zone: str | None = None
) -> tuple[Draft, ...]:
    """Return the operations alerts of a trouble: at once, but for quiet hours."""
    drafts: dict[str, Draft] = {}
    for rule in alerts.rules:
        if not tells_problems(rule) or not _is_site(trouble.site, rule.sites):
            continue
        at = quiet_until(rule.quiet_hours, now=now, zone=alerts.zone(rule, site_zone))
        for channel in rule.channels:
            if channel not in drafts or at < drafts[channel].planned_at:
                drafts[channel] = Draft(
                    alert_id=trouble_id(trouble, channel),
                    rule=rule.name,
                    channel=channel,
                    planned_at=at,
                    payload=_trouble_object(trouble),
                )
    return tuple(drafts.values())


def tells_problems(rule: "Rule") -> bool:
    """Return whether operations alerts go to the rule's channels."""
    return rule.enabled and (rule.problems or "problem" in rule.kinds)


def plan(
    rule: "Rule", channel: str, *, now: datetime, zone: ZoneInfo, planned: Planned
) -> tuple[str, datetime]:
    """Return how and when the rule tells: at once, in a roundup, or over its cap."""
    if rule.round is not None:
        at = roundup_at(rule.round, now=now, zone=zone)
        return ROUNDUP, quiet_until(rule.quiet_hours, now=at, zone=zone)
    at = quiet_until(rule.quiet_hours, now=now, zone=zone)
    cap = rule.most
    if cap is None or planned(rule.name, channel, at - cap.span, at) < cap.count:
        return AT_ONCE, at
    return OVERFLOW, quiet_until(rule.quiet_hours, now=next_hour(at), zone=zone)


def _trouble_object(trouble: Trouble) -> dict[str, object]:
    return {
        "site": trouble.site,
        "kind": trouble.problem.kind.value,
        "detail": trouble.problem.detail,
        "url": trouble.problem.url,
        "at": trouble.at.isoformat(),
        "run": trouble.run,
        "proposal": trouble.proposal,
    }


def _tests(change: Change, rule: "Rule") -> Iterator[Reason]:
    if not rule.enabled:
        yield Reason(test="enabled", passed=False, why="the rule is switched off")
    if change.baseline:
        why = "found in the site's baseline, which alerts nobody"
        yield Reason(test="baseline", passed=False, why=why)
    if change.cause is not Cause.CRAWL:
        why = "our reading moved, not the site"
        yield Reason(test="cause", passed=False, why=why)
    for test in (_weight, _kinds, _sites, _sections, _fields, _languages, _words):
        if reason := test(change, rule):
            yield reason


def _weight(change: Change, rule: "Rule") -> Reason | None:
    if rule.weight == "minor":
        return None
    passed = change.weight is Weight.FULL
    why = f"the change has {change.weight.value} weight; the rule asks for full"
    return Reason(test="weight", passed=passed, why=why)


def _kinds(change: Change, rule: "Rule") -> Reason | None:
    if not rule.kinds:
        return None
    passed = change.kind.value in rule.kinds
    return Reason(
        test="kinds", passed=passed, why=_among(change.kind.value, rule.kinds, passed)
    )


def _sites(change: Change, rule: "Rule") -> Reason | None:
    if not rule.sites:
        return None
    passed = _is_site(change.site, rule.sites)
    return Reason(
        test="sites", passed=passed, why=_among(change.site, rule.sites, passed)
    )


def _sections(change: Change, rule: "Rule") -> Reason | None:
    if not rule.sections:
        return None
    path = urlsplit(change.url).path
    labels = {fold(label) for label in change.labels}
    passed = any(
        path.startswith(section) if section.startswith("/") else fold(section) in labels
        for section in rule.sections
    )
    here = ", ".join((path, *change.labels))
    return Reason(
        test="sections", passed=passed, why=_among(here, rule.sections, passed)
    )


def _fields(change: Change, rule: "Rule") -> Reason | None:
    if not rule.fields or (not change.fields and change.kind is not ChangeKind.EDITED):
        return None
    passed = any(name in change.fields for name in rule.fields)
    here = ", ".join(change.fields) or "nothing"
    return Reason(test="fields", passed=passed, why=_among(here, rule.fields, passed))


def _languages(change: Change, rule: "Rule") -> Reason | None:
    if not rule.languages:
        return None
    if change.language is None:
        why = "the language is not known; told rather than lost"
        return Reason(test="languages", passed=True, why=why)
    here = change.language.lower()
    passed = any(
        here == asked.lower() or here.split("-")[0] == asked.lower()
        for asked in rule.languages
    )
    why = _among(change.language, rule.languages, passed)
    return Reason(test="languages", passed=passed, why=why)


def _words(change: Change, rule: "Rule") -> Reason | None:
    wanted = rule.wanted
    if not wanted.any_of and not wanted.none_of:
        return None
    text = "\n\n".join(_texts(change))

    def find(words: Sequence[str]) -> str | None:
        return find_word(words, text, forms=wanted.forms, language=change.language)

    if unwanted := find(wanted.none_of):
        return Reason(test="words", passed=False, why=f'it says "{unwanted}"')
    if not wanted.any_of:
        return Reason(test="words", passed=True, why="it says none of those unwanted")
    found = find(wanted.any_of)
    if found is None:
        why = "it says none of " + ", ".join(wanted.any_of)
        return Reason(test="words", passed=False, why=why)
    return Reason(test="words", passed=True, why=f'it says "{found}"')


def _texts(change: Change) -> Iterator[str]:
    """Yield what the article says now, and what an edit took away or put in."""
    # it marks words: nothing that most runs need
    from scheduler.alerting.message import as_text

    yield change.title
    yield change.body
    for name, field in change.fields.items():
        if name in {"title", "body", "summary", "attachments", "labels", "authors"}:
            yield as_text(field.old)
            yield as_text(field.new)


def strange_sites(alerts: Alerts, names: Sequence[str]) -> Iterator[str]:
    """Yield a line for each site that a rule names and nobody watches."""
    for place, rule in enumerate(alerts.rules):
        for pattern in rule.sites:
            if not any(_is_site(name, [pattern]) for name in names):
                where = place_of(alerts, "rule", place, "sites")
                told = f'no site is watched as "{pattern}"' + one_of(names, pattern)
                yield f'{where} of "{rule.name}": {told}'


def _is_site(site: str, patterns: Sequence[str]) -> bool:
    return not patterns or any(fnmatchcase(site, pattern) for pattern in patterns)


def _among(here: str, asked: Sequence[str], passed: bool) -> str:
    return f"{here} is {'' if passed else 'not '}among {', '.join(asked)}"
