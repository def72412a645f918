"""Data that scripts keep as they write them, not as JSON does. Pure."""

import json
import re
from collections.abc import Mapping

#: Letters of a literal that are read.
MAX_LITERAL = 1_000_000

_TEXT = r"""(?:"[^"\\]*(?:\\.[^"\\]*)*"|'[^'\\]*(?:\\.[^'\\]*)*')"""
_LONE = re.compile(_TEXT, re.DOTALL)
_PARSED = re.compile(rf"JSON\.parse\(\s*(?P<text>{_TEXT})", re.DOTALL)
_TOKEN = re.compile(
    rf"\s*(?:(?P<text>{_TEXT})|(?P<name>[A-Za-z_$][\w$]*)(?=\s*:)|"
    r"(?P<value>true|false|null|-?\d+(?:\.\d+)?)(?![\w.])|(?P<sign>[{}\[\],:])|"
    r"new Date\((?P<time>-?\d+)\)|(?P<none>void 0|Array\(\d+\))|"
    r"(?P<told>[A-Za-z_$][\w$]*))",
    re.DOTALL,
)
#: A function that is called where it stands: what it is told, and what it returns.
_CALLED = re.compile(
    r"\s*\(\s*function\s*\((?P<names>[\w$,\s]*)\)\s*\{(?:[^{}\"']{0,500};)?\s*return\s*"
    r"(?=[{\[])"
)
_TOLD = re.compile(r"\s*;?\s*\}\s*\(")
#: What a script may write in a text and JSON may not, and what it must escape.
_SIGN = re.compile(r'\\x(?P<hex>[0-9a-fA-F]{2})|\\.|"', re.DOTALL)
_PLAIN = {'"': '\\"', "\\'": "'"}


def unquoted(text: str) -> str:
    r"""Return what a script parses out of a text, ``JSON.parse("…")``; else the text.

    >>> print(unquoted("JSON.parse('{\"a\": \"it\\'s\"}');"), unquoted("[1]"))
    {"a": "it's"} [1]
    """
    found = _PARSED.match(text)
    if not found:
        return text
    try:
        return str(json.loads(_quoted(found["text"]), strict=False))
    except ValueError:
        return ""


def as_json(text: str) -> str:
    """Return a literal of a script as JSON; as much as is data, from its beginning.

    >>> as_json("[{title: 'Fog', day: 3,}]; draw(it)")
    '[{"title":"Fog","day":3}]'
    """
    return _literal(text, 0, {})[0]


def called(text: str) -> str:
    """Return as JSON what a function returns that is called at once; else the text.

    Systems keep a page's data so, with what stands in it more than once named before.

    >>> called("(function(a,b){return {title:b,old:a,n:7}}(null,'Fog'));")
    '{"title":"Fog","old":null,"n":7}'
    """
    found = _CALLED.match(text[:MAX_LITERAL])
    if not found:
        return text
    names = [name.strip() for name in found["names"].split(",")]
    # read once for its end, then with what it is told
    _, end = _literal(text, found.end(), dict.fromkeys(names, "null"))
    given = _TOLD.match(text, end)
    values = _values(text[given.end() :]) if given else []
    told = dict(zip(names, values, strict=False))
    return _literal(text, found.end(), told)[0]


def _values(text: str) -> list[str]:
    """Return the values that a function is called with, each as JSON."""
    said, _ = _literal(f"[{text}", 0, {})
    try:
        values = json.loads(f"{said}]", strict=False)
    except (ValueError, RecursionError):
        return []
    return [json.dumps(value) for value in values]


def _literal(text: str, place: int, told: Mapping[str, str]) -> tuple[str, int]:
    """Return a literal as JSON, with what its names stand for, and where it ends."""
    kept: list[str] = []
    depth = 0
    while token := _TOKEN.match(text, place, MAX_LITERAL):
        sign = token["sign"]
        said = _said(token, told)
        if said is None:
            break
        place = token.end()
        if sign in ("}", "]") and kept[-1:] == [","]:
            kept.pop()
        kept.append(said)
        depth += sign in ("{", "[")
        depth -= sign in ("}", "]")
        if depth <= 0:
            break
    return "".join(kept), place


def _said(token: re.Match[str], told: Mapping[str, str]) -> str | None:
    """Return one piece of a literal as JSON; nothing for a name of unknown value."""
    if token["text"]:
        return _quoted(token["text"])
    if token["name"]:
        return f'"{token["name"]}"'
    if token["none"]:
        return "null"
    return told.get(token["told"]) if token["told"] else token[token.lastgroup or 0]


def texts_of(script: str) -> list[str]:
    r"""Return the texts that a script writes out, as it means them.

    >>> texts_of(r"put('<a href=/7>Fog<\/a>');")
    ['<a href=/7>Fog</a>']
    """
    found = []
    for text in _LONE.finditer(script, 0, MAX_LITERAL):
        try:
            found.append(str(json.loads(_quoted(text[0]), strict=False)))
        except ValueError:
            continue
    return found


def _quoted(text: str) -> str:
    return f'"{_SIGN.sub(_plain, text[1:-1])}"'


def _plain(sign: re.Match[str]) -> str:
    if sign["hex"]:
        return rf"\u00{sign['hex']}"
    return _PLAIN.get(sign[0], sign[0])
