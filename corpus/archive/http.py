"""HTTP messages as the blocks of records, and addresses as their fields. Pure.

What was fetched is data: it can neither end a line nor begin one. Control characters
become spaces, in addresses percent-escapes; nothing else is altered.
"""

import re
from dataclasses import dataclass

from corpus.exchange import Exchange, blank_secrets

#: The transfer coding is undone in what is stored, so its header must not claim it:
#: strict readers would look for chunks (webrecorder/pywb issue 584, nla/httrack2warc
#: issue 5; the specification wants the coding itself, iipc/warc-specifications 22,
#: which no client library hands out). What it said stays readable under this name.
TRANSFER_KEPT = "X-Archive-Orig-Transfer-Encoding"

_CONTROL = re.compile(r"[\x00-\x08\x0a-\x1f\x7f]")
_NO_TOKEN = re.compile(r"[^!#$%&'*+.^_`|~0-9A-Za-z-]")
_USER = re.compile(r"^([a-z][a-z0-9+.-]*://)[^/?#]*@", re.IGNORECASE)
_SAFE_URL = re.compile(r"[\x21-\x3b\x3d\x3f-\x7e]*")
_NO_URL = re.compile(rb"[^\x21-\x3b\x3d\x3f-\x7e]")


@dataclass(frozen=True, slots=True)
class Message:
    """A stored answer: status, headers as received, body with its content coding."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes

    @property
    def encodings(self) -> str:
        """The content codings of the body, those of several fields joined."""
        values = (v for k, v in self.headers if k.lower() == "content-encoding")
        return ",".join(values)


def request_head(exchange: Exchange) -> bytes:
    """Return a request as sent, secrets blanked."""
    method = _token(exchange.method)
    target = safe_url(exchange.request_line_target)
    line = f"{method} {target} HTTP/{_line(exchange.http_version)}"
    return _head(line, blank_secrets(exchange.request_headers))


def response_head(exchange: Exchange) -> bytes:
    """Return an answer's status line and headers."""
    line = f"HTTP/{_line(exchange.http_version)} {exchange.status:03d} "
    headers = tuple(
        [
            (TRANSFER_KEPT if name.lower() == "transfer-encoding" else name, value)
            for name, value in exchange.headers
        ]
    )
    return _head(line + _line(exchange.reason), headers)


def parse_response(block: bytes) -> Message:
    """Return the answer in a block, or raise ``ValueError`` if there is none."""
    head, _, body = block.partition(b"\r\n\r\n")
    first, *lines = head.decode(errors="surrogateescape").split("\r\n")
    version, _, rest = first.partition(" ")
    if not version.startswith("HTTP/"):
        raise ValueError("block is no HTTP answer")
    headers = []
    for line in lines:
        name, _, value = line.partition(":")
        name = "Transfer-Encoding" if name == TRANSFER_KEPT else name
        headers.append((name, value.strip()))
    return Message(int(rest[:3]), tuple(headers), body)


def safe_url(url: str) -> str:
    """Return an address for a field: user information dropped, odd characters escaped.

    >>> safe_url("https://me:pw@a.example/x y?q=@")
    'https://a.example/x%20y?q=@'
    """
    if "@" in url:
        url = _USER.sub(r"\1", url)
    if _SAFE_URL.fullmatch(url):
        return url
    raw = raw_bytes(url)
    return _NO_URL.sub(lambda match: b"%%%02X" % ord(match[0]), raw).decode("ascii")


def safe_value(value: str) -> str:
    r"""Return a value that stays on its line.

    >>> safe_value("a\r\nSet-Cookie: b")
    'a  Set-Cookie: b'
    """
    return _line(value).strip()


def raw_bytes(text: str) -> bytes:
    r"""Return the bytes that text was decoded from; what never was any becomes "?".

    >>> raw_bytes("\udce5"), raw_bytes("\ud800")
    (b'\xe5', b'?')
    """
    try:
        return text.encode(errors="surrogateescape")
    except UnicodeEncodeError:
        return text.encode(errors="replace")


def _head(line: str, headers: tuple[tuple[str, str], ...]) -> bytes:
    if _is_odd(headers):
        headers = tuple([(_token(name), _line(value)) for name, value in headers])
    fields = "".join([f"{name}: {value}\r\n" for name, value in headers])
    return raw_bytes(f"{line}\r\n{fields}\r\n")


def _is_odd(headers: tuple[tuple[str, str], ...]) -> bool:
    """Say whether any header is not as HTTP has it; all are looked at in one go."""
    names = "".join([name or "\0" for name, _ in headers])
    values = "".join([value for _, value in headers])
    has_control = not values.isprintable() and _CONTROL.search(values)
    return bool(has_control or _NO_TOKEN.search(names))


def _token(text: str) -> str:
    return _NO_TOKEN.sub("_", text) or "_"


def _line(text: str) -> str:
    return text if text.isprintable() else _CONTROL.sub(" ", text)
