"""The alert file: what it says, and how plainly it says what is wrong with it."""

from pathlib import Path

import pytest

from scheduler.alerting.delivery import Place
from scheduler.alerting.file import AlertsError, load_alerts, open_channels
from scheduler.alerting.rules import read_alerts
from scheduler.channels import CHANNELS

CONTRACT = """
[channel.desk]
type = "email"
to = ["desk@press.example"]
[channel.hook]
type = "webhook"
url = "https://hooks.example/in"
secret_env = "HOOK_SECRET"
[[rule]]
name = "corrections"
sites = ["press.harbour.example"]
kinds = ["edited", "removed"]
fields = ["title", "body"]
words = ["tariff", "-weather"]
languages = ["en"]
weight = "full"
channels = ["desk", "hook"]
roundup = "daily 08:00"
quiet = "22:00-06:00"
cap = "20/hour"
"""

HOOK = '[channel.hook]\ntype = "webhook"\nurl = "https://hooks.example/in"\n'
RULE = '[[rule]]\nname = "all"\nchannels = ["hook"]\n'


def test_the_file_of_the_contract_is_read_as_it_stands() -> None:
    """It is the first thing a new user copies."""
    alerts = read_alerts(CONTRACT)
    assert list(alerts.channels) == ["desk", "hook"]
    assert alerts.rules[0].channels == ["desk", "hook"]


@pytest.mark.parametrize(
    ("text", "line", "key", "says"),
    [
        (HOOK + RULE + 'kinds = ["editd"]', 7, "rule.kinds", 'mean "edited"'),
        (HOOK + RULE + 'fields = ["titel"]', 7, "rule.fields", 'mean "title"'),
        (HOOK + RULE + 'sites = "one"', 7, "rule.sites", "list"),
        (HOOK + RULE + 'roundup = "daily 8"', 7, "rule.roundup", "08:00"),
        (HOOK + RULE + 'roundup = "weekly"', 7, "rule.roundup", "hourly"),
        (HOOK + RULE + 'quiet = "22:00"', 7, "rule.quiet", "time of the day"),
        (HOOK + RULE + 'cap = "20"', 7, "rule.cap", "N/hour"),
        (HOOK + RULE + 'time_zone = "Mars/Base"', 7, "rule.time_zone", "Europe/"),
        (HOOK + RULE + 'weight = "heavy"', 7, "rule.weight", "minor"),
        (HOOK + RULE + "chanels = []", 7, "rule.chanels", 'mean "channels"'),
        (HOOK + RULE.replace("hook", "hok"), 6, "rule.channels", 'mean "hook"'),
        (HOOK + RULE + RULE, 8, "rule.name", "two rules"),
        (HOOK + '[[rule]]\nchannels = ["hook"]', 4, "rule.name", "missing"),
        ('[channel.a]\ntype = "emial"', 2, "channel.a.type", 'mean "email"'),
        ("[channel.a]\n", 1, "channel.a.type", "missing"),
        ('[channel.a]\ntype = "email"\nto = ["desk"]', 3, "channel.a.to", "mail"),
        ('[channel.a]\ntype = "email"\nto = []', 3, "channel.a.to", "at least 1"),
        (HOOK + 'secret = "open"', 4, "channel.hook.secret", "unknown key"),
        (HOOK.replace("https://", "ftp://"), 3, "channel.hook.url", "http"),
        ('[channel.a]\ntype = "atom"\nfile = "../x"', 3, "channel.a.file", "below"),
        (HOOK + RULE + 'kinds = ["deleted"]', 7, 'rule.kinds of "all"', '"removed"?'),
        (HOOK + RULE + "kinds = 3", 7, "rule.kinds", 'as in ["one", "two"]'),
        (HOOK + RULE + 'kinds = ["new", 3]', 7, "rule.kinds", "between quotes"),
        (HOOK + RULE + 'problems = "yes"', 7, "rule.problems", "true or false"),
        (HOOK + RULE.replace("[[rule]]", "[rule]"), 4, "rule", "[[rule]]"),
        (HOOK + RULE.replace("rule", "rules"), 4, "rules", 'mean "rule"'),
        (HOOK.replace("[channel.hook]", "[[channel]]"), 1, "channel", "[channel.NAME]"),
        (HOOK + RULE.replace('"all"', "all"), 5, "", "between quotes"),
        ("[[rule]\n", 1, "", "Expected"),
        ('[channel.a\ntype = "email"', 1, "", "Expected"),
    ],
)
def test_a_fault_is_told_by_file_line_key_and_what_is_allowed(
    tmp_path: Path, text: str, line: int, key: str, says: str
) -> None:
    """Whoever mistypes a rule at five to six must find it at once."""
    (tmp_path / "alerts.toml").write_text(text)
    with pytest.raises(AlertsError) as caught:
        load_alerts(tmp_path)
    told = caught.value.faults[0]
    assert told.startswith(f"{tmp_path / 'alerts.toml'}:{line}: {key}")
    assert says in told


def test_all_faults_are_told_together() -> None:
    """Nobody wants to find the second one by running it again."""
    with pytest.raises(AlertsError) as caught:
        read_alerts(HOOK + RULE + 'kinds = ["x"]\ncap = "y"\n[other]\n')
    assert len(caught.value.faults) >= 1
    with pytest.raises(AlertsError) as caught:
        read_alerts(HOOK + RULE + 'kinds = ["x"]\ncap = "y"\n')
    assert len(caught.value.faults) == 2


def test_a_fault_is_told_once() -> None:
    """Not once for each letter of a name."""
    with pytest.raises(AlertsError) as caught:
        read_alerts(HOOK + RULE.replace('["hook"]', '"hook"'))
    assert len(caught.value.faults) == 1


def test_a_file_may_begin_with_a_byte_order_mark(tmp_path: Path) -> None:
    """Some editors write one; nobody sees it."""
    (tmp_path / "alerts.toml").write_text(HOOK + RULE, "utf-8-sig")
    assert load_alerts(tmp_path).rules[0].name == "all"


def test_no_file_means_no_rules(tmp_path: Path) -> None:
    """A first crawl needs no alerts."""
    assert load_alerts(tmp_path).rules == ()


def test_a_file_that_is_not_text_is_told(tmp_path: Path) -> None:
    """Some editors write UTF-16."""
    (tmp_path / "alerts.toml").write_bytes(b'a = "x"\n\xff\xfe')
    with pytest.raises(AlertsError, match=":2: this is not UTF-8"):
        load_alerts(tmp_path)


def test_a_missing_secret_names_its_line_and_costs_only_its_channel(
    tmp_path: Path,
) -> None:
    """One forgotten variable must not silence the others."""
    (tmp_path / "alerts.toml").write_text(CONTRACT)
    place = Place(home=tmp_path, environ={})
    channels, faults = open_channels(load_alerts(tmp_path), place)
    assert list(channels) == ["desk"]
    assert "alerts.toml:8: channel.hook.secret_env" in faults["hook"]
    assert "HOOK_SECRET" in faults["hook"]


def test_a_secret_is_read_from_a_file_below_the_home(tmp_path: Path) -> None:
    """Service managers hand secrets over as files."""
    (tmp_path / "hook.secret").write_text("whsec_c2VjcmV0\n")
    (tmp_path / "alerts.toml").write_text(HOOK + 'secret_file = "hook.secret"\n')
    alerts = load_alerts(tmp_path)
    channels, faults = open_channels(alerts, Place(home=tmp_path, environ={}))
    assert not faults
    assert set(channels) == {"hook"}


def test_the_table_of_channels_names_every_file_of_the_folder() -> None:
    """A channel is one file and one line; neither without the other."""
    folder = Path(__file__).parents[2] / "scheduler" / "channels"
    files = {path.stem for path in folder.glob("*.py")} - {"__init__"}
    assert files == {name.replace("-", "_") for name in CHANNELS}


def test_an_alert_file_nested_without_end_is_told() -> None:
    """It is no bug of ours."""
    with pytest.raises(AlertsError, match=r"alerts.toml: nested too deep"):
        read_alerts(f"rule = {'[' * 99_999}")
