"""Text made fit for the place it goes to: one line, a mail, a chat. Pure."""

import re
import unicodedata

#: Controls, direction overrides and isolates, line and paragraph separators,
#: lone surrogates, tags: nothing a reader sees, and much that can lie to him.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069"
    "\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)
_BLANK = re.compile(r"[\s\u0085\u2028\u2029]+")
#: What chats read as mark-up or as a call to somebody.
_ACTIVE = re.compile(r"([@<#*_~`|\[\]!\\&])")
#: Characters that XML 1.0 has no place for.
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def one_line(text: str, most: int = 200) -> str:
    r"""Return the text as one line without anything invisible, cut to ``most``.

    >>> one_line("Fees\r\nBcc: all@press.example\u202e up\x1b[31m")
    'Fees Bcc: all@press.example up[31m'
    """
    return cut(_BLANK.sub(" ", _UNSEEN.sub(_blank, text[: most * 20])).strip(), most)


def plain(text: str, most: int = 100_000) -> str:
    r"""Return the text with its line ends, and nothing invisible but tabs.

    >>> plain("One\r\n\x07Two\u2028Three")
    'One\nTwo\nThree'
    """
    lines = re.sub("\r\n?|[\x0b\x0c\x85\u2028\u2029]", "\n", text[: most * 2])
    return cut(_UNSEEN.sub("", lines), most)


def inert(text: str) -> str:
    r"""Return the text with mark-up and mentions broken by an invisible space.

    >>> inert("@all <!here> *bold*").replace("\u200b", "·")
    '@·all <·!·here> *·bold*·'
    """
    return _ACTIVE.sub("\\1\u200b", text)


def xml_text(text: str) -> str:
    r"""Return the text without the characters that XML forbids.

    >>> xml_text("a\x00b\x0bc\ufffe")
    'abc'
    """
    return _NO_XML.sub("", text)


def cut(text: str, most: int) -> str:
    """Return at most so many characters, an ellipsis where some are missing.

    >>> cut("Ferry late", 6)
    'Ferry…'
    """
    if len(text) <= most:
        return text
    end = most - 1
    while end and unicodedata.combining(text[end]):
        end -= 1
    return text[:end].rstrip() + "…"


def _blank(found: re.Match[str]) -> str:
    return " " if found[0].isspace() else ""
