"""What a page shows only where no scripts run is read if it is the most of it."""

import pytest

from parsers.block_walk import walk
from parsers.model import Capture
from parsers.page import read_page

TEASER = "The council has named those who are to build the second breakwater. " * 2
NEWS = "The ferry stays in the harbour until the fog has gone, says the port. " * 4


@pytest.mark.parametrize("teasers", [0, 6], ids=["bare", "among teasers"])
def test_the_text_that_scripts_show_otherwise_is_read(teasers: int) -> None:
    """Teasers around it may be longer than the least that makes a page a text."""
    html = f"<p>{TEASER}" * teasers + f"<noscript><p>{NEWS}<p>{NEWS * 5}</noscript>"
    assert NEWS.strip() in _lines(html)


def test_a_page_with_a_text_is_read_without_what_no_script_would_show() -> None:
    """It repeats a picture's words, or asks for scripts."""
    html = f"<p>{NEWS * 5}<p>{TEASER}<noscript><p>{NEWS}<p>{NEWS}</noscript>"
    assert NEWS.strip() not in _lines(html)


def _lines(html: str) -> list[str]:
    page = read_page(Capture(url="https://h.example/1", payload=html.encode()))
    return [block.text for block in walk(page)]
