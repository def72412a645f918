"""A network of our own in which every forbidden address is there and listens.

``unshare --map-root-user --net python -m tests.crawler.closed_net`` gives the loopback
of a new network namespace one address of each forbidden kind, and a public one, asks
for all of them and prints as JSON who was connected to.
"""

import asyncio
import json
import subprocess
from collections import Counter
from collections.abc import Iterator

from crawler.fetch import Fetcher
from crawler.policy import FetchProblem, Policy
from tests.crawler.hostile import SMALL, attempt, page

PUBLIC = ["8.8.8.8", "2606:4700::1111"]
CLOSED = """
10.0.0.1 100.64.0.1 127.0.0.1 127.9.9.9 169.254.169.254 172.16.0.1 192.0.0.170
192.0.2.1 192.88.99.1 192.168.1.1 198.18.0.1 198.51.100.7 203.0.113.7 240.0.0.1
::1 ::127.0.0.1 64:ff9b::a00:1 64:ff9b:1::1 100::1 2001::1 2001:db8::1 2002:7f00:1::1
2002:a00:1::1 3fff::1 fc00::1 fd00:ec2::254 fec0::1
""".split()
#: What reaches this machine without being one of its addresses.
ALIASES = ["0.0.0.0", "::", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "localhost"]


def build() -> None:
    """Give this namespace's loopback its addresses."""
    subprocess.run(["ip", "link", "set", "lo", "up"], check=True)
    for address in PUBLIC + CLOSED:
        size = 128 if ":" in address else 32
        subprocess.run(
            ["ip", "addr", "replace", f"{address}/{size}", "dev", "lo"],
            stderr=subprocess.DEVNULL,
            check=address in PUBLIC,
        )


def spelled(host: str) -> Iterator[str]:
    """Yield spellings of a host in an address."""
    if ":" in host:
        yield f"[{host}]"
        return
    yield host
    yield f"{host}."
    if host[0].isdigit():
        bits = int.from_bytes(bytes(map(int, host.split("."))), "big")
        yield from (str(bits), hex(bits), f"0{bits:o}")


async def main() -> dict[str, dict[str, int]]:
    """Return how often each address was connected to: openly, and when forbidden."""
    heard: Counter[str] = Counter()

    async def answer(
        reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        heard[writer.get_extra_info("sockname")[0].removeprefix("::ffff:")] += 1
        await reader.readuntil(b"\r\n\r\n")
        writer.write(page(b"", "Connection: close"))
        writer.close()

    server = await asyncio.start_server(answer, ["0.0.0.0", "::"], 8080)
    async with server, Fetcher(agent="p/0") as fetcher:
        closed = Policy(limits=SMALL, delay=0)
        for host in CLOSED + ALIASES:
            for spelling in spelled(host):
                got = await attempt(fetcher, f"http://{spelling}:8080/", closed)
                assert isinstance(got, FetchProblem), spelling
                assert got.problem.kind == "blocked_address", (spelling, got)
        forbidden = dict(heard)
        allow = tuple(
            f"[{host}]:8080" if ":" in host else f"{host}:8080" for host in CLOSED
        )
        open_to_all = Policy(limits=SMALL, allow=allow, delay=0, robots=False)
        for host in PUBLIC + CLOSED:
            await attempt(fetcher, f"http://{next(spelled(host))}:8080/", open_to_all)
    return {"forbidden": forbidden, "heard": dict(heard)}


if __name__ == "__main__":
    build()
    print(json.dumps(asyncio.run(main())))
