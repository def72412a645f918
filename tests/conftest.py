"""What all tests share: loopback only, how hypothesis runs, ``--update-golden``."""

import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile(
    "presswatch",
    deadline=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.differing_executors],
)
settings.load_profile("presswatch")

#: Where a test may connect to: this machine, by name, number or path.
_HERE = ("127.", "::1", "::ffff:127.", "localhost", "0.0.0.0", "::", "/", "\0", "")


def _refuse_the_world(event: str, arguments: tuple[Any, ...]) -> None:
    if event != "socket.connect":
        return
    address = arguments[1]
    host = address[0] if isinstance(address, tuple) else address
    if isinstance(host, bytes):
        host = host.decode(errors="replace")
    if isinstance(host, str) and not host.startswith(_HERE):
        raise PermissionError(f"a test may not connect to {address!r}")


sys.addaudithook(_refuse_the_world)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that rewrites what golden folders expect."""
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write what is read now as what tests/fixtures expects; look at the diff",
    )


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep what a test's commands keep apart from what lies in ``output/``."""
    monkeypatch.setenv("PRESSWATCH_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("PRESSWATCH_CONTACT", raising=False)
