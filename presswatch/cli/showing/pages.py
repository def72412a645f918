"""How a page that was read looks on a terminal: an article, a listing, a problem."""

from collections.abc import Iterable, Mapping
from typing import Any

from presswatch.cli.showing.rows import show_table
from presswatch.cli.showing.screen import console, show
from presswatch.cli.showing.spans import show_address, show_words
from scheduler.alerting.safe import one_line, plain

#: Columns of a terminal for the day of an entry, and the blanks behind it.
_DAY = 12


def show_article(answer: Mapping[str, Any]) -> None:
    """Print one answer of ``parse``."""
    from rich.padding import Padding
    from rich.text import Text

    if answer["problem"]:
        show(problem_line(answer["id"], answer["problem"]), "")
        return
    show_words(answer["title"] or "(no title)", "bold")
    facts = [answer["date"], ", ".join(answer["authors"]), answer["language"]]
    show_words(" · ".join(one_line(fact) for fact in facts if fact), "dim")
    if answer["canonical_url"]:
        show_address(answer["canonical_url"])
    if answer["summary"]:
        show("", Padding(Text(plain(answer["summary"]), style="italic"), (0, 2)))
    show("", Padding(Text(plain(answer["body"] or "(no body)")), (0, 2)))
    if answer["attachments"]:
        rows = [(a["label"], a["url"]) for a in answer["attachments"]]
        show("")
        show_table("attachment", "url", rows=rows)
    if "ways" in answer:
        show("")
        show_table("field", "found by", rows=answer["ways"].items())
    show("")


def show_listing(answer: Mapping[str, Any]) -> None:
    """Print one answer of ``parse --listing``."""
    if answer["problem"]:
        show(problem_line(answer["id"], answer["problem"]), "")
        return
    show_teasers(answer["items"])
    if answer["next_url"]:
        show("")
        show_words(f"goes on at {answer['next_url']}", "cyan")
    if "groups" in answer:
        _show_reasons(answer)
    show("")


def _show_reasons(answer: Mapping[str, Any]) -> None:
    """Print which way found a listing's items, and what was left out as what."""
    show("")
    show_table("field", "found by", rows=answer["ways"].items())
    rows = (
        (
            "kept" if group["is_kept"] else "left out",
            group["reason"],
            group["count"],
            f"{group['worth']:.2f}",
            group["path"],
            one_line(" | ".join(group["titles"]), 100),
        )
        for group in answer["groups"]
    )
    show("")
    show_table("links", "as", "count", "worth", "where", "such as", rows=rows)
    if not answer["pagers"]:
        return
    pagers = (
        (
            "kept" if pager["is_kept"] else "left out",
            pager["reason"],
            pager["path"],
            one_line(" | ".join(pager["texts"]), 100),
        )
        for pager in answer["pagers"]
    )
    show("")
    show_table("pager", "as", "where", "such as", rows=pagers)


def show_teasers(items: Iterable[Mapping[str, Any]]) -> None:
    """Print what a listing leads to."""
    show_entries((item["date"], "", item["title"], item["url"]) for item in items)


def show_entries(entries: Iterable[tuple[Any, str, Any, str]]) -> None:
    """Print date, mark, title and url of each: a line in a pipe, two on a terminal."""
    if not console().is_terminal:
        show_table("date", "", "title", "url", rows=entries)
        return
    from rich.table import Table
    from rich.text import Text

    for date, mark, title, url in entries:
        entry = Table.grid()
        entry.add_column(width=_DAY)
        words = (one_line(str(title or "(no title)"), 300), "bold")
        said = Text.assemble(words, (f"  {mark}" if mark else "", "yellow"))
        entry.add_row(Text(str(date or "–")[:10], style="dim"), said)
        show(entry)
        show_address(url, indent=_DAY)


def problem_line(where: object, problem: Mapping[str, Any]) -> Any:
    """Return a problem as one line."""
    from rich.text import Text

    return Text.assemble(
        (f"{one_line(str(problem['kind']))} ", "bold yellow"),
        f"{one_line(str(where))}: ",
        one_line(str(problem["detail"]), 1000),
    )
