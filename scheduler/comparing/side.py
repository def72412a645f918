"""A page at one capture: what it says as an article, and what stands around. Pure."""

from collections import Counter
from collections.abc import Sequence
from datetime import timedelta
from functools import cached_property

from parsers.article import parse_article
from parsers.block_walk import walk
from parsers.blocks import Block, Place, text_size
from parsers.body.data_tables import is_table_of_data
from parsers.body.frame import Frame
from parsers.body.sign_up import AskingBoxes, count_cookies
from parsers.lists.teaser_lists import TeaserLists, find_lists
from parsers.metadata import read_metadata
from parsers.model import Article, Capture, Problem
from parsers.page import Page, read_page
from parsers.profile import Profile
from parsers.text import same_words
from scheduler.comparing.asides import find_figures
from scheduler.comparing.confirm import Shown, line_key, show_blocks
from scheduler.comparing.feet import find_end, find_feet, find_strip
from scheduler.comparing.heads import find_first, find_lead, find_masthead, find_menu
from scheduler.comparing.text_place import find_last, find_region, is_nearly_all

#: An article has so much text.
_PROSE = 1200
#: So much is one whose page tells machines that it is, and of what day.
_NEWS = 300
#: A page is a listing if its lists hold this share of what is not frame.
_LISTING = 0.5
#: A line of a text that says something.
_SAYS = 40
#: A place that holds so many places of the text is one itself.
_HOMES = 3
#: How the day of an article is found that machines are told.
_TOLD = ("ld ", "item ", "meta article:")
#: An item is changed so long after its day, or it is no item.
_KEPT = timedelta(days=14)
#: What parts a text into lines.
_PARTS = frozenset("p ul ol li dl dt dd h1 h2 h3 h4 h5 h6 blockquote pre".split())
#: Terms that name cookies as often are no notice that asks for consent.
_POLICY = 4
#: Shorter lines stand on many pages by chance.
_CHANCE = 12


def read_side(capture: Capture, *, profile: Profile | None = None) -> "Side | Problem":
    """Return a page as one side of a comparison, or why it cannot be trusted."""
    page = read_page(capture)
    article = parse_article(page, profile=profile)
    return article if isinstance(article, Problem) else Side([page], article, profile)


def _blocks(pages: Sequence[Page]) -> tuple[Block, ...]:
    """Return the blocks of all pages, counted through."""
    blocks = tuple(block for page in pages for block in walk(page))
    for index, block in enumerate(blocks):
        block.index = index
    return blocks


def _home(block: Block) -> Place | None:
    """Return the place around a line that is no part of a list or a paragraph."""
    for place in (block.place, *block.place.ancestors()):
        if place.tag not in _PARTS:
            return place
    return None


class Side:
    """A page at one capture, or the pages of one article, and what it says.

    ``is_item`` if it is known to be an item's own page, whatever it looks like.
    """

    def __init__(
        self,
        pages: Sequence[Page],
        article: Article,
        profile: Profile | None = None,
        *,
        is_item: bool = False,
    ) -> None:
        self.repeated = profile.repeated if profile else frozenset()
        self.page = pages[0]
        self.pages = pages
        self.article = article
        self.is_item = is_item
        self._tables: dict[Place, bool] = {}
        self.blocks = _blocks(pages)
        self.keys = [line_key(block.text) for block in self.blocks]
        self.counts = Counter(self.keys)
        self.frame = Frame(self.blocks, text=self.texts)

    @cached_property
    def title(self) -> str:
        """What the page calls itself, folded."""
        return same_words(self.article.title)

    @cached_property
    def shown(self) -> Shown:
        """What the pages show, furniture included."""
        return show_blocks(self.blocks, (page.capture.payload for page in self.pages))

    @cached_property
    def design(self) -> frozenset[str]:
        """The places, by their names, in which the paragraphs of the text stand."""
        return frozenset(
            in_body(block.path)
            for block, key in zip(self.blocks, self.keys, strict=True)
            if block.kind == "text" and self.owns(key)
        )

    @property
    def is_ruled(self) -> bool:
        """Whether a rule of the site's file says where the text stands."""
        return self.article.ways.get("body") == "rule"

    @cached_property
    def chars(self) -> int:
        """How many characters the page shows."""
        return sum(block.chars for block in self.blocks)

    def owns(self, key: str) -> bool:
        """Tell whether a line belongs to the article's text."""
        return key in self.own

    @cached_property
    def lead_key(self) -> str:
        """The line that the page prints as the item's lead, or nothing."""
        is_printed = self.article.ways.get("summary") == "lead"
        return line_key(self.article.summary) if is_printed else ""

    @cached_property
    def captions(self) -> frozenset[str]:
        """The lines beside the text, as under pictures, but for what all items show."""
        lines = frozenset(map(line_key, self.article.captions))
        return lines - {
            key
            for block, key in zip(self.blocks, self.keys, strict=True)
            if key in lines and self.repeats(block)
        }

    @cached_property
    def is_about_cookies(self) -> bool:
        """Whether the text speaks of cookies again and again, as terms of use do."""
        return count_cookies(self.article.body) >= _POLICY

    def repeats(self, block: Block) -> bool:
        """Tell whether other items of the site show a line too; a figure may well."""
        if block.kind == "cell" or block.chars < _CHANCE or not self.repeated:
            return False
        return block.hash in self.repeated

    @cached_property
    def region(self) -> Place | None:
        """The smallest place around nearly all of the article's text, and its title."""
        headings = (
            block
            for block, key in zip(self.blocks, self.keys, strict=True)
            if key == self.title and block.kind == "heading"
        )
        return find_region(self.texts, headings)

    @cached_property
    def texts(self) -> list[Block]:
        """The lines of the article's text, wherever they stand."""
        return [b for b, k in zip(self.blocks, self.keys, strict=True) if self.owns(k)]

    @cached_property
    def last(self) -> int:
        """Where the last line of the article's text stands."""
        return find_last(self.region, self.texts)

    def is_headed(self, block: Block) -> bool:
        """Tell whether a line stands between the headline and the end of the text.

        Whatever its box is called, it is about the item.
        """
        return self.first < block.index < self.last and self.has_headline

    @cached_property
    def has_headline(self) -> bool:
        """Whether the line that the page begins with is its title."""
        return bool(self.keys) and self.keys[self.first] == self.title

    @cached_property
    def is_whole(self) -> bool:
        """Whether a long text is nearly all that its place says."""
        if self.article.ways.get("body") == "page" or self.is_listing:
            return False
        if text_size(self.article.body) < _PROSE or self.region is None:
            return False
        own = frozenset(self.texts)
        said = (b for b in self.blocks if b.index < self.end and b not in own)
        others = [block for block in said if not self.frame.holds(block)]
        return is_nearly_all(self.region, self.texts, others)

    def is_data(self, block: Block) -> bool:
        """Tell whether a line is a cell of a table of words and figures."""
        table = next(
            (p for p in (block.place, *block.place.ancestors()) if p.tag == "table"),
            None,
        )
        if table is None:
            return False
        if table not in self._tables:
            self._tables[table] = is_table_of_data(table, self.frame.weight(table))
        return self._tables[table]

    def is_among(self, block: Block) -> bool:
        """Tell whether a line stands in the very place of the text's paragraphs."""
        return _home(block) in self._homes

    @cached_property
    def _homes(self) -> frozenset[Place]:
        """The places that hold lines of the text which say something, or many such."""
        homes = {
            home
            for block, key in zip(self.blocks, self.keys, strict=True)
            if block.chars >= _SAYS and self.owns(key) and (home := _home(block))
        }
        around = Counter(home.parent for home in homes if home.parent is not None)
        return frozenset(homes | {p for p, n in around.items() if n >= _HOMES})

    @cached_property
    def lead(self) -> range:
        """Where lines stand between the heading over the text and its first line."""
        return find_lead(self.blocks, self.keys, self.own, title=self.title)

    @cached_property
    def first(self) -> int:
        """Where the page's heading stands, if nearly all of its text comes after."""
        found = find_first(self.blocks, self.keys, self.frame, title=self.title)
        return max(found, self.masthead)

    @cached_property
    def masthead(self) -> int:
        """Where the head of the site begins, if but a line or two stand before."""
        return find_masthead(self.blocks, self.keys, self.frame, title=self.title)

    @cached_property
    def head(self) -> int:
        """Where the first heading of the page stands, or a headline that is none."""
        heads = (
            block.index
            for block, key in zip(self.blocks, self.keys, strict=True)
            if block.level in (1, 2) or (key == self.title and not block.hrefs)
        )
        return next(heads, 0)

    @cached_property
    def menu(self) -> int:
        """Where the first heading of a page stands whose own heading comes later."""
        return find_menu(self.blocks, self.keys, title=self.title, head=self.head)

    @cached_property
    def end(self) -> int:
        """Where the foot of the site begins, or the page ends."""
        if len(self.pages) > 1:  # the next page of the text follows
            return len(self.blocks)
        end = find_end(self.blocks, self.keys, self.own, self.frame)
        return end if self.is_article else min(end, find_strip(self.blocks, self.frame))

    @cached_property
    def feet(self) -> frozenset[int]:
        """Where links stand in one row with those to the terms of the site."""
        return find_feet(self.blocks, self.frame)

    @cached_property
    def asking(self) -> frozenset[int]:
        """Where small boxes ask readers for their address or their vote."""
        boxes = [AskingBoxes(page) for page in self.pages]
        return frozenset(
            block.index
            for block in self.blocks
            if any(one.hold(block) for one in boxes)
        )

    @cached_property
    def figures(self) -> frozenset[int]:
        """Where a box beside the text gives figures of what the page is about."""
        title, url = self.article.title, self.page.capture.url
        return find_figures(self.blocks, self.frame, title=title, url=url)

    @cached_property
    def own(self) -> frozenset[str]:
        """The lines of the article's text."""
        return frozenset(
            line_key(piece)
            for line in self.article.body.split("\n")
            for piece in (line, *line.split(" | "))
            if piece.strip()
        )

    @cached_property
    def said(self) -> Counter[str]:
        """The lines of the article's text, and how often it has each."""
        lines = self.article.body.split("\n")
        return Counter(line_key(line) for line in lines if line.strip())

    @cached_property
    def lists(self) -> TeaserLists:
        """The lists of linked titles outside the frame."""
        return find_lists([b for b in self.blocks if not self.frame.holds(b)])

    @cached_property
    def is_article(self) -> bool:
        """Whether what matters on the page is one text, and the rest is beside it."""
        if self.is_item:
            return True
        if self.article.ways.get("body") == "page" or self.is_listing:
            return False
        is_dated = self.article.published is not None
        size = text_size(self.article.body)
        if size < _PROSE:
            return size >= _NEWS and is_dated and self.is_told
        return self.says_article or is_dated

    @cached_property
    def is_told(self) -> bool:
        """Whether it is known, or machines are told, of what day the item is.

        A page whose day only readers see, or that was changed weeks after it, may be
        kept up to date: all that stands around its text is read too.
        """
        way, day = self.article.ways.get("date", ""), self.article.published
        if self.is_item or not (self.says_article and way.startswith(_TOLD)):
            return self.is_item
        changed = self.article.modified
        return not (day and changed and changed.day - day.day >= _KEPT)

    @cached_property
    def says_article(self) -> bool:
        """Whether the page calls itself an article, and its text was found."""
        is_found = self.article.ways.get("body") != "page"
        return is_found and read_metadata(self.page).is_article

    @cached_property
    def order(self) -> tuple[str, ...]:
        """The article's paragraphs and cells in their order; lists may be shuffled."""
        return tuple(
            key
            for block, key in zip(self.blocks, self.keys, strict=True)
            if self.owns(key) and block.kind in ("text", "cell") and not block.hrefs
        )

    def sorts_as(self, other: "Side") -> bool:
        """Tell whether the other has the same paragraphs and cells, in any order."""
        return sorted(self.order) == sorted(other.order)

    @cached_property
    def has_own_text(self) -> bool:
        """Whether a text with a day was found that is of no entry of a list."""
        article, listed = self.article, self.lists.by_block
        is_found = article.ways.get("body") != "page" and article.published is not None
        return is_found and bool(self.texts) and listed.keys().isdisjoint(self.texts)

    @cached_property
    def is_listing(self) -> bool:
        """Whether the page is made of teasers."""
        if self.is_item or self.says_article or self.has_own_text:
            return False
        inner = sum(b.chars for b in self.blocks if not self.frame.holds(b))
        listed = sum(
            block.chars
            for block, entry in self.lists.by_block.items()
            if not entry.is_file
        )
        return listed > _LISTING * inner


def in_body(path: str) -> str:
    """Return a path below the body, whose names may change with who asks.

    >>> in_body("html/body.home.ie/div.text/p")
    'div.text/p'
    """
    return path.partition("/body")[2].partition("/")[2]
