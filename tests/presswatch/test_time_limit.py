"""A run that may only last so long."""

from pathlib import Path

from tests.killing import write_sites
from tests.presswatch.calling import call_here
from tests.presswatch.small_site import small_site


def test_what_was_planned_is_left_to_the_next_run_when_time_is_up(
    tmp_path: Path,
) -> None:
    """A list names a hundred items at once, and each then waits its turn."""
    with small_site() as site:
        write_sites(tmp_path, {"ferries": site.url}, "limits.crawl_seconds = 3\n")
        short = call_here("crawl", "--json", "--home", tmp_path, "--delay", "1")
        assert short.status == 3
        assert "crawl_seconds" in short.err
        asked = {path for path in site.asked if path in site.pages}
        assert asked < set(site.pages)
        write_sites(tmp_path, {"ferries": site.url})
        assert call_here("crawl", "--json", "--home", tmp_path).status == 0
        assert set(site.asked) >= set(site.pages)
