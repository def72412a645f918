"""One answer while its bytes come in: its head, its body, and the limits of both.

llhttp (through httptools) says what the bytes mean; nothing is raised while it does:
what is wrong with an answer is noted, and the connection given up.
"""

from time import monotonic

from httptools import HttpParserError, HttpParserUpgrade, HttpResponseParser

from corpus.coding import CodingError, Decoder
from crawler.limits import Limits
from crawler.net.failure import NoHttp, Stop
from crawler.net.heads import end_of_head, mended
from parsers.model import ProblemKind

#: Bytes of one read, which may hold the end of one head and the begin of another.
_SLACK = 2**18
_UNLIKE = "it does not begin like an answer"


class Answer:
    """What a parser is told of one answer; ``feed`` until ``is_ended`` or ``failure``.

    With ``cut_at`` a body is read to about that many bytes and no further.
    """

    def __init__(self, limits: Limits, cut_at: int | None) -> None:
        self._limits = limits
        self._cut_at = cut_at
        self._started = monotonic()
        self._parser = self._new_parser()
        self.failure: Exception | None = None
        #: As the answer's first line says.
        self.http_version = ""
        self.status = 0
        self.reason = b""
        self.fields: list[tuple[bytes, bytes]] = []
        #: Whether the head of the answer itself, no interim one, is there.
        self.has_head = False
        self.is_ended = False
        #: Whether the connection is good for another request.
        self.is_clean = False
        #: What came in of a head, and whether it waits to be mended, or was.
        self._head = bytearray()
        self._is_ill = self._is_mended = False
        self._head_bytes = 0
        self._size = self._decoded = 0
        self._chunks: list[bytes] = []
        self._pieces: list[bytes] = []
        self._decoder: Decoder | None = None
        self._ends_with_connection = False

    @property
    def is_untouched(self) -> bool:
        """Whether nothing at all came in."""
        return not (self.has_head or self._head_bytes or self.failure)

    @property
    def _is_like_one(self) -> bool:
        return self.has_head or not self._head or self._head.startswith(b"HTTP/")

    @property
    def body(self) -> bytes:
        """The body as received, its transfer coding undone."""
        return self._chunks[0] if len(self._chunks) == 1 else b"".join(self._chunks)

    def payload(self, body: bytes) -> bytes:
        """Return the body with its content codings undone too."""
        return body if self._decoder is None else b"".join(self._pieces)

    def feed(self, data: bytes) -> None:
        """Take what has come in."""
        if not (self.has_head or self._is_mended):
            self._head += data
            if len(self._head) > self._limits.header_bytes + _SLACK:
                self._is_mended = True  # or rather past mending
                self._head.clear()
        try:
            self._take(data)
        except (HttpParserError, HttpParserUpgrade) as error:
            self.is_clean = False
            if not self.is_ended:
                self._fail(NoHttp(str(error) if self._is_like_one else _UNLIKE))
        if self.is_ended or self.failure:
            return
        if not self.has_head:
            self._head_bytes += len(data)
            if self._head_bytes > self._limits.header_bytes + _SLACK:
                self._fail(_flood(self._limits))
        else:
            self._check_pace()

    def _take(self, data: bytes) -> None:
        """Have bytes read; a head that is not as it ought to be is mended once."""
        if not self._is_ill:
            try:
                self._parser.feed_data(data)
                return
            except HttpParserError:
                if self.has_head or self._is_mended or self.failure:
                    raise
                self._is_ill = True
        head = self._head
        # a line's end may have come in two parts
        end = end_of_head(head, max(0, len(head) - len(data) - 3))
        if end < 0:
            return
        self._is_ill, self._is_mended = False, True
        self._parser = self._new_parser()
        self._parser.feed_data(mended(bytes(head[:end])) + head[end:])

    def _new_parser(self) -> HttpResponseParser:
        parser = HttpResponseParser(self)
        # as browsers and proxies read: much of the web's software is not strict
        parser.set_dangerous_leniencies(
            lenient_headers=True,
            lenient_optional_cr_before_lf=True,
            lenient_version=True,
            lenient_spaces_after_chunk_size=True,
        )
        return parser

    def end(self) -> None:
        """Take the end of the connection, a proper one."""
        if self.has_head and self._ends_with_connection and not self.is_ended:
            self._finish()
        elif self._is_ill:
            self._fail(NoHttp(_UNLIKE))

    def close(self) -> None:
        """Take no more; what holds its own parser waits for the collector of cycles."""
        del self._parser

    # What the parser calls.

    def on_message_begin(self) -> None:
        """Begin a head; a second answer that nobody asked for spoils the connection."""
        if self.is_ended:
            self.is_clean = False
            return
        self.status, self.reason, self.fields = 0, b"", []
        self._head_bytes = 0

    def on_status(self, reason: bytes) -> None:
        """Take the words of the first line, or some of them."""
        if not self.is_ended and not self.failure:
            self.reason += reason
            if len(self.reason) > self._limits.header_bytes:
                self._fail(_flood(self._limits))

    def on_header(self, name: bytes, value: bytes) -> None:
        """Take one field, or trailer."""
        if self.is_ended or self.failure:
            return
        if self.has_head:
            self._head_bytes += len(name) + len(value) + 4
            if self._head_bytes > self._limits.header_bytes:
                self._fail(_flood(self._limits))
            return
        if b"\0" in value or b"\r" in value or b"\n" in value:
            self._fail(NoHttp("a header field has a character that none may have"))
            return
        self.fields.append((name, value.strip(b" \t")))
        if len(self.fields) > self._limits.header_count:
            detail = f"more than {self._limits.header_count} header fields"
            self._fail(Stop(ProblemKind.TOO_LARGE, detail))

    def on_headers_complete(self) -> None:
        """Look at a head that is there."""
        if self.is_ended or self.failure:
            return
        self.status = self._parser.get_status_code()
        if self.status < 100:
            self._fail(NoHttp(f"status {self.status}"))
            return
        if self.status < 200 and self.status != 101:
            return
        # Four bytes of each field are its colon, its blank and its line's end.
        if sum([len(n) + len(v) + 4 for n, v in self.fields]) > (
            self._limits.header_bytes
        ):
            self._fail(_flood(self._limits))
            return
        self.http_version = self._parser.get_http_version()
        self.has_head = True
        self._head_bytes = 0
        self._head = bytearray()
        try:
            self._read_framing()
        except (Stop, CodingError) as error:
            self._fail(error)

    def on_body(self, chunk: bytes) -> None:
        """Take some of the body."""
        if self.is_ended or self.failure:
            return
        self._size += len(chunk)
        if self._size > self._limits.response_bytes:
            self._fail(_too_large(self._limits))
            return
        self._chunks.append(chunk)
        if self._decoder is not None:
            try:
                piece = self._decoder.feed(chunk)
            except CodingError as error:
                self._fail(error)
                return
            self._decoded += len(piece)
            self._pieces.append(piece)
        if self._cut_at is not None and max(self._size, self._decoded) >= self._cut_at:
            self.is_ended = True

    def on_message_complete(self) -> None:
        """End, unless this was an interim answer."""
        if self.is_ended or self.failure or not self.has_head:
            return
        is_kept = self._parser.should_keep_alive() and not self._is_mended
        self.is_clean = is_kept and self.status != 101
        self._finish()

    def _finish(self) -> None:
        if self._decoder is not None:
            try:
                self._pieces.append(self._decoder.finish())
            except CodingError as error:
                self._fail(error)
                return
        self.is_ended = True

    def _fail(self, error: Exception) -> None:
        self.is_clean = False
        self.failure = self.failure or error

    def _read_framing(self) -> None:
        """Learn from the head how the body is coded, and how it ends."""
        codings: list[str] = []
        self._ends_with_connection = True
        for name, value in self.fields:
            lower = name.lower()
            if lower == b"content-encoding":
                codings.append(value.decode("latin-1"))
            elif lower == b"content-length":
                self._ends_with_connection = False
                is_over = value.isdigit() and int(value) > self._limits.response_bytes
                if is_over and self._cut_at is None:
                    raise _too_large(self._limits)
            elif lower == b"transfer-encoding":
                coding = value.strip().lower()
                if coding == b"chunked":
                    self._ends_with_connection = False
                elif coding != b"identity":
                    told = value[:40].decode("utf-8", "replace")
                    detail = f"transfer coding {told!r} is not understood"
                    raise Stop(ProblemKind.NETWORK, detail)
        if codings:
            self._decoder = Decoder(",".join(codings), self._limits.response_bytes)

    def _check_pace(self) -> None:
        """Give a body up that drips."""
        limits, seconds = self._limits, monotonic() - self._started
        if seconds > limits.slow_seconds and self._size < limits.slow_bytes * seconds:
            detail = f"too slow: {self._size} bytes in {seconds:.0f} seconds"
            self._fail(Stop(ProblemKind.TIMEOUT, detail))


def _flood(limits: Limits) -> Stop:
    return Stop(
        ProblemKind.TOO_LARGE, f"more than {limits.header_bytes} bytes of headers"
    )


def _too_large(limits: Limits) -> Stop:
    return Stop(
        ProblemKind.TOO_LARGE, f"the body is larger than {limits.response_bytes} bytes"
    )
