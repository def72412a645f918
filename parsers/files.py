"""Whether what an address gives is a file, such as a PDF, and no page. Pure."""

#: How PDF, office papers old and new, archives, RTF and pictures begin.
_SIGNS = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\xd0\xcf\x11\xe0\xa1\xb1",
    b"{\\rtf",
    b"\xff\xd8\xff",
    b"\x89PNG",
    b"GIF8",
)
#: What servers put before a file, by mistake.
_BEFORE = b"\xef\xbb\xbf \t\r\n"


def is_file(payload: bytes) -> bool:
    r"""Tell whether a payload is a file, whatever the server calls it.

    >>> is_file(b"\r\n%PDF-1.7 ..."), is_file(b"<p>%PDF-1.7 is a format.")
    (True, False)
    """
    return payload[:32].lstrip(_BEFORE).startswith(_SIGNS)
