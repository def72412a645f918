"""Lines that say but that an advertisement stands here, or what follows it. Pure."""

import re

#: No such line is longer.
_LONGEST = 80
#: What says so alone; words that also head a notice ("Anzeige", "Annonce") do not.
_WORD = (
    r"advert(?:isement|ising)?|publicité|publicidade?|pubblicità|publicitat|werbung"
    r"|advertentie|reklam[ay]?|reklaam|reklāma|reklám|hirdetés|mainos|publicitate"
    r"|auglýsing|реклама|рэклама|διαφήμιση|iklan|quảng cáo|โฆษณา|פרסומת|विज्ञापन"
    r"|广告|廣告|広告|광고"
)
#: What goes on, what it does, and behind or below what.
_GOES_ON = (
    r"(?:the |this )?(?:article|story|post|report|text|news|content)s? continues?"
    r" (?:below|after|under)(?: (?:this|the|our))?(?: sponsored)?"
    r"(?: (?:advert(?:isement)?s?|ads?|promotion|message))?"
    r"|(?:la )?suite (?:de l[’']article )?après (?:la|cette) (?:publicité|pub)"
    r"|(?:l[’']articolo |la notizia )?continua (?:a leggere )?dopo (?:la|questa)"
    r" pubblicità"
    r"|(?:la nota |el artículo )?(?:continúa|sigue) (?:después|debajo|tras)"
    r" (?:de )?(?:la publicidad|el anuncio|este anuncio)"
    r"|continua (?:depois|após) (?:da|a) publicidade"
    r"|(?:der )?(?:artikel|text|beitrag) (?:wird|geht) (?:nach|unter) (?:der|dieser)"
    r" (?:anzeige|werbung) (?:fortgesetzt|weiter)"
    r"|weiter(?:lesen)? nach der (?:anzeige|werbung)"
    r"|(?:het )?(?:artikel|verhaal|tekst) gaat (?:hieronder )?(?:verder|door)"
    r" (?:onder|na) (?:de )?advertentie|lees verder onder de advertentie"
    r"|artik(?:elen|keln|kelen|len) forts(?:ätter|etter|ætter) (?:under|efter|etter)"
    r" (?:annonsen|annoncen|reklamen|reklamet)|juttu jatkuu mainoksen jälkeen"
    r"|(?:dalszy ciąg|dalsza część|ciąg dalszy)(?: artykułu| tekstu)? (?:pod|po)"
    r" (?:reklamą|reklamie)|(?:článek|text) pokračuje (?:pod|po) reklam(?:ou|ě)"
    r"|a cikk (?:a )?hirdetés után folytatódik|articolul continuă după publicitate"
    r"|(?:продолжение|статья продолжается|текст продолжается) (?:после|под)"
    r" реклам(?:ы|ой)|продовження (?:після|під) реклам(?:и|ою)"
    r"|haberin devamı reklamdan sonra"
    r"|(?:artikel|berita) (?:ini )?(?:ber)?lanjut setelah iklan"
)
_MARK = re.compile(
    rf"\W*(?:{_WORD}|(?:(?:{_WORD})\W+)?(?:{_GOES_ON}))\W*", re.IGNORECASE
)


def is_ad_mark(text: str) -> bool:
    """Tell whether a line only says that an advertisement stands here.

    >>> is_ad_mark("REKLAMA"), is_ad_mark("Advertisement - Article continues below")
    (True, True)
    >>> is_ad_mark("Продолжение после рекламы"), is_ad_mark("Advertising pays a pier")
    (True, False)
    """
    return len(text) <= _LONGEST and _MARK.fullmatch(text) is not None
