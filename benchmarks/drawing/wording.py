"""What a language must have to say around the items of a page. Pure."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words of one language.

    ``dated``, ``posted`` and ``by`` stand before a day or a name, ``topics`` and
    ``more`` are several that a page may use.
    """

    topics: tuple[str, ...]
    more: tuple[str, ...]
    dated: str
    posted: str
    by: str
    back: str
    previous: str
    next: str
    files: str
    contact: str
    notes: str
    consent: str
    letter: str
    letter_text: str
    silent: str
    recent: str
    popular: str
    archive: str
    events: str


def labelled(label: str, words: str) -> str:
    """Return words behind a label, as far from it as its script puts them.

    >>> labelled("Date:", "2026-03-02"), labelled("日期：", "2026-03-02")
    ('Date: 2026-03-02', '日期：2026-03-02')
    """
    return f"{label}{words}" if label.endswith("：") else f"{label} {words}"
