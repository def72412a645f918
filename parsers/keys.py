"""What tells texts with the same letters and figures from others. Pure."""

import re
import unicodedata
from functools import lru_cache
from hashlib import blake2b

_SIGNS = bytes(code for code in range(128) if not chr(code).isalnum())
_NO_WORD = re.compile(r"[\W_][\W_]*")  # begun by a class, letters are passed over fast
#: A site's menus and teasers come with every page: short texts are worth keeping.
_SHORT = 200


def text_key(text: str) -> str:
    r"""Return the letters and figures of a text in one case, for looking it up.

    >>> text_key("Fog - over 2 harbours!")
    'fogover2harbours'
    >>> text_key("Cafe\u0301 im Su\u0308den") == text_key("Café im Süden")
    True
    >>> text_key("Ko\u02bbrildi") == text_key("Ko'rildi")
    True
    """
    return _known_key(text) if len(text) < _SHORT else _key(text)


def _key(text: str) -> str:
    if text.isascii():
        return text.lower().encode().translate(None, _SIGNS).decode()
    text = unicodedata.normalize("NFC", text.casefold())
    # apostrophes that count as letters, whatever else they are typed as
    text = text.replace("\u02bb", "").replace("\u02bc", "")
    plain = text.encode("utf-8", "surrogatepass").translate(None, _SIGNS)
    key = plain.decode("utf-8", "surrogatepass")
    return key if key.isalnum() else _NO_WORD.sub("", key)


_known_key = lru_cache(maxsize=2048)(_key)


def text_hash(text: str) -> str:
    """Return a short hash of the letters and figures of a text.

    >>> text_hash("Read more!") == text_hash("read  MORE")
    True
    """
    return _known_hash(text) if len(text) < _SHORT else _hash(text)


def _hash(text: str) -> str:
    key = text_key(text) or " ".join(text.split())
    return blake2b(key.encode(), digest_size=6).hexdigest()


_known_hash = lru_cache(maxsize=2048)(_hash)
