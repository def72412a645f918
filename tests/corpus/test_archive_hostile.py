"""Nothing fetched can add a record or a field, or name a file (R34)."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from warcio.archiveiterator import ArchiveIterator

from corpus.archive import Archive
from corpus.exchange import Exchange
from tests.corpus.exchanges import (
    NOW,
    SITE,
    gzipped,
    make_exchange,
    the_file,
    writer,
)

pytestmark = pytest.mark.promise("R34")

FORGED = (
    "x\r\n\r\nWARC/1.1\r\nWARC-Type: response\r\nContent-Length: 0\r\n\r\n",
    "x\nWARC-Target-URI: https://other.example/",
    "x\rSet-Cookie: a",
    "x\x00y\x0bz\x0c\x1c\x85\u2028",
    " leading",
    "",
    ":",
)
hostile = st.one_of(
    st.sampled_from(FORGED), st.text(max_size=30), st.binary(max_size=20).map(repr)
)
surrogates = st.binary(max_size=20).map(lambda b: b.decode(errors="surrogateescape"))
words = st.one_of(hostile, surrogates)


@settings(max_examples=50, deadline=None)
@given(
    url=words,
    target=words,
    method=words,
    reason=words,
    headers=st.lists(st.tuples(words, words), max_size=4),
    ip=words,
    body=st.binary(max_size=50),
)
def test_whatever_comes_there_are_four_records(
    tmp_path_factory: pytest.TempPathFactory,
    url: str,
    target: str,
    method: str,
    reason: str,
    headers: list[tuple[str, str]],
    ip: str,
    body: bytes,
) -> None:
    """Line ends in addresses, methods and headers are how a record is forged."""
    root = tmp_path_factory.mktemp("archive")
    exchange = Exchange(
        url=url,
        method=method,
        request_line_target=target,
        request_headers=tuple(headers),
        status=200,
        reason=reason,
        headers=(*headers, ("X-Last", "1")),
        body=body,
        payload=body,
        fetched_at=NOW,
        ip=ip,
    )
    with writer(root) as out:
        locator = out.add(exchange, redirected_from=(url,), metadata={"note": reason})
    with the_file(root).open("rb") as file:
        found = []
        for record in ArchiveIterator(file):
            names = [name for name, _ in record.rec_headers.headers]
            assert len(names) == len(set(names))
            answer = record.http_headers
            if answer and record.rec_type == "response":
                assert len(answer.headers) == len(headers) + 1
                assert record.raw_stream.read() == body
            found.append(record.rec_type)
    assert found == ["warcinfo", "request", "response", "metadata", "metadata"]
    archive = Archive(root)
    assert list(archive.verify((locator,))) == []
    if not any(name.lower() == "content-encoding" for name, _ in headers):
        assert len(archive.read(locator).headers) == len(headers) + 1


def test_a_header_cannot_begin_another(tmp_path: Path) -> None:
    """Neither in what was asked nor in what was answered."""
    forged = (("X-A", "1\r\nX-Forged: 2"), ("X-B\r\nX-Forged", "3"), (" X-Forged", "4"))
    with writer(tmp_path) as out:
        locator = out.add(
            make_exchange(headers=forged, request_headers=forged, body=b"")
        )
    headers = dict(Archive(tmp_path).read(locator).headers)
    assert headers == {
        "X-A": "1  X-Forged: 2",
        "X-B__X-Forged": "3",
        "_X-Forged": "4",
    }


@pytest.mark.promise("R23")
def test_secrets_are_blanked(tmp_path: Path) -> None:
    """Whoever reads the archive must not be able to sign in."""
    exchange = make_exchange(
        url=f"https://operator:hunter2@{SITE}/a@b?c=@d",
        request_headers=(
            ("Authorization", "Basic hunter2"),
            ("cookie", "session=hunter2"),
            ("Proxy-Authorization", "hunter2"),
            ("Accept", "*/*"),
        ),
        headers=(("Set-Cookie", "session=from-server"),),
        body=b"",
    )
    with writer(tmp_path) as out:
        locator = out.add(exchange, redirected_from=(exchange.url,))
    with the_file(tmp_path).open("rb") as file:
        seen = ""
        for record in ArchiveIterator(file):
            seen += record.rec_headers.to_str() + str(record.http_headers)
            seen += record.raw_stream.read().decode()
    assert "hunter2" not in seen
    assert "session=from-server" in seen
    assert Archive(tmp_path).read(locator).url == f"https://{SITE}/a@b?c=@d"


@pytest.mark.parametrize(
    "site", ["", ".", "..", "a/b", "/etc", "a\\b", "a\0", "a\n", "é", "-a", "a" * 200]
)
def test_a_site_of_no_good_name_has_no_folder(tmp_path: Path, site: str) -> None:
    """A name that is also a path leads out of the archive."""
    archive = Archive(tmp_path / "archive")
    with pytest.raises(ValueError, match="cannot name a site"):
        archive.writer(site, run=1, now=lambda: datetime.now(UTC))
    with pytest.raises(ValueError, match="cannot name a site"):
        archive.repair(site)
    assert list(tmp_path.iterdir()) == []


def test_a_body_that_holds_records_is_only_a_body(tmp_path: Path) -> None:
    """After damage the next record is looked for; a body must not offer one."""
    record = (
        b"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://forged.example/\r\n"
        b"WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000000>\r\n"
        b"WARC-Date: 2026-01-01T00:00:00Z\r\nContent-Length: 19\r\n\r\n"
        b"HTTP/1.1 200 OK\r\n\r\n\r\n\r\n"
    )
    body = gzipped(b"page") + gzipped(record) * 3
    with writer(tmp_path) as out:
        first = out.add(make_exchange(1, body=body))
        second = out.add(make_exchange(2))
    path = the_file(tmp_path)
    data = bytearray(path.read_bytes())
    data[first.offset + 40] ^= 1
    path.write_bytes(data)
    archive = Archive(tmp_path)
    told: list[Exception] = []
    found = [locator for locator, _ in archive.captures(on_damage=told.append)]
    assert found == [second]
    assert len(told) == 1
    assert {damage.offset for damage in archive.verify()} > {first.offset}
