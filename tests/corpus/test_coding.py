"""Content codings are undone whole, in any slicing, and never beyond the bound."""

import random
import tracemalloc
import zlib
from collections.abc import Callable

import brotli
import pytest
import zstandard
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.coding import BadCoding, Decoder, TooLarge, decode

LARGE = 2**30


def gzip(data: bytes) -> bytes:
    return zlib.compress(data, wbits=31)


def bare_deflate(data: bytes) -> bytes:
    return zlib.compress(data, wbits=-15)


CODERS: dict[str, tuple[str, Callable[[bytes], bytes]]] = {
    "gzip": ("gzip", gzip),
    "x-gzip": ("X-GZip", gzip),
    "two members": ("gzip", lambda d: gzip(d[:5]) + gzip(d[5:])),
    "zeros behind": ("gzip", lambda d: gzip(d) + bytes(9)),
    "zlib": ("deflate", zlib.compress),
    "bare": ("deflate", bare_deflate),
    "br": ("br", lambda d: bytes(brotli.compress(d))),
    "zstd": ("zstd", zstandard.compress),
    "two frames": (
        "zstd",
        lambda d: zstandard.compress(d[:5]) + zstandard.compress(d[5:]),
    ),
    "identity": ("identity", bytes),
    "no coding's name": ("utf-8", bytes),
    "stacked": (
        "gzip, br , zstd",
        lambda d: zstandard.compress(brotli.compress(gzip(d))),
    ),
}
coders = pytest.mark.parametrize("name", CODERS)


@coders
@settings(deadline=None)
@given(data=st.binary(max_size=300), seed=st.integers(0, 2**16))
def test_any_slicing_gives_the_same_bytes(name: str, data: bytes, seed: int) -> None:
    """The network cuts an answer where it likes."""
    encodings, code = CODERS[name]
    body, slices = code(data), random.Random(seed)
    decoder = Decoder(encodings, LARGE)
    found, at = b"", 0
    while at < len(body):
        size = slices.randint(1, 40)
        found += decoder.feed(body[at : at + size])
        at += size
    assert found + decoder.finish() == data


@coders
def test_the_bound_holds_to_the_byte(name: str) -> None:
    """A limit has two sides."""
    encodings, code = CODERS[name]
    body = code(bytes(5000))
    assert decode(encodings, body, max_bytes=5000) == bytes(5000)
    with pytest.raises(TooLarge):
        decode(encodings, body, max_bytes=4999)


@pytest.mark.parametrize("name", ["gzip", "zlib", "bare", "br", "zstd", "stacked"])
def test_every_cut_is_told(name: str) -> None:
    """A cut body never becomes a revision (R21)."""
    encodings, code = CODERS[name]
    body = code(b"fog on the harbour, ferries late\n" * 9)
    for end in range(1, len(body)):
        with pytest.raises(BadCoding) as caught:
            decode(encodings, body[:end], max_bytes=LARGE)
        assert caught.value.is_truncated


def test_a_body_without_a_byte_is_complete() -> None:
    """Servers label empty answers too."""
    assert decode("gzip", b"", max_bytes=10) == b""


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br", "zstd"])
@settings(deadline=None)
@given(data=st.binary(min_size=1, max_size=200))
def test_rubbish_raises_nothing_but_our_errors(coding: str, data: bytes) -> None:
    """No server can raise something that nobody catches."""
    try:
        decode(coding, data, max_bytes=1000)
    except (BadCoding, TooLarge):
        pass


def test_codings_that_nobody_undoes_are_refused() -> None:
    """Rubbish must not be taken for a page."""
    for encodings in ("compress", "aes128gcm", ", ".join(["gzip"] * 6)):
        with pytest.raises(BadCoding):
            Decoder(encodings, 10)


@pytest.mark.promise("R19")
@pytest.mark.parametrize("layers", [1, 2, 3])
@pytest.mark.parametrize("coding", ["gzip", "deflate", "br", "zstd"])
def test_a_bomb_costs_no_more_than_its_bound(coding: str, layers: int) -> None:
    """Thirty kilobytes that unfold to 32 MB and more stop at the bound."""
    body = bytes(2**25)
    for _ in range(layers):
        body = CODERS["zlib" if coding == "deflate" else coding][1](body)
    tracemalloc.start()
    with pytest.raises(TooLarge):
        decode(", ".join([coding] * layers), body, max_bytes=2**20)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 2**23


def test_what_flows_between_two_codings_is_bounded_too() -> None:
    """Behind its end a stream may be followed by gigabytes that nobody counts."""
    body = gzip(gzip(b"fog") + bytes(2**24))
    with pytest.raises(TooLarge):
        decode("gzip, gzip", body, max_bytes=2**20)


def test_a_myriad_of_members_is_refused() -> None:
    """Empty members are work without output."""
    with pytest.raises(BadCoding):
        decode("gzip", gzip(b"") * 10_001, max_bytes=10)
    with pytest.raises(BadCoding):
        decode("zstd", zstandard.compress(b"") * 10_002, max_bytes=10)
