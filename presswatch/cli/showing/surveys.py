"""What a first look at a site found, as the contract's JSON and for a person."""

from collections.abc import Mapping
from typing import Any

from crawler.site import Site
from crawler.survey import Survey, crawl_seconds
from parsers.answer import article_answer, problem_answer, teaser_answer
from parsers.model import Article
from presswatch.cli.showing.pages import problem_line, show_teasers
from presswatch.cli.showing.screen import show, styled
from presswatch.cli.showing.spans import show_words
from scheduler.alerting.safe import one_line, plain

#: Items and characters of the article that are shown.
_ITEMS, _CHARS = 5, 400

_ORDERS = {
    "dmy": "day, month, year",
    "mdy": "month, day, year",
    "ymd": "year, month, day",
}


_NO_ITEMS_BUT_LISTS = "no items here, but lists that lead to them"
_NO_ITEMS_YET = "no items here yet; if this is no list: presswatch remove SITE"


def survey_shape(
    site: Site, found: Survey, *, file: str | None, delay: float | None
) -> dict[str, Any]:
    """Return what ``add --json`` prints."""
    listing, article = found.listing, found.article
    requests = found.request_count
    pause = site.delay if delay is None else delay
    seconds = crawl_seconds(requests, delay=pause) if requests else None
    answer = article_answer(article or Article(url=""))
    del answer["problem"]
    return {
        "name": site.name,
        "file": file,
        "seeds": list(site.seeds),
        "pagination": listing.pagination or None if listing else None,
        "date_style": found.date_order,
        "items": [teaser_answer(teaser) for teaser in listing.items] if listing else [],
        "article": {"url": article.url if article else None} | answer,
        "problems": [
            {"url": problem.url or None} | (problem_answer(problem) or {})
            for problem in found.problems
        ],
        "estimate": {
            "pages": found.page_count,
            "requests": requests,
            "seconds": seconds,
        },
    }


def show_survey(shape: Mapping[str, Any]) -> None:
    """Print what was found, what will be watched, and how to go on."""
    for problem in shape["problems"]:
        show(problem_line(problem["url"] or shape["seeds"][0], problem))
    if not shape["items"]:
        if shape["file"]:
            is_index = not shape["problems"]
            show_words(_NO_ITEMS_BUT_LISTS if is_index else _NO_ITEMS_YET, "bold")
            _show_watched(shape)
        return
    items, pages = shape["items"], shape["estimate"]["pages"]
    how = f", goes on by {shape['pagination']}" if shape["pagination"] else ""
    many = f" over {pages} pages" if pages and pages > 1 else ""
    show_words(f"a listing of {len(items)} items{how}{many}", "bold")
    show_teasers(items[:_ITEMS])
    if shape["article"]["url"]:
        _show_article(shape["article"], shape["date_style"])
    show("", styled(_effort(shape["estimate"]), "bold"))
    if shape["file"]:
        _show_watched(shape)


def _show_watched(shape: Mapping[str, Any]) -> None:
    show_words(f"watched as {shape['name']}: {shape['file']}", "green")
    show_words(f"next: presswatch crawl {shape['name']}", "dim")


def _show_article(article: Mapping[str, Any], order: str | None) -> None:
    from rich.padding import Padding
    from rich.text import Text

    show("", styled(f"an article: {article['title'] or '(no title)'}", "bold"))
    date = article["date"] or "no date found"
    told = f" (printed {_ORDERS[order]})" if order in _ORDERS else ""
    facts = [date + told, ", ".join(article["authors"]), article["language"]]
    show_words(" · ".join(one_line(fact) for fact in facts if fact), "dim")
    show(Padding(Text(plain(article["body"] or "(no body)", _CHARS)), (0, 2)))


def _effort(estimate: Mapping[str, Any]) -> str:
    if not estimate["requests"]:
        return "how long a first crawl takes cannot be told: no end is in sight"
    length = about(estimate["seconds"])
    return f"a first crawl asks about {estimate['requests']} times: {length}"


def about(seconds: int) -> str:
    """Return a length of time as people say it.

    >>> about(50), about(400), about(9000)
    ('about 50 seconds', 'about 7 minutes', 'about 2.5 hours')
    """
    if seconds < 120:
        return f"about {seconds} seconds"
    if seconds < 7200:
        return f"about {round(seconds / 60)} minutes"
    return f"about {seconds / 3600:.1f} hours"
