"""Lines about a text or its pictures rather than of it: credits, commissions. Pure."""

import re
from collections.abc import Callable, Sequence

from parsers.blocks import Block
from parsers.body.appeals import asks_for_mistakes, is_appeal, leads_to_rules
from parsers.date_places.lines import updated_lines
from parsers.dates import find_dates, may_hold_date
from parsers.dates.labels import label_of
from parsers.lines.filed_lines import filed_head
from parsers.lines.moving_lines import (
    forbids_copies,
    is_dateline,
    is_moving,
    reserves_rights,
)
from parsers.reading import Reading
from parsers.templates.beside import is_news

#: A line that says no more than this may be a note; a label or a name is short.
_NOTE, _SHORT, _CREDIT = 400, 50, 250
#: So many lines are a text and a box below it.
_BOXED = 3
#: From this share on a line is but a link.
_ALL = 0.9
#: How a link begins that leads back.
_BACK = "«‹←⟵"
#: How a caption ends that names who took the picture.
_PICTURED = re.compile(
    r"(?:.*[^\w\s] ?|)(?:images?|photos?|pictures?|fotos?|bild(?:er)?|фото|图|圖)\s?"
    r"(?:credits?|source|courtesy)?\s?[:：]\s?[^.:：]{3,60}"
    r"|.*\((?:[^()]*[ /])?(?:getty(?: images)?|shutterstock|alamy|istock|unsplash"
    r"|pixabay|pexels|imago|picture alliance|ap photo|epa-efe|[a-z ]+/afp|nasa/[^()]+)"
    r"(?:[ /][^()]*)?\)\W*"
    r"|.*\b(?:photos?|images?|pictures?) ©.{0,60}"
    r"|.*/ ?(?:getty images|shutterstock)\W*",
    re.IGNORECASE,
)
#: What a shop pays those who link to it.
_PAID = re.compile(
    r"\baffiliate (?:links?|marketer|commissions?|partner)"
    r"|\b(?:may|might|can|could|will)\b.{0,40}\b(?:earn|receive|get)\b.{0,40}"
    r"\b(?:commission|share of the revenue)"
    r"|\b(?:affiliate|provisions)-?links?\b|\bprovision\b.{0,60}\b(?:kauf|bestell)"
    r"|\bliens? affiliés?|\benlaces de afiliad|\blinks? de afiliad"
    r"|\blink di affiliazione",
    re.IGNORECASE,
)
#: Each of these notes has some of these in it: looking for them first is far faster.
_OF_PICTURES = (
    "image photo picture foto bild фото 图 圖 getty shutterstock alamy istock unsplash"
    " pixabay pexels imago epa-efe /afp nasa/"
).split()
_MARKS = ":：(©/"
_OF_SHOPS = "affili afiliad provision".split()
_SHARES, _EARNED = ("commission", "revenue"), ("earn", "receive", "get")
#: Who wrote or edited a text, or where it is from, as its last line.
_EDITED = re.compile(
    r"[（(【\[]?\s*(?:责任?编辑|責任?編輯|责编|責編|编辑|編輯|来源|來源|稿源|编审|审核|校对)"
    r"\s*[:：].{1,30}"
    r"|(?:editors?|edited by|editör|penyunting|redaktur|redaktor|redaktør|redaktör"
    r"|редактор|reporter|pewarta|penulis|oleh|muhabir|written by|yazan|tekst|текст)"
    r"\s*[:：].{1,30}"
    r"|copyright\s(?:©|\(c\)).{0,30}\b20\d\d",
    re.IGNORECASE,
)
#: Who helped to write or translate it, as its last line too.
_HELPED = re.compile(
    r"\W*(?:(?:with|additional|further|more|and)\s)*(?:reporting|reports)\s(?:by|from)\s.+"
    r"|\W*(?:übersetzung|schlussredaktion|traduction|traducción|tradução|traduzione"
    r"|vertaling|překlad|перевод)\s?:\s.+"
    r"|aus dem \w+en (?:übersetzt )?von .+"
    r"|mit (?:material|informationen) (?:von|der|des) .+"
    r"|\W*avec (?:afp|ap|reuters|les agences|agences)\W.{0,60}"
    r"|\W*con información de .+|\W*com informações d[aeo]s? .+",
    re.IGNORECASE,
)
#: Why a page was changed, below the line that says when.
_REASON = re.compile(
    r"(?:reason|grund|motif|raison|motivo|powód|důvod|причина|причини|neden|原因|理由)"
    r"\s?[:：].{1,120}",
    re.IGNORECASE,
)
#: What boards write over words that are quoted.
_QUOTED = re.compile(
    r"(?:quote|zitat|citation|cita|citação|citazione|citaat|citat|cytat|idézet|alıntı"
    r"|цитата|引用)\s?[:：]",
    re.IGNORECASE,
)
#: What a release says over its first line: that all may print it at once,
_AT_ONCE = re.compile(
    r"\W*(?:for )?immediate release\W*|zur sofortigen veröffentlichung\W*"
    r"|pour (?:diffusion|publication) immédiate\W*|per diffusione immediata\W*"
    r"|para (?:su )?(?:publicación|difusión|divulgação) in?mediata\W*"
    r"|для немедленной публикации\W*|即時発表",
    re.IGNORECASE,
)
#: and which number it has, perhaps behind what is numbered.
_NUMBERED = re.compile(
    r"(\D{0,40}?)(?<!\w)(?:no|nr|n|nº|n°|num|núm|number|numéro|número|numero|nummer|№|č"
    r"|бр|br)\W{0,3}[a-z]{0,5}[-/ ]?\d[\da-z/._-]{0,20}",
    re.IGNORECASE,
)
#: Or that under which it is filed, before the day on which it was.
_FILED = re.compile(r"[A-Z]{2,10}[-/ .]{1,2}(?:[A-Z]{1,6}[-/])?\d[\d/.-]{3,20}\d(?!\w)")
_TO_ITS_DAY = 30
_RELEASE = re.compile(
    r"release|press|prensa|imprensa|stampa|mitteilung|communiqué|comunica|komunikat"
    r"|bülten|tiedot|zpráv|správ|közlem|priopćen|saopšten|саопштен|релиз|съобщени",
    re.IGNORECASE,
)
#: What stands over other items.
_LABEL = re.compile(
    r"(?:related|more|further|similar|read)\b[^.:]{0,40}:|(?:mehr|weitere|weiterlesen)\b[^.:]{0,40}:"
    r"|(?:à lire|lire|en savoir)\b[^.:]{0,40}:|相关\w{2,4}[:：]",
    re.IGNORECASE,
)


def without_notes(kept: Sequence[Block]) -> list[Block]:
    """Return the kept blocks without notes on pictures and shops.

    Nor with labels of what was not kept, nor with last lines of who edited the text, of
    a newsletter, of the rights in a site, over its latest news, or back to its list; of
    where else to follow it, or what its visitors agree to.
    """
    kept = [b for b in kept if not (_is_note(b) or _is_short(b, _QUOTED))]
    after = [*kept[1:], None][: len(kept)]
    own = [
        block
        for block, other in zip(kept, after, strict=True)
        if (other and other.index == block.index + 1) or not _is_short(block, _LABEL)
    ]
    while len(own) > 1 and (_is_of_site(own[-1]) or _is_below_rules(own[-3:])):
        own.pop()
    return own


def _is_below_rules(last: Sequence[Block]) -> bool:
    """Tell whether a last line shares a box alone with what visitors agree to."""
    if len(last) < _BOXED or not leads_to_rules(last[1]):
        return False
    text, rules, line = (block.place.parent for block in last)
    return line is rules and rules is not text


def _is_of_site(block: Block) -> bool:
    """Tell whether a last line is none of the text's."""
    if block.kind == "heading":
        return is_news(block.text)
    if block.link_share >= _ALL and block.text[0] in _BACK:
        return True
    is_of_rights = (block.chars <= _SHORT and reserves_rights(block.text)) or (
        block.chars <= _CREDIT and forbids_copies(block.text)
    )
    is_note = is_of_rights or _is_credit(block) or is_appeal(block)
    return is_note or leads_to_rules(block)


def without_first_stamp(kept: Sequence[Block]) -> list[Block]:
    """Return the blocks kept less first lines of when the text came, of its age.

    Nor with what a release says there: that all may print it, which number it has.
    """
    own = list(kept)
    while len(own) > 1 and own[0].kind == "text" and _is_above_text(own[0]):
        own.pop(0)
    return own


def heads_release(block: Block) -> bool:
    """Tell whether a line says of a release that all may print it, or its number."""
    if _is_short(block, _AT_ONCE) or _is_filed(block.text):
        return True
    found = _NUMBERED.fullmatch(block.text) if block.chars <= _SHORT else None
    kind = found[1].strip() if found else None
    return kind == "" or bool(kind and _RELEASE.search(kind))


def _is_filed(text: str) -> bool:
    """Tell whether a line is but the number of a file, and its day.

    >>> _is_filed("UIN 118202, tabled on 3 May 2026")
    True
    >>> _is_filed("UIN 118202 will be answered"), _is_filed("AB 12 shut on 3 May 2026")
    (False, False)
    """
    number = _FILED.match(text)
    rest = text[number.end() :] if number else ""
    day = next(iter(find_dates(rest)), None) if may_hold_date(rest) else None
    if day is None:
        return False
    before, _, behind = rest.partition(day.text)
    return len(before) <= _TO_ITS_DAY and not behind and label_of(before) != "other"


def _is_above_text(block: Block) -> bool:
    return _is_published(block.text) or heads_release(block)


def _is_published(text: str) -> bool:
    is_labelled = is_dateline(text) and label_of(text) in ("published", "updated")
    return is_labelled or is_moving(text)


def without_stamp(reading: Reading, kept: Sequence[Block]) -> list[Block]:
    """Return the kept blocks less last lines that say when the page came or changed.

    And why, or what is called so in the next box; or where the item is filed.
    """
    own = list(kept)
    if len(own) > 2 and _may_follow(*own[-2:]) and _is_stamp(reading, own[-2]):
        own.pop()
    while len(own) > 1 and own[-1].kind == "text" and _is_stamp(reading, own[-1]):
        own.pop()
    return own


def _may_follow(stamp: Block, last: Block) -> bool:
    """Tell whether a last line says why, or is a short one of another box."""
    is_apart = stamp.place.parent is not last.place.parent
    is_reason = _REASON.fullmatch(last.text) is not None
    return is_reason or (is_apart and last.chars <= _SHORT)


def _is_stamp(reading: Reading, block: Block) -> bool:
    """Tell whether a line says when the page was changed, or when it was published."""
    if is_dateline(block.text) and label_of(block.text) == "published":
        return True
    if filed_head(block):
        return True
    return any(True for _ in updated_lines(reading, [block]))


def _is_note(block: Block) -> bool:
    if block.kind != "text" or block.chars > _NOTE:
        return False
    has = block.text.lower().__contains__
    if asks_for_mistakes(block):
        return True
    is_marked = any(map(has, _MARKS)) and any(map(has, _OF_PICTURES))
    return bool(
        (is_marked and _PICTURED.fullmatch(block.text))
        or (_may_be_paid(has) and _PAID.search(block.text))
    )


def _may_be_paid(has: Callable[[str], bool]) -> bool:
    is_share = any(map(has, _SHARES)) and any(map(has, _EARNED))
    return is_share or any(map(has, _OF_SHOPS))


def _is_credit(block: Block) -> bool:
    """Tell whether a last line says who edited the text, helped or translated."""
    if _is_short(block, _EDITED):
        return True
    is_line = block.kind == "text" and block.chars <= _CREDIT
    return is_line and _HELPED.fullmatch(block.text) is not None


def _is_short(block: Block, pattern: re.Pattern[str]) -> bool:
    return (
        block.chars <= _SHORT
        and block.kind in ("text", "heading")
        and pattern.fullmatch(block.text) is not None
    )
