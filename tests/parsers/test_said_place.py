"""Texts that are found by what their page says of itself, amid more of other items."""

from parsers.article import parse_article
from parsers.model import Article, Capture

LEAD = "The ferry to the low isle stayed in port all day, since fog lay on the sound"
OWN = f"<p>{LEAD}, and nobody was there to say how long.</p><p>It left at dusk.</p>"
OTHER = (
    "<div class=guide><h5><a href=/g/{0}>Walks of pier {0}</a></h5>Where to go on"
    " pier {0} while the tide is out, what to wear there and what to eat.</div>"
)


def body(*, summary: str) -> str:
    """Return the text of a page that tells more of other items, far below."""
    menu = "".join(f"<li><a href=/m/{n}>Menu {n}</a></li>" for n in range(60))
    page = (
        f"<html><head><meta name=description content='{summary}'>"
        "<meta property=og:type content=article></head><body><main>"
        f"<div><h1>Ferry stays in port</h1><div class=entry>{OWN}</div></div></main>"
        f"<ul>{menu}</ul><div>{''.join(map(OTHER.format, range(9)))}</div>"
    )
    url = "https://h.example/news/ferry"
    found = parse_article(Capture(url=url, payload=page.encode()))
    assert isinstance(found, Article)
    return found.body


def test_a_short_text_that_its_page_sums_up_is_read_whatever_else_is_told() -> None:
    """The guides of the site stood on the page of each item of two lines."""
    told = body(summary=f"{LEAD}…")
    assert told.startswith(LEAD)
    assert "pier" not in told
    assert "pier 1" in body(summary="News of the port")
