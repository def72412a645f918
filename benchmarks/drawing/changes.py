"""Articles looked at twice, while all around them moved: only edits must be told."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

from benchmarks.building.trial import Trial
from benchmarks.drawing.article_edits import EDITS, edited
from benchmarks.drawing.article_layouts import ArticleLayout, article_layout
from benchmarks.drawing.articles import article_capture
from benchmarks.drawing.choices import NONE
from benchmarks.drawing.sheets import PAGES, sheets
from parsers.model import Capture, Problem, Weight
from parsers.profile import Profile, learn
from scheduler.comparing.captures import compare_captures

_SHOWN = 200


@dataclass(frozen=True, slots=True)
class Pair:
    """Two looks at one page of a site, and the other pages at the first of them."""

    before: Capture
    after: Capture
    others: Sequence[Capture]

    def profiles(self) -> dict[str, Profile]:
        """Return what can be known of the site: by the pair, by all, or beforehand."""
        both = (self.before, self.after)
        return {
            "alone": learn(both),
            "learned": learn((*self.others, *both)),
            "known before": learn((*self.others, self.before)),
        }


def trials(seed: int) -> Iterator[Trial]:
    """Yield whether noise stays untold and whether each edit of a page is told."""
    layout = article_layout(seed)
    for edit in (NONE, *EDITS):
        if pair := change_pair(layout, seed, edit):
            marks = {"edit": edit, **layout.marks()}
            for group, profile in pair.profiles().items():
                kind = "noise" if edit == NONE else "edits"
                wrong = _wrong(pair, profile, is_edited=edit != NONE)
                yield Trial(group=f"{kind}, {group}", marks=marks, wrong=wrong)


def change_pair(layout: ArticleLayout, seed: int, edit: str) -> Pair | None:
    """Return a page before and after an edit, or nothing where none can be made."""
    place = Random(f"page {seed}").randrange(PAGES)
    first = sheets(layout, seed)
    own = first[place]
    record = own.record if edit == NONE else edited(layout, own.record, edit)
    if record is None:
        return None
    second = sheets(layout, seed, look=1, records={own.item.number: record})
    before, *others = (
        article_capture(sheet)
        for sheet in (first[place], *first[:place], *first[place + 1 :])
    )
    return Pair(before, article_capture(second[place], look=1), others)


def _wrong(pair: Pair, profile: Profile, *, is_edited: bool) -> str:
    """Return what is told and should not be, or that nothing is told."""
    found = compare_captures(pair.before, pair.after, profile=profile)
    if isinstance(found, Problem):
        told = f"{found.kind}: {found.detail}"
        return f"{pair.before.url}: {told}"
    is_told = bool(found.fields) and found.weight is Weight.FULL
    if is_told is is_edited:
        return ""
    lines = [
        f"{name}: {_apart(change.old, change.new)}"
        for name, change in found.fields.items()
    ]
    return "\n".join([f"{pair.before.url}:", *(lines or ["nothing is told"])])


def _apart(old: object, new: object) -> str:
    """Return the lines in which two values differ."""
    was, now = f"{old}".split("\n\n"), f"{new}".split("\n\n")
    gone = [line[:_SHOWN] for line in was if line not in now]
    came = [line[:_SHOWN] for line in now if line not in was]
    return f"{gone} > {came}"
