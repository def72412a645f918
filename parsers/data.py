"""Answers that are data: JSON, also in a call; scripts; a service's own XML. Pure."""

import re
from typing import Any

from parsers.feeds import read_json
from parsers.model import Capture
from parsers.templates.fragment import items_of
from parsers.templates.literals import MAX_LITERAL, texts_of
from parsers.xml_tree import as_data, read_xml

#: A call around JSON, for pages that ask other hosts: ``show({…});``.
_PADDED = re.compile(r"(?:/\*.{0,40}?\*/)?\s*[A-Za-z_$][\w$.]{0,60}\s*\(\s*(?=[\[{])")


def read_data(capture: Capture, head: str, root: str) -> Any:
    """Return what an answer holds, if it begins as data do; ``root`` names its element.

    XML counts only where items stand in it: pages are XML too. A script that puts
    more into its page holds that as texts.

    >>> read_data(Capture(url="", payload=b'show({"a": 1});'), 'show({"a": 1});', "")
    {'a': 1}
    """
    if head.startswith(("{", "[")):
        return read_json(capture.payload)
    if padded := _PADDED.match(head):
        start = capture.payload.find(head[padded.end()].encode(), padded.end() - 1)
        return read_json(capture.payload[start : capture.payload.rfind(b")")])
    if not root and "javascript" in capture.header("content-type").lower():
        return texts_of(capture.payload[:MAX_LITERAL].decode("utf-8", "replace"))
    if root in ("", "html") or not head.startswith("<?xml"):
        return None
    element, _ = read_xml(capture.payload, capture.header("content-type"))
    data = as_data(element) if element is not None else None
    return data if items_of(capture, data) else None
