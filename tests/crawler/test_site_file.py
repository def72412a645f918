"""What may stand in a site file, and what is said of what may not."""

from datetime import timedelta
from typing import Any

import pytest

from crawler.limits import Limits
from crawler.site import SiteError, parse_site
from crawler.site_file import read_values
from parsers.rules import RulesError

SEEDS = ["https://harbour.example/news/"]


def test_one_line_is_a_site() -> None:
    """All else has a usual value."""
    site = parse_site(f"seeds = {SEEDS}", name="harbour", where="harbour.toml")
    assert (site.seeds, site.delay, site.limits) == (tuple(SEEDS), 1.0, Limits())


def test_every_key_is_read_as_what_it_is() -> None:
    """A file says numbers, durations and tables; a site has values."""
    values = read_values(
        {
            "seeds": SEEDS,
            "confirm_after": "1d 12h",
            "delay": 2,
            "parallel": 4,
            "allow": ["10.0.3.7:8080"],
            "robots": False,
            "limits": {"depth": 0, "response_seconds": 5},
            "listing": {"item": "li"},
        }
    )
    assert values["confirm_after"] == timedelta(hours=36)
    assert (values["delay"], values["parallel"]) == (2.0, 4)
    assert (values["allow"], values["robots"]) == (("10.0.3.7:8080",), False)
    assert values["limits"] == Limits(depth=0, response_seconds=5.0)
    assert values["rules"].listing.item == ("li",)


@pytest.mark.parametrize(
    ("key", "value", "told"),
    [
        ("seeds", [], "one address at least"),
        ("seeds", "https://harbour.example/", "a list of texts"),
        ("label", 3, "a text between quotes"),
        ("delay", True, "a number from 0 to 3600"),
        ("delay", -1, "a number from 0 to 3600"),
        ("parallel", 1.5, "a whole number from 1 to 64"),
        ("parallel", 65, "a whole number from 1 to 64"),
        ("robots", "yes", "true or false"),
        ("allow", [1], "a list of texts"),
        ("limits", 3, "a table"),
        ("limits", {"requests": 0}, "a whole number, more than 0"),
        ("limits", {"retries": 0.5}, "a whole number, 0 or more"),
        ("limits", {"crawl_seconds": "long"}, "a number, more than 0"),
        ("article", [], "a table"),
        ("article", {"era": {}}, "[[article.era]]"),
    ],
)
def test_a_wrong_value_is_told_with_what_may_stand_there(
    key: str, value: Any, told: str
) -> None:
    """Whoever wrote it has the file open, and no list of kinds at hand."""
    with pytest.raises(RulesError) as caught:
        read_values({"seeds": SEEDS, key: value})
    assert caught.value.key.split(".")[0] == key
    assert told in caught.value.reason


def test_what_is_wrong_in_a_table_is_told_by_its_line() -> None:
    """The key alone may stand in several tables."""
    text = f"seeds = {SEEDS}\n[limits]\nretries = 1\n[listing]\nitem = 3\n"
    with pytest.raises(SiteError, match=r"harbour.toml:5: listing.item: a CSS"):
        parse_site(text, name="harbour", where="harbour.toml")


def test_a_file_nested_without_end_is_told() -> None:
    """It is no bug of ours, and the other sites are crawled."""
    with pytest.raises(SiteError, match=r"harbour.toml: nested too deep"):
        parse_site(f"seeds = {'[' * 99_999}", name="harbour", where="harbour.toml")
