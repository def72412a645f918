"""The text of one element as a reader sees it. Pure."""

from lxml.html import HtmlElement

from parsers.text import normal_text

#: Elements whose text nobody reads.
_UNREAD = frozenset(
    "script style noscript template svg iframe object select textarea button".split()
)
#: Elements that part words even where no blank stands.
_PARTING = frozenset(
    "address article aside blockquote br dd div dl dt footer h1 h2 h3 h4 h5 h6 header"
    " hr img li ol p section table td th tr ul".split()
)
#: A field's text is never longer; what is behind is not read.
MAX_CHARS = 2000


def visible_text(
    element: HtmlElement, *, without: frozenset[HtmlElement] = frozenset()
) -> str:
    """Return an element's text on one line, without what is not shown.

    >>> from lxml.html import fragment_fromstring
    >>> visible_text(fragment_fromstring("<h1>Ferry<br>late<style>b{}</style></h1>"))
    'Ferry late'
    """
    if not len(element):
        return normal_text((element.text or "")[:MAX_CHARS])
    pieces: list[str] = []
    length, stack = 0, [(element, False)]
    while stack and length < MAX_CHARS:
        node, is_left = stack.pop()
        if not is_left:
            tag = node.tag
            parts_words = tag in _PARTING
            if parts_words:
                pieces.append(" ")
            if node is not element:
                stack.append((node, True))
            if tag not in _UNREAD and node not in without and not _is_hidden(node):
                if node.text:
                    pieces.append(node.text)
                    length += len(node.text)
                stack += [(child, False) for child in reversed(node)]
        else:
            if node.tag in _PARTING:
                pieces.append(" ")
            if node.tail:
                pieces.append(node.tail)
                length += len(node.tail)
    return normal_text("".join(pieces)[:MAX_CHARS])


def _is_hidden(element: HtmlElement) -> bool:
    style = element.get("style")
    return element.get("hidden") is not None or bool(
        style and "none" in style and "display" in style
    )
