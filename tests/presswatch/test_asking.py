"""Which item a text names: an address, a key, or the beginning of a key."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from corpus.store import Store
from presswatch.cli.endings import UsageError
from presswatch.cli.taking.asking import find_item
from tests.scheduler.samples import NOON, Corpus


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A site that was removed, and is watched again under another name."""
    old, new = Corpus(tmp_path, "harbour"), Corpus(tmp_path, "port")
    for corpus in (old, new):
        for number in range(12):
            corpus.item(f"press.example/news/{number:02}")
    old.store.sites.set(old.site_id, removed_at=NOON)
    with closing(new.store):
        yield new.store


def test_an_item_held_twice_is_that_of_the_site_that_is_watched(store: Store) -> None:
    """Its history could not be asked for: both have the same address and key."""
    assert find_item(store, "press.example/news/07").site == "port"


def test_a_beginning_that_several_have_names_some_of_them(store: Store) -> None:
    """Whoever types too little wants to see what to type on, and not all there is."""
    with pytest.raises(UsageError, match="names several items") as caught:
        find_item(store, "press.example/news/0")
    lines = str(caught.value).splitlines()
    assert (lines[1], lines[-1]) == ("  press.example/news/00 (port)", "  …")
