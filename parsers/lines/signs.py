"""What names and words give away about a block: shares, teasers, captions. Pure."""

import re
from functools import lru_cache
from itertools import repeat

#: What a class or an id says of everything inside it; patterns meet a whole step.
_NAMES: dict[str, str] = {
    "unseen": r"visually-?hidden|sr-?only|screen-?reader|a11y|off-?screen|assistive"
    r"|accessib|invisible(?!-(?:focus|outline))|u-hide|print-only|d-none|\bhidden\b|\bhide\b",
    "share": r"shar(e|ing)|social|follow|addthis|twitter|facebook|whatsapp",
    "related": r"relat(?!ive$)|recomm|promo|teaser|trend|popular|most-?read|similar"
    r"|suggest|read-?(more|next|also)|more-|-more|also|outbrain|taboola|next|prev|pagin"
    r"|card|link-?list|internal-?link|onward|storypackage",
    "letter": r"newsletter|subscri|sign-?up|paywall|regwall|\bcta|donat|membership"
    r"|optin|offer|piano|premium|abo\b|register|form",
    "comment": r"comment|disqus|respond|reply|discuss",
    "author": r"author|byline|\bbio\b|-bio|contribut|writer|avatar|autor|signature",
    "meta": r"meta|date|time|publish|posted|stamp|info|kicker|crumb|categor|label|tag"
    r"|topic|keyword|headline|title|rubri|update|section-name|eyebrow",
    "caption": r"caption|credit|figure|image|photo|galler|(?<![a-z])media|video"
    r"|copyright|player|slide|legend|foto|imagen|img|picture|carousel|lightbox"
    r"|bild(?!ung|en|er)|(?<![a-z])pic(?:s|-?box)?(?![a-z])",
    "ad": r"\bads?\b|[-_]ads?\b|\bads?[-_]|\badv[-_]|[-_]adv\b|advert|sponsor|banner"
    r"|commercial|anzeige|werbung|publi(cid|cit)|promoted|reklam|iklan",
    "frame": r"nav|menu|(?<!table)(?<!table[-_])(?:foot|head)er|sidebar|side-bar|widget"
    r"|tool|cookie|consent|gdpr|popup|modal|login|search|skip|print|overlay|toast|button|btn|dropdown"
    r"|(?<![a-z])foot(?![-_a-z])",
    "summary": r"summary|lead|standfirst|intro|sub-?title|\bdek\b|deck|excerpt|subhead"
    r"|descr|chapeau|abstract|strap|bajada|entradilla|vorspann|sumario|subline",
    "body": r"article-?_?(body|text|content)|body|content|entry|post|story|text|article"
    r"|main|copy|paragraph|texto|cuerpo|nota|noticia|rich-?text|wysiwyg",
    "live": r"live|ticker|feed|timeline",
    "box": r"box|fact|aside|pull|callout|highlight|key-?point|\btoc|faq|inset|embed"
    r"|quote|module|panel|drawer|accordion",
}
_DOUBTFUL = frozenset(
    "related frame ad letter author caption share live unseen".split()
)
_HOPELESS = frozenset(("comment",))
_FRAME_TAGS = frozenset(("footer", "aside", "form", "nav"))
_PATTERNS = tuple((sign, re.compile(names)) for sign, names in _NAMES.items())
_TAG = re.compile(r"^[a-z0-9-]+")
_PARTS = re.compile(r"[.#]")

#: The part of a name that tells what stands in a box, or does not.
_HAD = re.compile(
    r"(?:^|[-_]+)(?:(?i:has|with|without|no(?!-?print)|near|beside|next[-_]to)[-_]"
    r"|(?:has|with|without)(?=[A-Z])).*"
)

#: How furniture begins, in small letters.
_BEGINS: dict[str, tuple[str, ...]] = {
    "more": tuple(
        "read |see |watch|listen|more|also |related|recommended|trending|don't miss"
        "|don’t miss|lesen sie|mehr |mehr:|lies |lesetipp|lire |à lire|voir |leggi|lee "
        "|leer|leia|ver |veja|lea |te puede|читайте|также|по теме|смотрите|läs |les "
        "|lue |czytaj|zobacz|przeczytaj|číst|více|přečtěte|devamı|ayrıca|baca|関連|続き"
        "|相关|延伸|siehe auch|das könnte|must read|up next|in other news".split("|")
    ),
    "ad": tuple(
        "advert|anzeige|werbung|publicit|publicid|реклама|sponsored|story continues"
        "|article continues|continue reading|scroll|continua|annons|mainos|loading"
        "|skip|this content|external content|an dieser stelle|externer inhalt"
        "|article content|this advertisement".split("|")
    ),
    "photo": tuple(
        "photo|image|foto|bild|picture|credit|фото|source|quelle|video|getty|afp"
        "|ap photo|reuters|写真|file photo|screenshot|illustration|(photo|(image".split(
            "|"
        )
    ),
    "by": tuple(
        "by |von |par |por |di |автор|text|written by|posted by|author|av |przez|autor"
        "|oleh |original|作者|记者|責任|责任|编辑|来源|— ".split("|")
    ),
    "tags": tuple(
        "tag|filed under|topic|themen|теги|keyword|categor|etiquetas|mots-cl|mots cl"
        "|schlagw|more on|in this |標籤|关键词|posted in|about the".split("|")
    ),
    "note": tuple(
        "correction|update|editor|note|clarification|this article|this story"
        "|this post|disclaimer|korrektur|*|dieser artikel|hinweis|redaktion".split("|")
    ),
    "back": tuple(
        "back|return|go to|go back|previous|next|home|top|print|share|tweet|save|zurück"
        "|назад|weiter|seite|retour|volver|copy link|close|login|log in|menu|search"
        "|вернуться|к списку".split("|")
    ),
}
#: By the first letter, so that few are tried: beginnings, and what each says.
_BEGINNINGS: dict[str, list[tuple[str, str]]] = {}
for _sign, _some in _BEGINS.items():
    for _begin in _some:
        _BEGINNINGS.setdefault(_begin[0], []).append((_begin, _sign))

#: Words that tell furniture wherever they stand in a short block.
_WORDS: dict[str, str] = {
    word: sign
    for sign, words in {
        "letter": "subscribe subscribed subscriber subscribers subscription newsletter"
        " newsletters follow join abonnieren abonnez abonnement suscríbete suscribirse"
        " подпишитесь подписывайтесь подписаться assine twitter facebook instagram"
        " telegram whatsapp tiktok youtube donate login register e-mail email inbox"
        " download app support trial unlock premium membership sign",
        "copy": "© copyright reserved rechte droits derechos права republished"
        " reproduced permission republish reprint (c)",
        "photo": "getty afp reuters epa photo foto image picture photograph"
        " shutterstock фото images file credit dpa",
        "bio": "reporter editor correspondent writer author journalist professor"
        " columnist contributed contributor reporting editing originally fellow reach"
        " reached producer redakteur redakteurin autor",
        "comments": "comment comments reply kommentar kommentare comentarios"
        " commentaires комментарии",
        "time": "ago updated published posted min minutes uhr gmt am pm aktualisiert"
        " stand publié publicado обновлено опубликовано edt est utc modified",
    }.items()
    for word in words.split()
}
_EDGES = ".,:;!?()\"“”'’«»[]|/"
#: Longer blocks are prose, whatever words they hold.
_SHORT = 220


@lru_cache(maxsize=50_000)
def name_signs(step: str) -> frozenset[str]:
    """Return what the names in a step of a path say.

    >>> sorted(name_signs("div#more-00.teaser-list")), sorted(name_signs("div#foot"))
    (['related'], ['frame'])
    >>> name_signs("article"), name_signs("div.left.relative")  # how it is placed
    (frozenset(), frozenset())
    """
    names = _TAG.sub("", step, count=1)
    if not names:
        return frozenset()
    return frozenset().union(*map(_says, _PARTS.split(names)))


def without_had(name: str) -> str:
    """Return what a class or an id says that a box is, not what it has or is beside.

    >>> without_had("has-sidebar"), without_had("page__body--with-sidebar")
    ('', 'page__body')
    >>> without_had("text_withImage"), without_had("sidebar"), without_had("no-print")
    ('text', 'sidebar', 'no-print')
    >>> without_had("teasers--near-menu"), without_had("linear-menu")
    ('teasers', 'linear-menu')
    """
    return _HAD.sub("", name, count=1)


@lru_cache(maxsize=50_000)
def _says(name: str) -> frozenset[str]:
    """Return what one class or id says; pages have more elements than names."""
    own = without_had(name).lower()
    return frozenset(sign for sign, pattern in _PATTERNS if pattern.search(own))


@lru_cache(maxsize=50_000)
def step_doubts(step: str) -> int:
    """Return how much a step's names or tag speak against an article inside.

    >>> step_doubts("div#comments.list"), step_doubts("div.card"), step_doubts("div")
    (3, 1, 0)
    """
    tag = _TAG.match(step.lower())
    signs = name_signs(step)
    if not _HOPELESS.isdisjoint(signs) or (tag and tag[0] in _FRAME_TAGS):
        return 3
    return 0 if _DOUBTFUL.isdisjoint(signs) else 1


def word_signs(text: str) -> tuple[str, ...]:
    """Return what the words of a short text say, at most once each.

    >>> word_signs("Read more: fog over the harbour")
    ('more',)
    >>> word_signs("Sign up for our newsletter")
    ('letter',)
    """
    if len(text) > _SHORT:
        return ()
    small = text.casefold()
    start = small.lstrip(" \"“'‘[(>»•-–—|*▸►→")
    signs = {
        sign
        for begin, sign in _BEGINNINGS.get(start[:1], ())
        if start.startswith(begin)
    }
    words = small.split()
    known = _WORDS.keys() & words
    known |= _WORDS.keys() & map(str.strip, words, repeat(_EDGES))
    signs.update(map(_WORDS.__getitem__, known))
    if "http" in small or "www." in small or ".com" in small:
        signs.add("url")
    return tuple(sorted(signs))
