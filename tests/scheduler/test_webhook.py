"""Webhooks, as an independent receiver takes and verifies them."""

import base64
import hashlib
import hmac
import json
import socket
import threading
import time
from pathlib import Path

import pytest
from hypothesis import given, settings

from scheduler.alerting.as_json import alert_object
from scheduler.alerting.delivery import DeliveryError
from scheduler.channels.webhook import Webhook, signing_key
from tests.scheduler.hostile_titles import titles
from tests.scheduler.json_schema import faults
from tests.scheduler.receivers import http_receiver
from tests.scheduler.samples import make_alert, make_change, make_trouble


def test_a_webhook_is_signed_as_an_independent_verifier_expects() -> None:
    """Written from the convention's text, not from our code."""
    secret = "whsec_" + base64.b64encode(b"k" * 24).decode()
    with http_receiver() as (url, taken):
        Webhook(url, signing_key(secret)).send(make_alert())
    ((headers, body),) = taken.requests
    signed = b".".join(
        [headers["webhook-id"].encode(), headers["webhook-timestamp"].encode(), body]
    )
    key = base64.b64decode(secret.split("_")[1])
    expected = base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest())
    assert headers["webhook-signature"] == "v1," + expected.decode()
    assert headers["webhook-id"] == headers["idempotency-key"]
    assert headers["webhook-id"] == json.loads(body)["alert_id"]
    assert abs(int(headers["webhook-timestamp"]) - time.time()) < 60


def test_the_body_of_a_webhook_is_the_change_of_the_contract() -> None:
    """Other programs are written against it."""
    with http_receiver() as (url, taken):
        Webhook(url).send(make_alert())
        Webhook(url).send(make_alert(make_change(id=1), make_change(id=2)))
        Webhook(url).send(make_alert(changes=(), trouble=make_trouble()))
    one, several, problem = (body for _, body in taken.acknowledged)
    assert list(one) == [
        "alert_id", "rule", "channel", "id", "kind", "site", "key", "url", "old_url",
        "title", "date", "body", "fields", "weight", "baseline", "captured_at",
    ]  # fmt: skip
    assert one["fields"]["title"] == {
        "old": "Ferry fares rise",
        "new": "Ferry fares fall",
    }
    assert [change["id"] for change in several["changes"]] == [1, 2]
    assert problem["kind"] == "problem"
    assert problem["problem"]["kind"] == "redesign"
    assert "webhook-signature" not in taken.requests[0][0]


@pytest.mark.parametrize(
    ("fault", "says", "permanent"),
    [
        ("500", "answered 500", False),
        ("404", "answered 404", False),
        ("429", "answered 429", False),
        ("302", "answered 302", False),
        ("410", "answered 410", True),
        ("reset", "reset by peer|closed connection", False),
        ("refuse", "reset by peer|closed connection|aborted", False),
    ],
)
def test_what_a_receiver_answers_decides_whether_to_try_again(
    fault: str, says: str, permanent: bool
) -> None:
    """Only 410 says: never again."""
    with (
        http_receiver(lambda: fault) as (url, _),
        pytest.raises(DeliveryError, match=says) as caught,
    ):
        Webhook(url).send(make_alert())
    assert caught.value.permanent is permanent
    assert caught.value.retry_after == (0.0 if fault == "429" else None)


@pytest.mark.promise("R9")
@pytest.mark.parametrize("drips", [False, True])
def test_a_receiver_that_stalls_or_drips_is_left_in_time(drips: bool) -> None:
    """Each byte on its own resets an ordinary time-out."""
    listener = socket.create_server(("127.0.0.1", 0))

    def drip() -> None:
        peer, _ = listener.accept()
        for _ in range(100):
            time.sleep(0.1)
            try:
                peer.sendall(b"H" if drips else b"")
            except OSError:
                return

    threading.Thread(target=drip, daemon=True).start()
    url = f"http://127.0.0.1:{listener.getsockname()[1]}/"
    began = time.monotonic()
    with pytest.raises(DeliveryError):
        Webhook(url, timeout_s=0.6).send(make_alert())
    assert time.monotonic() - began < 3
    listener.close()


@settings(max_examples=30)
@given(titles)
def test_what_a_webhook_carries_keeps_its_documented_schema(title: str) -> None:
    """The schema is what others generate their code from."""
    path = Path(__file__).parents[2] / "docs" / "webhook.schema.json"
    schema = json.loads(path.read_text(encoding="utf-8"))
    change = make_change(title=title, body=title, date=None)
    for alert in (
        make_alert(change),
        make_alert(change, change),
        make_alert(changes=(), trouble=make_trouble(run=None, proposal="")),
    ):
        assert faults(alert_object(alert), schema, schema) == []
    broken = alert_object(make_alert(change)) | {"weight": "heavy"}
    assert faults(broken, schema, schema)
