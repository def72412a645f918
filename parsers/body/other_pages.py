"""What a site's other pages say of how likely each block is an article's text. Pure."""

from collections.abc import Iterable, Sequence

from parsers.blocks import Block
from parsers.body.amid import amid_text
from parsers.body.odds import log_odds, probability
from parsers.keys import text_hash
from parsers.learned.shapes import in_named, shape_of
from parsers.profile import Profile
from parsers.text import SENTENCE_ENDS

#: Below and above these the place of a block says nothing new of it.
_OTHER, _TEXT = 0.1, 0.9
#: How likely a block is text whose like never was: there is nothing to look up.
NEVER = 0.01
#: How much a place weighs, and how much standing on several pages costs in log-odds.
_TRUST, _REPEATED = 0.3, 2.75
#: From this share of link on, a cell is no figure and no head; nor is one so long.
_LINKED, _SENTENCE = 0.9, 40
#: What a line costs that most items have, or almost all if it is short.
_STANDING, _MOST, _ALL, _LINE, _FEW = 7.0, 0.5, 0.9, 25, 4


def with_profile(
    likely: Iterable[tuple[Block, float]], profile: Profile
) -> tuple[tuple[Block, float], ...]:
    """Return the likelihoods after a look at the site's other pages.

    What stands on several items is hardly one item's text, but amid that; a table's
    heads and a rule of dashes may be, no cell of links. What is in doubt is likelier
    where the others' text stands.
    """
    judged: list[tuple[Block, float]] = []
    likely = tuple(likely)
    repeated = {block for block, _ in likely if _is_repeated(block, profile)}
    amid = amid_text(likely, repeated.__contains__)
    means = _means((block, p) for block, p in likely if block in amid)
    for block, p in likely:
        is_figure = block.kind == "cell" and not _says(block)
        if block in amid:
            p = max(p, means[block.path])
        elif p == NEVER:
            pass
        elif not is_figure and block in repeated:
            against = _STANDING if _is_standing(block, profile) else _REPEATED
            p = probability(log_odds(p) - against)
        elif _OTHER < p < _TEXT:
            place, count = profile.places.get(in_named(shape_of(block)), (p, 0))
            apart = log_odds(place) - log_odds(p)
            trust = _TRUST * count / (count + 1)
            p = probability(log_odds(p) + trust * apart)
        judged.append((block, p))
    return tuple(judged)


def _means(likely: Iterable[tuple[Block, float]]) -> dict[str, float]:
    """Return how likely the lines of each make are text: all of them are, or none."""
    found: dict[str, list[float]] = {}
    for block, p in likely:
        found.setdefault(block.path, []).append(p)
    return {path: sum(all_) / len(all_) for path, all_ in found.items()}


def stands_on_most(block: Block, profile: Profile) -> bool:
    """Tell whether most of a site's items have the same line; cells are never asked."""
    is_line = block.kind != "cell" and _is_repeated(block, profile)
    return is_line and _is_standing(block, profile)


def without_standing_head(blocks: Sequence[Block], profile: Profile) -> list[Block]:
    """Drop the heading over a text that most items have over theirs, as "Summary"."""
    is_headed = len(blocks) > 1 and blocks[0].kind == "heading"
    is_site = is_headed and is_of_most(blocks[0].text, profile)
    return list(blocks[1:] if is_site else blocks)


def _says(block: Block) -> bool:
    """Tell whether a cell leads elsewhere or says a sentence: it is of no table."""
    is_sentence = block.chars >= _SENTENCE and block.text[-1] in SENTENCE_ENDS
    return is_sentence or block.link_share >= _LINKED


def is_of_most(text: str, profile: Profile | None) -> bool:
    """Tell whether most pages of a site show a text: it is no one item's."""
    return profile is not None and _is_on(text_hash(text), profile, share=_MOST)


def _is_repeated(block: Block, profile: Profile) -> bool:
    """Tell whether other items have the same words; dashes and dots are none."""
    return block.hash in profile.repeated and any(map(str.isalnum, block.text))


def _is_standing(block: Block, profile: Profile) -> bool:
    """Tell whether most items have the same line, or almost all a short one."""
    share = _MOST if block.chars >= _LINE else _ALL
    return _is_on(block.hash, profile, share=share)


def _is_on(key: str, profile: Profile, *, share: float) -> bool:
    """Tell whether a text, by its hash, is on more than a share of a site's pages."""
    count = profile.memory.texts.get(key, 0)
    return count >= _FEW and count > share * sum(profile.memory.templates.values())
