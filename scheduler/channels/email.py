"""Alerts as mail over SMTP: HTML and plain text, one thread per item."""

import hashlib
import smtplib
import socket
import ssl
from collections.abc import Sequence
from email.errors import HeaderParseError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from typing import ClassVar, Literal, Self

from pydantic import Field, field_validator, model_validator

from parsers.model import Alert
from scheduler.alerting.channel_settings import ChannelSettings, read_secret
from scheduler.alerting.delivery import (
    TIMEOUT_S,
    DeliveryError,
    Place,
    deadline,
    reason_of,
)
from scheduler.alerting.html_text import as_html
from scheduler.alerting.message import tell
from scheduler.alerting.plain_text import as_plain_text
from scheduler.alerting.safe import one_line

_LOOPBACK = {"localhost", "127.0.0.1", "::1"}
#: Long lines are wrapped by the library, not by whoever relays the mail.
_POLICY = SMTP.clone(max_line_length=78)


class EmailSettings(ChannelSettings):
    """Who gets the mail, and the server that takes it."""

    SECRETS: ClassVar[tuple[str, ...]] = ("password",)

    type: Literal["email"]
    to: list[str] = Field(min_length=1)
    sender: str = Field("presswatch@localhost", alias="from")
    smtp: str = "localhost:25"
    user: str | None = None
    password_env: str | None = None
    password_file: str | None = None
    tls: Literal["starttls", "tls", "none"] | None = None

    @field_validator("to")
    @classmethod
    def _check_to(cls, to: list[str]) -> list[str]:
        for address in to:
            read_address(address)
        return to

    @field_validator("sender")
    @classmethod
    def _check_sender(cls, sender: str) -> str:
        read_address(sender)
        return sender

    @field_validator("smtp")
    @classmethod
    def _check_smtp(cls, smtp: str) -> str:
        split_server(smtp)
        return smtp

    @model_validator(mode="after")
    def _check_password(self) -> Self:
        if self.user and not (self.password_env or self.password_file):
            raise ValueError("user needs password_env or password_file")
        return self

    def open(self, name: str, place: Place) -> "Email":
        """Return the channel with its password."""
        host, port = split_server(self.smtp)
        tls: str | None = self.tls
        if tls is None:
            by_port = "tls" if port == 465 else "starttls"
            tls = "none" if host in _LOOPBACK else by_port
        password = read_secret(self, "password", place)
        login = (self.user, password) if self.user and password else None
        return Email(
            server=(host, port), sender=self.sender, to=self.to, tls=tls, login=login
        )


class Email:
    """Sends each alert to every address; the server has it, or it is tried again."""

    def __init__(
        self,
        *,
        server: tuple[str, int],
        sender: str,
        to: Sequence[str],
        tls: str = "starttls",
        login: tuple[str, str] | None = None,
        timeout_s: float = TIMEOUT_S,
    ) -> None:
        self._server, self._sender, self._to = server, sender, tuple(to)
        self._tls, self._login, self._timeout_s = tls, login, timeout_s

    def send(self, alert: Alert) -> None:
        """Hand the mail to the server, or raise ``DeliveryError``."""
        mail = make_mail(alert, sender=self._sender, to=self._to)
        smtp = self._client()
        try:
            with deadline(smtp.close, self._timeout_s):
                smtp.connect(*self._server)
                self._speak(smtp, mail)
        except smtplib.SMTPException as error:
            raise refusal(error) from error
        except (OSError, ValueError, UnicodeError) as error:
            told = one_line(f"{self._name()}: {reason_of(error)}")
            raise DeliveryError(told, key="smtp") from error
        finally:
            smtp.close()

    def _client(self) -> smtplib.SMTP:
        name = socket.gethostname()
        wait = min(10.0, self._timeout_s)
        if self._tls != "tls":
            smtp = smtplib.SMTP(local_hostname=name, timeout=wait)
        else:
            context = ssl.create_default_context()
            smtp = smtplib.SMTP_SSL(local_hostname=name, timeout=wait, context=context)
        # the library notes the name its certificate must bear only if it connects
        # by itself, and then nobody could end a greeting that drips
        smtp._host = self._server[0]  # type: ignore[attr-defined]
        return smtp

    def _speak(self, smtp: smtplib.SMTP, mail: EmailMessage) -> None:
        if self._tls == "starttls":
            smtp.starttls(context=ssl.create_default_context())
        if self._login:
            smtp.login(*self._login)
        refused = smtp.send_message(
            mail,
            from_addr=read_address(self._sender).addr_spec,
            to_addrs=[read_address(address).addr_spec for address in self._to],
        )
        smtp.quit()
        if refused:  # the others have it, and will know it by its id
            raise refusal(smtplib.SMTPRecipientsRefused(refused))

    def _name(self) -> str:
        return "{}:{}".format(*self._server)


def make_mail(alert: Alert, *, sender: str, to: Sequence[str]) -> EmailMessage:
    """Build the mail; nothing in the alert can add a header or a part."""
    message = tell(alert)
    domain = read_address(sender).domain
    mail = EmailMessage(policy=_POLICY)
    mail["Subject"] = message.subject
    mail["From"] = read_address(sender)
    mail["To"] = [read_address(address) for address in to]
    mail["Date"] = format_datetime(alert.at)
    mail["Message-ID"] = f"<{alert.alert_id}@{domain}>"
    if thread := thread_id(alert):
        mail["In-Reply-To"] = mail["References"] = f"<{thread}@{domain}>"
    mail["Auto-Submitted"] = "auto-generated"
    mail["X-Presswatch-Alert"] = alert.alert_id
    mail.set_content(as_plain_text(message), cte="quoted-printable")
    mail.add_alternative(as_html(message), subtype="html", cte="quoted-printable")
    return mail


def thread_id(alert: Alert) -> str | None:
    """Return what all alerts about one item to one channel have in common."""
    if alert.is_roundup or not alert.changes:
        return None
    change = alert.changes[0]
    words = "\x1f".join(("item", change.site, change.key, alert.channel))
    return "item-" + hashlib.sha256(words.encode("utf-8", "replace")).hexdigest()[:32]


def read_address(text: str) -> Address:
    """Read ``desk@press.example`` or ``The Desk <desk@press.example>``.

    >>> read_address("The Desk <desk@press.example>").addr_spec
    'desk@press.example'
    """
    name, bracket, rest = text.rpartition("<")
    address = rest.removesuffix(">") if bracket else text
    try:
        shown = name.strip().strip('"')
        parsed = Address(display_name=shown, addr_spec=address.strip())
    except (HeaderParseError, ValueError, IndexError, TypeError) as error:
        raise ValueError(f'"{one_line(text)}" is no mail address') from error
    if not parsed.username or not parsed.domain or one_line(text) != text.strip():
        raise ValueError(f'"{one_line(text)}" is no mail address')
    return parsed


def split_server(smtp: str) -> tuple[str, int]:
    """Split ``host:port``; without a port it is 587.

    >>> split_server("mail.press.example"), split_server("[::1]:2525")
    (('mail.press.example', 587), ('::1', 2525))
    """
    host, colon, port = smtp.rpartition(":")
    if not colon or smtp.endswith("]"):
        host, port = smtp, "587"
    host = host.strip("[]")
    is_number = port.isascii() and port.isdigit() and len(port) < 6
    if not host or not is_number or not 0 < int(port) < 65536:
        raise ValueError(f'"{one_line(smtp)}" is no server; write it as "host:port"')
    return host, int(port)


def refusal(error: smtplib.SMTPException) -> DeliveryError:
    """Say what the server said, and whether it will say so for ever.

    A refused login or sender is not for ever: a person can put it right.
    """
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        codes = {code for code, _ in error.recipients.values()}
        said = "; ".join(
            f"{address}: {code} {text.decode('utf-8', 'replace')}"
            for address, (code, text) in error.recipients.items()
        )
        permanent = all(code >= 500 for code in codes)
        told = one_line(f"refused {said}", 500)
        return DeliveryError(told, permanent=permanent, key="to")
    if isinstance(error, smtplib.SMTPAuthenticationError):
        return DeliveryError("the server refused user or password", key="user")
    if isinstance(error, smtplib.SMTPResponseException):
        text = error.smtp_error
        said = text.decode("utf-8", "replace") if isinstance(text, bytes) else text
        is_data = isinstance(error, smtplib.SMTPDataError)
        return DeliveryError(
            one_line(f"answered {error.smtp_code} {said}", 500),
            permanent=is_data and error.smtp_code >= 500,
            key="from" if isinstance(error, smtplib.SMTPSenderRefused) else "smtp",
        )
    if isinstance(error, smtplib.SMTPNotSupportedError):
        hint = 'tls = "tls" and port 465 may do'
        told = f"the server does not offer what is asked for; {hint}: {error}"
        return DeliveryError(one_line(told), key="tls")
    told = one_line(str(error) or type(error).__name__)
    return DeliveryError(told, key="smtp")
