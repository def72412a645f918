"""The ordinary way of a Scrapy project stays open: scrapy crawl site -a site=NAME."""

import subprocess
import sys
from pathlib import Path

import pytest

from corpus.store import Store
from tests.fixtures.living import World


@pytest.mark.parametrize("reactor", ["False", "True"])
def test_scrapy_itself_crawls_a_site(tmp_path: Path, reactor: str) -> None:
    """Whoever knows Scrapy finds the spider where Scrapy has spiders."""
    world = World(seed=3, families=("bitrix",), items=6)
    with world.serve() as hosts:
        sites = tmp_path / "sites"
        sites.mkdir()
        (sites / "harbour.toml").write_text(
            f'seeds = ["{hosts["bitrix"]}"]\ndelay = 0\n', encoding="utf-8"
        )
        command = [sys.executable, "-m", "scrapy", "crawl", "site"]
        command += ["-a", "site=harbour", "-s", f"PRESSWATCH_HOME={tmp_path}"]
        command += ["-s", f"TWISTED_REACTOR_ENABLED={reactor}"]
        done = subprocess.run(
            command,
            capture_output=True,
            text=True,
            cwd=Path(__file__).parents[2],
            check=False,
        )
    assert (done.returncode, "Unclosed" in done.stderr) == (0, False)
    store = Store(tmp_path / "presswatch.sqlite")
    run = store.runs.find()[-1]
    store.close()
    assert (run.status, run.is_complete, run.revisions > 5) == ("ok", True, True)
