"""Files of an item that come, go and change their names: each must be told."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from html import escape
from itertools import product

from benchmarks.building.edits import is_told
from benchmarks.building.frames import FRAMES
from benchmarks.building.site import Site, in_tags, teasers
from benchmarks.building.trial import Draw, Trial
from tests.fixtures.living.prose import TONGUES, Tongue, Writer

#: Where a file lies, and its name.
File = tuple[str, str]
Form = Callable[[Sequence[File], Tongue], str]
_WRAPS = ("paragraphs", "boxes", "breaks", "cell", "bare")
#: Where the files stand, by the hole of the page.
_PLACES = ("amid", "below")
_SAME = "none"


def trials(language: str, is_drawn: Draw) -> Iterator[Trial]:
    """Yield whether a change of files is told, and nothing where none is."""
    for frame, wrap, form, place in product(FRAMES, _WRAPS, FORMS, _PLACES):
        if not is_drawn("files", language, frame, wrap, form, place):
            continue
        marks = {
            "language": language,
            "form": form,
            "place": place,
            "wrap": wrap,
            "frame": frame,
        }
        for change, wrong in _changed(Site(language, frame, wrap), form, place):
            group = "untold" if change == _SAME else "told"
            yield Trial(group=group, marks={"change": change, **marks}, wrong=wrong)


def _changed(site: Site, form: str, place: str) -> Iterator[tuple[str, str]]:
    """Yield what was done to a page's files, and what is wrong about the answer."""
    writer = site.writer("files", form, place)

    def offer(files: Sequence[File]) -> dict[str, str]:
        return {place: FORMS[form](files, TONGUES[site.language])} if files else {}

    profile = site.learned_with(
        lambda w, count: offer([_file(w) for _ in range(2 * count)]), writer
    )
    files = [_file(writer), _file(writer)]
    first = replace(site.sheet(writer, "plain"), extras=offer(files))
    others = teasers(writer)
    for change, left in _changes(files, writer):
        second = replace(first, extras=offer(left), others=others)
        before, after = site.capture(first), site.capture(second, look=1)
        is_right = is_told(before, after, profile) == (change != _SAME)
        yield change, "" if is_right else f"{files} > {left}"


def _file(writer: Writer) -> File:
    return f"/files/{writer.random.randint(100, 9999)}.pdf", writer.title()


def _changes(files: list[File], writer: Writer) -> Iterator[tuple[str, list[File]]]:
    first, (path, _) = files
    yield _SAME, files
    yield "added", [*files, _file(writer)]
    yield "removed", [first]
    yield "renamed", [first, (path, writer.title())]
    yield "replaced", [first, _file(writer)]
    yield "all gone", []


def _sized(files: Sequence[File], tongue: Tongue) -> str:
    points = [
        f"<a href={path}>{escape(name)}</a> (PDF, 120 KB)" for path, name in files
    ]
    return f"<ul class=downloads>{in_tags('li', points)}</ul>"


def _points(files: Sequence[File], tongue: Tongue) -> str:
    points = [f"<a href={path}>{escape(name)}</a>" for path, name in files]
    return f"<ul>{in_tags('li', points)}</ul>"


def _paragraphs(files: Sequence[File], tongue: Tongue) -> str:
    return in_tags("p", [f"<a href={path}>{escape(name)}</a>" for path, name in files])


def _boxes(files: Sequence[File], tongue: Tongue) -> str:
    boxes = [
        f"<div class=doc><span class=t>{escape(name)}</span><a href={path}>"
        f"{escape(tongue.signs['download'])} (PDF)</a></div>"
        for path, name in files
    ]
    head = f"<h3>{escape(tongue.signs['documents'])}</h3>"
    return f"<div class=documents>{head}{''.join(boxes)}</div>"


def _asked_for(files: Sequence[File], tongue: Tongue) -> str:
    """Return links to files whose addresses are questions."""
    links = [
        f"<a href=/download?id={path[7:-4]}>{escape(name)}.pdf</a><br>"
        for path, name in files
    ]
    return f"<div class=attach>{''.join(links)}</div>"


def _rows(files: Sequence[File], tongue: Tongue) -> str:
    rows = [
        f"<td>{escape(name)}</td><td><a href={path}><img src=/pdf.gif alt=PDF></a></td>"
        for path, name in files
    ]
    return f"<table class=files>{in_tags('tr', rows)}</table>"


FORMS: dict[str, Form] = {
    "points with sizes": _sized,
    "points": _points,
    "paragraphs": _paragraphs,
    "boxes": _boxes,
    "asked for": _asked_for,
    "rows": _rows,
}
