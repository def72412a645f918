"""What we hold of each item, and which of them want a look."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Engine,
    Row,
    bindparam,
    delete,
    func,
    insert,
    or_,
    select,
    tuple_,
)

from corpus.store.direct import Question, one_of, set_rows
from corpus.store.engine import write
from corpus.store.schema import aliases, captures, items, revisions
from parsers.model import ItemStatus
from parsers.text import same_words

#: Keys looked up by one statement; SQLite's own bound is far higher.
_BATCH = 500
#: So many old items may be pinned in a list that is otherwise new.
PINNED = 3
#: What says how far along its order an item stands.
_PLACE = {"id", "due_at"}
#: Every time lies between these.
FIRST, LAST = datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)

#: What a look at a known item needs to know of it.
KNOWN = (
    items.c.id,
    items.c.key,
    items.c.url,
    items.c.status,
    items.c.is_baseline,
    items.c.first_seen,
    items.c.last_seen,
    items.c.published_on,
    items.c.changed_at,
    items.c.due_at,
    items.c.looked_run,
    items.c.listed_run,
    items.c.revision_id,
    items.c.digest,
    items.c.etag,
    items.c.last_modified,
    items.c.parts,
    items.c.teaser,
    items.c.gone_at,
    items.c.gone_run,
    items.c.gone_how,
    items.c.gone_last_run,
    items.c.restored_run,
    items.c.moved_to,
    items.c.suspect,
    revisions.c.fingerprint,
    revisions.c.minor_fingerprint,
    revisions.c.words,
    revisions.c.reader,
    revisions.c.profile_version,
    captures.c.url.label("capture_url"),
    captures.c.captured_at,
    captures.c.record_id,
    captures.c.file,
    captures.c.offset,
    captures.c.length,
)


#: What a listing that shows an item needs to know of it.
SHOWN = (
    items.c.id,
    items.c.key,
    items.c.status,
    items.c.revision_id,
    items.c.listed_run,
    items.c.teaser,
)


class Items:
    """What crawls and comparisons ask of items."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def known(self, site_id: int, keys: Iterable[str]) -> dict[str, Any]:
        """Return the items that stand under these keys, aliases included."""
        return self._by_key(_KNOWN_BY, site_id, keys)

    def shown(self, site_id: int, keys: Iterable[str]) -> dict[str, Any]:
        """Return the items under these keys, of each what a listing needs to know."""
        return self._by_key(_SHOWN_BY, site_id, keys)

    def _by_key(
        self, by: tuple[Question, Question], site_id: int, keys: Iterable[str]
    ) -> dict[str, Any]:
        by_key, by_alias = by
        wanted = list(dict.fromkeys(keys))
        asked = {"site_id": site_id, "keys": wanted}
        found = {row.key: row for row in by_key.ask(self._engine, **asked)}
        if len(found) < len(wanted):
            for row in by_alias.ask(self._engine, **asked):
                found.setdefault(row.alias, row)
        return found

    def by_id(self, item_ids: Iterable[int]) -> dict[int, Row[Any]]:
        """Return items by id, as ``known`` does."""
        wanted = list(dict.fromkeys(item_ids))
        found: dict[int, Row[Any]] = {}
        with self._engine.connect() as connection:
            for start in range(0, len(wanted), _BATCH):
                part = wanted[start : start + _BATCH]
                for row in connection.execute(_known().where(items.c.id.in_(part))):
                    found[row.id] = row
        return found

    def due(
        self, site_id: int, *, run_id: int, now: datetime, everything: bool = False
    ) -> Iterator[Any]:
        """Yield the items that want a look in this run, most urgent first.

        What is perhaps gone comes first, then what is due in every run, then what is
        due for longest. Some are asked for at a time, each time along the index, so
        neither memory nor time grows with what is held and not due.
        """
        until = LAST if everything else now
        for status in ("pending", "live", "removed"):
            here = {"site_id": site_id, "status": status, "run_id": run_id}
            yield from self._in_order(_AT_ONCE, id=0, **here)
            yield from self._in_order(_TIMED, id=0, due_at=FIRST, until=until, **here)

    def _in_order(self, question: Question, **after: Any) -> Iterator[Any]:
        while rows := question.ask(self._engine, **after):
            yield from rows
            if len(rows) < _BATCH:
                return
            after |= {name: getattr(rows[-1], name) for name in _PLACE & after.keys()}

    def same_words(self, site_id: int, words: str) -> list[Any]:
        """Return the items whose newest revision has this title and body."""
        return _SAME_WORDS.ask(self._engine, site_id=site_id, words=words)

    def same_title(self, site_id: int, title: str) -> list[Row[Any]]:
        """Return the items that a listing or their newest revision calls so."""
        folded = same_words(title)
        shown = func.same_words(items.c.teaser["title"].as_string()) == folded
        read = func.same_words(revisions.c.article["title"].as_string()) == folded
        query = _known().where(items.c.site_id == site_id, or_(shown, read)).limit(20)
        with self._engine.connect() as connection:
            return list(connection.execute(query))

    def beginning_with(self, site_id: int, begin: str) -> list[Any]:
        """Return items that were read and whose keys begin so; none for ``""``."""
        if not begin:
            return []
        asked = {"site_id": site_id, "begin": begin, "end": begin + _LAST_SIGN}
        return _BEGINNING.ask(self._engine, **asked)

    def of_days(
        self, site_id: int, days: Collection[str], *, most: int = 500
    ) -> list[Row[Any]]:
        """Return the items that were read and are of one of these days, ISO 8601."""
        is_read = items.c.revision_id.is_not(None)
        query = _known().where(items.c.site_id == site_id, is_read)
        with self._engine.connect() as connection:
            of_days = query.where(items.c.published_on.in_([*days])).limit(most)
            return list(connection.execute(of_days)) if days else []

    def has_revisions(self, site_id: int) -> bool:
        """Tell whether any item of a site was ever read."""
        query = select(revisions.c.id).where(revisions.c.site_id == site_id).limit(1)
        with self._engine.connect() as connection:
            return connection.execute(query).scalar() is not None

    def article(self, revision_id: int) -> dict[str, Any] | None:
        """Return the article of a revision, as ``dump_article`` wrote it."""
        with self._engine.connect() as connection:
            return connection.execute(
                select(revisions.c.article).where(revisions.c.id == revision_id)
            ).scalar_one_or_none()

    def titles(self, site_id: int, *, most: int = 20_000) -> list[str]:
        """Return the titles of a site's newest items, as listings show them."""
        query = (
            select(items.c.teaser["title"].as_string())
            .where(items.c.site_id == site_id, items.c.teaser.is_not(None))
            .order_by(items.c.id.desc())
            .limit(most)
        )
        with self._engine.connect() as connection:
            return [title for title in connection.execute(query).scalars() if title]

    def newest(self, site_id: int) -> int:
        """Return the id of the item that became known last; 0 for none."""
        query = select(func.max(items.c.id)).where(items.c.site_id == site_id)
        with self._engine.connect() as connection:
            return connection.execute(query).scalar() or 0

    def oldest_listed(self, site_id: int, run_id: int) -> str | None:
        """Return the earliest day of what listings showed in a run, ISO 8601."""
        query = select(func.min(items.c.published_on)).where(
            items.c.site_id == site_id, items.c.listed_run == run_id
        )
        with self._engine.connect() as connection:
            return connection.execute(query).scalar()

    def in_gap(self, site_id: int, *, run_id: int, listed_run: int) -> int:
        """Return how many live items listings showed in a run, and not in a later one.

        Only what is newer than the end of the lists of that later run, where a few old
        items may be pinned.
        """
        shown = select(items.c.published_on).where(
            items.c.site_id == site_id,
            items.c.listed_run == run_id,
            items.c.published_on.is_not(None),
        )
        end = shown.order_by(items.c.published_on).limit(1).offset(PINNED)
        query = select(func.count()).where(
            items.c.site_id == site_id,
            items.c.listed_run == listed_run,
            items.c.status == str(ItemStatus.LIVE),
            items.c.gone_at.is_(None),
            items.c.published_on > end.scalar_subquery(),
        )
        with self._engine.connect() as connection:
            return connection.execute(query).scalar() or 0

    def holds_more(self, site_id: int, *, than: int) -> bool:
        """Tell whether a site has more items than that, without counting them all."""
        query = select(items.c.id).where(items.c.site_id == site_id)
        with self._engine.connect() as connection:
            return connection.execute(query.limit(1).offset(than)).scalar() is not None

    def set(self, item_id: int, **values: Any) -> None:
        """Overwrite columns of an item."""
        with write(self._engine) as connection:
            set_item(connection, item_id, **values)


def set_item(connection: Connection, item_id: int, **values: Any) -> None:
    """Overwrite columns of an item, inside a transaction."""
    set_rows(connection, items, {item_id: values})


def set_items(
    connection: Connection, values_by_id: Mapping[int, Mapping[str, Any]]
) -> None:
    """Overwrite columns of items."""
    set_rows(connection, items, values_by_id)


def add_items(connection: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
    """Keep items that were not known; they are pending until they are read."""
    if rows:
        new = insert(items).values(status="pending")
        connection.execute(new, list(rows))


def note_listed(
    connection: Connection, item_ids: Sequence[int], *, run_id: int
) -> None:
    """Note that a run's listing shows these items."""
    set_rows(connection, items, {key: {"listed_run": run_id} for key in item_ids})


def add_alias(
    connection: Connection, *, site_id: int, item_id: int, key: str, url: str
) -> None:
    """Keep another url of an item; one that is known already stays as it is."""
    known = connection.execute(
        select(aliases.c.id).where(aliases.c.site_id == site_id, aliases.c.key == key)
    ).scalar()
    if known is None:
        connection.execute(
            insert(aliases).values(site_id=site_id, item_id=item_id, key=key, url=url)
        )


def items_with_query(connection: Connection, site_id: int) -> list[Row[Any]]:
    """Return ids, keys and urls of a site's items whose keys have parameters."""
    query = select(items.c.id, items.c.key, items.c.url)
    is_asked = (items.c.site_id == site_id) & items.c.key.contains("?")
    return list(connection.execute(query.where(is_asked).order_by(items.c.id)))


def readdress_item(
    connection: Connection, *, site_id: int, item: Any, key: str, url: str
) -> None:
    """Know an item by another url; the one it had becomes an alias."""
    is_alias = (aliases.c.site_id == site_id) & (aliases.c.key == key)
    connection.execute(delete(aliases).where(is_alias))
    set_items(connection, {item.id: {"key": key, "url": url}})
    add_alias(connection, site_id=site_id, item_id=item.id, key=item.key, url=item.url)


def _known() -> Any:
    return (
        select(*KNOWN)
        .select_from(items)
        .outerjoin(revisions, revisions.c.id == items.c.revision_id)
        .outerjoin(captures, captures.c.id == items.c.capture_id)
    )


def _by(query: Any) -> tuple[Question, Question]:
    """Ask of items by their keys, and by those of their aliases."""
    keys = one_of("keys")
    return (
        Question(
            query.where(items.c.site_id == bindparam("site_id"), items.c.key.in_(keys))
        ),
        Question(
            query.add_columns(aliases.c.key.label("alias"))
            .join(aliases, aliases.c.item_id == items.c.id)
            .where(aliases.c.site_id == bindparam("site_id"), aliases.c.key.in_(keys))
        ),
    )


def _due(*here: ColumnElement[bool], order: Sequence[Column[Any]]) -> Question:
    """Ask for some items of a status that want a look, behind the last of them."""
    last = tuple_(*(bindparam(column.name, type_=column.type) for column in order))
    return Question(
        _known()
        .where(
            items.c.site_id == bindparam("site_id"),
            items.c.status == bindparam("status"),
            or_(
                items.c.looked_run.is_(None),
                items.c.looked_run != bindparam("run_id"),
            ),
            *here,
            tuple_(*order) > last,
        )
        .order_by(*order)
        .limit(_BATCH)
    )


# Made once, as they are asked for each listing and each new item.
_KNOWN_BY = _by(_known())
_SHOWN_BY = _by(select(*SHOWN).select_from(items))
#: The revision's own site leads SQLite to the index of words, where the item's would
#: have it look at every item.
_SAME_WORDS = Question(
    _known().where(
        revisions.c.site_id == bindparam("site_id"),
        revisions.c.words == bindparam("words"),
    )
)
_LAST_SIGN = "\U0010ffff"
_BEGINNING = Question(
    _known()
    .where(
        items.c.site_id == bindparam("site_id"),
        items.c.key >= bindparam("begin"),
        items.c.key < bindparam("end"),
        items.c.revision_id.is_not(None),
    )
    .limit(20)
)
_AT_ONCE = _due(items.c.due_at.is_(None), order=(items.c.id,))
_TIMED = _due(items.c.due_at <= bindparam("until"), order=(items.c.due_at, items.c.id))
