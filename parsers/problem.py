"""Why a page cannot be trusted: empty, cut, blocked, garbled, made by scripts. Pure.

A false problem loses an item, so each rule needs that the page says little else.
"""

import re
from collections.abc import Iterable, Sequence

from parsers.blocks import Block
from parsers.ends import has_end
from parsers.html_source import MAX_BYTES, MAX_TAGS
from parsers.model import Article, Problem, ProblemKind
from parsers.page import Page
from parsers.problem_words import BLOCKED, ERRORS, LOST, SCRIPTS, SIGN_IN, WAITS
from parsers.text import fold_space

#: A page of fewer characters is looked at for what is wrong with it.
_FEW = 1500
#: A page of fewer characters says nothing.
_NOTHING = 12
#: A longer line is no excuse, and what is as short stands in any text.
_LINE, _SHORTEST = 200, 10
_EXCUSES = frozenset(
    phrase
    for phrase in LOST | BLOCKED | ERRORS | SCRIPTS | WAITS
    if len(phrase) >= _SHORTEST or not phrase.isascii()
)
#: What an error that stands in the place of a text begins with.
_FAILURES = _EXCUSES & ERRORS
#: The heading of a wall is shorter.
_HEAD = 80
#: A page with so many letters for its bytes was not made by scripts.
_BARE = 150
#: This share of characters that could not be decoded makes a text unreadable.
_GARBLED = 0.02
_REPLACED = "\ufffd"
#: Letter pairs that UTF-8 read as another encoding leaves behind.
# It begins with one set of letters, so that all others are passed over fast.
_MISREAD_BEGINS = "ÃÂÐÑâïРС"
_MISREAD = re.compile(
    rf"[{_MISREAD_BEGINS}](?:(?<=[ÃÂÐÑ])[\u0080-\u00bf]|(?<=â)€|(?<=ï)(?:»¿|¿½)"
    r"|(?<=[РС])[Ђ-Џђ-џ°±’“”•–—™›])"
)
#: A tag in whose name a letter was lost.
_LOST, _LOST_SIGN = b"\xef\xbf\xbd", re.compile(rb"&#(?:65533;|xff|xFF)")
_LOST_TAG = re.compile(
    rb"</?[a-z]{0,8}(?:\xef\xbf\xbd|&#65533;|&#xfffd;)", re.IGNORECASE
)


def find_problem(
    page: Page, article: Article | None, *, blocks: Sequence[Block] = ()
) -> Problem | None:
    """Return why a page is no article, or nothing.

    >>> from parsers.model import Capture
    >>> from parsers.page import read_page
    >>> find_problem(read_page(Capture(url="", payload=b" ")), None).kind.value
    'empty'
    """
    status = page.capture.status
    if status >= 400:
        return _problem(page, ProblemKind.HTTP_STATUS, f"the server answered {status}")
    if not page.capture.payload.strip():
        return _problem(page, ProblemKind.EMPTY, "the answer has no bytes")
    if page.capture.payload.startswith(b"\x1f\x8b"):
        told = "the page is compressed once more than its server says"
        return _problem(page, ProblemKind.ENCODING, told)
    body = article.body if article else ""
    says_much = body and sum(block.chars for block in blocks) > 2 * _FEW
    text = "" if says_much else "\n".join(block.text for block in blocks)
    looks = (_garbled, _cut, _walled, _framed)
    for look in looks if says_much else (*looks, _short, _by_scripts):
        if found := look(page, text, body):
            return _problem(page, *found)
    return None


def find_wall(page: Page) -> Problem | None:
    """Return why a page shows but a form to sign in, whatever boxes stand around it.

    >>> from parsers.model import Capture
    >>> from parsers.page import read_page
    >>> html = b"<h1>Please sign in to read</h1><form><input type=password></form>"
    >>> find_wall(read_page(Capture(url="", payload=html))).kind.value
    'blocked'
    """
    found = _signed_out(page)
    return _problem(page, *found) if found else None


_Found = tuple[ProblemKind, str] | None


def _garbled(page: Page, text: str, body: str) -> _Found:
    """Tell a text that was decoded as what it is not, and markup that was."""
    head = page.capture.payload[:100_000]
    # most pages have no such byte, and one is found many times as fast as three
    is_lost = (b"\xef" in head and _LOST in head) or _LOST_SIGN.search(head)
    if is_lost and len(_LOST_TAG.findall(head)) > 5:
        return ProblemKind.ENCODING, "the names of its tags could not be decoded"
    told = body or text
    if told.isascii():
        return None
    replaced = told.count(_REPLACED)
    if replaced > 20 and replaced > _GARBLED * len(told):
        return ProblemKind.ENCODING, f"{replaced} characters could not be decoded"
    told = told[:20_000]
    if not any(map(told.__contains__, _MISREAD_BEGINS)):
        return None
    misread = len(_MISREAD.findall(told))
    if misread > 20 and misread > 5 * _GARBLED * len(told):
        return ProblemKind.ENCODING, "the text was encoded twice"
    return None


def _cut(page: Page, text: str, body: str) -> _Found:
    """Tell a page that ends in the middle; a missing end tag alone is nothing."""
    if "long" in page.flags:
        said = f"{MAX_BYTES // 2**20} MB, or {MAX_TAGS:,} tags: its end was not read"
        return ProblemKind.TOO_LARGE, f"the page has more than {said}"
    if "cut" in page.flags:
        return ProblemKind.TRUNCATED, "the page ends within a tag"
    is_bare = not body and page.root.find("body") is None
    if is_bare and not has_end(page.capture.payload):
        return ProblemKind.TRUNCATED, "the page ends before its text"
    return None


def _walled(page: Page, text: str, body: str) -> _Found:
    return _signed_out(page)


def _signed_out(page: Page) -> _Found:
    """Tell a wall by its heading and its field, however much stands around them."""
    if not any(field.get("type") == "password" for field in page.noted["input"]):
        return None
    headings = (one for one in page.noted["heading"] if one.tag == "h1")
    heads = [fold_space(heading.text_content()) for heading in headings]
    head = heads[0].casefold() if len(heads) == 1 and len(heads[0]) < _HEAD else ""
    title = _title(page)
    found = head if head in SIGN_IN and head in title else _said(BLOCKED, title, head)
    return (ProblemKind.BLOCKED, f"the page says {found!r}") if found else None


def _short(page: Page, text: str, body: str) -> _Found:
    """Tell a page that says little, and what it says instead of an article."""
    if len(body) > _FEW / 2:
        return None
    small = fold_space(text[: 2 * _FEW]).casefold()
    if len(small) < _NOTHING and len(body) < _NOTHING:
        if _is_scripted(page):
            return ProblemKind.SCRIPT, "all text is made by scripts"
        said = f"says nothing but {small!r}" if small else "shows no words"
        return ProblemKind.EMPTY, f"the page {said}"
    if len(small) > _FEW:
        return None
    title = _title(page)
    if found := _said(LOST, title, small):
        return ProblemKind.SOFT_404, f"the page says {found!r}"
    if found := _said(BLOCKED, title, small):
        return ProblemKind.BLOCKED, f"the page says {found!r}"
    found = _said(SCRIPTS, title, small)
    if found and not _is_aside(found, page, small, body):
        return ProblemKind.SCRIPT, f"the page says {found!r}"
    if found := _said(ERRORS, title, small[:200]):
        return ProblemKind.EXTRACTOR, f"the page says {found!r}"
    return None


def _is_aside(phrase: str, page: Page, small: str, body: str) -> bool:
    """Tell whether only those without scripts are told so, on a page with a text."""
    lines = (line for line in body.split("\n") if phrase not in line.casefold())
    if sum(map(len, lines)) < _BARE:
        return False
    hidden = (fold_space(one.text_content()) for one in page.noted["noscript"])
    return sum(text.casefold().count(phrase) for text in hidden) >= small.count(phrase)


def _framed(page: Page, text: str, body: str) -> _Found:
    """Tell an error that stands alone where a text would, within all of a site's frame.

    It begins the text: an item may well tell of a server that could not be reached.
    """
    if len(body) > _LINE:
        return None
    found = _said(_FAILURES, "", fold_space(body).casefold()[:_HEAD])
    return (ProblemKind.EXTRACTOR, f"the text says but {found!r}") if found else None


def find_excuse(lines: Iterable[str]) -> str:
    """Return the phrase by which short lines say that a page cannot be shown, or "".

    >>> find_excuse(["Sorry!", "404 Not Found"]), find_excuse(["The ferry is late."])
    ('404 not found', '')
    """
    text = fold_space("\n".join(line for line in lines if len(line) <= _LINE))
    return _said(_EXCUSES, "", text.casefold())


def _by_scripts(page: Page, text: str, body: str) -> _Found:
    if len(text) < _BARE and not body and _is_scripted(page):
        return ProblemKind.SCRIPT, "nearly all text is made by scripts"
    if not body and len(text) < _BARE:
        return ProblemKind.EMPTY, f"the page has {'hardly any' if text else 'no'} text"
    return None


def _is_scripted(page: Page) -> bool:
    scripts = page.root.iter("script")
    sizes = (200 if one.get("src") else len(one.text or "") for one in scripts)
    return sum(sizes) > 150


def _said(phrases: frozenset[str], title: str, text: str) -> str:
    """Return the phrase that the text, then the title, holds first."""
    both = f"{text}\n{title}"  # no phrase goes on behind the end of a line
    found = filter(both.__contains__, phrases)
    return min(found, default="", key=both.find)


def _title(page: Page) -> str:
    titles = (one.text or "" for one in page.noted["head"] if one.tag == "title")
    return fold_space(next(titles, "")[:500]).casefold()


def _problem(page: Page, kind: ProblemKind, detail: str) -> Problem:
    return Problem(kind=kind, detail=detail[:200], url=page.url)
