"""Days that nothing on a page prints, and its scripts know."""

import pytest

from parsers.article import parse_article
from parsers.model import Article, Capture

TEXT = (
    "<p>The ferry stays in port until the fog lifts, as the office says today.</p>" * 5
)


def _day(script: str, shown: str = "") -> str | None:
    html = (
        f"<html lang=en><title>Fog on the bay</title><script>{script}</script><body>"
        f"<h1>Fog on the bay</h1>{shown}<article>{TEXT}</article></body></html>"
    )
    found = parse_article(
        Capture(url="https://h.example/item/7", payload=html.encode())
    )
    assert isinstance(found, Article)
    return found.published.iso[:10] if found.published else None


@pytest.mark.parametrize(
    "script",
    [
        'window.S = {"a": {"title": "Fog on the bay", "publishedAt": "2026-03-02"}};',
        'var S = {item: {headline: "Fog on the Bay", publish_date: "2026-03-02"}};',
        'var dataLayer = [{"pageType": "article", "publishDate": "2026-03-02"}];',
        "window.dataLayer = window.dataLayer || [];"
        "dataLayer.push({'articlePublicationDate': '2026-03-02', 'tags': 'fog'});",
        'digitalData = {"page": {"info": {"pubDate": "2026-03-02T09:00:00+03:00"}}};',
    ],
)
def test_a_day_that_only_a_script_knows_is_found(script: str) -> None:
    """Items of such sites had no day at all."""
    assert _day(script) == "2026-03-02"


@pytest.mark.parametrize(
    "script",
    [
        'window.S = {"a": {"title": "Tide on the bay", "publishedAt": "2026-03-02"}};',
        'window.S = {"a": {"title": "Fog on the bay", "updatedAt": "2026-03-02"}};',
        'var dataLayer = [{"lastPublishDate": "2026-03-02", "loadDate": "2026-03-02"}]',
        'dataLayer.push({"publishDate": "2026-03-02"});'
        'dataLayer.push({"publishDate": "2026-02-28"});',
        'dataLayer.push({"publishDate": "02/03/2026"});',
    ],
)
def test_a_day_of_something_else_is_not(script: str) -> None:
    """Another item's, that of a change, one of several, one with two meanings."""
    assert _day(script) is None


def test_what_the_page_prints_is_surer() -> None:
    """Scripts often tell when the page was made."""
    script = 'var dataLayer = [{"publishDate": "2026-03-02"}];'
    assert _day(script, "<p>1 March 2026</p>") == "2026-03-01"
