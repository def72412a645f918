"""Make a lost store again from the archive: each run once more, in their order.

Nobody is told of anything: what was due to be told was told then.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from corpus.archive import Archive, ArchiveError
from corpus.archive.walk import sites_of
from corpus.home import Home
from corpus.store import Store
from corpus.store.runs import number_next_run
from crawler.replay import Replay, ReplayedCrawl
from crawler.run import run_crawl, take_lease
from crawler.site import Site, SiteError, find_site
from scheduler.jobs import Progress, Settler


@dataclass(slots=True)
class Restored:
    """What came back, and what could not: runs by site, damages, faults of files."""

    runs: Counter[str] = field(default_factory=Counter)
    damages: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


async def restore(
    home: Home,
    store: Store,
    *,
    began: Callable[[str, int], None] = lambda site, run: None,
) -> Restored:
    """Make every run again whose site has a file; ``began`` is told of each."""
    restored = Restored()
    archive = Archive(home.archive)
    sites = dict(_sites(home, restored))
    runs = [(run, name) for name in sites for run in archive.runs(name)]
    for run, name in sorted(runs):
        began(name, run)
        await _run_again(home, store, archive, sites[name], run, restored)
    return restored


async def _run_again(
    home: Home, store: Store, archive: Archive, site: Site, run: int, into: Restored
) -> None:
    def damaged(error: ArchiveError) -> None:
        into.damages.append(str(error))

    replay = Replay(archive, site.name, run, on_damage=damaged)
    if replay.is_empty:
        return
    lease = take_lease(store, site, now=replay.now())
    try:
        with store.write() as connection:
            number_next_run(connection, run)
        crawl = ReplayedCrawl(
            home=home, store=store, site=site, lease=lease, replay=replay
        )
        await run_crawl(crawl)
        settler = Settler(
            home=home,
            store=store,
            site=site,
            lease=lease,
            now=replay.now,
            alerts=None,
            progress=Progress(),
        )
        settler.settle(crawl.run_id)
        settler.look_back(crawl.started_at)
    finally:
        store.leases.release(lease)
    into.runs[site.name] += 1


def _sites(home: Home, restored: Restored) -> Iterator[tuple[str, Site]]:
    """Yield the sites of the archive by name; without its file none can be read."""
    for name in sites_of(home.archive):
        try:
            yield name, find_site(home, name)
        except SiteError as error:
            file = home.site_file(name)
            gone = f"{name}: its file {file} is gone; put it back to restore it too"
            restored.faults.append(str(error) if file.exists() else gone)
