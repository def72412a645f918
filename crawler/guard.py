"""Which addresses may be connected to. Pure.

Only public ones, unless the operator named the host and port: a page must not be
able to make us speak to the machine we run on, its network or its cloud.
"""

from collections.abc import Container
from ipaddress import (
    IPv4Address,
    IPv6Address,
    IPv6Network,
    ip_address,
    ip_network,
)

#: Ranges of the registries (RFC 6890 and later) that are not the public Internet, and
#: all that IPv6 has not given out; what Python calls global differs by its release.
_CLOSED = tuple(
    ip_network(network)
    for network in (
        "0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 "
        "192.0.0.0/24 192.0.2.0/24 192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 "
        "198.51.100.0/24 203.0.113.0/24 224.0.0.0/3 "
        "::/3 2001::/23 2001:db8::/32 3fff::/20 4000::/2 8000::/1"
    ).split()
)
_MAPPED = IPv6Network("::ffff:0:0/96")
_TRANSLATED = IPv6Network("64:ff9b::/96")
_SIX_TO_FOUR = IPv6Network("2002::/16")
#: Interface identifiers that carry an IPv4 address (ISATAP, RFC 5214).
_ISATAP = frozenset({0x00005EFE, 0x02005EFE})


def check_address(
    host: str, port: int, *, key: str = "", allowed: Container[str] = ()
) -> str | None:
    """Return why an address may not be connected to, or nothing if it may.

    ``key`` is the host and port of the url that led here; ``allowed`` what the
    operator named, by name or by address.

    >>> check_address("127.0.0.1", 80)
    '127.0.0.1 is no public address'
    >>> check_address("127.0.0.1", 80, allowed={"127.0.0.1:80"}) is None
    True
    >>> check_address("::ffff:10.0.0.1", 80)
    '::ffff:10.0.0.1 is no public address'
    >>> check_address("8.8.8.8", 80) is None
    True
    """
    if key and key in allowed:
        return None
    bracketed = f"[{host}]" if ":" in host else host
    if f"{bracketed}:{port}" in allowed:
        return None
    return None if is_public(host) else f"{host} is no public address"


def is_public(host: str) -> bool:
    """Tell whether an address in its usual spelling is one of the public Internet.

    >>> is_public("2002:7f00:1::"), is_public("fe80::1%eth0"), is_public("1.1.1.1")
    (False, False, True)
    """
    try:
        address = ip_address(host)
    except ValueError:
        return False
    if isinstance(address, IPv6Address) and address.scope_id is not None:
        return False
    return all(_is_open(each) for each in _meant(address))


def _is_open(address: IPv4Address | IPv6Address) -> bool:
    return not any(address in network for network in _CLOSED)


def _meant(address: IPv4Address | IPv6Address) -> list[IPv4Address | IPv6Address]:
    """Return the addresses that packets to this one may reach."""
    if isinstance(address, IPv4Address):
        return [address]
    bits = int(address)
    if address in _MAPPED or address in _TRANSLATED:
        return [IPv4Address(bits & 0xFFFFFFFF)]
    if address in _SIX_TO_FOUR:
        return [address, IPv4Address(bits >> 80 & 0xFFFFFFFF)]
    if (bits >> 32) & 0xFFFFFFFF in _ISATAP:
        return [address, IPv4Address(bits & 0xFFFFFFFF)]
    return [address]
