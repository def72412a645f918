"""Lines that offer to read a text aloud. Pure."""

import re

#: No such line is longer.
_LONGEST = 80
_OFFER = re.compile(
    r"\W*(?:new\W*)?(?:(?:you can )?(?:now )?listen to"
    r" (?:this|the|our|[\w .’'&-]{2,30})"
    r" (?:article|articles|story|stories|post)"
    r"|écoute[rz] (?:cet |l[’'])article|(?:diesen )?artikel (?:anhören|vorlesen lassen)"
    r"|escuchar? (?:este|el) artículo|escuchar? (?:esta|la) (?:nota|noticia)"
    r"|ou(?:ça|vir) (?:est[ea]|[oa]) (?:artigo|notícia|matéria|texto)"
    r"|ascolta (?:quest[oa] |l[’'])(?:articolo|notizia)"
    r"|luister naar dit (?:artikel|verhaal)|beluister (?:het|dit) artikel"
    r"|lyt til artiklen|lyssna på (?:artikeln|texten)|lytt til (?:saken|artikkelen)"
    r"|kuuntele (?:artikkeli|juttu)|(?:od|po)słuchaj artykułu?|poslechněte si článek"
    r"|vypočujte si článok|hallgassa meg a cikket|ascultă articolul"
    r"|(?:прослушать|слушать) (?:статью|новость|текст)|прослухати (?:статтю|новину)"
    r"|haberi (?:sesli )?dinle|dengarkan (?:artikel|berita)(?: ini)?"
    r"|nghe (?:bài viết|bài báo)|استمع (?:إلى )?(?:المقال|الخبر)|この記事を聴く"
    r"|(?:收听|聆聽|听)(?:本文|文章|新闻)|기사 (?:듣기|읽어주기))\W*",
    re.IGNORECASE,
)


def offers_to_read(text: str) -> bool:
    """Tell whether a line offers to read the text aloud, and says no more.

    >>> offers_to_read("NEW You can now listen to Harbour News articles!")
    True
    >>> offers_to_read("They listen to the story of the pier each winter.")
    False
    """
    return len(text) <= _LONGEST and _OFFER.fullmatch(text) is not None
