"""What goes over the wire: validators, cut answers, resets, waits and ports."""

import http.client
import socket
from urllib.parse import urlsplit

import pytest

from tests.fixtures.living import World


def get(url: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    """Ask over a real socket."""
    parts = urlsplit(url)
    connection = http.client.HTTPConnection(parts.netloc, timeout=5)
    try:
        target = parts.path + (f"?{parts.query}" if parts.query else "")
        connection.request("GET", target, headers=headers)
        response = connection.getresponse()
        body = response.read()
        found = {k.lower(): v for k, v in response.getheaders()}
        return response.status, found, body
    finally:
        connection.close()


def again(world: World, name: str, *, change: bool) -> int:
    """Ask for an item, let a day pass, ask on condition; return the status."""
    with world.serve() as hosts:
        item = world.sites[name].listed()[5]
        base = hosts[name].removesuffix(world.sites[name].family.seed)
        etag = get(base + item.path)[1]["etag"]
        if change:
            record = item.record.with_block(0, item.record.blocks[1])
            world.sites[name].edit(item, record)
        world.advance()
        return get(base + item.path, **{"If-None-Match": etag})[0]


def test_honest_validators_say_304_until_something_changes() -> None:
    """What conditional requests are for."""
    assert again(World(3, ["wordpress"], tricks=[]), "wordpress", change=False) == 304
    assert again(World(3, ["wordpress"], tricks=[]), "wordpress", change=True) == 200


def test_random_validators_never_say_304() -> None:
    """ETags that change with every answer cost a request and save nothing."""
    world = World(3, ["wordpress"], tricks=["etag_random"])
    assert again(world, "wordpress", change=False) == 200


def test_stale_validators_say_304_to_an_edit() -> None:
    """The lie that only an audit finds."""
    world = World(3, ["wordpress"], tricks=["etag_stale"])
    assert again(world, "wordpress", change=True) == 304


def test_validators_over_the_sidebar_change_with_every_new_item() -> None:
    """An ETag can be honest and useless."""
    world = World(3, ["bitrix"], tricks=["etag_sidebar", "publish"])
    assert again(world, "bitrix", change=False) == 200


def test_a_cut_answer_ends_before_its_length() -> None:
    """A client that does not count keeps half a page."""
    world = World(3, ["bitrix"], tricks=["cut_page"])
    site = world.sites["bitrix"]
    while not any(i.fault for i in site.items):
        world.advance()
    path = next(i.path for i in site.items if i.fault)
    with world.serve(), pytest.raises(http.client.IncompleteRead):
        get(site.address + path)


def test_a_reset_ends_before_the_answer() -> None:
    """Connections fail now and then; asking again helps."""
    world = World(3, ["bitrix"], tricks=["resets"])
    with world.serve() as hosts:
        failed = 0
        for _ in range(40):
            try:
                get(hosts["bitrix"])
            except (http.client.HTTPException, OSError):
                failed += 1
    assert failed == 1


def test_who_does_not_wait_as_told_is_noted() -> None:
    """Retry-After is an order, not a hint."""
    world = World(3, ["bitrix"], tricks=["too_many"])
    with world.serve() as hosts:
        statuses = [get(hosts["bitrix"])[0] for _ in range(25)]
    assert statuses.count(429) == 1
    assert len(world.impatient("bitrix")) == 2


def test_what_robots_txt_forbids_is_noted() -> None:
    """A link in a page is no permission."""
    world = World(3, ["bitrix"], tricks=["honeypot", "calendar"])
    with world.serve() as hosts:
        site = world.sites["bitrix"]
        get(site.address + "/private/all.html")
        get(hosts["bitrix"])
        get(site.address + "/calendar/2026/03/")
    assert [r.target for r in world.forbidden("bitrix")] == ["/private/all.html"]
    assert world.trap_pages("bitrix") == 1


def test_hasty_requests_are_noted() -> None:
    """A delay is counted from the end of the last answer."""
    world = World(3, ["bitrix"])
    with world.serve(latency=0.01) as hosts:
        get(hosts["bitrix"])
        get(hosts["bitrix"])
    assert len(world.hasty("bitrix", 30)) == 1
    assert world.hasty("bitrix", 0) == []


def test_ports_can_be_fixed() -> None:
    """A monitor that was stopped finds its site where it was."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with World(3, ["bitrix"]).serve(ports={"bitrix": port}) as hosts:
        assert hosts["bitrix"] == f"http://127.0.0.1:{port}/en/news/"
