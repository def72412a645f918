"""The line of a page that is its headline though it is no heading, and keys. Pure."""

import functools
import re
from collections.abc import Iterator, Sequence
from itertools import islice

from lxml.html import HtmlElement

from parsers.blocks import Block
from parsers.body.other_pages import is_of_most
from parsers.dates import find_dates
from parsers.keys import text_key
from parsers.lines.moving_lines import is_moving, without_age
from parsers.reading import Reading
from parsers.steps import step_of
from parsers.text import SENTENCE_ENDS, same_words

#: A headline is no longer.
MAX_CHARS = 500
#: Texts of an element that are looked at.
_PIECES = 20
#: A line by its name alone is no shorter, and so long a line is a paragraph.
_LEAST, _PROSE, _LINKED = 8, 100, 0.4
_SENTENCE = 50
#: What is shorter begins too many lines.
_LEAST_CUT = 15
#: A headline that says so much stands so near above what facts call the subject.
_SAYING, _ABOVE = 25, 12
#: What holds a fact behind its label.
_FACTS = ("td", "dd")
#: A day and its age behind a headline are no longer.
_STAMP = 60
#: Shorter keys end too many titles.
_LEAST_KEY = 10


@functools.lru_cache(maxsize=1_024)
def title_key(text: str) -> str:
    """Return the letters and figures of a text, for comparing."""
    text = text[:MAX_CHARS]
    return text_key(text if text.isascii() else same_words(text))


def is_headline(block: Block, key: str) -> bool:
    """Tell whether a line says the title, a heading perhaps behind what the item is.

    ``key`` is the title's: "Press release The ferry stays" says "The ferry stays".
    """
    said = title_key(block.text)
    return said == key or (block.kind == "heading" and said.endswith(key))


def says_title(block: Block, title: str) -> bool:
    """Tell whether a line says a title, perhaps with its day or its age behind it."""
    said, key = text_key(without_age(block.text)), text_key(title)
    is_said = key != "" and is_dated_title(said, key)
    return is_said or is_headline(block, title_key(title))


def says_no_more(block: Block, title: str) -> bool:
    """Tell whether a line says a title, its day and its age at most behind it."""
    return block.chars <= len(title) + _STAMP and says_title(block, title)


def is_dated_title(key: str, title: str) -> bool:
    """Tell whether a key repeats that of a title, perhaps with a date glued to it."""
    return key == title or (
        key.startswith(title) and len(key) <= len(title) + 12 and key[-1:].isdigit()
    )


def template_name(url: str) -> str:
    """Return the name of a page that shows whatever item its query asks for, or "".

    >>> template_name("https://h.example/Pages/NewsDetails.aspx?ItemId=552")
    'newsdetails'
    >>> template_name("https://h.example/fog-over-harbour.html?print=yes")
    ''
    """
    found = _TEMPLATE.search(url[:MAX_CHARS])
    return title_key(found[1]) if found else ""


def line_by_profile(reading: Reading) -> str | None:
    """Return the first line that stands where the site's headlines do."""
    path = reading.profile.title_line if reading.profile else ""
    if not path:
        return None
    lines = (block for block in reading.blocks if 1 < block.chars < MAX_CHARS)
    there = (b.text for b in lines if path in (b.path, *paths_within(b)))
    return next((text for text in there if not is_moving(text)), None)


def line_as_listed(reading: Reading, listed: str) -> str | None:
    """Return the line before the text that says what the listing calls the item.

    The listing may have cut it short; its day may stand behind it. A line that says it
    below leads of other items has text below itself.
    """
    key = title_key(listed)
    least_cut = _LEAST_CUT if listed.endswith(("…", "...")) else MAX_CHARS
    if len(key) < _LEAST:
        return None
    below_prose = False
    for block in reading.blocks:
        said = title_key(block.text) if block.link_share < _LINKED else ""
        if said and says_no_more(block, listed):
            is_above = not below_prose or _is_above_prose(reading.blocks, block)
            return block.text if is_above else None
        if not below_prose and len(key) >= least_cut and said.startswith(key):
            return block.text
        below_prose = below_prose or is_prose(block)
    return None


def _is_above_prose(blocks: Sequence[Block], line: Block) -> bool:
    """Tell whether a text stands below a line: leads of others may say more than it."""
    return sum(b.size for b in blocks[line.index + 1 :] if is_prose(b)) > _PROSE


def path_within(block: Block) -> str:
    """Return the path of a block, and of what inside it holds all of its text.

    Old pages know no classes: their headline is a cell like others, in larger letters.
    """
    return paths_within(block)[0]


def paths_within(block: Block) -> tuple[str, str]:
    """Return the same as steps of a path are called now, and by tags alone."""
    element, path, tags = block.element, block.path, block.path
    while len(element) == 1 and not (element.text or "").strip():
        (element,) = element
        if (element.tail or "").strip() or not isinstance(element.tag, str):
            break
        tags += "/" + element.tag
        path += "/" + step_of(element.tag, element.get("class"), element.get("id"))
        path += f"[{size}]" if (size := element.get("size")) else ""
    return path, tags


def line_like_window(reading: Reading, title: str) -> str | None:
    """Return the line that the window title begins with, or ends with."""
    window = title_key(title)
    for block in reading.blocks:
        key = title_key(block.text) if 4 < block.chars < MAX_CHARS else ""
        if len(key) > 4 and len(key) * 3 > len(window) and window.startswith(key):
            return block.text
        is_end = len(key) > _LEAST_KEY and window.endswith(key) and key != window
        if is_end and len(key) * 2 > len(window) and block.link_share < _LINKED:
            return block.text
    return None


def whole_line(reading: Reading, text: str) -> str:
    """Return the line that a claim cut short begins with, else the claim.

    Behind what was cut the name of the site may stand, met for the first time.
    """
    start = start_of(text)
    if not start:
        return text
    lines = (b.text for b in reading.blocks if len(start) < b.chars < MAX_CHARS)
    return next((line for line in lines if line.startswith(start)), text)


def start_of(claim: str) -> str:
    """Return what is left of a claim that was cut short, or nothing if none was.

    >>> start_of("The ferry to the isl... - Harbour"), start_of("The ferry - Harbour")
    ('The ferry to the isl', '')
    """
    found = _CUT.fullmatch(claim)
    return found[1] if found and len(found[1]) >= _LEAST_CUT else ""


def named_line(reading: Reading) -> str | None:
    """Return the line before the text whose element, or whose label, calls it a title.

    Of several the one that the window title begins or ends with, else the nearest to
    the text; in one box with others, not the one that prints a day. What a row of facts
    calls the subject yields to a line above it that the window title says.

    >>> from parsers.block_walk import walk
    >>> from parsers.metadata import Metadata
    >>> from parsers.model import Capture
    >>> from parsers.page import read_page
    >>> html = b"<p class=newsTitle>Ferry late again<div>" + b"Fog " * 40
    >>> page = read_page(Capture(url="https://h.example/", payload=html))
    >>> named_line(Reading(page=page, metadata=Metadata(), blocks=walk(page)))
    'Ferry late again'
    """
    named = list(_named_lines(reading.blocks))
    window = title_key(reading.metadata.window_title)
    begun = (block.text for block in named if window.startswith(title_key(block.text)))
    ended = (block.text for block in named if window.endswith(title_key(block.text)))
    if not named or (said := next(begun, None)):
        return said if named else None
    nearest = _undated(named)
    above = _said_above(reading, nearest) if nearest.tag in _FACTS else ""
    return above or next(ended, nearest.text)


def _said_above(reading: Reading, fact: Block) -> str:
    """Return the line near above a fact that the window title begins or ends with."""
    window = title_key(reading.metadata.window_title)
    for block in reversed(reading.blocks[max(0, fact.index - _ABOVE) : fact.index]):
        key = title_key(block.text) if block.size >= _SAYING else ""
        is_said = bool(key) and (window.startswith(key) or window.endswith(key))
        is_line = block.link_share < _LINKED and block.chars < MAX_CHARS
        if is_said and is_line and not is_of_most(block.text, reading.profile):
            return block.text
    return ""


def _undated(named: Sequence[Block]) -> Block:
    """Return the first line, or another of its box where it prints a day: a stamp."""
    first, *others = (block for block in named if block.place is named[0].place)
    if not others or not find_dates(first.text):
        return first
    return next((block for block in others if not find_dates(block.text)), first)


def _named_lines(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield the lines before the text that are called a title, the nearest first."""
    start = next((n for n, block in enumerate(blocks) if is_prose(block)), 0)
    for block in reversed(blocks[:start]):
        is_line = block.kind != "heading" and block.link_share < _LINKED
        if is_line and block.chars < MAX_CHARS:
            is_long = len(title_key(block.text)) >= _LEAST
            if _is_labelled(blocks, block) or (is_long and _is_named(block)):
                yield block


def is_prose(block: Block) -> bool:
    """Tell whether a line is long enough, for its script, to be an article's text."""
    letters = len(block.text) + 2 * len(_IDEOGRAPH.findall(block.text))
    least = _SENTENCE if block.text[-1] in SENTENCE_ENDS else _PROSE
    is_text = block.kind in ("text", "cell") and block.link_share < _LINKED
    return is_text and letters > least and not _is_named(block)


def _opens(part: HtmlElement, block: Block) -> bool:
    """Tell whether a line begins with an element, and does not just stand behind it."""
    said = title_key("".join(islice(part.itertext(), _PIECES)))
    return bool(said) and block.key.startswith(said)


def _is_named(block: Block) -> bool:
    parts = (part for part in islice(block.element, 1) if _opens(part, block))
    inner = [f"{e.get('id') or ''} {e.get('class') or ''}" for e in parts]
    for names in (block.place.step, *inner):
        tokens = set(_TOKEN.findall(_GLUED.sub(" ", _HUMP.sub(" ", names).lower())))
        if not _TITLE.isdisjoint(tokens) and _NO_TITLE.isdisjoint(tokens):
            return True
    return False


def _is_labelled(blocks: Sequence[Block], block: Block) -> bool:
    """Tell whether the cell before a cell says that this is the title.

    In a row that heads columns each cell is a label; else they come in pairs.
    """
    if not block.index or block.tag not in _FACTS:
        return False
    before = blocks[block.index - 1]
    label = "".join(before.text.split())  # some offices space its letters
    if before.tag not in ("th", "td", "dt") or not _LABEL.fullmatch(label):
        return False
    cells = sum(1 for _ in before.element.itersiblings("th", "td", preceding=True))
    row = before.element.getparent()
    return row is None or row.tag != "tr" or (cells % 2 == 0 and len(row) % 2 == 0)


_IDEOGRAPH = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
#: ``newstitle``, as some write ``newsTitle``.
_GLUED = re.compile(
    r"(?<=news|post|item|view)(?=title|headline|subject)"
    r"|(?<=article|content|release)(?=title|headline|subject)"
)
_TOKEN = re.compile(r"[^\W_]+")
#: What templates call a headline's place, and what else has a title.
_TITLE = frozenset(
    "title headline subject titulo titre titel judul baslik otsikko".split()
)
_NO_TITLE = frozenset(
    "site block widget section menu nav box portlet related sub list cate cat category"
    " module sidebar popup modal comment comments banner logo header wp panel".split()
)
_LABEL = re.compile(
    r"(?:title|headline|subject|titre|objet|titel|betreff|título|titulo|asunto|titolo"
    r"|oggetto|тема|заголовок|название|제목|題名|件名|タイトル|标题|標題|主旨|العنوان|عنوان"
    r"|כותרת|הנושא|ชื่อเรื่อง|หัวข้อ|tiêuđề|judul|başlık|शीर्षक|विषय)\s*[:：]?",
    re.IGNORECASE,
)
#: What is left of a claim cut short, and perhaps the name of a site behind it.
_CUT = re.compile(r"(.+?)[ .…]*(?:…|\.\.\.)(?:\s+[-–—|·:»]\s.+)?")
#: A file that a script makes, and the number of an item in its query.
_TEMPLATE = re.compile(r"/([\w-]+)\.(?:aspx?|php|jspx?|do|cfm|cgi|pl|action)\?[^#]*=\d")
