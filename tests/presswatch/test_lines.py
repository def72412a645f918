"""JSON lines in, answers out: in order, by group, whatever is wrong with a line."""

import gzip
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.group import gather, group_name, spread
from presswatch.cli.taking.lines import LineError, in_order, read_file, read_lines


@given(st.lists(st.sampled_from("abcd")))
def test_answers_come_in_the_order_of_the_asks(names: list[str]) -> None:
    """A caller may match answers to questions by counting."""
    asks = list(range(len(names)))
    found = in_order(asks, names, lambda group: iter([{"id": ask} for ask in group]))
    assert [answer["id"] for answer in found] == asks


@given(st.lists(st.sampled_from("abcd")))
def test_a_group_is_asked_once_and_whole(names: list[str]) -> None:
    """What is learned from a site's pages must be learned before the first answer."""
    groups = []

    def answer(group: list[int]):  # type: ignore[no-untyped-def]
        groups.append(group)
        return iter([{"id": ask} for ask in group])

    list(in_order(range(len(names)), names, answer))
    assert groups == list(gather(names).values())


def test_an_ask_without_an_answer_is_left_out() -> None:
    """One unreadable file must not stop or shift the other answers."""
    found = in_order(
        [1, 2, 3],
        ["a", "b", "a"],
        lambda group: iter([None if ask == 2 else {"id": ask} for ask in group]),
    )
    assert [answer["id"] for answer in found] == [1, 3]


@given(st.lists(st.integers()), st.integers(1, 10))
def test_pages_to_learn_from_are_bounded_and_spread(
    pages: list[int], most: int
) -> None:
    """Memory does not grow with a site, and what is learned is not the newest alone."""
    some = spread(pages, most)
    assert len(some) == min(most, len(pages))
    if pages:
        assert some[0] == pages[0]


def test_hosts_of_one_domain_are_read_together_and_strangers_alone() -> None:
    """Pages teach about their own site only."""
    names = [
        group_name(site=None, url=url, alone=str(place))
        for place, url in enumerate(
            ["https://h.example/1", "http://h.example:443/2", None, None, "junk:"]
        )
    ]
    assert names[0] == names[1]
    assert len(set(names)) == 4


@pytest.mark.parametrize(
    "bad",
    [
        b"nonsense",
        b"[1]",
        b'"text"',
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"id": NaN',
        b'{"id": NaN}',
        b'{"id": 1e999}',
    ],
)
def test_a_bad_line_is_a_fault_and_no_crash(bad: bytes) -> None:
    """Input is made by other programs, which have bugs too."""
    lines = list(read_lines([b'{"id": 1}\n', bad + b"\n", b"\n", b'{"id": 2}\n']))
    assert [bool(line.fault) for line in lines] == [False, True, False]
    assert [line.number for line in lines] == [1, 2, 4]


def test_a_gzipped_page_is_unpacked(tmp_path: Path) -> None:
    """Large sets of pages are kept packed."""
    path = tmp_path / "page.html.gz"
    path.write_bytes(gzip.compress(b"<p>fog"))
    assert read_file(path) == b"<p>fog"


@pytest.mark.parametrize(
    "content",
    [b"", b"not gzip", gzip.compress(b"fog" * 99, mtime=0)[:-4]],
    ids=["empty", "another format", "cut"],
)
def test_a_broken_file_is_told_by_name(content: bytes, tmp_path: Path) -> None:
    """Whoever has thousands of files must know which one it is."""
    path = tmp_path / "page.html.gz"
    path.write_bytes(content)
    if not content:
        assert read_file(path) == b""
        return
    with pytest.raises(LineError, match=r"page\.html\.gz"):
        read_file(path)


def test_a_missing_file_is_told_by_name(tmp_path: Path) -> None:
    """A wrong --base is the usual mistake."""
    with pytest.raises(LineError, match="No such file"):
        read_file(tmp_path / "nowhere.html")


def test_lines_are_read_one_by_one() -> None:
    """A stream of any length must not be held in memory by its reader."""

    def endless():  # type: ignore[no-untyped-def]
        number = 0
        while True:
            number += 1
            yield json.dumps({"id": number}).encode()

    lines = read_lines(endless())
    assert [next(lines).row["id"] for _ in range(3)] == [1, 2, 3]
