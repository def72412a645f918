"""The walls of the house: what must hold for the code as a whole."""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import fields
from importlib import import_module
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

from crawler.limits import Limits
from crawler.site import Site, parse_site
from parsers.pagination import STYLES
from parsers.rules import ArticleSelects, ListingSelects
from parsers.templates import TEMPLATES
from presswatch import __version__
from presswatch.cli.commands import COMMANDS
from scheduler.alerting.rules import Rule, read_alerts
from scheduler.channels import CHANNELS

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
PACKAGES = ("parsers", "corpus", "crawler", "scheduler", "presswatch")


def _modules(*folders: str) -> Iterator[tuple[Path, ast.Module]]:
    for folder in folders:
        for path in sorted((ROOT / folder).rglob("*.py")):
            yield path, ast.parse(path.read_text("utf-8"))


def _tracked() -> list[Path]:
    """Return the files under version control, or all where git knows of none."""
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    names = listed.stdout.split("\0") if listed.returncode == 0 else []
    return [ROOT / name for name in names if (ROOT / name).is_file()]


def test_parsers_ask_neither_clock_nor_disk_nor_network() -> None:
    """What a page says must not depend on when, where or in which order it is read."""
    asking = {
        *("open", "datetime.now", "datetime.utcnow", "date.today", "time.time"),
        *("time.monotonic", "random.random", "urlopen", "Path", "environ"),
    }
    for path, tree in _modules("parsers"):
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                assert ast.unparse(node.func) not in asking, f"{path}:{node.lineno}"
            if isinstance(node, ast.ImportFrom):
                assert node.module not in {"urllib.request"}, f"{path}:{node.lineno}"


def test_nothing_is_made_into_code() -> None:
    """No pickle, no eval, no shell: text that was fetched stays text (R41)."""
    barred = {"eval", "exec", "pickle.loads", "pickle.load", "os.system", "os.popen"}
    for path, tree in _modules(*PACKAGES):
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                assert ast.unparse(node.func) not in barred, f"{path}:{node.lineno}"


def test_every_module_says_what_it_is_for() -> None:
    """Whoever opens a file learns in one sentence whether it is the right one."""
    for path, tree in _modules(*PACKAGES):
        assert ast.get_docstring(tree), path


def test_every_test_says_why_anyone_cares() -> None:
    """A test without a reason is the first to be deleted, or the last."""
    for path, tree in _modules("tests"):
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
                assert ast.get_docstring(node), f"{path}:{node.lineno}: {node.name}"


def test_every_test_folder_is_a_package() -> None:
    """Two test modules of one name in two folders must not hide each other."""
    for path in (ROOT / "tests").rglob("test_*.py"):
        assert (path.parent / "__init__.py").exists(), path


@pytest.mark.parametrize(
    ("folder", "names"),
    [
        ("presswatch/cli", {module for module, _ in COMMANDS.values()}),
        ("parsers/pagination", {name.replace("-", "_") for name in STYLES}),
        ("parsers/templates", {name.replace("-", "_") for name in TEMPLATES}),
        ("scheduler/channels", {name.replace("-", "_") for name in CHANNELS}),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_table_names_modules_that_are_there(folder: str, names: set[str]) -> None:
    """A way that stands in no table is never taken; one without a module fails late."""
    there = {path.stem for path in (ROOT / folder).glob("*.py")}
    assert names <= there


@pytest.mark.parametrize("command", COMMANDS)
def test_the_readme_names_every_command(command: str) -> None:
    """A command nobody reads about is not used."""
    assert re.search(rf"`(presswatch )?{command}[ `]", README)


@pytest.mark.parametrize("command", COMMANDS)
def test_the_readme_names_every_option(command: str) -> None:
    """An option that only ``--help`` knows is found by accident."""
    app = import_module(f"presswatch.cli.{COMMANDS[command][0]}").app
    for option in _options(get_command(app)):
        assert re.search(rf"{option}[ `\]]", README), option


def _options(command: Any) -> Iterator[str]:
    for parameter in command.params:
        yield from (name for name in parameter.opts if name.startswith("--"))
    for below in getattr(command, "commands", {}).values():
        yield from _options(below)


def test_the_readme_names_every_variable() -> None:
    """What the environment decides must not be a secret."""
    for path, _ in _modules(*PACKAGES):
        for name in re.findall(r"\bPRESSWATCH_[A-Z]+\b", path.read_text("utf-8")):
            assert f"`{name}`" in README, f"{path}: {name}"


def _settings() -> list[str]:
    site = [f.name for f in fields(Site) if f.name not in ("name", "limits", "rules")]
    limits = [f.name for f in fields(Limits)]
    selects = [f.name for k in (ArticleSelects, ListingSelects) for f in fields(k)]
    channels = [
        info.alias or key
        for settings in CHANNELS.values()
        for key, info in settings.model_fields.items()
    ]
    rule = list(Rule.model_fields)
    return list(dict.fromkeys([*site, *limits, *selects, *channels, *rule, "NO_COLOR"]))


@pytest.mark.parametrize("setting", _settings())
def test_the_readme_names_every_setting(setting: str) -> None:
    """A setting nobody reads about is a riddle in somebody's file."""
    assert f"`{setting}`" in README


def test_the_files_shown_in_the_readme_can_be_used() -> None:
    """An example that does not work costs everyone who copies it an hour."""
    site, alerts = re.findall(r"```toml\n(.*?)```", README, re.S)
    assert parse_site(site, name="harbour", where="README.md").limits.requests == 5000
    assert read_alerts(alerts).rule("corrections")


def test_the_readme_leads_to_pages_that_are_there() -> None:
    """A dead link on the first page is a poor welcome."""
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", README):
        assert (ROOT / target).exists(), target


def test_the_changelog_is_one_that_tools_can_read() -> None:
    """Keep a Changelog: a section for what is to come, known headings."""
    text = (ROOT / "CHANGELOG.md").read_text("utf-8")
    assert text.startswith("# Changelog\n")
    assert "## [Unreleased]" in text
    known = {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}
    assert set(re.findall(r"^### (.+)$", text, re.M)) <= known


def test_the_version_is_said_in_one_way() -> None:
    """The package and the program must not disagree about which one they are."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["version"] == __version__


def test_every_library_that_is_imported_is_asked_for_by_name() -> None:
    """What another library happens to bring is gone when that one changes its mind."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    asked = {_distribution(line) for line in project["dependencies"]}
    brought_by = packages_distributions()
    for path, tree in _modules(*PACKAGES):
        for name in {name.partition(".")[0] for name in _imported(tree)}:
            if name in sys.stdlib_module_names or name in PACKAGES:
                continue
            makers = {_distribution(maker) for maker in brought_by.get(name, [name])}
            assert makers & asked, f"{path.relative_to(ROOT)}: {name}"


def _imported(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module


def _distribution(requirement: str) -> str:
    name = re.split(r"[<>=~!\[; ]", requirement)[0].lower()
    return re.sub(r"[._]+", "-", name)


def test_the_lock_holds_every_dependency_by_hash_and_no_place() -> None:
    """A set-up gives the same files everywhere, from wherever a user gets packages."""
    config = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    asked = [
        *config["project"]["dependencies"],
        *config["dependency-groups"]["dev"],
        *config["build-system"]["requires"],
    ]
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    pinned = set(re.findall(r"^([a-z0-9._-]+)==", lock, re.M))
    for requirement in asked:
        name = _distribution(requirement)
        assert name in pinned, f"{name}: run make lock"
    for line in lock.splitlines():
        if line.startswith(("#", "--only-binary")):
            continue
        assert re.fullmatch(
            r"[a-z0-9._-]+==\S+( ; .+)? \\|    --hash=sha256:[0-9a-f]{64}( \\)?", line
        ), line


def test_no_file_names_a_machine_or_a_registry() -> None:
    """What is committed must work on a machine nobody has seen."""
    told = [
        "/ho" + "me/",
        "/ro" + "ot/",
        "pypi" + ".org",
        "python" + "hosted",
        "find" + "-links",
    ]
    allowed = {"Makefile": {"find" + "-links"}}
    for path in _tracked():
        text = path.read_bytes().decode("utf-8", "replace")
        for word in told:
            if word in allowed.get(path.name, ()):
                continue
            assert word not in text, f"{path.relative_to(ROOT)}: {word}"


def test_output_holds_nothing_but_its_readme() -> None:
    """What a run makes is nobody else's business."""
    kept = [path for path in _tracked() if path.parent == ROOT / "output"]
    assert [path.name for path in kept] in ([], ["README.md"])


def test_a_run_loads_no_reader_of_pages_before_one_is_read() -> None:
    """In an ordinary night all answers are 304: their time went to what read none."""
    body = "import sys, crawler.crawl; print('lxml' in sys.modules)"
    ended = subprocess.run(
        [sys.executable, "-c", body], capture_output=True, text=True, check=True
    )
    assert ended.stdout.split() == ["False"]
