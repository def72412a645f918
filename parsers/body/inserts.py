"""What stands between an article's paragraphs and is none: counters, ads, pointers.

Pure.
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import islice

from parsers.blocks import Block
from parsers.body.read_also import NO_ITEM, is_bidding
from parsers.finders.attachments import may_be_file
from parsers.finders.renditions import says_print
from parsers.keys import text_hash
from parsers.lines.ad_marks import is_ad_mark
from parsers.lines.cells import cell_of
from parsers.lines.counters import is_counter
from parsers.lines.hear import offers_to_read
from parsers.lines.moving_lines import is_printing
from parsers.profile import Profile
from parsers.text import LETTER, normal_text
from parsers.visible import visible_text

#: An insert is short, and an ad links to what it sells.
_COUNTER, _AD, _LINKED = 60, 120, 0.25
#: A pointer has a title's length.
_POINTING = 240
#: A label, a colon and a number; or a label and a great number.
_LABELLED = re.compile(
    r"(?P<label>[^\W\d_][^\d:：]{1,40}?)\s*(?:[:：]\s*(?P<any>\d[\d.,' \u00a0]*)"
    r"|(?<!\. )(?P<great>\d(?:[.,' \u00a0]?\d){3,}))\W*"
)
#: The numbers of an article's pages, perhaps with a word before and behind.
_PAGER = re.compile(
    rf"(?:{LETTER}{{1,14}}\W{{0,3}})?(?:\d{{1,2}}\W{{1,3}})+\d{{1,2}}\W*"
    rf"(?:{LETTER}{{2,14}}\W*)?"
)
#: A label, a colon and what is to be read besides.
_POINTER = re.compile(
    r"\W*(?P<label>[^\W\d_][^:：]{2,30}?)\s*(?:[:：]|[-–—] )\s*(?P<title>\S.{15,})"
)
#: From this share of what follows a label on, it is all one link.
_ALL_LINKED = 0.95
_TWICE = 2
#: Signs of a size beside what is to be done with a page, and how much that may be.
_SIZE, _TOOLS = 20, 3
#: How agencies say that a text is over.
_OVER = re.compile(
    r"#(?:\s?#){1,4}|[-–—]+\s?30\s?[-–—]+|[-–—]+\s?ends?\s?[-–—]+|\(ends?\)"
    r"|انتهای پیام|[（(【\[][完了终終][）)】\]]",
    re.IGNORECASE,
)
#: How long reading takes, as a label before it or words behind.
_READING_TIME = re.compile(
    r"(?:(?:estimated )?reading time|read time|time to read|lesezeit|lesedauer"
    r"|temps de lecture|durée de lecture|tiempo de lectura|tempo de leitura"
    r"|tempo di lettura|leestijd|lästid|lesetid|læsetid|lukuaika|czas czytania"
    r"|doba čtení|doba čítania|olvasási idő|timp de citire|okuma süresi|waktu baca"
    r"|thời gian đọc|χρόνος ανάγνωσης|время (?:на )?чтени[ея]|час читання"
    r"|време за четене|阅读时[间长]|閱讀時間|読了時間|مدة القراءة|وقت القراءة"
    r"|زمان مطالعه|זמן קריאה)\W{0,3}\w{0,6}\W{0,3}\d{1,3}\W{0,3}\w{0,9}\W*"
    r"|\d{1,3}[\s-]?(?:min|mins|minutes?)\W{0,2}(?:read|de lecture|de lectura"
    r"|de leitura|di lettura|lesezeit|leestijd|lesetid|lästid|okuma)\W*",
    re.IGNORECASE,
)
_AD_WORDS = re.compile(
    r"(?:advert(?:isement|ising|orial)?|sponsored|promoted|anzeige|werbung|gesponsert"
    r"|publicité|sponsorisé|publicidade?|publicitat|patrocinado|pubblicità|sponsorizzato"
    r"|advertentie|gesponsord|annons|annonse?|annonce|sponsoreret|sponsrad|sponset"
    r"|mainos|reklam[ay]?|reklaam|reklāma|reklám|hirdetés|szponzorált|sponzorováno"
    r"|sponsorowane|oglas|reclam[ăa]|publicitate|auglýsing"
    r"|διαφήμιση|реклам[аи]|на правах рекламы|рэклама|жарнама|գովազդ"
    r"|რეკლამა|sponsorlu|iklan|bersponsor|quảng cáo|được tài trợ|patalastas|tangazo"
    r"|إعلان|اعلان|ممول|آگهی|تبلیغات?|اشتہار|פרסומת|ממומן|विज्ञापन|जाहिरात|বিজ্ঞাপন"
    r"|விளம்பரம்|പരസ്യം|โฆษณา|广告|廣告|広告|광고)(?!\w)",
    re.IGNORECASE,
)


def without_inserts(
    blocks: Sequence[Block], profile: Profile | None = None
) -> list[Block]:
    """Drop counters, ads and marks of the end from an article's blocks.

    A counter is known by its words, or by a profile in which the same label stands
    before other numbers on other items; a pointer to another item likewise. Where a
    line that leads to a place on the page itself stands twice, it leads to the top.
    """
    on_page = Counter(block.text for block in blocks if _stays_on_page(block))
    return [
        block
        for block in blocks
        if not is_insert(block, profile) and on_page[block.text] < _TWICE
    ]


def _stays_on_page(block: Block) -> bool:
    """Tell whether a line is but a link to a place on the same page."""
    return (
        bool(block.hrefs)
        and block.kind != "heading"
        and block.chars <= _COUNTER
        and block.link_chars >= _ALL_LINKED * block.chars
        and all(href.startswith("#") for href in block.hrefs)
    )


def is_insert(block: Block, profile: Profile | None = None) -> bool:
    """Tell whether a block is a counter, an ad, a mark of the end or a pointer."""
    if not may_be_insert(block):
        return False
    if is_printing(block.text):
        return True  # however long its address
    if block.chars > _POINTING:
        return False
    if label := _label_of_link(block):
        key = pointer_hash(block)
        if is_bidding(label) or (profile and key in profile.repeated):
            return True
    if block.chars > _AD:
        return False
    text = block.text
    if not text.isascii():
        text = normal_text(text)
    if is_counter(text) or is_end(text) or _READING_TIME.fullmatch(text):
        return True
    if is_ad_mark(text) or offers_to_read(text):
        return True
    if profile and (key := folded_hash(text)) and key in profile.repeated:
        return True
    if block.hrefs and (_PAGER.fullmatch(text) or _offers_print(block)):
        return True
    if block.link_share < _LINKED:
        return False
    return bool(_AD_WORDS.match(text)) or _is_sponsored(block)


def is_end(text: str) -> bool:
    """Tell whether a line is but the mark with which agencies end their texts.

    >>> is_end("# # #"), is_end("-30-"), is_end("The end of the quay")
    (True, True, False)
    """
    return _OVER.fullmatch(text) is not None


def may_be_insert(block: Block) -> bool:
    """Tell whether a block is neither data nor a heading, which are the text's own."""
    return block.kind not in ("cell", "heading") and cell_of(block) is None


def folded_hash(text: str) -> str | None:
    """Return a hash of what labels a number, for a line that is nothing but that.

    >>> folded_hash("Views: 1,204") == folded_hash("Views: 77")
    True
    >>> folded_hash("Chapter 5") is folded_hash("Berth 5 was closed.") is None
    True
    >>> folded_hash("Press office, ref. no. 6328") is None
    True
    >>> folded_hash("The tender is published under number 699.") is None
    True
    """
    if len(text) > _COUNTER or not (found := _LABELLED.fullmatch(text)):
        return None
    return text_hash(f"{found['label']} number of something")


def pointer_hash(block: Block) -> str | None:
    """Return a hash of what labels a link, for a line that is nothing but that."""
    label = _label_of_link(block)
    return text_hash(f"{label} leads to something") if label else None


def _label_of_link(block: Block) -> str:
    """Return what stands before the colon of a line that only leads to another item."""
    if block.chars > _POINTING or len(block.hrefs) != 1:
        return ""
    href = block.hrefs[0]
    found = _POINTER.fullmatch(block.text)
    if found is None or href.startswith(NO_ITEM) or may_be_file(href):
        return ""
    title = len("".join(found["title"].split()))
    return found["label"] if block.link_chars >= _ALL_LINKED * title else ""


def _offers_print(block: Block) -> bool:
    """Tell whether a line offers its page to be printed, and says but its size."""
    if block.chars - block.link_chars > _SIZE or len(block.hrefs) > _TOOLS:
        return False
    links = [visible_text(link) for link in islice(block.element.iter("a"), _TOOLS)]
    return bool(links) and all(map(says_print, links))


def _is_sponsored(block: Block) -> bool:
    """Tell whether a short line links to what paid for it, and says so."""
    return any(
        "sponsored" in (link.get("rel") or "").lower()
        for link in block.element.iter("a")
    )
