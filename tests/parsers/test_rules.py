"""What a site file may say about reading, and how a mistake is told."""

from datetime import date

import pytest

from parsers.rules import RulesError, load_rules


def test_an_era_holds_until_its_end() -> None:
    """Older captures need the rules of their time."""
    rules = load_rules(
        {"article": {"title": "h1", "era": [{"until": "2026-02-01", "title": "h2"}]}}
    )
    assert rules.article.on(date(2026, 1, 31)).title == ("h2",)
    assert rules.article.on(date(2026, 2, 1)).title == ("h1",)
    assert rules.article.on(None).title == ("h1",)


@pytest.mark.parametrize(
    ("data", "key", "told"),
    [
        ({"article": {"headline": "h1"}}, "article.headline", "summary, title"),
        ({"article": {"title": 3}}, "article.title", "CSS selector"),
        ({"article": {"title": "h1["}}, "article.title", "no CSS selector"),
        ({"articles": {}}, "articles", "one of article, listing"),
        ({"listing": {"era": [{"item": "li"}]}}, "listing.era.0.until", "needed"),
        ({"listing": {"era": [{"until": "soon"}]}}, "listing.era.0.until", "a day"),
    ],
)
def test_a_mistake_names_its_key_and_what_is_allowed(
    data: dict[str, object], key: str, told: str
) -> None:
    """Who edits a file by hand must see where, and what to write instead."""
    with pytest.raises(RulesError) as caught:
        load_rules(data)
    assert caught.value.key == key
    assert told in str(caught.value)
