"""Data that a script keeps in a literal and parses: ``JSON.parse("…")``. Pure."""

import json
import re

_PARSED = re.compile(
    r"""JSON\.parse\(\s*(?:"(?P<one>[^"\\]*(?:\\.[^"\\]*)*)"|"""
    r"""'(?P<two>[^'\\]*(?:\\.[^'\\]*)*)')""",
    re.DOTALL,
)
#: What a script may write in a literal and JSON may not, and what it must escape.
_SIGN = re.compile(r'\\x(?P<hex>[0-9a-fA-F]{2})|\\.|"', re.DOTALL)
_PLAIN = {'"': '\\"', "\\'": "'"}


def unquoted(text: str) -> str:
    r"""Return what a script parses out of a literal; any other text as it is.

    >>> print(unquoted("JSON.parse('{\"a\": \"it\\'s\"}');"), unquoted("[1]"))
    {"a": "it's"} [1]
    """
    found = _PARSED.match(text)
    if not found:
        return text
    said = _SIGN.sub(_plain, found["one"] or found["two"] or "")
    try:
        return str(json.loads(f'"{said}"', strict=False))
    except ValueError:
        return ""


def _plain(sign: re.Match[str]) -> str:
    if sign["hex"]:
        return rf"\u00{sign['hex']}"
    return _PLAIN.get(sign[0], sign[0])
