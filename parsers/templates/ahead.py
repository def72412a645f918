"""An agenda that is made as the news beside it: what is still to come. Pure."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta

from parsers.model import Teaser
from parsers.templates.part import Part

#: Fewer items are no agenda, and beside fewer that are over there is no news.
_LEAST, _NEWS = 2, 3
#: Of another zone, an item of today is of tomorrow.
_TOMORROW = timedelta(days=1)


def without_agenda(
    items: Sequence[tuple[Part, Teaser]], today: date | None
) -> list[tuple[Part, Teaser]]:
    """Drop items in a folder of their own all of which lie ahead, where others do not.

    News that announces something lies where other news does.
    """
    folders = defaultdict(list)
    for _, teaser in items:
        folders[_folder(teaser.url)].append(teaser)
    last = today + _TOMORROW if today else date.max
    agenda = {
        folder
        for folder, inside in folders.items()
        if len(inside) >= _LEAST
        and all(item.published and item.published.day > last for item in inside)
    }
    left = [(part, item) for part, item in items if _folder(item.url) not in agenda]
    is_news = sum(item.published is not None for _, item in left) >= _NEWS
    return left if is_news else list(items)


def _folder(url: str) -> str:
    folder = url.partition("?")[0].rpartition("/")[0]
    return "".join("0" if sign.isdigit() else sign for sign in folder)
