"""Whether a page was edited between two captures, and in which fields. Pure.

Both are read by one reader. A field counts only if lines moved that a reader of the
item reads: not in the frame of the page, not in lists of newest items, no counters.
"""

from parsers.model import Capture, Problem
from parsers.profile import Profile
from scheduler.comparing.compare import Comparison
from scheduler.comparing.decision import decide
from scheduler.comparing.side import read_side
from scheduler.comparing.side_doubts import find_doubt


def compare_captures(
    before: Capture,
    after: Capture,
    *,
    profile: Profile | None = None,
) -> Comparison | Problem:
    """Return in which fields a page was edited, or why that cannot be told.

    ``profile`` should have been learned from both and from other pages of the site.

    >>> page = b"<h1>Fog</h1><p>%s of the 9 boats that sail to Low Isle are late."
    >>> was = Capture(url="https://h.example/1", payload=page % b"Two")
    >>> now = Capture(url="https://h.example/1", payload=page % b"Ten")
    >>> list(compare_captures(was, now).fields)
    ['body']
    >>> compare_captures(was, was).fields
    {}
    """
    old = read_side(before, profile=profile)
    new = read_side(after, profile=profile)
    if isinstance(old, Problem):
        return old
    if isinstance(new, Problem):
        return new
    if before.payload == after.payload:
        return Comparison(fields={})
    return find_doubt(old, new) or decide(old, new).comparison
