"""Hosts of addresses: one spelling each, as browsers read them. Pure."""

import functools
import ipaddress
import re
from typing import TYPE_CHECKING
from urllib.parse import unquote_to_bytes

import idna

if TYPE_CHECKING:
    from tldextract import TLDExtract

DEFAULT_PORTS = {"http": 80, "https": 443}

_AUTHORITY = re.compile(r"(\[[^\]]*\]|[^:]*)(?::([0-9]*))?")
_HOST = re.compile(r"[a-z0-9_-]+(?:\.[a-z0-9_-]+)*")
_NUMBER = re.compile(r"0x[0-9a-f]*|[0-9]+")


@functools.lru_cache(maxsize=4_096)
def normal_authority(scheme: str, authority: str) -> str:
    """Return host and port in one spelling, without user and default port.

    Raise ``ValueError`` where no host can be made of it. Numbers are addresses
    in every spelling (URL standard, 3.5), so that no filter is passed by one.

    >>> normal_authority("http", "me:secret@0x7f.1:080")
    '127.0.0.1'
    """
    found = _AUTHORITY.fullmatch(authority.rpartition("@")[2])
    if not found:
        raise ValueError(f"not a host and port: {authority[:100]!r}")
    host, digits = found[1], (found[2] or "").lstrip("0")
    if len(digits) > 5 or int(digits or 0) > 65_535:
        raise ValueError(f"not a port: {digits[:20]}")
    if not digits and found[2]:
        raise ValueError("port 0 is not for use")
    name = _network_number(host) if host.startswith("[") else normal_host(host)
    if not digits or int(digits) == DEFAULT_PORTS[scheme]:
        return name
    return f"{name}:{digits}"


def normal_host(host: str) -> str:
    """Return a host in lower-case ASCII: IDNA 2008 with the mapping of UTS 46.

    >>> normal_host("H\u00c4FEN.example.")
    'xn--hfen-loa.example'
    """
    if "%" in host:
        host = unquote_to_bytes(host).decode("utf-8", "replace")
    host = host.lower()
    if not host.isascii():
        host = _encoded(host)
    host = host.removesuffix(".")
    if not _HOST.fullmatch(host) or len(host) > 253:
        raise ValueError(f"not a host: {host[:100]!r}")
    labels = host.split(".")
    if any(len(label) > 63 for label in labels):
        raise ValueError(f"not a host: {host[:100]!r}")
    return _four_numbers(labels) if _NUMBER.fullmatch(labels[-1]) else host


def registered_domain(host: str) -> str:
    """Return the part of a host that is registered; ``""`` for a number or bare name.

    Knows the public suffixes that came with ``tldextract``; never asks the network.
    """
    return _suffixes()(host).top_domain_under_public_suffix


@functools.cache
def _suffixes() -> "TLDExtract":
    # imported here: it brings an HTTP client along, and few commands ask
    from tldextract import TLDExtract

    return TLDExtract(cache_dir=None, suffix_list_urls=())


def _encoded(host: str) -> str:
    try:
        mapped = idna.uts46_remap(host, std3_rules=False, transitional=False)
        if mapped.isascii():
            return mapped
        return idna.encode(mapped).decode("ascii")
    except (UnicodeError, ValueError, IndexError) as error:
        raise ValueError(f"not a host: {host[:100]!r}") from error


def _network_number(host: str) -> str:
    if "%" in host:
        raise ValueError(f"not an address: {host[:100]!r}")
    return f"[{ipaddress.IPv6Address(host[1:-1])}]"


def _four_numbers(labels: list[str]) -> str:
    """Read one to four numbers, octal and hexadecimal too, as an IPv4 address."""
    if len(labels) > 4 or not all(map(_NUMBER.fullmatch, labels)):
        raise ValueError(f"not an address: {'.'.join(labels)[:100]!r}")
    numbers = [_value(label) for label in labels]
    *high, low = numbers
    if any(number > 255 for number in high) or low >= 256 ** (5 - len(numbers)):
        raise ValueError(f"not an address: {'.'.join(labels)[:100]!r}")
    whole = sum(number * 256 ** (3 - place) for place, number in enumerate(high))
    return str(ipaddress.IPv4Address(whole + low))


def _value(label: str) -> int:
    if label.startswith("0x"):
        return int(label[2:] or "0", 16)
    if label.startswith("0") and len(label) > 1:
        return int(label, 8)
    return int(label)
