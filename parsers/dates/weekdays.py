"""Days of the week beside figures: they prove which number is the day. Pure."""

import re
from datetime import date, timedelta

from parsers.dates.words import plain_letters

#: From Monday on, of languages that write a day in figures; then short forms.
_NAMES = """
monday tuesday wednesday thursday friday saturday sunday
mon tue wed thu fri sat sun
- tues - thurs - - -
lundi mardi mercredi jeudi vendredi samedi dimanche
lunes martes miércoles jueves viernes sábado domingo
lun mar mié jue vie sáb dom
lun mar mer jeu ven sam dim
lunedì martedì mercoledì giovedì venerdì sabato domenica
lun mar mer gio ven sab dom
segunda terça quarta quinta sexta sábado domingo
segunda-feira terça-feira quarta-feira quinta-feira sexta-feira - -
luni marți miercuri joi vineri sâmbătă duminică
dilluns dimarts dimecres dijous divendres dissabte diumenge
montag dienstag mittwoch donnerstag freitag samstag sonntag
maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
mandag tirsdag onsdag torsdag fredag lørdag søndag
måndag tisdag onsdag torsdag fredag lördag söndag
poniedziałek wtorek środa czwartek piątek sobota niedziela
pondělí úterý středa čtvrtek pátek sobota neděle
понедельник вторник среда четверг пятница суббота воскресенье
понеділок вівторок середа четвер п'ятниця субота неділя
понеделник вторник сряда четвъртък петък събота неделя
δευτέρα τρίτη τετάρτη πέμπτη παρασκευή σάββατο κυριακή
pazartesi salı çarşamba perşembe cuma cumartesi pazar
senin selasa rabu kamis jumat sabtu minggu
thứ_hai thứ_ba thứ_tư thứ_năm thứ_sáu thứ_bảy chủ_nhật
الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد
الإثنين - الاربعاء - - - الاحد
دوشنبه سه‌شنبه چهارشنبه پنجشنبه جمعه شنبه یکشنبه
hétfő kedd szerda csütörtök péntek szombat vasárnap
maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai
pondelok utorok streda štvrtok piatok sobota nedeľa
ponedjeljak utorak srijeda četvrtak petak subota nedjelja
понедељак уторак среда четвртак петак субота недеља
esmaspäev teisipäev kolmapäev neljapäev reede laupäev pühapäev
isnin selasa rabu khamis jumaat sabtu ahad
सोमवार मंगलवार बुधवार गुरुवार शुक्रवार शनिवार रविवार
সোমবার মঙ্গলবার বুধবার বৃহস্পতিবার শুক্রবার শনিবার রবিবার
星期一 星期二 星期三 星期四 星期五 星期六 星期日
月曜日 火曜日 水曜日 木曜日 金曜日 土曜日 日曜日
월요일 화요일 수요일 목요일 금요일 토요일 일요일
월 화 수 목 금 토 일
月 火 水 木 金 土 日
周一 周二 周三 周四 周五 周六 周日
週一 週二 週三 週四 週五 週六 週日
pirmadienis antradienis trečiadienis ketvirtadienis penktadienis šeštadienis sekmadienis
pirmdiena otrdiena trešdiena ceturtdiena piektdiena sestdiena svētdiena
"""
_DAYS = {
    plain_letters(name.replace("_", " ")): number
    for line in _NAMES.strip().splitlines()
    for number, name in enumerate(line.split())
    if name != "-"
}
#: A word or two, and what may part them from the figures.
_BEFORE = re.compile(
    r"(?<!\w)((?:[^\W\d_]+\s)?([^\W\d_]+(?:['-][^\W\d_]+)?))"
    r"[.,:\s]{0,3}(?:(?:ngày|the|den|le|el|il|dia|día)\s)?\s?$",
    re.IGNORECASE,
)
_REACH = 32
#: One word behind a date, perhaps in brackets.
_AFTER = re.compile(
    r"(?:\s?(?:года?|році|року|г|р|d)\b)?[\s.,;|/·(（\[-]{0,3}"
    r"([^\s\d,.;|/()（）\[\]]{1,16})[)）\].]{0,2}"
)


def order_by_weekday(text: str, start: int, numbers: tuple[int, int, int]) -> str:
    """Return the order of two numbers and a year that the word before them proves.

    >>> order_by_weekday("Wed, 04/03/2026", 5, (4, 3, 2026))
    'DMY'
    >>> order_by_weekday("Published: 04/03/26", 11, (4, 3, 26))
    ''
    """
    weekday = _weekday(_BEFORE.search(text[max(0, start - _REACH) : start]))
    if weekday is None:
        return ""
    first, second, year = numbers
    year += 2000 if year < 100 else 0
    orders = [
        order
        for order, day, month in (("DMY", first, second), ("MDY", second, first))
        if _falls_on(year, month, day, weekday)
    ]
    return orders[0] if len(orders) == 1 else ""


def day_by_weekday(text: str, start: int, day: date) -> date | None:
    """Return which day, of one and the two on either side, the word before it names.

    >>> day_by_weekday("Wed, 12 Ramadan 1447", 5, date(2026, 3, 1)) is None
    True
    >>> day_by_weekday("Monday, 12 Ramadan 1447", 8, date(2026, 3, 1))
    datetime.date(2026, 3, 2)
    """
    weekday = _weekday(_BEFORE.search(text[max(0, start - _REACH) : start]))
    days = (day + timedelta(days=apart) for apart in (0, 1, -1, 2, -2))
    return next((one for one in days if one.weekday() == weekday), None)


def weekday_chars(before: str) -> int:
    """Return how long the day of the week is that stands right before a date.

    >>> weekday_chars("Posted Wednesday, "), weekday_chars("Posted: ")
    (11, 0)
    """
    found = _BEFORE.search(before[-_REACH:])
    if found is None or _weekday(found) is None:
        return 0
    is_one_word = plain_letters(found[2].casefold()) in _DAYS
    return found.end() - found.start(2 if is_one_word else 1)


def past_weekday(text: str, position: int) -> int:
    """Return the end of the day of the week right behind a date, or where that ends.

    >>> past_weekday("15 Ocak 2026 Perşembe, 20:48", 12), past_weekday("3 May 10:30", 5)
    (21, 5)
    """
    found = _AFTER.match(text, position)
    is_named = found and plain_letters(found[1].casefold()) in _DAYS
    return found.end() if found and is_named else position


def _weekday(before: re.Match[str] | None) -> int | None:
    """Return which day of the week the word before a date names, if it does."""
    words = before.groups() if before else ()
    told = (_DAYS.get(plain_letters(word.casefold())) for word in words)
    return next((number for number in told if number is not None), None)


def _falls_on(year: int, month: int, day: int, weekday: int) -> bool:
    try:
        return date(year, month, day).weekday() == weekday
    except ValueError:
        return False
