"""Whether the bytes of a page are all there; apart, for every night asks it. Pure."""

#: Where the end tags of a page stand, if it has them.
_TAIL = 4_000


def has_end(payload: bytes) -> bool:
    """Tell whether a page ends with its end tags, also in two bytes a letter.

    >>> page = "<html><p>Fog</p></HTML>"
    >>> has_end(page.encode()), has_end(page.encode("utf-16")), has_end(b"<html><p>Fo")
    (True, True, False)
    """
    tail = payload[-_TAIL:].replace(b"\0", b"").lower()
    return b"</html" in tail or b"</body" in tail
