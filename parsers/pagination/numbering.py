"""Page numbers in addresses: where they stand, and what they count. Pure."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from urllib.parse import unquote

from parsers.addresses.noise import is_visit

#: Parameters that hold a page number or an offset, in lower case.
PARAMETERS = re.compile(
    r"p|pg|pn|pp|pag|paged?|pages|pagen?_?\d{0,3}|page_?(?:no|num|number|id|index|nr)|pageno|"
    r"curr?page|current_?page|cpage|page_?current|start|startat|start_?row|start_?index|"
    r"limitstart|offset|b_start|pagefirstrow|debut(?:_\w{1,30})?|from|skip|chunk|first|begin|seite|strana|stranka|strona|sida|side|"
    r"sayfa|oldal|stran(?:ica)?|sivu|puslapis|lapa|lehekulg|selida|sahif[ae]|pagina|p[aáà]gina|"
    r"p[aá]xina|orria|orrialdea|leathanach|duilleag|tudalen|pajenn|wharangi|siidu|"
    r"faq[ej]a?|ukurasa|pahina|r[uû]pel|str|hal|halaman|trang|cur|curpg|nextpage|pageindex|npage|"
    r"[a-z_\-\[\].]*(?:page|pagen|seite|offset|start|currentpage|pointer)(?:\d{1,3}|%5d|\])?"
)

#: How many items a page shows, told only from the second page on.
_SIZE = re.compile(
    r"[?&](?:ps|rows|limit|page_?size|per_?page|items_?per_?page|pp)=\d{1,4}(?=&|$)",
    re.IGNORECASE,
)
#: How files of pages end, and what a folder's own page is called.
_ENDING = re.compile(r"(?:/index)?(?:\.(?:s?html?|php|aspx?|jsp|do))?$")
#: A listing shows at least so many items; a lower number counts pages.
_PAGE = 5
_DIGITS = re.compile(r"\d+")
#: What a listing's address may go on with: what is counted, and how far.
_NAMED_FOLDER = re.compile(r"/[^/\d]{1,30}[/_-]\d{1,6}/?")
_PARTS = re.compile(r"[.,]|%2C", re.IGNORECASE)
#: A folder of a path that says to be a page.
_FOLDER = (
    r"/(?:page|pages|p|pg|seite|pagina|strana|sayfa|stran|sivu|side|page_num|offset|"
    r"trang|hal(?:aman)?|sida|stranka|strona|stranica|str)[/_-]?(\d{1,6})"
)
_PAGE_FOLDER = re.compile(_FOLDER + r"(?:\.[a-z]{2,5})?/?", re.IGNORECASE)
_LAST_FOLDER = re.compile(_FOLDER + "/?$", re.IGNORECASE)
_TAIL = re.compile(
    "(?:" + _FOLDER + r"|[/_.-](?:p|page|pg|index|list|s)?[_-]?(\d{1,6}))"
    r"(?=(?:\.[a-z]{2,5})?/?$)",
    re.IGNORECASE,
)


def shape(url: str) -> str:
    """Return an address with each run of digits as one sign, scheme apart.

    >>> shape("https://h.example/news/?page=12")
    'h.example/news/?page=0'
    """
    rest = url.partition("://")[2].removeprefix("www.")
    return _DIGITS.sub("0", rest)


def numbers(url: str) -> Iterator[tuple[str, int]]:
    """Yield the places of an address that may hold a page number, and what they hold.

    >>> list(numbers("https://h.example/news/page/3/?PAGEN_1=2&id=x7"))
    [('?pagen_1', 2), ('/', 3)]
    """
    path, query = _parted(url.partition("://")[2])
    for piece in query.split("&")[:50]:
        name, _, value = piece.partition("=")
        name = unquote(name).lower()
        digits = _digits(value)
        if digits.isdecimal() and len(digits) < 8 and is_page_name(name):
            yield f"?{name}", int(digits)
    if found := _TAIL.search(path[-40:]):
        yield "/", int(found[1] or found[2])


def path_number(url: str) -> int | None:
    """Return the page number at the end of an address's path, if there is one."""
    return dict(numbers(url)).get("/")


def number_in(url: str) -> int | None:
    """Return the page number of an address, parameters before the path."""
    return next((number for _, number in numbers(url)), None)


def without_number(url: str) -> str:
    """Return the address of the listing that a numbered page belongs to, as a key.

    >>> without_number("https://h.example/news/page/3/?page=2&id=7")
    'h.example/news?id=7'
    """
    path, query = _parted(url.partition("://")[2].removeprefix("www."))
    head, tail = path[:-40], path[-40:]
    path = _ENDING.sub("", (head + _TAIL.sub("", tail)).rstrip("/"))
    kept = sorted(p for p in query.split("&") if p and not _is_page(p))
    return path + ("?" + "&".join(kept) if kept else "")


def without_page(url: str) -> str:
    """Return an address without what says by its name which page of a list it is.

    >>> without_page("https://h.example/news/2026/page/3/?page=2&id=7")
    'https://h.example/news/2026/?id=7'
    """
    path, _, query = url.partition("?")
    path = path[:-40] + _LAST_FOLDER.sub("/", path[-40:])
    kept = "&".join(p for p in query.split("&") if p and not _is_page(p))
    return path + ("?" + kept if kept else "")


def page_folder(url: str) -> tuple[str, int | None]:
    """Return a path without its last folder if that names a page, and which one.

    >>> page_folder("https://h.example/news/page/3/?blog"), page_folder("/news/3/")
    (('https://h.example/news', 3), ('/news/3', None))
    """
    path = url.partition("?")[0].rstrip("/")
    found = _LAST_FOLDER.search(path, max(0, len(path) - 40))
    return (path[: found.start()], int(found[1])) if found else (path, None)


def _parted(rest: str) -> tuple[str, str]:
    """Return path and query, less what names a visit.

    Some sites hang parameters on the path by a bare ``&``.
    """
    if "?" not in rest and "=" in rest:
        path, _, query = rest.partition("&")
    else:
        path, _, query = rest.partition("?")
    if "=" in query:
        query = "&".join(filter(_says_something, query.split("&")[:50]))
    return path, query


def _says_something(piece: str) -> bool:
    """Tell whether a parameter is more than the name of a visit."""
    name, _, value = piece.partition("=")
    return not is_visit(unquote(name).lower(), value)


def continues(url: str, page_url: str) -> bool:
    """Tell whether an address looks like another page of the same listing.

    >>> continues("https://h.example/news/page/2", "https://h.example/news/")
    True
    >>> continues("https://h.example/fog-over-port", "https://h.example/news/")
    False
    """
    if url == page_url:
        return False
    there, here = without_number(url), without_number(page_url)
    if there == here or is_below(url, page_url):
        return True
    if next(numbers(url), None) is None:
        return False
    return _SIZE.sub("", there) == _SIZE.sub("", here)


def is_below(url: str, page_url: str) -> bool:
    """Tell whether an address is a page's own with a folder of a page behind it.

    What is a number in the page's own address is then a month's, or a section's.

    >>> is_below("https://h.example/2026/02/page/2/", "https://h.example/2026/02/")
    True
    >>> is_below("https://h.example/2026/02/14/", "https://h.example/2026/02/")
    False
    """
    own = page_url.partition("://")[2].partition("?")[0].rstrip("/")
    rest = url.partition("://")[2].partition("?")[0].removeprefix(own)
    return bool(_PAGE_FOLDER.fullmatch(rest))


def extends(url: str, page_url: str) -> bool:
    """Tell whether an address is that of a page with but one number more.

    >>> extends("https://h.example/news,start,2.html", "https://h.example/news.html")
    True
    >>> extends("https://h.example/news?c[p]=2&x=y", "https://h.example/news")
    True
    >>> extends("https://h.example/news/(archive)/12", "https://h.example/news")
    True
    >>> extends("https://h.example/news/lapere-2", "https://h.example/news")
    True
    >>> extends("https://h.example/news/2026/03/05", "https://h.example/news")
    False
    """
    (path, query), (own, said) = (
        _parted(one.partition("://")[2].removeprefix("www.")) for one in (url, page_url)
    )
    stem = _ENDING.sub("", own.rstrip("/"))
    rest = path.removeprefix(stem)
    if path == own and set(said.split("&")) - {""} <= set(query.split("&")):
        rest = query.removeprefix(said)
    else:
        is_folder = "/" in stem and _NAMED_FOLDER.fullmatch(rest) is not None
        is_on = path.startswith(stem) and query == said
        if not is_on or ("/" in rest and not is_folder):
            return False
    return len(_DIGITS.findall(unquote(rest))) == 1


def after(url: str, pages: Iterable[str]) -> str | None:
    """Return the page that follows one, if its listing's pagination links name it.

    >>> pages = [f"https://h.example/?page={n}" for n in (2, 3, 9)]
    >>> after(pages[0], pages), after(pages[1], pages)
    ('https://h.example/?page=3', None)
    >>> after("https://h.example/?start=20", ["https://h.example/?start=40"])
    'https://h.example/?start=40'
    """
    here = number_in(url)
    alike = [page for page in pages if shape(page) == shape(url)]
    named = {n: page for page in alike if (n := number_in(page)) is not None}
    if here is None or not named:
        return None
    # pages are counted from 0 or 1; what counts items begins with none of them
    firsts = (0, 1) if min(*named, here) < _PAGE else (0,)
    known = sorted({*named, here, *firsts})
    step = min(there - before for before, there in pairwise(known))
    return named.get(here + step)


def _is_page(piece: str) -> bool:
    name, _, value = piece.partition("=")
    return _digits(value).isdecimal() and is_page_name(unquote(name).lower())


def _digits(value: str) -> str:
    """Return the last part of a value: a page with several pagers numbers all in one.

    >>> _digits("0%2C4")
    '4'
    """
    return _PARTS.split(value)[-1]


def is_page_name(name: str) -> bool:
    """Tell whether a parameter's name says page or offset; a type may follow it.

    >>> is_page_name("b_start:int"), is_page_name("id")
    (True, False)
    """
    return bool(PARAMETERS.fullmatch(name.lower().removesuffix(":int")))


def moving(urls: Sequence[str]) -> str | None:
    """Return the one parameter by whose number alone some addresses differ.

    >>> moving(["https://h.example/a?id=7", "https://h.example/a?id=7&row=10"])
    'row'
    >>> moving(["https://h.example/a?id=7&row=2", "https://h.example/b?id=7&row=10"])
    """
    parted = [_parted(url.partition("://")[2].removeprefix("www.")) for url in urls]
    if len({path.rstrip("/") for path, _ in parted}) != 1:
        return None
    queries = [dict(_pairs(query)) for _, query in parted]
    names = {
        name
        for query in queries
        for name in query
        if len({other.get(name) for other in queries}) > 1
    }
    if len(names) != 1:
        return None
    name = names.pop()
    values = [query[name] for query in queries if name in query]
    return name if all(v.isdecimal() and len(v) < 8 for v in values) else None


def adds_to(url: str, page_url: str, name: str) -> bool:
    """Tell whether an address is another one with a parameter and more besides.

    >>> adds_to("https://h.example/a?row=2&d=20", "https://h.example/a", "row")
    True
    """
    path, query = _parted(url.partition("://")[2].removeprefix("www."))
    own, said = _parted(page_url.partition("://")[2].removeprefix("www."))
    there, here = dict(_pairs(query)), dict(_pairs(said))
    here.pop(name, None)
    return path.rstrip("/") == own.rstrip("/") and here.items() <= there.items()


def value_of(url: str, name: str) -> int | None:
    """Return the number that an address gives a parameter.

    >>> value_of("https://h.example/a?row=10", "row")
    10
    """
    value = dict(_pairs(_parted(url.partition("://")[2])[1])).get(name, "")
    return int(value) if value.isdecimal() else None


def _pairs(query: str) -> Iterator[tuple[str, str]]:
    for piece in query.split("&")[:50]:
        name, mark, value = piece.partition("=")
        if name:
            yield unquote(name).lower(), value if mark else "="
