"""Data that scripts keep as they write them, not as JSON does. Pure."""

import json
import re

#: Letters of a literal that are read.
MAX_LITERAL = 1_000_000

_TEXT = r"""(?:"[^"\\]*(?:\\.[^"\\]*)*"|'[^'\\]*(?:\\.[^'\\]*)*')"""
_LONE = re.compile(_TEXT, re.DOTALL)
_PARSED = re.compile(rf"JSON\.parse\(\s*(?P<text>{_TEXT})", re.DOTALL)
_TOKEN = re.compile(
    rf"\s*(?:(?P<text>{_TEXT})|(?P<name>[A-Za-z_$][\w$]*)(?=\s*:)|"
    r"(?P<value>true|false|null|-?\d+(?:\.\d+)?)(?![\w.])|(?P<sign>[{}\[\],:]))",
    re.DOTALL,
)
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
    kept: list[str] = []
    place = depth = 0
    while token := _TOKEN.match(text, place, MAX_LITERAL):
        place = token.end()
        sign = token["sign"]
        if sign in ("}", "]") and kept[-1:] == [","]:
            kept.pop()
        kept.append(
            _quoted(token["text"])
            if token["text"]
            else f'"{token["name"]}"'
            if token["name"]
            else sign or token["value"]
        )
        depth += sign in ("{", "[")
        depth -= sign in ("}", "]")
        if depth <= 0:
            break
    return "".join(kept)


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
