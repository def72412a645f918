"""What in an address never tells items apart: tables, and their application. Pure."""

import re
from collections.abc import Iterable


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: Parameters that tell where a reader came from; whole names, lower case.
TRACKING = _words(
    """
    fbclid gclid gclsrc dclid gbraid wbraid msclkid yclid ymclid ysclid twclid ttclid
    igshid igsh li_fat_id mkt_tok mc_cid mc_eid vero_id vero_conv oly_enc_id oly_anon_id
    rb_clickid s_cid icid cmpid cmp_id campaign_id ncid ocid xtor sr_share smid smtyp
    ftag ito wickedid openstat _openstat frommedia from_social hss_channel spm scm
    trk trkcampaign ref_src ref_url share_from share_source share_token sharetype
    taid tpcc sh_kit guccounter guce_referrer guce_referrer_sig cvid wt_mc wt_zmc
    wt.mc_id wt.nav ns_campaign ns_mchannel ns_source ns_linkname ns_fee at_bbc_team
    etear seid social sphrase_id r_done _ga _gl epik rdid ss_email_id
    pk_campaign pk_cpn pk_kwd pk_keyword pk_source pk_medium pk_content pk_cid
    """
)
TRACKING_BEGINNINGS = tuple(
    _words(
        "utm_ itm_ mtm_ matomo_ piwik_ hsa_ at_custom at_campaign at_medium "
        "at_link_ __hs _hs hscta fb_action fb_ref fb_source action_object ga_"
    )
)

#: Parameters that name a visit; the short ones only with a value that looks random.
SESSIONS = _words(
    """
    phpsessid jsessionid aspsessionid cfid cftoken oscsid zenid sessionid session_id
    sessid bitrix_sessid sess_id viewstate
    """
)
SHORT_SESSIONS = _words("sid s psid ssid session token sess")
_RANDOM = re.compile(r"[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-z]{26}")
_LONG_NUMBER = re.compile(r"[0-9]{12,20}")

#: Parameters that ask for another dress of the same page; the value says whether.
DRESSES = _words(
    """
    print printable printversion print_version printerfriendly printer_friendly
    printview printmode for_print forprint pf amp mobile special_version
    no_cache nocache clear_cache clear_cache_session preview_theme replytocom
    bxajaxid bitrix_include_areas back_url_admin back_url logout register
    chash backpid device layoutversion _escaped_fragment_ nsukey timestamp rnd rand
    random noredirect nomobile desktop
    """
)
DRESS_VALUES = {
    "view": {"print", "amp", "printable"},
    "mode": {"print", "printable"},
    "type": {"98", "print"},  # TYPO3 gives its print page the type 98
    "tmpl": {"component", "print"},
    "layout": {"print"},
    "format": {"amp", "print"},
    "template": {"print"},
    "style": {"print"},
    "action": {"print"},
    "do": {"print"},
    "output": {"print", "amp"},
    "outputtype": {"amp"},
    "version": {"print", "printable", "amp"},
    "login": {"yes"},
    "theme": {"print"},
}

#: Parameters that only say who sent us, if the value is a word of that kind.
SENDERS = _words("ref from source src via cmp referrer referer rel medium")
SENDER_WORDS = _words(
    """
    rss feed atom twitter facebook vk telegram whatsapp linkedin email mail newsletter
    home homepage mobile share social sidebar top related main index front frontpage
    slider carousel banner teaser
    """
)

#: Parameters that only set the menu around an item which another one names, or where
#: to go back to.
BESIDE = {
    "itemid": "id",
    "_": "",
    "back": "id",
    "return": "id",
    "inheritredirect": "",
    "p_l_back_url_title": "",
}

#: A parameter that names an item, where the path is that of them all.
_OWN = re.compile(r"(?:[a-z]+[_-]?)?(?:id|guid)=(?:[0-9]+|[0-9a-f-]{32,36})")

#: Parameters that hold the address to go back to, also behind the name of a portlet.
RETURNS = _words(
    """
    redirect redirecturl redirect_url redirect_to redirectto return returnurl
    return_url return_to returnto back backurl back_url backlink back_link referer
    referrer ref from came_from camefrom source next continue dest destination origin
    prev prevurl listurl list_url goback p_l_back_url
    """
)
_ADDRESS = re.compile(
    r"(?:https?:/)?/|[\w./-]*\?|[\w/-]+\.(?:php|aspx?|html?|jsp|do)\b"
)

_SESSION_IN_PATH = re.compile(r";(?:jsessionid|phpsessid|sid)=[^/;]*", re.I)
_COOKIELESS = re.compile(r"/\([a-z]\([a-z0-9]{16,40}\)\)(?=/)", re.I)
#: What Oracle APEX writes into its one parameter: application, page, visit, and more.
_APEX_VISIT = re.compile(r"(p=\w+:\w+):[0-9]{4,}(?=:|$)", re.I)
_INDEX = re.compile(
    r"/(?:index|default)\.(?:html?|php[345]?|aspx?|jsp|shtml?|cfm)$", re.I
)
_COPY_BEHIND = re.compile(r"/(?:amp|print|printable|print\.html|amp\.html)$", re.I)
_COPY_BEFORE = re.compile(r"^/(?:amp|print)(?=/)", re.I)
_COPY_NAME = re.compile(r"\.(?:amp|print)(?=\.html?$)", re.I)
_SLUG = re.compile(r"[0-9]|[^/-]-[^/-]+-[^/-]|_[^/_]+_|\.html?$")
#: What portals write between the page around an item and the item's own name.
_ITEM_MARK = "/-/"
_SLASHES = re.compile(r"//+")


def is_noise(name: str, value: str, names: set[str], path: str = "/") -> bool:
    """Tell whether a parameter (lower case, unescaped) says nothing of the item.

    An address to go back to is nothing where the ``path``, or another parameter, names
    the item; alone it may be where the link leads.

    >>> is_noise("sid", "0123456789abcdef0123456789abcdef", {"sid"})
    True
    >>> is_noise("sid", "42", {"sid"}), is_noise("id", "42", {"id"})
    (False, False)
    >>> is_noise("redirect", "/news?cur=2", {"redirect"}, "/news/fog-over-port")
    True
    >>> is_noise("redirect", "/news/7", {"redirect"}, "/go")
    False
    """
    if name in DRESSES or is_visit(name, value):
        return True
    if value in DRESS_VALUES.get(name, ()):
        return True
    if name in SENDERS and value in SENDER_WORDS:
        return True
    if _is_return(name, value):
        return len(names) > 1 or _names_item(path)
    return name in BESIDE and (not BESIDE[name] or BESIDE[name] in names)


def is_way_back(name: str, value: str, path: str, beside: Iterable[str] = ()) -> bool:
    """Tell whether a parameter only leads back from the item that the path names.

    Or that one of the parameters ``beside`` it names.

    >>> is_way_back("redirect", "/news?cur=2", "/-/fog")
    True
    >>> is_way_back("redirect", "/news/7", "/go")
    False
    >>> is_way_back("returnurl", "/news?p=2", "/view", ["newsid=7"])
    True
    """
    is_told = _is_return(name, value) or BESIDE.get(name) == ""
    return is_told and (_names_item(path) or any(map(_OWN.fullmatch, beside)))


def _is_return(name: str, value: str) -> bool:
    is_named = not RETURNS.isdisjoint((name, name.rpartition("_")[2]))
    return is_named and _ADDRESS.match(value) is not None


def _names_item(path: str) -> bool:
    return _ITEM_MARK in path or _SLUG.search(path.rpartition("/")[2]) is not None


def is_visit(name: str, value: str) -> bool:
    """Tell whether a parameter only names a visit, or where a reader came from."""
    return (
        name in TRACKING
        or name.startswith(TRACKING_BEGINNINGS)
        or name in SESSIONS
        or name.startswith("aspsessionid")
        or (name in SHORT_SESSIONS and bool(_RANDOM.fullmatch(value)))
        or (name == "session" and bool(_LONG_NUMBER.fullmatch(value)))
    )


def without_visit(path: str) -> str:
    """Return a path without the session that servers without cookies write into it.

    >>> without_visit("/news/fog;jsessionid=1F/")
    '/news/fog/'
    """
    if ";" in path:
        path = _SESSION_IN_PATH.sub("", path)
    return _COOKIELESS.sub("", path) if "/(" in path else path


def without_apex_visit(piece: str) -> str:
    """Return a parameter without the visit that stands between others in one value.

    >>> without_apex_visit("p=210:3:2718281828459::NO::P3_ID:12")
    'p=210:3:::NO::P3_ID:12'
    >>> without_apex_visit("p=210:1:2718281828459")
    'p=210:1'
    """
    found = _APEX_VISIT.match(piece)
    if not found:
        return piece
    behind = piece[found.end() :]
    return found[1] + (f":{behind}" if behind else "")


def is_telling(key: str) -> bool:
    """Tell whether the last part of an address looks like one item's name or number.

    >>> is_telling("h.example/fog-over-port"), is_telling("h.example/news")
    (True, False)
    """
    return bool(_SLUG.search(key.rpartition("/")[2]))


def plain_path(path: str) -> str:
    """Return a path without session, index file, print or amp mark and end slash.

    >>> plain_path("/news/fog-over-port;jsessionid=1F/amp/")
    '/news/fog-over-port'
    """
    path = without_visit(_SLASHES.sub("/", path))
    path = _INDEX.sub("/", path)
    path = _COPY_NAME.sub("", path.rstrip("/"))
    shorter = _COPY_BEHIND.sub("", path)
    if shorter != path and _SLUG.search(shorter.rpartition("/")[2]):
        path = shorter
    shorter = _COPY_BEFORE.sub("", path)
    if shorter != path and _SLUG.search(shorter.rpartition("/")[2]):
        path = shorter
    return path or "/"
