"""Headlines of all makes, in pages whose window says more or less than they do."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from html import escape
from itertools import product
from random import Random

from benchmarks.building.site import in_tags, teasers
from benchmarks.building.structures import write
from benchmarks.building.trial import Draw, Trial
from benchmarks.building.wraps import WRAPS
from parsers.article import parse_article
from parsers.model import Article, Capture
from parsers.profile import learn
from parsers.text import same_words
from tests.fixtures.living.prose import TONGUES, Writer

#: Makes a headline of a title, the site's name, other titles and a word for news: what
#: stands above the menu, and what stands before the text.
Head = Callable[[str, str, Sequence[str], str], tuple[str, str]]


def _alone(template: str) -> Head:
    return lambda title, site, others, news: ("", _filled(template, title, site, news))


def _under(above: str, template: str) -> Head:
    return lambda title, site, others, news: (
        _filled(above, title, site, news),
        _filled(template, title, site, news),
    )


def _filled(template: str, title: str, site: str, news: str) -> str:
    text = template.replace("{title}", title).replace("{site}", site)
    return text.replace("{news}", news)


def _under_others(
    title: str, site: str, others: Sequence[str], news: str
) -> tuple[str, str]:
    links = [f"<a href=/news/{n}>{other}</a>" for n, other in enumerate(others)]
    return "", in_tags("h2", links) + f"<h1>{title}</h1>"


_CRUMBS = (
    "<div class=breadcrumb><a href=/>{site}</a> &gt; <a href=/news/>{news}</a> &gt; "
    "{title}</div>"
)
HEADS: dict[str, Head] = {
    "h1": _alone("<h1>{title}</h1>"),
    "logo in h1": _under(
        "<h1 class=logo><a href=/>{site}</a></h1>", "<h2>{title}</h2>"
    ),
    "section in h1": _alone("<h1>{news}</h1><h2>{title}</h2>"),
    "two h1": _under("<h1><a href=/>{site}</a></h1>", "<h1>{title}</h1>"),
    "div": _alone("<div class=title>{title}</div>"),
    "bold": _alone("<p><b>{title}</b></p>"),
    "h3": _alone("<h3>{title}</h3>"),
    "font": _alone("<center><font size=5>{title}</font></center>"),
    "crumbs": _alone(_CRUMBS + "<h1>{title}</h1>"),
    "crumbs, div": _alone(_CRUMBS + "<div class=hd>{title}</div>"),
    "kicker": _alone("<p class=kicker>{news}</p><h1>{title}</h1>"),
    "kicker within": _alone("<h1><span class=kicker>{news}</span> {title}</h1>"),
    "link to itself": _alone("<h1><a href=/news/1100>{title}</a></h1>"),
    "spans": _alone("<h1><span>{title}</span></h1>"),
    "header": _alone("<header class=entry-header><h2 class=t>{title}</h2></header>"),
    "under others": _under_others,
}
WINDOWS: dict[str, str] = {
    "title | site": "{title} | {site}",
    "site - title": "{site} - {title}",
    "site": "{site}",
    "title": "{title}",
    "title - news - site": "{title} - {news} - {site}",
    "cut": "{cut}... - {site}",
}
_LESSONS = 6
_DAY = date(2026, 8, 14)
_CUT = 25
_PAGE = (
    "<html lang={language}><head><meta charset=utf-8><title>{window}</title></head>"
    "<body>{above}<ul class=nav><li><a href=/a>{one}</a></li><li><a href=/b>{two}</a>"
    "</li></ul><div id=c>{head}<span class=d>{day}</span>{text}</div>"
    "<div class=r>{others}</div>"
    "</body></html>"
)


def trials(language: str, is_drawn: Draw) -> Iterator[Trial]:
    """Yield whether each headline of a language is read."""
    for head, window in product(HEADS, WINDOWS):
        if not is_drawn("titles", language, head, window):
            continue
        writer = Writer(TONGUES[language], Random(f"{language} {head} {window}"))
        pages = [_page(writer, head, window, n) for n in range(_LESSONS + 1)]
        profile = learn([page for _, page in pages[:-1]])
        title, page = pages[-1]
        for group, known in (("alone", None), ("learned", profile)):
            found = parse_article(page, profile=known)
            got = found.title if isinstance(found, Article) else found.detail
            is_right = same_words(got) == same_words(title)
            yield Trial(
                group=group,
                marks={"language": language, "headline": head, "window": window},
                wrong="" if is_right else f"{title} > {got}",
            )


def _page(writer: Writer, head: str, window: str, number: int) -> tuple[str, Capture]:
    """Return a title and the page that it heads."""
    tongue, title = writer.tongue, writer.title()
    site, news = escape(tongue.offices[0]), escape(tongue.signs["news"])
    others = [escape(other) for _, other in teasers(writer)]
    above, own = HEADS[head](escape(title), site, others[:3], news)
    said = _filled(WINDOWS[window], escape(title), site, news)
    links = [f"<a href=/news/{n}9>{other}</a>" for n, other in enumerate(others)]
    page = _PAGE.format(
        language=tongue.code,
        window=said.replace("{cut}", escape(title[:_CUT])),
        above=above,
        one=escape(tongue.things[0]),
        two=escape(tongue.things[1]),
        head=own,
        day=writer.long_date(_DAY),
        text=WRAPS["paragraphs"](write("plain", writer)),
        others=in_tags("p", links),
    )
    url = f"https://press.example/news/{1100 + number}"
    return title, Capture(url=url, payload=page.encode())
