"""Whether a site's validators can be believed."""

from types import SimpleNamespace

from crawler.items.validators import ENOUGH, FORGIVEN, Validation

HELD = SimpleNamespace(etag='"7"', last_modified=None)


def test_an_honest_site_is_audited_now_and_then() -> None:
    """A validator that never changes would hide every edit for ever."""
    asked = [Validation({}, run_id=3).is_conditional(n) for n in range(400)]
    assert 0 < asked.count(False) < 200


def test_audits_grow_rare_once_enough_of_them_were_clean() -> None:
    """Trust is cheap once it is earned."""
    trusted = Validation({"validators_audited": ENOUGH}, run_id=3)
    assert sum(not trusted.is_conditional(n) for n in range(400)) < 20


def test_words_that_change_under_the_same_tag_end_the_trust() -> None:
    """From then on every look is a full one, until the site gets another chance."""
    validation = Validation({}, run_id=3)
    validation.note(HELD, etag='"7"', last_modified=None)
    later = Validation(validation.facts, run_id=4)
    assert not any(later.is_conditional(n) for n in range(100))
    much_later = Validation(validation.facts, run_id=3 + FORGIVEN)
    assert any(much_later.is_conditional(n) for n in range(100))


def test_words_that_change_with_their_tag_are_as_they_should_be() -> None:
    """An honest site that edits is still honest."""
    validation = Validation({}, run_id=3)
    validation.note(HELD, etag='"8"', last_modified=None)
    assert any(Validation(validation.facts, run_id=4).is_conditional(n) for n in (1, 2))
