"""``presswatch alerts``: the rules rehearsed, explained and delivered."""

import json
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.smtp import AuthResult

from presswatch.cli.run import run
from scheduler.alerting.file import load_alerts
from tests.scheduler.receivers import http_receiver, mail_server
from tests.scheduler.samples import NOON, Corpus

RULES = """
[channel.hook]
type = "webhook"
url = "{url}"
[[rule]]
name = "edits"
kinds = ["edited"]
channels = ["hook"]
[[rule]]
name = "not yet"
enabled = false
channels = ["hook"]
"""
LATER = ["--now", "2026-03-03T13:00:00Z"]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path


def _fill(home: Path, url: str) -> None:
    (home / "alerts.toml").write_text(RULES.format(url=url))
    corpus, alerts = Corpus(home), load_alerts(home)
    run_id = corpus.run()
    corpus.change(corpus.item("a"), alerts, run_id=run_id)
    corpus.change(corpus.item("b"), alerts, run_id=run_id, kind="new")
    corpus.store.close()


def _call(home: Path, capsys: Any, *words: str) -> tuple[int, list[Any]]:
    status = run(["alerts", *words, "--home", str(home), "--json"])
    return status, [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_a_crawl_sends_all_that_is_due(home: Path, capsys: Any) -> None:
    """Whoever crawls by cron has no service that would send the rest."""
    with http_receiver(lambda: None) as (url, taken):
        (home / "alerts.toml").write_text(RULES.format(url=url))
        corpus, alerts = Corpus(home), load_alerts(home)
        run_id = corpus.run()
        for name in "abcde":
            corpus.change(corpus.item(name), alerts, run_id=run_id)
        corpus.store.sites.set(corpus.site_id, is_paused=True)
        corpus.store.close()
        run(["crawl", "--home", str(home), *LATER])
    assert [body["id"] for _, body in taken.acknowledged] == [1, 2, 3, 4, 5]
    capsys.readouterr()
    assert _call(home, capsys, "pending") == (0, [])


def test_pending_deliver_and_why_tell_one_story(home: Path, capsys: Any) -> None:
    """Kept, refused, sent: each step can be seen."""
    answers = iter(["500"])
    with http_receiver(lambda: next(answers, None)) as (url, taken):
        _fill(home, url)
        status, rows = _call(home, capsys, "pending")
        assert status == 0
        assert [list(row) for row in rows] == [
            ["alert_id", "change", "rule", "channel", "attempts", "next_at", "state"]
        ]
        assert (rows[0]["attempts"], rows[0]["state"]) == (0, "pending")
        assert _call(home, capsys, "deliver", *LATER)[0] == 3
        assert _call(home, capsys, "pending")[1][0]["attempts"] == 1
        assert _call(home, capsys, "deliver", *LATER)[0] == 0
        assert _call(home, capsys, "pending") == (0, [])
    assert [body["id"] for _, body in taken.acknowledged] == [1]
    status, rules = _call(home, capsys, "why", "1")
    assert status == 0
    assert [(rule["rule"], rule["fires"]) for rule in rules] == [
        ("edits", True),
        ("not yet", False),
    ]
    assert rules[0]["deliveries"][0]["state"] == "sent"
    new = _call(home, capsys, "why", "2")[1]
    assert not new[0]["fires"]
    assert new[0]["reasons"][-1]["test"] == "kinds"


def test_a_rule_is_rehearsed_before_it_is_switched_on(home: Path, capsys: Any) -> None:
    """Nobody should learn from a flood what a rule does."""
    _fill(home, "http://127.0.0.1:1/in")
    status, told = _call(home, capsys, "test", "not yet", *LATER)
    assert status == 0
    assert [alert["kind"] for alert in told] == ["edited", "new"]
    status, told = _call(home, capsys, "test", *LATER)
    assert [alert["rule"] for alert in told] == ["edits", "not yet", "not yet"]


def test_what_was_sent_can_be_sent_again_under_the_same_id(
    home: Path, capsys: Any
) -> None:
    """The receiver lost it; its id still tells what it is."""
    with http_receiver() as (url, taken):
        _fill(home, url)
        _call(home, capsys, "deliver", *LATER)
        alert_id = taken.acknowledged[0][0]
        assert _call(home, capsys, "resend", alert_id, *LATER)[0] == 0
        assert _call(home, capsys, "resend", "alert_unknown", *LATER)[0] == 2
    assert [sent for sent, _ in taken.acknowledged] == [alert_id, alert_id]


def test_a_broken_file_ends_with_2_and_names_the_line(home: Path, capsys: Any) -> None:
    """Before anything is sent."""
    (home / "alerts.toml").write_text('[[rule]]\nname = "x"\nchannels = ["hok"]\n')
    assert run(["alerts", "deliver", "--home", str(home)]) == 2
    assert "alerts.toml:3: rule.channels" in capsys.readouterr().err
    assert run(["alerts", "test", "nonsense", "--home", str(home)]) == 2


def test_a_missing_secret_is_told_and_its_alerts_remain(
    home: Path, capsys: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A forgotten variable is not a reason to drop anything."""
    monkeypatch.delenv("HOOK_SECRET", raising=False)
    _fill(home, "http://127.0.0.1:1/in")
    rules = (home / "alerts.toml").read_text()
    signed = rules.replace("[[rule]]", 'secret_env = "HOOK_SECRET"\n[[rule]]', 1)
    (home / "alerts.toml").write_text(signed)
    assert run(["alerts", "deliver", "--home", str(home), *LATER]) == 3
    assert "channel.hook.secret_env" in capsys.readouterr().err
    assert run(["alerts", "test", "--home", str(home), *LATER]) == 2


def test_a_sample_shows_at_once_whether_a_channel_works(
    home: Path, capsys: Any
) -> None:
    """A wrong address is found before the night, not in it."""
    with http_receiver() as (url, taken):
        _fill(home, url)
        assert run(["alerts", "test", "--send", "--home", str(home)]) == 0
    assert taken.acknowledged[0][1]["site"] == "sample.example"
    assert run(["alerts", "test", "--send", "--home", str(home)]) == 3
    told = capsys.readouterr().err
    assert f"{home / 'alerts.toml'}:3: channel.hook" in told
    assert NOON


@pytest.mark.parametrize(
    ("old", "new", "line", "key"),
    [
        ("desk@press", "nobody@press", 3, "to: refused nobody@press.example: 550"),
        ("]", ', "nobody@press.example"]', 3, "to: refused nobody@press.example: 550"),
        ("right.txt", "wrong.txt", 6, "user: the server refused user or password"),
        ("127.0.0.1", "no.such.host.example", 4, "smtp: no.such.host.example:"),
        ("type", 'tls = "starttls"\ntype', 2, "tls: the server does not offer"),
    ],
)
def test_what_the_mail_server_refuses_is_told_by_name_and_line(
    home: Path, capsys: Any, old: str, new: str, line: int, key: str
) -> None:
    """One wrong address among good ones too: whoever has it would never hear."""
    (home / "right.txt").write_text("right")
    (home / "wrong.txt").write_text("wrong")
    with mail_server(authenticator=_knows, auth_require_tls=False) as (smtp, box):
        text = (
            '[channel.desk]\ntype = "email"\nto = ["desk@press.example"]\n'
            f'smtp = "{smtp}"\n\nuser = "desk"\npassword_file = "right.txt"\n'
        )
        (home / "alerts.toml").write_text(text)
        assert run(["alerts", "test", "--send", "--home", str(home)]) == 0
        assert len(box.mails) == 1
        head, _, rest = text.partition("\n")
        (home / "alerts.toml").write_text(f"{head}\n{rest.replace(old, new, 1)}")
        assert run(["alerts", "test", "--send", "--home", str(home)]) == 3
    told = capsys.readouterr().err
    assert f"{home / 'alerts.toml'}:{line}: channel.desk.{key}" in told


def _knows(server: Any, session: Any, envelope: Any, how: str, data: Any) -> Any:
    return AuthResult(success=data.password == b"right", handled=False)


def test_a_rule_for_a_site_that_nobody_watches_is_told(home: Path, capsys: Any) -> None:
    """It would never fire, and nobody would know why."""
    rules = RULES.format(url="http://127.0.0.1:1/in")
    named = rules.replace("enabled = false", 'sites = ["harbor", "h*r"]')
    (home / "alerts.toml").write_text(named)
    (home / "sites").mkdir()
    (home / "sites" / "harbour.toml").write_text('seeds = ["https://h.example/"]\n')
    assert run(["alerts", "test", "--home", str(home)]) == 0
    (told,) = [t for t in capsys.readouterr().err.splitlines() if "watched" in t]
    assert f'{home / "alerts.toml"}:11: rule.sites of "not yet"' in told
    assert 'mean "harbour"?' in told


def test_a_home_without_rules_says_that_nobody_is_told(home: Path, capsys: Any) -> None:
    """That 0 would have been told looks as if there were rules that did not fire."""
    Corpus(home).store.close()
    assert run(["alerts", "test", "--home", str(home)]) == 0
    assert f"no rule stands in {home / 'alerts.toml'}" in capsys.readouterr().err
