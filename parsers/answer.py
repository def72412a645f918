"""What ``presswatch parse`` answers with: readings as JSON values. Pure."""

from typing import Any

from parsers.model import Article, Listing, Problem, Teaser


def problem_answer(problem: Problem | None) -> dict[str, str] | None:
    """Return a problem as the contract shows it.

    >>> from parsers.model import ProblemKind
    >>> problem_answer(Problem(kind=ProblemKind.EMPTY, detail="no words"))
    {'kind': 'empty', 'detail': 'no words'}
    """
    if problem is None:
        return None
    return {"kind": problem.kind.value, "detail": problem.detail}


def article_answer(reading: Article | Problem) -> dict[str, Any]:
    """Return every field of an article; of a problem, nothing but the problem.

    >>> article_answer(Article(url="https://h.example/1", title="Fog"))["title"]
    'Fog'
    >>> sorted(k for k, v in article_answer(Article(url="u")).items() if v is not None)
    ['attachments', 'authors']
    """
    problem = reading if isinstance(reading, Problem) else None
    article = Article(url="") if isinstance(reading, Problem) else reading
    return {
        "title": article.title or None,
        "date": article.published.iso if article.published else None,
        "body": article.body or None,
        "summary": article.summary or None,
        "authors": list(article.authors),
        "language": article.language,
        "attachments": [{"label": a.label, "url": a.url} for a in article.attachments],
        "canonical_url": article.canonical_url,
        "problem": problem_answer(problem),
    }


def listing_answer(reading: Listing | Problem) -> dict[str, Any]:
    """Return what a listing leads to, and how it goes on.

    >>> listing_answer(Listing(url="https://h.example/"))
    {'items': [], 'next_url': None, 'pages': [], 'problem': None}
    """
    problem = reading if isinstance(reading, Problem) else None
    listing = Listing(url="") if isinstance(reading, Problem) else reading
    return {
        "items": [teaser_answer(teaser) for teaser in listing.items],
        "next_url": listing.next_url,
        "pages": list(listing.pages),
        "problem": problem_answer(problem),
    }


def teaser_answer(teaser: Teaser) -> dict[str, Any]:
    """Return what a listing says of one item."""
    return {
        "url": teaser.url,
        "title": teaser.title or None,
        "date": teaser.published.iso if teaser.published else None,
        "summary": teaser.summary or None,
    }
