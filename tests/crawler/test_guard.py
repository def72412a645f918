"""Which addresses are refused, however they are spelled and whatever leads to them."""

import asyncio
import ipaddress
import json
import socket
import subprocess
import sys

import pytest
from aiohttp.abc import AbstractResolver, ResolveResult
from hypothesis import given
from hypothesis import strategies as st

from crawler.fetch import Fetcher
from crawler.guard import check_address, is_public
from crawler.net.target import read_target
from crawler.policy import Fetched, FetchProblem, Policy
from tests.crawler import closed_net
from tests.crawler.hostile import SMALL, Canary, Hostile, attempt, moved, page

CLOSED = """
0.0.0.0 0.1.2.3 10.0.0.1 100.64.0.1 127.0.0.1 127.255.255.254 169.254.169.254
172.16.0.1 172.31.255.255 192.0.0.1 192.0.0.170 192.0.2.1 192.88.99.1 192.168.1.1
198.18.0.1 198.51.100.7 203.0.113.7 224.0.0.1 239.255.255.250 240.0.0.1
255.255.255.255 :: ::1 ::127.0.0.1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 ::ffff:0:127.0.0.1
64:ff9b::127.0.0.1 64:ff9b::a00:1 64:ff9b:1::1 100::1 2001::1 2001:0:7f00:1::1
2001:db8::1 2001:10::1 2002:7f00:1:: 2002:a00:1::1 2002:c0a8:101:: 3fff::1 5f00::1
fc00::1 fd12:3456::1 fe80::1 fe80::1%eth0 fec0::1 ff02::1 fd00:ec2::254
2a00:1450::5efe:127.0.0.1 2a00:1450::200:5efe:10.0.0.1 2606:4700::1%lo
""".split()
OPEN = """
1.1.1.1 8.8.8.8 93.184.216.34 172.15.255.255 172.32.0.1 100.63.255.255 100.128.0.1
192.167.255.255 198.17.255.255 198.20.0.1 223.255.255.255 2606:4700::1111
2a00:1450:4001::8 2002:808:808:: 64:ff9b::808:808 ::ffff:8.8.8.8
""".split()


@pytest.mark.promise("R22")
@pytest.mark.parametrize("address", CLOSED)
def test_an_address_that_is_not_public_is_closed(address: str) -> None:
    """A page must not make us speak to the machine, its network or its cloud."""
    assert not is_public(address)
    assert check_address(address, 80)


@pytest.mark.parametrize("address", OPEN)
def test_a_public_address_is_open(address: str) -> None:
    """The neighbors of closed ranges carry real sites."""
    assert is_public(address)


@given(st.ip_addresses(v=4))
def test_a_closed_address_stays_closed_in_every_dress(
    address: ipaddress.IPv4Address,
) -> None:
    """Mapped, translated and tunneled forms mean the address inside."""
    inside = is_public(str(address))
    bits = int(address)
    for dressed in (
        ipaddress.IPv6Address(0xFFFF << 32 | bits),
        ipaddress.IPv6Address(0x64FF9B << 96 | bits),
        ipaddress.IPv6Address(0x2002 << 112 | bits << 80 | 1),
    ):
        assert is_public(str(dressed)) == inside


def spellings(bits: int) -> list[str]:
    a, b, c, d = bits.to_bytes(4, "big")
    return [
        f"{a}.{b}.{c}.{d}",
        f"{bits}",
        f"{bits:#x}",
        f"0{bits:o}",
        f"{a}.{bits & 0xFFFFFF}",
        f"{a}.{b}.{bits & 0xFFFF}",
        f"0{a:o}.0{b:o}.{c:#x}.{d:#X}",
    ]


@pytest.mark.promise("R22")
@given(st.integers(0, 2**32 - 1))
def test_every_spelling_is_read_as_the_system_reads_it(bits: int) -> None:
    """``inet_aton`` knows more spellings than a filter of strings does."""
    meant = str(ipaddress.IPv4Address(bits))
    for spelling in spellings(bits):
        assert read_target(f"http://{spelling}/").host == meant, spelling


@given(st.text(max_size=40), st.integers(0, 65535))
def test_the_guard_answers_to_anything(host: str, port: int) -> None:
    """What it does not understand is closed."""
    if is_public(host):
        ipaddress.ip_address(host)
    check_address(host, port)


def test_only_what_the_operator_named_is_let_through() -> None:
    """Host and port both count, and a name speaks for its addresses."""
    allowed = {"10.0.3.7:8080", "[::1]:80", "wiki.example:80"}
    assert check_address("10.0.3.7", 8080, allowed=allowed) is None
    assert check_address("::1", 80, allowed=allowed) is None
    assert check_address("10.0.3.7", 8081, allowed=allowed)
    assert check_address("10.0.3.8", 8080, allowed=allowed)
    key = "wiki.example:80"
    assert check_address("10.9.9.9", 80, key=key, allowed=allowed) is None
    assert check_address("10.9.9.9", 80, key="other.example:80", allowed=allowed)


@pytest.mark.promise("R22")
def test_no_spelling_of_loopback_is_connected_to() -> None:
    """The canary hears nothing, and every link is told as refused."""

    async def run() -> None:
        async with Canary() as canary, Fetcher(agent="p/0") as fetcher:
            hosts = [
                *spellings(0x7F000001),
                "0",
                "0.0.0.0",
                "127.1",
                "localhost",
                "LOCALHOST",
                "127.0.0.1.",
                "[::ffff:127.0.0.1]",
                "[::1]",
                "[::]",
                "%31%32%37.0.0.1",
                "①②⑦.0.0.1",
                "127。0。0。1",
                "me@127.0.0.1",
                "h.example@127.0.0.1",
                "h.example:80@127.0.0.1",
            ]
            policy = Policy(limits=SMALL, delay=0)
            for host in hosts:
                for scheme in ("http", "https"):
                    url = f"{scheme}://{host}:{canary.port}/"
                    problem = await attempt(fetcher, url, policy)
                    assert isinstance(problem, FetchProblem)
                    assert problem.problem.kind == "blocked_address", url
            assert canary.connection_count == 0

    asyncio.run(run())


@pytest.mark.promise("R22")
def test_a_disagreement_between_readers_of_addresses_opens_nothing() -> None:
    """However such an address is read, the canary is on no reading's way."""

    async def run() -> None:
        async with Canary() as canary, Fetcher(agent="p/0") as fetcher:
            here = f"127.0.0.1:{canary.port}"
            for url in (
                f"http://h.example\\@{here}/",
                f"http://{here}\\@h.example/",
                f"http://{here}#@h.example/",
                f"http://h.example#@{here}/",
                f"http:\\\\{here}/",
                f"http:/{here}/",
                f"http:///{here}/",
                f"http://[::1%25lo]:{canary.port}/",
                f"http://{here} .h.example/",
                f"http://{here}\t.h.example/",
                f"\x00http://{here}/",
            ):
                got = await attempt(fetcher, url, Policy(limits=SMALL, delay=0))
                assert isinstance(got, FetchProblem), url
            assert canary.connection_count == 0

    asyncio.run(run())


@pytest.mark.promise("R22")
@pytest.mark.parametrize("robots", [True, False])
def test_a_redirect_from_an_allowed_host_opens_no_other_port(robots: bool) -> None:
    """Being allowed is no pass for the whole machine."""

    async def run() -> None:
        async with Canary() as canary:
            here = f"127.0.0.1:{canary.port}"
            answers = {
                "/a": moved(f"http://{here}/"),
                "/b": moved(f"//{here}/"),
                "/c": moved(f"http://localhost:{canary.port}/"),
                "/d": moved("/a"),
            }
            async with Hostile(answers) as server, Fetcher(agent="p/0") as fetcher:
                policy = Policy(
                    limits=SMALL, seeds=(server.origin,), delay=0, robots=robots
                )
                for path in answers:
                    got = await attempt(fetcher, server.origin + path, policy)
                    assert isinstance(got, FetchProblem)
                    assert got.problem.kind == "blocked_address"
                    assert got.exchanges[-1].status == 301
            assert canary.connection_count == 0

    asyncio.run(run())


@pytest.mark.promise("R22")
def test_a_robots_file_cannot_lead_to_a_closed_address() -> None:
    """Its redirects are hops like any other; it counts as none."""

    async def run() -> None:
        async with Canary() as canary:
            away = moved(f"http://127.0.0.1:{canary.port}/robots.txt")
            answers = {"/robots.txt": away, "/": page()}
            async with Hostile(answers) as server, Fetcher(agent="p/0") as fetcher:
                policy = Policy(limits=SMALL, seeds=(server.origin,), delay=0)
                got = await attempt(fetcher, server.origin + "/", policy)
                assert isinstance(got, FetchProblem)
                assert server.paths == ["/robots.txt"]
            assert canary.connection_count == 0

    asyncio.run(run())


class Names(AbstractResolver):
    """Knows a few names; counts how often it is asked."""

    def __init__(self, *addresses: list[str]) -> None:
        self.answers = list(addresses)
        self.asked = 0

    async def resolve(
        self,
        host: str,
        port: int = 0,
        family: socket.AddressFamily = socket.AF_INET,
    ) -> list[ResolveResult]:
        """Give the next answer; the last for ever."""
        self.asked += 1
        found = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        return [
            ResolveResult(
                hostname=host,
                host=address,
                port=port,
                family=socket.AF_INET6 if ":" in address else socket.AF_INET,
                proto=0,
                flags=0,
            )
            for address in found
        ]

    async def close(self) -> None:
        """Nothing is open."""


@pytest.mark.promise("R22")
@pytest.mark.parametrize("address", ["127.0.0.1", "::1", "::ffff:127.0.0.1"])
def test_a_name_that_leads_home_is_refused(address: str) -> None:
    """Anybody can publish a name for our own machine."""

    async def run() -> None:
        async with Canary() as canary:
            names = Names([address])
            policy = Policy(limits=SMALL, delay=0)
            async with Fetcher(agent="p/0", resolver=names) as fetcher:
                url = f"http://evil.example:{canary.port}/"
                got = await attempt(fetcher, url, policy)
                assert isinstance(got, FetchProblem)
                assert got.problem.kind == "blocked_address"
                assert got.problem.url == url
            assert canary.connection_count == 0

    asyncio.run(run())


@pytest.mark.promise("R22")
def test_a_name_with_two_faces_shows_us_the_public_one_alone() -> None:
    """Of several addresses only those that are open are tried."""

    async def run() -> None:
        async with Canary() as canary:
            names = Names(["8.8.8.8", "127.0.0.1"], ["127.0.0.1", "::1"])
            policy = Policy(limits=SMALL, delay=0, robots=False)
            async with Fetcher(agent="p/0", resolver=names) as fetcher:
                for _ in range(3):
                    url = f"http://evil.example:{canary.port}/"
                    got = await attempt(fetcher, url, policy)
                    assert isinstance(got, FetchProblem)
            assert canary.connection_count == 0

    asyncio.run(run())


@pytest.mark.promise("R22")
def test_a_connection_opened_for_one_site_is_closed_to_another() -> None:
    """What one operator's file allows, the links of another site do not get."""

    async def run() -> None:
        async with Hostile({"/": page()}) as server, Fetcher(agent="p/0") as fetcher:
            url = server.origin + "/"
            own = Policy(limits=SMALL, seeds=(url,), delay=0, robots=False)
            other = Policy(limits=SMALL, delay=0, robots=False)
            assert isinstance(await attempt(fetcher, url, own), Fetched)
            got = await attempt(fetcher, url, other)
            assert isinstance(got, FetchProblem)
            assert got.problem.kind == "blocked_address"
            assert len(server.asked) == 1

    asyncio.run(run())


def test_a_name_allowed_by_its_address_is_fetched() -> None:
    """An operator may name the address, the site its own name."""

    async def run() -> None:
        async with Hostile({"/": page()}) as server:
            names = Names(["127.0.0.1"])
            policy = Policy(
                limits=SMALL, allow=(f"127.0.0.1:{server.port}",), delay=0, robots=False
            )
            async with Fetcher(agent="p/0", resolver=names) as fetcher:
                url = f"http://intra.example:{server.port}/"
                for _ in range(2):
                    assert isinstance(await attempt(fetcher, url, policy), Fetched)

    asyncio.run(run())


def has_namespaces() -> bool:
    """Tell whether this machine lets us have a network of our own."""
    command = ["unshare", "--map-root-user", "--net", "ip", "link"]
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


@pytest.mark.promise("R22")
@pytest.mark.skipif(not has_namespaces(), reason="needs unshare and ip")
def test_no_forbidden_address_hears_from_us_where_all_of_them_listen() -> None:
    """The proof at the socket: they would answer, and are not asked."""
    command = ["unshare", "--map-root-user", "--net", sys.executable]
    module = ["-m", "tests.crawler.closed_net"]
    run = subprocess.run(command + module, capture_output=True, check=True)
    told = json.loads(run.stdout)
    assert told["forbidden"] == {}
    assert set(closed_net.PUBLIC) <= set(told["heard"])
    assert len(told["heard"]) > 20
