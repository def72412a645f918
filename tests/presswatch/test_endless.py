"""Spaces without end: a run leaves them, says so, and reads all else."""

from pathlib import Path

import pytest

from tests.presswatch.calling import call_here
from tests.presswatch.small_site import Answer, small_site


@pytest.mark.promise("R27")
def test_a_sitemap_that_names_another_for_ever_is_told_as_a_trap(
    tmp_path: Path,
) -> None:
    """It was read for hours, and nobody was told."""
    with small_site() as site:
        for count in range(30):
            named = f"<sitemap><loc>{site.url[:-6]}/map-{count + 1}.xml</loc></sitemap>"
            index = (
                '<?xml version="1.0"?><sitemapindex xmlns='
                f'"http://www.sitemaps.org/schemas/sitemap/0.9">{named}</sitemapindex>'
            )
            site.pages[f"/map-{count}.xml"] = Answer(
                index.encode(), headers={"Content-Type": "application/xml"}
            )
        options = ("--home", tmp_path, "--delay", "0", "--json")
        seed = f"{site.url[:-6]}/map-0.xml"
        call_here("crawl", seed, *options, "--now", "2026-03-01T06:00:00Z")
        told = call_here("problems", "--home", tmp_path, "--json").rows
        assert [row["kind"] for row in told] == ["trap"]
        assert "trap suspected" in told[0]["detail"]
        assert sum(path.startswith("/map-") for path in site.asked) < 10
