"""A site of a few pages in which one is not as it should be."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

HTML = {"Content-Type": "text/html; charset=utf-8"}
WORDS = (
    "The ferry between the two harbours stays in port until the fog lifts, the office "
    "says. Passengers with a ticket for {n} o'clock may use it on any other day, and "
    "those who live on the islands are asked to call before they set out."
)


@dataclass
class Answer:
    """What an address answers; ``length`` lies about the size of the body."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=lambda: dict(HTML))
    length: int | None = None


@dataclass
class SmallSite:
    """A listing of six items, and robots.txt; each may be replaced.

    What an address answers ``once``, it answers before its page.
    """

    pages: dict[str, Answer]
    url: str = ""
    once: dict[str, Answer] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)


def item(number: int, *, day: str = "") -> Answer:
    """Return an ordinary article, with the day that it shows if it shows one."""
    title = f"Ferry number {number} stays in port"
    paragraphs = "".join(f"<p>{WORDS.format(n=number * 10 + n)}</p>" for n in range(4))
    told = f"<p class=date>{day}</p>" if day else ""
    head = f"<title>{title}</title><h1>{title}</h1>{told}"
    body = f"{head}<article>{paragraphs}</article>"
    return Answer(f"<html><body>{body}</body></html>".encode())


@contextmanager
def small_site() -> Iterator[SmallSite]:
    """Serve a small site."""
    links = "".join(
        f'<li><a href="/news/{n}">Ferry number {n} stays in port</a></li>'
        for n in range(1, 7)
    )
    listing = f"<html><body><h1>News</h1><ul class=news>{links}</ul></body></html>"
    site = SmallSite(
        {"/news/": Answer(listing.encode())}
        | {f"/news/{n}": item(n) for n in range(1, 7)}
    )

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append(self.path)
            page = site.pages.get(self.path) or Answer(b"no such page", 404)
            answer = site.once.pop(self.path, page)
            self.send_response(answer.status)
            for name, value in answer.headers.items():
                self.send_header(name, value)
            length = len(answer.body) if answer.length is None else answer.length
            self.send_header("Content-Length", str(length))
            self.end_headers()
            self.wfile.write(answer.body)

        def log_message(self, *arguments: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    site.url = f"http://127.0.0.1:{server.server_address[1]}/news/"
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
