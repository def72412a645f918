"""``presswatch parse``: what does a page say?"""

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import typer

from corpus.home import Home
from parsers.answer import article_answer, listing_answer
from parsers.article import parse_article
from parsers.listing import parse_listing
from parsers.lists.reasons import ListingReasons, explain_listing, reasons_answer
from parsers.model import Article, Capture, Listing, Problem
from parsers.page import Page, read_page
from parsers.profile import Profile
from parsers.rules import Rules
from presswatch.cli.endings import UsageError, finish
from presswatch.cli.showing.pages import show_article, show_listing
from presswatch.cli.showing.screen import emit
from presswatch.cli.taking.choosing import rules_for
from presswatch.cli.taking.lines import LineError, read_lines
from presswatch.cli.taking.options import (
    DEFAULT_HOME,
    DelayOption,
    HomeOption,
    JsonOption,
    NowOption,
    new_app,
    read_address,
    start_clock,
)
from presswatch.cli.taking.reading import (
    PageAsk,
    Tally,
    answer_pages,
    name_pages,
    read_ask,
)

app = new_app()


@app.command()
def parse(
    pages: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="FILE|URL...",
            help="Pages; without any, JSON lines on standard input.",
            show_default=False,
        ),
    ] = None,
    listing: Annotated[
        bool, typer.Option("--listing", help="Read them as pages that lead to items.")
    ] = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="Tell which way found each field.")
    ] = False,
    alone: Annotated[
        bool, typer.Option("--alone", help="Learn nothing from other pages.")
    ] = False,
    base: Annotated[
        Path, typer.Option("--base", metavar="DIR", help="Files are relative to this.")
    ] = Path(),
    url: Annotated[
        str | None,
        typer.Option(
            "--url",
            parser=read_address,
            metavar="URL",
            help="The address that FILE came from.",
        ),
    ] = None,
    home: HomeOption = DEFAULT_HOME,
    as_json: JsonOption = False,
    now: NowOption = None,
    delay: DelayOption = None,
) -> None:
    """Read pages: title, date, body and the rest; of listings, the items.

    On standard input a line is {"id", "url", "html_file"}, optionally "site",
    "content_type", "captured_at"; pages of one site are learned from together.
    """
    tally = Tally(home)
    if pages:
        asks = name_pages(pages, base, url, now=start_clock(now), delay=delay)
    elif sys.stdin.isatty():
        raise UsageError("name a FILE or a URL, or give JSON lines on standard input")
    else:
        asks = list(_asks(base, tally))
    rules = rules_for(Home(home), asks[0].url) if pages and asks[0].url else None
    reader = _Reader(rules=rules)
    read, shape = reader.ways(listing=listing, explain=explain)
    # pages teach how articles are read, and nothing of lists
    answers = answer_pages(asks, read, shape, tally, alone=alone or listing)
    for answer in answers:
        if as_json or not pages:
            emit(answer)
        elif listing:
            show_listing(answer)
        else:
            show_article(answer)
    finish(tally.status)


def _asks(base: Path, tally: Tally) -> Iterator[PageAsk]:
    for line in read_lines(sys.stdin.buffer):
        try:
            yield read_ask(line, base)
        except LineError as error:
            tally.unreadable(f"line {line.number}", error)


@dataclass(frozen=True, slots=True)
class _Reader:
    """How pages are read: by the rules of the site they belong to, if it has any."""

    rules: Rules | None = None

    def ways(
        self, *, listing: bool, explain: bool
    ) -> tuple[Callable[..., Any], Callable[..., dict[str, Any]]]:
        if listing and explain:
            return self.explained_listing, _explained_listing
        if listing:
            return self.listing, listing_answer
        return self.article, _explained if explain else article_answer

    def article(self, capture: Capture, profile: Profile | None) -> Article | Problem:
        return parse_article(capture, profile=profile, rules=self.rules)

    def listing(self, capture: Capture | Page, _: Profile | None) -> Listing | Problem:
        return parse_listing(capture, rules=self.rules)

    def explained_listing(
        self, capture: Capture, profile: Profile | None
    ) -> tuple[Listing | Problem, ListingReasons]:
        page = read_page(capture)
        listing = self.listing(page, profile)
        return listing, explain_listing(page, listing, rules=self.rules)


def _explained_listing(
    reading: tuple[Listing | Problem, ListingReasons] | Problem,
) -> dict[str, Any]:
    if isinstance(reading, Problem):
        reading = (reading, ListingReasons(ways={"items": "", "next_url": ""}))
    listing, reasons = reading
    return listing_answer(listing) | reasons_answer(reasons)


def _explained(reading: Article | Problem) -> dict[str, Any]:
    ways = {} if isinstance(reading, Problem) else dict(reading.ways)
    return article_answer(reading) | {"ways": ways}
