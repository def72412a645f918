"""Learns a site's profile while its pages come in, and says when it no longer fits."""

from collections.abc import Mapping
from typing import Any

from parsers.model import Capture
from parsers.page import Page
from parsers.profile import Profile, dump_profile, fit, learn, load_profile

#: Pages of a run after which what came in is learned from.
LESSONS = (6, 20, 60)
#: Pages that a profile has learned from when it has learned enough.
ENOUGH = 60
#: Pages that a lesson takes at most.
LESSON_SIZE = 40
#: Under this mean fit of a run's pages the site was redesigned.
MISFIT = 0.5
#: Pages that must misfit before a redesign is believed.
MISFITS = 5


def open_learner(known: Mapping[str, Any] | None) -> "Learner":
    """Return what goes on from a profile as the store keeps it."""
    return Learner(load_profile(known) if known else None)


class Learner:
    """What one run learns; ``profile`` is the newest state of it."""

    def __init__(self, profile: Profile | None) -> None:
        self.profile = profile
        self.is_redesign = False
        self._known_version = self.version
        self._waiting: list[Capture] = []
        self._seen = 0
        self._fits: list[float] = []
        self._misfits: list[Capture] = []

    def new_profile(self) -> dict[str, Any] | None:
        """Return what is to be kept of the profile, if it is another one by now."""
        if self.profile is None or self.profile.version == self._known_version:
            return None
        return dump_profile(self.profile)

    @property
    def version(self) -> int:
        """The version of the profile in use; 0 for none."""
        return self.profile.version if self.profile else 0

    @property
    def has_learned(self) -> bool:
        """Whether enough pages have taught."""
        return self.profile is not None and self.profile.page_count >= ENOUGH

    def see(self, capture: Capture, page: Page | None = None) -> None:
        """Take note of an article's page; learn from it when its time has come."""
        self._seen += 1
        self._check_fit(capture, page)
        if self.has_learned:
            return
        if len(self._waiting) < LESSON_SIZE:
            self._waiting.append(capture)
        if self._seen in LESSONS:
            self.lesson()

    def lesson(self) -> None:
        """Learn from what waits; nothing happens with nothing new."""
        if self._waiting:
            self.profile = learn(self._waiting, profile=self.profile)
            self._waiting = []

    def _check_fit(self, capture: Capture, page: Page | None) -> None:
        if page is None or self.profile is None or not self.profile.is_sure:
            return
        if self.is_redesign:
            return
        how_well = fit(self.profile, page)
        self._fits.append(how_well)
        if how_well < MISFIT and len(self._misfits) < LESSON_SIZE:
            self._misfits.append(capture)
        is_time = len(self._misfits) in (MISFITS, 2 * MISFITS, 4 * MISFITS)
        if is_time and len(self._misfits) > len(self._fits) / 2:
            self.profile = learn(self._misfits, profile=self.profile)
            self.is_redesign = len(self._misfits) > MISFITS
