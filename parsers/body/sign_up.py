"""Boxes amid a text that ask for an address, for a vote, for consent. Pure."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from lxml.html import HtmlElement

from parsers.blocks import Block, Place
from parsers.page import Page
from parsers.text import normal_text, weight

#: A box has so much text at most, and lies no more steps around a line of it.
_BOX, _STEPS = 400, 4
#: It has this share of all the text at most, and this where it is the next thing around
#: the field: the last page of a long report may say less than the box on it.
_SHARE, _NEXT = 1 / 3, 4 / 5
#: What says so much around a field asks for itself: what stands beside it is text.
_WHOLE = 80

#: So many fields are looked at.
_FIELDS = 100
#: What such boxes ask for: an address, or which answer a reader chooses.
_ASKED = ("email", "radio")
#: What asks to agree to cookies is no longer, and says so in as many ways at most.
_NOTICE, _WAYS = 300, 2
#: What sets them, or what they are for, and what asks to agree to them: who bakes
#: cookies says no such word.
_OF_SITES = re.compile(
    r"web-?\s?(?:site|seite|page)|(?:this|our) site|browser|consent|privacy|preferences"
    r"|(?:ce|notre|le) site|site web|sitio|navegador|navigat(?:ion|eur)|este site|sito"
    r"|einwillig|datenschutz|toestemming|webbplats|nettste|hjemmeside|sivusto"
    r"|stron(?:a|ę|ie|y)|webov|oldal|сайт|ウェブ|网站|網站|웹|الموقع|האתר|เว็บ"
    r"|accept|agree|allow|settings|analytic|zustimm|akzept|einstellung|paramètr"
    r"|confidentialité|navega|acept|aceit|configur|privaci|accett|informativa|impostaz"
    r"|akkoord|voorkeur|godta|godkänn|samty[kc]|hyväks|asetuk|nõus|piekr|sutink|zg[ao]d"
    r"|przegląd|souhlas|súhlas|elfogad|hozzájár|acord|prihvać|çerez|kullan|соглас"
    r"|настро|згод|налашт|съглас|αποδοχ|ιστότοπ|موافق|הסכמ|同意|接受|设置|設定"
    r"|サイト|동의|설정|사이트|ยอมรับ",
    re.IGNORECASE,
)
_COOKIES = re.compile("[CcKk]ookie|ciastecz|файлы куки|쿠키|تعريف الارتباط|קוקי|คุกกี้")


def without_sign_up(blocks: Sequence[Block], page: Page) -> list[Block]:
    """Drop the lines of boxes with a field for mail or choices, if others are left."""
    boxes = AskingBoxes(page)
    if not boxes.fields:
        return list(blocks)
    chars = sum(block.chars for block in blocks)
    most, most_next = (min(_BOX, int(share * chars)) for share in (_SHARE, _NEXT))
    lines = _Lines(blocks)
    asking = {
        line
        for field in boxes.fields
        for line in lines.within(islice(boxes.around(field), 1, _STEPS + 1), most_next)
    }
    asking.update(block for block in blocks if boxes.hold(block, most))
    left = [block for block in blocks if block not in asking]
    return left or list(blocks)


def without_consent(blocks: Sequence[Block]) -> list[Block]:
    """Drop the lines of boxes with a button to agree to cookies, if others are left.

    A video stands there once a reader does. A text about cookies has more to say.
    """
    asking = [b for b in blocks if speaks_of_cookies(b)]
    if not asking or len({block.text for block in asking}) > _WAYS:
        return list(blocks)
    boxes = {box for block in asking if (box := _box_of_consent(block)) is not None}
    left = [b for b in blocks if boxes.isdisjoint((b.place, *b.place.ancestors()))]
    return left or list(blocks)


def is_but_consent(blocks: Sequence[Block], title: str) -> bool:
    """Tell whether all that a page says is that its site sets cookies.

    Scripts draw all else, or the item could not be had.
    """
    said = [block.text for block in blocks]
    is_told = all(count_cookies(text) and speaks_of_sites(text) for text in said)
    return bool(said) and is_told and not count_cookies(title)


def speaks_of_cookies(block: Block) -> bool:
    """Tell whether a line is no text and speaks of cookies."""
    return block.chars <= _NOTICE and count_cookies(block.text) > 0


def count_cookies(text: str) -> int:
    """Return how often a text names cookies, in whichever language.

    >>> count_cookies("Cookies: what we set"), count_cookies("The ferry is late")
    (1, 0)
    """
    return len(_COOKIES.findall(text))


def speaks_of_sites(text: str) -> bool:
    """Tell whether a text has words of those who set cookies, and not of who bakes.

    >>> speaks_of_sites("Accept all cookies"), speaks_of_sites("A tin of cookies")
    (True, False)
    """
    return _OF_SITES.search(text) is not None


def _box_of_consent(block: Block) -> Place | None:
    """Return the small box with a button that a line stands in."""
    for place in islice(block.place.ancestors(), _STEPS):
        words = sum(len(text.strip()) for text in place.element.itertext())
        if words > _BOX:
            return None
        if next(place.element.iter("button"), None) is not None:
            return place
    return None


class AskingBoxes:
    """The boxes of a page that have a field for mail or choices, ``fields`` the first.

    More fields than are looked at make a form, or an attack.
    """

    def __init__(self, page: Page) -> None:
        asking = (field for field in page.noted["input"] if _asks(field))
        self.fields = list(islice(asking, _FIELDS))
        self._words: dict[HtmlElement, int] = {}
        self._around = {box for field in self.fields for box in self.around(field)}

    def around(self, field: HtmlElement) -> Iterator[HtmlElement]:
        """Yield a field and the boxes around it, up to the first that says enough."""
        for box in (field, *field.iterancestors()):
            yield box
            if self._says_enough(box):
                return

    def hold(self, block: Block, most: int = _BOX) -> bool:
        """Tell whether a line stands in a small one of them."""
        if block.chars > most:
            return False
        element = block.element
        near = (element, *islice(element.iterancestors(), _STEPS - 1))
        box = next((one for one in near if one in self._around), None)
        return box is not None and self._chars(box) <= most

    def _says_enough(self, box: HtmlElement) -> bool:
        is_long = self._chars(box) >= _WHOLE
        return is_long or weight(normal_text(box.text_content())) >= _WHOLE

    def _chars(self, box: HtmlElement) -> int:
        if box not in self._words:
            self._words[box] = sum(len(text.strip()) for text in box.itertext())
        return self._words[box]


class _Lines:
    """Lines by the elements that they stand in."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._own: dict[HtmlElement, list[Block]] = {}
        self._held: dict[HtmlElement, list[Block]] = {}
        for block in blocks:
            self._own.setdefault(block.element, []).append(block)
            for box in (block.element, *block.element.iterancestors()):
                self._held.setdefault(box, []).append(block)

    def within(self, boxes: Iterable[HtmlElement], most: int) -> list[Block]:
        """Return the lines of the first box that has any, if they are few."""
        for box in boxes:
            if lines := [*self._held.get(box, ()), *self._through(box)]:
                return lines if sum(line.chars for line in lines) <= most else []
        return []

    def _through(self, box: HtmlElement) -> Iterator[Block]:
        """Yield lines of larger places that run through a box, which is but a font."""
        places = [place for place in box.iterancestors() if place in self._own]
        words = normal_text(box.text_content()) if places else ""
        for place in places:
            yield from (line for line in self._own[place] if line.text in words)


def _asks(field: HtmlElement) -> bool:
    return (field.get("type") or "").strip().lower() in _ASKED
