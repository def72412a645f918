"""How pages of one site become a profile: count, then decide. Pure."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from parsers.blocks import Block
from parsers.body.inserts import folded_hash, may_be_insert, pointer_hash
from parsers.body.teaser_boxes import teaser_boxes
from parsers.finders.attachments import may_be_file
from parsers.finders.lead import said_of
from parsers.keys import text_hash, text_key
from parsers.learned.clocks import clock_paths
from parsers.learned.date_orders import count_orders, order_of_votes
from parsers.learned.lessons import Lesson, Taught, is_same, read_lesson, taught_by
from parsers.learned.shapes import count_shapes, pooled, sure_shapes
from parsers.learned.title_places import LEAST_PAGES, LIKE_HEADLINE, affixes, title_path
from parsers.model import Capture
from parsers.page import Page
from parsers.profile import REPEATED_SHARE, Memory, Profile, Template

#: Bounds of what is kept, so that a profile of a big site stays small.
MOST_TEXTS, MOST_TEMPLATES, MOST_PATHS = 4000, 8, 400
MOST_ITEMS, MOST_WINDOWS, MOST_CLOCKS, MOST_DATED = 500, 60, 20, 200
_CAP = 400
#: A menu's lines are shorter, and a link is so much of a teaser that leads on.
_LEAD, _LINKED = 80, 0.9
#: New boilerplate of at least this share is a reason to read anew.
_MATERIAL = 0.1


def add_pages(captures: Sequence[Capture | Page], profile: Profile) -> Profile:
    """Return a profile that knows these pages too."""
    memory = profile.memory
    taught: list[Taught] = []
    for one in captures:
        lesson = read_lesson(one, profile)
        if lesson is None or lesson.keys & memory.items:
            continue
        if not any(is_same(lesson, old) for old in taught):
            memory = _remember(memory, lesson)
            taught.append(taught_by(one, lesson))
    if not taught:
        return profile
    memory = _with_clocks(_with_title_line(memory, taught, profile), taught)
    count = profile.page_count + len(taught)
    fresh = _decide(memory, count)
    if _is_material(profile, fresh):
        return replace(fresh, version=profile.version + 1)
    return replace(
        profile,
        page_count=count,
        memory=memory,
        templates=_with_sure(profile.templates, fresh.templates),
    )


def _with_sure(
    templates: Sequence[Template], fresh: Sequence[Template]
) -> tuple[Template, ...]:
    """Return templates with what is sure by now, which changes only what it costs.

    A new hint would change how pages are read, and waits for the next version.
    """
    sure = {
        template.path: {key: p for key, p in template.sure.items() if p in (0.0, 1.0)}
        for template in fresh
    }
    return tuple(
        replace(one, sure={**one.sure, **sure.get(one.path, {})}) for one in templates
    )


def _remember(memory: Memory, lesson: Lesson) -> Memory:
    body, blocks = lesson.body, lesson.reading.blocks
    texts = Counter(memory.texts)
    window = lesson.reading.metadata.window_title
    metadata = lesson.reading.metadata
    told = (*metadata.titles, *metadata.published)
    claims = [window, *(claim.value for claim in told)]
    claims += map(said_of, metadata.summaries)
    others = teaser_boxes(blocks, lesson.title)  # another item's words are its own
    said = [b for b in blocks if b not in others and not _is_linked_lead(b)]
    texts.update({text_hash(text) for text in (*claims, *(b.text for b in said))})
    lines = filter(may_be_insert, said)  # no head of a column counts readers
    texts.update({key for b in lines if (key := folded_hash(b.text))})
    texts.update({key for b in blocks if (key := pointer_hash(b))})
    hrefs = (href for b in blocks for href in b.hrefs)
    texts.update({text_hash(href) for href in hrefs if may_be_file(href)})
    name = body.place.path if body.place else ""
    places = {key: dict(paths) for key, paths in memory.places.items()}
    paths = places.setdefault(name, {})
    for path, (likely, whole) in _by_path(body.likely).items():
        old = paths.get(path, (0.0, 0.0, 0))
        paths[path] = (
            round(old[0] + likely, 3),
            round(old[1] + whole, 3),
            old[2] + 1,
        )
    shapes = dict(memory.shapes)
    shapes[name] = count_shapes(shapes.get(name, {}), body.likely, MOST_PATHS)
    templates = Counter(memory.templates)
    templates[name] += 1
    kept = _most(templates, MOST_TEMPLATES)
    languages = Counter(memory.languages)
    if lesson.reading.page.language:
        languages[lesson.reading.page.language] += 1
    return Memory(
        items=frozenset(sorted(memory.items | lesson.keys)[:MOST_ITEMS]),
        texts=_most(texts, MOST_TEXTS),
        places={
            key: dict(sorted(paths.items(), key=_by_items)[:MOST_PATHS])
            for key, paths in places.items()
            if key in kept
        },
        shapes={key: counts for key, counts in shapes.items() if key in kept},
        templates=kept,
        titles={
            **memory.titles,
            name: _title_path(lesson) or memory.titles.get(name, ""),
        },
        title_line=memory.title_line,
        clocks=memory.clocks,
        dated=memory.dated,
        windows=(*memory.windows, window)[-MOST_WINDOWS:] if window else memory.windows,
        orders=dict(Counter(memory.orders) + count_orders(blocks)),
        languages=dict(languages),
    )


def _is_linked_lead(block: Block) -> bool:
    """Tell whether a whole paragraph is a link: to the item that begins with it."""
    return block.size >= _LEAD and block.link_share > _LINKED


def _by_items(place: tuple[str, tuple[float, float, int]]) -> tuple[int, str]:
    return -place[1][2], place[0]


def _by_path(
    likely: Iterable[tuple[Block, float]],
) -> dict[str, tuple[float, float]]:
    sums: dict[str, tuple[float, float]] = {}
    for block, p in likely:
        weight = min(block.size, _CAP)
        old = sums.get(block.path, (0.0, 0.0))
        sums[block.path] = (old[0] + p * weight, old[1] + weight)
    return sums


def _most(counts: Counter[str], most: int) -> dict[str, int]:
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return dict(ranked[:most])


def _with_title_line(
    memory: Memory, taught: Sequence[Taught], profile: Profile
) -> Memory:
    """Return a memory that knows where headlines stand if what was read is none.

    A site's name in the one ``h1`` is the same on every page. Such sites are few: their
    pages are read once more rather than those of all sites held. Several titles that
    come back may be sections as well as series: only a headline for certain tells.
    """
    counts = Counter(text_key(one.title) for one in taught)
    if len(taught) < LEAST_PAGES or len(counts) * 2 > len(taught):
        return memory
    is_one = max(counts.values()) * 2 > len(taught)
    lessons = filter(None, (read_lesson(one.source, profile) for one in taught))
    path = title_path(
        ((_before_text(lesson), lesson.reading.metadata) for lesson in lessons),
        least=0.0 if is_one else LIKE_HEADLINE,
    )
    if not path:
        return memory
    return replace(memory, title_line=path)


def _with_clocks(memory: Memory, taught: Sequence[Taught]) -> Memory:
    """Return a memory that knows the lines that show when a page was captured."""
    near, far = clock_paths((one.dated, one.captured_at) for one in taught)
    # what once dated another day is no clock, however new all items of a day are
    dated = tuple(sorted({*memory.dated, *far}))[:MOST_DATED]
    clocks = sorted({*memory.clocks, *near} - set(dated))
    return replace(memory, clocks=tuple(clocks[:MOST_CLOCKS]), dated=dated)


def _before_text(lesson: Lesson) -> Sequence[Block]:
    """Return the blocks up to the first paragraph of a page's text.

    A long line in bold is none yet: it may be the headline of a page that knows no
    headings.
    """
    blocks = lesson.reading.blocks
    long = (
        block.index
        for block in lesson.body.blocks
        if not block.level and block.size >= 80 and block.strong_chars < block.chars
    )
    return blocks[: next(long, len(blocks))]


def _titles(profile: Profile) -> tuple[object, ...]:
    return profile.title_prefixes, profile.title_line, profile.clocks


def _title_path(lesson: Lesson) -> str:
    """Return where the title stands, in a heading if in one at all."""
    key = text_key(lesson.title)
    found = [b for b in lesson.reading.blocks if key and b.key == key]
    found.sort(key=lambda block: block.level or 7)
    return found[0].path if found else ""


def _decide(memory: Memory, count: int) -> Profile:
    """Return what the counts say."""
    least = max(2, REPEATED_SHARE * sum(memory.templates.values()))
    prefixes, suffixes = affixes(memory.windows)
    return Profile(
        page_count=count,
        templates=tuple(
            Template(
                path=name,
                item_count=items,
                title_path=memory.titles.get(name, ""),
                likely={
                    path: round(likely / whole, 2)
                    for path, (likely, whole, n) in memory.places[name].items()
                    if n >= 2 and whole
                },
                sure=sure_shapes(memory.shapes.get(name, {})),
            )
            for name, items in memory.templates.items()
            if items >= 2
        ),
        title_line=memory.title_line,
        clocks=memory.clocks,
        title_prefixes=prefixes,
        title_suffixes=suffixes,
        date_order=order_of_votes(memory.orders),
        languages=tuple(_most(Counter(memory.languages), 5)),
        repeated=frozenset(key for key, n in memory.texts.items() if n >= least),
        places=pooled(memory.shapes.values()),
        memory=memory,
    )


def _is_material(old: Profile, new: Profile) -> bool:
    """Tell whether pages would be read otherwise than before."""
    if (old.date_order, old.title_suffixes) != (new.date_order, new.title_suffixes):
        return True
    if _titles(old) != _titles(new):
        return True
    if old.is_sure != new.is_sure:
        return True
    if {t.path for t in old.templates} != {t.path for t in new.templates}:
        return True
    unlike = len(new.repeated ^ old.repeated)
    return unlike > max(2, _MATERIAL * len(old.repeated))
