"""Read what is held again with today's reader: no network, no change, no alert."""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from corpus.archive import Archive, ArchiveError
from corpus.home import Home
from corpus.store import Lease, Store
from corpus.store.articles import dump_article, load_article
from corpus.store.leases import check_lease
from corpus.store.reread import iter_readings, keep_reader, keep_reading
from crawler.items.revisions import words_of
from crawler.keeper import BEAT
from crawler.site import Site
from parsers.fingerprint import fingerprint, minor_fingerprint
from parsers.model import Article, Problem, ProblemKind
from parsers.reader import READER
from scheduler.comparing.compare import Comparison, compare
from scheduler.settling.rereader import Rereader


@dataclass(frozen=True, slots=True, kw_only=True)
class Reread:
    """What one state of an item says to today's reader.

    As before, otherwise, or not at all.
    """

    key: str
    url: str
    captured_at: datetime
    comparison: Comparison | None = None
    problem: Problem | None = None


def reparse_site(
    *, home: Home, store: Store, site: Site, lease: Lease, is_dry: bool = False
) -> Iterator[Reread]:
    """Read the captures of every revision again and keep what they say now.

    What an item's newest ones say differently becomes a revision whose cause is
    reparse; an earlier revision is corrected in its place. What cannot be believed
    any more keeps its words, and is told. Of a dry run nothing stays.
    """
    reader = Rereader(
        store=store, archive=Archive(home.archive), site=site, site_id=lease.site_id
    )
    renewed_at = time.monotonic()
    for revision in iter_readings(store.database, lease.site_id):
        if time.monotonic() - renewed_at > BEAT:
            store.leases.renew(lease)
            renewed_at = time.monotonic()
        article = _read(reader, revision)
        if isinstance(article, Problem):
            yield _told(revision, problem=article)
            continue
        comparison = compare(load_article(revision.article), article)
        if not is_dry:
            _keep(store, lease, revision, article, reader.version, comparison)
        yield _told(revision, comparison=comparison)


def _told(
    revision: Any,
    *,
    comparison: Comparison | None = None,
    problem: Problem | None = None,
) -> Reread:
    return Reread(
        key=revision.key,
        url=revision.url,
        captured_at=revision.captured_at,
        comparison=comparison,
        problem=problem,
    )


def _read(reader: Rereader, revision: Any) -> Article | Problem:
    try:
        return reader.read_again(revision, revision.teaser)
    except ArchiveError as error:
        return Problem(
            kind=ProblemKind.STORAGE, detail=str(error), url=revision.capture_url
        )


def _keep(
    store: Store,
    lease: Lease,
    revision: Any,
    article: Article,
    version: int,
    comparison: Comparison,
) -> None:
    by = {"reader": READER, "profile_version": version}
    if not comparison.fields and (revision.reader, revision.profile_version) == (
        READER,
        version,
    ):
        return
    with store.write() as connection:
        check_lease(connection, lease)
        if not comparison.fields:
            keep_reader(connection, revision.id, **by)
            return
        keep_reading(
            connection,
            revision,
            {
                "article": dump_article(article),
                "fingerprint": fingerprint(article),
                "minor_fingerprint": minor_fingerprint(article),
                "words": words_of(article),
                **by,
            },
        )
