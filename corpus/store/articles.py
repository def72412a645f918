"""Articles and teasers as the JSON the store keeps, and back."""

from collections.abc import Mapping
from dataclasses import asdict, replace
from datetime import date, datetime
from typing import Any

from parsers.model import Article, Attachment, Image, Listing, Printed, Teaser


def dump_article(article: Article) -> dict[str, Any]:
    """Return an article as JSON values; ``ways`` stays behind.

    >>> dump_article(Article(url="https://a.example/1", title="Fog"))["title"]
    'Fog'
    """
    return {
        "url": article.url,
        "title": article.title,
        "published": _dump_printed(article.published),
        "body": article.body,
        "summary": article.summary,
        "authors": article.authors,
        "language": article.language,
        "attachments": [asdict(attachment) for attachment in article.attachments],
        "links": article.links,
        "images": [asdict(image) for image in article.images],
        "captions": article.captions,
        "labels": article.labels,
        "modified": _dump_printed(article.modified),
        "canonical_url": article.canonical_url,
        "page_urls": article.page_urls,
    }


def load_article(values: Mapping[str, Any]) -> Article:
    """Return the article that ``dump_article`` wrote; unknown keys are let be.

    >>> there = Article(url="https://a.example/1", authors=("A. Reed",))
    >>> load_article(dump_article(there)) == there
    True
    """
    return Article(
        url=values["url"],
        title=values["title"],
        published=_load_printed(values["published"]),
        body=values["body"],
        summary=values["summary"],
        authors=tuple(values["authors"]),
        language=values["language"],
        attachments=tuple(Attachment(**a) for a in values["attachments"]),
        links=tuple(values["links"]),
        images=tuple(Image(**i) for i in values["images"]),
        captions=tuple(values.get("captions", ())),
        labels=tuple(values["labels"]),
        modified=_load_printed(values["modified"]),
        canonical_url=values["canonical_url"],
        page_urls=tuple(values["page_urls"]),
    )


def dump_teaser(teaser: Teaser) -> dict[str, Any]:
    """Return a teaser as JSON values."""
    return {
        "url": teaser.url,
        "title": teaser.title,
        "published": _dump_printed(teaser.published),
        "summary": teaser.summary,
    }


def load_teaser(values: Mapping[str, Any]) -> Teaser:
    """Return the teaser that ``dump_teaser`` wrote."""
    return Teaser(
        url=values["url"],
        title=values["title"],
        published=_load_printed(values["published"]),
        summary=values["summary"],
    )


def as_listed(article: Article, *teasers: Mapping[str, Any] | None) -> Article:
    """Return an article with the day that a listing gives where its page has none.

    ``teasers`` are what listings say of it, or nothing; the first day counts.

    >>> teaser = Teaser(url="/7", published=Printed(day=date(2026, 3, 2)))
    >>> found = as_listed(Article(url="/7"), dump_teaser(teaser)).published
    >>> found.iso if found else None
    '2026-03-02'
    >>> as_listed(Article(url="/7"), None).published is None
    True
    """
    if article.published is not None:
        return article
    listed = (load_teaser(teaser).published for teaser in teasers if teaser)
    return replace(article, published=next(filter(None, listed), None))


def dump_listing(listing: Listing) -> dict[str, Any]:
    """Return a listing as JSON values; one with a problem is not to be kept."""
    return {
        "url": listing.url,
        "items": [dump_teaser(item) for item in listing.items],
        "next_url": listing.next_url,
        "older_url": listing.older_url,
        "leads_back": listing.leads_back,
        "pages": listing.pages,
        "pagination": listing.pagination,
        "kind": listing.kind,
        "feeds": listing.feeds,
        "sections": listing.sections,
        "archives": listing.archives,
        "later": listing.later,
        "language": listing.language,
    }


def load_listing(values: Mapping[str, Any]) -> Listing:
    """Return the listing that ``dump_listing`` wrote.

    >>> items = (Teaser(url="https://a.example/1", title="Fog"),)
    >>> there = Listing(url="https://a.example/", items=items, kind="feed")
    >>> load_listing(dump_listing(there)) == there
    True
    """
    return Listing(
        url=values["url"],
        items=tuple(load_teaser(item) for item in values["items"]),
        next_url=values["next_url"],
        older_url=values["older_url"],
        leads_back=values.get("leads_back", False),
        pages=tuple(values["pages"]),
        pagination=values["pagination"],
        kind=values["kind"],
        feeds=tuple(values["feeds"]),
        sections=tuple(values["sections"]),
        archives=tuple(values.get("archives", ())),
        later=tuple(values.get("later", ())),
        language=values["language"],
    )


def _dump_printed(printed: Printed | None) -> dict[str, Any] | None:
    if printed is None:
        return None
    at = printed.at.isoformat() if printed.at else None
    return {"day": printed.day.isoformat(), "at": at, "text": printed.text}


def _load_printed(values: Mapping[str, Any] | None) -> Printed | None:
    if values is None:
        return None
    return Printed(
        day=date.fromisoformat(values["day"]),
        at=datetime.fromisoformat(values["at"]) if values["at"] else None,
        text=values["text"],
    )
