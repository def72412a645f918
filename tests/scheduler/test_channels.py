"""Every channel, read on the far side by a real reader of its format."""

import base64
import hashlib
import hmac
import io
import json
import socket
import ssl
import threading
import time
from pathlib import Path
from typing import Any

import feedparser
import pytest
import trustme
from hypothesis import given, settings
from hypothesis import strategies as st

from parsers.model import Alert
from scheduler.alerting.as_json import alert_object
from scheduler.alerting.delivery import DeliveryError, Place
from scheduler.channels.apprise import AppriseChannel
from scheduler.channels.atom import Atom
from scheduler.channels.console import Console
from scheduler.channels.email import Email, EmailSettings, make_mail
from scheduler.channels.json_feed import JsonFeed
from scheduler.channels.webhook import Webhook, signing_key
from tests.scheduler.json_schema import faults
from tests.scheduler.receivers import http_receiver, mail_server
from tests.scheduler.samples import NOON, make_alert, make_change, make_trouble

HOSTILE = [
    "Fees\r\nBcc: all@press.example\r\n\r\nhello",
    "Fees\x0bBcc: x\x0c\x1c\x85\u2028Subject: y",
    "=?utf-8?q?Bcc:_x=40y.example?=",
    "\u202egnp.exe\u2066 \x1b[2J\x07",
    "<script>alert(1)</script>&amp;]]>",
    "@everyone <!channel> *bold* [x](https://evil.example)",
    "a\x00b\ufffe\ud800",
    "x" * 5000,
    "",
]
titles = st.one_of(st.sampled_from(HOSTILE), st.text(max_size=300))

LOCAL = {"sender": "presswatch@press.example", "to": ["desk@press.example"]}


def _email(server: str, **options: Any) -> Email:
    host, _, port = server.rpartition(":")
    known: dict[str, Any] = LOCAL | {"tls": "none"}
    return Email(server=(host, int(port)), **(known | options))


def test_a_mail_shows_what_was_deleted_and_inserted_in_both_its_parts() -> None:
    """The desk must see the figure that moved without opening anything."""
    with mail_server() as (server, box):
        _email(server).send(make_alert())
    (mail,) = box.read()
    assert mail["Subject"] == "Edited: Ferry fares fall — press.harbour.example"
    plain = mail.get_body(("plain",)).get_content()
    page = mail.get_body(("html",)).get_content()
    assert "The fare is [-10-]{+8+} euros." in plain
    assert ">10</del>" in page
    assert ">8</ins>" in page
    for text in (plain, page):
        assert "https://press.harbour.example/news/ferry" in text
        assert "before: 2026-03-02T12:00:00Z sha256:aa11" in text
        assert "after: 2026-03-03T12:00:00Z sha256:bb22" in text


@pytest.mark.promise("R8")
def test_mails_about_one_item_are_one_thread_and_each_has_its_own_id() -> None:
    """Ten corrections of one article are one conversation."""
    first, second = make_alert(), make_alert(make_change(id=8), alert_id="alert_2")
    other = make_alert(make_change(id=9, key="other"), alert_id="alert_3")
    mails = [make_mail(alert, **LOCAL) for alert in (first, second, other)]  # type: ignore[arg-type]
    assert mails[0]["References"] == mails[1]["References"] != mails[2]["References"]
    assert mails[1]["In-Reply-To"] == mails[1]["References"]
    assert mails[0]["Message-ID"] == f"<{first.alert_id}@press.example>"
    assert len({mail["Message-ID"] for mail in mails}) == 3


@pytest.mark.promise("R11")
@settings(max_examples=60)
@given(titles, titles)
def test_no_title_can_add_a_header_or_a_part_to_a_mail(title: str, rule: str) -> None:
    """The title is written by whoever publishes the page."""
    from email import message_from_bytes
    from email.policy import default

    alert = make_alert(make_change(title=title, body=title), rule=rule or "r")
    raw = make_mail(alert, **LOCAL).as_bytes()  # type: ignore[arg-type]
    mail: Any = message_from_bytes(raw, policy=default)
    assert mail["Bcc"] is None
    assert mail.get_all("Subject") is not None
    assert len(mail.get_all("Subject")) == 1
    assert not any(ord(c) < 32 or 127 <= ord(c) < 160 for c in mail["Subject"])
    assert [part.get_content_type() for part in mail.walk()] == [
        "multipart/alternative",
        "text/plain",
        "text/html",
    ]
    assert "<script>" not in mail.get_body(("html",)).get_content()


def test_a_refused_address_is_for_ever_and_a_busy_server_is_not() -> None:
    """What nobody can mend by waiting must be told now."""
    with mail_server() as (server, box):
        with pytest.raises(DeliveryError, match="550 no such person") as caught:
            _email(server, to=["nobody@press.example"]).send(make_alert())
        assert caught.value.permanent
        with pytest.raises(DeliveryError, match="450") as caught:
            _email(server, to=["later@press.example"]).send(make_alert())
        assert not caught.value.permanent
        box.answer = "452 disk full"
        with pytest.raises(DeliveryError, match="452") as caught:
            _email(server).send(make_alert())
        assert not caught.value.permanent
        # one good address among bad ones still gets its mail, and the bad one is told
        box.answer = "250 taken"
        both = ["nobody@press.example", "desk@press.example"]
        with pytest.raises(DeliveryError, match="refused nobody@") as caught:
            _email(server, to=both).send(make_alert())
        assert caught.value.permanent
    assert len(box.mails) == 1


def test_a_refused_login_is_told_without_the_password() -> None:
    """Logs are read by many."""

    def refuse(*_: Any) -> Any:
        from aiosmtpd.smtp import AuthResult

        return AuthResult(success=False, handled=False)

    with (
        mail_server(authenticator=refuse, auth_require_tls=False) as (server, _),
        pytest.raises(DeliveryError, match="refused user or password") as caught,
    ):
        _email(server, login=("desk", "s3cret")).send(make_alert())
    assert "s3cret" not in str(caught.value)


def test_mail_is_not_sent_in_the_clear_to_a_server_that_must_speak_tls() -> None:
    """A server that offers none is refused, not obeyed."""
    with (
        mail_server() as (server, box),
        pytest.raises(DeliveryError, match="STARTTLS"),
    ):
        _email(server, tls="starttls").send(make_alert())
    assert not box.mails


def test_only_loopback_goes_without_tls_when_nothing_is_said() -> None:
    """Safe unless told otherwise."""
    place = Place(home=Path(), environ={})

    def tls(smtp: str) -> str:
        settings = EmailSettings(type="email", to=["a@b.example"], smtp=smtp)
        return settings.open("desk", place)._tls

    assert tls("127.0.0.1:25") == "none"
    assert tls("mail.example:587") == "starttls"
    assert tls("mail.example:465") == "tls"


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


def test_a_mail_server_that_never_speaks_is_left_in_time() -> None:
    """One dead server must not hold its thread for hours."""
    listener = socket.create_server(("127.0.0.1", 0))
    began = time.monotonic()
    with pytest.raises(DeliveryError):
        _email(f"127.0.0.1:{listener.getsockname()[1]}", timeout_s=0.5).send(
            make_alert()
        )
    assert time.monotonic() - began < 3
    listener.close()


def _alerts() -> list[Alert]:
    return [
        make_alert(make_change(id=n, title=title, body=title), alert_id=f"alert_{n}")
        for n, title in enumerate(HOSTILE)
    ]


@pytest.mark.promise("R36")
def test_an_atom_feed_of_hostile_titles_is_read_by_a_feed_reader(
    tmp_path: Path,
) -> None:
    """One forbidden character makes the whole feed unreadable."""
    channel = Atom(tmp_path / "alerts.atom")
    for alert in _alerts():
        channel.send(alert)
    raw = (tmp_path / "alerts.atom").read_bytes()
    feed = feedparser.parse(raw)
    assert not feed.bozo
    assert feed.version == "atom10"
    assert [e.id for e in feed.entries] == [
        f"urn:presswatch:alert:alert_{n}" for n in reversed(range(len(HOSTILE)))
    ]


def test_a_json_feed_of_hostile_titles_is_valid_and_holds_the_change(
    tmp_path: Path,
) -> None:
    """Version 1.1 asks for a version, a title, items, and an id and content in each."""
    channel = JsonFeed(tmp_path / "alerts.json")
    for alert in _alerts():
        channel.send(alert)
    feed = json.loads((tmp_path / "alerts.json").read_text(encoding="utf-8"))
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["title"]
    assert len(feed["items"]) == len(HOSTILE)
    for item in feed["items"]:
        assert item["id"]
        assert item["content_html"]
        assert item["_presswatch"]["alert_id"] == item["id"]


@pytest.mark.promise("R8")
@pytest.mark.parametrize("kind", [Atom, JsonFeed])
def test_an_alert_sent_twice_stands_once_in_a_feed(kind: Any, tmp_path: Path) -> None:
    """At least once on the way, once in the file."""
    path = tmp_path / "feed"
    for alert in (make_alert(), make_alert(), make_alert(alert_id="alert_2")):
        kind(path).send(alert)
    entries = feedparser.parse(path.read_bytes()).entries if kind is Atom else []
    items = json.loads(path.read_bytes())["items"] if kind is JsonFeed else entries
    assert len(items) == 2


@pytest.mark.parametrize("kind", [Atom, JsonFeed])
def test_a_broken_feed_file_is_begun_anew_and_no_half_file_is_left(
    kind: Any, tmp_path: Path
) -> None:
    """A full disk once must not end the feed for ever."""
    path = tmp_path / "feed"
    path.write_bytes(b"<feed><entry>\xff")
    kind(path).send(make_alert())
    assert b"alert_0123" in path.read_bytes()
    assert {p.name for p in tmp_path.iterdir()} == {"feed", ".feed.lock"}


def test_a_feed_grows_from_several_processes_without_losing_any(
    tmp_path: Path,
) -> None:
    """The service and a command may write at once."""
    path = tmp_path / "alerts.json"

    def send(start: int) -> None:
        for n in range(start, start + 10):
            JsonFeed(path).send(make_alert(alert_id=f"alert_{n}"))

    threads = [threading.Thread(target=send, args=(n * 10,)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(json.loads(path.read_bytes())["items"]) == 40


@pytest.mark.promise("R36")
def test_a_title_cannot_move_the_cursor_of_a_terminal() -> None:
    """A page must not be able to write on the operator's screen."""
    stream = io.StringIO()
    for alert in _alerts():
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


def test_a_long_roundup_is_bounded_and_says_what_it_leaves_out() -> None:
    """A thousand changes are no mail."""
    changes = [make_change(id=n) for n in range(130)]
    mail = make_mail(make_alert(*changes), **LOCAL)  # type: ignore[arg-type]
    assert "130 changes — press.harbour.example" in mail["Subject"]
    assert "30 more changes" in mail.get_body(("plain",)).get_content()  # type: ignore[union-attr]
    assert NOON.year == 2026


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


@pytest.mark.parametrize("tls", ["tls", "starttls"])
def test_mail_goes_through_tls_and_only_to_a_server_that_proves_its_name(
    tls: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Passwords travel this way."""
    authority = trustme.CA()
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    options: dict[str, Any] = {"tls_context": context, "require_starttls": True}
    if tls == "tls":
        options = {"ssl_context": context}
    with mail_server(**options) as (server, box):
        with pytest.raises(DeliveryError, match="certificate"):
            _email(server, tls=tls).send(make_alert())
        authority.cert_pem.write_to_path(tmp_path / "ca.pem")
        monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
        _email(server, tls=tls).send(make_alert())
    assert len(box.mails) == 1
