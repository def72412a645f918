"""What a finder is given: a page, walked once, and what is known of its site. Pure."""

from dataclasses import dataclass

from parsers.blocks import Block
from parsers.metadata import Metadata
from parsers.page import Page
from parsers.profile import Profile
from parsers.rules import Rules


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A page as its finders see it; an unknown site has no profile and no rules."""

    page: Page
    metadata: Metadata
    blocks: tuple[Block, ...] = ()
    profile: Profile | None = None
    rules: Rules | None = None
