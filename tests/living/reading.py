"""Read a page as plainly as can be: the words of its text, in order."""

from html.parser import HTMLParser

from tests.fixtures.living import World
from tests.fixtures.living.http import Answer, Request
from tests.fixtures.living.item import Item
from tests.fixtures.living.score import words


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []

    def handle_data(self, data: str) -> None:
        self.parts.append(data)


def ask(world: World, name: str, target: str, **headers: str) -> Answer:
    """Ask a site without a socket; again if it has had enough."""
    answer = world.sites[name].answer(Request(target=target, headers=headers))
    return ask(world, name, target, **headers) if answer.status == 429 else answer


def text_of(world: World, name: str, target: str) -> str:
    """Return a page as text."""
    charset = world.sites[name].family.charset
    return ask(world, name, target).body.decode(charset, "replace")


def words_of(html: str) -> str:
    """Return the visible words of a page, no blanks between them."""
    reader = _Text()
    reader.feed(html)
    return "".join(words(" ".join(reader.parts)))


def says(page: str, text: str) -> bool:
    """Whether the words of a page hold those of a text, one after the other."""
    return "".join(words(text)) in page


def pages_of(world: World, name: str, item: Item) -> str:
    """Return the words of all pages of an item."""
    count = world.sites[name].family.page_count(item)
    targets = [item.path, *(f"{item.path}?page={n}" for n in range(2, count + 1))]
    return "".join(words_of(text_of(world, name, target)) for target in targets)
