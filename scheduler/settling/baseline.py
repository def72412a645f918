"""What a first crawl found is told in batches: it alerts nobody.

Each change still shares its transaction with the mark that it clears.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager

from corpus.store import Connection, Store
from corpus.store.articles import as_listed, load_article
from corpus.store.changes import add_changes
from corpus.store.owed import clear_marks
from parsers.model import ChangeKind, Weight
from parsers.reader import READER
from scheduler.comparing.compare import iso


def tell_baseline(
    store: Store,
    site_id: int,
    *,
    profile_version: int,
    writing: Callable[[], AbstractContextManager[Connection]],
) -> list[int]:
    """Keep a change for each item of a baseline; return their ids.

    What an earlier reader or profile read is left to be read anew, one by one.
    """
    told: list[int] = []
    while owed := store.owed.baseline(
        site_id, reader=READER, profile_version=profile_version
    ):
        rows = []
        for revision in owed:
            article = as_listed(load_article(revision.article), revision.teaser)
            rows.append(
                {
                    "site_id": site_id,
                    "item_id": revision.item_id,
                    "run_id": revision.run_id,
                    "revision_id": revision.id,
                    "kind": str(ChangeKind.NEW),
                    "url": revision.url,
                    "title": article.title,
                    "date": iso(article.published),
                    "body": article.body,
                    "fields": {},
                    "weight": str(Weight.FULL),
                    "baseline": True,
                    "captured_at": revision.captured_at,
                }
            )
        with writing() as connection:
            clear_marks(connection, [revision.id for revision in owed])
            told += add_changes(connection, rows)
    return told
