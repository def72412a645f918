"""How old something is, in words: hours ago, yesterday. Pure."""

import re

_AGO = re.compile(
    r"^\W*(?:vor|il y a|hace|há|fa|f[öo]r|an?|un|une|una)?\W*\d{0,4}\s*"
    r"\w+\W+(?:ago|önce|назад"
    r"|тому|таму|fa|atrás|gelede|geleden|sedan|siden|sitten|temu|(?:yang )?lalu|trước"
    r"|پیش|पहले|ที่แล้ว|пеш|өмнө|yn ôl|ó shin|ilu)\W*$"
    r"|^\W*(?:vor|il y a|hace|há|hai|fa|acum|în urmă cu|před|pred|prije|пре|пред|преди"
    r"|fyrir|duela|pirms|prieš|πριν(?: από)?|منذ|قبل|לפני)\s+\d{1,4}\s*\w+\W*$"
    r"|^\W*(?:vor|il y a|hace|há)\s+(?:eine[mr]|une?|una|uma?)\s+\w+\W*$"
    r"|^\W*منذ (?:دقيق|ساع|يوم|أسبوع|شهر|سن|عام)\w{0,4}\W*$"
    r"|^\W*\d{1,4}\s*(?:(?:分钟|小时|天|周|个月|分鐘|小時|週|個月|時間|分|日|週間|か月|ヶ月)前"
    r"|(?:분|시간|일|주|개월) ?전|(?:perce|órája|napja|hete|hónapja|éve))\W*$"
    # letters with signs of their own are no \w
    r"|^\W*\d{1,4}\s*[^\s\d]\S*\s+(?:আগে|পূর্বে|पहले|पूर्वी|अघि|पहिले|પહેલાં?"
    r"|ਪਹਿਲਾਂ|முன்(?:பு|னர்)?|క్రితం"
    r"|ಹಿಂದೆ|മുമ്പ്|മുൻപ്|(?:\S+\s+)?පෙර|قبل|پہلے|წინ|առաջ|бұрын|мурун|əvvəl|oldin|avval|ezelőtt"
    r"|tagasi|nazaj|síðan|më parë|iliyopita|zilizopita|(?:ang )?nakalipas|lepas)\W*$"
    r"|^\W*\d{1,4}\s*[^\s\d]{2,12}(?:ที่แล้ว|ก่อน|ກ່ອນ|មុន|အကြာက)\W*$"
    r"|^\W*siku \d{1,4} zilizopita\W*$|^\W*ከ\d{1,4} \S+ በፊት\W*$",
    re.I,
)
#: The day before today, and this very moment, perhaps with the time of day.
_YESTERDAY = re.compile(
    r"\W*(?:just now|moments ago|yesterday|gerade eben|gestern|ahora mismo|ayer|hier"
    r"|à l[’']instant|ieri|ontem|agora mesmo|ahir|gisteren|zojuist|igår|i går|nyss"
    r"|i gær|eilen|wczoraj|przed chwilą|včera|včeraj|jučer|juče|вчера|только что|вчора"
    r"|щойно|учора|јуче|tegnap|χθες|χτες|dün|az önce|кеше|dünən|kecha|kemarin"
    r"|baru saja|semalam|hôm qua|vừa xong|eile|vakar|أمس|אתמול|دیروز"
    r"|昨日|昨天|刚刚|剛剛|어제|방금(?: 전)?|เมื่อวาน(?:นี้)?|গতকাল)"
    r"(?:[\s,]+(?:at|um|a las|à|alle|às|om|kl\.?|o|в|об?)?\s*"
    r"\d{1,2}[:.h]\d{2}(?:\s*uhr)?)?"
    r"\W*",
    re.I,
)


def is_age(text: str) -> bool:
    """Tell whether words say how long ago something was, and nothing else.

    >>> is_age("3 hours ago"), is_age("vor einem Tag"), is_age("вчера в 10:15")
    (True, True, True)
    >>> is_age("hace una semana"), is_age("منذ يومين"), is_age("Yesterday fog came")
    (True, True, False)
    """
    return bool(_AGO.match(text) or _YESTERDAY.fullmatch(text))
