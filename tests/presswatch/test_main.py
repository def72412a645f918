"""One way in: what can be asked of the program itself, and how it ends."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from corpus.home import Home
from corpus.store import Store
from presswatch import __version__
from presswatch.cli.commands import COMMANDS
from tests.presswatch.calling import call, call_here


def test_help_names_every_command() -> None:
    """Help that leaves a command out hides it."""
    shown = call("--help")
    assert shown.status == 0
    for name in COMMANDS:
        assert re.search(rf"^  {name} ", shown.out, re.M), name


def test_the_version_is_told() -> None:
    """A bug report begins with it."""
    assert call("--version").out == f"presswatch {__version__}\n"


@pytest.mark.parametrize("module", sorted({m for m, _ in COMMANDS.values()}))
def test_every_command_explains_itself(module: str) -> None:
    """A command without help, or one that cannot be imported, is no command."""
    name = next(n for n, (m, _) in COMMANDS.items() if m == module)
    shown = call(name, "--help")
    assert shown.status == 0, shown.err
    assert f"presswatch {name}" in shown.out
    assert len(shown.out.splitlines()) > 4


@pytest.mark.promise("R7")
@pytest.mark.parametrize(
    "wrong",
    [
        [],
        ["crwal"],
        ["--home", "x", "items"],
        ["items", "--kind", "nonsense"],
        ["items", "--limit", "0"],
        ["changes", "--since", "yesterday"],
        ["crawl", "--now", "2026-03-01T08:00:00"],
        ["crawl", "--now", "soon"],
        ["crawl", "--delay", "-1"],
        ["history"],
        ["diff", "a", "1", "2", "3"],
        ["pause", "nobody"],
        ["crawl", "nobody"],
        ["add", "ftp://press.example/"],
        ["add", "http://press.example/", "--name", "../../etc"],
        ["compare", "one-file-alone"],
        ["archive", "burn"],
        ["watch", "--ping", "nowhere"],
        ["parse", "--url", "press.example/news/", "page.html"],
    ],
    ids=" ".join,
)
def test_wrong_usage_ends_with_2_and_a_sentence(
    wrong: list[str], tmp_path: Path
) -> None:
    """A script must be able to tell its own mistake from the site's."""
    ended = call(*wrong, env={"PRESSWATCH_HOME": str(tmp_path)})
    assert ended.status == 2, ended.err
    assert ended.err.strip()
    assert "Traceback" not in ended.err
    assert not ended.out


@pytest.mark.promise("R7")
def test_a_bug_is_told_as_one_and_leaves_a_trace(tmp_path: Path) -> None:
    """Whoever meets a bug needs one sentence; whoever mends it needs the trace."""
    ended = _run_broken("raise ZeroDivisionError('by nought')", tmp_path)
    assert ended.returncode == 1
    message = ended.stderr.decode()
    assert "bug" in message
    assert "Traceback" not in message
    (trace,) = (tmp_path / "logs").iterdir()
    assert str(trace) in message
    assert "by nought" in trace.read_text()


def test_a_python_without_the_libraries_is_told_which_one_has_them() -> None:
    """A checkout that nobody set up is no bug, and the way out is one command."""
    program = (
        "import sys\nsys.modules['typer'] = None\n"
        "from presswatch.__main__ import main\nsys.exit(main(['items']))"
    )
    ended = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert ended.returncode == 2
    assert "no typer" in ended.stderr
    assert "make setup" in ended.stderr


@pytest.mark.promise("R7")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_while_the_program_starts_ends_with_5(number: signal.Signals) -> None:
    """On a busy machine that takes a while, and a trace looks like a fault."""
    program = f"""
        import os, sys
        from presswatch.__main__ import main

        class Interrupted:
            def find_spec(self, name, *_):
                if name == "presswatch.cli.commands":
                    os.kill(os.getpid(), {int(number)})

        sys.meta_path.insert(0, Interrupted())
        sys.exit(main(["items"]))
    """
    ended = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(program)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ended.returncode, ended.stderr) == (5, "presswatch: stopped\n")


@pytest.mark.promise("R7")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_with_5(number: signal.Signals, tmp_path: Path) -> None:
    """A supervisor tells a stop it asked for from a crash."""
    body = f"import os, time; os.kill(os.getpid(), {int(number)}); time.sleep(20)"
    ended = _run_broken(body, tmp_path)
    assert ended.returncode == 5, ended.stderr
    assert b"Traceback" not in ended.stderr


@pytest.mark.promise("R7")
def test_a_full_disk_is_a_problem_and_no_bug(tmp_path: Path) -> None:
    """It is not for us to mend, and it must not end with 0."""
    body = "import errno; raise OSError(errno.ENOSPC, 'No space left on device')"
    ended = _run_broken(body, tmp_path)
    assert ended.returncode == 3
    assert b"No space left" in ended.stderr


def test_a_reader_who_goes_away_is_no_error(tmp_path: Path) -> None:
    """``presswatch changes | head -1`` is an everyday thing to type."""
    body = (
        "from presswatch.cli.showing.screen import emit\n"
        "for n in range(99999): emit({1: n})"
    )
    command = f"{_broken(body, tmp_path)} | head -1"
    ended = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {command}"], capture_output=True, check=False
    )
    assert ended.returncode == 0, ended.stderr
    assert ended.stdout == b'{"1": 0}\n'


@pytest.mark.parametrize("closed", ["<&-", "<&- >&- 2>&-"])
def test_streams_that_the_caller_closed_are_no_bug(closed: str) -> None:
    """Some supervisors start what they start with nothing open."""
    command = f"{sys.executable} -m presswatch parse {closed}"
    ended = subprocess.run(["bash", "-c", command], capture_output=True, check=False)
    assert (ended.returncode, ended.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no such device here")
def test_help_that_cannot_be_written_is_told() -> None:
    """A full disk is met first by whoever writes to it, whether it is buffered or not.

    What stayed in the buffer failed again at the end, with a status of its own.
    """
    command = f"{sys.executable} -m presswatch --help >/dev/full"
    buffered = {k: v for k, v in os.environ.items() if k != "PYTHONUNBUFFERED"}
    ended = subprocess.run(
        ["bash", "-c", command], capture_output=True, check=False, env=buffered
    )
    assert ended.returncode == 3
    assert ended.stderr.endswith(b"No space left on device: 'standard output'\n")


def test_a_port_that_is_taken_is_no_bug(tmp_path: Path) -> None:
    """A second service on one machine is started now and then."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = str(server.getsockname()[1])
        ended = call("watch", "--port", port, "--home", tmp_path)
    assert (ended.status, ended.out) == (2, "")
    assert f"port {port} is taken" in ended.err


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["crawl", "--now", "9999-12-31T23:59:59Z"], 2),
        (["crawl", "--now", "0001-01-01T00:00:00+14:00"], 2),
        (["changes", "--since", "9" * 30], 0),
        (["parse", "http://["], 2),
    ],
)
def test_what_no_clock_and_no_store_can_hold_is_no_bug(
    tmp_path: Path, arguments: list[str], status: int
) -> None:
    """Whoever types it wants to know what may be typed."""
    Store(Home(tmp_path).store).close()
    ended = call_here(*arguments, "--home", tmp_path)
    assert ended.status == status, ended.err


def test_output_is_utf_8_whatever_the_locale(tmp_path: Path) -> None:
    """JSON lines are read by other programs, not by the terminal of the day."""
    body = "from presswatch.cli.showing.screen import emit; emit({'title': 'Паром'})"
    environment = {**os.environ, "LC_ALL": "en_US.ISO-8859-1", "PYTHONUTF8": "0"}
    environment["PYTHONIOENCODING"] = "latin-1"
    ended = _run_broken(body, tmp_path, environment)
    assert json.loads(ended.stdout.decode("utf-8")) == {"title": "Паром"}


def _broken(body: str, folder: Path) -> str:
    """Write a program whose command ``items`` does something else; return its call."""
    text = f"""
        import sys
        from presswatch.cli import items
        from presswatch.__main__ import main

        def app(args, prog_name):
            exec({body!r}, {{}})

        items.app = app
        sys.exit(main(["items", "--home", {str(folder)!r}]))
    """
    path = folder / "broken.py"
    path.write_text(textwrap.dedent(text))
    return f"{sys.executable} {path}"


def _run_broken(
    body: str, folder: Path, env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        _broken(body, folder).split(), capture_output=True, env=env, check=False
    )


@pytest.mark.parametrize("question", ["--help", "--version"])
def test_a_short_question_loads_nothing_large(question: str) -> None:
    """Shells ask for help and version all the time; they must not wait for Scrapy."""
    body = f"""if True:
        import sys
        from presswatch.__main__ import main
        main([{question!r}])
        print(*{{name.partition('.')[0] for name in sys.modules}})
    """
    ended = subprocess.run(
        [sys.executable, "-c", body], capture_output=True, text=True, check=True
    )
    loaded = set(ended.stdout.splitlines()[-1].split())
    large = {"typer", "click", "rich", "lxml", "pydantic", "sqlalchemy", "scrapy"}
    assert not loaded & large
