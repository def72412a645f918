"""Each site's own normal: told when it is left, once, and with the next step."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from corpus.store.runs import set_run
from crawler.net.certificates import Certificate
from parsers.model import Problem, ProblemKind
from scheduler.alerting.rules import read_alerts
from scheduler.health import check_site
from scheduler.normal import Night, Normal, Pages, judge
from tests.scheduler.samples import NOON, SITE, Corpus

DAY = timedelta(days=1)
FULL = {"title": 1.0, "published": 1.0, "body": 1.0}
ALERTS = read_alerts(
    '[channel.desk]\ntype = "console"\n'
    '[[rule]]\nname = "ops"\nchannels = ["desk"]\nproblems = true\n'
)


def _pages(**values: Any) -> Pages:
    return Pages(**({"count": 20, "shares": FULL, "length": 2000.0} | values))


def _normal(**values: Any) -> Normal:
    known: dict[str, Any] = {
        "runs": 20,
        "share": 0.02,
        "pages": _pages(),
        "weekdays": (3.0,) * 5 + (0.0, 0.0),
        "last_new_at": NOON - DAY,
    }
    return Normal(**(known | values))


def _night(**values: Any) -> Night:
    known: dict[str, Any] = {
        "requested": 40,
        "listings": 2,
        "problems": (),
        "pages": _pages(count=5),
    }
    return Night(**(known | values))


def _problems(kind: ProblemKind, count: int) -> tuple[Problem, ...]:
    return (Problem(kind=kind, detail="so", url="https://x.example/"),) * count


def _certificate(*, days: float, left: float) -> Certificate:
    ends = NOON + left * DAY
    return Certificate(host="press.example", begins=ends - days * DAY, ends=ends)


@pytest.mark.parametrize(
    ("night", "normal", "kinds"),
    [
        ({}, {}, []),
        ({"problems": _problems(ProblemKind.TIMEOUT, 4)}, {}, []),
        ({"problems": _problems(ProblemKind.TIMEOUT, 12)}, {}, ["timeout"]),
        ({"problems": _problems(ProblemKind.TIMEOUT, 12)}, {"share": 0.25}, []),
        ({"problems": _problems(ProblemKind.TIMEOUT, 12)}, {"runs": 2}, []),
        ({"problems": _problems(ProblemKind.ROBOTS, 1)}, {}, []),
        ({"problems": _problems(ProblemKind.ROBOTS, 1), "listings": 0}, {}, ["robots"]),
        ({"problems": _problems(ProblemKind.REDESIGN, 1)}, {}, ["redesign"]),
        (
            {"pages": _pages(count=5, shares=FULL | {"published": 0.2})},
            {},
            ["extractor"],
        ),
        ({"pages": _pages(count=2, shares=FULL | {"published": 0.0})}, {}, []),
        ({"pages": _pages(count=6, length=300.0)}, {}, ["extractor"]),
        ({}, {"last_new_at": NOON - 4 * DAY}, ["empty"]),
        ({}, {"last_new_at": NOON - 4 * DAY, "weekdays": (0.2,) * 7}, []),
        ({}, {"last_new_at": None}, []),
        ({"certificates": [_certificate(days=90, left=20)]}, {}, []),
        ({"certificates": [_certificate(days=90, left=13)]}, {}, ["tls"]),
        ({"certificates": [_certificate(days=6, left=3)]}, {}, []),
        ({"certificates": [_certificate(days=6, left=0.5)]}, {}, ["tls"]),
        ({"certificates": [_certificate(days=365, left=-1)]}, {}, ["tls"]),
    ],
)
def test_a_site_in_trouble_is_told_and_a_bad_page_is_not(
    night: dict[str, Any], normal: dict[str, Any], kinds: list[str]
) -> None:
    """Whoever is called for nothing does not come the next time."""
    found = judge(_night(**night), _normal(**normal), now=NOON)
    assert [problem.kind for problem in found] == kinds


def test_a_weekend_is_no_silence_for_an_office_that_rests() -> None:
    """Friday evening to Monday morning is the longest silence of every week."""
    friday = NOON + timedelta(days=3, hours=6)
    assert not judge(
        _night(), _normal(last_new_at=friday), now=friday + timedelta(days=3)
    )


class _Site:
    name = SITE
    time_zone = None


def _run(corpus: Corpus, day: int, *, body: str = "x" * 500, failed: int = 0) -> None:
    """Keep a run with six pages and some problems."""
    at = NOON + day * DAY
    run_id = corpus.run(at)
    with corpus.store.write() as connection:
        values = {
            "ended_at": at,
            "status": "ok",
            "requested": 20,
            "listings": 1,
            "problems": failed,
        }
        set_run(connection, run_id, **values)
        capture_id = connection.insert(
            "captures",
            site_id=corpus.site_id,
            run_id=run_id,
            url="https://x.example/",
            status=200,
            captured_at=at,
            digest="sha256:aa",
            file="f",
            offset=0,
            length=1,
        )
        article = {"title": "T", "published": {"day": "2026-03-01"}, "body": body}
        for number in range(6):
            row = {
                "item_id": number + 1,
                "site_id": corpus.site_id,
                "run_id": run_id,
                "capture_id": capture_id,
                "part_ids": [],
                "first_seen": at,
                "fingerprint": f"{day}-{number}",
                "minor_fingerprint": "m",
                "words": "w",
                "article": article,
                "cause": "crawl",
                "reader": 1,
                "profile_version": 0,
                "is_compared": True,
            }
            connection.insert("revisions", **row)
        for _ in range(failed):
            connection.insert(
                "problems",
                site_id=corpus.site_id,
                run_id=run_id,
                url="https://x.example/",
                kind="timeout",
                detail="no answer",
                at=at,
            )


def test_one_trouble_is_one_alert_until_it_ends_and_comes_again(
    tmp_path: Path,
) -> None:
    """The same redesign every night must not ring every night."""
    corpus = Corpus(tmp_path)
    corpus.store.sites.set(corpus.site_id, baseline_at=NOON)
    for number in range(6):
        corpus.item(f"i{number}")

    def night(day: int, **values: Any) -> list[str]:
        _run(corpus, day, **values)
        found = check_site(corpus.store, _Site(), now=NOON + day * DAY, alerts=ALERTS)
        return [problem.kind for problem in found]

    for day in range(8):
        assert night(day) == []
    assert night(8, body="short") == ["extractor"]
    assert night(9, body="short") == ["extractor"]
    assert len(corpus.store.outbox.find()) == 1
    (trouble,) = corpus.store.numbers.troubles()
    assert "parse --explain" in trouble.proposal
    assert night(10) == []
    assert corpus.store.numbers.troubles() == []
    assert night(11, failed=12) == ["timeout"]
    assert len(corpus.store.outbox.find()) == 2


def test_a_site_in_its_baseline_has_no_normal_yet(tmp_path: Path) -> None:
    """A first night is like no other."""
    corpus = Corpus(tmp_path)
    corpus.item("i")
    assert check_site(corpus.store, _Site(), now=NOON, alerts=ALERTS) == ()


def test_a_certificate_about_to_expire_is_one_alert_that_names_host_and_day(
    tmp_path: Path,
) -> None:
    """After that day nothing can be captured any more."""
    corpus = Corpus(tmp_path)
    corpus.store.sites.set(corpus.site_id, baseline_at=NOON)
    ending = [_certificate(days=90, left=10)]
    for number in range(6):
        corpus.item(f"i{number}")
    for night in range(3):
        _run(corpus, night)
        (found,) = check_site(
            corpus.store,
            _Site(),
            now=NOON + night * DAY,
            alerts=ALERTS,
            certificates=ending,
        )
        assert "press.example is good until 2026-03-13 12:00 UTC" in found.detail
    assert len(corpus.store.outbox.find()) == 1
