"""``presswatch archive``: the WARC files, and whether every byte of them is sound."""

from dataclasses import asdict

from corpus.archive import Archive
from corpus.home import Home
from presswatch.cli.asking import held_below
from presswatch.cli.endings import PROBLEMS, WELL, finish
from presswatch.cli.options import DEFAULT_HOME, HomeOption, JsonOption, new_app
from presswatch.cli.screen import emit, say, show, table

app = new_app()


@app.callback()
def archive() -> None:
    """List the WARC files, or verify every byte of them."""


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
        show(table("file", "closed", "#bytes", "#records", rows=rows))


@app.command()
def verify(home: HomeOption = DEFAULT_HOME, as_json: JsonOption = False) -> None:
    """Check every file, record, digest and reference, and name each damage."""
    from corpus.store.captures import iter_references

    below = Home(home)
    count = 0
    with held_below(home) as store:
        for what in store.check():
            count += 1
            _tell({"file": str(below.store), "offset": None, "what": what}, as_json)
        for damage in Archive(below.archive).verify(iter_references(store.engine)):
            count += 1
            _tell(asdict(damage), as_json)
    if count:
        say(f"{count} damages; what is sound is used as before")
    elif not as_json:
        say("the archive is sound: every file, record, digest and reference")
    finish(PROBLEMS if count else WELL)


def _tell(damage: dict[str, object], as_json: bool) -> None:
    if as_json:
        emit(damage)
        return
    where = "" if damage["offset"] is None else f" at byte {damage['offset']}"
    show(f"{damage['file']}{where}: {damage['what']}")
