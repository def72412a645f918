"""Learns a site's profile while its pages come in."""

from collections.abc import Mapping
from typing import Any

from parsers.learned.ageing import aged
from parsers.model import Capture
from parsers.profile import Profile, dump_profile, learn, load_profile

#: Pages of a run after which what came in is learned from.
LESSONS = (6, 20, 60)
#: Pages that a profile has learned from when it has learned enough.
ENOUGH = 60
#: Pages that a lesson takes at most.
LESSON_SIZE = 40


def open_learner(known: Mapping[str, Any] | None) -> "Learner":
    """Return what goes on from a profile as the store keeps it."""
    return Learner(load_profile(known) if known else None)


class Learner:
    """What one run learns; ``profile`` is the newest state of it."""

    def __init__(self, profile: Profile | None) -> None:
        self.profile = profile
        self._known_version = self.version
        self._waiting: list[Capture] = []
        self._seen = 0
        self._read = 0

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

    def see(self, capture: Capture, *, is_known: bool) -> None:
        """Take note of an article's page; learn from it when its time has come.

        Once enough has been learned, only pages teach whose text stands at no place
        that is known (``is_known``): those of a new section, or of a redesign.
        """
        self._read += 1
        if self.has_learned and is_known:
            return
        self._seen += 1
        if len(self._waiting) < LESSON_SIZE:
            self._waiting.append(capture)
        if self._seen in LESSONS:
            self.lesson()

    def lesson(self) -> None:
        """Learn from what waits; nothing happens with nothing new."""
        if self._waiting:
            known = self.profile
            if known and self.has_learned and self._is_redesigned():
                known = aged(known)
            self.profile = learn(self._waiting, profile=known)
            self._waiting = []

    def _is_redesigned(self) -> bool:
        """Tell whether most pages of a run stand where none did before."""
        unknown = len(self._waiting)
        return unknown >= LESSONS[0] and unknown * 2 > self._read
