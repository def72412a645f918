"""Links that do something with a page: share it, print it, make it large. Pure."""

import re

from parsers.blocks import Block
from parsers.finders.renditions import says_rendition
from parsers.text import SENTENCE_ENDS

#: What asks to share or to follow is no longer, and what prints is but links.
_SHORT, _INVITES, _LINKED = 80, 160, 0.75
#: Where a page is handed on to others, with its address.
_SHARES = re.compile(
    r"(?:mailto|sms):\?|whatsapp:|//(?:\w+\.)?(?:wa\.me|api\.whatsapp\.com)/"
    r"|//(?:[\w-]+\.)*(?:facebook|twitter|x|linkedin|reddit|tumblr|google|weibo|vk|line"
    r"|telegram|t|addtoany|addthis|bsky|threads|xing|pinterest)\.\w+/"
    r"(?:share|sharer|sharing|sharearticle|intent|submit|bookmark|pin/create|dialog"
    r"|spi/shares|widgets/share|r/msg|msg|home\?status)",
    re.I,
)
#: The page for printing, and what prints it.
_PRINTS = re.compile(
    r"[/?&_.-]print(?:able|view|pdf|mail|er|[_-]?friendly)?(?:[/?&=._-]|$)|\.print\(",
    re.I,
)
#: Where an office is to be followed: the front of its place on another site.
_PROFILES = re.compile(
    r"(?:https?:)?//(?:[\w-]+\.)*(?:facebook|twitter|x|instagram|linkedin|youtube"
    r"|tiktok|threads|t|telegram|vk|weibo|pinterest|flickr|bsky|whatsapp|ok)\.\w+/"
    r"(?:(?:channel|company|user|c|in|school|showcase)/)?"
    r"@?(?!watch|playlist|embed|shar|event|hashtag|search|live|video)[\w.%-]+/?"
    r"(?:\?.*)?",
    re.I,
)
_NETWORKS = re.compile(
    r"facebook|twitter|instagram|linkedin|youtube|tiktok|telegram|whatsapp|вконтакте"
    r"|tweet|weibo"
)
#: How such an invitation begins, in small letters.
_FOLLOW = re.compile(
    r"(?:please )?(?:follow|like|join|find|connect|visit|subscribe|get social)\b"
    r"|folgen|suivez|retrouvez|s[ií]gu|segui|encuéntra|curta|volg|följ|følg|seuraa|obserwuj|"
    r"śledź|polub|sledujte|kövess|urmări|подпис|следит|читайте нас|присоединя|підпис|"
    r"takip|bizi|ikuti|theo dõi|ακολουθ|تابع|关注|關注|フォロー|팔로우"
)
#: What a row of such controls says, in small letters.
_SAYS = re.compile(
    r"(?:share|print|listen to|save) (?:this|the) (?:article|page|story|post)"
    r"|(?:artikel|beitrag|seite|meldung) (?:teilen|drucken|anhören|vorlesen)"
    r"|(?:partager|imprimer|écouter) (?:cet article|cette page|l.article)"
    r"|(?:compartir|imprimir|escuchar) (?:este artículo|esta (?:página|noticia))"
    r"|(?:condividi|stampa|ascolta) (?:l.articolo|questo articolo|questa pagina)"
    r"|(?:compartilhe|ouça) (?:este artigo|esta (?:página|notícia))"
    r"|(?:deel|print) (?:dit artikel|deze pagina)"
)
#: Such a row is so long.
_ROW = 60
#: What only a script does.
_ACTS = re.compile(r"^\s*(?:#\s*$|javascript:)", re.I)


def is_control(block: Block) -> bool:
    """Tell whether a line only hands its page on, or prints or changes it.

    >>> from parsers.block_walk import walk
    >>> from parsers.model import Capture
    >>> from parsers.page import read_page
    >>> html = b'''<p>Share: <a href="https://facebook.com/sharer.php?u=x">Facebook</a>
    ... <a href="mailto:?body=x">Mail</a><p><a href="/fog/print">Print</a>
    ... <p><a href="/1/pdf">Download PDF version</a>
    ... <p>Write to <a href="mailto:dock@h.example?subject=fog">the dock</a>'''
    >>> page = read_page(Capture(url="https://h.example/", payload=html))
    >>> [is_control(block) for block in walk(page)]
    [True, True, True, False]
    """
    if block.chars <= _ROW and _SAYS.search(block.text.casefold()):
        return True
    if not block.hrefs or block.kind in ("heading", "cell"):
        return False  # what opens what it heads is read
    if _invites(block):
        return True
    if block.chars > _SHORT:
        return False
    is_links = block.link_share >= _LINKED
    # a sentence may have a word that a script explains
    is_sentence = block.text[-1] in SENTENCE_ENDS and block.link_share < 1 - _LINKED
    if not is_sentence and any(
        all(map(way.search, block.hrefs)) for way in (_SHARES, _ACTS)
    ):
        return True
    if not is_links:
        return False
    return says_rendition(block.text) or any(map(_PRINTS.search, block.hrefs))


def _invites(block: Block) -> bool:
    """Tell whether a line only asks to follow somebody on other sites.

    >>> from parsers.block_walk import walk
    >>> from parsers.model import Capture
    >>> from parsers.page import read_page
    >>> html = b'''<p>Follow us on <a href="https://x.com/dock">X</a>, too.
    ... <p>Fog, says <a href="https://x.com/dock">the dock</a>, is gone.'''
    >>> page = read_page(Capture(url="https://h.example/", payload=html))
    >>> [_invites(block) for block in walk(page)]
    [True, False]
    """
    if block.chars > _INVITES or not all(map(_PROFILES.fullmatch, block.hrefs)):
        return False
    small = block.text.casefold()
    is_links = block.link_share >= _LINKED
    return bool(_FOLLOW.match(small) or (is_links and _NETWORKS.search(small)))
