"""A profile made young again: what it counted weighs no more than a few pages. Pure.

After a redesign what the new pages have in common would have to stand on a share of
all pages ever counted before it was known for furniture.
"""

from collections.abc import Mapping
from dataclasses import replace

from parsers.profile import SURE, Profile

#: Pages that all that was counted weighs.
WEIGHT = 6


def aged(profile: Profile) -> Profile:
    """Return a profile that reads as before, and learns on as one of few pages does.

    >>> from parsers.profile import Memory
    >>> memory = Memory(texts={"menu": 60, "name": 3}, templates={"div.post": 60})
    >>> young = aged(Profile(page_count=60, memory=memory))
    >>> young.page_count, young.memory.texts, young.memory.templates
    (6, {'menu': 6}, {'div.post': 6})
    """
    memory, count = profile.memory, sum(profile.memory.templates.values())
    if count <= WEIGHT:
        return profile

    def less(counts: Mapping[str, int], least: int = 0) -> dict[str, int]:
        fewer = {k: max(n * WEIGHT // count, min(n, least)) for k, n in counts.items()}
        return {key: n for key, n in fewer.items() if n}

    return replace(
        profile,
        page_count=WEIGHT,
        memory=replace(
            memory,
            texts=less(memory.texts),
            templates=less(memory.templates, SURE),  # each is known as before
            windows=memory.windows[-WEIGHT:],
            orders=less(memory.orders),
            languages=less(memory.languages),
        ),
    )
