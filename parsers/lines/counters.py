"""Lines that count readers: views, votes, visits, downloads. Pure."""

import re
from functools import lru_cache

from parsers.text import has_digit

#: Longer lines say something.
_SHORT = 120
#: The name of a count is no longer.
_LABEL = 30
_COUNTS = (
    r"views?|hits?|reads?|visits?|visitors?|clicks?|shares?"
    r"|likes?|comments?|replies|downloads?|times? (?:read|shared)|aufrufe?|klicks?"
    r"|zugriffe|kommentare?|(?:mal )?geteilt|partages?|condivisioni|compartid[oa]s?"
    r"|gedeeld|delningar|udostępnie\w+"
    r"|votes?|ratings?|followers?|subscribers?|readers|stimmen|abonnenten|abonnés|votos?"
    r"|seguidores|voti|stemmen|volgers|röster|följare|stemmer|følgere|ääntä|głos\w*|hlas\w*"
    r"|голос(?:ов|а|ів)?|подписчик\w*|підписник\w*|glasova|oy|takipçi|suara"
    r"|pengikut|lượt bình chọn|ψήφοι|票|人のフォロワー|표"
    r"|besucher|gelesen|vues?|lectures?|visites?|commentaires?|visitas?|vistas?|visto"
    r"|lecturas?|comentarios?|visualizza\w+|visualiza\w+|letture|commenti|weergaven"
    r"|reacties|wyświetle\w+|odsłon\w*|komentarz\w*|komentář\w*|zobrazen\w+|dibaca"
    r"|kali|dilihat|просмотр\w*|прочита\w+|комментари\w*|перегляд\w*|görüntülen\w+"
    r"|okunma|(?:số )?lượt (?:xem|đọc)|(?:ال)?مشاهد\w*|(?:تعداد )?بازدید|צפיות|כניסות"
    r"|προβολ\w+|αναγνώσ\w+|visning(?:er|ar)|katselu\w*|lukukert\w*|megtekint\w+|vizualizări"
    r"|afi[șşs][ăa]ri|vizualizari|acces[ăa]ri|accesos|acessos|accessi|citiri"
    r"|преглед\w*|pregled\w*|ogledov|skatījum\w*|peržiūr\w*|vaatami\w+|baxış"
    r"|қаралды|ko['‘’ʻʼ`]r(?:ishlar|ildi)|ნახვ\w*|դիտում\w*|व्यूज"
    r"|पाठक(?: संख्या)?|दृश्य|वाचक|পাঠক|পঠিত|(?:จำนวน)?ผู้(?:อ่าน|เข้าชม)|เปิดอ่าน"
    r"|浏览|浏览次数|点击|阅读|閱讀"
    r"|閲覧|(?:浏览|点击|阅读|瀏覽|點擊|閱讀|閲覧|访问)(?:次数|次數|数|數|量|者数)|조회수?|เข้าชม"
    r"|(?:readers?|users?|guests?|people) (?:are )?online|online now|онлайн|на сайте"
    r"|(?:readers?|users?|people|others) (?:are |is )?(?:reading|viewing|watching)"
    r"(?: this)?(?: article| page| story)?(?: (?:right )?now)?"
)
_COUNTED = re.compile(
    rf"^\W*(?:\d[\d.,\s]*k?)?\W*(?:{_COUNTS})"
    r"\W*(?:\d[\d.,\s]*k?)?\W*(?:times|veces|vezes|volte|mal|fois|раз|kez|kali)?\W*$",
    re.I,
)
#: Several of them, in one line.
_COUNTED_ALL = re.compile(
    rf"\W*(?:(?:\d[\d.,\s]*+k?\W*+(?:{_COUNTS})|(?:{_COUNTS})\W*+\d[\d.,\s]*+k?)\W*+){{2,6}}",
    re.I,
)
#: Hearts, thumbs and eyes, counted; stars, and how many readers gave them.
_SIGNED = re.compile(r"\W*\d[\d.,\s]*+k?\W*+(?:\d[\d.,\s]*+k?\W*+)?", re.I)
_SIGNS = "❤♥👍👎👁💬🔁⭐★☆🔥"
#: How often a page was read, as a sentence.
_VISITED = re.compile(
    r"^\W*(?:downloaded|viewed|visited|opened)\s+\d[\d.,\s]*times\W*$|"
    r"\b(?:page|article|item|document|story|text)\b.{0,30}\b(?:visited|viewed|read|seen"
    r"|opened|downloaded)\s+\d[\d.,\s]*times\b"
    r"|\b(?:seite|artikel|beitrag|meldung)\b.{0,30}\d[\d.\s]*mal\s+(?:aufgerufen|gelesen"
    r"|angesehen)|\b(?:page|article)\b.{0,30}\b(?:vue?|lue?|consultée?)\s+\d[\d.\s]*fois"
    r"|\b(?:página|artículo|artigo|noticia|notícia)\b.{0,30}\b(?:visit|le[ií]d|lid|vist)\w+"
    r"\s+\d[\d.\s]*ve[cz]es|\b(?:страниц|материал|новост|стать)\w+.{0,30}"
    r"(?:просм|прочит|посмотр)\w+\s+\d[\d\s]*раз",
    re.I,
)
#: How each of these says "times": looking for that first is far faster.
_TIMES = ("times", "mal", "fois", "veces", "vezes", "раз")
#: What is to be had by a click: so many lines more.
_FURTHER = re.compile(
    r"(?:show|see|load|view|refresh for)\W+\d{1,4}\s+(?:new|more)\s+\w+\W*", re.I
)
#: How readers rated a page, and how many did.
_RATED = re.compile(
    r"(?:^|\D)(?:\d{1,2}(?:[.,]\d{1,2})?\s*(?:/|(?:out )?of|von|de|sur|su|sobre|из|із"
    r"|z|av|af|van|uit)\s*(?:5|6|10)\b\D*|[0-5][.,]\d{1,2}\s*)\(\D{0,12}\d[\d.,\s]*(?:votes?|ratings?|reviews?"
    r"|stimmen?|bewertung(?:en)?|votos?|voti|avis|notes?|valutazion[ei]|calificaci\w+|avalia\w+"
    r"|stemmen|beoordeling(?:en)?|röster|stemmer|ääntä|głos\w*|hlas\w*|голос\w*"
    r"|оцен\w*|оцін\w*|oy|suara|票|件|人|명)\W*$",
    re.I,
)
#: How often a file was taken, or a page was opened.
_TAKEN = re.compile(
    r"(?:downloaded|downloads?:?|viewed|views?:?|hits:?|heruntergeladen:?|téléchargée?"
    r"|descargad[ao]|скачан\w*:?|загру\w+:?)\s*\d[\d.,\s]*(?:times|mal|fois|veces|раз)?"
    r"|\d[\d.,\s]*(?:downloads?|views?|hits|clicks|aufrufe|téléchargements|descargas"
    r"|scaricamenti|скачиван\w+|загруз\w+|просмотр\w*|次下载|下载)",
    re.IGNORECASE,
)


#: What a count of readers is called, where its number stands elsewhere.
COUNT_NAME = (
    r"(?:(?:page ?)?(?:views?|hits)|reads|clicks?|downloads|aufrufe|zugriffe|klicks"
    r"|vues|lecturas|vistas|visualiza[cç][iõ]\w+|visualizzazioni|letture|weergaven"
    r"|visning(?:ar|er)|wyświetle(?:nia|ń)|odsłony?|zobrazen[ií]|megtekintések|vizualizări"
    r"|accesări|просмотр(?:ов|ы)|переглядів|görüntülenme|okunma|dilihat|dibaca"
    r"|(?:số )?lượt (?:xem|đọc|tải)|조회 ?수?|다운로드 ?수?|浏览(?:次数|量|数)?"
    r"|瀏覽(?:次數|人次|數)?|點閱(?:次數|率|數)?|点击(?:次数|率|量|数)?|點擊(?:次數|數)?"
    r"|阅读(?:次数|量|数)?|閱讀(?:次數|數)?|下载次数|閲覧(?:回数|数)|アクセス数"
    r"|(?:ผู้|ยอด)?(?:ผู้)?เข้าชม|(?:عدد )?(?:ال)?(?:مشاهدات|زيارات|قراءات)|بازدید|צפיות"
    r"|visitas|visites|acessos|leituras|le[ií]do|gelesen|gelezen|bekeken|läst|lest|læst"
    r"|luettu|zobrazeno|přečteno|čitanja|прегледи?|прочитан[оаи]|прочтений|afișări|citiri"
    r"|προβολές|skatījumi|peržiūros|pregled[ia]|қаралды|көрілді|oxunub"
    r"|पढ़ा गया|देखा गया|পঠিত)"
)
_COUNT_NAME = re.compile(
    rf"\W*(?:number of |total |no\. of )?{COUNT_NAME}(?: count)?\W*", re.I
)


def names_count(text: str) -> bool:
    """Tell whether a few words are but the name of a count of readers.

    >>> names_count("Views:"), names_count("조회수"), names_count("Views of the quay")
    (True, True, False)
    """
    return len(text) <= _LABEL and _COUNT_NAME.fullmatch(text) is not None


def is_counter(text: str) -> bool:
    """Tell whether a line counts who read, liked or shared something.

    >>> is_counter("Views: 268,315"), is_counter("閲覧数: 2046"), is_counter("Views")
    (True, True, False)
    >>> is_counter("Was this helpful? 4.2 of 5 (12 votes)"), is_counter("4 of 5 boats")
    (True, False)
    >>> is_counter("1,204 views 13 comments"), is_counter("❤ 214"), is_counter("★★★")
    (True, True, False)
    >>> is_counter("★★★★☆ 4.5 (225)"), is_counter("4.5 (225)")
    (True, False)
    >>> is_counter("Accesări: 429081"), is_counter("Acces la port: 12 metri")
    (True, False)
    >>> is_counter("This page was visited 12 times"), is_counter("He was seen 12 times")
    (True, False)
    """
    return len(text) <= _SHORT and has_digit(text) and _counts(text)


@lru_cache(maxsize=1024)
def _counts(text: str) -> bool:
    """Say the same of a short line with a figure; several finders ask it of a line."""
    if _SIGNED.fullmatch(text):
        return any(map(text.__contains__, _SIGNS))
    whole = (_COUNTED_ALL, _FURTHER)
    return bool(
        _COUNTED.match(text)
        or ("(" in text and _RATED.search(text))
        or (any(map(text.lower().__contains__, _TIMES)) and _VISITED.search(text))
        or any(way.fullmatch(text) for way in whole)
    )


def is_taken(text: str) -> bool:
    """Tell whether a few words say how often a file was taken, or a page was opened.

    >>> is_taken("downloaded 88 times"), is_taken("7 hits"), is_taken("7 votes")
    (True, True, False)
    """
    return _TAKEN.fullmatch(text) is not None
