"""What the service says of itself: health and metrics on loopback, signs of life."""

import http.client
import json
import os
import socket
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from aiohttp import web
from prometheus_client import CollectorRegistry, Counter, Gauge, generate_latest

from scheduler.alerting.delivery import DeliveryError, deadline, reason_of
from scheduler.alerting.message import stamp

#: Seconds a ping of the dead man's switch may take.
PING_S = 10.0


class Vitals:
    """The service's counters, as Prometheus reads them."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.runs = self._counter("runs", "Runs ended, by outcome.", "outcome")
        self.changes = self._counter("changes", "Changes found.")
        self.late = self._counter("late_runs", "Runs that began late.")
        self.sites = self._gauge("sites", "Sites watched.")
        self.running = self._gauge("running", "Sites being crawled now.")
        self.outbox = self._gauge("outbox", "Alerts in the outbox, by state.", "state")
        self.resident = self._gauge("resident_bytes", "Memory the service holds.")
        self.last_run = self._gauge("last_run_timestamp", "Last run's end.", "site")
        self.last_tick = self._gauge("last_tick_timestamp", "Last look at the clock.")

    def text(self) -> bytes:
        """Return all of it in Prometheus' text format."""
        return generate_latest(self.registry)

    def _counter(self, name: str, what: str, *labels: str) -> Counter:
        return Counter(f"presswatch_{name}", what, labels, registry=self.registry)

    def _gauge(self, name: str, what: str, *labels: str) -> Gauge:
        return Gauge(f"presswatch_{name}", what, labels, registry=self.registry)


def make_pages(
    vitals: Vitals,
    health: Callable[[], tuple[bool, dict[str, Any]]],
    *,
    before: Callable[[], None] = lambda: None,
) -> web.Application:
    """Return ``/healthz`` and ``/metrics``; ``before`` measures what is dear."""

    async def healthz(_: web.Request) -> web.Response:
        is_well, facts = health()
        body = json.dumps({"status": "ok" if is_well else "failing"} | facts)
        status = 200 if is_well else 503
        return web.Response(
            text=body + "\n", content_type="application/json", status=status
        )

    async def metrics(_: web.Request) -> web.Response:
        before()
        headers = {"Content-Type": "text/plain; version=0.0.4; charset=utf-8"}
        return web.Response(body=vitals.text(), headers=headers)

    pages = web.Application()
    pages.router.add_get("/healthz", healthz)
    pages.router.add_get("/metrics", metrics)
    return pages


async def serve_pages(pages: web.Application, port: int) -> web.AppRunner:
    """Serve the pages on loopback alone; whoever wants them elsewhere puts a proxy."""
    runner = web.AppRunner(pages, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    return runner


def ping(url: str) -> None:
    """Tell a dead man's switch that all is well; ``DeliveryError`` if it is deaf."""
    parts = urlsplit(url)
    kind: type[http.client.HTTPConnection] = http.client.HTTPConnection
    if parts.scheme == "https":
        kind = http.client.HTTPSConnection
    connection = kind(parts.hostname or "", parts.port, timeout=PING_S)
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    try:
        with deadline(connection.close, PING_S):
            connection.request("GET", target, headers={"User-Agent": "presswatch"})
            status = connection.getresponse().status
    except (OSError, http.client.HTTPException) as error:
        raise DeliveryError(
            f"the switch was not reached: {reason_of(error)}"
        ) from error
    finally:
        connection.close()
    if not 200 <= status < 300:
        raise DeliveryError(f"the switch answered {status}")


def notify(state: str) -> None:
    """Tell systemd how the service is, where systemd has asked for it."""
    address = os.environ.get("NOTIFY_SOCKET", "")
    if not address:
        return
    if address.startswith("@"):
        address = "\0" + address[1:]
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as stream:
        try:
            stream.sendto(state.encode(), address)
        except OSError:
            pass


def resident_bytes() -> int:
    """Return the memory this process holds.

    >>> resident_bytes() > 1_000_000
    True
    """
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError, IndexError):
        import psutil

        return int(psutil.Process().memory_info().rss)


def describe(tick_at: datetime | None, facts: dict[str, Any]) -> dict[str, Any]:
    """Return what ``/healthz`` says beside its status."""
    return {"last_tick": stamp(tick_at) if tick_at else None} | facts
