"""Undo HTTP content codings piece by piece, within a bound. Pure.

Every coding and every stack of them is bounded while it is being undone, so that
a small answer that unfolds to gigabytes costs no more than the bound.
"""

import zlib
from collections.abc import Callable, Iterable, Iterator
from typing import Protocol

import brotli
import zstandard

#: More codings on top of each other serve nobody (RFC 9110, 8.4 has no limit).
MOST_CODINGS = 5
#: Members of a gzip body, frames of a zstd body; a body of more is refused.
MOST_MEMBERS = 10_000
#: The window RFC 9659 allows the "zstd" content coding.
ZSTD_WINDOW = 8 * 2**20

_INPUT = 2**16
_OUTPUT = 2**18
#: Four bytes of zstd unfold to 128 KB at most, so this many to 4 MB.
_ZSTD_INPUT = 128


class CodingError(Exception):
    """A body cannot be decoded."""


class TooLarge(CodingError):
    """The decoded body is larger than allowed."""

    def __init__(self, max_bytes: int) -> None:
        super().__init__(f"decoded body is larger than {max_bytes} bytes")
        self.max_bytes = max_bytes


class BadCoding(CodingError):
    """The coded body is cut (``is_truncated``) or is not what its label says."""

    def __init__(self, reason: str, *, is_truncated: bool = False) -> None:
        super().__init__(reason)
        self.is_truncated = is_truncated


class Decoder:
    r"""Undo the codings of one body; feed it as it arrives, then ``finish``.

    ``encodings`` is the value of Content-Encoding (several fields joined by commas).
    A word that is no coding's name is passed over, as browsers do; a body without
    any byte is complete. ``feed`` raises ``TooLarge`` or ``BadCoding``, ``finish``
    raises ``BadCoding`` if the body was cut.

    >>> body = Decoder("gzip", max_bytes=100)
    >>> body.feed(zlib.compress(b"fog", wbits=31)) + body.finish()
    b'fog'
    >>> Decoder("gzip", max_bytes=2).feed(zlib.compress(b"fog", wbits=31))
    Traceback (most recent call last):
    corpus.coding.TooLarge: decoded body is larger than 2 bytes
    """

    def __init__(self, encodings: str, max_bytes: int) -> None:
        self._max_bytes = max_bytes
        self._room = max_bytes
        self._is_fed = False
        names = codings(encodings)
        if len(names) > MOST_CODINGS:
            raise BadCoding(f"more than {MOST_CODINGS} content codings")
        if unknown := [name for name in names if name in _UNSUPPORTED]:
            raise BadCoding(f"content coding {unknown[0]} is not supported")
        # What was applied last is undone first. What lies between two codings may
        # be a little larger than what comes out: already compressed bytes grow.
        slack = max_bytes // 64 + 2**16
        self._stages = [_STAGES[name]() for name in reversed(names)]
        self._rooms = [max_bytes + slack] * max(len(names) - 1, 0)

    def feed(self, data: bytes) -> bytes:
        """Return what these bytes unfold to."""
        if not data:
            return b""
        self._is_fed = True
        if not self._stages:
            self._take(len(data))
            return data
        pieces: Iterable[bytes] = (data,)
        for index, stage in enumerate(self._stages):
            pieces = _unfold(stage, pieces)
            if index < len(self._rooms):
                pieces = self._between(index, pieces)
        found = []
        for piece in pieces:
            self._take(len(piece))
            found.append(piece)
        return b"".join(found)

    def finish(self) -> bytes:
        """Return what is left (nothing, for the codings of today), or raise."""
        if self._is_fed and not all(stage.is_complete for stage in self._stages):
            raise BadCoding("coded body ends too early", is_truncated=True)
        return b""

    def _take(self, size: int) -> None:
        self._room -= size
        if self._room < 0:
            raise TooLarge(self._max_bytes)

    def _between(self, index: int, pieces: Iterable[bytes]) -> Iterator[bytes]:
        """Bound what flows between two stages, even if nothing comes out at the end."""
        for piece in pieces:
            self._rooms[index] -= len(piece)
            if self._rooms[index] < 0:
                raise TooLarge(self._max_bytes)
            yield piece


def decode(encodings: str, body: bytes, *, max_bytes: int) -> bytes:
    """Return a whole body with its codings undone, or raise as ``Decoder`` does.

    >>> decode("", b"fog", max_bytes=10)
    b'fog'
    """
    decoder = Decoder(encodings, max_bytes)
    return decoder.feed(body) + decoder.finish()


def codings(encodings: str) -> list[str]:
    """Return the codings named, in the order they were applied.

    >>> codings("x-gzip, identity , BR, utf-8")
    ['gzip', 'br']
    """
    names = (name.strip().lower() for name in encodings.split(","))
    names = (name.removeprefix("x-") for name in names)
    return [name for name in names if name in _STAGES or name in _UNSUPPORTED]


class _Stage(Protocol):
    """One coding of one body; what it gives out at a time is bounded."""

    @property
    def is_complete(self) -> bool: ...

    def pieces(self, data: bytes) -> Iterator[bytes]: ...


class _Zlib:
    """gzip (of one or several members) and deflate (in zlib's wrapping or bare)."""

    def __init__(self, wbits: Callable[[bytes], int], *, has_members: bool) -> None:
        self._wbits = wbits
        self._has_members = has_members
        self._inflate: zlib._Decompress | None = None
        self._head = b""
        self._member_count = 0
        self._is_over = False
        self.is_complete = False

    def pieces(self, data: bytes) -> Iterator[bytes]:
        view = memoryview(data)
        for start in range(0, len(view), _INPUT):
            if self._is_over:
                return
            yield from self._window(self._head + bytes(view[start : start + _INPUT]))

    def _window(self, data: bytes) -> Iterator[bytes]:
        self._head = b""
        while data:
            if self._inflate is None:
                if len(data) < 2 and not self.is_complete:
                    self._head = data  # too little to tell what this is
                    return
                if not self._begin(data):
                    return
            assert self._inflate is not None
            try:
                piece = self._inflate.decompress(data, _OUTPUT)
            except zlib.error as error:
                raise BadCoding(f"gzip or deflate body is corrupt: {error}") from None
            if piece:
                yield piece
            if self._inflate.eof:
                data, self._inflate = self._inflate.unused_data, None
                self.is_complete = True
            else:
                data = self._inflate.unconsumed_tail

    def _begin(self, data: bytes) -> bool:
        """Start a member; what follows the last one (zeros, rubbish) is passed over."""
        if self.is_complete and not (self._has_members and data[0] == 0x1F):
            self._is_over = True
            return False
        self._member_count += 1
        if self._member_count > MOST_MEMBERS:
            raise BadCoding(f"gzip body has more than {MOST_MEMBERS} members")
        self._inflate = zlib.decompressobj(self._wbits(data))
        self.is_complete = False
        return True


class _Brotli:
    def __init__(self) -> None:
        self._decompress = brotli.Decompressor()

    @property
    def is_complete(self) -> bool:
        return bool(self._decompress.is_finished())

    def pieces(self, data: bytes) -> Iterator[bytes]:
        process = self._decompress.process
        try:
            if self._decompress.is_finished():
                return  # rubbish behind the end is passed over
            yield process(data, output_buffer_limit=_OUTPUT)
            while not self._decompress.can_accept_more_data():
                if self._decompress.is_finished():
                    return
                yield process(b"", output_buffer_limit=_OUTPUT)
        except brotli.error as error:
            raise BadCoding(f"br body is corrupt: {error}") from None


class _Zstd:
    def __init__(self) -> None:
        self._context = zstandard.ZstdDecompressor(max_window_size=ZSTD_WINDOW)
        self._frame = self._context.decompressobj()
        self._frame_count = 0
        self.is_complete = False

    def pieces(self, data: bytes) -> Iterator[bytes]:
        for start in range(0, len(data), _ZSTD_INPUT):
            rest = data[start : start + _ZSTD_INPUT]
            while rest:
                if self._frame.eof:
                    self._begin()
                try:
                    piece = self._frame.decompress(rest)
                except zstandard.ZstdError as error:
                    raise BadCoding(f"zstd body is corrupt: {error}") from None
                self.is_complete = self._frame.eof
                rest = self._frame.unused_data if self._frame.eof else b""
                if piece:
                    yield piece

    def _begin(self) -> None:
        self._frame_count += 1
        if self._frame_count > MOST_MEMBERS:
            raise BadCoding(f"zstd body has more than {MOST_MEMBERS} frames")
        self._frame = self._context.decompressobj()


def _unfold(stage: _Stage, pieces: Iterable[bytes]) -> Iterator[bytes]:
    for piece in pieces:
        yield from stage.pieces(piece)


def _gzip() -> _Stage:
    return _Zlib(lambda _: 31, has_members=True)


def _deflate() -> _Stage:
    return _Zlib(_deflate_wbits, has_members=False)


def _deflate_wbits(head: bytes) -> int:
    """Tell zlib's wrapping (RFC 1950) from bare deflate, which some servers send."""
    is_wrapped = head[0] & 0x0F == 8 and int.from_bytes(head[:2], "big") % 31 == 0
    return 15 if is_wrapped else -15


_STAGES: dict[str, Callable[[], _Stage]] = {
    "gzip": _gzip,
    "deflate": _deflate,
    "br": _Brotli,
    "zstd": _Zstd,
}
#: Registered codings that nobody sends unasked; passing them over would store rubbish.
_UNSUPPORTED = frozenset({"aes128gcm", "compress", "dcb", "dcz", "exi", "pack200-gzip"})
