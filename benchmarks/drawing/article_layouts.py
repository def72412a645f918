"""How the articles of a site are laid out: every choice, drawn from a seed. Pure."""

from dataclasses import asdict, dataclass
from random import Random

from benchmarks.drawing.choices import LANGUAGES, drawn
from benchmarks.drawing.forms import FORMS

_TABLE = {
    "base": "/news/ /press/ /aktuelles/ /content/",
    "box": "article div.article-detail div section td div.css-4jd9s none columns",
    "head": "h1 h1 h1 h2 h3 div h1-link p",
    "order": (
        "day-title title-day title-day title-lead-day title-text-day day-beside "
        "topic-day-title picture-title-day"
    ),
    "form": FORMS,
    "label": "none none none posted posted",
    "day_tag": "p span time div list bold",
    "author": "none none meta line end",
    "lead": "none none none p p strong h2 h3 div em bold plain subtitle header",
    "lead_size": "whole whole short",
    "share": "none top bottom both",
    "picture": "none figure plain captioned linked",
    "text": "p p p p divs breaks wrapped boxes",
    "tags": "none none line list",
    "files": "none list boxes amid",
    "related": "none list cards aside headings",
    "related_place": "within behind",
    "neighbors": "none words titles arrows",
    "back": "none none link line",
    "views": "none none meta end",
    "topic": "none none link span",
    "inserted": "none none related advert letter consent",
    "contact": "none none none box inner notes",
    "source": "none none none line",
    "comments": "none none form",
    "print": "none none link bar",
    "genre": (
        "plain plain plain plain interview speeches numbered table dateline folds"
    ),
    "fold": "details buttons",
    "beside": "none none none none points box captions notes",
    "beside_name": "named none",
    "facts": "none none none none table terms",
    "rating": "none none none stars",
    "switcher": "none none none none links",
    "number": "none none none line",
    "hero": "none none none header div.hero",
    "frame": "right right left three cells",
    "meta": "none none og ld name",
    "side": "none recent menu both",
    "window": "title title title-site site-title",
    "crumbs": "none line line",
    "title_name": "title headline css-1abc",
    "text_name": "content news-detail entry-content text field-items css-7xk",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleLayout:
    """The choices of one site; names are classes, ``none`` is nothing."""

    language: str
    base: str
    box: str
    head: str
    order: str
    form: str
    label: str
    day_tag: str
    author: str
    lead: str
    lead_size: str
    share: str
    picture: str
    text: str
    tags: str
    files: str
    related: str
    related_place: str
    neighbors: str
    back: str
    views: str
    topic: str
    inserted: str
    contact: str
    source: str
    comments: str
    print: str
    genre: str
    fold: str
    beside: str
    beside_name: str
    facts: str
    rating: str
    switcher: str
    number: str
    hero: str
    frame: str
    meta: str
    side: str
    window: str
    crumbs: str
    title_name: str
    text_name: str
    #: Where alone its day is said, if that is not printed.
    day_by: str = "print"

    def marks(self) -> dict[str, str]:
        """Return the choices by name."""
        return asdict(self)


def article_layout(seed: int) -> ArticleLayout:
    """Return the layout of a seed."""
    random = Random(f"article {seed}")
    return ArticleLayout(language=random.choice(LANGUAGES), **drawn(random, _TABLE))
