"""A site in trouble leaves the pages that its repair needs, as fixtures-to-be."""

from pathlib import Path

import pytest

from corpus.home import Home
from corpus.store import Store
from crawler.site import find_site, site_names
from parsers.article import parse_article
from parsers.model import Article, Problem, ProblemKind
from scheduler.kept_pages import FOLDERS, PAGES, keep_pages
from tests.golden import load_capture
from tests.presswatch.calling import call_here
from tests.presswatch.small_site import small_site


def test_pages_are_kept_as_they_were_served_those_of_the_problem_first(
    tmp_path: Path,
) -> None:
    """What was wrong with a page is seen on the page, not in a message about it."""
    with small_site() as site:
        ended = call_here("crawl", site.url, "--home", tmp_path, "--delay", "0")
        assert ended.status == 0, ended.err
        served = site.pages["/news/5"].body
    home = Home(tmp_path)
    (name,) = site_names(home)
    watched, store = find_site(home, name), Store(home.store)
    row = store.sites.get(name)
    assert row is not None
    run = store.runs.last(row.id)
    assert run is not None
    problem = Problem(kind=ProblemKind.EXTRACTOR, detail="", url=site.url + "5")

    folder = keep_pages(home, store, watched, problem, run.id)
    assert folder == tmp_path / "fixtures" / name
    cases = sorted(folder.iterdir())
    assert len(cases) == PAGES
    captures = {load_capture(case).url: load_capture(case) for case in cases}
    assert captures[site.url + "5"].payload == served
    article = parse_article(captures[site.url + "5"])
    assert isinstance(article, Article)
    assert article.title == "Ferry number 5 stays in port"


@pytest.mark.parametrize("kind", [ProblemKind.TLS, ProblemKind.DISK])
def test_what_no_page_shows_leaves_none(tmp_path: Path, kind: ProblemKind) -> None:
    """A folder of pages would send the reader the wrong way."""
    with small_site() as site:
        call_here("crawl", site.url, "--home", tmp_path, "--delay", "0")
    home = Home(tmp_path)
    watched = find_site(home, site_names(home)[0])
    problem = Problem(kind=kind, detail="", url=site.url)
    assert keep_pages(home, Store(home.store), watched, problem, 1) is None
    assert not home.fixtures.exists()


def test_a_site_that_is_ill_for_years_fills_no_disk(tmp_path: Path) -> None:
    """Operators sleep."""
    with small_site() as site:
        call_here("crawl", site.url, "--home", tmp_path, "--delay", "0")
    home = Home(tmp_path)
    watched = find_site(home, site_names(home)[0])
    for number in range(FOLDERS):
        (home.fixtures / watched.name / str(number)).mkdir(parents=True)
    problem = Problem(kind=ProblemKind.EMPTY, detail="", url=site.url)
    assert keep_pages(home, Store(home.store), watched, problem, 1) is None
    assert len(list((home.fixtures / watched.name).iterdir())) == FOLDERS
