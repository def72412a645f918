"""JSON-LD of a page as plain objects, whatever state it is in. Pure."""

import json
import re
from collections.abc import Iterator
from typing import Any

from lxml.html import HtmlElement

#: Bounds of what is read of one page.
MAX_CHARS = 1_000_000
MAX_NODES = 3000
#: Keys whose objects are about something else than the page.
_ELSEWHERE = frozenset(
    "itemListElement relatedLink hasPart comment review citation mentions isPartOf"
    " publisher isRelatedTo subjectOf about potentialAction breadcrumb".split()
)


def read_linked_data(scripts: list[HtmlElement]) -> list[dict[str, Any]]:
    """Return every object that stands for the page itself, outer ones first."""
    found: list[dict[str, Any]] = []
    for script in scripts:
        found += _objects(_load((script.text or "")[:MAX_CHARS]))
    return found


def _load(text: str) -> Any:
    r"""Return what a script holds, mended where it is not quite JSON.

    >>> _load('/*<![CDATA[*/ {"headline": "Fog\nagain",} /*]]>*/')
    {'headline': 'Fog\nagain'}
    >>> _load('{"@type": "Article", "headline": "He said "no"", "url": 3 "x"}')
    {'@type': 'Article', 'headline': 'He said "no"'}
    """
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        pass
    text = text.replace("<![CDATA[", "").replace("]]>", "")
    start = min((text.find(char) for char in "{[" if char in text), default=-1)
    end = max(text.rfind("}"), text.rfind("]"))
    if start < 0:
        return None
    mended = _TRAILING_COMMA.sub(r"\1", text[start : end + 1])
    try:
        return json.loads(mended, strict=False)
    except (ValueError, RecursionError):
        return _pick(mended)


def _pick(text: str) -> dict[str, Any] | None:
    """Return the first string behind each key we read, of a text that is no JSON."""
    found: dict[str, Any] = {}
    for match in _PAIR.finditer(text):
        found.setdefault(match[1], match[2].replace('\\"', '"').replace("\\/", "/"))
    return found or None


def _objects(value: Any) -> Iterator[dict[str, Any]]:
    """Yield objects breadth first, without those about something else."""
    queue, seen = [value], 0
    while queue and seen < MAX_NODES:
        level, queue = queue, []
        for node in level:
            seen += 1
            if isinstance(node, list):
                queue += node[:200]
            elif isinstance(node, dict):
                if "@type" in node or "headline" in node:
                    yield node
                queue += [
                    child
                    for key, child in node.items()
                    if isinstance(child, dict | list) and key not in _ELSEWHERE
                ]


_TRAILING_COMMA = re.compile(r",\s{0,50}([}\]])")
_PAIR = re.compile(
    r'"(@type|headline|alternativeHeadline|datePublished|dateModified|dateCreated|name'
    r'|inLanguage|articleSection|description|url)"\s{0,20}:\s{0,20}'
    r'"((?:[^"\\]|\\.|"(?!\s{0,20}[,}\]]))*)'
)
