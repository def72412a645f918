"""What was written is read back as it was received."""

import zlib
from dataclasses import asdict
from pathlib import Path

import pytest

from corpus.archive import Archive, ArchiveError, Locator, Original
from corpus.archive.reader import Reader
from corpus.archive.records import Record
from tests.corpus.exchanges import (
    NOW,
    PAGE,
    SITE,
    VARIETY,
    fill,
    gzipped,
    make_exchange,
    not_modified,
    writer,
)


@pytest.mark.parametrize("name", VARIETY)
def test_a_capture_is_what_was_received(tmp_path: Path, name: str) -> None:
    """Every later judgement rests on these bytes."""
    exchange = VARIETY[name]
    with writer(tmp_path) as out:
        locator = out.add(exchange)
    capture = Archive(tmp_path).read(locator)
    assert capture.url == exchange.url
    assert capture.status == exchange.status
    assert capture.headers == exchange.headers
    assert capture.payload == exchange.payload
    assert capture.captured_at == exchange.fetched_at


def test_a_locator_holds_before_and_after_the_file_is_closed(tmp_path: Path) -> None:
    """The store refers to a capture while its file is still written."""
    archive = Archive(tmp_path)
    with writer(tmp_path) as out:
        locator = out.add(make_exchange())
        out.sync()
        assert not (tmp_path / locator.file).exists()
        before = archive.read(locator)
    assert (tmp_path / locator.file).exists()
    assert archive.read(locator) == before


def test_how_a_capture_was_reached_is_kept(tmp_path: Path) -> None:
    """A reparse without the store must know which addresses led to a page."""
    ways = ("http://press.harbour.example/a b", "https://press.harbour.example/c")
    with writer(tmp_path) as out:
        there = out.add(make_exchange(), redirected_from=ways, moved_for_good=True)
        plain = out.add(make_exchange())
    archive = Archive(tmp_path)
    assert archive.read(there).redirected_from == (ways[0].replace(" ", "%20"), ways[1])
    assert archive.read(there).moved_for_good
    assert archive.read(plain).redirected_from == ()
    assert not archive.read(plain).moved_for_good


def test_the_same_bytes_are_kept_once(tmp_path: Path) -> None:
    """Most pages are the same every night."""
    with writer(tmp_path) as out:
        first = out.add(make_exchange())
        second = out.add(make_exchange(), revisit_of=first)
        other = out.add(make_exchange(2), revisit_of=first)
    assert second.length < first.length / 2 < other.length
    assert second.digest == first.digest != other.digest
    archive = Archive(tmp_path)
    assert archive.read(second).payload == archive.read(first).payload
    assert archive.read(other).payload == make_exchange(2).payload


def test_not_modified_shows_the_page_as_it_was(tmp_path: Path) -> None:
    """A 304 says that the earlier answer still holds, its type and coding too."""
    with writer(tmp_path) as out:
        first = out.add(make_exchange())
    with writer(tmp_path, run=2) as out:
        again = out.add(not_modified(), revisit_of=first)
        third = out.add(not_modified(), revisit_of=again)
    archive = Archive(tmp_path)
    for locator in (again, third):
        capture = archive.read(locator)
        assert capture.payload == make_exchange().payload
        assert capture.status == 200
        assert capture.header("content-encoding") == "gzip"
    assert list(archive.verify((first, again, third))) == []


def test_a_known_original_is_referred_to_as_one_that_is_read(tmp_path: Path) -> None:
    """What the store knows of a record spares a night thousands of reads."""
    page = make_exchange(url="https://press.harbour.example/news/é x.html")
    with writer(tmp_path) as out:
        first = out.add(page)
        known = Original(**asdict(first), url=page.url, at=page.fetched_at)
        read, unread = (
            out.add(not_modified(), revisit_of=each) for each in (first, known)
        )
    assert list(Archive(tmp_path).verify((first, read, unread))) == []
    records = [Reader(tmp_path).record(locator) for locator in (read, unread)]
    assert len({tuple(refers_to(record)) for record in records}) == 1


def refers_to(record: Record) -> list[tuple[str, str]]:
    """Return what a revisit says of its original."""
    return [field for field in record.fields if field[0].startswith("WARC-Refers-To")]


def test_a_known_original_that_is_another_is_named_as_damage(tmp_path: Path) -> None:
    """A store that tells nonsense does not make the archive lie unnoticed."""
    with writer(tmp_path) as out:
        first = out.add(make_exchange())
        known = asdict(first) | {"record_id": "<urn:uuid:another>"}
        again = Original(
            **known, url=make_exchange().url, at=make_exchange().fetched_at
        )
        out.add(not_modified(), revisit_of=again)
    (damage,) = Archive(tmp_path).verify()
    assert "WARC-Record-ID is another" in damage.what


def test_a_revisit_of_nothing_is_never_written(tmp_path: Path) -> None:
    """When the original cannot be read, the whole answer is kept."""
    gone = Locator(
        file=f"{SITE}/20260102030405-000009-00001.warc.gz",
        offset=0,
        length=9,
        digest="sha256:" + "0" * 64,
    )
    exchange = make_exchange()
    with writer(tmp_path) as out:
        first = out.add(exchange)
        wrong = Locator(file=first.file, offset=3, length=9, digest=first.digest)
        whole = out.add(exchange, revisit_of=wrong)
        bare = out.add(not_modified(), revisit_of=gone)
    archive = Archive(tmp_path)
    assert whole.length > len(exchange.body)
    assert archive.read(bare).status == 304
    assert list(archive.verify()) == []


def test_a_full_file_is_closed_and_the_next_begun(tmp_path: Path) -> None:
    """No file grows beyond what one can copy."""
    large = make_exchange(headers=(), body=PAGE, payload=PAGE)
    with writer(tmp_path, max_bytes=3 * len(PAGE)) as out:
        locators = [out.add(large) for _ in range(30)]
        assert len(list(tmp_path.rglob("*.open"))) == 1
    files = list(Archive(tmp_path).files())
    assert [file.closed for file in files] == [True] * len(files)
    assert len(files) > 2
    assert {file.file for file in files} == {locator.file for locator in locators}
    assert all(file.bytes < 3 * len(PAGE) for file in files)
    assert sum(file.records for file in files) == 60 + 2 * len(files)


def test_everything_can_be_read_without_the_store(tmp_path: Path) -> None:
    """The archive is the fact; the store can be made again from it (R2)."""
    locators = [*fill(tmp_path), *fill(tmp_path, run=2)]
    archive = Archive(tmp_path)
    assert [locator for locator, _ in archive.captures()] == locators
    assert list(archive.captures(SITE)) == [(at, archive.read(at)) for at in locators]
    assert list(archive.captures("another.example")) == []


def test_order_comes_from_the_run_not_from_the_clock(tmp_path: Path) -> None:
    """A clock may be set back between two runs (R16)."""
    from datetime import timedelta

    archive = Archive(tmp_path)
    for run in (1, 2, 10):
        with archive.writer(
            SITE, run=run, now=lambda run=run: NOW - timedelta(days=run)
        ) as out:
            out.add(make_exchange(run))
    urls = [capture.url[-6:] for _, capture in archive.captures()]
    assert urls == ["1.html", "2.html", "0.html"]


def test_a_run_without_captures_leaves_no_file(tmp_path: Path) -> None:
    """An unchanged site costs nothing."""
    with writer(tmp_path):
        pass
    assert list(Archive(tmp_path).files()) == []


def test_a_run_that_goes_on_takes_new_names(tmp_path: Path) -> None:
    """A closed file is never touched again (R33)."""
    first, second = fill(tmp_path), fill(tmp_path)
    assert first[0].file != second[0].file


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ({"digest": "sha256:" + "0" * 64}, "digest"),
        ({"offset": 1}, "no gzip member"),
        ({"offset": 0}, "no response"),
        ({"offset": 10**9}, "ends inside"),
        ({"file": f"{SITE}/20260102030405-000009-00001.warc.gz"}, "missing"),
        ({"file": "../../etc/passwd"}, "cannot name a site"),
        ({"file": f"{SITE}/../x"}, "no file of the archive"),
    ],
)
def test_a_wrong_locator_is_told(
    tmp_path: Path, change: dict[str, object], what: str
) -> None:
    """An error names file and place and says what to do."""
    locator = fill(tmp_path)[0]
    known = {
        name: getattr(locator, name) for name in ("file", "offset", "length", "digest")
    }
    wrong = Locator(**known | change)
    with pytest.raises(ArchiveError, match=what) as caught:
        Archive(tmp_path).read(wrong)
    assert (caught.value.file, caught.value.offset) == (wrong.file, wrong.offset)
    assert "archive verify" in str(caught.value)


def test_a_payload_that_does_not_unfold_is_told(tmp_path: Path) -> None:
    """The bytes are kept as they came; only reading them fails."""
    bomb = gzipped(gzipped(bytes(2**28)))
    headers = (("Content-Encoding", "gzip, gzip"),)
    with writer(tmp_path) as out:
        cut = out.add(make_exchange(body=gzipped(PAGE)[:-9]))
        large = out.add(make_exchange(headers=headers, body=bomb))
    archive = Archive(tmp_path)
    for locator, what in ((cut, "ends too early"), (large, "larger than")):
        with pytest.raises(ArchiveError, match=what):
            archive.read(locator)
    assert list(archive.verify((cut, large))) == []
    told: list[ArchiveError] = []
    assert list(archive.captures(on_damage=told.append)) == []
    assert len(told) == 2


def test_a_member_is_small_whatever_it_holds(tmp_path: Path) -> None:
    """Compressed bodies are not compressed again, plain ones are."""
    with writer(tmp_path) as out:
        stored = out.add(VARIETY["gzip"])
        plain = out.add(VARIETY["plain"])
    assert stored.length < len(VARIETY["gzip"].body) + 700
    assert plain.length < 1.5 * len(zlib.compress(PAGE)) + 700
