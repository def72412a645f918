"""What several addresses of one page share. Pure."""

import re

_SCHEME = re.compile(r"^https?://(?:www\.|m\.)?", re.IGNORECASE)


def shared_address(url: str) -> str:
    """Return an address without scheme, query and what else may differ for one page.

    >>> shared_address("https://www.h.example/Fog/?from=list#top")
    'h.example/fog'
    """
    return _SCHEME.sub("", url.partition("#")[0].partition("?")[0]).rstrip("/").lower()
