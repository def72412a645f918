"""What a person's name looks like, and where one ends and the next begins. Pure."""

import re
from collections.abc import Iterator

from parsers.dates.words import month_of
from parsers.text import is_small, normal_text

#: More names than these are a list of something else.
MAX_AUTHORS = 20
#: A name is no longer.
MAX_CHARS = 80
_MOST_WORDS = 6
#: More words than these tell of the writer, and so does what follows.
_PROSE = 10


def split_names(text: str) -> Iterator[str]:
    """Yield the names in a line that may hold several.

    >>> list(split_names("By Ada Ferry, Bo Quay and Cy Lighthouse"))
    ['Ada Ferry', 'Bo Quay', 'Cy Lighthouse']
    >>> list(split_names("Escrito por Ada Ferry"))
    ['Ada Ferry']
    >>> list(split_names("Por Ada Ferry em"))  # and then a day
    ['Ada Ferry']
    >>> list(split_names("By Ada Ferry August 18; 5 min read; edited by Bo; May Low"))
    ['Ada Ferry', 'May Low']
    >>> list(split_names("Ada Ferry, Fog Editor, Bo Quay (with Cy Low), and Di, BBC"))
    ['Ada Ferry', 'Bo Quay', 'Cy Low', 'Di', 'BBC']
    >>> list(split_names("Ada Ferry (Harbour News), BO QUAY, MD"))
    ['Ada Ferry (Harbour News)', 'BO QUAY']
    >>> list(split_names("ADA FERRY and BO QUAY - Harbour News Writers 8:42 a.m. EDT"))
    ['ADA FERRY', 'BO QUAY']
    >>> list(split_names("Ada Ferry, December 19"))
    ['Ada Ferry']
    >>> list(split_names("Bo, who has told of the fog on the piers for years, and Cy"))
    ['Bo']
    >>> list(split_names("https://www.facebook.example/harbour"))
    []
    >>> list(split_names("Department of Ports, Fog and Ferries; Ada Quay"))
    ['Department of Ports, Fog and Ferries', 'Ada Quay']
    >>> list(split_names("Autor/in: Ada Ferry")), list(split_names("Fog Ltd, Kiel"))
    (['Ada Ferry'], ['Fog Ltd'])
    >>> list(split_names("백다온·남서율 기자")), list(split_names("[백다온 기자]"))
    (['백다온', '남서율'], ['백다온'])
    >>> list(split_names("作者：周小港 责任编辑：林海")), list(split_names("佚名"))
    (['周小港'], [])
    """
    if _ADDRESS.search(text):
        return
    text = _CLOCK.sub("", _BY.sub("", normal_text(text[:500])))
    text = text if text.isascii() else _EDITOR.sub("", text)
    is_office = _OFFICE.match(text) is not None
    before = ""
    for part in (_BETWEEN_OFFICES if is_office else _BETWEEN).split(text)[:MAX_AUTHORS]:
        name = reporter(part) or part.strip(" .,;|·•-–—:")
        name = name.rstrip(")") if "(" not in name else name
        name = _DASHED_ROLE.sub("", name)
        name = without_day(f" {_DAY_FOLLOWS.sub('', name)}").strip()
        if len(name.split()) > _PROSE and not is_office:
            return
        if not 1 < len(name) <= MAX_CHARS or _NO_NAME.search(name):
            continue
        if is_office or not (before and _tells_of(before, name)):
            yield name
            before = name
            if _COMPANY.search(name):  # behind it stands where it is
                return


def reporter(text: str) -> str:
    """Return who a line says reports in the manner of Korea, or nothing.

    >>> reporter("[백다온 기자 daon@h.example]"), reporter("취재 기자가 물었다")
    ('백다온', '')
    """
    found = _REPORTER.fullmatch(text.strip()) if not text.isascii() else None
    return found["name"] if found else ""


def _tells_of(name: str, part: str) -> bool:
    """Tell whether what stands behind a name is a role, a degree or who sent him."""
    is_sign = part.isupper() and part.isascii() and " " not in part
    return " " in name and (is_sign or _ROLE.search(part) is not None)


def without_day(name: str, *, is_day: bool = False) -> str:
    """Return a name without the month, and perhaps its day, behind it.

    A month alone may be a name; not if what follows makes a day of it (``is_day``),
    from which only a style may part the name.

    >>> without_day("Léa Quai 3 mars"), without_day("Ada Quay - May")
    ('Léa Quai', 'Ada Quay')
    >>> without_day("Theresa May"), without_day("Ada QuayFebruary ", is_day=True)
    ('Theresa May', 'Ada Quay')
    >>> without_day("Ada Quay On ", is_day=True)
    'Ada Quay On '
    """
    found = _MONTH.search(name)
    if found is None or not (is_day or found["lead"] or found["day"]):
        return name
    return name[: found.start()] if month_of(found["month"]) else name


def is_name(text: str) -> bool:
    """Tell whether a text is written as a name: a few words, each with a capital.

    >>> is_name("Ana de la Cruz"), is_name("the harbour"), is_name("מיכל רגב")
    (True, False, True)
    """
    long = [word for word in text.split() if word.lower() not in _PARTICLES]
    return may_be_name(text) and bool(long) and not any(is_small(w[0]) for w in long)


def may_be_name(text: str) -> bool:
    """Tell whether a text that is said to be a name can be one, perhaps with a rank.

    >>> may_be_name("el coronel Iñaki Bermeo"), may_be_name("read more")
    (True, False)
    >>> may_be_name("提问。")  # which ends a sentence
    False
    >>> may_be_name("Ada (A. Q.) Quay"), may_be_name("Ada Quay (The Harbour)")
    (True, False)
    """
    words = text.split()
    return (
        0 < len(words) <= _MOST_WORDS
        and len(text) <= MAX_CHARS // 2
        and _LETTERS.fullmatch(_CALLED.sub("", text)) is not None
        and not all(is_small(word[0]) for word in words)
    )


def names_writer(text: str) -> bool:
    """Tell whether a text says by whom something is, and no more.

    >>> names_writer("By Ada Quay"), names_writer("โดย นายวีรภัทร คงสะพาน")
    (True, True)
    >>> names_writer("By boat, the isle is an hour away."), names_writer("Ada Quay")
    (False, False)
    """
    says_by = _BY.match(text)
    return says_by is not None and is_name(text[says_by.end() :])


#: What a byline may say before its "by".
WRITTEN = (
    "written|analysis|posted|published|submitted|escrit[oa]|publicad[oa]|redactad[oa]"
    "|enviado|postado|criado|écrit|publié|posté|rédigé|ajouté|geschrieben|verfasst"
    "|erstellt|scritto|pubblicato|inserito|inviato|geschreven|geplaatst|skrevet|skrivet"
    "|ditulis|napisane"
)
_BY = re.compile(
    rf"^(?:(?:{WRITTEN})\s+)?"
    r"(?:(?:by|von|par|por|di)\s(?=(?:autor|author|auteur)\w{0,4}:))?"
    r"(?:by|von|par|por|di|da|door|av|af|od|oleh|przez|durch|autor(?:a|en|es|[/*:_]?in(?:nen)?)?|auteurs?|author|автор|текст"
    r"|text|von:|写真|文|記者|作者|撰文)\b[\s:：]*|^(?:作者|記者|文)[：:\s]*"
    r"|^(?:yazan|hazırlayan|tác giả|người viết|작성자|글쓴이|담당자|بقلم|الكاتب"
    r"|نویسنده|מאת|लेखक|โดย|ผู้เขียน|ავტორი|հեղինակ|autorius|autors|szerző|kirjoittaja|συντάκτης|συγγραφέας"
    r"|penulis|pewarta|mwandishi|muallif|müəllif|担当|執筆|από)(?:\s*[:：]\s*|\s+)",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"\s*(?:,\s(?:and|und|et|og|och)\s|[,;|&·•、]|\s/\s"
    r"|\s(?:and|und|et|y|e|en|och|og|i|và|и|та|ve|dan)\s"
    r"|\s\((?:with|mit|avec|con|com|met|med)\s)\s*",
    re.IGNORECASE,
)
#: What a writer is called behind the name, in whatever office.
_ROLE = re.compile(
    r"(?:^|[\s-])(?:(?:co-)?editors?(?:[ -]in[ -]chief|[ -]at[ -]large)?|reporters?"
    r"|correspond[ea]nt[es]*|(?:staff ?)?writers?|columnists?|analysts?|producers?"
    r"|contributors?|journalist(?:in|e)?s?|redakteur(?:in)?|korrespondent(?:in)?"
    r"|rédact(?:eur|rice)s?(?: en chef)?|envoyée?s? spécia(?:ux|l|le|les)"
    r"|redactor(?:a|es)?|corresponsal(?:es)?|periodistas?|enviad[oa]s? especial(?:es)?"
    r"|repórter(?:es)?|jornalistas?|giornalist[aei]|corrispondent[ei]|inviat[oaie]"
    r"|redacteur|verslag(?:gever|geefster)|журналист(?:ка)?|корреспондент"
    r"|обозреватель|dziennikar(?:z|ka)|muhabir|wartawan)$",
    re.IGNORECASE,
)
#: Who edited a text in China, and all that stands behind it.
_EDITOR = re.compile(r"(?:^|\s+)[【（(\[]?(?:责任?编辑|責任?編輯|责编|責編)\s?[:：].*$")
_DASHED_ROLE = re.compile(rf"\s[–—-]\s.*?{_ROLE.pattern}", re.IGNORECASE)
#: A time of day, and all that stands behind it.
_CLOCK = re.compile(r"\s\d{1,2}[:.]\d\d(?!\d).*$")
#: What leads from a name to the day: no name ends with it, nor with a day's beginning.
_DAY_FOLLOWS = re.compile(
    r"\s(?:posted|published|updated|[Oo]n|at|in|am|um|vom|em|às|el|le|il|à|op|om|den|på|dne|dnia|pada|в|о|у|від|от)$"
)
_MONTH = re.compile(
    r"(?:\s|(?<=[a-zß-ÿ])(?=[A-Z]))(?P<lead>on\s|[-–—]\s|\d{1,2}\.?\s)?"
    r"(?P<month>[^\W\d_][^\W\d_A-Z]{2,11}|[A-Z]{3,9})\.?(?P<day>\s\d{1,2})?\s*$"
)
#: An office's own name may have commas.
_BETWEEN_OFFICES = re.compile(r"\s*[;|•]\s*")
_OFFICE = re.compile(
    r"(?:the |die |der |das |la |le |el |il |o )?(?:\w+ ){0,3}?(?:department|dept"
    r"|ministry|minister|treasury|directorate|agency|bureau|commission|committee"
    r"|council|authority|administration|government|office of|institute|division"
    r"|\w*ministerium|\w*behörde|\w*amt für|ministère|ministerio|ministero|ministério"
    r"|direction|dirección|secretaría|secretaria|direzione|министерство|комитет)(?!\w)",
    re.IGNORECASE,
)
_COMPANY = re.compile(
    r"\s(?:GmbH|AG|KG|Ltd|LLC|Inc|Corp|Co|S\.?[Aa]|SAS|SpA|B\.?V|ООО)$"
)
_ADDRESS = re.compile(r"^\s*(?:https?:|www\.)", re.IGNORECASE)
_NO_NAME = re.compile(
    r"^(?:photo(?:graph)?|image|picture)s?\b.*\bby\b|\ssays$|\bmin(?:ute)?s? read$"
    r"|^(?:fact.?checked|(?:medically )?reviewed|edited|updated) by\b"
    r"|@|\bauthors?\b|\.(?:com|org|net)\b|^[\w-]+\.[a-z]{2,4}$|\d{3}|[<>{}]"
    r"|taboola|outbrain|^(?:未知|佚名|匿名|不详|不詳|本站|(?:网络|網路|综合)(?:整理|综合|转载|来源)?)$"
    r"|^(?:admin|null|none|undefined|posted|unknown|anonymous|guest|staff|redaktion|name"
    r"|editor|administrator|webmaster|super user|user admin|admin user)$",
    re.IGNORECASE,
)
#: A name, "reporter" behind it, perhaps an address, and a place before it: "Oslo=".
_REPORTER = re.compile(
    r"(?:[가-힣]{2,8}=)?[\[(]?(?P<name>[가-힣]{2,4})\s?(?:선임|수습|인턴|전문|객원)?"
    r"(?:기자|특파원|논설위원)(?:\s*[\w.+-]+@[\w.-]+)?[\])]?"
)
#: What a person is called too, amid the name.
_CALLED = re.compile(r"(?<=\w\s)\([^()]{1,15}\)\s(?=\w)")
_LETTERS = re.compile(r"[^\d_!?。！？।۔؟:;()\[\]{}<>|/\\@#%&*+=]+")
#: Words within names that are written small.
_PARTICLES = frozenset(
    "al af av bin bint d' da das de dei del della den der di do dos du e el i ibn la"
    " las le los te ten ter van vom von y zu zum zur 't".split()
)
