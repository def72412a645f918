"""Where the lists of a site show their items, learned from items held. Pure."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from parsers.model import BY_NAME, Teaser

#: Items that were read must stand in one place of a page before it is a list's.
_LEAST = 3
#: This share of what a box shows stands elsewhere in the list: the newest, most read.
_MET = 1 / 3
#: So many places are remembered.
_MOST = 30
#: The number of a cell in its row.
_COLUMN = re.compile(r"(?<=\bt[dh])\d+")


class ListPlaces:
    """The places of one site's lists, by which a list of a single item is known.

    >>> places = ListPlaces({})
    >>> places.learn(Teaser(url=f"/news/{n}", place="ul li a") for n in range(3))
    >>> ListPlaces(places.facts).known
    ['ul li a']
    """

    def __init__(self, facts: Mapping[str, Any]) -> None:
        self.known: list[str] = list(facts.get("list_places", ()))
        #: By where a list begins: the places of its first page, and of others.
        self._begun: dict[str, frozenset[str]] = {}
        #: The same: the place of its first page's longest list.
        self._mains: dict[str, str] = {}
        #: The folders in which what the pages of this run show lies.
        self._folders: set[str] = set()

    @property
    def facts(self) -> dict[str, Any]:
        """What is remembered of the site: the places that were learned last."""
        return {"list_places": self.known}

    def learn(self, read: Iterable[Teaser]) -> None:
        """Learn from what a page shows of items that were read as articles.

        Its longest list alone: a box beside it shows such items as well.
        """
        place = main_place(read)
        if place and place not in self.known:
            self.known = [*self.known[1 - _MOST :], place]

    def beside(
        self, begin: str, teasers: Mapping[str, Teaser], met: Collection[str]
    ) -> list[str]:
        """Return the keys of what a further page of a list shows in a box beside it.

        In a place that the pages before have not, and lists of the site neither, and
        many of whose items other pages have shown: ``met``. A page with none of the
        list's places is made otherwise than the first, or is a fragment of the list,
        without a frame in which a box could stand.
        """
        places = frozenset(teaser.place for teaser in teasers.values())
        usual = self._begun.setdefault(begin, places).union(self.known, [""])
        main = self._mains.setdefault(begin, main_place(teasers.values()))
        if places.isdisjoint({main, *self.known} if main else usual):
            self._begun[begin] |= places
            return []
        found: list[str] = []
        for place in places - usual:
            keys = [key for key, teaser in teasers.items() if teaser.place == place]
            new = [key for key in keys if key not in met]
            known = len(keys) - len(new)
            if known >= _LEAST and known >= _MET * len(keys):
                found += new
            else:
                self._begun[begin] |= {place}
        return found

    def misled(self, teasers: Mapping[str, Teaser]) -> list[str]:
        """Return the keys of items that are only named, where no others lie there.

        >>> places = ListPlaces({})
        >>> places.misled({"h.example/news/fog": Teaser(url="…", place="li a")})
        []
        >>> places.misled({"h.example/cms/ice": Teaser(url="…", place=BY_NAME)})
        ['h.example/cms/ice']
        """
        named = [key for key, teaser in teasers.items() if teaser.place == BY_NAME]
        self._folders |= {_folder(key) for key in teasers.keys() - set(named)}
        if not self._folders:
            return []
        return [key for key in named if _folder(key) not in self._folders]


def main_place(teasers: Iterable[Teaser]) -> str:
    """Return where the longest list of a page stands, if it is one."""
    counts = Counter(teaser.place for teaser in teasers if teaser.place)
    (place, count), *_ = counts.most_common(1) or [("", 0)]
    return place if count >= _LEAST else ""


def row_place(place: str) -> str:
    """Return a place without the columns in which the rows of a table have it.

    >>> row_place("table tr td2 a") == row_place("table tr td1 a")
    True
    """
    return _COLUMN.sub("", place)


def _folder(key: str) -> str:
    return key.partition("?")[0].rpartition("/")[0]
