"""What a place is called on the way from the root: its tag, id and classes. Pure."""

import re
from collections.abc import Callable
from functools import lru_cache

from parsers.lines.signs import name_signs

_DIGITS = re.compile(r"\d\d*")  # begun by a class, letters are passed over fast
#: The id that a page builder gives to one box of one page, as part of a class.
_BOX_ID = re.compile(r"-(?=[a-f]*\d)[\da-f]{7,}(?![\w-])")
_WORD = r"(?:[A-Z]?[a-z]+(?:[A-Z][a-z]+)*|[A-Z]+)"
#: An id of a few words; others were made by a machine, or of a headline's words.
_PLAIN = re.compile(rf"0?[-_.:]*{_WORD}0?(?:[-_.:]+(?:{_WORD}?0?)){{0,4}}")
#: Places of which a text has many: an id tells one of them from the others.
_MANY = frozenset("p li dt dd td th tr h2 h3 h4 h5 h6 blockquote".split())
#: Classes that tell what an item is about, in the lists that some systems write.
_SORTS = ("category-", "tag-", "author-", "series-", "topic-", "location-")
_SORTED = "hentry"
#: Longer names are not read to their end.
_ID, _CLASSES = 80, 200


@lru_cache(maxsize=20_000)
def step_of(tag: str, classes: str | None, identity: str | None) -> str:
    """Return a place's name, the same for all paragraphs and pages of one make.

    Numbers are folded; ids that no two places share say nothing.

    >>> step_of("p", "text", "block-x0wUoyQ"), step_of("div", None, "post-12")
    ('p.text', 'div#post-0')
    >>> step_of("p", None, "Pqrufm"), step_of("p", None, "lead")
    ('p', 'p#lead')
    >>> step_of("div", "box box-4b1c9d2", None), step_of("div", "box-feed", None)
    ('div.box.box-0', 'div.box-feed')
    """
    step = tag
    if identity:
        folded = _DIGITS.sub("0", identity.strip()[:_ID])
        if _says_something(tag, folded):
            step += "#" + folded
    if classes:
        folded = _BOX_ID.sub("-0", classes[:_CLASSES])
        names = _DIGITS.sub("0", folded).split()
        if _SORTED in names:
            names = [name for name in names if not name.startswith(_SORTS)]
        step += "".join("." + name for name in names)
    return step.replace("/", "|")


def step_test(names: re.Pattern[str]) -> Callable[[str], bool]:
    """Return what tells whether a step holds such a name, asked once for each step.

    A page has many lines in few kinds of places, and a site's pages have the same.

    >>> is_note = step_test(re.compile("note"))
    >>> is_note("p.footnote"), is_note("p")
    (True, False)
    """

    @lru_cache(maxsize=8192)
    def holds_name(step: str) -> bool:
        return names.search(step) is not None

    return holds_name


def _says_something(tag: str, identity: str) -> bool:
    if not _PLAIN.fullmatch(identity):
        return False
    return tag not in _MANY or bool(name_signs(f"{tag}#{identity}"))
