"""The values that travel: Capture → Article → Revision → Change → Alert. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum


class ProblemKind(StrEnum):
    """Why something could not be captured, or cannot be believed."""

    TIMEOUT = "timeout"
    TOO_LARGE = "too_large"
    TRUNCATED = "truncated"
    NETWORK = "network"
    TLS = "tls"
    HTTP_STATUS = "http_status"
    REDIRECT = "redirect"
    BLOCKED_ADDRESS = "blocked_address"
    ROBOTS = "robots"
    ENCODING = "encoding"
    PARSE = "parse"
    EMPTY = "empty"
    EXTRACTOR = "extractor"
    SOFT_404 = "soft_404"
    BLOCKED = "blocked"
    SCRIPT = "script"
    MISMATCH = "mismatch"
    REDESIGN = "redesign"
    MASS_CHANGE = "mass_change"
    TRAP = "trap"
    BUDGET = "budget"
    FEED = "feed"
    STORAGE = "storage"
    DISK = "disk"


class ItemStatus(StrEnum):
    """Where an item stands: readable, waiting for a look or for proof, or gone."""

    LIVE = "live"
    PENDING = "pending"
    REMOVED = "removed"


class ChangeKind(StrEnum):
    """What happened to an item."""

    NEW = "new"
    EDITED = "edited"
    REMOVED = "removed"
    RESTORED = "restored"
    MOVED = "moved"


class Weight(StrEnum):
    """Whether words changed, or only what hangs on them."""

    FULL = "full"
    MINOR = "minor"


class Cause(StrEnum):
    """Why a revision exists: the site moved, or our reading did."""

    CRAWL = "crawl"
    REPARSE = "reparse"


#: Fields whose change is an edit of full weight, in the order they are told.
FULL_FIELDS = ("title", "date", "body", "authors", "attachments", "summary")
#: Fields whose change alone is an edit of minor weight.
MINOR_FIELDS = ("links", "images", "labels", "modified_at")


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Why a capture cannot be trusted; ``detail`` is one sentence for a person."""

    kind: ProblemKind
    detail: str
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """One retrieval of one url; ``payload`` has transfer and content coding undone.

    ``headers`` are (name, value) pairs as received; ``redirected_from`` the urls
    that led here, first asked for first, all hops permanent if ``moved_for_good``.
    """

    url: str
    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()
    payload: bytes = b""
    captured_at: datetime | None = None
    redirected_from: tuple[str, ...] = ()
    moved_for_good: bool = False

    def header(self, name: str) -> str:
        """Return the first value of a header, or ``""``."""
        name = name.lower()
        return next((v for k, v in self.headers if k.lower() == name), "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file an article offers: its label as printed (without size), where it lies."""

    label: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Image:
    """A picture in an article."""

    url: str
    alt: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A date as read: the day, time and offset only where known, the source text."""

    day: date
    at: datetime | None = None
    text: str = ""

    @property
    def iso(self) -> str:
        """The day (``2021-12-08``), or the time with the offset if one is known."""
        return self.at.isoformat() if self.at else self.day.isoformat()


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """What an item's own page said at one capture; absent is empty.

    ``body`` has paragraphs divided by an empty line, in NFC. ``links`` are the
    targets of links inside the body, ``captions`` what stands under its pictures, in
    notes at its foot and in boxes amid it, ``labels`` the section or tag names shown.
    ``page_urls`` are the further pages of an article of several pages.
    ``ways`` tells for each field which way found it (for ``--explain``).
    """

    url: str
    title: str = ""
    published: Printed | None = None
    body: str = ""
    summary: str = ""
    authors: tuple[str, ...] = ()
    language: str | None = None
    attachments: tuple[Attachment, ...] = ()
    links: tuple[str, ...] = ()
    images: tuple[Image, ...] = ()
    captions: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    modified: Printed | None = None
    canonical_url: str | None = None
    page_urls: tuple[str, ...] = ()
    ways: Mapping[str, str] = field(default_factory=dict)


#: The place of an item that data name without an address (see ``Teaser.place``).
BY_NAME = "slug"


@dataclass(frozen=True, slots=True, kw_only=True)
class Teaser:
    """What a listing says of one item; ``place`` is where its link stands there."""

    url: str
    title: str = ""
    published: Printed | None = None
    summary: str = ""
    place: str = field(default="", compare=False, repr=False)


#: The pagination of a page that lists the years or months of an archive.
INDEX = "index"


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """What a page that leads to items says; ``pages`` are all pagination links on it.

    ``kind`` is html, feed or sitemap; ``pagination`` names the style that found
    ``next_url`` (or "" ); ``feeds`` are feeds the page announces; ``sections``
    further listings (a sitemap index's sitemaps). ``older_url`` is where older items
    follow if the page calls that its previous page, as blogs do, and ``leads_back`` if
    what it calls next are the newer ones. ``archives`` are its months, newest first,
    where a page that leads on shows them as well, or where they are all it shows
    (``is_index``); ``later`` are the years or months after its own that it links to,
    newest first. ``problem`` tells what is wrong with a listing that could be read in
    part.
    """

    url: str
    items: tuple[Teaser, ...] = ()
    next_url: str | None = None
    pages: tuple[str, ...] = ()
    pagination: str = ""
    kind: str = "html"
    feeds: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    language: str | None = None
    older_url: str | None = None
    leads_back: bool = False
    archives: tuple[str, ...] = ()
    later: tuple[str, ...] = ()
    problem: Problem | None = None

    @property
    def is_index(self) -> bool:
        """Whether the page lists the parts of an archive in place of items."""
        return self.pagination == INDEX

    @property
    def onward_url(self) -> str | None:
        """Where a walk from the newest items goes on."""
        return self.older_url or (None if self.leads_back else self.next_url)


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    """One field of a change: old and new, as JSON values."""

    old: object
    new: object


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A capture as a reader of an alert is told of it: when, and which bytes."""

    at: datetime
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What moved between two revisions of an item; ``id`` is unique and grows.

    ``fields`` holds whole values; ``removed`` shows the last known words. ``language``
    and ``labels`` are the article's, ``before`` and ``after`` the two captures.
    """

    id: int
    kind: ChangeKind
    site: str
    key: str
    url: str
    captured_at: datetime
    old_url: str | None = None
    title: str = ""
    date: str | None = None
    body: str = ""
    fields: Mapping[str, FieldChange] = field(default_factory=dict)
    weight: Weight = Weight.FULL
    baseline: bool = False
    cause: Cause = Cause.CRAWL
    language: str | None = None
    labels: tuple[str, ...] = ()
    before: Seen | None = None
    after: Seen | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Trouble:
    """What an operations alert tells: a site in trouble, and what to do next."""

    site: str
    problem: Problem
    at: datetime
    run: int | None = None
    proposal: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Alert:
    """One message, to one channel; one change, several (a roundup) or a trouble."""

    alert_id: str
    channel: str
    rule: str
    at: datetime
    changes: tuple[Change, ...] = ()
    trouble: Trouble | None = None
    is_roundup: bool = False
