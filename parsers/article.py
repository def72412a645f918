"""A capture as an article, field by field; the first sure answer wins. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from parsers.blocks import walk
from parsers.dates import parse_machine_date
from parsers.finders.body import Body, find_body
from parsers.finders.date import find_date
from parsers.finders.title import find_title
from parsers.metadata import read_metadata
from parsers.model import Article, Capture, Image, Printed, Problem, Teaser
from parsers.page import Page, read_page
from parsers.problem import find_problem
from parsers.profile import Profile
from parsers.reading import Reading
from parsers.rules import Rules
from parsers.text import normal_text
from parsers.urls import resolve

_T = TypeVar("_T")

#: Grows whenever pages are read differently, so that a reparse knows itself.
READER = 1


def parse_article(
    capture: Capture | Page,
    *,
    profile: Profile | None = None,
    rules: Rules | None = None,
    teaser: Teaser | None = None,
) -> Article | Problem:
    """Return what an item's page says, or why it cannot be trusted.

    >>> page = b"<h1>Ferry late</h1><p>The fog came in at noon and stayed, we hear.</p>"
    >>> parse_article(Capture(url="https://h.example/1", payload=page)).title
    'Ferry late'
    """
    page = capture if isinstance(capture, Page) else read_page(capture)
    reading = Reading(
        page=page,
        metadata=read_metadata(page),
        blocks=walk(page),
        profile=profile,
        rules=rules,
    )
    article = _read(reading, teaser)
    return find_problem(page, article, blocks=reading.blocks) or article


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
        attachments=_unique(a for article in articles for a in article.attachments),
        page_urls=tuple(article.url for article in articles[1:]),
    )


def _read(reading: Reading, teaser: Teaser | None) -> Article:
    ways: dict[str, str] = {}
    title, ways["title"] = find_title(reading) or (teaser.title if teaser else "", "")
    published, ways["date"] = find_date(reading, title=title) or (None, "")
    body, ways["body"] = find_body(reading, title=title) or (Body(blocks=()), "")
    metadata = reading.metadata
    summary = metadata.summaries[0] if metadata.summaries else None
    modified = metadata.modified[0] if metadata.modified else None
    return Article(
        url=reading.page.url,
        title=title,
        published=published or (teaser.published if teaser else None),
        body=body.text,
        summary=normal_text(summary.value) if summary else "",
        authors=_unique(normal_text(claim.value) for claim in metadata.authors),
        language=reading.page.language,
        links=_links(reading.page, body),
        images=_images(reading.page, body),
        modified=_machine_date(modified.value) if modified else None,
        canonical_url=metadata.canonical_url,
        ways={field: way for field, way in ways.items() if way},
    )


def _machine_date(text: str) -> Printed | None:
    return parse_machine_date(text)


def _links(page: Page, body: Body) -> tuple[str, ...]:
    urls = (
        resolve(page.base_url, href) for block in body.blocks for href in block.hrefs
    )
    return _unique(url for url in urls if url)


def _images(page: Page, body: Body) -> tuple[Image, ...]:
    if body.place is None:
        return ()
    images = (
        (resolve(page.base_url, image.get("src") or ""), image.get("alt") or "")
        for image in body.place.element.iter("img")
    )
    return _unique(Image(url=url, alt=normal_text(alt)) for url, alt in images if url)


def _unique(values: Iterable[_T]) -> tuple[_T, ...]:
    return tuple(dict.fromkeys(values))
