"""What several pages of one site teach, without truth, as a value to keep. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from parsers.model import Capture
from parsers.page import Page


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """One make of article pages: where its fields stand (see ``Place.path``)."""

    name: str
    page_count: int = 0
    body_path: str = ""
    title_path: str = ""
    date_path: str = ""
    signature: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What was learned of a site: its furniture, and where title, date and body stand.

    ``version`` grows only when what is learned changes how pages are read.
    ``date_order`` is the order of the numbers in printed dates (``dmy``, ``mdy``,
    ``ymd``), or ``None`` while both are possible. ``title_suffixes`` are what the
    site glues to its headlines (`` - Harbour Press``). ``repeated`` are hashes of
    texts that stand on several pages.
    """

    version: int = 0
    page_count: int = 0
    templates: tuple[Template, ...] = ()
    title_suffixes: tuple[str, ...] = ()
    date_order: Literal["dmy", "mdy", "ymd"] | None = None
    languages: tuple[str, ...] = ()
    repeated: frozenset[str] = frozenset()
    moving: frozenset[str] = frozenset()

    @property
    def is_sure(self) -> bool:
        """Whether enough pages agreed to read by position alone."""
        return any(t.page_count >= 3 and t.body_path for t in self.templates)


def learn(
    captures: Sequence[Capture | Page],
    *,
    profile: Profile | None = None,
    now: datetime | None = None,
) -> Profile:
    """Return what these pages of one site teach, added to what was known."""
    return profile or Profile()


def fit(profile: Profile, page: Page) -> float:
    """Return how well a page fits what was learned, from 0 (redesign) to 1."""
    return 1.0


def dump_profile(profile: Profile) -> dict[str, Any]:
    """Return a profile as JSON values."""
    return {"version": profile.version}


def load_profile(data: dict[str, Any]) -> Profile:
    """Return the profile that ``dump_profile`` wrote."""
    return Profile(version=int(data.get("version", 0)))
