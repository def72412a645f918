"""What comes back from an honest server, and what the archive gets to see of it."""

import asyncio
import gc
import gzip
import weakref
from dataclasses import replace

import pytest

from crawler.agent import agent_name
from crawler.fetch import Fetcher
from crawler.limits import Limits
from crawler.net.answer import Answer
from crawler.policy import FetchProblem, Policy, Validators
from tests.crawler.hostile import (
    SMALL,
    Hostile,
    ask,
    attempt,
    cut,
    drip,
    moved,
    page,
)
from tests.crawler.hostile import Answer as Reply

ZIPPED = gzip.compress(b"<p>Fog on the pier.</p>")


@pytest.mark.promise("R32")
def test_a_body_is_kept_as_received_beside_what_it_unfolds_to() -> None:
    """The archive keeps the bytes of the wire, the parsers read the page."""
    answer = page(ZIPPED, "Content-Encoding: gzip", "X-Odd:  a  b ", "x-odd: c")
    exchange = ask(answer).fetched.last
    assert exchange.body == ZIPPED
    assert exchange.payload == b"<p>Fog on the pier.</p>"
    assert exchange.headers[1:3] == (("X-Odd", "a  b"), ("x-odd", "c"))
    assert (exchange.status, exchange.reason, exchange.http_version) == (
        200,
        "Said",
        "1.1",
    )
    assert exchange.ip == "127.0.0.1"


def test_an_answer_goes_with_its_request() -> None:
    """Its parser holds it, body and all: the collector of cycles comes rarely."""
    answer = Answer(Limits(), None)
    answer.feed(page(b"<p>Fog."))
    assert (answer.is_ended, answer.http_version) == (True, "1.1")
    gone = weakref.ref(answer)
    answer.close()
    gc.disable()
    try:
        del answer
        assert gone() is None
    finally:
        gc.enable()


def test_a_chunked_body_is_put_together() -> None:
    """Transfer coding belongs to the connection, not to the page."""
    answer = (
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
        b"3\r\nFog\r\n1;x=y\r\n.\r\n0\r\nX-Trailer: 1\r\n\r\n"
    )
    assert ask(answer).fetched.last.body == b"Fog."


@pytest.mark.parametrize(
    "fields",
    [
        b"X Frame Options: DENY\r\nContent-Length: 4\r\n",
        b"X-Powered-By : PHP/5.2\r\nno colon\r\nContent-Length: 4\r\n",
        b"Content-Length: 4, 4\r\n",
        b"Content-Length: 4\r\nContent-Length: 4\r\n",
        b"Content-Length: 4\r\nTransfer-Encoding: identity\r\n",
    ],
)
def test_a_head_with_lines_that_are_no_fields_is_read_as_browsers_do(
    fields: bytes,
) -> None:
    """One line that somebody typed wrong is on every page of such a site."""
    whole = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n" + fields + b"\r\nFog."
    for answer in (whole, drip([whole[:50], whole[50:-6], whole[-6:]], 0.01)):
        exchange = ask(answer).fetched.last
        assert (exchange.status, exchange.body) == (200, b"Fog.")
        assert exchange.headers[0] == ("Content-Type", "text/html")


def test_header_bytes_that_are_no_text_can_be_had_back() -> None:
    """A record must say what the server said, in whatever encoding."""
    answer = page(b"", "X-Name: H\xe4fen")
    value = dict(ask(answer).fetched.last.headers)["X-Name"]
    assert value.encode("utf-8", "surrogateescape") == b"H\xe4fen"


def test_we_say_who_we_are_and_what_we_can_read() -> None:
    """An operator of a site must be able to find out who asks."""
    outcome = ask({"/fog": page()}, "/fog?a=1&b=%20")
    asked = outcome.server.asked[0]
    assert asked.path == "/fog?a=1&b=%20"
    assert asked.headers["user-agent"] == "presswatch/0"
    assert asked.headers["accept-encoding"] == "gzip, deflate, br, zstd"
    assert "cookie" not in asked.headers
    sent = {name.lower(): v for name, v in outcome.fetched.last.request_headers}
    assert sent == asked.headers


def test_an_agent_name_cannot_smuggle_a_header() -> None:
    """A contact comes from a file that somebody wrote."""
    assert agent_name("a@b.example\r\nX: y", "1") == "presswatch/1 (+a@b.exampleX:y)"


def test_a_conditional_request_is_answered_by_304() -> None:
    """Most of every night is this."""
    validators = Validators(etag='"7"', last_modified="Mon, 05 Jan 2026 12:00:00 GMT")
    answer = b'HTTP/1.1 304 Not Modified\r\nETag: "7"\r\n\r\n'
    outcome = ask(answer, "/", "/", validators=validators)
    assert outcome.fetched.last.status == 304
    assert outcome.fetched.last.body == b""
    assert outcome.server.asked[1].headers["if-none-match"] == '"7"'
    assert outcome.server.asked[1].headers["if-modified-since"].startswith("Mon, 05")
    assert outcome.server.connection_count == 1


@pytest.mark.parametrize("etag", ["\udce4", "a\r\nX-Evil: 1", "x" * 5_000])
def test_a_validator_unfit_to_be_sent_is_left_out(etag: str) -> None:
    """It came from the server and must not keep its page from being asked for."""
    outcome = ask(page(), validators=Validators(etag=etag))
    assert outcome.fetched.last.status == 200
    assert "if-none-match" not in outcome.server.asked[0].headers
    assert "x-evil" not in outcome.server.asked[0].headers


def test_an_unasked_304_is_a_problem() -> None:
    """Without a state that we hold, "not modified" says nothing."""
    assert ask(b"HTTP/1.1 304 Not Modified\r\n\r\n").kind == "http_status"


def test_validators_are_not_shown_to_another_page() -> None:
    """A front page that says "not modified" must not vouch for an article."""
    outcome = ask(
        {"/": moved("/front"), "/front": page()}, validators=Validators(etag='"7"')
    )
    assert "if-none-match" in outcome.server.asked[0].headers
    assert "if-none-match" not in outcome.server.asked[1].headers
    assert outcome.fetched.last.status == 200


def test_validators_follow_a_page_to_where_it_answered() -> None:
    """An alias that redirects costs no more than its page when nothing changed."""

    async def run() -> int:
        answers = {"/": moved("/fog"), "/fog": b"HTTP/1.1 304 Not Modified\r\n\r\n"}
        async with Hostile(answers) as server, Fetcher(agent="presswatch/0") as fetcher:
            held = Validators(etag='"7"', url=server.origin + "/fog")
            policy = Policy(seeds=(server.origin,), delay=0, robots=False)
            url = server.origin + "/"
            got = await fetcher.fetch(url, policy=policy, validators=held)
            return got.last.status

    assert asyncio.run(run()) == 304


@pytest.mark.parametrize("status", [404, 410])
def test_gone_is_an_answer(status: int) -> None:
    """What is gone is news; it is for the comparison to judge."""
    outcome = ask(page(b"no", status=status))
    assert (outcome.fetched.last.status, outcome.fetched.last.body) == (status, b"no")


@pytest.mark.parametrize("status", [101, 300, 305, 400, 401, 403, 418, 451, 500, 502])
def test_other_refusals_are_problems_with_what_was_said(status: int) -> None:
    """They prove nothing about the item, but the archive may keep them."""
    problem = ask(page(b"no", status=status)).problem
    assert problem.problem.kind == "http_status"
    assert str(status) in problem.problem.detail
    assert [each.status for each in problem.exchanges] == [status]


def test_a_part_of_a_page_is_no_page() -> None:
    """Nobody asked for a range."""
    assert ask(page(b"half", status=206)).kind == "truncated"
    begun = page(b"half", "Content-Range: bytes 0-3/8", status=206)
    assert ask(begun).kind == "truncated"


def test_a_part_that_is_all_of_a_page_is_the_page() -> None:
    """Some caches keep what was once asked for in parts, and say so ever after."""
    answer = page(b"Fog.", "Content-Range: bytes 0-3/4", status=206)
    assert ask(answer).fetched.last.body == b"Fog."


def test_redirects_are_followed_and_all_hops_kept() -> None:
    """The archive shows how an address led to its page."""
    outcome = ask({"/": moved("/a#x"), "/a": moved("fog", 308), "/fog": page()})
    fetched = outcome.fetched
    assert outcome.server.paths == ["/", "/a", "/fog"]
    assert [each.status for each in fetched.exchanges] == [301, 308, 200]
    assert fetched.url == outcome.server.origin + "/fog"
    assert fetched.moved_for_good


@pytest.mark.parametrize("status", [302, 303, 307])
def test_one_passing_redirect_makes_the_move_passing(status: int) -> None:
    """A moved item is announced only if all of the way is for good."""
    outcome = ask({"/": moved("/a"), "/a": moved("/fog", status), "/fog": page()})
    assert not outcome.fetched.moved_for_good


@pytest.mark.promise("R19")
def test_redirects_end() -> None:
    """As many as allowed are followed, and not one more."""
    answers = {f"/{i}": moved(f"/{i + 1}") for i in range(10)} | {"/10": page()}
    assert ask(answers, f"/{10 - SMALL.redirects}").fetched.last.status == 200
    outcome = ask(answers, f"/{9 - SMALL.redirects}")
    assert outcome.kind == "redirect"
    assert len(outcome.server.asked) == SMALL.redirects + 1
    assert len(outcome.problem.exchanges) == SMALL.redirects + 1


@pytest.mark.parametrize("location", ["/", "/b", "#top", "//127.0.0.1:0/"])
def test_a_circle_or_nonsense_is_a_redirect_problem(location: str) -> None:
    """It must end at once, not at the limit."""
    outcome = ask({"/": moved(location), "/b": moved("/")})
    assert outcome.kind == "redirect"
    assert len(outcome.server.asked) <= 2


@pytest.mark.parametrize("way", ["/", "/check"])
def test_a_host_that_asks_for_its_cookie_back_gets_it(way: str) -> None:
    """Without it the way is a circle; with the answer it is forgotten."""
    give = "Set-Cookie: seen=1f; path=/; HttpOnly"
    first = moved(way, 302, give)
    answers = {"/": [first, page()], "/check": moved("/", 302, "Set-Cookie: b=2")}
    outcome = ask(answers)
    assert outcome.fetched.last.status == 200
    assert not outcome.fetched.moved_for_good
    cookies = [asked.headers.get("cookie") for asked in outcome.server.asked]
    assert cookies[:-1] == [None] * (len(cookies) - 1)
    assert cookies[-1] == ("seen=1f" if way == "/" else "seen=1f; b=2")


@pytest.mark.parametrize(("status", "is_for_good"), [(301, True), (302, False)])
def test_what_leads_on_once_the_cookie_is_back_is_the_move(
    status: int, is_for_good: bool
) -> None:
    """Handing out a cookie, for the time being, says nothing of where a page is."""
    gate = moved("/", 302, "Set-Cookie: seen=1f; path=/")
    outcome = ask({"/": [gate, moved("/fog", status)], "/fog": page()})
    assert outcome.fetched.url.endswith("/fog")
    assert outcome.fetched.moved_for_good is is_for_good


def test_a_circle_that_cookies_do_not_open_still_ends() -> None:
    """Whoever gives a new one each time would lead us round for ever."""
    outcome = ask({"/": moved("/", 302, "Set-Cookie: seen=1")})
    assert outcome.kind == "redirect"
    assert len(outcome.server.asked) == 2


@pytest.mark.promise("R22")
@pytest.mark.parametrize(
    "location",
    ["file:///etc/passwd", "ftp://h.example/", "javascript:1", "data:,x", "gopher://x"],
)
def test_a_redirect_leads_to_web_pages_only(location: str) -> None:
    """A server must not choose what we open."""
    outcome = ask(moved(location))
    assert outcome.kind == "redirect"
    assert location in outcome.problem.problem.detail


def test_a_problem_behind_a_redirect_names_the_page_that_leads_there() -> None:
    """Nobody knows the other host, or which of a thousand items is meant."""
    outcome = ask(moved("http://127.0.0.1:1/x"))
    assert outcome.problem.problem.url == "http://127.0.0.1:1/x"
    detail = outcome.problem.problem.detail
    assert detail.endswith(f"; {outcome.server.origin}/ leads there")


def test_a_redirect_may_be_written_in_any_bytes() -> None:
    """Old servers write their own charset; it is sent back to them as it came."""
    outcome = ask({"/": moved("/n\xe4he?\xff"), "/n%E4he": page()})
    assert outcome.server.paths == ["/", "/n%E4he?%FF"]
    assert outcome.fetched.last.status == 200


def test_what_a_server_says_can_be_stored_and_shown() -> None:
    """A detail ends in a database, in JSON and on a terminal."""
    answer = page(b"", status=500).replace(b"Said", b"\xff\x1b[31m\x00said")
    for each in (answer, moved("x:\xff\x1b\x9b\u2028".encode().decode("latin-1"))):
        problem = ask(each).problem.problem
        assert (problem.detail + problem.url).isprintable()
        (problem.detail + problem.url).encode()


def test_a_redirect_without_an_address_is_a_problem() -> None:
    """There is nothing to follow."""
    assert ask(page(b"", status=302)).kind == "redirect"


@pytest.mark.promise("R23")
def test_what_the_operator_gave_goes_to_the_seeds_alone_and_into_no_record() -> None:
    """A redirect must not carry a password to somebody else."""

    async def run() -> None:
        async with Hostile({"/": page()}) as other:
            answers = {"/": moved(other.origin + "/")}
            async with Hostile(answers) as server, Fetcher(agent="p/0") as fetcher:
                policy = Policy(
                    seeds=(server.origin,),
                    allow=(f"127.0.0.1:{other.port}",),
                    headers=(
                        ("Authorization", "Basic c2VjcmV0"),
                        ("X-Key", "c2VjcmV0"),
                    ),
                    delay=0,
                    robots=False,
                )
                got = await fetcher.fetch(server.origin + "/", policy=policy)
                assert server.asked[0].headers["authorization"] == "Basic c2VjcmV0"
                assert "authorization" not in other.asked[0].headers
                assert "x-key" not in other.asked[0].headers
                assert "c2VjcmV0" not in repr(got)
                assert ("X-Key", "") in got.exchanges[0].request_headers

    asyncio.run(run())


@pytest.mark.promise("R23")
def test_user_information_in_an_address_is_dropped() -> None:
    """A link must not make us sign in anywhere."""

    async def run() -> None:
        async with Hostile({"/": page()}) as server, Fetcher(agent="p/0") as fetcher:
            policy = Policy(seeds=(server.origin,), delay=0, robots=False)
            url = server.origin.replace("//", "//me:secret@") + "/"
            got = await fetcher.fetch(url, policy=policy)
            assert "authorization" not in server.asked[0].headers
            assert got.url == server.origin + "/"

    asyncio.run(run())


def test_cookies_are_not_taken() -> None:
    """A session must not change what the next page says."""
    outcome = ask(page(b"", "Set-Cookie: id=7; Path=/"), "/", "/")
    assert "cookie" not in outcome.server.asked[1].headers
    assert ("Set-Cookie", "id=7; Path=/") in outcome.fetched.last.headers


def test_proxies_of_the_environment_are_not_used(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The guard must see the address that is really connected to."""
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")
    assert ask(page()).fetched.last.status == 200


@pytest.mark.parametrize(
    "url", ["", "fog", "ftp://h.example/", "http://", "http:///x", "http://a b/"]
)
def test_what_is_no_address_is_a_problem(url: str) -> None:
    """An address may come from anywhere."""

    async def run() -> str:
        async with Fetcher(agent="p/0") as fetcher:
            problem = await attempt(fetcher, url, Policy(limits=SMALL))
            return problem.problem.kind  # type: ignore[union-attr]

    assert asyncio.run(run()) == "network"


def test_line_ends_in_an_address_add_no_header() -> None:
    """Otherwise a link could write our request."""
    outcome = ask({"/": page()}, "/?a\r\nX-Evil: 1")
    assert "x-evil" not in outcome.server.asked[0].headers


@pytest.mark.promise("R19")
def test_a_failed_connection_is_dropped_and_the_next_one_clean() -> None:
    """Bytes of an answer given up must not become another one's."""
    big = page(b"x" * 5_000_000)
    outcome = ask({"/big": big, "/": page()}, "/", "/big", "/")
    assert outcome.fetched.last.body == b"<p>Fog.</p>"
    assert [each.connection for each in outcome.server.asked] == [1, 1, 2]


@pytest.mark.parametrize(
    "tired", [cut(b""), page(b"", "Connection: close", status=408)]
)
def test_what_a_server_says_of_a_connection_that_rested_is_no_answer(
    tired: Reply,
) -> None:
    """It closed it while we asked: the request was never there."""
    outcome = ask({"/": page(), "/news": [tired, page()]}, "/", "/news")
    assert outcome.fetched.last.status == 200
    assert [each.connection for each in outcome.server.asked] == [1, 1, 2]
    assert isinstance(ask({"/": tired}).problem, FetchProblem)


@pytest.mark.parametrize("length", [b"-1", b"+4", b"unknown", b""])
def test_a_length_that_is_no_number_says_nothing(length: bytes) -> None:
    """Browsers read such an answer until its connection ends."""
    fields = b"Content-Length: " + length + b"\r\n\r\n"
    assert ask(cut(b"HTTP/1.1 200 OK\r\n" + fields + b"Fog.")).fetched.last.body == (
        b"Fog."
    )


def test_a_version_of_http_that_is_none_is_taken_for_the_one_there_is() -> None:
    """Some small servers call theirs 1.2."""
    answer = page(b"Fog.").replace(b"HTTP/1.1", b"HTTP/1.2")
    assert ask(answer).fetched.last.body == b"Fog."


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (b"ICY 200 OK\r\nicy-name: Harbour\r\n\r\n", "does not begin like"),
        (cut(b"<html><p>Fog.</p></html>\n"), "not HTTP: it does not begin like"),
        (page(status=42).replace(b"42", b"000", 1), "not HTTP: status 0"),
        (page(b"", "Content-Encoding: " + "gzip, " * 9), "more than 5 content codings"),
    ],
)
def test_what_is_wrong_with_an_answer_is_told(answer: Reply, said: str) -> None:
    """One that never comes is looked for in the network, and takes a minute."""
    assert said in ask(answer).problem.problem.detail


def test_one_site_with_other_limits_shares_the_fetcher() -> None:
    """Limits belong to the site that asks, not to the process."""

    async def run() -> list[str]:
        body = b"x" * 20_000
        async with Hostile({"/": page(body)}) as server, Fetcher(agent="p/0") as f:
            small = Policy(limits=SMALL, seeds=(server.origin,), delay=0, robots=False)
            large = replace(small, limits=replace(SMALL, response_bytes=20_000))
            url = server.origin + "/"
            return [type(await attempt(f, url, how)).__name__ for how in (small, large)]

    assert asyncio.run(run()) == ["FetchProblem", "Fetched"]
