"""``presswatch archive``: the WARC files, whether they are sound, a store from them."""

import asyncio
from contextlib import closing
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from corpus.archive import Archive
from corpus.home import Home
from presswatch.cli.endings import PROBLEMS, WELL, UsageError, finish
from presswatch.cli.showing.rows import show_table
from presswatch.cli.showing.screen import counted, emit, say, show
from presswatch.cli.taking.asking import held_below
from presswatch.cli.taking.options import DEFAULT_HOME, HomeOption, JsonOption, new_app

if TYPE_CHECKING:
    from corpus.store import Store

app = new_app(has_parts=True)


@app.callback()
def archive() -> None:
    """List the WARC files, verify every byte of them, or make a lost store again."""


@app.command("list")
def list_files(home: HomeOption = DEFAULT_HOME, as_json: JsonOption = False) -> None:
    """List the WARC files, by site, in the order of writing."""
    files = Archive(Home(home).archive).files()
    if as_json:
        for file in files:
            emit(asdict(file))
    else:
        rows = (
            (f.file, "yes" if f.closed else "no", f.bytes, f.records) for f in files
        )
        heads = ("file", "closed", "#bytes", "#records")
        show_table(*heads, rows=rows, none="nothing is archived yet")


@app.command()
def verify(home: HomeOption = DEFAULT_HOME, as_json: JsonOption = False) -> None:
    """Check every file, record, digest and reference; name damages."""
    from corpus.store.captures import iter_references

    below = Home(home)
    count = 0
    with held_below(home) as store:
        for what in store.check():
            count += 1
            _tell({"file": str(below.store), "offset": None, "what": what}, as_json)
        for damage in Archive(below.archive).verify(iter_references(store.database)):
            count += 1
            _tell(asdict(damage), as_json)
    if count:
        say(f"{counted(count, 'damages')}; what is sound is used as before")
    elif not as_json:
        say("the archive is sound: every file, record, digest and reference")
    finish(PROBLEMS if count else WELL)


@app.command("restore")
def restore_store(home: HomeOption = DEFAULT_HOME, as_json: JsonOption = False) -> None:
    """Make a lost store again, from the archive; alert nobody."""
    from corpus.store import Store
    from scheduler.restore import restore

    below = Home(home)
    if below.store.exists():
        raise UsageError(
            f"{below.store} is there, and nothing is restored over a store; "
            "move it away first"
        )
    if not any(Archive(below.archive).files()):
        raise UsageError(f"there is no archive below {home}")
    # an end in the middle leaves no store that looks like a whole one
    part = below.store.with_name(below.store.name + ".part")
    for path in below.root.glob(part.name + "*"):
        path.unlink()
    with closing(Store(part)) as store:
        restored = asyncio.run(restore(below, store, began=_say_run))
        sums = [_sums(store, site) for site in restored.runs]
    part.rename(below.store)
    for line in sums:
        if as_json:
            emit(line)
        else:
            show(", ".join(f"{name} {value}" for name, value in line.items()))
    for told in (*restored.faults, *restored.damages):
        say(told)
    finish(PROBLEMS if restored.faults or restored.damages else WELL)


def _say_run(site: str, run: int) -> None:
    say(f"{site}: run {run}")


def _sums(store: "Store", site: str) -> dict[str, Any]:
    """Return what came back of one site."""
    runs = store.runs.find(site_names=[site])
    return {
        "site": site,
        "runs": len(runs),
        "revisions": sum(run.revisions for run in runs),
        "changes": sum(run.changes for run in runs),
    }


def _tell(damage: dict[str, object], as_json: bool) -> None:
    if as_json:
        emit(damage)
        return
    where = "" if damage["offset"] is None else f" at byte {damage['offset']}"
    show(f"{damage['file']}{where}: {damage['what']}")
