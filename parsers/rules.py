"""What a site file says about reading its pages: CSS selectors, with eras. Pure."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from datetime import date, datetime
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from lxml.cssselect import CSSSelector
    from lxml.html import HtmlElement


class RulesError(Exception):
    """A rule of a site is wrong; ``key`` names it, the message says what is allowed."""

    def __init__(self, key: str, reason: str) -> None:
        super().__init__(f"{key}: {reason}")
        self.key = key
        self.reason = reason


@lru_cache(maxsize=1024)
def compiled(selector: str) -> "CSSSelector":
    """Return a CSS selector ready for use; made once per selector."""
    from lxml.cssselect import CSSSelector  # most sites need no rules

    return CSSSelector(selector, translator="html")


def select(root: "HtmlElement", selectors: tuple[str, ...]) -> "list[HtmlElement]":
    """Return what the first selector that finds anything finds, in page order."""
    if not selectors:
        return []
    from lxml.html import HtmlElement

    for selector in selectors:
        found = compiled(selector)(root)
        if isinstance(found, list) and found:
            return [element for element in found if isinstance(element, HtmlElement)]
    return []


#: CSS selectors in order of preference.
Select = tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class ArticleSelects:
    """Where an article's fields stand; what is not named is found out."""

    title: Select = ()
    date: Select = ()
    modified: Select = ()
    body: Select = ()
    summary: Select = ()
    authors: Select = ()
    labels: Select = ()
    attachments: Select = ()
    remove: Select = ()


@dataclass(frozen=True, kw_only=True)
class ListingSelects:
    """Where a listing's items stand, and how it goes on."""

    item: Select = ()
    url: Select = ()
    title: Select = ()
    date: Select = ()
    summary: Select = ()
    next: Select = ()
    pagination: str = ""


@dataclass(frozen=True, kw_only=True)
class ArticleEra(ArticleSelects):
    """Article rules that held for captures until (not including) a day."""

    until: date


@dataclass(frozen=True, kw_only=True)
class ListingEra(ListingSelects):
    """Listing rules that held for captures until (not including) a day."""

    until: date


_Era = TypeVar("_Era", ArticleEra, ListingEra)


@dataclass(frozen=True, kw_only=True)
class ArticleRules(ArticleSelects):
    """Article rules of today, and of eras that are over."""

    era: tuple[ArticleEra, ...] = ()

    def on(self, day: date | None) -> ArticleSelects:
        """Return the rules for a capture of that day; of today without one."""
        return _held_on(self.era, day) or self


@dataclass(frozen=True, kw_only=True)
class ListingRules(ListingSelects):
    """Listing rules of today, and of eras that are over."""

    era: tuple[ListingEra, ...] = ()

    def on(self, day: date | None) -> ListingSelects:
        """Return the rules for a capture of that day; of today without one."""
        return _held_on(self.era, day) or self


@dataclass(frozen=True, kw_only=True)
class Rules:
    """The reading rules of one site file; they overrule what is found out."""

    article: ArticleRules = ArticleRules()
    listing: ListingRules = ListingRules()


#: What makes a value of what stands in a file, or raises ``ValueError`` with what may.
Reader = Callable[[Any], Any]


def load_rules(data: Mapping[str, Any]) -> Rules:
    """Return the rules in a site file's ``article`` and ``listing`` tables.

    >>> load_rules({"article": {"title": "h1"}}).article.title
    ('h1',)
    >>> load_rules({"article": {"headline": "h1"}})
    Traceback (most recent call last):
        ...
    parsers.rules.RulesError: article.headline: unknown key; one of attachments, \
authors, body, date, era, labels, modified, remove, summary, title
    """
    return Rules(**read_table(data, TABLES))


def dump_rules(rules: Rules) -> dict[str, Any]:
    """Return rules as JSON values, as ``load_rules`` takes them.

    >>> rules = load_rules({"listing": {"era": [{"until": "2026-02-01", "url": "a"}]}})
    >>> load_rules(dump_rules(rules)) == rules
    True
    """
    found = asdict(rules)
    for table in found.values():
        for era in table["era"]:
            era["until"] = era["until"].isoformat()
    return found


def read_table(
    table: Any, readers: Mapping[str, Reader], *, needs: str = ""
) -> dict[str, Any]:
    """Return a table of a site file, each value as its reader gives it.

    What is wrong is a ``RulesError``; keys of a table within are named behind its own.
    """
    if not isinstance(table, Mapping):
        raise ValueError("a table of keys and values")
    if needs and needs not in table:
        raise RulesError(needs, "is needed")
    found = {}
    for key, value in table.items():
        if key not in readers:
            raise RulesError(key, f"unknown key; one of {', '.join(sorted(readers))}")
        try:
            found[key] = readers[key](value)
        except RulesError as error:
            raise RulesError(f"{key}.{error.key}", error.reason) from None
        except ValueError as error:
            raise RulesError(key, str(error)) from None
    return found


def read_text(value: Any) -> str:
    """Return a value that must be a text."""
    if not isinstance(value, str):
        raise ValueError("a text between quotes")
    return value


def _read_rules(rules: type, era: type, table: Any) -> Any:
    readers: dict[str, Reader] = {f.name: _read_select for f in fields(rules)}
    if "pagination" in readers:
        readers["pagination"] = _read_style
    del readers["era"]
    eras = partial(_read_eras, era, {**readers, "until": _read_day})
    return rules(**read_table(table, {**readers, "era": eras}))


def _read_style(value: Any) -> str:
    from parsers.pagination import STYLES  # it reads rules itself

    if value and value not in STYLES:
        raise ValueError(f"unknown style {value!r}; one of {', '.join(sorted(STYLES))}")
    return read_text(value)


def _read_eras(era: type, readers: Mapping[str, Reader], value: Any) -> Any:
    if not isinstance(value, list | tuple):
        raise ValueError("tables with a key until, such as [[article.era]]")
    found = []
    for place, table in enumerate(value):
        try:
            found.append(era(**read_table(table, readers, needs="until")))
        except RulesError as error:
            raise RulesError(f"{place}.{error.key}", error.reason) from None
    return tuple(found)


def _read_select(value: Any) -> Select:
    selectors = [value] if isinstance(value, str) else value
    if not isinstance(selectors, list | tuple) or not all(
        isinstance(selector, str) for selector in selectors
    ):
        raise ValueError("a CSS selector, or a list of them")
    if selectors:
        _check(selectors)
    return tuple(selectors)


def _check(selectors: Sequence[str]) -> None:
    from cssselect import SelectorError  # most sites need no rules

    for selector in selectors:
        try:
            compiled(selector)
        except SelectorError as error:
            raise ValueError(f"{selector!r} is no CSS selector ({error})") from None


def _read_day(value: Any) -> date:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        raise ValueError("a day, such as 2026-02-01") from None


def _held_on(eras: Sequence[_Era], day: date | None) -> _Era | None:
    over = [era for era in eras if day is not None and day < era.until]
    return min(over, key=lambda era: era.until, default=None)


#: How the tables of a site file are read that hold rules.
TABLES: Mapping[str, Reader] = {
    "article": partial(_read_rules, ArticleRules, ArticleEra),
    "listing": partial(_read_rules, ListingRules, ListingEra),
}
