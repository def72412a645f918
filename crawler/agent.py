"""What we call ourselves to servers, and the fetcher that goes by that name."""

import os
from collections.abc import Callable
from datetime import datetime

from corpus import __version__
from crawler.fetch import Fetcher
from crawler.robots import TOKEN


def new_fetcher(now: Callable[[], datetime]) -> Fetcher:
    """Return the fetcher of a process; the environment says whom servers can reach."""
    contact = os.environ.get("PRESSWATCH_CONTACT", "")
    return Fetcher(agent=agent_name(contact), now=now)


def agent_name(contact: str = "", version: str = __version__) -> str:
    """Return how we name ourselves to servers.

    >>> agent_name("desk@harbour.example", "1.0")
    'presswatch/1.0 (+desk@harbour.example)'
    """
    contact = "".join(c for c in contact if " " < c < "\x7f" and c not in "()")
    return f"{TOKEN}/{version}" + (f" (+{contact})" if contact else "")
