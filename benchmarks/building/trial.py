"""One thing tried, and which of many things are. Pure."""

import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """What was tried, mark by mark, and what was wrong about the answer, if anything.

    ``group`` is what its figures are told with, as noise is apart from edits.
    """

    group: str
    marks: Mapping[str, str]
    wrong: str = ""


#: Says whether something is tried, by all that it is.
Draw = Callable[..., bool]
#: Yields what is tried in some language.
Trials = Callable[[str, Draw], Iterator[Trial]]


def drawing(share: float) -> Draw:
    """Return what draws a share of all things, the same ones in each run.

    >>> draw = drawing(0.5)
    >>> [draw("en", n) for n in range(8)] == [draw("en", n) for n in range(8)]
    True
    """

    def is_drawn(*marks: object) -> bool:
        ident = " ".join(map(str, marks))
        return zlib.crc32(ident.encode()) % 10_000 < 10_000 * share

    return is_drawn
