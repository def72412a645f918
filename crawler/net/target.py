"""Addresses as the fetch layer needs them: normal, and taken apart once. Pure."""

import functools
import re
from dataclasses import dataclass

from parsers.urls import host_port, normalize

_PARTS = re.compile(r"(https?://[^/]+)(/.*)", re.S)
#: What normalizing would leave as it is, if the server's name is in normal form.
_PLAIN = re.compile(
    r"(https?://[a-z0-9.:-]+)(/[A-Za-z0-9._~!$&'()*+,;=:@/-]*"
    r"(?:\?[A-Za-z0-9._~!$&'()*+,;=:@/?-]+)?)"
)


@dataclass(frozen=True, slots=True)
class Target:
    """An address taken apart once: what is asked for, and who is asked."""

    url: str
    origin: str
    #: Host and port, the port always said.
    key: str
    #: Host, and port where it is not the usual one.
    authority: str
    host: str
    port: int
    #: Path and query, as they are sent.
    path: str


def read_target(url: str) -> Target:
    """Take an address apart; ``ValueError`` if it is no sound http(s) address.

    User information and fragment are dropped.

    >>> read_target("http://me:secret@h.example/fog?a=1#top").url
    'http://h.example/fog?a=1'
    >>> read_target("http://h.example/").key
    'h.example:80'
    """
    found = _PLAIN.fullmatch(url)
    if found is None or "/." in url or not _is_normal(found[1]):
        url = normalize(url)
        found = _PARTS.fullmatch(url)
        assert found is not None
    server, path = found.groups()
    return Target(url, *_server(server), path)


@functools.lru_cache(maxsize=1_024)
def _is_normal(server: str) -> bool:
    return normalize(server + "/") == server + "/"


@functools.lru_cache(maxsize=1_024)
def _server(server: str) -> tuple[str, str, str, str, int]:
    key = host_port(server + "/")
    scheme, _, authority = server.partition("://")
    host, _, port = key.rpartition(":")
    return f"{scheme}://{key}", key, authority, host.strip("[]"), int(port)
