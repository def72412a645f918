"""What reaches a terminal or a pipe is clean, complete and readable by machines."""

import asyncio
import io
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.model import Change, ChangeKind, FieldChange
from presswatch.cli.showing import screen
from presswatch.cli.showing.meter import metered
from presswatch.cli.showing.rows import show_table
from presswatch.cli.showing.stories import show_change, show_changes, show_fields
from scheduler.jobs import Progress

#: What no terminal may be sent: controls but the line end, direction marks.
_HARMFUL = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]"
)
HOSTILE = [
    "\x1b]0;owned\x07 title",
    "fees \u202e001 era",
    "two\r\nlines\x85and\u2028more",
    "\x9b31mred",
    "[bold]not mark-up[/bold]",
    "%s {0} {title} $HOME `id`",
    "lone \ud800 surrogate",
]


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@contextmanager
def terminal(**environment: str) -> Iterator[_Terminal]:
    """Make standard output a terminal of 80 columns."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("NO_COLOR", raising=False)
        for name, value in {"TERM": "xterm", "COLUMNS": "80", **environment}.items():
            patch.setenv(name, value)
        patch.setattr(sys, "stdout", shown := _Terminal())
        yield shown


@given(st.text())
def test_json_is_one_safe_line_and_loses_nothing(text: str) -> None:
    """A title is data for the next program, and must not be a command to a terminal."""
    line = screen.to_json({"title": text})
    assert len(line.splitlines()) == 1
    assert not _HARMFUL.search(line)
    assert json.loads(line) == {"title": text}


@pytest.mark.promise("R36")
@pytest.mark.parametrize("title", HOSTILE)
def test_no_control_or_direction_character_reaches_a_terminal(
    title: str,
) -> None:
    """A page must not be able to move the cursor, or to make text read backwards."""
    with terminal() as shown:
        show_table("title", rows=[[title]])
        screen.show(screen.styled(title, "bold"))
        show_fields({"title": FieldChange(old="Ferry", new=title)})
    text = re.sub(r"\x1b\[[0-9;]*m", "", shown.getvalue())
    assert text.strip()
    assert not _HARMFUL.search(text)


@pytest.mark.promise("R36")
def test_text_is_never_mark_up() -> None:
    """What stands in brackets on a page stands in brackets here."""
    with terminal() as shown:
        show_table("title", rows=[["[bold]fog[/bold] :ferry:"]])
    assert "[bold]fog[/bold] :ferry:" in shown.getvalue()


def test_a_pipe_gets_no_colour_and_whole_lines(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Other programs cut columns; they cannot put cut words together again."""
    long = "Ferry " * 60
    show_table("title", "url", rows=[[long, "https://h.example/1"]])
    shown = capsys.readouterr().out
    assert "\x1b" not in shown
    assert long.strip() in shown


def test_a_table_without_rows_says_so_and_prints_no_heads(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Heads over nothing look as if the answer had been lost on the way."""
    show_table("id", "site", rows=iter(()), none="no runs")
    assert capsys.readouterr() == ("", "no runs\n")


def test_a_table_too_wide_for_a_terminal_loses_nothing() -> None:
    """At eighty columns the names of sites went, two letters a line or altogether."""
    url = "https://harbour.example/" + "x" * 80
    row = ["press.harbour.example", "ok " * 12, "late " * 4, 17, url]
    with terminal() as shown:
        show_table("site", "state", "next", "#changes", "url", rows=[row])
    drawn = re.sub(r"\x1b\[[0-9;]*m", "", shown.getvalue()).splitlines()
    _, _, above, within, below = drawn
    assert above == "press.harbour.example"
    assert within.split() == ["ok"] * 12 + ["late"] * 4 + ["17"]
    assert len(within) <= 80
    assert below == "    " + url


def test_no_color_is_obeyed_on_a_terminal() -> None:
    """Some people cannot read colours, and say so."""
    moved = {"title": FieldChange(old="10 euros", new="12 euros")}
    with terminal(NO_COLOR="1") as shown:
        show_fields(moved)
    assert "[-10-]{+12+}" in shown.getvalue()
    assert not re.search(r"\x1b\[3[0-9]", shown.getvalue())
    with terminal() as shown:
        show_fields(moved)
    assert re.search(r"\x1b\[[0-9;]*3[12]m", shown.getvalue())


def test_a_diff_in_a_pipe_marks_what_went_and_came(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Without colours, a diff must still say which words are new."""
    show_fields({"body": FieldChange(old="The fee is 10 euros.", new="The fee is 12.")})
    assert "The fee is [-10 euros-]{+12+}." in capsys.readouterr().out


MOVED = Change(
    id=1,
    site="harbour",
    key="k1",
    kind=ChangeKind.MOVED,
    url="https://harbour.example/news/2",
    old_url="https://harbour.example/news/1",
    title="Ferry late",
    date="2026-11-03",
    captured_at=datetime(2026, 11, 3, tzinfo=UTC),
)
NEW = replace(MOVED, kind=ChangeKind.NEW, old_url=None)


@pytest.mark.parametrize(("words", "blank"), [("a ferry late", " "), ("渡轮晚点", "")])
def test_what_stands_near_a_change_is_shown_as_it_was_written(
    words: str, blank: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Words were run together behind a change, and a text without blanks left out."""
    kept = blank.join([words] * 40)
    old, new = (blank.join([kept, fee, kept, fee]) for fee in ("10", "12"))
    body = FieldChange(old=old, new=new)
    show_change(replace(MOVED, kind=ChangeKind.EDITED, fields={"body": body}))
    shown = " ".join(capsys.readouterr().out.split())
    told = blank.join([words, "[-10-]{+12+}", words])
    assert told in shown
    assert shown.endswith(blank.join([words, "[-10-]{+12+}"]))


def test_a_pipe_shows_a_change_as_a_terminal_does(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """What is kept in a log and what was seen are the same words at the same places."""
    show_change(MOVED)
    piped = capsys.readouterr().out
    assert piped == (
        "> moved    Ferry late  2026-11-03  id 1\n"
        "    https://harbour.example/news/2\n"
        "    was https://harbour.example/news/1\n"
    )
    with terminal(NO_COLOR="1") as shown:
        show_change(MOVED)
    lines = [line.rstrip() for line in shown.getvalue().splitlines()]
    assert lines == piped.splitlines()


def test_how_many_more_a_baseline_has_is_told_where_it_ends(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Below the news of tonight it looked as if they were of tonight."""
    first = [replace(NEW, id=n, baseline=True) for n in range(9)]
    show_changes([*first, replace(NEW, id=9, title="Fog")])
    lines = capsys.readouterr().out.splitlines()
    assert lines[-3] == "… and 4 more items of the baseline"
    assert lines[-2].startswith("+ new      Fog")


def test_an_address_is_one_line_however_narrow_the_terminal_is() -> None:
    """Copied from a screen it must lead where it leads."""
    long = "https://harbour.example/news/" + "-".join(["late"] * 30)
    with terminal() as shown:
        show_change(replace(MOVED, url=long, old_url=long + "-1"))
    lines = [
        re.sub(r"\x1b\[[0-9;]*m", "", line) for line in shown.getvalue().split("\n")
    ]
    assert lines[1:3] == [f"    {long}", f"    was {long}-1"]


def test_what_goes_to_a_file_is_not_drawn_above_the_bars_of_a_crawl() -> None:
    """Typed at a terminal, ``presswatch crawl > changes`` left an empty file."""

    async def crawl() -> None:
        async with metered(Progress()):
            await asyncio.sleep(0.01)
            screen.write("+ new\n")

    with terminal() as drawn, pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stderr", drawn)
        patch.setattr(sys, "stdout", file := io.StringIO())
        asyncio.run(crawl())
    assert file.getvalue() == "+ new\n"
    assert "+ new" not in drawn.getvalue()


def test_a_pipe_needs_nothing_that_draws() -> None:
    """A nightly run that shows new items must not load five megabytes for colours."""
    program = (
        "import sys\nfrom tests.presswatch.test_screen import NEW\n"
        "from presswatch.cli.showing.stories import show_changes\nshow_changes([NEW])\n"
        "sys.exit(' '.join({'rich', 'rapidfuzz'} & set(sys.modules)) or 0)"
    )
    ended = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert ended.stdout.startswith("+ new")
    assert (ended.returncode, ended.stderr) == (0, "")
