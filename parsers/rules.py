"""What a site file says about reading its pages: CSS selectors, with eras. Pure."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict
from pydantic import ValidationError as _ValidationError

if TYPE_CHECKING:
    from lxml.cssselect import CSSSelector
    from lxml.html import HtmlElement


class RulesError(Exception):
    """A reading rule is wrong; ``key`` names it, the message says what is allowed."""

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
    from lxml.html import HtmlElement

    for selector in selectors:
        found = compiled(selector)(root)
        if isinstance(found, list) and found:
            return [element for element in found if isinstance(element, HtmlElement)]
    return []


def _as_tuple(value: Any) -> Any:
    return (value,) if isinstance(value, str) else value


def _check(selectors: tuple[str, ...]) -> tuple[str, ...]:
    from cssselect import SelectorError

    for selector in selectors:
        try:
            compiled(selector)
        except SelectorError as error:
            raise ValueError(f"{selector!r} is no CSS selector ({error})") from None
    return selectors


#: One CSS selector, or several in order of preference.
Select = Annotated[tuple[str, ...], BeforeValidator(_as_tuple), AfterValidator(_check)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class ArticleSelects(_Strict):
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


class ListingSelects(_Strict):
    """Where a listing's items stand, and how it goes on."""

    item: Select = ()
    url: Select = ()
    title: Select = ()
    date: Select = ()
    summary: Select = ()
    next: Select = ()
    pagination: str = ""


class ArticleEra(ArticleSelects):
    """Article rules that held for captures until (not including) a day."""

    until: date


class ListingEra(ListingSelects):
    """Listing rules that held for captures until (not including) a day."""

    until: date


_Era = TypeVar("_Era", ArticleEra, ListingEra)


class ArticleRules(ArticleSelects):
    """Article rules of today, and of eras that are over."""

    era: tuple[ArticleEra, ...] = ()

    def on(self, day: date | None) -> ArticleSelects:
        """Return the rules for a capture of that day; of today without one."""
        return _held_on(self.era, day) or self


class ListingRules(ListingSelects):
    """Listing rules of today, and of eras that are over."""

    era: tuple[ListingEra, ...] = ()

    def on(self, day: date | None) -> ListingSelects:
        """Return the rules for a capture of that day; of today without one."""
        return _held_on(self.era, day) or self


class Rules(_Strict):
    """The reading rules of one site file; they overrule what is found out."""

    article: ArticleRules = ArticleRules()
    listing: ListingRules = ListingRules()


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
    try:
        return Rules.model_validate(data)
    except _ValidationError as error:
        first = error.errors()[0]
        raise RulesError(*_told(first["loc"], first["type"], first["msg"])) from None


def _told(loc: tuple[int | str, ...], kind: str, message: str) -> tuple[str, str]:
    key = ".".join(str(step) for step in loc)
    if kind == "extra_forbidden":
        allowed = ", ".join(sorted(_model_at(loc[:-1]).model_fields))
        return key, f"unknown key; one of {allowed}"
    if kind in ("tuple_type", "string_type"):
        names = [str(step) for step in loc if isinstance(step, str)]
        return ".".join(names), "a CSS selector, or a list of them"
    if kind.startswith("date"):
        return key, "a day, such as 2026-02-01"
    if kind == "missing":
        return key, "is needed"
    return key, message.removeprefix("Value error, ")


def _model_at(loc: tuple[int | str, ...]) -> type[BaseModel]:
    if not loc:
        return Rules
    if loc[0] == "article":
        return ArticleEra if "era" in loc else ArticleRules
    return ListingEra if "era" in loc else ListingRules


def _held_on(eras: Sequence[_Era], day: date | None) -> _Era | None:
    over = [era for era in eras if day is not None and day < era.until]
    return min(over, key=lambda era: era.until, default=None)
