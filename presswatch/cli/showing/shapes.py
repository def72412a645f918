"""Rows of the store as the contract's JSON: every key always there. Pure."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from scheduler.alerting.message import stamp

Row = Any  #: a row of the store: attributes named after its columns


def stamped(moment: datetime | None) -> str | None:
    """Return a time as the contract writes it, or nothing."""
    return stamp(moment) if moment else None


def item_shape(
    item: Row, *, history: Sequence[Row] = (), aliases: Sequence[str] = ()
) -> dict[str, Any]:
    """Return an item; before it was read, what a listing said of it."""
    article = article_shape(item.article or item.teaser or {})
    return {
        "url": item.url,
        "key": item.key,
        "site": item.site,
        "status": item.status,
        "title": article["title"],
        "date": article["date"],
        "body": article["body"],
        "summary": article["summary"],
        "authors": article["authors"],
        "attachments": article["attachments"],
        "language": article["language"],
        "first_seen": stamped(item.first_seen),
        "last_seen": stamped(item.last_seen),
        "aliases": list(aliases),
        "revisions": [revision_shape(row, item) for row in history],
    }


def revision_shape(revision: Row, item: Row) -> dict[str, Any]:
    """Return a revision of an item; the newest was last seen when the item was."""
    article = article_shape(revision.article)
    return {
        "first_seen": stamped(revision.first_seen),
        "last_seen": stamped(revision.last_seen or item.last_seen),
        "title": article["title"],
        "date": article["date"],
        "body": article["body"],
        "cause": revision.cause,
    }


def article_shape(kept: Mapping[str, Any]) -> dict[str, Any]:
    """Return what the store keeps of an article, or of a teaser, as the contract says.

    >>> article_shape({"title": "Fog", "published": {"day": "2026-03-01", "at": None}})
    {'title': 'Fog', 'date': '2026-03-01', 'body': None, 'summary': None, \
'authors': [], 'attachments': [], 'language': None}
    """
    published = kept.get("published") or {}
    return {
        "title": kept.get("title") or None,
        "date": published.get("at") or published.get("day"),
        "body": kept.get("body") or None,
        "summary": kept.get("summary") or None,
        "authors": list(kept.get("authors") or ()),
        "attachments": list(kept.get("attachments") or ()),
        "language": kept.get("language"),
    }


def problem_shape(problem: Row) -> dict[str, Any]:
    """Return a problem that a run met."""
    return {
        "kind": problem.kind,
        "detail": problem.detail,
        "url": problem.url,
        "site": problem.site,
        "run": problem.run_id,
        "at": stamped(problem.at),
    }


def run_shape(run: Row) -> dict[str, Any]:
    """Return what a run did, met and lost."""
    return {
        "id": run.id,
        "site": run.site,
        "started_at": stamped(run.started_at),
        "ended_at": stamped(run.ended_at),
        "status": run.status,
        "requested": run.requested,
        "listings": run.listings,
        "revisions": run.revisions,
        "unchanged": run.unchanged,
        "pending": run.pending,
        "problems": run.problems,
        "skipped": run.skipped,
        "changes": run.changes,
        "complete": run.is_complete,
    }


def held_shape(held: Row) -> dict[str, Any]:
    """Return an edit or a removal that a mass change holds back."""
    return {
        "site": held.site,
        "kind": held.kind,
        "key": held.key,
        "url": held.url,
        "run": held.run_id,
        "runs": held.run_count,
    }
