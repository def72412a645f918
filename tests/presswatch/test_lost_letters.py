"""A page whose letters were lost before it was sent, in its tags too."""

from pathlib import Path

from tests.presswatch.calling import call
from tests.presswatch.small_site import Answer, small_site


def test_a_page_that_lost_letters_as_no_other_did_is_no_edit(tmp_path: Path) -> None:
    """Its markup is broken, so that what stands between its lines looks like text."""
    with small_site() as site:
        options = ("--home", tmp_path, "--delay", "0", "--json")
        call("crawl", site.url, *options, "--now", "2026-03-01T06:00:00Z")
        whole = site.pages["/news/3"].body
        advert = b'<div class="adv"><a rel="sponsored">The winter ferry</a></div></p>'
        damaged = whole.replace(b"</p>", advert, 1).replace(b'"', "\ufffd".encode())
        site.pages["/news/3"] = Answer(damaged)
        ended = call("crawl", site.url, *options, "--now", "2026-03-02T06:00:00Z")
        assert (ended.status, ended.rows) == (3, [])
        assert "letters of the page are lost" in ended.err
        site.pages["/news/3"] = Answer(whole)
        ended = call("crawl", site.url, *options, "--now", "2026-03-03T06:00:00Z")
        assert (ended.status, ended.rows) == (0, [])
