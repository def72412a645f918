"""What pagers call their links, in many languages: tables. Pure."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import product
from typing import Literal

from parsers.text import LETTER, nfc

Role = Literal["next", "prev", "first", "last", "older", "newer", "all"]

_SPOKEN: dict[Role, str] = {
    "next": """
        next; next page; next »; go to next page; continue; continued; next results;
        siguiente; página siguiente; siguientes; sig; sgte; próximo; próxima;
        próxima página; próximos; próximas; seguinte; seguintes; página seguinte;
        suivant; suivante; page suivante; suivants;
        weiter; nächste; nächste seite; vorwärts; vor; successiva; successivo;
        avanti; pagina successiva; prossima; prossimo; volgende; volgende pagina;
        verder; næste; næste side; neste; neste side; nästa; nästa sida; seuraava;
        seuraavat; järgmine; nākamā; nākamais; kitas; toliau; następna; następny;
        następne; następna strona; dalej; další; další strana; následující; ďalšia;
        ďalej; ďalšie; következő; tovább; înainte; următoarea; următorul;
        pagina următoare; următor; sljedeća; sljedeće; sledeća; sledeće; naslednja;
        naprej; следующая; следующий; следующие; следующая страница; след;
        следующее; вперёд; вперед; далее; дальше; наступна; наступний; наступні;
        далі; вперед; наступна сторінка; следваща; следващи; напред; следна; следно;
        следећа; επόμενη; επόμενο; επόμενα; επόμενη σελίδα; sonraki; sonraki sayfa;
        ileri; növbəti; irəli; keyingi; келесі; алға; кийинки; indtilni; التالي;
        التالية; الصفحة التالية; بعدی; صفحه بعد; صفحه بعدی; بعد; הבא; הבאה;
        לעמוד הבא; הדף הבא; अगला; अगले; अगला पृष्ठ; अगला पेज; आगे; पुढील; पुढे;
        पुढील पृष्ठ; पुढचे; अर्को; अर्को पृष्ठ; পরবর্তী; পরবর্তী পাতা; পরবর্তী পৃষ্ঠা;
        পরের; পরের পাতা; পরের পৃষ্ঠা; આગળ; આગલું; આગળનું; ਅਗਲਾ; ਅਗਲਾ ਪੰਨਾ; ਅੱਗੇ;
        اگلا; اگلے; اگلا صفحہ; آگے; ඊළඟ; ඊළඟ පිටුව; මීළඟ; அடுத்த; அடுத்து;
        அடுத்த பக்கம்; తదుపరి; తదుపరి పేజీ; తర్వాత; తరువాత; ಮುಂದಿನ; ಮುಂದಿನ ಪುಟ; ಮುಂದೆ;
        അടുത്ത; അടുത്തത്; അടുത്ത പേജ്;
        ถัดไป; หน้าถัดไป; tiếp; tiếp theo; trang sau; sau; selanjutnya; berikutnya;
        berikut; seterusnya; halaman berikutnya; susunod; 下一页; 下一頁; 下页;
        下頁; 下一步; 后一页; 後一頁; 次へ; 次; 次のページ; 次ページ; 次の; 다음;
        다음페이지; 다음 페이지; შემდეგი; հաջորդը; հաջորդ; inayofuata; mbele;
        volgende bladsy; endavant; següent; hurrengoa; seguinte »; nesaf; tjetra;
        дараах; daha sonra; дараагийн; hurrengo; næsta; наступная; nasledujúca;
        ar aghaidh; air adhart; war-lerc'h; panuku; boahtte; čuovvovaš; tulleq;
        enavant; li jmiss; paġna li jmiss; sekva; sekvanta; seguente; seguent;
        seguenta; imbeniente;
        دواتر; داهاتوو; pêş; راتلونکی; راتلونکې; اڳيون; كېيىنكى; كېيىنكى بەت; keyin;
        оянда; минбаъда; indiki; киләсе; киләһе; малалла; аныгыскы; soñraki; xiga;
        itti aanu; ዝቕጽል; na gaba; tókàn; nke na-esote; okulandelayo; elandelayo;
        e latelang; ibikurikira; ikurikira; manaraka; swivan; oúva; qhatiq; sunod;
        sabanjure; salajengna; oyo elandi; inotevera; zotsatira; ekiddako; ପରବର୍ତ୍ତୀ;
        পৰৱৰ্তী; ދެން; རྗེས་མ; རྗེས་མ།; ཤུལ་མམ; ᎤᏓᏩᏗᏒ; næst; weider; nächst;
        tjetër; unaofuata; susunod na; მომდევნო; ቀጣይ; បន្ទាប់; ទំព័របន្ទាប់; ຕໍ່ໄປ; နောက်;
        နောက်စာမျက်နှာ
    """,
    "prev": """
        prev; previous; previous page; back; go to previous page; preceding;
        anterior; anteriores; página anterior; ant; précédent; précédente; précédents;
        page précédente; zurück; vorherige; vorherige seite; vorige; rückwärts;
        precedente; precedenti; indietro; pagina precedente; vorige pagina; forrige;
        forrige side; föregående; föregående sida; edellinen; eelmine; iepriekšējā;
        ankstesnis; atgal; poprzednia; poprzedni; poprzednie; poprzednia strona;
        wstecz; předchozí; předchozí strana; predchádzajúca; späť; előző; vissza;
        înapoi; anterioară; prethodna; prethodno; nazad; prejšnja; предыдущая;
        предыдущий; предыдущие; предыдущая страница; пред; назад; попередня;
        попередній; попередні; предишна; предишни; претходна; προηγούμενη;
        προηγούμενο; προηγούμενα; önceki; önceki sayfa; geri; əvvəlki; oldingi;
        алдыңғы; артқа; السابق; السابقة; الصفحة السابقة; قبلی; صفحه قبل; قبل; הקודם;
        הקודמת; पिछला; पिछले; पिछला पृष्ठ; पिछला पेज; पीछे; मागील; मागील पृष्ठ; मागे;
        अघिल्लो; अघिल्लो पृष्ठ; পূর্ববর্তী; পূর্ববর্তী পাতা; পূর্ববর্তী পৃষ্ঠা; আগের;
        আগের পাতা; আগের পৃষ্ঠা; પાછળ; પાછલું; ਪਿਛਲਾ; ਪਿਛਲਾ ਪੰਨਾ; ਪਿੱਛੇ; پچھلا; پچھلے;
        پچھلا صفحہ; پیچھے; පෙර; පෙර පිටුව; முந்தைய; முந்தைய பக்கம்; మునుపటి;
        మునుపటి పేజీ; ಹಿಂದಿನ; ಹಿಂದಿನ ಪುಟ; ಹಿಂದೆ; മുമ്പത്തെ; മുൻപത്തെ; ก่อนหน้า; trước;
        trang trước; sebelumnya; sebelum; 上一页; 上一頁; 上页; 上頁; 前一页;
        前一頁; 前へ; 前; 前のページ; 前ページ; 이전; 이전페이지; 이전 페이지; წინა;
        上一周; 上一週; 上周; 上週; 前の週; 前週; 이전 주;
        նախորդը; նախորդ; iliyotangulia; nyuma; өмнөх; aurreko; fyrri; папярэдняя;
        i mëparshëm; uliotangulia; ቀዳሚ; មុន; ກ່ອນໜ້າ
    """,
    "first": """
        first; first page; start; beginning; to start; primera; primero; inicio;
        primeira; início; première; premier; début; erste; erste seite; anfang;
        prima; primo; inizio; eerste; første; första; ensimmäinen; pierwsza;
        początek; první; začátek; prvá; első; prva; первая; первая страница; начало;
        в начало; перша; на початок; първа; πρώτη; αρχή; ilk; ilk sayfa; birinci;
        бірінші; الأولى; الاول; البداية; ابتدا; اولین; نخست; ראשון; ראשונה; पहला;
        प्रथम; पहिले; पहिलो; প্রথম; প্রথম পাতা; પ્રથમ; ਪਹਿਲਾ; پہلا; පළමු; முதல்; మొదటి;
        ಮೊದಲ; ആദ്യ; ആദ്യത്തെ; แรก; หน้าแรก; đầu; trang đầu; pertama; awal; 首页; 首頁;
        第一页; 第一頁; 最初; 最初へ; 先頭; 처음; 맨앞; 맨 앞; 맨처음; 맨 처음;
        첫페이지; 첫 페이지; 처음 페이지; პირველი
    """,
    "last": """
        last; last page; end; to end; última; último; fin; final; dernière; dernier;
        letzte; letzte seite; ende; ultima; ultimo; fine; laatste; siste; sidste;
        sista; viimeinen; ostatnia; koniec; poslední; konec; posledná; utolsó;
        zadnja; poslednja; последняя; последняя страница; конец; в конец; остання;
        в кінець; последна; край; τελευταία; τέλος; son; son sayfa; sonuncu; соңғы;
        الأخيرة; الاخير; النهاية; انتها; آخرین; אחרון; אחרונה; अंतिम; अन्तिम;
        आखिरी; शेवटचे; শেষ; শেষ পাতা; છેલ્લું; ਆਖਰੀ; آخری; අවසාන; கடைசி; చివరి; ಕೊನೆಯ;
        അവസാന; അവസാനത്തെ; สุดท้าย;
        cuối; trang cuối; terakhir; akhir; 末页; 末頁; 尾页; 尾頁; 最后一页;
        最後一頁; 最後; 最後へ; 마지막; 맨끝; 맨 끝; 끝; 끝페이지;
        끝 페이지; 마지막페이지; 마지막 페이지; 맨뒤; 맨 뒤; ბოლო
    """,
    "older": """
        older; older posts; older entries; older news; older articles;
        older stories; older items; earlier; earlier news; previous posts;
        older updates; older releases; older press releases; older statements;
        older notices; older announcements; older messages; older results;
        earlier posts; earlier items; earlier releases; ältere nachrichten;
        ältere mitteilungen; ältere pressemitteilungen; starsze artykuły;
        starsze aktualności; старые новости; более старые;
        previous entries; older post; previous news; entradas anteriores;
        entradas antiguas; entradas más antiguas; postagens mais antigas;
        mais antigas; publicações anteriores; noticias anteriores;
        articles plus anciens; articles précédents; messages plus anciens;
        plus anciens; ältere beiträge; ältere artikel; ältere einträge; ältere;
        ältere meldungen; vorherige beiträge; articoli meno recenti;
        post più vecchi; articoli precedenti; oudere berichten; ouder; ældre indlæg;
        eldre innlegg; äldre inlägg; vanhemmat artikkelit; starsze wpisy;
        starsze posty; starsze; starší příspěvky; starší; staršie príspevky;
        régebbi bejegyzések; articole mai vechi; stariji postovi; starije objave;
        предыдущие записи; более ранние; ранние; раньше; ранее;
        предыдущие сообщения; старые записи; старіші записи; попередні записи;
        по-стари публикации; παλαιότερα άρθρα; παλαιότερα; παλαιότερες αναρτήσεις;
        eski yazılar; daha eski yazılar; eski kayıtlar; مقالات أقدم;
        التدوينات الأقدم; المقالات السابقة; رسائل أقدم; نوشته های قدیمی تر;
        פוסטים ישנים יותר; पुराने पोस्ट; bài cũ hơn; pos-pos lama; postingan lama;
        pos lama; 较旧文章; 早期文章; 过去の投稿; 過去の投稿; 前の記事; 이전 글;
        이전 글 보기; 지난 글; níos sine; nuacht níos sine; zaharragoak;
        albiste zaharragoak; més antigues; notícies més antigues; entrades més antigues;
        notícies anteriors; máis antigas; novas máis antigas; eldri; eldri fréttir;
        eldri tíðindi; eqdem; boarráset; boarráset ođđasat; hŷn; newyddion hŷn;
        pli malnovaj; ավելի հին; უფრო ძველი; ескі жаңалықтар; གསར་འགྱུར་རྙིང་པ; pi ansyen;
        nouvèl pi ansyen
    """,
    "newer": """
        newer; pi resan; newer posts; newer entries; newer news; newer articles; later;
        newer post; entradas más recientes; entradas siguientes;
        postagens mais recentes; articles plus récents; articles suivants;
        neuere beiträge; neuere artikel; neuere einträge; neuere; nächste beiträge;
        articoli più recenti; post più recenti; articoli successivi;
        nieuwere berichten; nyere indlæg; nyere innlegg; nyare inlägg;
        uudemmat artikkelit; nowsze wpisy; nowsze posty; novější příspěvky;
        novšie príspevky; újabb bejegyzések; articole mai noi; следующие записи;
        более новые; новые записи; новіші записи; по-нови публикации; νεότερα άρθρα;
        νεότερες αναρτήσεις; yeni yazılar; daha yeni yazılar; مقالات أحدث;
        التدوينات الأحدث; المقالات التالية; نوشته های تازه تر; פוסטים חדשים יותר;
        bài mới hơn; pos-pos baru; postingan baru; pos baru; 较新文章; 新しい投稿;
        次の記事; 다음 글; 최근 글
    """,
    "all": """
        all; show all; view all; view all pages; single page; alle; alle anzeigen;
        todos; todas; tous; tout; все; показать все; всі; усі; wszystkie; tümü;
        الكل; 全部; 全て
    """,
}

#: What older and newer items are called: words for both ages, and for items, of which
#: each pair is a label, in the order of the language.
_AGES = """
    older, earlier, previous / newer, more recent / posts, entries, news, articles,
        stories, items, updates, releases, press releases, statements, notices
    ältere, frühere / neuere / beiträge, artikel, einträge, meldungen, nachrichten,
        mitteilungen, pressemitteilungen, news, aktuelles
    oudere, eerdere / nieuwere, recentere / berichten, artikelen, nieuwsberichten,
        persberichten, nieuws
    äldre, tidigare / nyare, senare / inlägg, nyheter, artiklar, pressmeddelanden
    eldre, ældre, tidligere / nyere / innlegg, indlæg, nyheter, nyheder, saker,
        artikler, pressemeldinger, pressemeddelelser
    vanhemmat, aiemmat / uudemmat / artikkelit, uutiset, tiedotteet, julkaisut
    vanemad, varasemad / uuemad / uudised, postitused, teated
    vecākas, iepriekšējās / jaunākas / ziņas
    senesnės, ankstesnės / naujesnės / naujienos
    starsze, wcześniejsze, poprzednie / nowsze / wiadomości, aktualności, artykuły,
        wpisy, posty, komunikaty
    starší, dřívější / novější / zprávy, aktuality, články, příspěvky, tiskové zprávy
    staršie / novšie / správy, aktuality, články, príspevky
    korábbi, régebbi / újabb, frissebb / hírek, cikkek, bejegyzések, közlemények,
        sajtóközlemények
    starije, ranije, stariji / novije, noviji / vijesti, vesti, objave, članci, postovi
    starejše / novejše / novice, objave
    старые, более старые, более ранние, предыдущие, прошлые / более новые, следующие
        / новости, записи, сообщения, публикации, материалы, статьи
    старіші, попередні, давніші / новіші / новини, записи, повідомлення, публікації
    по-стари, предишни / по-нови / новини, публикации, статии, съобщения
    παλαιότερα, παλαιότερες, προηγούμενα / νεότερα, νεότερες / νέα, άρθρα, ανακοινώσεις,
        αναρτήσεις, δελτία τύπου
    daha eski, eski, önceki / daha yeni, yeni / haberler, yazılar, kayıtlar, duyurular
"""
_AGES_BEHIND = """
    plus anciens, plus anciennes, précédents, précédentes / plus récents, plus récentes
        / actualités, actus, articles, communiqués, publications, nouvelles, billets
    más antiguas, más antiguos, anteriores / más recientes / noticias, entradas,
        artículos, publicaciones, comunicados, notas
    mais antigas, mais antigos, anteriores / mais recentes / notícias, publicações,
        postagens, artigos, comunicados
    meno recenti, più vecchi, più vecchie, precedenti / più recenti / notizie, articoli,
        comunicati, news, post
    mai vechi, anterioare / mai noi, mai recente / articole, știri, comunicate, postări
"""


def _of_ages() -> Iterator[tuple[str, Role]]:
    """Yield each label of older and newer items, with its role."""
    for text, are_behind in ((_AGES, False), (_AGES_BEHIND, True)):
        for line in re.sub(r"\n {8,}", " ", text).strip().splitlines():
            old, new, items = (part.split(",") for part in line.split("/"))
            roles: tuple[tuple[list[str], Role], ...] = ((old, "older"), (new, "newer"))
            for ages, role in roles:
                for age, item in product(map(str.strip, ages), map(str.strip, items)):
                    yield (f"{item} {age}" if are_behind else f"{age} {item}"), role


#: Labels by the words alone, folded.
LABELS: dict[str, Role] = {label.casefold(): role for label, role in _of_ages()} | {
    label.strip().casefold(): role
    for role, text in _SPOKEN.items()
    for label in text.replace("\n", " ").split(";")
    if label.strip()
}

_NEXT = (
    r"next|nxt|pr[oó]xim[oa]|siguiente|seguinte|suivante?|successiv[oa]|volgende|weiter|"
    r"n(?:ae|ä)chste|n(?:ae|ä|e)sta|neste|nast[eę]pn[aey]|dal[sš][ií]|sonraki|sled\w{0,8}"
)
_PREV = (
    r"prev|previous|prv|anterior|pr[eé]c[eé]dent[ei]?|vorige|zur(?:ue|ü)ck|vorherige|"
    r"f(?:oe|ö|o)reg(?:aa|å|a)ende|forrige|poprzedni[a]?|p[rř]edchoz[ií]|[oö]nceki"
)
_TURN = r"(?:^|[\W_]|pag\w{{0,8}}|nav)(?:{})(?:[\W_]|page|post|link|btn|$)"
_END = r"(?:^|[\W_]|pag\w{{0,8}}[-_])(?:{})(?:[\W_]?page|[\W_]?link|$)"
#: Words in classes, ids and rel that name a direction; looked for from the first on.
MARKS: tuple[tuple[re.Pattern[str], Role], ...] = (
    (re.compile(r"nav-previous|pager-older|older-posts?-link"), "older"),
    (re.compile(r"nav-next|pager-newer|newer-posts?-link"), "newer"),
    (re.compile(_TURN.format(_NEXT)), "next"),
    (re.compile(_TURN.format(_PREV)), "prev"),
    (re.compile(_END.format("first|start")), "first"),
    (re.compile(_END.format("last")), "last"),
)

#: How the word for a page begins.
PAGE = (
    r"page|página|pagin[aă]|seite|стран|сторін|старонк|strona|str[aá]n|sayfa|sida|side"
    r"|halaman|trang|oldal|sivu|puslapi|lehekül|хуудас|səhifə|sahifa|σελίδ|էջ|გვერდ"
    r"|صفحة|صفح[هہ]|עמוד|পাতা|পৃষ্ঠা|पृष्ठ|पेज|ਪੰਨਾ|පිටුව|பக்க|పేజీ|ಪುಟ|പേജ|หน้า"
    r"|页|頁|ページ|페이지"
)
#: What else pages are called where a link turns them.
_OF_PAGES = re.compile(
    rf"(?<!\S)(?:{PAGE}|pàgina|páxina|orri|lap|leht|бет|faq[ej]|síð|tudalen|leathanach"
    rf"|ukurasa|pahina|laman|саҳифа|ገጽ|ទំព័រ|ໜ້າ|စာမျက်နှာ)\S*"
)
#: Names of blocks that hold a pager.
PAGER = re.compile(
    r"pagi?n|(?:^|[\W_])pag(?:er|es|e|ing|ina|elinks?|enumbers?)(?:[\W_]|$)|paging|pager"
    r"|page[-_]?(?:nav|num|link|list|bar|break)|wp-?page|seiten|navigat(?:ion|or)-?page"
    r"|catpages|nav[-_]?(?:links|pages)|postnav|posts-navigation|listnav|splitpage",
    re.IGNORECASE,
)  # fmt: skip

#: Names of blocks whose numbers and arrows lead elsewhere.
NOT_PAGER = re.compile(
    r"calend|datepick|carousel|slider|slideshow|slick|swiper|gallery|rating|breadcrumb"
    r"|share|social|comment-?nav|language|tabs?(?:[\W_]|$)",
    re.IGNORECASE,
)

_ARROWS = "«»‹›<>→←⇒⇐➔➜►◄▶◀⟩⟨❯❮→⟶⟵⯈⯇⮞⮜▸◂➡⬅＞＜≫≪|…"
_TRIM = " \t\n.,:;·•()[]{}/\\-–—_+*\"'" + _ARROWS
#: How many items the next page has, and what they are called.
_COUNTED = tuple(
    map(
        re.compile,
        (
            r"(?<!\d)\d{1,3}\s*(?:件|条|條|篇|건|개)?$|^\d{1,3}\s+(?=\D)",
            rf"(?<=\s)\d{{1,3}}\s+{LETTER}{{3,16}}$|^\d{{1,3}}\s+{LETTER}{{3,16}}\s+",
        ),
    )
)
_FORWARD = frozenset("»›>→⇒➔➜►▶⟩❯⟶⯈⮞▸➡＞≫")
_BACK = frozenset("«‹<←⇐◄◀⟨❮⟵⯇⮜◂⬅＜≪")


@lru_cache(maxsize=1024)
def label_role(text: str) -> Role | None:
    """Return the role a label names by its words, whatever arrows stand around it.

    >>> label_role("Next page »"), label_role("След."), label_role("Nextdoor")
    ('next', 'next', None)
    >>> label_role("Korábbi hírek"), label_role("Actualités plus récentes →")
    ('older', 'newer')
    >>> label_role("következő oldal"), label_role("Seuraava sivu"), label_role("Page")
    ('next', 'next', None)
    >>> label_role("次の10件"), label_role("Next 20 items »"), label_role("Next of 20")
    ('next', 'next', None)
    >>> label_role("« 20 itens anteriores"), label_role("Next / Suivant")
    ('prev', 'next')
    """
    words = nfc(text).strip(_TRIM).casefold()
    if "/" in words:  # said in two languages
        said = {LABELS.get(part.strip(_TRIM)) for part in words.split("/")}
        return said.pop() if len(said) == 1 else None
    if words in LABELS:
        return LABELS[words]
    if not any(map(str.isdecimal, words)):
        turn = LABELS.get(_OF_PAGES.sub("", words).strip())
        return turn if turn in ("next", "prev") else None
    rests = (counted.sub("", words).strip(_TRIM) for counted in _COUNTED)
    return next((LABELS[rest] for rest in rests if rest in LABELS), None)


def arrow_role(text: str) -> Role | None:
    """Return the direction of a label that is nothing but an arrow.

    >>> arrow_role("»"), arrow_role("<"), arrow_role(">|"), arrow_role("> 2")
    ('next', 'prev', 'last', None)
    """
    signs = set(text) - set(" |-–—\ufe0e\ufe0f")
    if not signs or len(text) > 6:
        return None
    if signs <= _FORWARD:
        return "last" if "|" in text else "next"
    if signs <= _BACK:
        return "first" if "|" in text else "prev"
    return None


@lru_cache(maxsize=1024)
def mark_role(marks: str) -> Role | None:
    """Return the direction that class, id or rel name.

    >>> mark_role("bx-pag-next"), mark_role("modern-page-previous"), mark_role("text")
    ('next', 'prev', None)
    """
    return next((role for pattern, role in MARKS if pattern.search(marks)), None)
