"""Other tools open what we write, and see the same (R32)."""

import io
import zlib
from argparse import Namespace
from pathlib import Path

import pytest
from fastwarc.warc import ArchiveIterator as FastIterator
from warcio.archiveiterator import ArchiveIterator
from warcio.bufferedreaders import BufferedReader
from warcio.checker import Checker

from tests.corpus.exchanges import VARIETY, fill, make_exchange, the_file, writer

pytestmark = pytest.mark.promise("R32")


def records(path: Path) -> list[dict[str, str]]:
    """Return the named fields of each record, as warcio reads them."""
    with path.open("rb") as file:
        return [dict(record.rec_headers.headers) for record in ArchiveIterator(file)]


def test_warcio_checks_a_file_clean(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The checker most archives use knows every digest."""
    # It takes the brotli module for another one of that name (webrecorder/warcio
    # issue 73) and stops; without either it reads such bodies as they are.
    monkeypatch.delitem(BufferedReader.DECOMPRESSORS, "br", raising=False)
    fill(tmp_path)
    checker = Checker(Namespace(inputs=[str(the_file(tmp_path))], verbose=True))
    assert checker.process_all() == 0
    said = capsys.readouterr().out
    assert said.count("digest pass") == said.count("offset") - 2  # but for revisits
    assert "no digest" not in said
    assert "not checked (revisit)" in said


def test_warcio_reads_the_bodies_as_sent(tmp_path: Path) -> None:
    """Byte for byte, content coding kept."""
    fill(tmp_path)
    with the_file(tmp_path).open("rb") as file:
        bodies = [
            record.raw_stream.read()
            for record in ArchiveIterator(file)
            if record.rec_type == "response"
        ]
    assert bodies == [exchange.body for exchange in VARIETY.values()]


def test_warcio_decodes_what_was_sent_in_chunks(tmp_path: Path) -> None:
    """The transfer coding is undone; no header makes a reader look for it."""
    with writer(tmp_path) as out:
        out.add(make_exchange())
    with the_file(tmp_path).open("rb") as file:
        record = next(r for r in ArchiveIterator(file) if r.rec_type == "response")
        assert record.content_stream().read() == make_exchange().payload
        assert not record.http_headers.get_header("Transfer-Encoding")
        kept = record.http_headers.get_header("X-Archive-Orig-Transfer-Encoding")
    assert kept == "chunked"


def test_fastwarc_reads_the_same(tmp_path: Path) -> None:
    """A second reader, with its own parser of gzip, WARC and HTTP."""
    fill(tmp_path)
    seen = []
    with the_file(tmp_path).open("rb") as file:
        for record in FastIterator(file, parse_http=False):
            assert record.verify_block_digest()
            seen.append(record.record_id)
    assert len(seen) == len(records(the_file(tmp_path)))
    with the_file(tmp_path).open("rb") as file:
        bodies = [
            record.reader.read()
            for record in FastIterator(file, parse_http=True)
            if record.headers["WARC-Type"] == "response"
        ]
    assert bodies == [exchange.body for exchange in VARIETY.values()]


def test_each_record_is_a_gzip_member_of_its_own(tmp_path: Path) -> None:
    """Then any record can be read without those before it."""
    locators = fill(tmp_path)
    left, members = the_file(tmp_path).read_bytes(), {}
    size = len(left)
    while left:
        inflate = zlib.decompressobj(31)
        data, offset = inflate.decompress(left), size - len(left)
        assert inflate.eof
        members[offset] = data
        left = inflate.unused_data
    assert all(data.startswith(b"WARC/1.1\r\n") for data in members.values())
    assert all(data.count(b"\r\nWARC-Type: ") == 1 for data in members.values())
    for locator in locators:
        assert members[locator.offset].startswith(b"WARC/1.1\r\nWARC-Type: re")


def test_records_say_what_the_standard_asks(tmp_path: Path) -> None:
    """Fields and references of WARC 1.1, record by record."""
    fill(tmp_path)
    found = records(the_file(tmp_path))
    by_id = {record["WARC-Record-ID"]: record for record in found}
    assert len(by_id) == len(found)
    assert found[0]["WARC-Type"] == "warcinfo"
    assert found[0]["WARC-Filename"] == the_file(tmp_path).name
    assert all("WARC-Block-Digest" in record for record in found)
    assert all("WARC-Payload-Digest" in record for record in found[1:])
    for record in found[1:-1]:
        assert record["WARC-Date"].startswith("2026-01-02T03:04:")
        if record["WARC-Type"] in ("request", "metadata"):
            answer = by_id[record["WARC-Concurrent-To"]]
            assert answer["WARC-Target-URI"] == record["WARC-Target-URI"]
            assert answer["WARC-Type"] in ("response", "revisit")
        else:
            assert record["WARC-IP-Address"] in ("192.0.2.7", "2001:db8::7")
    same, unmodified = (r for r in found if r["WARC-Type"] == "revisit")
    assert same["WARC-Profile"].endswith("/1.1/revisit/identical-payload-digest")
    assert unmodified["WARC-Profile"].endswith("/1.1/revisit/server-not-modified")
    for revisit in (same, unmodified):
        original = by_id[revisit["WARC-Refers-To"]]
        assert original["WARC-Type"] == "response"
        assert revisit["WARC-Refers-To-Target-URI"] == original["WARC-Target-URI"]
        assert revisit["WARC-Refers-To-Date"] == original["WARC-Date"]
        assert revisit["WARC-Payload-Digest"] == original["WARC-Payload-Digest"]


def test_metadata_is_readable_as_fields(tmp_path: Path) -> None:
    """What we know beside the bytes is there for others too."""
    with writer(tmp_path) as out:
        out.add(
            make_exchange(tls_unverified=True),
            redirected_from=("https://press.harbour.example/old",),
            metadata={"fetchTimeMs": 12},
        )
    with the_file(tmp_path).open("rb") as file:
        blocks = [r.raw_stream.read() for r in ArchiveIterator(file)]
    assert blocks[3] == (
        b"redirectedFrom: https://press.harbour.example/old\r\n"
        b"tlsUnverified: true\r\nfetchTimeMs: 12\r\n"
    )


def test_bytes_that_are_no_text_stay_in_headers(tmp_path: Path) -> None:
    """Old servers send file names in their own encoding."""
    raw = b"inline; filename=\xc4\xe5\xed\xfc.pdf".decode(errors="surrogateescape")
    with writer(tmp_path) as out:
        out.add(make_exchange(headers=(("Content-Disposition", raw),)))
    whole = zlib_all(the_file(tmp_path).read_bytes())
    assert b"Content-Disposition: inline; filename=\xc4\xe5\xed\xfc.pdf\r\n" in whole


def zlib_all(data: bytes) -> bytes:
    """Return all members of a file unfolded."""
    found = io.BytesIO()
    while data:
        inflate = zlib.decompressobj(31)
        found.write(inflate.decompress(data))
        data = inflate.unused_data
    return found.getvalue()
