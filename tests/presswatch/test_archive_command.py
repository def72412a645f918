"""``archive verify`` names each damage of archive and store, and nothing else (R35)."""

import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.presswatch.calling import call_here
from tests.presswatch.conftest import Corpus

pytestmark = pytest.mark.promise("R35")


def _flip_a_byte(home: Path) -> str:
    path = _files(home)[0]
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    return path.name


def _cut(home: Path) -> str:
    path = _files(home)[-1]
    path.write_bytes(path.read_bytes()[:-40])
    return path.name


def _remove_a_file(home: Path) -> str:
    path = _files(home)[0]
    path.unlink()
    return path.name


def _lose_a_capture(home: Path) -> str:
    _write(home, "DELETE FROM captures WHERE id = (SELECT capture_id FROM items)")
    return "refers to no captures"


def _lose_a_revision(home: Path) -> str:
    _write(home, "DELETE FROM revisions WHERE id = (SELECT revision_id FROM items)")
    return "refers to no revisions"


def _move_a_reference(home: Path) -> str:
    _write(home, 'UPDATE captures SET "offset" = "offset" + 1 WHERE id = 2')
    return "the store refers to a capture that is not here"


def _forge_a_digest(home: Path) -> str:
    _write(home, "UPDATE captures SET digest = 'sha256:0' WHERE id = 2")
    return "the store refers to another record at this place"


def _lead_out_of_the_archive(home: Path) -> str:
    _write(home, "UPDATE captures SET file = '../../etc/passwd' WHERE id = 2")
    return "what cannot be a file of the archive"


def _damage_the_database(home: Path) -> str:
    _write(home, "DROP INDEX revisions_words")
    # an index that says what its table does not
    _write(home, "CREATE INDEX revisions_words ON revisions (words)")
    path = home / "presswatch.sqlite"
    store = sqlite3.connect(path)
    page = store.execute(
        "SELECT rootpage FROM sqlite_master WHERE name = 'revisions_words'"
    ).fetchone()[0]
    size = store.execute("PRAGMA page_size").fetchone()[0]
    store.close()
    with path.open("r+b") as file:
        file.seek(page * size - 200)
        file.write(bytes(100))
    return "presswatch.sqlite"


@pytest.fixture
def home(corpus: Corpus, tmp_path: Path) -> Path:
    copied = tmp_path / "copied"
    shutil.copytree(corpus.home, copied)
    return copied


def test_a_sound_corpus_has_no_damage(home: Path) -> None:
    """A check that cries wolf is not heeded."""
    ended = call_here("archive", "verify", "--json", "--home", home)
    assert (ended.status, ended.rows) == (0, [])


@pytest.mark.parametrize(
    "damage",
    [
        _flip_a_byte,
        _cut,
        _remove_a_file,
        _lose_a_capture,
        _lose_a_revision,
        _move_a_reference,
        _forge_a_digest,
        _lead_out_of_the_archive,
        _damage_the_database,
    ],
)
def test_each_damage_is_named(home: Path, damage: Callable[[Path], str]) -> None:
    """What is not found in time cannot be had again from anywhere."""
    named = damage(home)
    ended = call_here("archive", "verify", "--json", "--home", home)
    assert ended.status == 3
    assert any(named in f"{row['file']} {row['what']}" for row in ended.rows)
    assert "Traceback" not in ended.err


def _files(home: Path) -> list[Path]:
    return sorted((home / "archive").rglob("*.warc.gz"))


def _write(home: Path, statement: str) -> None:
    store = sqlite3.connect(home / "presswatch.sqlite")
    with store:
        store.execute(statement)
    store.close()
