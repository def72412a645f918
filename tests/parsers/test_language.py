"""A language declared is believed unless the words are plainly another's."""

import pytest

from parsers.article import parse_article
from parsers.finders.language import language_of
from parsers.model import Article, Capture

FRENCH = (
    "Un groupe de travail rendra ses conclusions en mai. Les habitants de la baie"
    " peuvent consulter une copie de l’accord en mairie. Une réunion de la commission"
    " se tiendra en juin. Un service de bac relie la baie et les îles. Une délégation"
    " de pêcheurs en visite."
)


@pytest.mark.parametrize(("declared", "read"), [("fr", "fr"), ("ru", "fr"), ("", "fr")])
def test_sister_languages_do_not_overrule_a_declaration(
    declared: str, read: str
) -> None:
    """French, Catalan and Occitan share most of their small words."""
    text = "".join(f"<p>{FRENCH}</p>" for _ in range(3))
    page = f"<html lang='{declared}'><body><h1>Le bac</h1>{text}</body></html>"
    found = parse_article(Capture(url="https://h.example/1", payload=page.encode()))
    assert isinstance(found, Article)
    assert found.language == read


def test_nearly_as_many_words_bear_a_declaration_out() -> None:
    """But only that of the declared language."""
    text = "La sortida de la barca es va fer en un moment de calma i va ser una festa."
    assert language_of(text) == "ca"
    assert language_of(text, declared="es") in ("es", "ca")
    assert language_of(text, declared="de") == "ca"
