"""Heads of boxes that stand beside the news: events, most read, topics. Pure."""

import re

#: A head of a box has no more letters.
_MOST = 60

_BESIDE = re.compile(
    # what is to come
    r"(?:upcoming |coming |next |all |our |public )?events?(?: calendar)?|"
    r"calendar(?: of events)?|what(?:'|’)?s on|diary|agenda|save the date|"
    r"(?:nächste |kommende |aktuelle )?(?:veranstaltungen|termine)|"
    r"veranstaltungskalender|(?:prochains )?événements?|évènements?|calendrier|"
    r"(?:próximos )?eventos|calendario|(?:prossimi )?(?:eventi|appuntamenti)|"
    r"evenementen|arrangementer|evenemang|tapahtumat|(?:nadchodzące )?wydarzenia|"
    r"(?:kalendář )?akc[eí]|rendezvények|evenimente|мероприятия|события|календарь|"
    r"афиша|события и мероприятия|події|заходи|събития|etkinlikler|"
    r"イベント(?:情報)?|行事予定|活动(?:预告)?|活動|행사|الفعاليات|فعاليات|رویدادها|"
    r"אירועים|sự kiện|agenda kegiatan|กิจกรรม|"
    # what others read
    r"(?:the )?most (?:read|popular|viewed|shared|commented)(?: \w+)?|"
    r"trending(?: now)?|"
    r"popular(?: \w+)?|top (?:stories|posts)|editor(?:'|’)?s picks?|meistgelesen\w*|"
    r"meistgelesene \w+|beliebt\w*(?: \w+)?|(?:les )?plus (?:lus|consultés)|"
    r"lo más (?:leído|visto|popular)|más (?:leídas|leídos|vistas|vistos)|"
    r"(?:as )?mais (?:lidas|vistas)|(?:i )?più letti|best gelezen|meest gelezen|"
    r"mest (?:lest|lästa|læste)|luetuimmat|najczęściej czytane|popularne|"
    r"nejčtenější|legolvasottabb|cele mai citite|популярн\w+(?: \w+)?|самое читаемое|"
    r"(?:най-|най)?четени|найпопулярніш\w+|en çok (?:okunanlar|okunan haberler)|"
    r"人気(?:記事)?|アクセスランキング|よく読まれている記事|热门(?:文章|新闻|排行)?|"
    r"(?:阅读|点击)?排行(?:榜)?|많이 본 (?:뉴스|기사)|인기 ?(?:뉴스|기사|글)|"
    r"الأكثر (?:قراءة|مشاهدة)|پربازدیدترین(?:ها)?|הנצפים ביותר|xem nhiều(?: nhất)?|"
    r"(?:berita )?(?:ter)?populer|ยอดนิยม|"
    # where else to go
    r"(?:quick|useful|related|important|external|popular) links|links|see also|"
    r"related (?:content|articles|pages|information|topics|documents)|"
    r"(?:explore|browse|our) (?:our )?(?:topics?|work|services|themes)|topics|tags|"
    r"categories|archives?|services|follow us|contact(?: us)?|mehr zum thema|themen|"
    r"siehe auch|service|schlagwörter|kategorien|archiv|thèmes|voir aussi|"
    r"liens utiles|catégories|temas|categorías|enlaces(?: de interés)?|"
    r"ver también|servicios|temi|categorie|link utili|рубрики|темы|теги|"
    r"полезные ссылки|архив|см\. также|カテゴリー?|タグ|関連(?:リンク|情報|ページ)|"
    r"友情链接|相关链接|相关文章|관련 ?사이트|روابط(?: مهمة| ذات صلة)?",
    re.IGNORECASE,
)


def is_beside(head: str) -> bool:
    """Tell whether a head says that what follows is no news.

    >>> is_beside("Upcoming events"), is_beside("News and events")
    (True, False)
    """
    return len(head) <= _MOST and bool(_BESIDE.fullmatch(head.strip(" :»›>-–—|·•")))
