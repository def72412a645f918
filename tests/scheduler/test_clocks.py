"""What names the day of its capture dates no item, and hides no other date."""

from datetime import UTC, date, datetime

import pytest

from parsers.model import Article, Printed
from scheduler.comparing.clocks import took_clock

THEN, NOW = datetime(2026, 3, 5, tzinfo=UTC), datetime(2026, 3, 3, tzinfo=UTC)


@pytest.mark.parametrize(
    ("clock", "is_clock"),
    [("today is 5 march 2026, 08:18", False), ("today is march 5, 2026", True)],
)
def test_a_clock_takes_the_place_of_a_date_that_is_said_as_it_says_it(
    clock: str, is_clock: bool
) -> None:
    """``March 2, 2026`` is none of a clock that says ``5 March 2026, 08:18``."""
    old = Article(
        url="", language="en", published=Printed(day=date(2026, 2, 28), text="")
    )
    own = Printed(day=date(2026, 3, 2), text="March 2, 2026")
    new = Article(url="", language="en", published=own)
    lines = [clock, "28 february 2026"]
    assert took_clock(old, new, lines=lines, before=THEN, after=NOW) is is_clock


def test_another_day_of_the_week_makes_the_line_of_a_date_no_other() -> None:
    """``Monday, 2 March`` was corrected to ``Saturday, 28 February``, below a clock."""
    lines = ["today is 5 march 2026", "saturday, 28 february 2026 19:31"]
    own = ["today is 3 march 2026", "monday, 2 march 2026 19:31"]
    old, new = (
        Article(url="", language="en", published=Printed(day=day, text=text))
        for day, text in (
            (date(2026, 2, 28), "28 February 2026"),
            (date(2026, 3, 2), "2 March 2026"),
        )
    )
    at = {"before": THEN, "after": NOW}
    assert not took_clock(old, new, lines=lines, own=own, **at)
    assert took_clock(old, new, lines=lines, own=own[:1], **at)
