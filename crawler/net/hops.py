"""One hop on the way to an answer: what it carries, says and leads to. Pure."""

import re
from collections.abc import Collection
from datetime import UTC, datetime, timedelta

from corpus.exchange import Exchange
from crawler.net.retry import parse_retry_after
from crawler.net.target import Target, read_target
from crawler.policy import FetchProblem, Policy, Validators
from parsers.model import ProblemKind
from parsers.urls import resolve

#: Statuses that lead elsewhere; of these, for good.
REDIRECTS = frozenset({301, 302, 303, 307, 308})
PERMANENT = frozenset({301, 308})
_GONE = frozenset({404, 410})
_NO_TEXT = re.compile("[\udc80-\udcff]")
#: Characters of a validator that is sent back to its server.
LONGEST_VALIDATOR = 1_024
#: What a host says when it wants fewer requests.
BUSY = frozenset({429, 503})


def find_target(url: str) -> Target:
    """Take an address apart; ``FetchProblem`` if it is none."""
    try:
        return read_target(url)
    except ValueError as error:
        raise FetchProblem(ProblemKind.NETWORK, str(error), url=url) from error


def request_headers(
    target: Target, policy: Policy, validators: Validators | None, first: str
) -> dict[str, str]:
    """Return the fields of one request beyond the usual ones."""
    headers: dict[str, str] = {}
    if policy.headers and target.origin in policy.origins:
        headers.update(policy.headers)
    # Validators mean nothing to another page, whose 304 would speak of itself.
    if validators is not None and target.url == (validators.url or first):
        if _can_be_sent(validators.etag):
            headers["If-None-Match"] = validators.etag
        if _can_be_sent(validators.last_modified):
            headers["If-Modified-Since"] = validators.last_modified
    return headers


def _can_be_sent(value: str) -> bool:
    """Tell whether a server's word is fit to be sent back: text, and not too much."""
    return 0 < len(value) <= LONGEST_VALIDATOR and value.isprintable()


def next_target(exchange: Exchange, seen: set[str], most: int) -> Target:
    """Return where a redirect leads, if that is somewhere new."""
    location, url = _led_to(exchange)
    if url is None:
        raise FetchProblem(
            ProblemKind.REDIRECT,
            f"redirects to {location[:200]!r}, which is no web address",
            url=exchange.url,
        )
    if url in seen:
        raise FetchProblem(
            ProblemKind.REDIRECT, "redirects in a circle", url=exchange.url
        )
    if len(seen) > most:
        raise FetchProblem(
            ProblemKind.REDIRECT, f"more than {most} redirects", url=exchange.url
        )
    return find_target(url)


def is_circle(exchange: Exchange, seen: Collection[str]) -> bool:
    """Tell whether a redirect leads to where we have been."""
    return _led_to(exchange)[1] in seen


def _led_to(exchange: Exchange) -> tuple[str, str | None]:
    """Return where a redirect says that it leads, and the address that this is."""
    location = _first(exchange, "location")
    # Bytes that are no text are sent back as they came.
    location = _NO_TEXT.sub(lambda found: f"%{ord(found[0]) & 0xFF:02X}", location)
    return location, resolve(exchange.url, location) if location else None


def _first(exchange: Exchange, name: str) -> str:
    return next((v for k, v in exchange.headers if k.lower() == name), "")


def rest_asked(exchange: Exchange) -> float | None:
    """Return the seconds a busy host asks to be left alone for."""
    asked = _first(exchange, "retry-after")
    if not asked:
        return None
    date = _first(exchange, "date")
    return parse_retry_after(asked, date=date, now=datetime.now(UTC))


def _is_whole(exchange: Exchange) -> bool:
    """Tell whether an answer that calls itself a part is all there is."""
    size = len(exchange.body)
    told = _first(exchange, "content-range").replace(" ", "").lower()
    return told == f"bytes0-{size - 1}/{size}"


def check_status(exchange: Exchange, headers: dict[str, str], now: datetime) -> None:
    """Raise ``FetchProblem`` unless an answer says something of its page."""
    status = exchange.status
    if status == 206 and not _is_whole(exchange):
        raise FetchProblem(
            ProblemKind.TRUNCATED, "answered a part only (206)", url=exchange.url
        )
    if 200 <= status < 300 or status in _GONE:
        return
    if status == 304 and ("If-None-Match" in headers or "If-Modified-Since" in headers):
        return
    reason = " ".join(exchange.reason[:60].split())
    rest = rest_asked(exchange) if status in BUSY else None
    raise FetchProblem(
        ProblemKind.HTTP_STATUS,
        f"answered {status} {reason}".rstrip(),
        url=exchange.url,
        retry_at=None if rest is None else now + timedelta(seconds=rest),
    )
