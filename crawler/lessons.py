"""What a site teaches one run: from its pages, each once, whatever was killed."""

from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING

from corpus.archive import ArchiveError
from corpus.store.locators import locator_of
from corpus.store.reread import iter_read_after
from corpus.store.sites import keep_profile
from parsers.model import Article, Capture

if TYPE_CHECKING:
    from crawler.crawl import Crawl
    from crawler.learner import Learner
    from parsers.profile import Profile

#: Ways to find a text that tell nothing new of where the texts of a site stand.
_KNOWN = ("template", "rule")


class Lessons:
    """The lessons of one run, and those of runs that did not come to their end."""

    def __init__(self, crawl: "Crawl") -> None:
        self._crawl = crawl
        self._site_id = crawl.lease.site_id
        self._taught: set[int] = set()
        self._learn_again()

    @property
    def profile(self) -> "Profile | None":
        """What has been learned so far."""
        return self._learner.profile

    @property
    def version(self) -> int:
        """The version of the profile in use; 0 for none."""
        return self._learner.version

    def learn(
        self, item_id: int, capture: Capture, article: Article | None = None
    ) -> None:
        """Learn from an item's page, once in this run and the killed ones before.

        ``article`` is what was read of it, if that tells whether it has anything new.
        """
        from crawler.worker import is_ordinary  # an ordinary night reads no page

        if item_id not in self._taught and is_ordinary(capture):
            self._taught.add(item_id)
            way = article.ways.get("body") if article else ""
            self._learner.see(capture, is_known=way in _KNOWN)

    def keep(self) -> None:
        """Keep what was learned, if that is anything new."""
        if "_learner" not in self.__dict__:
            return  # no page was read
        self._learner.lesson()
        if (learned := self._learner.new_profile()) is None:
            return
        crawl = self._crawl
        with crawl.writing() as connection:
            keep_profile(
                connection,
                self._site_id,
                learned,
                version=self._learner.version,
                now=crawl.now(),
            )

    @cached_property
    def _learner(self) -> "Learner":
        """What learns; made for the first page that is read."""
        from crawler.learner import open_learner

        return open_learner(self._crawl.store.sites.profile(self._site_id))

    def _learn_again(self) -> None:
        """Learn what runs had learned that did not come to their end.

        Page by page in their order, so that all is read as if they had gone on.
        """
        crawl = self._crawl
        learned, _ = crawl.store.runs.noted(self._site_id, "has_learned")
        for row in iter_read_after(crawl.store.database, self._site_id, learned):
            with suppress(ArchiveError):
                capture = crawl.archive.read(locator_of(row))
                self.learn(row.item_id, capture, self._read_again(capture))

    def _read_again(self, capture: Capture) -> Article | None:
        """Return what the run that was killed had read, where it was to be asked."""
        from crawler.worker import parse_article  # an ordinary night reads no page

        if not self._learner.has_learned:
            return None
        rules = self._crawl.site.rules
        article = parse_article(capture, profile=self.profile, rules=rules)
        return article if isinstance(article, Article) else None
