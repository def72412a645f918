"""Until when the certificates of the servers that were asked are good."""

import ssl
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """What a server showed: good from ``begins`` to ``ends`` (RFC 5280, 4.1.2.5)."""

    host: str
    begins: datetime
    ends: datetime


def read_certificate(host: str, shown: dict[str, Any] | None) -> Certificate | None:
    """Return a certificate, given as ``ssl.SSLSocket.getpeercert`` does; else nothing.

    >>> shown = {"notBefore": "Mar  1 00:00:00 2026 GMT",
    ...          "notAfter": "May 30 00:00:00 2026 GMT"}
    >>> read_certificate("press.example", shown).ends.date().isoformat()
    '2026-05-30'
    """
    if not shown:
        return None
    try:
        begins, ends = (
            datetime.fromtimestamp(ssl.cert_time_to_seconds(shown[name]), UTC)
            for name in ("notBefore", "notAfter")
        )
    except (KeyError, ValueError, OverflowError):
        return None
    return Certificate(host=host, begins=begins, ends=ends)
