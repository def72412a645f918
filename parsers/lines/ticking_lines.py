"""Short lines whose figures run by themselves: visitors, countdowns, the sky. Pure."""

import re

from parsers.text import has_digit

#: Longer lines say something.
_SHORT = 80
_NUMBER = r"\d[\d.,'\u00a0\u202f ]*(?:/ ?\d[\d.,'\u00a0\u202f ]*)?"
#: Who visits a site, and when: nothing else may stand beside the number.
_VISITORS = (
    r"(?:unique |site |web ?site |page |our ){0,3}(?:visitors?|visits"
    r"|page ?views|(?:users?|guests?|members?|people|persons?)(?= online\b)"
    r"|online(?: users?| now)?)(?: count(?:er)?| number| no\.?)?"
    r"|besucher(?:zähler)?|seitenaufrufe|visiteurs?|visites|visitantes?|visitas"
    r"|visitatori|visite|bezoekers?|besökare|besøgende|kävijöitä|odwiedzin\w*"
    r"|gości|návštěv\w*|látogató\w*|vizitatori|посетител\w*|посещени\w*"
    r"|відвідувач\w*|ziyaret\w*|pengunjung|kunjungan"
    r"|(?:số )?(?:lượt|người) truy cập|truy cập|đang online|επισκέπτ\w*|επισκέψεις"
    r"|(?:ال)?زوار|(?:عدد )?(?:ال)?زيارات|بازدید\w*|מבקרים|访问(?:量|人数|总数)?"
    r"|訪問(?:者|人數)?(?:数|數)?|访客|在线(?:人数)?|線上人數|來訪人次|人次"
    r"|(?:총 ?)?(?:방문자?|접속자?)(?: ?수)?|アクセス(?:数|カウンター)?|来訪者数"
    r"|ผู้(?:เข้า)?(?:ชม|เยี่ยมชม)(?:ทั้งหมด)?|आगंतुक(?: संख्या)?|ভিজিটর"
)
_WHEN = (
    r"total|all|today|yesterday|now|daily|current(?:ly)?|so far|number of|no\. of"
    r"|this (?:week|month|year)|last (?:week|month)|since \d{4}|online|you are"
    r"|heute|gestern|gesamt|insgesamt|aujourd.hui|du jour|hier|hoy|ayer|hoje|ontem"
    r"|totale?|oggi|ieri|vandaag|totaal|idag|i dag|totalt|dzisiaj|dziś|wczoraj|dnes"
    r"|včera|celkem|ma|összesen|azi|сегодня|вчера|всего|сьогодні|всього|bugün|dün|toplam"
    r"|hari ini|kemarin|bulan ini|hôm nay|hôm qua|tổng(?: số| cộng)?|trong tháng"
    r"|σήμερα|σύνολο|اليوم|أمس|امروز|היום|今日|昨日|本日|累計|累计|总|總|当前|오늘|어제"
    r"|전체|วันนี้|เมื่อวาน|ทั้งหมด|आज|कुल"
)
_COUNTER = re.compile(
    rf"(?:\W*(?:{_WHEN}|[的の]|n[o°º]\b)){{0,3}}\W*(?:{_VISITORS})"
    rf"(?:\W*(?:{_WHEN})){{0,3}}\W*{_NUMBER}\W*(?:(?:{_WHEN}|人|人次|명|次)\W*){{0,3}}"
    rf"|\W*{_NUMBER}\W*(?:(?:{_WHEN})\W*){{0,3}}(?:{_VISITORS})"
    rf"(?:\W*(?:{_WHEN})){{0,3}}\W*",
    re.I,
)
_READ = re.compile(
    r"(?:read|viewed|seen|visited|shared|gelesen|angesehen|lu|leído|visto|lido|letto"
    r"|gelezen|läst|lest|læst|luettu|przeczytano|wyświetlono|přečteno|prečítané|zobrazeno"
    r"|citit|olvasva|прочитано|прочтено|просмотрено|okundu|dibaca)"
    r"\W*\d[\d.,\s]*\W*(?:times?|x|×|mal|fois|veces|vezes|volte|keer|gånger|ganger|gange"
    r"|kertaa|razy|krát|ori|alkalommal|раз[аів]*|defa|kez|kali)?\W*",
    re.I,
)
_MADE = re.compile(
    r".{0,20}\b(?:generated|rendered|loaded|served|executed|processed)\b.{0,12}\bin\b"
    r"\W*\d[\d.,]*\s*(?:ms|s|secs?|seconds?|milliseconds?)\b.{0,20}"
    r"|server ?time\b.{0,40}\d\d:\d\d.*",
    re.I,
)
_UNIT = (
    r"(?:days?|hours?|hrs?|minutes?|mins?|seconds?|secs?|tage?n?|stunden?|minuten?"
    r"|sekunden?|jours?|heures?|secondes?|días?|horas?|minutos?|segundos?|dias?|giorni|ore"
    r"|minuti|secondi|dagen|uren|seconden|dagar|timmar|minuter|sekunder|dni|godzin\w*"
    r"|minut\w*|sekund\w*|дн\w*|час\w*|минут\w*|секунд\w*|gün|saat|dakika|saniye|hari|jam"
    r"|menit|detik|天|小时|分钟|秒|日|時間|分|일|시간|분|초)"
)
#: Two units at least, each with its number: what is left until something.
_COUNTDOWN = re.compile(rf"\W*(?:\d{{1,4}}\W*{_UNIT}\W*){{2,4}}", re.I)
_LEFT = re.compile(
    rf"(?:only|just|noch|nur noch|plus que|encore|faltan|quedan|faltam|mancano|nog|kvar"
    rf"|осталось|kalan|tinggal|还有|還有|あと)?\W*\d{{1,4}}\W*{_UNIT}\W*"
    r"(?:left|to go|remaining|übrig|restants?|kvar|igen|hátra|kaldı|lagi|残り)?\W*",
    re.I,
)
_SKY = re.compile(
    r"(?:wind(?: speed)?|humidity|feels like|dew point|uv[ -]index|visibility|sunrise"
    r"|sunset|high tide|low tide|air quality(?: index)?|aqi|luftfeuchtigkeit"
    r"|luftfeuchte|gefühlt|sonnenaufgang|sonnenuntergang|humidité|vent|ressenti"
    r"|lever du soleil|coucher du soleil|humedad|viento|amanecer|umidità|vento|umidade"
    r"|luchtvochtigheid|luftfuktighet|vind|wilgotność|wiatr|vlhkost|vítr|páratartalom"
    r"|влажность|ветер|восход|закат|вологість|вітер|nem|rüzgar|kelembaban|angin"
    r"|độ ẩm|gió|湿度|濕度|风速|風速|습도|풍속|ความชื้น|الرطوبة|الرياح)"
    r"\W{1,4}(?:[a-z]{1,3} ){0,2}\d[\d.,:]*\s*"
    r"(?:%|km/h|kph|mph|m/s|kt|knots|hpa|mb|am|pm|uhr|[°º]\w?)?\W*(?:[nesw]{1,3})?\W*",
    re.I,
)
_CODES = (
    r"(?:usd|eur|gbp|chf|jpy|cny|rub|uah|try|inr|brl|mxn|cad|aud|pln|czk|sek|nok|dkk)"
)
_RATE = re.compile(
    rf"\W*1\s*{_CODES}\W*=\W*\d[\d.,]*\W*(?:{_CODES})?\W*"
    rf"|(?:\W*{_CODES}\W*\d+[.,]\d{{3,5}}\W*(?:[-+]?\d[\d.,]*\s*%)?)+\W*"
    rf"|(?:\W*{_CODES}\W*\d+[.,]\d{{2}}){{2,6}}\W*",
    re.I,
)
_MONEY = re.compile(rf"\W*(?:1\s*)?{_CODES}\W*", re.I)
_AMOUNT = re.compile(r"\W*\d{1,5}[.,]\d{2,5}\W*")
#: How warm it is at a place, and how the wind blows.
_AIR = re.compile(
    r"[^\d]{0,30}\d{1,2}\s*(?:[°º˚]\s*c?)?\W+(?:wind|ветер|вітер|wiatr|vent|viento|vento"
    r"|rüzgar|风|風)\W+\d{1,2}\s*(?:m/s|м/с|km/h|км/ч)\W*",
    re.I,
)
#: What several shares or monies cost, with how far one of them rose or fell.
_DEALT = re.compile(
    r"(?=.*[-+−▲▼]\s?\d[\d.,]*\s*%)(?:\W*+[A-Z][A-Z&/ .-]{1,14}+(?:\d[\d.,]*+\s*+){1,2}"
    r"(?:[-+−▲▼]\s?\d[\d.,]*+\s*%)?){2,12}\W*"
)


def is_ticking(text: str) -> bool:
    """Tell whether a line says but a figure that runs on whoever edits the page.

    >>> is_ticking("Visitors today: 1,204 / 9,301"), is_ticking("방문자 33")
    (True, True)
    >>> is_ticking("12 Days 05 Hours 33 Minutes"), is_ticking("Wind: 5 mph")
    (True, True)
    >>> is_ticking("DAX 15,812.4 +0.4% EUR/USD 1.0812"), is_ticking("DAX 15,812.4")
    (True, False)
    >>> is_ticking("Visitors: 2 for each patient"), is_ticking("Total cases: 33")
    (False, False)
    """
    if len(text) > _SHORT or not has_digit(text):
        return False
    ways = (_COUNTER, _READ, _MADE, _COUNTDOWN, _SKY, _AIR, _RATE, _DEALT)
    if any(way.fullmatch(text) for way in ways):
        return True
    found = _LEFT.fullmatch(text)
    # a number of days alone may be how long something takes
    return bool(found) and not re.match(rf"\W*\d+\W*{_UNIT}\W*$", text, re.I)


def is_rate(name: str, figure: str) -> bool:
    """Tell whether a line is what a money costs that the line before it names.

    >>> is_rate("USD", "41.25"), is_rate("USD", "41 clerks"), is_rate("Room", "41.25")
    (True, False, False)
    """
    return bool(_AMOUNT.fullmatch(figure) and _MONEY.fullmatch(name))
