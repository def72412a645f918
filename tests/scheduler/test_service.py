"""The service as a process: it crawls, tells, answers, and ends in time."""

import asyncio
import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Semaphore, Thread

import pytest

from corpus.home import Home
from corpus.store import Store
from presswatch.cli.run import call
from scheduler.service import Options, Service
from scheduler.vitals import notify, ping
from tests.scheduler.receivers import http_receiver

LISTING = "<html><body><ul>{}</ul></body></html>"
LINK = '<li><a href="/news/{0}">The council answers question number {0} today</a></li>'
PAGE = "<html><body><h1>Question {0}</h1><p>{1}</p></body></html>"


@contextmanager
def slow_site(delay_s: float, asked: Semaphore | None = None) -> Iterator[str]:
    """Serve a small news site that takes its time; yield its address.

    Each request that comes is told to ``asked``.
    """
    is_over = Event()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            if asked:
                asked.release()
            is_over.wait(delay_s)
            name = self.path.rpartition("/")[2]
            if self.path == "/robots.txt":
                return self._answer(404, "")
            if name:
                return self._answer(200, PAGE.format(name, "The answer is long. " * 30))
            links = "".join(LINK.format(number) for number in range(30))
            return self._answer(200, LISTING.format(links))

        def _answer(self, status: int, text: str) -> None:
            self.send_response(status)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(text.encode())))
            self.end_headers()
            try:
                self.wfile.write(text.encode())
            except OSError:
                pass

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/news/"
    finally:
        is_over.set()
        server.shutdown()
        server.server_close()


@contextmanager
def service(home: Path, *options: str) -> Iterator[subprocess.Popen[str]]:
    """Run ``presswatch watch`` as a process of its own."""
    with subprocess.Popen(
        [sys.executable, "-m", "presswatch", "watch", "--home", str(home), *options],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env=os.environ | {"PYTHONUNBUFFERED": "1"},
    ) as process:
        try:
            yield process
        finally:
            if process.poll() is None:
                process.kill()


def _watch_site(home: Path, name: str, seed: str, more: str = "") -> None:
    (home / "sites").mkdir(exist_ok=True)
    (home / "sites" / f"{name}.toml").write_text(f'seeds = ["{seed}"]\n{more}')


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _get(port: int, page: str) -> str:
    for _ in range(100):
        try:
            url = f"http://127.0.0.1:{port}/{page}"
            with urllib.request.urlopen(url, timeout=5) as answer:
                return str(answer.read().decode())
        except OSError:
            time.sleep(0.1)
    raise AssertionError("the service serves no pages")


@pytest.mark.promise("R5")
def test_the_service_ends_within_ten_seconds_and_keeps_what_it_has(
    tmp_path: Path,
) -> None:
    """Systemd counts to ten, then it kills."""
    port, asked = _free_port(), Semaphore(0)
    with slow_site(0.3, asked) as seed, service(tmp_path, f"--port={port}") as process:
        _watch_site(tmp_path, "slow", seed, "delay = 0.5\n")
        for _ in ("robots.txt", "the list", "an item", "another"):
            assert asked.acquire(timeout=30)
        assert json.loads(_get(port, "healthz"))["running"] == ["slow"]
        assert "presswatch_running 1.0" in _get(port, "metrics")
        began = time.monotonic()
        process.send_signal(signal.SIGTERM)
        assert process.wait(15) == 5
        assert time.monotonic() - began < 10
    store = Store(tmp_path / "presswatch.sqlite")
    (run,) = store.runs.find()
    assert run.status == "stopped"
    assert run.requested > 1
    # what was stopped is still due
    site = store.sites.get("slow")
    assert site is not None
    assert site.due_at <= datetime.now(UTC)
    assert store.leases.held() == {}


def test_a_broken_site_file_is_told_and_costs_no_other_site(tmp_path: Path) -> None:
    """One typing error must not stop the night of forty sites."""
    port = _free_port()
    _watch_site(tmp_path, "broken", "https://x.example/", "tpyo = 1\n")
    with slow_site(0.0) as seed:
        _watch_site(tmp_path, "good", seed, 'delay = 0.0\nschedule = "every 1m"\n')
        with service(tmp_path, f"--port={port}") as process:
            store_file = tmp_path / "presswatch.sqlite"
            for _ in range(200):
                if store_file.exists() and _runs(store_file):
                    break
                time.sleep(0.1)
            health = json.loads(_get(port, "healthz"))
            process.send_signal(signal.SIGTERM)
            assert process.wait(15) == 5
    assert health["status"] == "ok"
    assert "broken.toml:2: tpyo" in health["faults"][0]
    assert [run.site for run in _runs(store_file)] == ["good"]


def _runs(path: Path) -> list[object]:
    store = Store(path)
    try:
        return list(store.runs.find(status="ok"))
    finally:
        store.close()


def test_a_broken_alert_file_ends_the_start_with_its_line(tmp_path: Path) -> None:
    """Told before the first night, not after it."""
    (tmp_path / "alerts.toml").write_text("[[rule]]\nnam = 1\n")
    with service(tmp_path) as process:
        output, _ = process.communicate(timeout=30)
    assert process.returncode == 2
    assert "alerts.toml:2: rule.nam: unknown key" in output


def test_a_service_that_has_grown_ends_between_crawls_to_be_started_anew(
    tmp_path: Path,
) -> None:
    """A leak somewhere below must not end the watch in a year."""

    async def serve(seed: str) -> str:
        _watch_site(tmp_path, "good", seed, "delay = 0.0\n")
        store = Store(tmp_path / "presswatch.sqlite")
        service = Service(
            Home(tmp_path),
            store,
            now=lambda: datetime.now(UTC),
            options=Options(most_resident=1),
        )
        why = await asyncio.wait_for(service.run(), 60)
        store.close()
        return why

    with slow_site(0.0) as seed:
        assert asyncio.run(serve(seed)) == "grown"
    assert [
        run.status for run in Store(tmp_path / "presswatch.sqlite").runs.find()
    ] in (
        ["ok"],
        ["problems"],
    )


def test_systemd_and_a_dead_mans_switch_hear_that_all_is_well(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Silence must ring somewhere else."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as ear:
        ear.bind(str(tmp_path / "notify"))
        monkeypatch.setenv("NOTIFY_SOCKET", str(tmp_path / "notify"))
        notify("READY=1")
        assert ear.recv(100) == b"READY=1"
    with slow_site(0.0) as url:
        ping(url)
    with http_receiver() as (deaf, _), pytest.raises(Exception, match="answered 501"):
        ping(deaf)


def test_no_secret_is_in_the_trace_of_a_channel_that_breaks() -> None:
    """A trace with local variables would print the password."""
    code = (
        "from presswatch.cli.logs import log_to_stderr\n"
        "import smtplib, structlog\n"
        "log_to_stderr()\n"
        "def login(user, password):\n"
        "    raise TypeError('broken')\n"
        "try:\n"
        "    login('desk', 's3' + 'cret')\n"
        "except TypeError:\n"
        "    structlog.get_logger().exception('channel failed')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert "TypeError: broken" in done.stderr
    assert "s3cret" not in done.stderr + done.stdout


def test_a_schedule_that_makes_no_sense_is_told_by_file_and_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """By every command that reads the file, not only in the night."""
    _watch_site(tmp_path, "odd", "https://x.example/", 'schedule = "nightly"\n')
    assert call("crawl", "odd", "--home", str(tmp_path)) == 2
    told = capsys.readouterr().err
    assert "odd.toml:2: schedule:" in told
    assert "every 15m" in told
