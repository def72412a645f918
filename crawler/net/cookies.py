"""Cookies that a host gives on the way to one answer and wants back before it. Pure.

They are sent where a redirect leads in a circle without them, and forgotten with the
answer: a page must look the same to whoever asks.
"""

from collections.abc import Iterable

from corpus.exchange import Exchange
from crawler.net.target import read_target

#: A server that wants more back than this wants too much.
MOST_CHARS = 4_096


def cookies_for(origin: str, exchanges: Iterable[Exchange]) -> str:
    """Return what an origin's answers gave, as a request says it; the last one counts.

    Where it holds, and until when, makes no difference within one answer (RFC 6265).
    """
    found: dict[str, str] = {}
    for exchange in exchanges:
        if read_target(exchange.url).origin != origin:
            continue
        for field, value in exchange.headers:
            pair = value.partition(";")[0].strip()
            name, sign, _ = pair.partition("=")
            if field.lower() == "set-cookie" and name and sign and pair.isprintable():
                found[name] = pair
    cookies = "; ".join(found.values())
    return cookies if len(cookies) <= MOST_CHARS and cookies.isascii() else ""
