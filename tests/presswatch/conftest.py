"""A small corpus, made once by the commands themselves: two days of a living site."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.fixtures.living.world import World
from tests.presswatch.calling import Ended, call

DAYS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """Where it lies, the site's name and address, what each crawl printed."""

    home: Path
    site: str
    address: str
    crawls: tuple[Ended, ...]
    added: Ended


@pytest.fixture(scope="session")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    """Add a site by its address, crawl it, let days pass with a crawl after each."""
    home = tmp_path_factory.mktemp("corpus")
    world = World(seed=11, families=("wordpress",), items=12, tricks=("publish",))
    with world.serve() as addresses:
        (address,) = addresses.values()
        added = _typed(home, world, "add", address)
        crawls = []
        for day in range(DAYS + 1):
            if day:
                world.advance()
            crawls.append(_typed(home, world, "crawl"))
    (file,) = (home / "sites").iterdir()
    return Corpus(
        home=home,
        site=file.stem,
        address=address,
        crawls=tuple(crawls),
        added=added,
    )


def _typed(home: Path, world: World, *words: str) -> Ended:
    now = world.now.isoformat()
    return call(*words, "--home", home, "--json", "--now", now, "--delay", "0")
