"""Lines in which a site asks its readers for something, below a text. Pure."""

import re

from parsers.blocks import Block

#: A line that asks is no longer, and one of rules is not either.
_LONGEST, _RULED = 250, 400
#: From this share on a line is but a link.
_ALL = 0.9
#: A line leads to so many of a site's rules.
_TWO = 2
#: What stands around a question.
_ASKS = " ?¿!.:;"
#: What asks for a subscription, as a last line with a link: what for, and how.
_LETTER = re.compile(
    r"newsletter|\b(?:in|to) your (?:in|mail)box|ins? postfach|рассылк|ニュースレター",
    re.IGNORECASE,
)
_SIGN_UP = re.compile(
    r"sign(?:ing)? up|subscribe|register|anmeld|abonnier|inscri|abonne[zr]|suscr[ií]b"
    r"|suscripci|iscriv|iscrizion|assin[ea]|schrijf|aanmeld|prenumer|tilmeld|påmeld"
    r"|zapisz|přihla|подпи[сш]|購読|登録|订阅",
    re.IGNORECASE,
)
#: What bids to follow the site or the writer elsewhere, as a last line with a link.
_FOLLOW = re.compile(
    r"\W*(?:(?:you can|please|be sure to|don[’']t forget to|and|also) )*"
    r"(?:follow\b.{0,60}\b(?:on|at|via)|(?:find|like|join) (?:us|me|our))\b"
    r"|\W*(?:folge[nt]?|suivez|suis-nous|síguenos|sígan?os|sigue|siga(?:m|-nos)?"
    r"|acompanhe(?:-nos|m)?|segue-nos|segui(?:ci|te|teci|mi)?|volg (?:ons|de|het)"
    r"|följ|følg|seuraa?"
    r"|obserwuj|śledź|sledujte|kövess(?:en|e|ék)?|urmăriți|ακολουθήστε|следите"
    r"|подпи(?:сывай(?:ся|тесь)|шись|шитесь)|читайте нас|стежте|sekite|sekojiet|jälgi"
    r"|bizi .{0,60}takip edin|ikuti(?: kami)?|theo dõi|تابعونا|フォロー"
    r"|(?:欢迎|请|扫码)关注|关注我们|關注我們)(?!\w)",
    re.IGNORECASE,
)
_NETWORK = re.compile(
    r"twitter|facebook|instagram|telegram|whatsapp|youtube|tiktok|linkedin|bluesky"
    r"|mastodon|viber|вконтакте|телеграм|фейсбук|ютуб|微博|微信|تويتر|فيسبوك|@\w{3}",
    re.IGNORECASE,
)
#: What asks readers to tell of mistakes in the text.
_MISTAKE = re.compile(
    r".*\bctrl\W{1,5}enter\b.*"
    r"|(?:(?:have you |did you )?(?:found|find|spotted|spot|noticed|notice|see) )"
    r"(?:an? )?(?:error|mistake|typo)s?(?: in (?:the|this) (?:text|article|page))?"
    r"|(?:нашли|заметили|обнаружили|увидели) (?:ошибку|опечатку|неточность)"
    r"(?: в тексте)?"
    r"|(?:знайшли|помітили|побачили) (?:помилку|неточність)(?: в тексті)?"
    r"|(?:знайшлі|заўважылі) памылку|(?:открихте|забелязахте|видяхте) грешка"
    r"|kļūda (?:rakstā|tekstā)|(?:pamanīji|pamanījāt|atradi) kļūdu"
    r"|(?:pastebėjote|pastebėjai|radote) klaidą|(?:leidsid|märkasid) vea"
    r"|(?:našli|zaznamenali) jste (?:v (?:článku|textu) )?chybu"
    r"|našli ste (?:v (?:článku|texte) )?chybu"
    r"|(?:za)?uważy(?:łeś|łaś|li państwo) (?:błąd|literówkę)|widzisz (?:błąd|literówkę)"
    r"|fehler (?:gefunden|entdeckt|bemerkt)"
    r"|(?:fout|foutje) (?:gezien|gevonden|ontdekt|opgemerkt)"
    r"|(?:vous avez )?(?:vu|repéré|trouvé|une?) (?:une )?(?:erreur|faute|coquille)"
    r"|(?:has|ha) (?:visto|encontrado|detectado) un error"
    r"|encontrou (?:um|algum) erro|(?:hai )?(?:trovato|notato) un errore",
    re.IGNORECASE,
)
#: Where a site's own rules stand, by the ends of addresses: of those that say what a
#: visitor agrees to, a line leads to two.
_RULES = re.compile(
    r"(?P<rule>privacy|terms|guidelines|conditions|datenschutz|nutzungsbedingungen"
    r"|netiquette|confidentialite|privacidad|privacidade|aviso-legal)"
    r"[\w-]*(?:\.\w{3,5})?/?(?:[?#]|$)",
    re.IGNORECASE,
)


def asks_for_mistakes(block: Block) -> bool:
    """Tell whether a line asks readers to tell of mistakes in the text."""
    if block.chars > _LONGEST or not ("?" in block.text or "trl" in block.text):
        return False
    return _MISTAKE.fullmatch(block.text.strip(_ASKS)) is not None


def leads_to_rules(block: Block) -> bool:
    """Tell whether a line leads to two of a site's rules: what visitors agree to."""
    if len(block.hrefs) < _TWO or block.chars > _RULED:
        return False
    found = filter(None, map(_RULES.search, block.hrefs))
    return len({one["rule"].lower() for one in found}) >= _TWO


def is_appeal(block: Block) -> bool:
    """Tell whether a last line leads to a newsletter, or to where one may follow.

    One that is but a link is none: what it is, the judge has told by that.
    """
    is_line = block.kind == "text" and block.chars <= _LONGEST
    if not is_line or not 0 < block.link_share < _ALL:
        return False
    says = block.text
    if _LETTER.search(says) and _SIGN_UP.search(says):
        return True
    return _FOLLOW.match(says) is not None and _NETWORK.search(says) is not None
