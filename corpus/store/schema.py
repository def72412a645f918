"""The tables: what each row and column means. Times are UTC text, ISO 8601 with Z.

Only what makes or migrates a store needs them; questions are SQL, and ``values.py``
knows by its name what a column holds.
"""

from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    text,
)


class Moment(Text):
    """A time: UTC text, which sorts as time does."""


metadata = MetaData()


def _table(name: str, *columns: Any) -> Table:
    return Table(name, metadata, *columns, sqlite_autoincrement=True)


def _id() -> Column[int]:
    return Column("id", Integer, primary_key=True, comment="grows for ever")


def _ref(name: str, target: str, comment: str, **options: Any) -> Column[int]:
    return Column(name, ForeignKey(f"{target}.id"), comment=comment, **options)


sites = _table(
    "sites",
    _id(),
    Column("name", Text, nullable=False, unique=True, comment="stem of the site file"),
    Column("added_at", Moment, nullable=False, comment="when it was first added"),
    Column("is_paused", Boolean, nullable=False, comment="not crawled"),
    Column("removed_at", Moment, comment="when it was removed; its corpus stays"),
    Column("baseline_at", Moment, comment="when its listings were first walked whole"),
    Column("walked_at", Moment, comment="when its listings were last walked whole"),
    Column("crawled_at", Moment, comment="when its last run ended"),
    Column("due_at", Moment, comment="when the next run is due; none: at any call"),
    Column("profile_id", Integer, comment="the profile in use"),
    Column("facts", JSON, nullable=False, comment="learned: validators"),
)

leases = _table(
    "leases",
    _ref("site_id", "sites", "the site that is held", primary_key=True),
    Column("holder", Text, nullable=False, comment="host, process and a random word"),
    Column("fence", Integer, nullable=False, comment="grows with each new holder"),
    Column("expires_at", Float, nullable=False, comment="real time, Unix seconds"),
)

runs = _table(
    "runs",
    _id(),
    _ref("site_id", "sites", "the site crawled", nullable=False, index=True),
    Column("fence", Integer, nullable=False, comment="the lease it ran under"),
    Column("started_at", Moment, nullable=False, comment="by the program's clock"),
    Column("ended_at", Moment, comment="none while running, or after a kill"),
    Column("status", Text, comment="ok, problems, stopped, failed"),
    Column("requested", Integer, nullable=False, comment="urls asked for"),
    Column("listings", Integer, nullable=False, comment="of these: listings"),
    Column("revisions", Integer, nullable=False, comment="new revisions"),
    Column("unchanged", Integer, nullable=False, comment="as before"),
    Column("pending", Integer, nullable=False, comment="perhaps gone"),
    Column("problems", Integer, nullable=False, comment="not believed"),
    Column("skipped", Integer, nullable=False, comment="not to be asked"),
    Column("changes", Integer, nullable=False, comment="changes found"),
    Column("is_complete", Boolean, nullable=False, comment="walked whole"),
    Column("is_settled", Boolean, nullable=False, comment="compared"),
    Column("ledger", JSON, nullable=False, comment="walked, left out, why"),
)

items = _table(
    "items",
    _id(),
    _ref("site_id", "sites", "the site that published it", nullable=False),
    Column("key", Text, nullable=False, comment="parsers.urls.item_key of its url"),
    Column("url", Text, nullable=False, comment="where it stands now"),
    Column("status", Text, nullable=False, comment="live, pending, removed"),
    Column("is_baseline", Boolean, nullable=False, comment="listed in the baseline"),
    Column("first_seen", Moment, nullable=False, comment="first listed or asked for"),
    Column("last_seen", Moment, comment="last capture that agreed with the revision"),
    Column("published_on", Text, comment="the day its article names, ISO 8601"),
    Column("changed_at", Moment, comment="when its newest revision was first seen"),
    Column("due_at", Moment, comment="when it wants its next look; none: at once"),
    Column("looked_run", Integer, comment="the last run that asked for it"),
    Column("listed_run", Integer, comment="the last run in which a listing showed it"),
    Column("revision_id", Integer, comment="its newest revision"),
    Column("capture_id", Integer, comment="the last good capture of its first page"),
    Column("digest", Text, comment="payload digest of that capture"),
    Column("etag", Text, comment="validator of that capture"),
    Column("last_modified", Text, comment="validator of that capture"),
    Column(
        "parts", JSON, comment="its further pages: url, capture, digest, validators"
    ),
    Column("teaser", JSON, comment="what a listing last said: title, date, summary"),
    Column("gone_at", Moment, comment="first of the looks that found it gone"),
    Column("gone_run", Integer, comment="the run of that look"),
    Column("gone_last_run", Integer, comment="the last run that found it gone"),
    Column("gone_how", Text, comment="404, 410, soft_404, led_away"),
    Column(
        "restored_run", Integer, comment="the run that found it back; owes a change"
    ),
    Column("moved_to", JSON, comment="where it led for good: url, key, run"),
    Column("suspect", JSON, comment="a reading kept aside: fingerprint, kind, runs"),
    UniqueConstraint("site_id", "key"),
    Index("items_due", "site_id", "status", "due_at"),
    Index("items_revision", "revision_id"),
    # what a run did is found by its own items, however many others are held
    Index("items_looked", "site_id", "looked_run"),
    Index(
        "items_gone", "site_id", "gone_run", sqlite_where=text("gone_run IS NOT NULL")
    ),
    Index(
        "items_still_gone",
        "site_id",
        "gone_last_run",
        sqlite_where=text("gone_last_run IS NOT NULL"),
    ),
    Index("items_back", "site_id", sqlite_where=text("restored_run IS NOT NULL")),
    Index("items_moved", "site_id", sqlite_where=text("moved_to IS NOT NULL")),
)

aliases = _table(
    "aliases",
    _id(),
    _ref("site_id", "sites", "the site", nullable=False),
    _ref(
        "item_id", "items", "the item that stands there too", nullable=False, index=True
    ),
    Column("key", Text, nullable=False, comment="key of the other url"),
    Column("url", Text, nullable=False, comment="the other url"),
    UniqueConstraint("site_id", "key"),
)

captures = _table(
    "captures",
    _id(),
    _ref("site_id", "sites", "the site", nullable=False),
    _ref("run_id", "runs", "the run that made it", nullable=False, index=True),
    Column("url", Text, nullable=False, comment="the url that answered"),
    Column("status", Integer, nullable=False, comment="HTTP status"),
    Column("captured_at", Moment, nullable=False, comment="when it was retrieved"),
    Column("digest", Text, nullable=False, comment="of the payload as received"),
    Column("file", Text, nullable=False, comment="archive file, below the archive"),
    Column("offset", Integer, nullable=False, comment="of the record in the file"),
    Column("length", Integer, nullable=False, comment="of the record's gzip member"),
    Column("redirected_from", JSON, comment="urls that led here, first asked first"),
    Column("record_id", Text, comment="of its record; none: a revisit, or an old row"),
)

revisions = _table(
    "revisions",
    _id(),
    _ref("item_id", "items", "the item", nullable=False, index=True),
    _ref("site_id", "sites", "the site", nullable=False),
    _ref("run_id", "runs", "the run that kept it", nullable=False),
    _ref("capture_id", "captures", "its first page", nullable=False),
    Column("part_ids", JSON, nullable=False, comment="captures of its further pages"),
    Column("first_seen", Moment, nullable=False, comment="first capture that agreed"),
    Column("last_seen", Moment, comment="last one; none: the item's last_seen"),
    Column("fingerprint", Text, nullable=False, comment="of the words that count"),
    Column("minor_fingerprint", Text, nullable=False, comment="of what hangs on them"),
    Column(
        "words", Text, nullable=False, comment="fingerprint of title and body alone"
    ),
    Column("article", JSON, nullable=False, comment="the article as read"),
    Column("cause", Text, nullable=False, comment="crawl or reparse"),
    Column("reader", Integer, nullable=False, comment="parsers.reader.READER then"),
    Column(
        "profile_version", Integer, nullable=False, comment="the profile then; 0: none"
    ),
    Column("is_compared", Boolean, nullable=False, comment="false: owes a comparison"),
    Index("revisions_owing", "site_id", sqlite_where=text("NOT is_compared")),
    Index("revisions_words", "site_id", "words"),
)

changes = _table(
    "changes",
    _id(),
    _ref("site_id", "sites", "the site", nullable=False),
    _ref("item_id", "items", "the item", nullable=False, index=True),
    _ref(
        "run_id", "runs", "the run whose captures show it", nullable=False, index=True
    ),
    Column("revision_id", Integer, comment="the revision that it leads to"),
    Column("old_revision_id", Integer, comment="the revision before"),
    Column(
        "kind", Text, nullable=False, comment="new, edited, removed, restored, moved"
    ),
    Column("url", Text, nullable=False, comment="where the item stands now"),
    Column("old_url", Text, comment="where it stood"),
    Column("title", Text, comment="of the newest words"),
    Column("date", Text, comment="of the newest words"),
    Column("body", Text, comment="the newest words"),
    Column("fields", JSON, nullable=False, comment="field: old and new, whole values"),
    Column("weight", Text, nullable=False, comment="full or minor"),
    Column("baseline", Boolean, nullable=False, comment="true alerts nobody"),
    Column(
        "captured_at", Moment, nullable=False, comment="of the capture that shows it"
    ),
    Index("changes_once", "item_id", "kind", "run_id"),
    Index("changes_site", "site_id", "id"),
)

problems = _table(
    "problems",
    _id(),
    _ref("site_id", "sites", "the site", nullable=False),
    _ref("run_id", "runs", "the run that met it", nullable=False, index=True),
    Column("item_id", Integer, comment="the item it concerns"),
    Column("url", Text, nullable=False, comment="the url that failed"),
    Column("kind", Text, nullable=False, comment="parsers.model.ProblemKind"),
    Column("detail", Text, nullable=False, comment="a sentence for a person"),
    Column("at", Moment, nullable=False, comment="when"),
)

listings = _table(
    "listings",
    _id(),
    _ref("site_id", "sites", "the site", nullable=False),
    Column("url", Text, nullable=False, comment="its url"),
    Column("item_count", Integer, nullable=False, comment="items it showed last"),
    Column("usual_count", Float, nullable=False, comment="items it shows as a rule"),
    Column("seen_run", Integer, nullable=False, comment="the last run that read it"),
    Column("capture_id", Integer, comment="its last capture"),
    Column("digest", Text, comment="payload digest of that capture"),
    Column("etag", Text, comment="validator"),
    Column("last_modified", Text, comment="validator"),
    Column("listing", JSON, nullable=False, comment="what it said: items, next, kind"),
    UniqueConstraint("site_id", "url"),
)

profiles = _table(
    "profiles",
    _id(),
    _ref("site_id", "sites", "the site", nullable=False, index=True),
    Column("version", Integer, nullable=False, comment="parsers.profile version"),
    Column("learned_at", Moment, nullable=False, comment="when"),
    Column("profile", JSON, nullable=False, comment="parsers.profile.dump_profile"),
)

held = _table(
    "held",
    _id(),
    _ref("site_id", "sites", "the site", nullable=False, index=True),
    _ref("item_id", "items", "the item", nullable=False),
    Column("kind", Text, nullable=False, comment="edited or removed"),
    Column("revision_id", Integer, comment="the edit that is held"),
    Column("old_revision_id", Integer, comment="the revision before it"),
    Column("run_id", Integer, nullable=False, comment="the run that first saw it"),
    Column("last_run", Integer, nullable=False, comment="the last run that agreed"),
    Column("run_count", Integer, nullable=False, comment="runs that agreed so far"),
    Column("fields", JSON, nullable=False, comment="what differs"),
    UniqueConstraint("item_id"),
)

outbox = _table(
    "outbox",
    _id(),
    Column("alert_id", Text, nullable=False, unique=True, comment="the same for ever"),
    Column("change_id", Integer, index=True, comment="none: an operations alert"),
    Column("site_id", Integer, comment="the site it is about"),
    Column("item_id", Integer, comment="the item: alerts go out in order per item"),
    Column("rule", Text, nullable=False, comment="the alert rule that fired"),
    Column("channel", Text, nullable=False, comment="the channel it goes to"),
    Column("lane", Text, nullable=False, comment="at_once, roundup, overflow, carrier"),
    Column("payload", JSON, nullable=False, comment="a trouble; members of a roundup"),
    Column("state", Text, nullable=False, comment="pending, sent, dead, rolled"),
    Column("roundup_id", Text, comment="the alert that carried it instead"),
    Column("attempts", Integer, nullable=False, comment="deliveries tried"),
    Column("created_at", Moment, nullable=False, comment="when it was kept"),
    Column("planned_at", Moment, comment="when it was to go out; caps count by it"),
    Column("next_at", Moment, comment="not tried before; none: never again"),
    Column("first_tried_at", Moment, comment="when delivery was first tried"),
    Column("sent_at", Moment, comment="when the channel took it"),
    Column("error", Text, comment="what the channel said last"),
    Column("claimed_by", Text, comment="the process that is sending it"),
    Column("claimed_until", Float, comment="real time, Unix seconds"),
    Index("outbox_waiting", "channel", "state", "next_at", "id"),
    Index(
        "outbox_open",
        "channel",
        "item_id",
        "id",
        sqlite_where=text("state IN ('pending', 'rolled')"),
    ),
    Index("outbox_state", "state", "next_at"),
    Index("outbox_planned", "channel", "rule", "planned_at"),
)

troubles = _table(
    "troubles",
    _id(),
    _ref("site_id", "sites", "the site that left its normal", nullable=False),
    Column("kind", Text, nullable=False, comment="parsers.model.ProblemKind"),
    Column("url", Text, nullable=False, comment="the url it is about, or nothing"),
    Column("detail", Text, nullable=False, comment="what was seen, one sentence"),
    Column("proposal", Text, nullable=False, comment="the next step for a person"),
    Column("run_id", Integer, comment="the run in which it was first seen"),
    Column("began_at", Moment, nullable=False, comment="when it was first seen"),
    Column("ended_at", Moment, comment="when the site was normal again"),
    Index(
        "troubles_open",
        "site_id",
        "kind",
        unique=True,
        sqlite_where=text("ended_at IS NULL"),
    ),
)

wakes = _table(
    "wakes",
    _id(),
    _ref("site_id", "sites", "the site that was due", nullable=False),
    Column("due_at", Moment, nullable=False, comment="the time its schedule names"),
    Column("started_at", Moment, nullable=False, comment="when its run began"),
    Column("ended_at", Moment, comment="none while it runs, or after a kill"),
    Column("missed", Integer, nullable=False, comment="times passed over before it"),
    Column("holder", Text, nullable=False, comment="the process that runs it"),
    Column("outcome", Text, comment="ok, problems, stopped, failed"),
    Index("wakes_site", "site_id", "id"),
    Index("wakes_started", "started_at"),
)
