"""Words that stand beside a date and say which date it is, as data. Pure."""

import re
from functools import lru_cache

from parsers.text import nfc

_PUBLISHED = """
published publish posted publication posted on|first published|issued|released
|release date|original|created|written|veröffentlicht|publiziert|erstellt|erschienen
|publié|paru|mis en ligne|date de publication|publicado|publicada|publicación
|fecha de publicación|pubblicato|pubblicata|data di pubblicazione|publicação|postado
|gepubliceerd|geplaatst|opublikowano|data publikacji|dodano|zveřejněno|vydáno
|publikováno|uverejnené|publicerad|publicerat|udgivet|publisert|offentliggjort
|julkaistu|yayınlanma|yayınlandı|giriş|yayın tarihi|опубликован|дата публикации
|опубліковано|публикувано|објављено|objavljeno|objavljen|diterbitkan|dipublikasikan
|đăng|ngày đăng|δημοσίευση|δημοσιεύτηκε|közzétéve|megjelent|publicat|نشر|تاريخ النشر
|انتشار|תאריך|פורסם|प्रकाशित|প্রকাশ|发布|发表|發布|發表|公開|掲載|配信|登録|投稿|게시|입력|등록|เผยแพร่
|avaldatud|publicēts|paskelbta|publicat el|nai-publish|imechapishwa
|opublikowan|opublikował|data dodania|data ogłoszenia|zamieszczono|data udostępnienia
|zveřejnění|vyvěšeno|zverejnen|dátum vloženia|publicării|postat|közzététel|közlés
|размещен|оприлюднен|дата публікації|розміщен|paskelbimo|publicēš|avaldamis|julkaisu
|eklenme|yayım|diposting|tanggal terbit|ditayangkan|xuất bản|วันที่ประกาศ|ลงประกาศ
|تاريخ الإضافة|작성|발행|배포|게재|公表|掲示
|gespeichert von|soumis par
|上传时间|发文日期|發文日期|data de publica|fecha publica
|criado em|enviado el|enviado em|enviado por|escrito el|escrito por|inserito|scritto
|inviato da|ajouté le|posté|geschrieben|verfasst|eingetragen|ingediend|napisane|napisał
|skrevet|indsendt|innsendt|inskickat|skriven|ditulis|добавил|добавлен|додано|додав
|yazan|kirjoit
|δημοσιεύθηκε|δημοσιευμέν|αναρτήθηκε|ανάρτηση|გამოქვეყნ|հրապարակվ|жариялан|жарыялан
|апублікава|нийтэлсэн|нийтлэгдсэн|dərc olun|dərc edil|yayımlan|e'lon qilin|eʼlon qilin
|објавено|publikuar|cyhoeddwyd|foilsithe|ippubblikat|argitarat|inilathala|تاریخ اشاعت
|प्रकाशन|প্রকাশিত|வெளியிட|ເຜີຍແຜ່
|immediate release|for release|sofortigen veröff|diffusion immédiate
|diffusione immediata|divulgação imediata|немедленной публикации
"""
_UPDATED = """
updated|update|lastupdate|modified|last edited|last changed|last reviewed|revised|as of
|aktualisiert|geändert|stand$|zuletzt|update vom|mis à jour|mise à jour|modifié
|actualizado|actualizada|actualización|modificado|aggiornato|aggiornamento|modifica
|atualizado|atualizada|atualização|bijgewerkt|gewijzigd|aktualizacj|zaktualizowano
|aktualizováno|aktualizace|upraveno|aktualizované|uppdaterad|uppdaterat|ändrad
|opdateret|oppdatert|endret|päivitetty|muokattu|güncelleme|güncellendi|son güncelleme
|обновлен|изменен|обновлено|оновлено|змінено|обновена|актуализ|ажурирано|ažurirano
|izmijenjeno|diperbarui|cập nhật|ενημέρωση|ενημερώθηκε|τελευταία|frissítve|módosítva
|actualizat|modificat|تحديث|آخر تحديث|بروزرسانی|עודכן|अपडेट|হালনাগাদ|更新|修改|最終更新
|수정|업데이트|แก้ไข|อัปเดต|uuendatud|atjaunots|atnaujinta|aktualisierung|letzte änderung
|bearbeitet|dernière modification|última alteração|alterado em|ultima modifica
|ostatnia zmiana|zmodyfikowano|modyfikacja|změněno|poslední změna|posledná zmena|zmenené
|sidst ændret|senast ändrad|sist endret|oppdatering|päivitys|módosítás|değiştirilme
|последнее обновление|дата изменения|останнє оновлення|последна промяна|променен
|последња измена|измењено|zadnja izmjena|posodobljeno|spremenjeno|τροποποίηση|آخر تعديل
|آخرین ویرایش|به‌روزرسانی|diubah|kemas kini|dikemaskini|עדכון אחרון|תאריך עדכון
|संशोधित|अद्यतन|আপডেট|புதுப்பிக்கப்பட்ட|განახლ|թարմացվել|жаңартылды|yangilangan
|yenilənib|ปรับปรุงล่าสุด|ปรับปรุงเมื่อ|วันที่ปรับปรุง|อัพเดท|改訂|edited by
|отредактировал|отредактирован|редактировалось|відредаговано|редактиран|edytowan
|editado por|editat|szerkesztve|redigerad|redigerat|redigert|redigeret
|ostatniej zmiany|data zmiany|modyfikacji|poslední změny|datum změny|poslednej zmeny
|dátum zmeny|aktualizáci|останньої зміни|останні зміни|дата зміни|оновлення|actualizare
|actualizării|data modificării|laatste wijziging|wijzigingsdatum|senaste ändring
|ändringsdatum|seneste ændring|sidste ændring|siste endring|viimeksi muutettu
|viimeisin muutos|viimati muudetud|atnaujinimo|pakeista|pēdējās izmaiņas|labots
|датум измене|последње измене|poslednja izmena|zadnje izmjene|datum izmjene
|zadnja sprememba|zadnje spremembe
|son değişiklik|değişiklik tarihi|änderungsdatum|letzten änderung|perubahan terakhir
|pembaruan|chỉnh sửa|sửa đổi lần cuối|تاريخ التعديل|تاریخ ویرایش|تاریخ تغییر|تاریخ اصلاح
"""
#: Of deadlines and events; of the clock, readers and the law.
_OTHER = """
deadline|expires|expiry|until|valid$|valid from|apply by|closing date|closing:|closes
|opening date|opening:|opens|starts|begins|ends$|end date|due$|due date
|event$|events$|event date|when:|effective from|geboren|termin$|veranstaltung|beginn
|gültig|bis$|frist$|bewerbungsfrist|anmeldeschluss|einsendeschluss|stichtag
|tritt in kraft|date limite|jusqu|échéance|date de clôture|valable|fecha límite|plazo
|hasta|vence|fecha de cierre|vigencia|prazo|até$|data de encerramento|validade
|scadenza|entro$|fino al|uiterlijk|sluitingsdatum|geldig|termin składania|ważn|do dnia
|uzávěrka|platnost|срок|до$|действует|дата начала|начало:|дата окончания|окончание
|кінцевий термін|термін подання|дійсн|краен срок|son başvuru|son tarih|bitiş|başlangıç
|geçerli|sista dag|sista ansökningsdag|giltig|ansøgningsfrist|søknadsfrist|gyldig
|määräaika|viimeistään|voimassa|határidő|érvényes|termen limită|data limită|valabil
|până la|hạn chót|hạn nộp|batas|berlaku|tenggat|προθεσμία|έως|λήξη|آخر موعد
|الموعد النهائي|حتى|ينتهي|مهلت|מועד אחרון|בתוקף|अंतिम तिथि|截止|截至|有效期|締切|期限
|開催|有効|마감|기한|행사일|หมดเขต|สิ้นสุด|born$|copyright|©|access date|accessed
|photo$|photos$|foto$|фото$|bild$|写真|图片|사진
|abgerufen|retrieved|comment$|comments$|commented|cached|joined$|member since
|naissance|última visita|printed on|gedruckt|heute$|today$|hoy$|aujourd'hui|oggi|hoje
|сегодня|aujourd’hui|vandaag|bugün|dziś|dnes|idag|i dag$|tänään|сьогодні|днес|данас
|danas|σήμερα|اليوم|امروز|היום|आज|今天|今日|本日|오늘|hôm nay|hari ini|dzisiaj|আজ
|nous sommes|avui$|astăzi|šodien|šiandien|täna$|sot$|bugun$|bu gün$|бүгін|бүгүн|өнөөдөр
|այսօր|დღეს|วันนี้|இன்று|leo$|ngayon|آج
|beigetreten|mitglied seit|inscription|membre depuis|registrado|miembro desde|iscritto
|membro desde|lid geworden|lid sinds|rejestracja|dołączył|registrován|registrovaný
|csatlakozott|înscris|membru din|зарегистрирован|з нами з|регистриран на|придружио
|pridruž|registriran|liittynyt|tilmeldt|medlem sedan|blev medlem|medlem siden|εγγραφή
|μέλος από|užsiregistravo|pievienojies|liitunud|الانضمام|تاريخ التسجيل|عضویت|הצטרף
|注册时间|注册日期|註冊時間|가입일|ngày tham gia|bergabung
"""
_DATE = """
date|datum|fecha|data|дата|tarih|日期|时间|時間|日付|날짜|التاريخ|วันที่|ngày:|ngày :
|päivämäärä|ημερομηνία|दिनांक|तिथि|मिति|তারিখ|தேதி|თარიღი|ամսաթիվ|огноо|sana$|tarix$
|datums$|dyddiad|تاریخ
|dátum|dato|kuupäev|submitted by|posted by
"""


#: Right before the day from which something holds or takes place.
_SINCE = (
    r"\b(?:ab|(?:as|with effect|starting|beginning) from|starting|beginning"
    r"|à (?:partir|compter) du|dès le|a partir (?:del?|do)|a (?:partire|decorrere) dal"
    r"|vanaf|met ingang van|fr[åa]n? och med|fra og med|fr?\.o\.m\.|alkaen"
    r"|począwszy od|počínaje|начиная с|починаючи з)\s*(?:den|dem|dnia)?\s*$"
)


@lru_cache(maxsize=2048)
def label_of(text: str) -> str:
    """Return what a text says of the date beside it: published, updated, other, date.

    >>> label_of("Last updated on"), label_of("Veröffentlicht:"), label_of("Harbour,")
    ('updated', 'published', '')
    >>> label_of("Sundays, from"), label_of("Sonntags ab"), label_of("À partir du")
    ('', 'other', 'other')
    >>> label_of("Ends/"), label_of("The show ends:")
    ('published', 'other')
    """
    if not _WORD.search(text):
        return ""
    text = _folded(text)
    found = [(m.end(), name) for name, p in _LABELS.items() if (m := p.search(text))]
    named = [label for label in found if label[1] != "date"] or found
    return max(named)[1] if named else ""


@lru_cache(maxsize=2048)
def says_updated(text: str) -> bool:
    """Tell whether a text has a word for being brought up to date.

    >>> says_updated("Stand: 3. Mai"), says_updated("3 May")
    (True, False)
    """
    return _LABELS["updated"].search(_folded(text)) is not None


@lru_cache(maxsize=1024)
def label_of_name(name: str) -> str:
    """Return which date the class or id of an element speaks of, or "".

    >>> label_of_name("p.post-updated"), label_of_name("time.entry-date.published")
    ('updated', 'published')
    """
    if _UPDATED_NAME.search(name):
        return "" if _PUBLISHED_NAME.search(name) else "updated"
    return "published" if _PUBLISHED_NAME.search(name) else ""


def _folded(text: str) -> str:
    """Return a text in small letters, each in the one form that the words are in.

    Patterns that need not care for letters of either case are many times faster.
    """
    if text.isascii():
        return text.lower()
    return nfc(text).lower().translate(_ONE_FORM)


# signs of vowels in Indian scripts are no letters to a pattern
_WORD = re.compile(r"[^\W\d_]{2}|[\u0900-\u0dff]{2}|©")
#: Letters whose small forms differ by language or place: i without a dot, sigma.
_ONE_FORM = {0x131: "i", 0x307: None, 0x3C2: "σ", 0x17F: "s", 0xB5: "μ"}
_UPDATED_NAME = re.compile(r"updat(?!e?able)|modif|lastmod|revis", re.I)
_PUBLISHED_NAME = re.compile(
    r"publish(?!er)|pubdate|pub-date|pub_date|posted-?on|datepub|created|original", re.I
)


def _words(text: str, *more: str) -> re.Pattern[str]:
    """Return a pattern of words as they begin, and of those no blank stands before.

    With ``$`` behind it, a word is a whole one: others begin as it does.
    """
    words = [_folded(word.strip()) for word in text.replace("\n", " ").split("|")]
    begun = [word for word in words if word[0].isalnum() and ord(word[0]) < 0x2E80]
    rest = [word for word in words if word not in begun]
    escaped = [re.sub(r"\\\$$", r"\\b", re.escape(word)) for word in begun]
    return re.compile("|".join([rf"\b(?:{'|'.join(escaped)})", *rest, *more]))


_LABELS = {
    "published": _words(
        _PUBLISHED.replace(
            "published publish posted publication ",
            "published|publish|posted|publication|",
        ),
        r"\b(?:embargo|sperrfrist|эмбарго)\D{0,20}(?:\d\d:\d\d\D{0,20})?$",
        r"^\W*ends?\s?/\s?$",  # the last words of a release, and its day
    ),
    "updated": _words(_UPDATED),
    "other": _words(_OTHER, _SINCE),
    "date": _words(_DATE, r"\b(?:am|le|on)\s*$"),
}
