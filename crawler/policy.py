"""What a request may do, what came of it, and why it failed: values only. Pure."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property

from corpus.exchange import Exchange
from crawler.limits import Limits
from parsers.model import Problem, ProblemKind
from parsers.urls import host_port


def _follow_all(url: str) -> bool:
    return False


@dataclass(frozen=True, kw_only=True)
class Policy:
    """How one site may be asked.

    ``delay`` is in seconds, ``parallel`` in requests, both per host and port;
    ``allow`` and the seeds name the private addresses that may be contacted;
    ``headers`` go to the seeds' own origins only; a redirect that leads to an address
    of which ``ends`` is true is the answer itself, and not followed.

    >>> seeds = ("http://10.0.3.7:8080/news/",)
    >>> sorted(Policy(seeds=seeds, allow=("[FD00:0::1]:80",)).allowed)
    ['10.0.3.7:8080', '[fd00::1]:80']
    """

    limits: Limits = field(default_factory=Limits)
    delay: float = 1.0
    parallel: int = 1
    seeds: tuple[str, ...] = ()
    allow: tuple[str, ...] = ()
    robots: bool = True
    verify_tls: bool = True
    headers: tuple[tuple[str, str], ...] = ()
    ends: Callable[[str], bool] = _follow_all

    @cached_property
    def allowed(self) -> frozenset[str]:
        """Hosts with port that may lie at a private address."""
        urls = [f"http://{each}/" for each in self.allow]
        found = set()
        for url in [*self.seeds, *urls]:
            try:
                found.add(host_port(url))
            except ValueError:  # names nothing, so it allows nothing
                continue
        return frozenset(found)

    @cached_property
    def origins(self) -> frozenset[str]:
        """Scheme, host and port of the seeds: where ``headers`` may go."""
        return frozenset(
            url.partition(":")[0].lower() + "://" + host_port(url) for url in self.seeds
        )

    @cached_property
    def secrets(self) -> frozenset[str]:
        """Names of header fields whose values are never written down."""
        named = {name.lower() for name, _ in self.headers}
        return frozenset(name for name in named if not name.startswith("accept"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Validators:
    """What a server said of the state we hold; ``url`` is the page that said it."""

    etag: str = ""
    last_modified: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """One address asked for, and answered.

    ``exchanges`` are all hops, the answer last; ``robots`` what was asked on the
    way for a robots.txt; ``request_count`` counts every request, failed ones too.
    ``moved_for_good`` is true if there were redirects and all were permanent.
    """

    url: str
    exchanges: tuple[Exchange, ...]
    robots: tuple[Exchange, ...] = ()
    moved_for_good: bool = False
    request_count: int = 1

    @property
    def last(self) -> Exchange:
        """The answer itself."""
        return self.exchanges[-1]


class FetchProblem(Exception):
    """An address could not be fetched; ``exchanges`` is what was answered before.

    ``retry_at`` is when the host wants to be asked again, if it said so.
    ``is_passing`` tells a failure that a second request may not meet again.
    """

    def __init__(
        self,
        kind: ProblemKind,
        detail: str,
        *,
        url: str,
        retry_at: datetime | None = None,
        is_passing: bool = False,
    ) -> None:
        detail = _printable(detail)
        super().__init__(detail)
        self.problem = Problem(kind=kind, detail=detail, url=_printable(url))
        self.retry_at = retry_at
        self.is_passing = is_passing
        self.exchanges: tuple[Exchange, ...] = ()
        self.robots: tuple[Exchange, ...] = ()
        self.request_count = 0

    def __str__(self) -> str:
        return f"{self.problem.url}: {self.problem.detail}"

    def name_origin(self, url: str) -> None:
        """Tell which address led to the one that failed, if it is another."""
        told = self.problem
        if told.url != url:
            detail = f"{told.detail}; {_printable(url)} leads there"
            self.problem = replace(told, detail=detail)

    def at(self, url: str) -> "FetchProblem":
        """Return the same problem, said of another address."""
        return FetchProblem(self.problem.kind, self.problem.detail, url=url)


def _printable(text: str) -> str:
    """Return what can be stored and shown of words that a server may have chosen."""
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in text)
