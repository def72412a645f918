"""Every limit of a crawl: one name, one default, one line. Pure.

Those of one answer are kept by the fetch layer, those of one run by the crawl.
"""

from dataclasses import dataclass

#: A site that asks for more seconds than this between requests is impractical.
LONGEST_CRAWL_DELAY = 60.0
#: How much of a robots.txt is read (RFC 9309, 2.5 asks for at least this).
ROBOTS_BYTES = 500 * 1024
#: Redirects of a robots.txt that are followed (RFC 9309, 2.3.1.2).
ROBOTS_REDIRECTS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one answer, and one run, may cost at most.

    >>> Limits(response_bytes=1_000).response_seconds
    60.0
    """

    #: Bytes of a body, both as sent and with its content codings undone.
    response_bytes: int = 20_000_000
    #: Seconds from the request to the last byte of its answer.
    response_seconds: float = 60.0
    #: Seconds until a connection stands, its name looked up and TLS agreed.
    connect_seconds: float = 20.0
    #: Bytes of all header fields of an answer together.
    header_bytes: int = 65_536
    #: Header fields of an answer.
    header_count: int = 200
    #: Bytes a second that a body must bring on average, once ``slow_seconds`` passed.
    slow_bytes: int = 128
    #: Seconds that a slow body is left in peace.
    slow_seconds: float = 15.0
    #: Redirects that are followed from one address.
    redirects: int = 10
    #: Requests that are made again when a server fails, beyond the first.
    retries: int = 2
    #: Seconds before the first of them; each further one waits twice as long.
    retry_seconds: float = 0.5
    #: Seconds that a host which asks for a pause (Retry-After) is waited for.
    pause_seconds: float = 120.0
    #: Requests of one run.
    requests: int = 50_000
    #: Seconds of one run.
    crawl_seconds: float = 6 * 3600.0
    #: Listings that may lie between a seed and a page.
    depth: int = 5_000
    #: Bytes that must stay free on the disk.
    free_bytes: int = 64 * 2**20
