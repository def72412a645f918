"""Whatever is altered in the archive is found and named (R35)."""

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.archive import Archive, Locator
from tests.corpus.exchanges import (
    SITE,
    fill,
    make_exchange,
    not_modified,
    the_file,
    writer,
)

pytestmark = pytest.mark.promise("R35")


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, bytes]:
    """Return an archive of one closed file, and its bytes."""
    root = tmp_path_factory.mktemp("archive")
    with writer(root) as out:
        first = out.add(make_exchange(1, payload=b"fog"))
        out.add(make_exchange(2, headers=(), body=b"late " * 30, payload=b"late " * 30))
        out.add(not_modified(), revisit_of=first)
    return root, the_file(root).read_bytes()


def flip(data: bytes, bit: int) -> bytes:
    altered = bytearray(data)
    altered[bit // 8] ^= 1 << bit % 8
    return bytes(altered)


def test_any_flipped_bit_is_found(sample: tuple[Path, bytes]) -> None:
    """Disks forget single bits; some of them hold nothing, and count all the same."""
    root, data = sample
    path, archive = the_file(root), Archive(root)
    seed = random.randrange(2**32)
    print(f"seed {seed}")
    bits = random.Random(seed).sample(range(len(data) * 8), 300)
    # Headers, trailers and paddings, where a decompressor does not look.
    bits += range(80)
    bits += range((len(data) - 700) * 8, (len(data) - 600) * 8)
    bits += range((len(data) - 9) * 8, len(data) * 8)
    try:
        for bit in bits:
            path.write_bytes(flip(data, bit))
            assert list(archive.verify()), f"bit {bit} of {path.name}"
    finally:
        path.write_bytes(data)
    assert list(archive.verify()) == []


@settings(deadline=None)
@given(
    start=st.integers(0, 10**4),
    size=st.integers(1, 40),
    instead=st.binary(max_size=40),
)
def test_any_altered_stretch_is_found(
    sample: tuple[Path, bytes], start: int, size: int, instead: bytes
) -> None:
    """Bytes replaced, left out or put in."""
    root, data = sample
    start %= len(data)
    altered = data[:start] + instead + data[start + size :]
    path = the_file(root)
    path.write_bytes(altered)
    try:
        assert bool(list(Archive(root).verify())) == (altered != data)
    finally:
        path.write_bytes(data)


def test_a_closed_file_cut_anywhere_is_found(sample: tuple[Path, bytes]) -> None:
    """Between two records too."""
    root, data = sample
    path = the_file(root)
    try:
        for end in range(0, len(data), 3):
            path.write_bytes(data[:end])
            assert list(Archive(root).verify())
    finally:
        path.write_bytes(data)


def test_damage_does_not_hide_damage_behind_it(tmp_path: Path) -> None:
    """Every damage is named, each at its place."""
    captures = fill(tmp_path)
    path = the_file(tmp_path)
    data = bytearray(path.read_bytes())
    damaged = [captures[1], captures[4], captures[6]]
    for locator in damaged:
        data[locator.offset + locator.length // 2] ^= 0x10
    path.write_bytes(data)
    told = list(Archive(tmp_path).verify(captures))
    places = [damage.offset for damage in told]
    for locator in damaged:
        assert locator.offset in places
        wanted = [d.what for d in told if d.offset == locator.offset]
        assert "the store refers to a capture that is not here" in wanted
    intact = [locator for locator in captures if locator not in damaged]
    assert not {locator.offset for locator in intact} & set(places)


def test_what_the_store_refers_to_must_be_there(tmp_path: Path) -> None:
    """A removed file, a wrong place, a wrong digest: each is told."""
    first, second, *_ = fill(tmp_path)
    gone = fill(tmp_path, run=2)[0]
    (tmp_path / gone.file).unlink()
    other = Locator(
        file=first.file, offset=first.offset, length=first.length, digest=second.digest
    )
    nowhere = Locator(
        file=first.file, offset=second.offset + 1, length=9, digest=second.digest
    )
    archive = Archive(tmp_path)
    assert list(archive.verify((first, second))) == []
    for wrong, what in (
        (gone, "missing"),
        (other, "another record"),
        (nowhere, "not here"),
    ):
        (damage,) = archive.verify((wrong, second))
        assert what in damage.what
        assert damage.file == wrong.file


def test_a_revisit_needs_its_original(tmp_path: Path) -> None:
    """A payload kept once is lost for all who refer to it."""
    with writer(tmp_path) as out:
        first = out.add(make_exchange())
    with writer(tmp_path, run=2) as out:
        again = out.add(make_exchange(), revisit_of=first)
    (tmp_path / first.file).unlink()
    (damage,) = Archive(tmp_path).verify()
    assert (damage.file, damage.offset) == (again.file, again.offset)
    assert first.file in damage.what


def test_a_file_being_written_is_no_damage(tmp_path: Path) -> None:
    """One may verify while crawls run, or before a crash is repaired."""
    with writer(tmp_path) as out:
        captures = [out.add(make_exchange(n)) for n in range(3)]
        archive = Archive(tmp_path)
        assert list(archive.verify(captures)) == []
        out.add(make_exchange(3))
        path = the_file(tmp_path)
        copy = tmp_path / "copy" / SITE / path.name
        copy.parent.mkdir(parents=True)
        copy.write_bytes(path.read_bytes()[:-9])
        assert list(Archive(tmp_path / "copy").verify(captures)) == []
        cut = path.read_bytes()[: captures[2].offset + 9]
        copy.write_bytes(cut)
        (damage,) = Archive(tmp_path / "copy").verify(captures)
        assert damage.offset == captures[2].offset
