"""Lines that bid to read another item, and the lists of links under them. Pure."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import takewhile

from parsers.blocks import Block
from parsers.finders.attachments import may_be_file

#: How a pointer to another item begins.
READ_ALSO = re.compile(
    r"(?:read|see) (?:also|more|too)|also read|related(?: \w+)?"
    r"|lire (?:aussi|également)|à lire aussi"
    r"|lesen sie auch|lies auch|le[ea] también|leia (?:também|mais)|leggi anche"
    r"|lees ook|läs (?:också|även|mer)|les også|læs også|lue (?:myös|lisää)"
    r"|(?:prze)?czytaj (?:też|także|również|więcej)|čtěte (?:také|též)|prečítajte si aj"
    r"|olvassa el (?:ezt )?is|citește și|citiți și|pročitajte (?:i|još)"
    r"|читайте (?:также|ещ[её])|читайте також|чытайце таксама|прочетете още"
    r"|διαβάστε (?:επίσης|ακόμα)|(?:bunu|bunları) da oku(?:yun)?|ayrıca oku(?:yun)?"
    r"|baca (?:juga|lagi)|lihat juga|simak juga|xem thêm|đọc thêm|basahin din|soma pia"
    r"|اقر[أا] (?:أيض[اًا]+|ايضا)|بیشتر بخوانید|همچنین بخوانید|یہ بھی پڑھیں|קראו גם"
    r"|यह भी पढ़ें|ये भी पढ़ें|हे(?:ही)? वाचा|यो पनि पढ्नुहोस्|আরও পড়ুন|আরো পড়ুন|இதையும் படிக்கவும்"
    r"|อ่านเพิ่มเติม|延伸阅读|延伸閱讀|相关阅读|相關閱讀|関連記事|[あ合併]わ?せて読(?:む|みたい)"
    r"|관련 ?기사|함께 ?(?:읽|보)기"
    r"|წაიკითხეთ (?:აგრეთვე|ასევე)|կարդացե՛?ք նաև|həmçinin oxuyun"
    r"|(?:тағы|сондай-ақ) оқыңыз|прочитајте (?:и|још|повеќе)"
    r"|skaitykite (?:taip pat|daugiau)"
    r"|lasiet arī|loe (?:ka|veel)|preberite (?:tudi|še)|lexoni (?:edhe|gjithashtu)"
    r"|llegi(?:u|x) també|lea tamén|lestu (?:einnig|meira)",
    re.IGNORECASE,
)
#: What else stands over a list of them.
_OVER_LINKS = re.compile(
    r"don[’']?t miss|read more|more on this(?: story| topic)?"
    r"|you (?:may|might) also like"
    r"|(?:more|other|similar) (?:news|stories|articles|posts|releases)"
    r"|mehr zum thema|(?:weitere|ähnliche|verwandte) (?:meldungen|nachrichten|artikel"
    r"|beiträge|pressemitteilungen|themen)"
    r"|sur le même (?:sujet|thème)|dans la même rubrique|(?:articles?|actualités?)"
    r" (?:liée?s?|similaires?|associée?s?|connexes?)|autres (?:actualités|articles)"
    r"|sobre el mismo tema|(?:noticias|artículos) (?:relacionad[ao]s|similares)"
    r"|(?:más|otras) noticias|te puede interesar"
    r"|(?:veja|confira) também|(?:notícias|artigos) relacionad[ao]s|(?:mais|outras)"
    r" notícias|sullo stesso argomento|(?:notizie|articoli) (?:correlat|simil)[ei]"
    r"|altre notizie|potrebbe interessarti"
    r"|gerelateerde? (?:nieuws|berichten|artikelen)"
    r"|(?:ещ[её] )?по теме|(?:похожие|другие|связанные) (?:новости|материалы|статьи)"
    r"|новости по теме|(?:схожі|інші|пов[’']язані) (?:новини|матеріали)"
    r"|(?:powiązane|podobne|inne) (?:artykuły|wiadomości|aktualności)"
    r"|zobacz (?:też|także|również)|související (?:články|zprávy)"
    r"|(?:ilgili|benzer|diğer) haberler|berita (?:terkait|lainnya)"
    r"|tin (?:liên quan|khác)"
    r"|(?:أخبار|مواضيع|مقالات) (?:ذات صلة|أخرى|مشابهة)|(?:اخبار|مطالب|خبرهای) مرتبط"
    r"|(?:相关|相關|更多|其他|推荐|推薦)(?:新闻|新聞|报道|報道|文章|链接|鏈接|资讯|資訊|阅读|閱讀)|関連(?:する)?(?:情報|ニュース|リンク|ページ)"
    r"|(?:관련|다른) ?(?:뉴스|글|소식|기사|게시물)"
    r"|(?:relaterade|liknande|fler) (?:nyheter|artiklar)|aiheeseen liittyvää"
    r"|(?:relaterede|relaterte|lignende|flere|andre) (?:nyheder|nyheter|artikler|saker)"
    r"|(?:muut|muita) (?:uutiset|uutisia|tiedotteet|tiedotteita)"
    r"|(?:podobné|další|súvisiace|ďalšie) (?:články|zprávy|správy|aktuality)"
    r"|kapcsolódó (?:cikkek|hírek)|további hírek"
    r"|alte știri|(?:știri|articole) (?:similare|conexe)"
    r"|(?:povezane|slične|ostale) (?:vijesti|vesti)|sorodn[ei] (?:novice|članki)"
    r"|(?:свързани|подобни|още|други) (?:новини|статии)"
    r"|(?:повезане|сличне|остале) вести|(?:ұқсас|басқа) жаңалықтар"
    r"|(?:susijusios|kitos|panašios) naujienos|(?:saistītās|citas|līdzīgas) ziņas"
    r"|(?:seotud|muud|sarnased) uudised|(?:digər|oxşar|əlaqəli) xəbərlər"
    r"|(?:σχετικ|άλλ|παρόμοι)[άέαε]ς? (?:νέα|άρθρα|ειδήσεις|ανακοινώσεις)"
    r"|(?:холбоотой|бусад) мэдээ|(?:მსგავსი|სხვა|დაკავშირებული) (?:სიახლეები|ამბები)"
    r"|(?:նմանատիպ|այլ|առնչվող) (?:նորություններ|լուրեր)"
    r"|(?:כתבות|חדשות|ידיעות) (?:נוספות|קשורות|דומות)"
    r"|(?:اخبار|خبرهای) (?:مشابه|دیگر)|متعلقہ خبریں"
    r"|(?:संबंधित|अन्य) (?:समाचार|ख़बरें|खबरें|लेख)|(?:ข่าว|เรื่อง|บทความ)(?:ที่เกี่ยวข้อง|อื่น ?ๆ)"
    r"|berita berkaitan|habari (?:nyingine|zinazohusiana)",
    re.IGNORECASE,
)
#: What stands over those that a site recommends.
_RECOMMENDED = re.compile(
    r"we recommend|recommended(?: (?:for you|reading|reads|articles|stories|posts))?"
    r"|suggested (?:for you|reading|articles|stories)|you (?:may|might|will) enjoy"
    r"|das könnte (?:sie|dich|euch) (?:auch )?interessieren|auch interessant"
    r"|(?:unsere )?(?:lese)?empfehlung(?:en)? (?:für sie|der redaktion)|lesetipps?"
    r"|vous (?:aimerez|pourriez) (?:aussi )?aimer|vous aimerez (?:aussi|peut-être)"
    r"|recommandés? pour vous|nos recommandations|à découvrir aussi"
    r"|recomendad[oa]s?(?: para (?:ti|usted|você))?|te recomendamos"
    r"|(?:también )?(?:te|le) (?:puede|podría) interesar|recomendamos"
    r"|você (?:também )?(?:pode|vai) gostar|talvez (?:te|lhe) interesse"
    r"|consigliati(?: per te)?|(?:ti )?potrebbe (?:anche )?interessarti(?: anche)?"
    r"|aanbevolen(?: voor (?:jou|u))?|rekommenderat(?: för dig)?|anbefal(?:t|et)"
    r"|suosittelemme|polecane(?: artykuły)?|polecamy|może cię zainteresować"
    r"|doporučujeme|mohlo by vás zajímat|odporúčame|ajánlott(?: cikkek)?"
    r"|рекомендуем(?: почитать| прочитать| также)?|рекомендованные(?: материалы)?"
    r"|вам может (?:быть интересно|понравиться)|(?:ми )?рекомендуємо"
    r"|вас може зацікавити|препоръчан[ои]|препоръчваме|sizin için önerilen(?:ler)?"
    r"|önerilen (?:haberler|içerikler)|ilginizi çekebilir|rekomendasi(?: untuk anda)?"
    r"|có thể bạn quan tâm|(?:قد|ربما) يعجبك(?: أيضا)?|موصى به(?: لك)?|پیشنهاد ما"
    r"|(?:为|為)[您你](?:推荐|推薦)|(?:相关|相關|热门|熱門|精彩|更多)(?:推荐|推薦)"
    r"|猜[您你](?:喜欢|喜歡|想看)|大家都在看|おすすめ(?:の)?(?:記事|ニュース)?|あなたへのおすすめ"
    r"|こちらもおすすめ|(?:오늘의 )?추천 ?(?:기사|뉴스|글)|당신을 위한 추천",
    re.IGNORECASE,
)
#: A label is short; a line under it is so much of a link.
_LABEL, _LINKED = 40, 0.75
#: So many lines tell that a label without a colon stands over them.
_LINES = 2
#: A pointer in brackets: "(See how the quay was built.)".
_BRACKETED = re.compile(r"[(\[（【].{15,}[)\]）】][.。]?", re.DOTALL)
#: How links begin that lead to no item.
NO_ITEM = ("#", "mailto:", "tel:", "javascript:")


def without_read_also(kept: Sequence[Block]) -> list[Block]:
    """Return the kept blocks without lists of other items amid the text.

    A list is a label that bids to read on, and lines of one make that are a link each.
    A line that is but a link in brackets is a pointer without a label.
    """
    dropped = {b for b in kept if _BRACKETED.fullmatch(b.text) and leads_on(b)}
    for n, label in enumerate(kept):
        lines = _lines_under(kept, n) if bids(label) else []
        if len(lines) >= _LINES or (lines and label.text[-1] in ":："):
            dropped.update((label, *lines))
    return [block for block in kept if block not in dropped]


def _lines_under(kept: Sequence[Block], number: int) -> list[Block]:
    """Return the lines of one make behind a label that are a link each."""
    rest = kept[number + 1 :]
    like = takewhile(lambda block: block.path == rest[0].path, rest)
    return list(takewhile(leads_on, like))


def bids(block: Block) -> bool:
    """Tell whether a line is a label over other items."""
    return block.chars <= _LABEL and not block.hrefs and is_bidding(block.text)


@lru_cache(maxsize=4096)
def is_bidding(text: str) -> bool:
    """Tell whether a text bids to read other items, and says no more.

    >>> is_bidding("Related news"), is_bidding("Related news: Fog on the sound")
    (True, False)
    >>> is_bidding("为您推荐"), is_bidding("Recommended for you")
    (True, True)
    """
    if len(text) > _LABEL:
        return False
    label = text.strip(" :：.…!¡")
    known = (READ_ALSO, _OVER_LINKS, _RECOMMENDED)
    return any(pattern.fullmatch(label) for pattern in known)


def leads_on(block: Block) -> bool:
    """Tell whether a line is a link to another item, and not to a file."""
    return (
        len(block.hrefs) == 1
        and block.link_share >= _LINKED
        and not block.hrefs[0].startswith(NO_ITEM)
        and not may_be_file(block.hrefs[0])
    )
