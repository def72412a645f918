"""One transaction for what a run captured: captures, revisions, items, sums (R2)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from corpus.store.database import Connection, one_of
from corpus.store.items import add_alias, set_items
from corpus.store.runs import set_run
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
    record_id: str = ""
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
    """Keep what several requests came to, inside one transaction.

    No item may be among them twice. Rows of one table are written together: a
    statement for each would cost several times what SQLite does.
    """
    found = [capture for look in looks for capture in (*look.captures, *look.parts)]
    ids = iter(keep_captures(connection, site_id, run_id, found))
    placed = [
        _Placed(
            look=look,
            capture_ids=[next(ids) for _ in look.captures],
            part_ids=[next(ids) for _ in look.parts],
        )
        for look in looks
    ]
    for look in looks:
        for problem in look.problems:
            keep_problem(
                connection,
                site_id=site_id,
                run_id=run_id,
                problem=problem,
                at=look.at,
                item_id=look.item_id,
            )
    read = {look.url: look.listing for look in looks if look.listing is not None}
    keep_listings(connection, site_id, read)
    new = [one for one in placed if one.look.revision]
    revision_ids = _keep_revisions(connection, site_id, run_id, new)
    set_items(
        connection,
        {
            one.look.item_id: _item_values(one, revision_ids.get(one.look.item_id))
            for one in placed
            if one.look.item_id is not None
        },
    )


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
    connection.insert(
        "problems",
        site_id=site_id,
        run_id=run_id,
        item_id=item_id,
        url=problem.url,
        kind=str(problem.kind),
        detail=problem.detail,
        at=at,
    )


def keep_listings(
    connection: Connection, site_id: int, read: Mapping[str, Mapping[str, Any]]
) -> None:
    """Keep the newest state of listings, by url, or what of it is new."""
    if not read:
        return
    sql = f"""
    SELECT url, id FROM listings WHERE site_id = :site_id AND url {one_of("urls")}
    """
    rows = connection.rows(sql, site_id=site_id, urls=list(read))
    known = {row.url: row.id for row in rows}
    connection.set_rows("listings", {known[url]: read[url] for url in known})
    new = [
        {"site_id": site_id, "url": url, **read[url]}
        for url in read
        if url not in known
    ]
    connection.insert_rows("listings", new)


def merge_item(connection: Connection, *, from_id: int, into_id: int) -> None:
    """Make an item another one's alias: its revisions and addresses go over."""
    row = connection.row(
        "SELECT site_id, key, url FROM items WHERE id = :id", id=from_id
    )
    assert row is not None
    for table in ("revisions", "aliases", "problems", "changes"):
        connection.run(
            f"UPDATE {table} SET item_id = :into_id WHERE item_id = :from_id",
            into_id=into_id,
            from_id=from_id,
        )
    connection.run("DELETE FROM held WHERE item_id = :id", id=from_id)
    connection.run("DELETE FROM items WHERE id = :id", id=from_id)
    add_alias(
        connection, site_id=row.site_id, item_id=into_id, key=row.key, url=row.url
    )


def keep_captures(
    connection: Connection, site_id: int, run_id: int, found: Sequence[NewCapture]
) -> list[int]:
    """Keep captures; return their ids, in order."""
    return connection.insert_rows(
        "captures",
        [
            {
                "site_id": site_id,
                "run_id": run_id,
                "url": capture.url,
                "status": capture.status,
                "captured_at": capture.captured_at,
                "digest": capture.digest,
                "file": capture.file,
                "offset": capture.offset,
                "length": capture.length,
                "record_id": capture.record_id or None,
                "redirected_from": list(capture.redirected_from) or None,
            }
            for capture in found
        ],
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Placed:
    """A look whose captures are kept."""

    look: Look
    capture_ids: Sequence[int]
    part_ids: Sequence[int]


def _item_values(one: _Placed, revision_id: int | None) -> dict[str, Any]:
    """Return the columns of an item that a look overwrites."""
    look = one.look
    values = dict(look.item)
    if look.as_item:
        values["capture_id"] = one.capture_ids[-1]
        values["digest"] = look.captures[-1].digest
        values["parts"] = [
            {**part, "capture_id": part_id}
            for part, part_id in zip(look.part_values, one.part_ids, strict=True)
        ] or None
    if revision_id is not None:
        values["revision_id"] = revision_id
        values["changed_at"] = look.at
    return values


def _keep_revisions(
    connection: Connection, site_id: int, run_id: int, new: Sequence[_Placed]
) -> dict[int | None, int]:
    """Keep new revisions, end those before them; return their ids by item."""
    if not new:
        return {}
    item_ids = [one.look.item_id for one in new]
    connection.run(
        "UPDATE revisions SET last_seen ="
        " (SELECT items.last_seen FROM items WHERE items.id = revisions.item_id)"
        f" WHERE id IN (SELECT revision_id FROM items WHERE id {one_of('ids')})",
        ids=item_ids,
    )
    rows = [
        {
            "item_id": one.look.item_id,
            "site_id": site_id,
            "run_id": run_id,
            "capture_id": one.capture_ids[-1],
            "part_ids": one.part_ids,
            "first_seen": one.look.at,
            "fingerprint": one.look.revision.fingerprint,
            "minor_fingerprint": one.look.revision.minor_fingerprint,
            "words": one.look.revision.words,
            "article": one.look.revision.article,
            "cause": "crawl",
            "reader": one.look.revision.reader,
            "profile_version": one.look.revision.profile_version,
            "is_compared": False,
        }
        for one in new
        if one.look.revision
    ]
    kept = connection.insert_rows("revisions", rows)
    return dict(zip(item_ids, kept, strict=True))
