"""One transaction for what a run captured: captures, revisions, items, sums (R2)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from corpus.store.engine import insert_row
from corpus.store.items import set_item
from corpus.store.runs import set_run
from corpus.store.schema import (
    aliases,
    captures,
    changes,
    held,
    items,
    listings,
    problems,
    revisions,
)
from parsers.model import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class NewCapture:
    """One answer that is in the archive already, and where."""

    url: str
    status: int
    captured_at: datetime
    digest: str
    file: str
    offset: int
    length: int
    redirected_from: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NewRevision:
    """A state of an item that differs from the one before; owes a comparison."""

    fingerprint: str
    minor_fingerprint: str
    words: str
    article: Mapping[str, Any]
    reader: int
    profile_version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What one request came to: one of the parts of a run's sum, and what to keep.

    ``captures`` are all hops, the page itself last; ``parts`` the further pages of an
    article of several pages. ``item`` are columns to overwrite. ``as_item`` makes the
    last capture the item's good one, with its digest. ``listing`` is the newest state
    of a listing.
    """

    url: str
    at: datetime
    outcome: str
    captures: tuple[NewCapture, ...] = ()
    parts: tuple[NewCapture, ...] = ()
    part_values: tuple[Mapping[str, Any], ...] = ()
    item_id: int | None = None
    item: Mapping[str, Any] = field(default_factory=dict)
    as_item: bool = False
    revision: NewRevision | None = None
    listing: Mapping[str, Any] | None = None
    problems: tuple[Problem, ...] = ()


def keep_looks(
    connection: Connection, *, site_id: int, run_id: int, looks: Sequence[Look]
) -> None:
    """Keep what several requests came to, inside one transaction."""
    for look in looks:
        _keep_look(connection, site_id, run_id, look)


def keep_sums(connection: Connection, run_id: int, sums: Mapping[str, int]) -> None:
    """Keep how many requests came to what, so far."""
    set_run(connection, run_id, requested=sum(sums.values()), **sums)


def keep_problem(
    connection: Connection,
    *,
    site_id: int,
    run_id: int,
    problem: Problem,
    at: datetime,
    item_id: int | None = None,
) -> None:
    """Keep one problem of a run."""
    connection.execute(
        insert(problems).values(
            site_id=site_id,
            run_id=run_id,
            item_id=item_id,
            url=problem.url,
            kind=str(problem.kind),
            detail=problem.detail,
            at=at,
        )
    )


def keep_listing(
    connection: Connection, *, site_id: int, url: str, **values: Any
) -> None:
    """Keep the newest state of a listing."""
    known = connection.execute(
        select(listings.c.id).where(
            listings.c.site_id == site_id, listings.c.url == url
        )
    ).scalar()
    if known is None:
        connection.execute(insert(listings).values(site_id=site_id, url=url, **values))
    else:
        connection.execute(
            update(listings).where(listings.c.id == known).values(**values)
        )


def merge_item(connection: Connection, *, from_id: int, into_id: int) -> None:
    """Make an item another one's alias: its revisions and addresses go over."""
    row = connection.execute(select(items).where(items.c.id == from_id)).one()
    for table in (revisions, aliases, problems, changes):
        connection.execute(
            update(table).where(table.c.item_id == from_id).values(item_id=into_id)
        )
    connection.execute(delete(held).where(held.c.item_id == from_id))
    connection.execute(delete(items).where(items.c.id == from_id))
    connection.execute(
        insert(aliases).values(
            site_id=row.site_id, item_id=into_id, key=row.key, url=row.url
        )
    )


def keep_captures(
    connection: Connection, site_id: int, run_id: int, found: Sequence[NewCapture]
) -> list[int]:
    """Keep captures; return their ids."""
    return [
        insert_row(
            connection,
            captures,
            site_id=site_id,
            run_id=run_id,
            url=capture.url,
            status=capture.status,
            captured_at=capture.captured_at,
            digest=capture.digest,
            file=capture.file,
            offset=capture.offset,
            length=capture.length,
            redirected_from=list(capture.redirected_from) or None,
        )
        for capture in found
    ]


def _keep_look(connection: Connection, site_id: int, run_id: int, look: Look) -> None:
    ids = keep_captures(connection, site_id, run_id, look.captures)
    part_ids = keep_captures(connection, site_id, run_id, look.parts)
    for problem in look.problems:
        keep_problem(
            connection,
            site_id=site_id,
            run_id=run_id,
            problem=problem,
            at=look.at,
            item_id=look.item_id,
        )
    if look.listing is not None:
        keep_listing(connection, site_id=site_id, url=look.url, **look.listing)
    if look.item_id is None:
        return
    values = dict(look.item)
    if look.as_item:
        values["capture_id"] = ids[-1]
        values["digest"] = look.captures[-1].digest
        values["parts"] = [
            {**part, "capture_id": part_id}
            for part, part_id in zip(look.part_values, part_ids, strict=True)
        ] or None
    if look.revision:
        values["revision_id"] = _keep_revision(
            connection, site_id, run_id, look, ids[-1], part_ids
        )
        values["changed_at"] = look.at
    if values:
        set_item(connection, look.item_id, **values)


def _keep_revision(
    connection: Connection,
    site_id: int,
    run_id: int,
    look: Look,
    capture_id: int,
    part_ids: list[int],
) -> int:
    assert look.revision is not None
    before = connection.execute(
        select(items.c.revision_id, items.c.last_seen).where(items.c.id == look.item_id)
    ).one()
    if before.revision_id is not None:
        connection.execute(
            update(revisions)
            .where(revisions.c.id == before.revision_id)
            .values(last_seen=before.last_seen)
        )
    return insert_row(
        connection,
        revisions,
        item_id=look.item_id,
        site_id=site_id,
        run_id=run_id,
        capture_id=capture_id,
        part_ids=part_ids,
        first_seen=look.at,
        fingerprint=look.revision.fingerprint,
        minor_fingerprint=look.revision.minor_fingerprint,
        words=look.revision.words,
        article=look.revision.article,
        cause="crawl",
        reader=look.revision.reader,
        profile_version=look.revision.profile_version,
        is_compared=False,
    )
