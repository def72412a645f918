"""One request and its answer, as they went over the wire. Pure."""

from dataclasses import dataclass
from datetime import datetime

#: Request headers whose values are the operator's and are never kept.
SECRET_HEADERS = frozenset({"authorization", "cookie", "proxy-authorization"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """One request and its answer.

    Header names and values stand in the order and case of the wire, decoded as UTF-8
    with ``surrogateescape``, so that every byte can be had back. ``body`` has its
    content coding kept and its transfer coding undone; ``payload`` has both undone.
    ``request_line_target`` is what stood in the request line (path and query).
    ``fetched_at`` is when the request was sent, aware, in UTC.
    """

    url: str
    method: str = "GET"
    request_headers: tuple[tuple[str, str], ...] = ()
    request_line_target: str = "/"
    status: int
    reason: str = ""
    http_version: str = "1.1"
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""
    payload: bytes = b""
    fetched_at: datetime
    ip: str | None = None
    tls_unverified: bool = False

    def header(self, name: str) -> str:
        """Return the values of an answer's header joined by commas, or ``""``."""
        name = name.lower()
        return ", ".join(value for key, value in self.headers if key.lower() == name)


def blank_secrets(headers: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    """Return headers with the values of secret ones emptied.

    >>> blank_secrets((("Cookie", "id=7"), ("Accept", "*/*")))
    (('Cookie', ''), ('Accept', '*/*'))
    """
    if SECRET_HEADERS.isdisjoint([name.strip().lower() for name, _ in headers]):
        return headers
    return tuple(
        (name, "" if name.strip().lower() in SECRET_HEADERS else value)
        for name, value in headers
    )
