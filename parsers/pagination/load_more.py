"""Buttons that load more: a link, or an address in a data attribute. Pure."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from urllib.parse import parse_qsl, urlsplit

from lxml.html import HtmlElement

from parsers.pagination.candidates import MAX_LINKS, short_text
from parsers.pagination.links import Pager
from parsers.pagination.numbering import (
    adds_to,
    continues,
    number_in,
    numbers,
    path_number,
)

_MORE = re.compile(
    r"load[\s_-]?more|show[\s_-]?more|see[\s_-]?more|view[\s_-]?more|more[\s_-]?(?:news|"
    r"results|items|posts|stories|articles|button|btn)|infinite|ajax[\s_-]?(?:load|pag)|"
    r"показать (?:е[щш]|больше)|загрузить|ещ[её]|mehr (?:laden|anzeigen)|weitere|"
    r"(?:voir|charger|afficher) (?:plus|davantage)|plus d.(?:articles|actu)|ver más|"
    r"učitaj (?:još|više)|prikaži (?:još|več|više)|naloži več|további (?:hír|cikk)|"
    r"több betöltése|načítať ďalšie|zobraziť (?:ďalšie|viac)|(?:încarcă|vezi) mai mult|"
    r"(?:зареди|покажи) още|περισσότερα|rādīt vairāk|rodyti daugiau|"
    r"(?:näita|lae) rohkem|"
    r"cargar más|mostrar más|ver mais|"
    r"carregar mais|mostra altri|carica altri|meer laden|toon meer|vis (?:flere|mere)|"
    r"visa fler|näytä lisää|pokaż więcej|wczytaj|načíst další|zobrazit další|więcej|"
    r"daha fazla|показати (?:ще|більше)|завантажити|المزيد|بیشتر|もっと|更多|더보기|"
    r"xem thêm|lainnya|muat",
    re.IGNORECASE,
)
#: Attributes that name the next page, and those that fetch what they name when seen.
_NEXT = re.compile(
    r"data-(?:[a-z]+-){0,3}next(?:-?(?:page|url|href|link|path|src)){0,2}"
)
_WHEN_SEEN = re.compile(r"revealed|intersect")
_ADDRESS = re.compile(r"(?:https?://|/|\?|\./)\S{1,2000}")
_LABEL = 32
_BOXES = frozenset(["section", "main", "ul", "ol", "table", "tbody", "tr", "article"])
#: Boxes that fetch what they show.
_FETCHED = frozenset(["turbo-frame", "include-fragment"])
_TAGS = ("a", "button", "div", "span", "li", *_BOXES, *_FETCHED)
_PAGERS = ("navnum", "pagen", "pagernum", "nav")
_PAGES = ("nextpage", "pagenext", "page", "next")


def next_url(pager: Pager) -> str | None:
    """Return where the first "load more" gets its items from."""
    page = pager.page
    for count, element in enumerate(page.root.iter(*_TAGS)):
        if count >= MAX_LINKS:
            return None
        for href in _named_next(element):
            url = page.resolve(href)
            if url and url != pager.page_url and _may_follow(url, pager.page_url):
                return url
        if element.tag in _FETCHED:
            url = page.resolve(element.get("src") or "")
            if url and _goes_on(url, pager.page_url):
                return url
            continue
        if element.tag in _BOXES:
            continue
        if element.tag != "button" and not _is_more(element):
            continue
        for href in _addresses(element):
            url = page.resolve(href)
            if url and url != pager.page_url and number_in(url) is not None:
                return url
        if url := _numbered(element, pager.page_url):
            return url
        url = page.resolve(element.get("href") or "")
        if url and (
            _goes_on(url, pager.page_url)
            or (_may_count(url, pager.page_url) and _asks_once(element, pager))
        ):
            return url
    return None


def _may_follow(url: str, page_url: str) -> bool:
    """Tell whether what follows is more of a list; some pages let an article follow."""
    return "?" in url or _goes_on(url, page_url)


def _goes_on(url: str, page_url: str) -> bool:
    """Tell whether an address is another page; an item's may end in a number too."""
    if not continues(url, page_url):
        return _adds_the_next(url, page_url)
    last, own = path_number(url), path_number(page_url)
    return last is None or last == own or last == (own or 1) + 1


def _adds_the_next(url: str, page_url: str) -> bool:
    """Tell whether an address asks for the next page, and how it is to be sorted."""
    following = (number_in(page_url) or 1) + 1
    return any(
        place[0] == "?" and number == following and adds_to(url, page_url, place[1:])
        for place, number in numbers(url)
    )


def _may_count(url: str, page_url: str) -> bool:
    return _counts_on(url, page_url) or _shows_more(url, page_url)


def _shows_more(url: str, page_url: str) -> bool:
    """Tell whether an address asks for the same list, and more of it at once.

    >>> _shows_more("https://h.example/n?show=18", "https://h.example/n?show=9")
    True
    >>> _shows_more("https://h.example/n/7?show=18", "https://h.example/n")
    False
    """
    (path, _, query), (own_path, _, own_query) = map(_halves, (url, page_url))
    there, here = dict(parse_qsl(query)), dict(parse_qsl(own_query))
    name, value = next(((n, v) for n, v in there.items() if here.get(n) != v), ("", ""))
    least = here.pop(name, "1")
    if path != own_path or {n: v for n, v in there.items() if n != name} != here:
        return False
    return value.isdecimal() and least.isdecimal() and int(value) > int(least)


def _halves(url: str) -> tuple[str, str, str]:
    return url.partition("#")[0].partition("?")


def _counts_on(url: str, page_url: str) -> bool:
    """Tell whether an address of any kind has the number of the next page.

    Fragments of a list lie elsewhere than the list itself.
    """
    following = (number_in(page_url) or 1) + 1
    is_near = urlsplit(url).netloc == urlsplit(page_url).netloc
    return is_near and [number for _, number in numbers(url)] == [following]


def _asks_once(element: HtmlElement, pager: Pager) -> bool:
    """Tell whether an element asks for more, and no other link says the same.

    What each item says leads to that item.
    """
    text = short_text(element, 60)
    links = islice(pager.page.root.iter("a"), MAX_LINKS)
    return says_more(text) and sum(short_text(a, 60) == text for a in links) == 1


def _named_next(element: HtmlElement) -> Iterator[str]:
    """Yield the addresses that a list names as what follows once it was read."""
    for name, value in element.items():
        if _NEXT.fullmatch(name) and _ADDRESS.fullmatch(value.strip()):
            yield value.strip()
    if _WHEN_SEEN.search(element.get("hx-trigger") or ""):
        yield element.get("hx-get") or ""


def _is_more(element: HtmlElement) -> bool:
    is_button = element.tag in {"a", "button"}
    if not is_button and not any(name.startswith("data-") for name in element.attrib):
        return False
    names = f"{element.get('class') or ''} {element.get('id') or ''}"[:300]
    return _names_more(names) or says_more(short_text(element, 60))


@lru_cache(maxsize=1024)
def _names_more(names: str) -> bool:
    return _MORE.search(names) is not None


def says_more(text: str) -> bool:
    """Tell whether a text asks for more, and is no title with such words in it.

    A sign of Chinese, Japanese or Korean says as much as two letters.

    >>> says_more("더보기"), says_more("더보기 물결시 여객선 터미널 입찰 취소 공고")
    (True, False)
    """
    size = len(text) + sum(sign > "\u2e80" for sign in text)
    said = _MORE.search(text) if size <= _LABEL else None
    if said is None:
        return False
    return said.start() <= 3 or said.end() >= len(text) - 3


def _numbered(element: HtmlElement, page_url: str) -> str | None:
    """Return the next page of a Bitrix button that only names its number."""
    numbers = {
        name.removeprefix("data-").replace("-", ""): value.strip()
        for name, value in element.attrib.items()
        if name.startswith("data-") and value.strip().isdecimal() and len(value) < 8
    }
    pager = next((numbers[n] for n in _PAGERS if n in numbers), None)
    page = next((numbers[n] for n in _PAGES if n in numbers), None)
    if pager is None or page is None:
        return None
    path, _, query = page_url.partition("?")
    kept = [p for p in query.split("&") if p and not p.startswith(f"PAGEN_{pager}=")]
    url = path + "?" + "&".join([*kept, f"PAGEN_{pager}={page}"])
    return None if url == page_url else url


def _addresses(element: HtmlElement) -> list[str]:
    return [
        value.strip()
        for name, value in element.attrib.items()
        if name.startswith("data-") and _ADDRESS.fullmatch(value.strip())
    ]
