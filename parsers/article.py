"""A capture as an article, field by field; the first sure answer wins. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar
from urllib.parse import unquote, urlsplit

from parsers.block_walk import walk
from parsers.blocks import text_size
from parsers.body.asides import find_asides
from parsers.body.captions import find_captions
from parsers.body.other_pages import without_standing_head
from parsers.files import is_file
from parsers.finders.attachments import find_attachments
from parsers.finders.authors import find_authors
from parsers.finders.body import Body, drop_reason, find_body, without_title
from parsers.finders.byline import without_byline
from parsers.finders.date import find_date
from parsers.finders.file_places import find_files
from parsers.finders.images import find_images
from parsers.finders.labels import find_labels
from parsers.finders.language import find_language
from parsers.finders.lead import find_claimed, find_lead
from parsers.finders.modified import find_modified
from parsers.finders.pages import find_pages
from parsers.finders.said_above import find_said_above
from parsers.finders.state_text import SAYS, text_in_state
from parsers.finders.title import find_title
from parsers.finders.title_lines import is_headline, title_key
from parsers.metadata import Claim, read_metadata
from parsers.model import (
    Article,
    Attachment,
    Capture,
    Problem,
    ProblemKind,
    Teaser,
)
from parsers.page import Page, add_box, read_page
from parsers.problem import find_problem
from parsers.profile import Profile
from parsers.reading import Reading
from parsers.ruled import Ruled
from parsers.rules import Rules, select
from parsers.text import normal_text
from parsers.urls import is_plainer, item_key, resolve

_T = TypeVar("_T")

#: So much text tells its language.
_ENOUGH = 3000
#: What holds the whole page.
_TOPS = frozenset(("html", "body"))


def parse_article(
    capture: Capture | Page,
    *,
    profile: Profile | None = None,
    rules: Rules | None = None,
    teaser: Teaser | None = None,
) -> Article | Problem:
    """Return what an item's page says, or why it cannot be trusted.

    Of a file that a listing leads to, the listing says all that is known.

    >>> page = b"<h1>Ferry late</h1><p>The fog came in at noon and stayed, we hear.</p>"
    >>> parse_article(Capture(url="https://h.example/1", payload=page)).title
    'Ferry late'
    """
    reading = _open(capture, profile, rules)
    article, _ = _read(reading, teaser)
    if reading.page.capture.status < 400 and is_file(reading.page.capture.payload):
        title = article.title or _name(article.url)
        return replace(article, title=title) if title else _nameless(article.url)
    return find_problem(reading.page, article, blocks=reading.blocks) or article


def _name(url: str) -> str:
    """Return what a file is called where no listing says it."""
    return normal_text(unquote(urlsplit(url).path.rpartition("/")[2]))


def _nameless(url: str) -> Problem:
    detail = "a file such as a PDF, not a page, and no address to name it by"
    return Problem(kind=ProblemKind.EMPTY, detail=detail, url=url)


def join_pages(articles: Sequence[Article]) -> Article:
    """Return the pages of one article as one; the first gives all but the text."""
    first = articles[0]
    bodies: list[str] = []
    for article in articles:
        if article.body and article.body not in bodies:
            bodies.append(article.body)
    return replace(
        first,
        body="\n\n".join(bodies),
        links=_unique(link for article in articles for link in article.links),
        images=_unique(image for article in articles for image in article.images),
        captions=_unique(line for article in articles for line in article.captions),
        attachments=_unique(a for article in articles for a in article.attachments),
        page_urls=_unique(a.url for a in articles[1:] if a.url != first.url),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Discarded:
    """A block that was looked at and not taken for text, and as what it was dropped."""

    text: str
    path: str
    likely: float
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """Which way found each field, where the text stands, and what was left out."""

    ways: Mapping[str, str]
    body_path: str = ""
    discarded: tuple[Discarded, ...] = ()


def explain_article(
    capture: Capture | Page,
    *,
    profile: Profile | None = None,
    rules: Rules | None = None,
) -> Explanation:
    """Return why ``parse_article`` reads a page as it does.

    >>> page = b"<h1>Fog</h1><div><p>It came at noon, and nobody had seen it coming."
    >>> explain_article(Capture(url="https://h.example/1", payload=page)).ways["title"]
    'h1'
    """
    reading = _open(capture, profile, rules)
    article, body = _read(reading, None)
    likely = dict(body.likely)
    return Explanation(
        ways=article.ways,
        body_path=body.place.path if body.place else "",
        discarded=tuple(
            Discarded(
                text=block.text,
                path=block.path,
                likely=round(likely.get(block, 0.0), 3),
                reason=drop_reason(block, reading),
            )
            for block in body.dropped
        ),
    )


def _open(
    capture: Capture | Page, profile: Profile | None, rules: Rules | None
) -> Reading:
    page = capture if isinstance(capture, Page) else read_page(capture)
    return Reading(
        page=page,
        metadata=read_metadata(page),
        blocks=walk(page),
        profile=profile,
        rules=rules,
    )


def _read(reading: Reading, teaser: Teaser | None) -> tuple[Article, Body]:
    """Return an article and its body: what scripts would draw, if little is shown."""
    article, body = _read_shown(reading, teaser)
    if text_size(article.body) >= SAYS or Ruled(reading).rules.body:
        return article, body
    if (text := text_in_state(reading.page, article.title)) is None:
        return article, body
    key = title_key(article.title)
    headlines = (b.element for b in reading.blocks if is_headline(b, key))
    headline = next((one for one in headlines if one.tag not in _TOPS), None)
    add_box(reading.page, text, behind=headline)
    told, body = _read_shown(replace(reading, blocks=walk(reading.page)), teaser)
    return replace(told, ways={**told.ways, "body": "state"}), body


def _read_shown(reading: Reading, teaser: Teaser | None) -> tuple[Article, Body]:
    """Return an article, each field by the first way that answers, and its body."""
    ruled, ways = Ruled(reading), _Ways()
    rules, metadata, page = ruled.rules, reading.metadata, reading.page
    title = ways.first(
        "title",
        "",
        rule=ruled.text(rules.title),
        finder=find_title(reading, listed=teaser.title if teaser else ""),
    ) or (teaser.title if teaser else "")
    published = ways.first(
        "date",
        None,
        rule=ruled.date(rules.date),
        finder=find_date(
            reading, title=title, listed=teaser.published if teaser else None
        ),
    ) or (teaser.published if teaser else None)
    body = ways.first(
        "body",
        Body(blocks=()),
        rule=_ruled_body(ruled, title),
        finder=find_body(
            reading,
            title=title,
            is_dated=ways.found.get("date", "updated line") != "updated line",
        ),
    )
    authors: tuple[str, ...] = ways.first(
        "authors",
        (),
        rule=ruled.authors(),
        finder=find_authors(reading, body=body, title=title),
    )
    blocks = ruled.without_removed(body.blocks)
    if not rules.body:
        blocks = without_byline(blocks, published, authors)
        if reading.profile:
            blocks = tuple(without_standing_head(blocks, reading.profile))
    body = replace(body, blocks=blocks)
    text, lead = body.text, find_lead(reading, body, title)
    known = (*authors, lead[0] if lead else "")
    article = Article(
        url=page.url,
        title=title,
        published=published,
        body=text,
        summary=ways.first(
            "summary",
            "",
            rule=ruled.text(rules.summary),
            finder=lead or find_claimed(reading),
        ),
        authors=authors,
        language=ways.first(
            "language", None, finder=find_language(reading, body=text[:_ENOUGH])
        ),
        attachments=ways.first(
            "attachments", (), finder=_attachments(reading, ruled, body, title)
        ),
        links=_links(page, body),
        images=find_images(page, body.place),
        captions=(
            *find_captions(reading.blocks, blocks, body.place, title),
            *find_asides(reading.blocks, blocks, body.place),
            *find_said_above(reading, body, title, known=known),
        ),
        labels=ways.first(
            "labels", (), rule=ruled.texts(rules.labels), finder=find_labels(reading)
        ),
        modified=ways.first(
            "modified",
            None,
            rule=ruled.date(rules.modified),
            finder=find_modified(reading, body, published=published),
        ),
        canonical_url=metadata.canonical_url or _own_url(page, metadata.addresses),
        page_urls=find_pages(reading, body, metadata.canonical_url),
        ways=ways.found,
    )
    return article, body


class _Ways:
    """Takes the first answer for each field, and notes which way gave it."""

    def __init__(self) -> None:
        self.found: dict[str, str] = {}

    def first(
        self,
        field: str,
        nothing: Any,
        *,
        rule: Any = None,
        finder: tuple[Any, str] | None = None,
    ) -> Any:
        if rule:
            self.found[field] = "rule"
            return rule
        if finder is None:
            return nothing
        value, self.found[field] = finder
        return value


def _ruled_body(ruled: Ruled, title: str) -> Body | None:
    blocks = ruled.blocks(ruled.rules.body) if ruled.rules.body else ()
    kept = without_title(list(blocks), title)
    return Body(blocks=tuple(kept), place=kept[0].place) if kept else None


def _attachments(
    reading: Reading, ruled: Ruled, body: Body, title: str
) -> tuple[tuple[Attachment, ...], str] | None:
    """Return the files in or beside the text, by the rule's place if there is one."""
    if ruled.rules.attachments:
        within = select(reading.page.root, ruled.rules.attachments)
        return find_attachments(reading, within=within) if within else None
    return find_files(reading, body, title)


def _own_url(page: Page, claims: Sequence[Claim]) -> str | None:
    """Return the address that a page is shared by, if but parameters are left out.

    Many give that of the site, or of a list, for all pages.
    """
    if not (claims and page.url):
        return None
    urls = (resolve(page.base_url, claim.value) for claim in claims)
    key = item_key(page.url)
    return next((url for url in urls if url and is_plainer(item_key(url), key)), None)


def _links(page: Page, body: Body) -> tuple[str, ...]:
    """Return where the text leads; a place on the page itself is nowhere else."""
    own = page.capture.url.partition("#")[0]
    urls = (
        resolve(page.base_url, href) for block in body.blocks for href in block.hrefs
    )
    return _unique(url for url in urls if url and url.partition("#")[0] != own)


def _unique(values: Iterable[_T]) -> tuple[_T, ...]:
    return tuple(dict.fromkeys(values))
