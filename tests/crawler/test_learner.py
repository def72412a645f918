"""A run learns from what it reads until it knows enough, and again after a redesign."""

from crawler.learner import ENOUGH, LESSONS, Learner, open_learner
from parsers.article import parse_article
from parsers.model import Article, Capture
from parsers.profile import Profile, dump_profile

#: What each design says under each text.
_CALLS = {
    "post": ("Visitors who want to see the lighthouse write to the keeper before.",),
    "story": (
        "The harbour is open to visitors on every day of the week but Monday.",
        "Whoever brings a dog across the bridge keeps it on a lead, please.",
        "The keeper answers every letter that has a stamp for the way back in it.",
    ),
}


def _page(number: int, *, box: str) -> Capture:
    words = " ".join(f"boat{number}x{n} sails" for n in range(40))
    title = f"Boat {number} has left the harbour"
    text = f"<p>{words}, the harbour says.</p><p>It is back with the tide {number}.</p>"
    calls = "".join(f"<p>{call}</p>" for call in _CALLS[box])
    page = (
        f"<html><title>{title}</title><body><h1>{title}</h1><div class={box}>{text}"
        f"{calls}</div></body></html>"
    )
    return Capture(url=f"https://harbour.example/news/{number}", payload=page.encode())


def _see(learner: Learner, numbers: range, *, box: str) -> None:
    for number in numbers:
        page = _page(number, box=box)
        way = _read(page, learner.profile).ways["body"]
        learner.see(page, is_known=way == "template")


def _read(page: Capture, profile: Profile | None) -> Article:
    article = parse_article(page, profile=profile)
    assert isinstance(article, Article)
    return article


def _taught() -> Learner:
    learner = open_learner(None)
    _see(learner, range(ENOUGH), box="post")
    assert learner.has_learned
    return learner


def test_who_knows_enough_learns_no_more_from_pages_of_a_known_make() -> None:
    """Every lesson reads its pages twice: a night of a known site pays for none."""
    learner = _taught()
    before = learner.profile
    _see(learner, range(ENOUGH, ENOUGH + LESSONS[0]), box="post")
    learner.lesson()
    assert learner.profile is before


def test_a_redesign_is_learned_however_much_was_known_before_it() -> None:
    """What the new design says on each page stayed in its texts for good."""
    learner = open_learner(dump_profile(_taught().profile or Profile()))
    later = range(ENOUGH, ENOUGH + LESSONS[1])
    _see(learner, later, box="story")
    assert learner.profile is not None
    boxes = {t.path.rpartition(".")[2] for t in learner.profile.templates}
    assert boxes == {"post", "story"}
    article = _read(_page(999, box="story"), learner.profile)
    assert article.ways["body"] == "template"
    assert article.body.endswith("It is back with the tide 999.")
    assert learner.new_profile() is not None


def test_a_few_pages_of_a_new_section_are_no_redesign() -> None:
    """What was counted on all pages of a site would be forgotten for a gallery's."""
    learner = _taught()
    _see(learner, range(ENOUGH, ENOUGH + 8), box="post")
    _see(learner, range(ENOUGH + 8, ENOUGH + 14), box="story")
    learner.lesson()
    assert learner.profile is not None
    assert learner.profile.page_count == ENOUGH + 6
    assert {t.item_count for t in learner.profile.templates} == {ENOUGH, 6}
