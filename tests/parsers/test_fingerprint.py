"""Same words, same value."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from parsers.fingerprint import fingerprint, minor_fingerprint
from parsers.model import Article, Attachment, Image

ARTICLE = Article(
    url="https://press.harbour.example/news/ferry/",
    title="Ferry “late” again",
    body="Fog.\n\nMore fog.",
    authors=("Ada Ferry", "Bo Quay"),
    attachments=(Attachment(label="Rules", url="https://press.harbour.example/a.pdf"),),
    images=(Image(url="https://press.harbour.example/a.jpg", alt="Fog"),),
)


def test_typography_is_no_edit() -> None:
    """Quotes, white space and invisible characters move with every editor."""
    same = replace(ARTICLE, title='Ferry "late"\u200b again', body="Fog.\nMore  fog.")
    assert fingerprint(same) == fingerprint(ARTICLE)


@given(st.sampled_from(["title", "body", "summary"]), st.text("abc1", min_size=1))
def test_any_word_is_an_edit(field: str, words: str) -> None:
    """However small, and wherever it stands."""
    changed = replace(ARTICLE, **{field: getattr(ARTICLE, field) + " x" + words})
    assert fingerprint(changed) != fingerprint(ARTICLE)


def test_words_cannot_slip_from_one_field_into_the_next() -> None:
    """A title that becomes the first paragraph is an edit."""
    moved = replace(ARTICLE, title="", body=f"{ARTICLE.title}\n\n{ARTICLE.body}")
    assert fingerprint(moved) != fingerprint(ARTICLE)
    joined = replace(ARTICLE, authors=("Ada Ferry Bo Quay",))
    assert fingerprint(joined) != fingerprint(ARTICLE)


def test_a_file_behind_the_same_label_is_minor() -> None:
    """A re-upload changes the address and no word."""
    other = Attachment(label="Rules", url="https://press.harbour.example/b.pdf")
    changed = replace(ARTICLE, attachments=(other,))
    assert fingerprint(changed) == fingerprint(ARTICLE)
    assert minor_fingerprint(changed) != minor_fingerprint(ARTICLE)
