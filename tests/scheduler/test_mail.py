"""Mail, as a real server takes it and a real parser reads it."""

import socket
import ssl
import time
from pathlib import Path
from typing import Any

import pytest
import trustme
from hypothesis import given, settings

from scheduler.alerting.delivery import DeliveryError, Place
from scheduler.channels.email import Email, EmailSettings, make_mail
from tests.scheduler.hostile_titles import titles
from tests.scheduler.receivers import mail_server
from tests.scheduler.samples import NOON, make_alert, make_change

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


def test_a_long_roundup_is_bounded_and_says_what_it_leaves_out() -> None:
    """A thousand changes are no mail."""
    changes = [make_change(id=n) for n in range(130)]
    mail = make_mail(make_alert(*changes), **LOCAL)  # type: ignore[arg-type]
    assert "130 changes — press.harbour.example" in mail["Subject"]
    assert "30 more changes" in mail.get_body(("plain",)).get_content()  # type: ignore[union-attr]
    assert NOON.year == 2026


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
