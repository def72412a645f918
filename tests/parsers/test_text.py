"""Text in normal form, and what counts as the same words."""

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.text import fold_space, normal_text, same_words


@given(st.text())
def test_normal_text_is_settled_at_once(text: str) -> None:
    """What we print and read again must not change, or every reparse is an edit."""
    assert normal_text(normal_text(text)) == normal_text(text)


@given(st.text())
def test_same_words_is_settled_at_once(text: str) -> None:
    """A fingerprint of a fingerprint's text must be the same."""
    assert same_words(same_words(text)) == same_words(text)


@given(st.text())
def test_what_we_print_has_the_same_words(text: str) -> None:
    """Printing loses nothing that counts."""
    assert same_words(normal_text(text)) == same_words(text)


@given(st.text())
def test_unicode_forms_are_the_same_words(text: str) -> None:
    """A site that changes its editor changes forms, not words."""
    for form in ("NFC", "NFD"):
        assert same_words(unicodedata.normalize(form, text)) == same_words(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“Fog” ‘late’", "\"Fog\" 'late'"),
        ("„Nebel“", '"Nebel"'),
        ("« brume »", '"brume"'),
        ("ferry’s", "ferry's"),
        ("koʻprik, maʼlumot", "ko‘prik, ma’lumot"),
        ("2010–2012", "2010-2012"),
        ("late — again", "late - again"),
        ("wait…", "wait..."),
        ("co\u00adoperate", "cooperate"),
        ("fog\u200b\ufeff", "fog"),
        ("a\u00a0b\n c", "a b c"),
        ("ﬁle", "file"),
        ("ＡＢＣ１２", "ABC12"),
        ("کتاب\u200cها", "کتابها"),
        ("٢٠٢١", "2021"),
        ("०८", "08"),
        ("مـــرحبا", "مرحبا"),
        ("渡 轮 晚 点", "渡轮晚点"),
        ("יום 5״", 'יום 5"'),
        ("cafe\u0301", "café"),
    ],
)
def test_variants_are_the_same_words(one: str, other: str) -> None:
    """The contract: these make no difference to a reader."""
    assert same_words(one) == same_words(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ferry late", "Ferrylate"),
        ("ferry", "Ferry"),
        ("10 men", "11 men"),
        ("10²", "102"),
        ("now here", "nowhere"),
        ("fog.", "fog!"),
        ("5", "-5"),
        ("résumé", "resume"),
        ("й", "и"),
        ("渡轮", "渡輪"),
        ("की है", "कीहै"),
        ("co-op", "coop"),
    ],
)
def test_words_that_differ_stay_different(one: str, other: str) -> None:
    """Any word, figure or sign that a reader reads must raise an edit."""
    assert same_words(one) != same_words(other)


def test_joiners_stay_where_a_script_is_written_with_them() -> None:
    """Persian plurals and family emoji fall apart without their joiners."""
    assert normal_text("کتاب\u200cها") == "کتاب\u200cها"
    assert normal_text("fog\u200dbank") == "fogbank"


def test_a_line_has_single_blanks() -> None:
    """Markup is indented; prose is not."""
    assert fold_space("\t a\u2003b\r\n\x0bc ") == "a b c"


def test_long_texts_take_linear_time() -> None:
    """No page may hold up a crawl."""
    started = time.process_time()
    marked = "e" + "\u0327\u0301" * 50_000
    many = (" -" * 200_000, "\u200d " * 200_000, "'" * 400_000, "中 " * 200_000)
    for text in (marked, *many):
        same_words(text)
        normal_text(text)
    assert time.process_time() - started < 5
