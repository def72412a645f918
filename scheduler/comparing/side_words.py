"""Lines that say themselves that they are no part of an item. Pure."""

import re
from collections.abc import Sequence

from parsers.blocks import Block
from parsers.body.inserts import without_inserts
from parsers.body.region import inside
from parsers.body.sign_up import count_cookies, speaks_of_cookies
from parsers.lines.signs import word_signs
from parsers.lists.teaser_lists import leads_to_file
from parsers.templates.beside import says_news
from parsers.text import has_digit

#: What marks an advertisement, or names a list, is no longer.
_WORDS = 40
#: What asks for consent is no longer.
_NOTICE = 300
_POINTER = re.compile(r"([^:：|–—»>→]{2,40})[:：|–—»>→]+\s*(\S.+)")
#: How the pointer to the item before or after begins, in small letters.
_ADJACENT = re.compile(
    r"(?:the )?(?:prev|next\b|older|newer)|vorherig|vorig|nächst|älter|neuer|zurück"
    r"|weiter\b|précédent|suivant|anterior|siguiente|próxim|seguinte|precedente"
    r"|successiv|prossim|volgende"
    r"|föregående|forrige|næste|neste|nästa|edellinen|seuraava|poprzedni|następn"
    r"|předchozí|další|predchádzaj|ďalš|előző|következő|următo|предыдущ|следующ|пред\."
    r"|след\.|попередн|наступн|предишн|следващ|prethodn|sl(?:j)?edeć|претходн|следећ"
    r"|eelmi|järgmi|iepriekšēj|nākam|ankstesn|προηγούμεν|επόμεν|önceki|sonraki"
    r"|sebelumnya|berikutnya|selanjutnya|(?:bài |tin )?(?:trước|tiếp|sau\b|kế tiếp)"
    r"|السابق|التالي|قبلی|بعدی|הקודם|הבא|पिछल|अगल|ก่อนหน้า|ถัดไป|上一|下一|前一|后一"
    r"|後一|前[のへ]|次[のへ]|이전|다음"
)
#: How such a pointer begins with a sign, and how one to what just happened.
_BACK = re.compile(r"[«‹←⟵❮◄◀⬅]")
_BREAKING = re.compile(
    r"breaking(?: news)?\b|eilmeldung|dernière minute|última hora|ultim.ora"
    r"|laatste nieuws"
    r"|срочн|молния|son dakika|عاجل|快讯|速報|속보",
    re.I,
)
#: What asks to sign up begins so, and leads there.
_SIGN_UP = re.compile(
    r"(?:please )?(?:sign up|subscribe|get (?:our|the)|join our|register for)\b"
    r"|(?:jetzt )?abonnier|melden sie sich|abonnez|inscrivez|suscr[ií]b|inscreva|assine"
    r"|iscriviti|abbonati|meld je|abonneer|prenumerera|abonner|tilaa|zapisz|подпи"
    r"|підпи|abone ol|berlangganan|đăng ký",
    re.I,
)
#: How a list of other items is called, in small letters.
_OTHERS = re.compile(
    r"(?:more|related|recommended|popular|trending|latest|recent|other|further)"
    r" (?:news|stor|articles|headlin|posts|reads|press releases|from\b"
    r"|(?:on|about) this\b)"
    r"|most (?:read|popular|viewed)|you (?:may|might) (?:also )?like"
    r"|read (?:more|next|also)|see also"
    r"|mehr (?:zum thema|nachricht|artikel|aus\b|von\b)"
    r"|(?:weitere|aktuelle|neueste|letzte) (?:artikel|nachricht|meldung|presse)"
    r"|das könnte (?:sie|dich)"
    r"|(?:ähnliche|verwandte) (?:art|bei|meld|nachr|them)"
    r"|meistgelesen|(?:à )?lire aussi|sur le même sujet"
    r"|(?:articles|actualités) (?:liée?s|simil|les plus)"
    r"|(?:les )?dernières (?:actu|nouv|info)"
    r"|(?:últimas|más|outras|otras) not[ií]cias|(?:ultime|altre) notizie"
    r"|laatste nieuws|gerelateerd|senaste nytt|siste nytt|seneste nyt|uusimmat uut"
    r"|(?:ostatnie|najnowsze) (?:wiad|aktual)|nejnovější (?:zpráv|aktual)"
    r"|(?:последние|другие|свежие) (?:новост|публик|материал)|останні нов|інші нов"
    r"|son haber|berita (?:terbaru|terkini|lain)|tin (?:mới|khác)|最新(?:消息|新[闻聞])"
    r"|新着(?:情報|ニュース)|최신 ?(?:기사|뉴스)|آخر الأخبار|أحدث الأخبار"
    r"|(?:noticias|artículos|notícias|artigos) relaciona|te puede"
    r"|lo más (?:leído|visto)|le[ei]a (?:también|também)|mais lid|articoli correlati"
    r"|leggi anche|più letti|potrebbe interess|lees ook|meest gelezen"
    r"|läs (?:mer|också|även)|mest läst|les også|mest lest|læs også|mest læst"
    r"|lue (?:myös|lisää)|luetuimmat|(?:prze)?czytaj (?:też|także|również)"
    r"|zobacz (?:też|także|również)|podobne|najczęściej czyt|související|nejčtenější"
    r"|čtěte (?:také|dále)|(?:читайте|смотрите) так|похожие|(?:новост. )?по теме"
    r"|популярн|схожі"
    r"|ilgili haber|en çok okunan|berita terkait|baca juga|terpopuler|tin liên quan"
    r"|xem thêm|相关(?:新闻|阅读|文章)|热门|延伸阅读"
    r"|関連記事|アクセスランキング|관련 ?(?:기사|뉴스|소식)|많이 본"
    r"|ข่าว(?:ที่เกี่ยวข้อง|อื่น)|أخبار ذات صلة|اقرأ أيض|(?:خبرهای|اخبار|مطالب) مرتبط"
    r"|σχετικ(?:ά|ές) (?:νέα|άρθρα|ειδ)"
    r"|(?:ידיעות|כתבות|חדשות) (?:קשור|נוספ)"
)
#: Who is written to or called is no page.
_CONTACT = re.compile(r"\s*(?:mailto|tel|sms|fax):", re.I)
#: How a box is called that tells the weather, in small letters.
_SKY = re.compile(
    r"(?:today.?s |local |current |the )?(?:weather|air quality|forecast|tides?)"
    r"(?: (?:today|now|index|forecast|report|conditions))?"
    r"|(?:das )?wetter(?: heute)?|luftqualität|(?:la )?météo|qualité de l.air"
    r"|(?:el )?(?:tiempo|clima)|calidad del aire|(?:previsão do )?tempo|qualidade do ar"
    r"|(?:il )?meteo|qualità dell.aria|(?:het )?weer|vädret?|vejret|været|sää|pogoda"
    r"|jakość powietrza|počasí|počasie|időjárás|vremea|погода|време|hava durumu|cuaca"
    r"|thời tiết|ο? ?καιρός|الطقس|حالة الطقس|מזג האוויר|天气(?:预报)?|天氣|空气质量"
    r"|天気|날씨|대기질|อากาศ"
)
#: So many lines stand between that name and the last one of the box.
_BOX = 3
#: So many entries are looked at before the heading of a list is given up.
_LIST = 30
#: What a box says that asks readers to subscribe.
_LETTER = re.compile(
    r"newsletter|\bsubscri(?:be|ption)|abonn(?:ier|ez|ement)|suscr[ií]b|assine\b"
    r"|iscriviti|nieuwsbrief|nyhetsbrev|nyhedsbrev|uutiskirje|рассылк|подпи(?:шит|сыва)"
    r"|розсилк|підпи[шс]|bülten|zpravodaj|buletin|berlangganan",
    re.I,
)
#: What asks to do so and nothing else is no longer.
_ASKS = 120
#: The heading of a box of news says so in few words.
_HEAD = 3
#: The day of an item is so long at most, and no title is shorter.
_DAY = 20
#: From this share of link on, a line is nothing but a link.
_LINKED = 0.75

#: Where the name of a site leads.
_FRONT = re.compile(
    r"(?:(?:https?:)?//[^/?#]+)?(?:/|\./)?(?:(?:index|default|home)\.\w+)?(?:[?#].*)?",
    re.I,
)


def leads_to_front(href: str) -> bool:
    """Tell whether an address is that of the site's front page.

    >>> leads_to_front("/index.html"), leads_to_front("/index/1")
    (True, False)
    """
    return _FRONT.fullmatch(href) is not None


def leads_away(block: Block) -> bool:
    """Tell whether a block only points to another page, as "read also" lines do."""
    if not block.hrefs or leads_to_file(block) or all(map(_CONTACT.match, block.hrefs)):
        return False
    if block.link_share >= _LINKED:
        return True
    # "Read also: …", of which only the title is linked
    found = _POINTER.fullmatch(block.text)
    return found is not None and block.link_chars >= _LINKED * len(found[2])


def is_insert(block: Block) -> bool:
    """Tell whether a line marks an advertisement, or says what else to read."""
    if block.chars <= _WORDS and "ad" in word_signs(block.text):
        return True
    if not without_inserts([block]) or _signs_up(block):
        return True
    is_led = leads_away(block)
    if is_led and (_BACK.match(block.text) or _BREAKING.match(block.text)):
        return True
    found = _POINTER.fullmatch(block.text)
    if found is None or not is_led:
        return False
    is_beside = _ADJACENT.match(found[1].strip().lower()) is not None
    return is_beside or "more" in word_signs(block.text)


def is_under_sky(block: Block, blocks: Sequence[Block], title: str) -> bool:
    """Tell whether a short line stands in a box that tells the weather.

    The entry of a menu over a line is no name of its box.
    """
    if block.chars > _NOTICE:
        return False
    above = blocks[max(0, block.index - _BOX) : block.index]
    names = [
        line.text.lower().strip(" :")
        for line in above
        if line.chars <= _WORDS and not _is_entry_elsewhere(line, block)
    ]
    return any(n not in title.lower() for n in names if _SKY.fullmatch(n))


def _is_entry_elsewhere(line: Block, block: Block) -> bool:
    box = line.place.parent
    return leads_away(line) and box is not None and not inside(block, box)


def _signs_up(block: Block) -> bool:
    """Tell whether a line only asks readers to subscribe, and leads there."""
    is_short = block.kind == "text" and block.chars <= _ASKS
    return (
        is_short
        and bool(block.hrefs and _SIGN_UP.match(block.text))
        and is_appeal(block)
    )


def is_appeal(block: Block) -> bool:
    """Tell whether a line asks readers to subscribe."""
    return _LETTER.search(block.text) is not None


def is_among_others(block: Block, blocks: Sequence[Block]) -> bool:
    """Tell whether a line is a link in a list of other items, or the list's heading."""
    if not _is_entry(block):
        below = blocks[block.index + 1 : block.index + 2]
        return _names_others(block) and any(map(_is_entry, below))
    above = reversed(blocks[max(0, block.index - _LIST) : block.index])
    head = next((line for line in above if not _is_entry(line)), None)
    return head is not None and _names_others(head)


def _is_entry(block: Block) -> bool:
    """Tell whether a line is a link to another item, and perhaps its day."""
    if leads_away(block):
        return True
    is_title = block.link_chars >= max(_DAY, block.chars - _DAY)
    ends = block.text[:_DAY] + block.text[-_DAY:]
    return is_title and len(block.hrefs) == 1 and has_digit(ends)


def _names_others(block: Block) -> bool:
    if block.chars > _WORDS:
        return False
    if block.kind == "heading" and says_news(block.text):
        return block.text.count(" ") < _HEAD
    return _OTHERS.match(block.text.lower()) is not None


def asks_consent(block: Block, blocks: Sequence[Block], title: str) -> bool:
    """Tell whether a short line speaks of cookies on a page about something else.

    So do the heading over such a line, and a link right behind it: what it leads to
    says more of them.
    """
    if count_cookies(title):
        return False
    if speaks_of_cookies(block):
        return True
    if block.kind == "heading":
        near = blocks[block.index + 1 : block.index + 2]
    else:
        near = blocks[block.index - 1 : block.index] if leads_away(block) else ()
    return any(
        speaks_of_cookies(line)
        and line.place.parent in (block.place, block.place.parent)
        for line in near
    )
