"""Addresses that a page leaves to its scripts: ``onclick``, ``javascript:``. Pure.

Nothing is run. An address written in the handler is taken as it is, as is one that a
function is told; a handler that only calls a function is followed into it where that
joins an address from its argument.
"""

import re
from urllib.parse import urlencode

from lxml.html import HtmlElement

from parsers.page import Page

#: Characters of scripts that are looked through for functions, and of one handler.
MAX_SCRIPT, MAX_HANDLER = 500_000, 1_000

_LITERAL = r"""(?:"[^"\n]{0,500}"|'[^'\n]{0,500}')"""
_GOES = re.compile(
    r"(?:location(?:\s*\.\s*href)?\s*=(?!=)|location\s*\.\s*(?:assign|replace)\s*\(|"
    r"window\s*\.\s*open\s*\(|RefreshPageTo\s*\(\s*event\s*,)\s*"
    rf"(?P<first>{_LITERAL})\s*(?P<rest>(?:\+\s*[^;,)\n]{{1,200}})?)",
    re.IGNORECASE,
)
_CALL = re.compile(
    r"^(?:javascript:)?\s*(?:return\s+)?(?P<name>[A-Za-z_$][\w$]{0,60})\s*\(\s*"
    r"""(?P<argument>["']?)(?P<value>[\w.-]{1,80})(?P=argument)\s*\)""",
    re.IGNORECASE,
)
#: A function of another file that is told an address, but to open what it names.
_TOLD = re.compile(
    r"^(?:javascript:)?\s*(?:return\s+)?"
    r"(?![\w$.]*(?:share|print|mail|lang|font|copy|send|like|vote|track|log))"
    r"""[A-Za-z_$][\w$.]{0,60}\s*\(\s*(?P<quote>["'])"""
    r"""(?P<address>(?:\.{0,2}/(?!/)|https?://)[^"'\s]{1,500})(?P=quote)""",
    re.IGNORECASE,
)
_FUNCTION = re.compile(
    r"(?:function\s+(?P<named>[A-Za-z_$][\w$]{0,60})\s*|"
    r"(?:(?:var|let|const)\s+)?(?P<kept>[A-Za-z_$][\w$]{0,60})\s*=\s*function\s*)"
    r"\(\s*(?P<parameter>[A-Za-z_$][\w$]{0,60})\s*\)\s*\{(?P<body>[^{}]{0,1000})\}"
)
_TERM = re.compile(rf"\+\s*(?P<term>{_LITERAL}|[A-Za-z_$][\w$]{{0,60}})\s*")
_ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")


#: Attributes in which a script finds where a row or card of the page leads.
_MADE = ("data-href", "data-link")
#: Values a form keeps that are no part of what it asks for.
_PASSING = re.compile(r"page|search|token|csrf|sess|viewstate", re.IGNORECASE)
_SET = re.compile(
    r"""(?:\.|\[["'])(?P<name>[A-Za-z_][\w-]{0,60})(?:["']\])?\s*\.\s*value\s*=\s*"""
    r"(?P<value>[A-Za-z_$][\w$]{0,60})\s*(?=[;\n]|$)"
)
_ACTION = re.compile(rf"\.\s*action\s*=\s*(?P<action>{_LITERAL})")
_SUBMIT = re.compile(r"\.\s*submit\s*\(")
_FORM = re.compile(
    r"""document\s*\.\s*(?:forms\s*(?:\.\s*|\[\s*["']))?(?P<form>[A-Za-z_]\w{0,60})"""
)


def is_made_link(element: HtmlElement) -> bool:
    """Tell whether an element that is no link is made one by a script."""
    if any(element.get(name) for name in _MADE):
        return True
    handler = (element.get("onclick") or "")[:MAX_HANDLER]
    return "location" in handler or _TOLD.match(handler) is not None


class ScriptLinks:
    """Finds where the links of one page lead whose address stands in a script."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._functions: dict[str, tuple[str, str]] | None = None

    def href_of(self, element: HtmlElement) -> str:
        """Return an element's address, or what its handler says of it; else ``""``."""
        href: str = element.get("href") or ""
        is_script = href[:11].lower() == "javascript:"
        if href and not is_script and not href.startswith("#"):
            return href
        for handler in (element.get("onclick") or "", href if is_script else ""):
            found = self._address(handler[:MAX_HANDLER]) if handler else ""
            if found and self._is_own(found):
                return found
        if element.tag == "a":
            return ""
        return next((said for name in _MADE if (said := element.get(name))), "")

    def _is_own(self, href: str) -> bool:
        """Tell whether an address stays on the host; beyond, scripts open to share."""
        return "//" not in href[:8] or _host(href) == _host(self._page.url)

    def _address(self, handler: str) -> str:
        if goes := _GOES.search(handler):
            return _joined(goes, "", "")
        if told := _TOLD.match(handler):
            return told["address"]
        call = _CALL.match(handler)
        if not call:
            return ""
        if self._functions is None:
            self._functions = _functions(self._page)
        parameter, body = self._functions.get(call["name"], ("", ""))
        if goes := _GOES.search(body):
            return _joined(goes, parameter, call["value"])
        return self._asked(parameter, body, call["value"])

    def _asked(self, parameter: str, body: str, value: str) -> str:
        """Return what a form asks for once a function has filled a field of it.

        Only a form that asks by address: what is posted has none.
        """
        filled = [found["name"] for found in _SET.finditer(body)]
        given = [found["value"] == parameter for found in _SET.finditer(body)]
        if not parameter or not filled or not all(given) or not _SUBMIT.search(body):
            return ""
        form = self._form(body)
        if form is None or (form.get("method") or "get").lower() != "get":
            return ""
        action = _ACTION.search(body)
        address = action["action"][1:-1] if action else form.get("action") or ""
        kept = [
            (field.get("name"), field.get("value"))
            for field in form.iter("input")
            if (field.get("type") or "").lower() == "hidden"
            and field.get("name")
            and field.get("value")
            and field.get("name") not in filled
            and not _PASSING.search(field.get("name"))
        ]
        query = urlencode([*kept, *((name, value) for name in filled)])
        return f"{address}{'&' if '?' in address else '?'}{query}"

    def _form(self, body: str) -> HtmlElement | None:
        named = {found["form"] for found in _FORM.finditer(body)}
        for form in self._page.root.iter("form"):
            if {form.get("name"), form.get("id")} & named:
                return form
        return None


def leads_to(script: str) -> str:
    """Return where a script leads whoever opens its page, or ``""``.

    >>> leads_to("<!-- location.replace('/en/index.do'); //-->")
    '/en/index.do'
    >>> leads_to("window.open('/notice')")
    ''
    """
    goes = _GOES.search(script)
    is_popup = goes is not None and "open" in goes[0].partition(goes["first"])[0]
    return _joined(goes, "", "") if goes and not is_popup else ""


def _host(url: str) -> str:
    return url.partition("//")[2].partition("/")[0].removeprefix("www.").lower()


def _joined(goes: re.Match[str], parameter: str, value: str) -> str:
    """Return the address that a handler joins; ``""`` where it needs more than said."""
    address, rest = goes["first"][1:-1], goes["rest"]
    while rest:
        term = _TERM.match(rest)
        if not term:
            return ""
        if term["term"][0] in "\"'":
            address += term["term"][1:-1]
        elif parameter and term["term"] == parameter:
            address += value
        else:
            return ""
        rest = rest[term.end() :]
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), address)


def _functions(page: Page) -> dict[str, tuple[str, str]]:
    """Return the parameter and body of the page's small functions, by name."""
    found: dict[str, tuple[str, str]] = {}
    left = MAX_SCRIPT
    for script in page.root.iter("script"):
        text = (script.text or "")[:left]
        left -= len(text)
        for function in _FUNCTION.finditer(text):
            name = function["named"] or function["kept"]
            found.setdefault(name, (function["parameter"], function["body"]))
        if left <= 0:
            break
    return found
