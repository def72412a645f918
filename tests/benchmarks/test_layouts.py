"""Pages drawn from seeds are read and compared, and a seed stands for one page."""

from collections import Counter
from collections.abc import Callable

import pytest

from benchmarks.drawing.article_layouts import article_layout
from benchmarks.drawing.article_pages import article_html
from benchmarks.drawing.article_texts import text
from benchmarks.drawing.changes import change_pair
from benchmarks.drawing.choices import NONE
from benchmarks.drawing.items import items
from benchmarks.drawing.list_layouts import list_layout
from benchmarks.drawing.list_pages import list_page
from benchmarks.drawing.sheets import sheets
from benchmarks.layouts import SORTS, telling
from benchmarks.structures import Figures, count, row_of, table

#: The groups of each sort that a reader of its figures looks for.
GROUPS = {
    "lists": {"items", "titles", "days"},
    "articles": {"sites", "alone, text", "learned, text"},
    "changes": {"noise, alone", "edits, alone", "noise, learned", "edits, learned"},
}


def _list(seed: int) -> str:
    return list_page(list_layout(seed), seed).html()


def _article(seed: int) -> str:
    return article_html(sheets(article_layout(seed), seed)[0])


def _change(seed: int) -> str:
    pair = change_pair(article_layout(seed), seed, "word")
    assert pair
    return pair.after.payload.decode()


@pytest.mark.parametrize("sort", SORTS)
def test_a_few_seeds_of_each_sort_give_figures(sort: str) -> None:
    """A benchmark that does not run measures nothing, and nobody would know."""
    figures: Figures = {}
    for seed in range(2):
        count(SORTS[sort][0](seed), figures)
    groups = {group for group, name, _ in figures if not name}
    assert groups >= GROUPS[sort]
    assert row_of(sort, figures)["sort"] == sort
    assert all(f"{sort}, {group}" in table(sort, figures) for group in groups)


@pytest.mark.parametrize("draw", [_list, _article, _change])
def test_a_seed_is_always_the_same_page(draw: Callable[[int], str]) -> None:
    """A fault is told by its seed: whoever draws it again must see the same page."""
    first = [draw(seed) for seed in range(4)]
    items.cache_clear()
    assert [draw(seed) for seed in range(4)] == first
    assert len(set(first)) == len(first)


def test_every_list_shows_what_must_be_read_of_it() -> None:
    """A page without an item's title or address would count as read wrongly."""
    for seed in range(150):
        page = list_page(list_layout(seed), seed)
        html = page.html()
        assert len({page.row(item).path for item in page.items}) == len(page.items)
        for item in page.items:
            row = page.row(item)
            assert row.title in html, seed
            assert row.path.replace("&", "&amp;") in html, seed


def test_noise_leaves_the_words_of_the_item() -> None:
    """Noise that touched the item itself would be an edit, and rightly told."""
    for seed in range(20):
        layout = article_layout(seed)
        pair = change_pair(layout, seed, NONE)
        assert pair
        assert pair.before.payload != pair.after.payload
        own = next(s for s in sheets(layout, seed) if pair.before.url.endswith(s.path))
        for page in (pair.before, pair.after):
            assert own.title in page.payload.decode()
            assert text(own) in page.payload.decode() or layout.inserted == "related"


def test_the_choices_that_are_wrong_most_often_are_told() -> None:
    """Thirty choices a page, each wrong now and then, would hide the one at fault."""
    figures: Figures = {
        ("items", "", ""): Counter(tried=100, wrong=5),
        ("items", "box", "dl"): Counter(tried=10, wrong=4),
        ("items", "box", "ul"): Counter(tried=90, wrong=1),
        ("items", "pager", "next"): Counter(tried=50, wrong=3),
    }
    assert [*telling(figures)] == [("items", "", ""), ("items", "box", "dl")]
