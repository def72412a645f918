"""When a known item wants its next look: soon while young, then seldom. Pure."""

from datetime import date, datetime, timedelta

#: An item is young for so long: most corrections come in the first days.
YOUNG = timedelta(days=7)
#: Days between two looks at an item that rests; a third of them comes due each day.
RESTING_DAYS = 3
#: Days between two looks at a removed item; and once it is gone for a month, or while a
#: listing that showed it so long before would show it again: then it is asked for at
#: once.
REMOVED_DAYS, FORGOTTEN_DAYS, LISTED_DAYS = 4, 30, 8
#: The share of the time in which an item would leave its list, going by the past, after
#: which it may have left: lists move on faster and slower than they did.
MAY_HAVE_LEFT = 0.75
#: How far the next look lies ahead that decides whether an item is still young by then.
AHEAD = timedelta(days=1)
#: A run is allowed to come so much earlier than the one before.
SLACK = timedelta(hours=6)
#: A site with no more known items than this is small: all are looked at in every run.
SMALL = 30
#: Listings that a walk to their end may cost in requests, for each day between walks.
PAGES_A_DAY = 40


def next_look(
    *,
    item_id: int,
    now: datetime,
    first_seen: datetime,
    is_baseline: bool,
    published: date | None,
    is_first: bool,
) -> datetime | None:
    """Return when an item that was just read is due, or ``None`` for every run.

    ``is_first`` if this was the first look: those of one baseline are spread over the
    following days.
    """
    # with the slack no run of a daily rhythm stands on the edge between two answers
    then = now + AHEAD + SLACK
    if then - _born(first_seen, is_baseline, published) < YOUNG:
        return None
    days = 1 + item_id % RESTING_DAYS if is_first else RESTING_DAYS
    return now + timedelta(days=days) - SLACK


def next_look_at_removed(
    *,
    last_seen: datetime,
    now: datetime,
    listed_at: datetime | None = None,
    leaves_at: datetime | None = None,
) -> datetime:
    """Return when to see whether a removed item has come back.

    ``listed_at`` is when a listing showed it last, ``leaves_at`` when it would leave
    that for newer ones, if these are known.
    """
    soon, late = (
        now + timedelta(days=days) - SLACK for days in (REMOVED_DAYS, FORGOTTEN_DAYS)
    )
    if now - last_seen > timedelta(days=30) - SLACK:
        return late
    if listed_at and last_seen - listed_at < timedelta(days=LISTED_DAYS):
        if leaves_at is None:
            return late
        return min(max(now + MAY_HAVE_LEFT * (leaves_at - now), soon), late)
    return soon


def _born(first_seen: datetime, is_baseline: bool, published: date | None) -> datetime:
    """Return since when an item is out: what the baseline found has its own day."""
    if not is_baseline:
        return first_seen
    if published is None:
        return first_seen - YOUNG
    return datetime(
        published.year, published.month, published.day, tzinfo=first_seen.tzinfo
    )


def between_deep_walks(listing_count: int) -> timedelta:
    """Return how long after one walk to the end of all listings the next is due.

    Sites whose listings are short are walked whole every day; a long archive that
    takes hundreds of pages is spread over a week.

    >>> between_deep_walks(12), between_deep_walks(400)
    (datetime.timedelta(seconds=64800), datetime.timedelta(days=6, seconds=64800))
    """
    days = min(max(-(-listing_count // PAGES_A_DAY), 1), 7)
    return timedelta(days=days) - SLACK
