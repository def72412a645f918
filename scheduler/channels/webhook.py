"""Alerts as signed HTTP requests, by the Standard Webhooks convention."""

import base64
import binascii
import hashlib
import hmac
import http.client
import json
import ssl
import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import ClassVar, Literal
from urllib.parse import urlsplit

from pydantic import field_validator

from parsers.model import Alert
from scheduler.alerting.as_json import alert_object
from scheduler.alerting.channel_settings import ChannelSettings, read_secret
from scheduler.alerting.delivery import (
    TIMEOUT_S,
    DeliveryError,
    Place,
    SecretError,
    deadline,
    reason_of,
)
from scheduler.alerting.safe import one_line

AGENT = "presswatch"
_WAIT = "Retry-After"


class WebhookSettings(ChannelSettings):
    """``url`` takes the alerts; with a secret they are signed."""

    SECRETS: ClassVar[tuple[str, ...]] = ("secret",)

    type: Literal["webhook"]
    url: str
    secret_env: str | None = None
    secret_file: str | None = None

    @field_validator("url")
    @classmethod
    def _check_url(cls, url: str) -> str:
        parts = urlsplit(url)
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            raise ValueError(f'"{url}" is no http or https address')
        if parts.username or parts.password:
            raise ValueError("no user or password in the address; sign with secret_env")
        if any(character <= " " for character in url):
            raise ValueError("the address holds a space or a control character")
        _ = parts.port  # raises ValueError itself
        return url

    def open(self, name: str, place: Place) -> "Webhook":
        """Return the channel with its signing key."""
        secret = read_secret(self, "secret", place)
        try:
            key = None if secret is None else signing_key(secret)
        except ValueError as error:
            word = "secret_env" if self.secret_env else "secret_file"
            raise SecretError(word, str(error)) from error
        return Webhook(self.url, key)


class Webhook:
    """Posts each alert to one address; follows no redirect."""

    def __init__(
        self,
        url: str,
        key: bytes | None = None,
        *,
        clock: Callable[[], float] = time.time,
        timeout_s: float = TIMEOUT_S,
    ) -> None:
        self._url, self._key, self._clock = url, key, clock
        self._timeout_s = timeout_s
        self._spent: list[http.client.HTTPConnection | http.client.HTTPResponse] = []

    def send(self, alert: Alert) -> None:
        """Post the alert; anything but a 2xx answer is a ``DeliveryError``."""
        body = json.dumps(alert_object(alert), ensure_ascii=False).encode(
            "utf-8", "replace"
        )
        headers = {
            "Content-Type": "application/json; charset=utf-8",
            "User-Agent": AGENT,
            "Idempotency-Key": alert.alert_id,
            "Connection": "close",
        } | signature_headers(
            alert.alert_id, body, key=self._key, timestamp=int(self._clock())
        )
        status, reason, retry_after = self._post(body, headers)
        if 200 <= status < 300:
            return
        wait = read_retry_after(retry_after, now=datetime.now(UTC))
        self._close_spent()
        # 410 is the convention's way to say: this address takes nothing any more
        raise DeliveryError(
            one_line(f"answered {status} {reason}"),
            permanent=status == 410,
            retry_after=wait,
        )

    def _post(self, body: bytes, headers: Mapping[str, str]) -> tuple[int, str, str]:
        """Return status, reason and Retry-After of the answer.

        A connection whose alert was taken is closed at the next turn: whoever is
        killed before he can note it sends it again, and to close takes time.
        """
        self._close_spent()
        parts = urlsplit(self._url)
        connection = _connect(parts.scheme, parts.hostname or "", parts.port)
        self._spent = [connection]
        target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        try:
            with deadline(lambda: _break(connection), self._timeout_s):
                connection.request("POST", target, body=body, headers=dict(headers))
                answer = connection.getresponse()
                self._spent.append(answer)
                return answer.status, answer.reason, answer.headers.get(_WAIT, "")
        except (OSError, http.client.HTTPException, UnicodeError) as error:
            self._close_spent()
            raise DeliveryError(one_line(reason_of(error))) from error

    def _close_spent(self) -> None:
        for one in self._spent:
            one.close()
        self._spent = []


def signature_headers(
    alert_id: str, body: bytes, *, key: bytes | None, timestamp: int
) -> dict[str, str]:
    """Return the convention's three headers; without a key there is no signature.

    >>> signature_headers("a1", b"{}", key=None, timestamp=1700000000)
    {'webhook-id': 'a1', 'webhook-timestamp': '1700000000'}
    """
    headers = {"webhook-id": alert_id, "webhook-timestamp": str(timestamp)}
    if key is not None:
        signed = f"{alert_id}.{timestamp}.".encode() + body
        mac = hmac.new(key, signed, hashlib.sha256).digest()
        headers["webhook-signature"] = f"v1,{base64.b64encode(mac).decode()}"
    return headers


def signing_key(secret: str) -> bytes:
    """Return the key: what follows ``whsec_`` in base64, else the secret as it is.

    >>> signing_key("whsec_c2VjcmV0"), signing_key("secret")
    (b'secret', b'secret')
    """
    if not secret.startswith("whsec_"):
        return secret.encode()
    try:
        return base64.b64decode(secret.removeprefix("whsec_"), validate=True)
    except binascii.Error as error:
        raise ValueError("the secret after whsec_ is not base64") from error


def read_retry_after(text: str, *, now: datetime) -> float | None:
    """Return the seconds that a Retry-After header asks for; nothing if unreadable.

    >>> read_retry_after("120", now=datetime(2026, 1, 1, tzinfo=UTC))
    120.0
    >>> late = "Thu, 01 Jan 2026 00:01:00 GMT"
    >>> read_retry_after(late, now=datetime(2026, 1, 1, tzinfo=UTC))
    60.0
    """
    text = text.strip()
    if text.isascii() and text.isdigit():
        return float(text[:9])
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max((moment - now).total_seconds(), 0.0)


def _connect(scheme: str, host: str, port: int | None) -> http.client.HTTPConnection:
    if scheme == "https":
        context = ssl.create_default_context()
        return http.client.HTTPSConnection(host, port, timeout=10, context=context)
    return http.client.HTTPConnection(host, port, timeout=10)


def _break(connection: http.client.HTTPConnection) -> None:
    if connection.sock is not None:
        connection.sock.shutdown(2)
