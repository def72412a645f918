"""What is normal for one site, and what it means when that is left. Pure."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median

from crawler.net.certificates import Certificate
from parsers.model import Problem, ProblemKind

#: Runs and pages from which a normal can be told.
ENOUGH_RUNS, ENOUGH_PAGES = 5, 8
#: New items that were to be expected before silence means anything: by chance, one
#: silence in 400 is as long.
ENOUGH_MISSING = 6.0
#: Fields that pages usually give, and the share below which they are called gone.
USUAL_SHARE, GONE_SHARE = 0.9, 0.5
#: The share of its usual length below which text is called cut.
SHORT_SHARE = 0.35
#: A certificate with less time left is about to expire: so long, or, of one made for
#: days only, this part of its life.
LEAST_LEFT, LEAST_PART = timedelta(days=14), 6
#: Problems in one run that are told whatever is usual.
ALARMS = (
    ProblemKind.ROBOTS,
    ProblemKind.TLS,
    ProblemKind.REDIRECT,
    ProblemKind.BLOCKED,
    ProblemKind.SCRIPT,
    ProblemKind.TRAP,
    ProblemKind.REDESIGN,
    ProblemKind.DISK,
    ProblemKind.STORAGE,
)

#: What a person does next, by kind of trouble.
PROPOSALS: Mapping[ProblemKind, str] = {
    ProblemKind.ROBOTS: "read the site's robots.txt; ask its operator, or pause it",
    ProblemKind.TLS: "open the site in a browser and look at its certificate; tell its "
    "operator",
    ProblemKind.REDIRECT: "see whether the site has moved; put the new address in "
    "its file",
    ProblemKind.BLOCKED: "slow down (delay in the site file), or ask its operator",
    ProblemKind.SCRIPT: "look for a feed or a sitemap and add it to the seeds",
    ProblemKind.TRAP: "see presswatch problems; narrow the seeds",
    ProblemKind.REDESIGN: "look at one page: presswatch parse --explain URL",
    ProblemKind.MASS_CHANGE: "look at a few: presswatch held; then release or drop",
    ProblemKind.EMPTY: "open the listing in a browser: does it show newer items?",
    ProblemKind.EXTRACTOR: "look at one page: presswatch parse --explain URL",
    ProblemKind.DISK: "make room, or set limits.free_bytes",
    ProblemKind.STORAGE: "look at the disk, then: presswatch archive verify",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Pages:
    """What some pages gave: their number, the share with each field, text length."""

    count: int
    shares: Mapping[str, float]
    length: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Night:
    """What one run came to."""

    requested: int
    listings: int
    problems: Sequence[Problem]
    pages: Pages
    certificates: Sequence[Certificate] = ()

    @property
    def share(self) -> float:
        """The share of requests that ended in a problem."""
        return len(self.problems) / self.requested if self.requested else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Normal:
    """What is usual: the share of problems, what pages give, new items by weekday."""

    runs: int
    share: float
    pages: Pages
    weekdays: tuple[float, ...]
    last_new_at: datetime | None


def count_pages(articles: Sequence[Mapping[str, object]]) -> Pages:
    """Count what pages gave.

    >>> count_pages([{"title": "Fog", "body": "One."}, {"title": "Ice"}]).shares
    {'title': 1.0, 'published': 0.0, 'body': 0.5}
    """
    names = ("title", "published", "body")
    count = len(articles)
    shares = {
        name: sum(bool(article.get(name)) for article in articles) / max(count, 1)
        for name in names
    }
    lengths = [len(str(article.get("body") or "")) for article in articles]
    return Pages(count=count, shares=shares, length=median(lengths) if lengths else 0)


def count_weekdays(
    moments: Sequence[datetime], *, since: datetime, now: datetime
) -> tuple[float, ...]:
    """Return how many new items come on each day of the week, Monday first."""
    weeks = max((now - since) / timedelta(weeks=1), 1.0)
    counts = Counter(moment.weekday() for moment in moments)
    return tuple(counts[day] / weeks for day in range(7))


def expected_since(
    weekdays: Sequence[float], *, since: datetime, now: datetime
) -> float:
    """Return how many new items were to be expected since then.

    >>> from datetime import UTC
    >>> monday = datetime(2026, 3, 2, tzinfo=UTC)
    >>> week = (4.0, 4.0, 4.0, 4.0, 4.0, 0.0, 0.0)
    >>> expected_since(week, since=monday, now=monday + timedelta(days=7, hours=6))
    21.0
    """
    expected, moment = 0.0, since
    while moment < now:
        step = min(timedelta(hours=1), now - moment)
        expected += weekdays[moment.weekday()] * (step / timedelta(days=1))
        moment += step
    return round(expected, 6)


def judge(night: Night, normal: Normal, *, now: datetime) -> tuple[Problem, ...]:
    """Return how a run leaves what is normal for the site; nothing: all is well."""
    found = [_alarm(night), _ending(night, now), _many(night, normal)]
    found += [_silence(normal, now)]
    found += [_gone(night, normal), _short(night, normal)]
    kinds: dict[ProblemKind, Problem] = {}
    for problem in found:
        if problem is not None:
            kinds.setdefault(problem.kind, problem)
    return tuple(kinds.values())


def _alarm(night: Night) -> Problem | None:
    """Find the problem that concerns all of the site: nothing else was answered."""
    heavy = [p for p in night.problems if p.kind in ALARMS]
    if not heavy:
        return None
    is_whole = night.listings == 0 or len(heavy) > night.requested / 2
    always = {ProblemKind.REDESIGN, ProblemKind.DISK, ProblemKind.STORAGE}
    return next((p for p in heavy if is_whole or p.kind in always), None)


def _ending(night: Night, now: datetime) -> Problem | None:
    """Find a certificate that should have been made anew by now."""
    for one in night.certificates:
        left = one.ends - now
        if left < min(LEAST_LEFT, (one.ends - one.begins) / LEAST_PART):
            return Problem(
                kind=ProblemKind.TLS,
                detail=f"the certificate of {one.host} is good until "
                f"{one.ends:%Y-%m-%d %H:%M} UTC, {max(left.days, 0)} days more",
                url=f"https://{one.host}/",
            )
    return None


def _many(night: Night, normal: Normal) -> Problem | None:
    count = len(night.problems)
    most = max(3 * normal.share, normal.share + 0.2)
    if normal.runs < ENOUGH_RUNS or count < 5 or night.share <= most:
        return None
    (kind, often), *_ = Counter(p.kind for p in night.problems).most_common(1)
    example = next(p for p in night.problems if p.kind == kind)
    return Problem(
        kind=kind,
        detail=f"{count} of {night.requested} requests ended in problems, usual are "
        f"{normal.share:.0%}; {often} of them {kind.value}, as: {example.detail}",
        url=example.url,
    )


def _silence(normal: Normal, now: datetime) -> Problem | None:
    if normal.last_new_at is None or normal.runs < ENOUGH_RUNS:
        return None
    expected = expected_since(normal.weekdays, since=normal.last_new_at, now=now)
    if expected < ENOUGH_MISSING:
        return None
    days = (now - normal.last_new_at) / timedelta(days=1)
    return Problem(
        kind=ProblemKind.EMPTY,
        detail=f"nothing new for {days:.1f} days, in which {expected:.0f} new items "
        "were to be expected",
    )


def _gone(night: Night, normal: Normal) -> Problem | None:
    if night.pages.count < 4 or normal.pages.count < ENOUGH_PAGES:
        return None
    for name, usual in normal.pages.shares.items():
        share = night.pages.shares[name]
        if usual >= USUAL_SHARE and share <= GONE_SHARE:
            word = {"published": "date"}.get(name, name)
            without = round((1 - share) * night.pages.count)
            return Problem(
                kind=ProblemKind.EXTRACTOR,
                detail=f"{without} of {night.pages.count} pages gave no {word}; "
                f"{usual:.0%} usually do",
            )
    return None


def _short(night: Night, normal: Normal) -> Problem | None:
    if night.pages.count < 4 or normal.pages.count < ENOUGH_PAGES:
        return None
    if night.pages.length >= normal.pages.length * SHORT_SHARE:
        return None
    return Problem(
        kind=ProblemKind.EXTRACTOR,
        detail=f"texts have {night.pages.length:.0f} characters, usual are "
        f"{normal.pages.length:.0f}",
    )
