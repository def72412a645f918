"""Links that lead to an item by way of a page that only leads on. Pure."""

import re
from urllib.parse import unquote

from parsers.addresses.noise import is_noise
from parsers.urls import host_port, resolve

#: What a page is called that only leads on.
_LEADS = re.compile(
    r"/(?:go|goto|out|outbound|links?|lnk|l|redirect(?:or)?|redir|r|away|exit|jump|leave"
    r"|click|track(?:er)?|url|forward|fwd|visit|external|to)(?:\.\w{2,5})?/?$",
    re.IGNORECASE,
)
#: Names of parameters that say where a reader came from, not where a link leads.
_BACK = re.compile(r"back|return|ref|from|prev|origin|source|list", re.IGNORECASE)
#: How an address begins, as written into a parameter.
_ADDRESS = re.compile(r"(?:https?:|/)", re.IGNORECASE)


def led_to(url: str) -> str:
    """Return the item's address that a redirector of its site is told, else the url.

    >>> led_to("https://h.example/go.php?to=%2Fnews%2Ffog-708&utm_source=list")
    'https://h.example/news/fog-708'
    >>> led_to("https://h.example/view?id=7&next=/news/8")
    'https://h.example/view?id=7&next=/news/8'
    >>> led_to("https://h.example/out?u=https://elsewhere.example/fog-708")
    'https://h.example/out?u=https://elsewhere.example/fog-708'
    >>> led_to("https://h.example/view.php?file=/pages/708.html")
    'https://h.example/view.php?file=/pages/708.html'
    """
    head, _, query = url.partition("?")
    if not query or not _LEADS.search(head):
        return url
    pairs = [piece.partition("=")[::2] for piece in query.split("&") if piece]
    told = [
        (name, value)
        for name, value in ((unquote(n).lower(), unquote(v)) for n, v in pairs)
        if not is_noise(name, value.lower(), {name})
    ]
    if len(told) != 1 or _BACK.search(told[0][0]) or not _ADDRESS.match(told[0][1]):
        return url
    target = resolve(url, told[0][1])
    is_own = target is not None and host_port(target) == host_port(url)
    return target if target and is_own else url
