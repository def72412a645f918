"""One host and port gets one request at a time, and its pauses; no other waits."""

import asyncio
from time import thread_time

import pytest

from crawler.fetch import Fetcher
from crawler.policy import Policy
from crawler.polite import SLOWEST, Slot, Slots
from tests.crawler.hostile import Hostile, attempt, drip, page

#: A clock may be read this much too early.
GRAIN = 0.002


async def fetch_many(
    server: Hostile, fetcher: Fetcher, count: int, **policy: object
) -> None:
    how = Policy(seeds=(server.origin,), **policy)  # type: ignore[arg-type]
    url = server.origin + "/"
    await asyncio.gather(*(attempt(fetcher, url, how) for _ in range(count)))


def pauses(server: Hostile) -> list[float]:
    """Return the seconds between the end of each answer and the next request."""
    starts = [asked.at for asked in server.asked[1:]]
    return [start - end for end, start in zip(server.ended_at, starts, strict=False)]


async def late_body(writer: asyncio.StreamWriter) -> None:
    """Send the head at once, the words after a while, and nothing after them."""
    head, _, body = page().partition(b"\r\n\r\n")
    writer.write(head + b"\r\n\r\n")
    await writer.drain()
    await asyncio.sleep(0.05)
    writer.write(body)


@pytest.mark.promise("R26")
def test_the_delay_counts_from_the_end_of_the_last_answer() -> None:
    """A slow server gets its rest in full; a robots.txt is a request too."""

    async def run() -> None:
        answers = {"/": late_body, "/robots.txt": page(b"")}
        async with Hostile(answers) as server, Fetcher(agent="p/0") as fetcher:
            await fetch_many(server, fetcher, 4, delay=0.1)
            assert len(server.asked) == 5
            assert server.most_at_once == 1
            assert min(pauses(server)) >= 0.1 - GRAIN

    asyncio.run(run())


@pytest.mark.promise("R26")
def test_the_delay_of_a_robots_file_is_a_floor() -> None:
    """Whatever delay is given, the host's own wish is the least."""

    async def run() -> None:
        lines = b"User-agent: *\nCrawl-delay: 0.15"
        answers = {"/": page(), "/robots.txt": page(lines)}
        async with Hostile(answers) as server, Fetcher(agent="p/0") as fetcher:
            await fetch_many(server, fetcher, 3, delay=0.01)
            assert min(pauses(server)) >= 0.15 - GRAIN
            await fetch_many(server, fetcher, 2, delay=0.25)
            assert min(pauses(server)[3:]) >= 0.25 - GRAIN

    asyncio.run(run())


@pytest.mark.promise("R26")
def test_hosts_do_not_wait_for_each_other_but_ports_count() -> None:
    """Two ports of one machine are two servers."""

    async def run() -> None:
        answers = {"/": page()}
        async with (
            Hostile(answers) as one,
            Hostile(answers) as two,
            Fetcher(agent="p/0") as fetcher,
        ):
            await asyncio.gather(
                fetch_many(one, fetcher, 3, delay=0.2, robots=False),
                fetch_many(two, fetcher, 3, delay=0.2, robots=False),
            )
            assert min(pauses(one) + pauses(two)) >= 0.2 - GRAIN
            assert one.asked[0].at < two.asked[1].at < one.asked[2].at

    asyncio.run(run())


def test_as_many_are_in_flight_as_the_site_file_says() -> None:
    """And their starts keep the delay."""

    async def run() -> None:
        slow = drip([b""], 0.1, page())
        async with Hostile({"/": slow}) as server, Fetcher(agent="p/0") as fetcher:
            await fetch_many(server, fetcher, 9, delay=0, parallel=3, robots=False)
            assert server.most_at_once == 3

    asyncio.run(run())


def test_who_waits_longest_goes_first() -> None:
    """No caller starves, not even one that arrives while a turn is free."""

    async def run() -> list[int]:
        slot = Slot()
        order = []

        async def caller(number: int) -> None:
            await slot.enter(0.001, 1)
            order.append(number)
            await asyncio.sleep(0)
            slot.leave()

        await asyncio.gather(*(caller(number) for number in range(20)))
        return order

    assert asyncio.run(run()) == list(range(20))


def test_a_caller_that_gives_up_leaves_no_hole() -> None:
    """A stopped crawl must not block the host for the others."""

    async def run() -> None:
        slot = Slot()
        await slot.enter(0, 1)
        waiting = [asyncio.create_task(slot.enter(0, 1)) for _ in range(3)]
        await asyncio.sleep(0)
        waiting[0].cancel()
        slot.leave()
        waiting[1].cancel()  # its turn has come already
        await asyncio.wait_for(waiting[2], 60)
        slot.leave()
        assert slot.active == 0

    asyncio.run(run())


def test_a_busy_host_is_slowed_within_bounds_and_forgiven() -> None:
    """Doubling must end, and so must the punishment."""
    slot = Slot()
    for _ in range(100):
        slot.slow_down(1.0)
    assert slot.slowed_by == SLOWEST
    for _ in range(20):
        slot.speed_up()
    assert slot.slowed_by == 0


def test_slots_of_quiet_hosts_are_forgotten() -> None:
    """A crawl that is led to thousands of hosts must not remember them all."""
    slots = Slots()
    for number in range(10_000):
        slots[f"h{number}.example:80"].ended_at = -1e9
    assert len(slots) <= 2_000


def test_no_delay_costs_next_to_nothing() -> None:
    """At full speed politeness must not be felt, whatever else the machine does."""

    async def run() -> float:
        slot = Slot()
        started = thread_time()
        for _ in range(20_000):
            await slot.enter(0, 1)
            slot.leave()
        return (thread_time() - started) / 20_000

    assert asyncio.run(run()) < 100e-6
