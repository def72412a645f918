"""Addresses: one normal form, where links lead, what makes an item one. Pure.

``normalize`` follows RFC 3986 (section 6.2) and, where published addresses break it,
the URL standard of browsers. The parameters that never tell two items apart are
tables in ``addresses.noise``.
"""

import functools
import re
from collections.abc import Callable, Iterable, Sequence
from urllib.parse import unquote, urlsplit

from parsers.addresses import hosts, noise
from parsers.addresses.escapes import IN_PATH, IN_QUERY, escape, query_in, without_dots

#: Longest address we take; browsers and servers give up earlier.
MAX_LENGTH = 8_192

#: Most parameters of one address that ``item_key`` looks at.
MAX_PARAMETERS = 200

_EDGES = "".join(map(chr, range(0x21))) + "\u00a0\ufeff\u200b"
_INSIDE = str.maketrans("", "", "\t\r\n")
_SPLIT = re.compile(r"(https?):[/\\]+([^/\\?#]*)([^?#]*)(\?[^#]*)?", re.I)
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.\-]*:")
_NORMAL = re.compile(
    r"https?://(?:[a-z0-9-]{1,63}\.){1,3}[a-z]{2,63}/[A-Za-z0-9\-._~!$&'()*+,;=:@/]*"
    r"(?:\?[A-Za-z0-9\-._~!$&'()*+,;=:@/?]+)?"
)
_AMPERSAND = re.compile(r"&(?:amp|#0*38|#x0*26);", re.I)
#: What front pages are called, where they are not the folder itself.
FRONT_NAMES = (
    r"home(?:page)?|start(?:seite|pagina|page)?|main(?:[_-]?page)?|front[_-]?page|"
    r"hauptseite|hoofdpagina|welcome|inicio|accueil|portada|hjem|forside|etusivu|"
    r"pagrindinis|glavnaya"
)
#: The page of a host, or of one of its languages, by whatever name.
_FRONT = re.compile(
    r"/?(?:[a-z]{2,3}(?:[-_][a-z]{2,4})?/?)?"
    rf"(?:(?:index|default|{FRONT_NAMES})(?:\.\w{{2,5}})?/?)?",
    re.IGNORECASE,
)


@functools.lru_cache(maxsize=16_384)
def normalize(url: str) -> str:
    """Return the normal form; fragment and user information are dropped.

    Path case, trailing slashes and dashes stay as published. Raise ``ValueError``
    for what is not http(s), has no sound host, or is longer than ``MAX_LENGTH``.

    >>> normalize("HTTP://me@Press.Harbour.example:80/a/../News/%7efog%e2%80%93#top")
    'http://press.harbour.example/News/~fog%E2%80%93'
    >>> normalize("https://h\u00e4fen.example?q=fog bank")
    'https://xn--hfen-loa.example/?q=fog%20bank'
    """
    text = url.strip(_EDGES).translate(_INSIDE)
    if len(text) > MAX_LENGTH:
        raise ValueError(f"address longer than {MAX_LENGTH} characters")
    if _NORMAL.fullmatch(text) and len(text) < 2_000 and "/." not in text:
        return text
    found = _SPLIT.match(text)
    if not found:
        raise ValueError(f"not an http or https address: {text[:100]!r}")
    scheme, authority, path, query = found.groups()
    scheme = scheme.lower()
    where = hosts.normal_authority(scheme, authority)
    path = without_dots(escape(path.replace("\\", "/"), IN_PATH) or "/")
    query = escape((query or "")[1:], IN_QUERY)
    normal = f"{scheme}://{where}{path}" + (f"?{query}" if query else "")
    if len(normal) > MAX_LENGTH:
        raise ValueError(f"address longer than {MAX_LENGTH} characters")
    return normal


def resolve(base: str, href: str, *, encoding: str = "utf-8") -> str | None:
    """Return where a link leads, normalized, or ``None`` where that is no web page.

    Reads what browsers read: blanks and line breaks, backslashes, doubly escaped
    ampersands; a query is sent in the page's ``encoding`` (URL standard, 4.4).

    >>> resolve("https://h.example/news/?p=1", " ..\\\\fog.html?a=1&amp;b=2 ")
    'https://h.example/fog.html?a=1&b=2'
    >>> resolve("https://h.example/news/", "mailto:desk@h.example") is None
    True
    """
    if len(href) > MAX_LENGTH:
        return None
    text = href.strip(_EDGES).translate(_INSIDE)
    if "&" in text:
        text = _AMPERSAND.sub("&", text)
    text = text.partition("#")[0]
    try:
        if not text:
            return normalize(base)
        if not text.isascii() and encoding.lower() not in {"utf-8", "utf8"}:
            text = query_in(text, encoding)
        return normalize(_join(base, text))
    except ValueError:
        return None


@functools.lru_cache(maxsize=16_384)
def item_key(url: str) -> str:
    """Return the same key for all spellings of one item's address.

    Scheme, ``www.``, the default port and index file, a trailing slash, and
    parameters that track, name a session or ask for another dress of the page
    make no difference; the order of parameters neither. All else does.

    >>> item_key("http://www.h.example/news/fog/index.php?id=7&utm_source=mail")
    'h.example/news/fog?id=7'
    >>> item_key("https://h.example/news/?page=2") == item_key("https://h.example/news/")
    False
    """
    _, _, rest = normalize(url).partition("://")
    where, slash, rest = rest.partition("/")
    path, _, query = (slash + rest).partition("?")
    where = where.removeprefix("www.").removesuffix(":80").removesuffix(":443")
    path = noise.plain_path(path)
    pieces = map(noise.without_apex_visit, query.split("&")[:MAX_PARAMETERS])
    kept = _kept(pieces, path)
    return where + path + ("?" + "&".join(kept) if kept else "")


def is_plainer(key: str, other: str) -> bool:
    """Tell whether a key is another one without some of its parameters.

    >>> is_plainer("h.example/view?id=7", "h.example/view?from=press&id=7")
    True
    >>> is_plainer("h.example/view?id=7", "h.example/view?id=8")
    False
    """
    head, _, query = key.partition("?")
    there, _, more = other.partition("?")
    return head == there and {*query.split("&")} - {""} < {*more.split("&")}


def plain_url(url: str) -> str:
    """Return an address without what names a visit or where a reader came from.

    >>> plain_url("https://h.example/fog/?PHPSESSID=1f&id=7&utm_source=mail")
    'https://h.example/fog/?id=7'
    """
    normal = normalize(url)
    head, _, query = normal.partition("?")
    scheme, _, rest = head.partition("://")
    where, slash, path = rest.partition("/")
    pieces = map(noise.without_apex_visit, query.split("&")[:MAX_PARAMETERS])
    kept = [p for p in pieces if p and not _is_visit(p)]
    plain = f"{scheme}://{where}{noise.without_visit(slash + path)}"
    return plain + ("?" + "&".join(kept) if kept else "")


def item_url(url: str) -> str:
    """Return the address to ask for an item: plain, and without the way back to a list.

    >>> item_url("https://h.example/-/fog?redirect=%2Fnews%3Fcur%3D2&version=1")
    'https://h.example/-/fog?version=1'
    """
    head, _, query = plain_url(url).partition("?")
    path, pieces = urlsplit(head).path, query.split("&")
    kept = [p for p in pieces if p and not _is_way_back(p, path, pieces)]
    return head + ("?" + "&".join(kept) if kept else "")


def host_port(url: str) -> str:
    """Return host and port, the port always said: what politeness is owed to.

    >>> host_port("https://press.harbour.example/news/")
    'press.harbour.example:443'
    """
    scheme, where = _origin(url)
    has_port = re.search(r":\d+$", where) and not where.endswith("]")
    return where if has_port else f"{where}:{hosts.DEFAULT_PORTS[scheme]}"


def in_scope(url: str, seeds: Sequence[str]) -> bool:
    """Tell whether an address lies on the host and port of one of the seeds.

    >>> in_scope("http://www.h.example/docs/7", ["https://h.example/news/"])
    True
    """
    try:
        where = _plain_origin(url)
    except ValueError:
        return False
    return any(where == _plain_origin(seed) for seed in seeds)


def registrable(url: str) -> str:
    """Return the registered domain, or host and port of a bare number or name.

    >>> registrable("https://press.harbour.gov.uk/news/")
    'harbour.gov.uk'
    >>> registrable("http://127.0.0.1:8000/")
    '127.0.0.1:8000'
    """
    where = host_port(url)
    return hosts.registered_domain(where.rpartition(":")[0]) or where


def site_name(url: str) -> str:
    """Return the name a site gets: its host, and the port where it is not the default.

    >>> site_name("http://press.harbour.example:8080/news/")
    'press.harbour.example_8080'
    >>> site_name("http://[::1]:8080/news/")
    '1_8080'
    """
    _, where = _origin(url)
    if where.startswith("["):
        host, _, port = where[1:].partition("]")
        where = host.replace(":", "-") + (f"_{port[1:]}" if port else "")
    return where.replace(":", "_").strip("-._")  # files are named so


def is_front(url: str) -> bool:
    """Tell whether an address is that of a whole site, or of one of its languages.

    >>> is_front("https://h.example/en/index.html"), is_front("https://h.example/news/")
    (True, False)
    """
    parts = urlsplit(url)
    return not parts.query and bool(_FRONT.fullmatch(parts.path))


def same_page(one: str, other: str) -> bool:
    """Tell whether two addresses are one page; junk is no page.

    >>> same_page("https://h.example/news/", "http://h.example/news/index.html")
    True
    """
    try:
        return item_key(one) == item_key(other)
    except ValueError:
        return False


def _origin(url: str) -> tuple[str, str]:
    scheme, _, rest = normalize(url).partition("://")
    return scheme, rest.partition("/")[0]


def _plain_origin(url: str) -> str:
    _, where = _origin(url)
    return where.removeprefix("www.")


def _join(base: str, text: str) -> str:
    """Put a reference on its base (RFC 3986, 5.2), reading backslashes as slashes."""
    if scheme := _SCHEME.match(text):
        same = base.lower().startswith(scheme[0].lower())
        rest = text[scheme.end() :]
        if not same or rest[:2].replace("\\", "/") == "//":
            return text
        text = rest
    head, mark, query = text.partition("?")
    head = head.replace("\\", "/")
    scheme_part, _, rest = normalize(base).partition("://")
    where, slash, rest = rest.partition("/")
    path, _, base_query = (slash + rest).partition("?")
    if head.startswith("//"):
        return f"{scheme_part}:{head}{mark}{query}"
    if head and not head.startswith("/"):
        head = path[: path.rindex("/") + 1] + head
    if not head:
        head = path
        if not mark and base_query:
            mark, query = "?", base_query
    return f"{scheme_part}://{where}{head}{mark}{query}"


def _kept(pieces: Iterable[str], path: str) -> list[str]:
    """Return the parameters that tell items apart, in one order."""
    pairs = [(piece.partition("=")[0], piece) for piece in pieces if piece]
    names = {_plain(name) for name, _ in pairs}
    is_noise: Callable[[str, str, set[str], str], bool] = noise.is_noise
    return sorted(
        piece
        for name, piece in pairs
        if not is_noise(_plain(name), _plain(piece[len(name) + 1 :]), names, path)
    )


def _is_visit(piece: str) -> bool:
    name, _, value = piece.partition("=")
    return noise.is_visit(_plain(name), _plain(value))


def _is_way_back(piece: str, path: str, pieces: Iterable[str]) -> bool:
    name, _, value = piece.partition("=")
    return noise.is_way_back(_plain(name), _plain(value), path, map(_plain, pieces))


def _plain(text: str) -> str:
    return unquote(text).strip().lower()
