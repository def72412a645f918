"""Heads of lists: news, or what stands beside it: events, topics, most read. Pure."""

import re

from parsers.body.read_also import READ_ALSO

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
    # what is offered
    r"(?:current |job |our )?(?:vacancies|openings)|jobs|careers|(?:open |current )?"
    r"(?:tenders|calls? for tenders?)|procurements?|stellenangebote|karriere|"
    r"ausschreibungen|(?:offres d(?:'|’))?emplois?|appels d(?:'|’)offres|empleo|"
    r"licitaciones|vagas|licitações|bandi(?: e concorsi)?|gare|vacatures|"
    r"oferty pracy|przetargi|zamówienia publiczne|volná místa|veřejné zakázky|"
    r"вакансии|тендеры|(?:гос)?закупки|вакансії|закупівлі|ihaleler|採用情報|入札情報|"
    r"招聘(?:信息)?|招标(?:公告)?|채용(?: ?정보)?|입찰(?: ?정보)?|وظائف|مناقصات|"
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


NEWS = re.compile(
    r"news|press (?:releases?|room|office)|media releases?|announcements?|statements?|"
    r"headlines|latest|opinions|decisions|judgments|publications|aktuell\w*|"
    r"meldung(?:en)?|nachrichten|pressemitteilungen|presse|actualités|communiqués|"
    r"à la une|noticias|novedades|actualidad|comunicados|notícias|notizie|"
    r"comunicati|nieuws|berichten|nyhe[dt]er|uutiset|tiedotteet|aktualności|"
    r"wiadomości|aktualit[ay]|zprávy|hírek|közlemények|știri|noutăți|comunicate|"
    r"новости|пресс-релизы|новини|вести|novosti|vijesti|νέα|ανακοινώσεις|haberler|"
    r"duyurular|お知らせ|新着|ニュース|報道発表|新闻|新聞|动态|公告|要闻|通知|뉴스|"
    r"소식|보도자료|공지|الأخبار|أخبار|بيانات|اخبار|חדשות|הודעות|tin tức|tin mới|"
    r"thông báo|berita|siaran pers|ข่าว|ประกาศ|समाचार|विज्ञप्ति|সংবাদ|নোটিশ",
    re.IGNORECASE,
)


def says_news(head: str) -> bool:
    """Tell whether a head says that what follows is news.

    >>> says_news("Latest news"), says_news("How to file a claim")
    (True, False)
    """
    return len(head) <= _MOST and bool(NEWS.search(head))


def is_news(head: str) -> bool:
    """Tell whether a head is a word for news, and no more.

    >>> is_news("Press releases"), is_news("Latest news from the pier")
    (True, False)
    """
    return len(head) <= _MOST and bool(NEWS.fullmatch(head))


def is_beside(head: str) -> bool:
    """Tell whether a head says that what follows is no news, or older news once more.

    >>> is_beside("Upcoming events"), is_beside("News and events")
    (True, False)
    >>> is_beside("Read also"), is_beside("More news")
    (True, False)
    """
    said = head.strip(" :»›>-–—|·•")
    known = _BESIDE.fullmatch(said) or READ_ALSO.fullmatch(said)
    return len(head) <= _MOST and bool(known)
