"""Small boxes whose first line says that they are none of a page's text. Pure."""

import re
from collections.abc import Callable, Iterator, Sequence

from parsers.blocks import Block, Place
from parsers.body.region import inside
from parsers.lines.moving_lines import is_moving

#: What names a box is no longer, and stands so many lines before the last one of it.
_NAME, _LINES = 80, 24
#: A box with something to see or hear, and one that asks for money, are no larger.
_SMALL, _APPEAL = 240, 400
#: How a box is called in which readers speak, in small letters; of that it shows ages.
_COMMENTS = re.compile(
    r"(?:\d{1,5} |all |reader )?(?:comments?|replies|responses|kommentare?|leserbriefe"
    r"|commentaires?|comentarios?|comentários?|commenti|reacties|kommentarer|kommentit"
    r"|komentarze|komentáře|комментари[ий]|коментар[іи]|yorumlar|komentar|bình luận"
    r"|التعليقات|تعليقات|评论|評論|コメント|댓글)\W*(?:\d{1,5}\W*)?"
)
#: The same where readers vote; of that it shows what is asked, and shares.
_POLL = re.compile(
    r"(?:reader |online |our |quick |snap )?poll(?: of the (?:day|week|month))?"
    r"|(?:take|vote in) our poll|umfrage(?: de[rs] (?:woche|tages|monats))?"
    r"|sondage(?: du jour| de la semaine)?|encuesta(?: de la semana| del día)?"
    r"|enquete|sondaggio(?: del giorno)?|peiling|poll van de week|omröstning"
    r"|sonda(?:ż|ge)?|anketa|опрос(?: дня| недели)?|опитування|anket|jajak pendapat"
    r"|投票|アンケート|설문(?:조사)?"
)
_SHARE = re.compile(r"(?<!\d)\d{1,3}(?:[.,]\d)?\s*%\W*$")
#: The same where there is something to see or hear, with what that is.
_MEDIA = re.compile(
    r"(?:watch|listen|video|podcast|in pictures|gallery|photo gallery|live stream"
    r"|zum anhören|im video|video|bildergalerie|fotostrecke|en vidéo|vidéo|regardez"
    r"|écoutez|en images|diaporama|mira|escucha|vídeo|galería|assista|ouça|galeria"
    r"|guarda|ascolta|fotogallery|bekijk|luister|se|hör|katso|kuuntele|zobacz|posłuchaj"
    r"|смотрите|видео|слушайте|дивіться|izle|tonton|xem)\s*[:：|]\s*\S.*"
)
#: The same where readers are asked for money, and what they are to press then.
_MONEY = re.compile(
    r"(?:please )?(?:support|help|donate to|back|fund)\b.{0,40}"
    r"|(?:unterstütz|spende).{0,40}|(?:soutenez|faites un don).{0,40}"
    r"|(?:apoya|dona|ayuda|apoie|doe|sostieni|steun|stöd|støtt?|tue|wesprzyj|podpoř"
    r"|поддерж|підтрим|destek ol|dukung).{0,40}"
)
_GIVE = re.compile(
    r"\b(?:donate|give (?:now|today)|contribute|become a member|spenden|faire un don"
    r"|donar|dona ahora|doar|dona ora|doneer|donera|doner|lahjoita|wpłać|přispět"
    r"|пожертвовать|bağış|donasi)\b"
)
#: The same where something is sold, and where an app is offered.
_AD = re.compile(
    r"(?:sponsored|promoted|paid|advert(?:isement|ising|orial)?|anzeige|werbung"
    r"|gesponsert|publicité|sponsorisé|publicidade?|patrocinado|pubblicità|advertentie"
    r"|annons|annonse?|annonce|mainos|reklam[ay]?|реклама|iklan|إعلان|广告|廣告|広告|광고)"
    r"(?: content| post| story| links?)?"
)
_APP = re.compile(
    r"(?:download|get|install|try|laden sie|téléchargez|descarga|baixe|scarica)\b"
    r".{0,30}\bapp\b.{0,40}"
)
_STORE = re.compile(r"//(?:apps|itunes)\.apple\.com/|//play\.google\.com/")


def is_in_named_box(block: Block, blocks: Sequence[Block]) -> bool:
    """Tell whether a line stands in a box that says what it is in its first line.

    >>> from parsers.block_walk import walk
    >>> from parsers.model import Capture
    >>> from parsers.page import read_page
    >>> html = b'''<p>Fog over the quay.<div><h4>Comments</h4><b>Bo</b><p>2 hours ago
    ... <p>Fog, again!</div><div><h4>WATCH: Fog comes</h4></div><h4>Comments</h4><p>Ice.
    ... <div><h4>Poll of the day</h4><p>Is it fog?<p>Yes 61%</div>'''
    >>> blocks = walk(read_page(Capture(url="", payload=html)))
    >>> [block.text for block in blocks if not is_in_named_box(block, blocks)]
    ['Fog over the quay.', 'Comments', 'Ice.']
    """
    if block.kind == "cell":
        return False
    for head in reversed(blocks[max(0, block.index - _LINES) : block.index + 1]):
        name = head.text.casefold().strip(" :") if head.chars <= _NAME else ""
        is_so = next((shows for how, shows in _BOXES if how.fullmatch(name)), None)
        if is_so is None:
            continue
        boxes = (box for box in _opened(head) if inside(block, box))
        if any(is_so(blocks[box.start : box.end]) for box in boxes):
            return True
    return False


def _opened(head: Block) -> Iterator[Place]:
    """Yield the boxes that a line opens."""
    is_within = head.place.end > head.index + 1
    box = head.place if is_within else head.place.parent
    while box is not None and box.start == head.index and box.tag != "body":
        yield box
        box = box.parent


def _are_comments(lines: Sequence[Block]) -> bool:
    return any(_has_age(line.text) for line in lines[1:])


def _has_age(text: str) -> bool:
    """Tell whether a short line ends with how long ago it was said."""
    words = text.split() if len(text) <= _NAME else []
    return any(is_moving(" ".join(words[-n:])) for n in (2, 3) if words)


def _is_poll(lines: Sequence[Block]) -> bool:
    asks = any(line.text.endswith(("?", "？", "؟")) for line in lines)
    return asks and any(_SHARE.search(line.text) for line in lines[1:])


def _is_media(lines: Sequence[Block]) -> bool:
    is_box = len(lines) > 1 or lines[0].kind in ("heading", "caption")
    return is_box and sum(line.chars for line in lines) <= _SMALL


def _asks_money(lines: Sequence[Block]) -> bool:
    is_small = sum(line.chars for line in lines) <= _APPEAL
    links = (line.text.casefold() for line in lines[1:] if line.hrefs)
    return is_small and any(map(_GIVE.search, links))


def _sells(lines: Sequence[Block]) -> bool:
    is_small = sum(line.chars for line in lines) <= _SMALL
    return is_small and any(line.hrefs for line in lines)


def _leads_to_store(lines: Sequence[Block]) -> bool:
    is_small = sum(line.chars for line in lines) <= _APPEAL
    return is_small and any(_STORE.search(h) for line in lines for h in line.hrefs)


#: How boxes are called, and what they show then.
_BOXES: tuple[tuple[re.Pattern[str], Callable[[Sequence[Block]], bool]], ...] = (
    (_COMMENTS, _are_comments),
    (_POLL, _is_poll),
    (_MEDIA, _is_media),
    (_MONEY, _asks_money),
    (_AD, _sells),
    (_APP, _leads_to_store),
)
