"""Items that are a headline, a day and a file."""

import pytest

from parsers.article import parse_article
from parsers.model import Article, Capture

CLOCK = "<div class=today>Today is 9 March 2026, 14:05</div>"
COMMENTS = (
    "<div id=comments><h3>Comments (2)</h3><ol><li class=comment>Ada Quay<p>The office"
    " tells of its work and answers what the press asks on working days.</p></ol></div>"
)
LATEST = (
    "<aside><h5>Latest</h5><div class=list><a href=/8><div>8 March 2026</div>"
    "A new crane for the old mole</a><a href=/7><div>7 March 2026</div>"
    "The pilots meet on Monday at noon</a></div></aside>"
)
#: A file's label may be read along, and a day.
FILE = "The notice (120 KB)"
PAGE = (
    "<html><body>{}<main><h2>Notice of the works on the quay</h2><p>6 March 2026</p>{}"
    "<div class=files><a href=/f/notice.pdf>The notice</a> (120 KB)</div>{}</main>{}"
    "<footer>Harbour office</footer></body></html>"
)


def _read(text: str, *, top: str = "", under: str = "", side: str = "") -> Article:
    page = PAGE.format(top, text, under, side).encode()
    found = parse_article(Capture(url="https://h.example/9", payload=page))
    assert isinstance(found, Article)
    return found


@pytest.mark.parametrize(
    ("top", "under", "side"),
    [(CLOCK, "", ""), ("", COMMENTS, ""), ("", "", LATEST), (CLOCK, COMMENTS, LATEST)],
)
def test_what_stands_around_an_item_without_a_text_is_not_its_text(
    top: str, under: str, side: str
) -> None:
    """It moves every day, and the item does not."""
    found = _read("", top=top, under=under, side=side)
    assert found.title == "Notice of the works on the quay"
    assert set(found.body.split("\n\n")) <= {"", FILE, "6 March 2026"}


def test_a_line_is_the_text_of_an_item_that_has_no_more() -> None:
    """However much stands around it."""
    line = "The quay is closed until the works are done."
    found = _read(f"<div><p>{line}</p></div>", top=CLOCK, side=LATEST)
    assert set(found.body.split("\n\n")) - {FILE, "6 March 2026"} == {line}


def test_a_rule_of_signs_at_the_end_of_a_text_is_none_of_it() -> None:
    """What stands under it may go, and the rule stays behind."""
    text = "<p>The pilots ask boats to wait at the mole until the works are over.</p>"
    rule, amid = "<p>_____</p>", "<p>* * *</p>"
    body = _read(text + amid + text.replace("over", "done") + rule).body
    assert "* * *" in body
    assert body.endswith("done.")
