"""Terminals and Apprise, as they take what a page may say."""

import io
import json

import pytest

from scheduler.alerting.delivery import DeliveryError
from scheduler.channels.apprise import AppriseChannel
from scheduler.channels.console import Console
from tests.scheduler.hostile_titles import HOSTILE, hostile_alerts
from tests.scheduler.receivers import http_receiver
from tests.scheduler.samples import make_alert, make_change


@pytest.mark.promise("R36")
def test_a_title_cannot_move_the_cursor_of_a_terminal() -> None:
    """A page must not be able to write on the operator's screen."""
    stream = io.StringIO()
    for alert in hostile_alerts():
        Console(stream).send(alert)
    text = stream.getvalue()
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert len(text.splitlines()) == 2 * len(HOSTILE)


@pytest.mark.promise("R11")
def test_apprise_gets_text_in_which_nobody_is_called() -> None:
    """A headline must not wake a whole chat."""
    with http_receiver() as (url, taken):
        channel = AppriseChannel(url.replace("http://", "json://"))
        with pytest.raises(DeliveryError):  # the receiver here wants a webhook's id
            channel.send(make_alert(make_change(title=HOSTILE[5])))
    body = json.loads(taken.requests[0][1])
    said = body["title"] + body["message"]
    assert "@everyone" not in said
    assert "<!channel>" not in said
    assert "](" not in said
    assert "https://press.harbour.example/news/ferry" in body["message"]


def test_an_apprise_address_that_makes_no_sense_is_told_without_it() -> None:
    """It may hold a token."""
    from scheduler.alerting.delivery import SecretError

    with pytest.raises(SecretError) as caught:
        AppriseChannel("nonsense://t0ken", key="url_env")
    assert "t0ken" not in str(caught.value)
    assert caught.value.key == "url_env"
