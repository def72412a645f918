"""Receivers on loopback: an HTTP server that fails as told, and a mail server."""

import json
import socket
import struct
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import EmailMessage
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

#: The ways a receiver fails: refuses, stalls, is at a loss, is busy, hangs up.
FAULTS = ("refuse", "stall", "500", "429", "reset")


@dataclass(slots=True)
class Taken:
    """What a receiver saw: requests, and those it acknowledged, by id."""

    requests: list[tuple[dict[str, str], bytes]] = field(default_factory=list)
    acknowledged: list[tuple[str, dict[str, Any]]] = field(default_factory=list)

    def counts(self) -> Counter[str]:
        """Return how often each id was acknowledged."""
        return Counter(alert_id for alert_id, _ in self.acknowledged)


@contextmanager
def http_receiver(
    fault: Callable[[], str | None] = lambda: None, *, stall_s: float = 0.5
) -> Iterator[tuple[str, Taken]]:
    """Serve on loopback; ``fault`` says how the next request fails, if it does."""
    taken = Taken()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            how = fault()
            if how == "refuse":
                return self._hang_up()
            body = self.rfile.read(int(self.headers["Content-Length"]))
            headers = {k.lower(): v for k, v in self.headers.items()}
            taken.requests.append((headers, body))
            if how == "stall":
                time.sleep(stall_s)
                return self._hang_up()
            if how == "reset":
                return self._hang_up()
            if how:
                extra = {"Retry-After": "0"} if how == "429" else {}
                return self._answer(int(how), extra)
            taken.acknowledged.append((headers["webhook-id"], json.loads(body)))
            return self._answer(204, {})

        def _answer(self, status: int, headers: dict[str, str]) -> None:
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def _hang_up(self) -> None:
            # with this option, closing sends a reset instead of an end
            option = struct.pack("ii", 1, 0)
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, option)
            self.close_connection = True
            self.connection.close()

        def log_message(self, *_: object) -> None:
            pass

        def handle(self) -> None:
            try:
                super().handle()
            except (OSError, ValueError):
                pass

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, *_: object) -> None:
            pass

        def shutdown_request(self, request: Any) -> None:
            try:
                super().shutdown_request(request)
            except OSError:
                pass

    server = Server(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/in", taken
    finally:
        server.shutdown()
        server.server_close()


class MailBox:
    """Takes mail as a server does; refuses addresses that begin with ``nobody``."""

    def __init__(self) -> None:
        self.mails: list[bytes] = []
        self.answer: str = "250 taken"

    async def handle_RCPT(  # noqa: N802
        self, _: SMTP, __: Session, envelope: Envelope, address: str, ___: list[str]
    ) -> str:
        if address.startswith("nobody"):
            return "550 no such person"
        if address.startswith("later"):
            return "450 come back"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(  # noqa: N802
        self, _: SMTP, __: Session, envelope: Envelope
    ) -> str:
        if self.answer.startswith("250"):
            assert isinstance(envelope.original_content, bytes)
            self.mails.append(envelope.original_content)
        return self.answer

    def read(self) -> list[EmailMessage]:
        """Return the mails as a mail program reads them."""
        from email import message_from_bytes
        from email.policy import default

        return [message_from_bytes(mail, policy=default) for mail in self.mails]  # type: ignore[misc]


@contextmanager
def mail_server(**options: Any) -> Iterator[tuple[str, MailBox]]:
    """Run a mail server on loopback; yield its address and its box."""
    box = MailBox()
    controller = Controller(box, hostname="127.0.0.1", port=_free_port(), **options)
    controller.start()
    try:
        yield f"127.0.0.1:{controller.port}", box
    finally:
        controller.stop()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
