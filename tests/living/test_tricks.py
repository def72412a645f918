"""Every trick does what it says, and the table of tricks is the folder of tricks."""

from pathlib import Path

import pytest

from tests.fixtures.living import FAMILIES, TRICKS, World
from tests.fixtures.living.families import family
from tests.fixtures.living.tricks import GENTLE, NOISE, trick

from .reading import ask, says, text_of, words_of

#: What each trick that acts makes a monitor report, at least once in a month.
TOLD = {
    "back_date": {"new"}, "twin_titles": {"new"}, "publish": {"new"},
    "correct_word": {"body"}, "correct_figure": {"body"}, "correct_negation": {"body"},
    "correct_sentence": {"body"}, "correct_title": {"title"}, "correct_date": {"date"},
    "correct_lead": {"summary"}, "correct_cell": {"body"},
    "add_attachment": {"attachments"}, "drop_attachment": {"attachments"},
    "double_edit": {"body"}, "undo_edit": {"body"}, "edit_under_fault": {"body"},
    "new_file": {"links"}, "new_target": {"links"}, "new_image": {"images"},
    "new_label": {"labels"}, "delete_404": {"removed"}, "delete_410": {"removed"},
    "soft_404": {"removed"}, "led_to_front": {"removed"}, "led_to_listing": {"removed"},
    "move_redirect": {"moved"}, "move_edited": {"moved"}, "move_silently": {"moved"},
    "move_retitled": {"moved"}, "move_refresh": {"moved"}, "republish": {"moved"},
    "signed_day": {"body"}, "redesign": {"body"}, "mass_edit": {"body"},
    "sliding": {"new"},
}  # fmt: skip
#: Those that happen, and of which a monitor says nothing.
SILENT = (
    "short_lived", "brief_absence", "pinned", "delisted", "server_error",
    "unavailable", "empty_page", "half_page", "cut_page", "error_text",
    "other_text", "login_wall", "mojibake", "dark_day", "down_day", "robots_error",
    "empty_listing", "listing_error", "short_listing", "wall_day", "blocked_day",
    "etag_stale", "too_many", "resets", "calendar", "honeypot", "session_links",
    "tracking_links", "percent_links", "canonical_lies", "etag_random",
    "etag_sidebar", "place_links", *NOISE,
)  # fmt: skip


def a_month(*tricks: str, name: str = "wordpress") -> World:
    """Let thirty days pass with these tricks alone."""
    world = World(3, [name], tricks=tricks)
    world.advance(30)
    return world


@pytest.mark.parametrize("name", TOLD)
def test_a_trick_is_told_as_what_it_is(name: str) -> None:
    """A trick that never happens examines nobody."""
    world = a_month(name)
    changes = world.truth("wordpress", since_day=1)
    found = {c["kind"] for c in changes} | {f for c in changes for f in c["fields"]}
    assert TOLD[name] <= found
    kinds = {c["kind"] for c in changes}
    assert kinds <= {"new", "edited", "removed", "moved"} & (TOLD[name] | {"edited"})


@pytest.mark.parametrize("name", SILENT)
def test_a_trick_that_changes_no_word_is_not_told(name: str) -> None:
    """Noise and faults are what a monitor must keep to itself."""
    assert a_month(name).truth("wordpress", since_day=1) == []


def test_tricks_that_need_company_or_another_make_are_told() -> None:
    """Lines of the last update are minor, captions and restored items are not."""
    (found,) = {
        (c["kind"], c["weight"], *c["fields"])
        for c in a_month("correct_caption", name="builder").truth(
            "builder", since_day=1
        )
    }
    assert found == ("edited", "full", "body")
    world = a_month("updated_line", name="drupal")
    changes = world.truth("drupal", since_day=1)
    assert {c["weight"] for c in changes} == {"minor"}
    world = a_month("delete_404", "restore")
    assert "restored" in {c["kind"] for c in world.truth("wordpress", since_day=1)}


def test_no_trick_is_forgotten_here() -> None:
    """A new trick gets its line in one of the tables above."""
    assert set(TRICKS) == {
        *TOLD,
        *SILENT,
        "updated_line",
        "restore",
        "correct_caption",
    }


def test_the_tables_name_every_file() -> None:
    """A file without a line would never run."""
    folder = Path(trick.__file__).parent
    files = {path.stem for path in folder.glob("*.py")} - {"__init__", "trick"}
    assert files == set(TRICKS)
    used = {cls.__module__.rpartition(".")[2] for cls in FAMILIES.values()}
    folder = Path(family.__file__).parent
    others = {"__init__", "family", "feeds", "pagers", "slugs"}
    assert used == {path.stem for path in folder.glob("*.py")} - others


@pytest.mark.parametrize("name", NOISE)
def test_noise_changes_bytes_and_keeps_the_words(name: str) -> None:
    """Noise that cannot be seen examines nobody; noise that touches words lies."""
    quiet = World(3, ["wordpress"], tricks=[])
    loud = World(3, ["wordpress"], tricks=[name])
    differs = 0
    for _ in range(4):
        quiet.advance()
        loud.advance()
        for item in loud.sites["wordpress"].listed()[:8]:
            page = text_of(loud, "wordpress", item.path)
            differs += page != text_of(quiet, "wordpress", item.path)
            text = words_of(page)
            assert all(says(text, block.line) for block in item.record.blocks)
    assert differs


def _ailing(name: str) -> tuple[World, str]:
    """Return a world on the first day on which a page is ill, and the page."""
    world = World(3, ["bitrix"], tricks=[name])
    while True:
        world.advance()
        for item in world.sites["bitrix"].items:
            if item.fault:
                return world, item.path


@pytest.mark.parametrize("name", ["server_error", "unavailable"])
def test_ill_pages_say_so(name: str) -> None:
    """5xx is never a removal."""
    world, path = _ailing(name)
    assert ask(world, "bitrix", path).status in (500, 503)


@pytest.mark.parametrize(
    "name",
    ["empty_page", "half_page", "error_text", "other_text", "login_wall", "mojibake"],
)
def test_ill_pages_under_200_do_not_hold_the_words(name: str) -> None:
    """What looks well is the worst."""
    world, path = _ailing(name)
    assert ask(world, "bitrix", path).status == 200
    record = world.sites["bitrix"].index[path].record
    page = words_of(text_of(world, "bitrix", path))
    assert not all(says(page, block.line) for block in record.blocks)


def test_a_dark_day_answers_404_to_everything_but_robots() -> None:
    """The deploy that makes others announce a hundred deletions."""
    world = World(3, ["bitrix"], tricks=["dark_day"])
    while not world.sites["bitrix"].fault:
        world.advance()
    assert ask(world, "bitrix", "/en/news/").status == 404
    assert ask(world, "bitrix", "/robots.txt").status == 200


def test_a_redesign_changes_the_markup_and_keeps_the_words() -> None:
    """Another template over the same records."""
    world = a_month("redesign")
    site = world.sites["wordpress"]
    site.design = 1
    site.touched()
    for item in site.listed():
        page = text_of(world, "wordpress", item.path)
        assert "wp-block-post" not in page
        text = words_of(page)
        assert all(says(text, block.line) for block in item.record.blocks)


def test_groups_of_tricks_are_of_tricks() -> None:
    """A group with a typing error would switch off what it meant to switch on."""
    assert set(GENTLE) <= set(TRICKS)
    assert set(NOISE) <= set(TRICKS)
