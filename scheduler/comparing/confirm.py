"""Whether what was read differently stands differently on the page. Pure.

A reader may take a paragraph for the article's on one page and for furniture on the
next. What both pages show alike, wherever it stands, did not change.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from parsers.blocks import Block
from parsers.lines.moving_lines import without_age, without_moving_parts
from parsers.model import FieldChange
from parsers.text import same_words
from scheduler.comparing.compare import Comparison

#: What stands between a headline and what leads it.
_SIGNS = " :|-"


@dataclass(frozen=True)
class Shown:
    """What a page shows: how often each line, and its source for addresses."""

    lines: Counter[str]
    source: str

    @cached_property
    def text(self) -> str:
        """All lines, folded."""
        return "\n".join(self.lines.elements())


def show_blocks(blocks: Iterable[Block], payloads: Iterable[bytes]) -> Shown:
    """Return what blocks of pages show, and the bytes they came from."""
    keys = (line_key(line) for block in blocks for line in block.text.split("\n"))
    source = "".join(payload.decode("latin-1") for payload in payloads)
    return Shown(Counter(filter(None, keys)), source)


def line_key(text: str) -> str:
    """Return the words of a line, the same on two pages if it did not move."""
    return same_words(without_moving_parts(without_age(text)))


def confirm(comparison: Comparison, old: Shown, new: Shown) -> Comparison:
    """Return what of a comparison the two pages bear out.

    >>> was = Shown(Counter(["One.", "Two."]), source="")
    >>> now = Shown(Counter(["One.", "Ten."]), source="")
    >>> misread = {"body": FieldChange(old="One.", new="")}
    >>> edited = {"body": FieldChange(old="One. Two.", new="One. Ten.")}
    >>> confirm(Comparison(fields=misread), was, now).fields
    {}
    >>> list(confirm(Comparison(fields=edited), was, now).fields)
    ['body']
    """
    return Comparison(
        fields={
            name: change
            for name, change in comparison.fields.items()
            if _is_borne_out(name, change, old, new)
        }
    )


def _is_borne_out(name: str, change: FieldChange, old: Shown, new: Shown) -> bool:
    if name == "title" and _is_for_machines(change, old, new):
        return False
    if name == "attachments":
        return _files_moved(change, old, new)
    lines_of = _LINES.get(name)
    if lines_of is not None:
        return _moved(lines_of(change.old), lines_of(change.new), old, new)
    if name in ("links", "images"):
        return _addresses_moved(change, old, new)
    return True


def _is_for_machines(change: FieldChange, old: Shown, new: Shown) -> bool:
    """Tell whether a title differs in data alone, beside a headline that stays.

    Offices try out headlines on those who come from elsewhere.
    """
    was, now = (line_key(str(told or "")) for told in (change.old, change.new))
    for one, own, other, there in ((was, old, now, new), (now, new, was, old)):
        stays = one in own.lines and there.lines[one] >= own.lines[one]
        if stays and one in other and other not in there.text:
            added = other.replace(one, "", 1).strip(_SIGNS)
            return there.text.count(added) <= own.text.count(added)
    return False


def _moved(before: Sequence[str], after: Sequence[str], old: Shown, new: Shown) -> bool:
    """Tell whether a line went or came that the other page does not show alike."""
    one, other = Counter(map(line_key, before)), Counter(map(line_key, after))
    if one == other:  # only their order changed
        return True
    return bool(_real(one - other, old, new) or _real(other - one, new, old))


def _real(lines: Counter[str], own: Shown, other: Shown) -> tuple[str, ...]:
    """Return the lines that their own page shows more often than the other page."""
    return tuple(
        line
        for line in lines.elements()
        if line not in own.lines or other.lines[line] < own.lines[line]
    )


def _files_moved(change: FieldChange, old: Shown, new: Shown) -> bool:
    """Tell whether a file went or came, by its label or else by its address."""
    one, other = _files(change.old), _files(change.new)
    gone, come = one.keys() - other.keys(), other.keys() - one.keys()
    was, now = {one[name]: name for name in gone}, {other[name]: name for name in come}
    kept = was.keys() & now.keys()
    return (
        any(_is_renamed(was[url], now[url], url, old, new) for url in kept)
        or any(_shows_more(old, new, was[url], url) for url in was.keys() - kept)
        or any(_shows_more(new, old, now[url], url) for url in now.keys() - kept)
    )


def _is_renamed(was: str, now: str, url: str, old: Shown, new: Shown) -> bool:
    """Tell whether the same file has another label, and not read from another line.

    One page may call a file by its card's first line, the next by its second.
    """
    is_gone = was.strip() in now or _shows_more(old, new, was, url)
    return is_gone and (now.strip() in was or _shows_more(new, old, now, url))


def _files(value: Any) -> dict[str, str]:
    """Return the address of each file by its label; the second of one name apart."""
    files: dict[str, str] = {}
    for file in value or ():
        label = same_words(file["label"])
        while label in files:
            label += " "
        files[label] = file["url"]
    return files


def _shows_more(own: Shown, other: Shown, label: str, url: str) -> bool:
    """Tell whether a page shows a file oftener than another, perhaps with its size."""
    key = label.strip()
    mine, theirs = (shown.text.count(key) if key else 0 for shown in (own, other))
    return theirs < mine if mine else _tail(url) not in other.source


def _addresses_moved(change: FieldChange, old: Shown, new: Shown) -> bool:
    one, other = Counter(_urls(change.old)), Counter(_urls(change.new))
    gone, come = one - other, other - one
    return any(_tail(url) not in new.source for url in gone) or any(
        _tail(url) not in old.source for url in come
    )


def _urls(value: Any) -> list[str]:
    return list(value or ())


def _tail(url: str) -> str:
    """Return the part of an address that any way of writing it in a page holds."""
    return url.partition("?")[0].rstrip("/").rpartition("/")[2] or url


def _paragraphs(value: Any) -> list[str]:
    return [line for line in (value or "").split("\n") if line.strip()]


def _one(value: Any) -> list[str]:
    return [value] if value else []


_LINES: dict[str, Callable[[Any], list[str]]] = {
    "title": _one,
    "body": _paragraphs,
    "summary": _one,
    "authors": list,
    "labels": list,
}
