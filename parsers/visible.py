"""The text of one element as a reader sees it. Pure."""

import re
from collections.abc import Callable
from functools import lru_cache

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
#: What style sheets keep for screen readers is called so, by whatever framework, and
#: what shows itself only to a pointer that rests on the words before.
_UNSEEN = re.compile(
    r"(?:\w+-)*(?:sr-?only|visually-?hidden|hidden-?visually|screen-?readers?"
    r"(?:-?(?:text|only))?|off-?screen|element-invisible|assistive-text"
    r"|text-hide|a11y-(?:hidden|only|text)|hide-accessible|ms-accessible"
    r"|hover-?card(?:-\w+)*|(?:tool-?tip|pop-?over|roll-?over)(?:-\w+)*?-?"
    r"(?:text|content|inner|body|block|box))(?:-focusable)?",
    re.IGNORECASE,
)
#: A field's text is never longer; what is behind is not read.
MAX_CHARS = 2000


@lru_cache(maxsize=4096)
def is_unseen(names: str) -> bool:
    """Tell whether classes keep an element for those who listen or point.

    >>> is_unseen("icon sr-only"), is_unseen("govuk-visually-hidden"), is_unseen("seen")
    (True, True, False)
    >>> is_unseen("tooltiptext"), is_unseen("has-tooltip"), is_unseen("tooltip")
    (True, False, False)
    """
    return any(map(_UNSEEN.fullmatch, names[:500].split()))


def is_mark(element: HtmlElement) -> bool:
    """Tell whether a link is but a sign that leads within its page: to its own heading,
    or from a note back to where it is asked for.
    """
    href, sign = element.get("href"), element.text
    is_within = href is not None and href[:1] == "#" and not len(element)
    return is_within and bool(sign) and not any(map(str.isalnum, sign))


def visible_text(
    element: HtmlElement, *, without: frozenset[HtmlElement] = frozenset()
) -> str:
    """Return an element's text on one line, without what is not shown.

    Where nothing is shown, it is what screen readers read out.

    >>> from lxml.html import fragment_fromstring
    >>> visible_text(fragment_fromstring("<h1>Ferry<br>late<style>b{}</style></h1>"))
    'Ferry late'
    >>> link = "<a>Rules<span class=sr-only> (opens a new window)</span></a>"
    >>> visible_text(fragment_fromstring(link))
    'Rules'
    >>> visible_text(fragment_fromstring("<h1>Ferry late<a href='#late'>¶</a></h1>"))
    'Ferry late'
    """
    if not len(element):
        return normal_text((element.text or "")[:MAX_CHARS])
    return _text(element, without, _is_unseen) or _text(element, without, _is_hidden)


def _text(
    element: HtmlElement,
    without: frozenset[HtmlElement],
    is_left_out: Callable[[HtmlElement], bool],
) -> str:
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
            if not (
                tag in _UNREAD
                or node in without
                or is_left_out(node)
                or (tag == "a" and node is not element and is_mark(node))
            ):
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


def _is_unseen(element: HtmlElement) -> bool:
    names = element.get("class")
    return _is_hidden(element) or bool(names and is_unseen(names))


def _is_hidden(element: HtmlElement) -> bool:
    style = element.get("style")
    return element.get("hidden") is not None or bool(
        style and "none" in style and "display" in style
    )
