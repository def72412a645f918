"""One reader for two captures: what an earlier capture says to today's parsers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from corpus.archive import Archive, ArchiveError
from corpus.store import Store
from corpus.store.articles import dump_article, load_article, load_teaser
from corpus.store.locators import locator_of
from crawler.items.revisions import words_of
from crawler.site import Site
from crawler.worker import is_ordinary, parse_article
from parsers.article import join_pages
from parsers.fingerprint import fingerprint, minor_fingerprint
from parsers.model import Article, Capture, Problem
from parsers.page import read_page
from parsers.profile import Profile, load_profile
from parsers.reader import READER
from parsers.text import same_words
from scheduler.comparing.compare import Comparison, compare
from scheduler.comparing.decision import decide
from scheduler.comparing.noise import Moved
from scheduler.comparing.side import Side


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """The newer of two readings, and what the two pages bear out of the difference."""

    article: Article
    comparison: Comparison
    moved: Moved | None


class Rereader:
    """Reads the captures of a site's revisions again, from the archive."""

    def __init__(self, *, store: Store, archive: Archive, site: Site, site_id: int):
        self._store = store
        self._archive = archive
        self._site = site
        known = store.sites.profile(site_id)
        self.profile: Profile | None = load_profile(known) if known else None

    @property
    def version(self) -> int:
        """The version of today's profile; 0 for none."""
        return self.profile.version if self.profile else 0

    def is_current(self, revision: Any) -> bool:
        """Tell whether a revision was read by today's reader and profile."""
        return revision.reader == READER and revision.profile_version == self.version

    def read(self, revision: Any, teaser: Any = None) -> Article | Problem:
        """Return what a revision's captures say today.

        What cannot be read any more (a damaged archive) says what it said then.
        """
        if self.is_current(revision):
            return load_article(revision.article)
        try:
            return self.read_again(revision, teaser)
        except ArchiveError:
            return load_article(revision.article)

    def read_again(self, revision: Any, teaser: Any = None) -> Article | Problem:
        """Return what a revision's captures say today, whoever read them before.

        Raises ``ArchiveError`` where they cannot be had any more.
        """
        captures = self._captures(revision)
        hint = load_teaser(teaser) if teaser else None
        pages: list[Article] = []
        for capture in captures:
            article = parse_article(
                capture, profile=self.profile, rules=self._site.rules, teaser=hint
            )
            if isinstance(article, Problem):
                return article
            pages.append(article)
        article = join_pages(pages) if len(pages) > 1 else pages[0]
        if "date" not in article.ways:
            # not on the page: what was known from a listing then, not what one says now
            return replace(article, published=load_article(revision.article).published)
        return article

    def compare(self, before: Any, revision: Any) -> Compared:
        """Return what differs between two revisions, and stands so on their pages."""
        old, new = self._one_reading(before, revision)
        comparison = compare(old, new)
        was = self._side(before, old) if comparison.fields else None
        now = self._side(revision, new) if was else None
        if was is None or now is None:
            return Compared(article=new, comparison=comparison, moved=None)
        found = decide(was, now, is_listed_so=_is_listed_so(new, revision.teaser))
        return Compared(article=new, comparison=found.comparison, moved=found.moved)

    def reading(self, revision: Any, article: Article) -> Mapping[str, Any] | None:
        """Return the columns of a revision that today's reader reads differently."""
        if self.is_current(revision):
            return None
        return {
            "article": dump_article(article),
            "fingerprint": fingerprint(article),
            "minor_fingerprint": minor_fingerprint(article),
            "words": words_of(article),
            "reader": READER,
            "profile_version": self.version,
        }

    def _one_reading(self, before: Any, revision: Any) -> tuple[Article, Article]:
        """Read both captures with today's reader; as they were if that fails."""
        old = self.read(before, revision.teaser)
        new = self.read(revision, revision.teaser)
        if isinstance(old, Problem) or isinstance(new, Problem):
            return load_article(before.article), load_article(revision.article)
        if old.title != new.title and _is_named_by_list(new, revision.teaser):
            # today's name in the list finds no headline in what was called otherwise
            named = load_article(before.article).title
            then = self.read(before, {**revision.teaser, "title": named})
            old = old if isinstance(then, Problem) else then
        return old, new

    def _side(self, revision: Any, article: Article) -> Side | None:
        """Return a revision's pages; nothing if they are lost, or beyond reason."""
        try:
            captures = self._captures(revision)
        except ArchiveError:
            return None
        if not all(map(is_ordinary, captures)):
            return None  # they are read in a process of their own, once
        at = revision.captured_at
        pages = [read_page(replace(capture, captured_at=at)) for capture in captures]
        return Side(pages, article, self.profile, is_item=True)

    def _captures(self, revision: Any) -> Sequence[Capture]:
        rows = [revision, *self._store.owed.parts(revision)]
        return [self._archive.read(locator_of(row)) for row in rows]


def _is_named_by_list(article: Article, teaser: Mapping[str, Any] | None) -> bool:
    """Tell whether an article has the very title that a listing gives it."""
    listed = load_teaser(teaser).title if teaser else ""
    return listed != "" and same_words(article.title) == same_words(listed)


def _is_listed_so(article: Article, teaser: Mapping[str, Any] | None) -> bool:
    """Tell whether a listing gives the item the same day as its own page."""
    listed = load_teaser(teaser).published if teaser else None
    return (
        listed is not None
        and article.published is not None
        and listed.day == article.published.day
    )
