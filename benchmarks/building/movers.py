"""What pages show beside their item, another thing at each look. Pure."""

from datetime import timedelta
from html import escape

from benchmarks.building.site import FIRST_LOOK, Extra, Extras, in_tags
from tests.fixtures.living.prose import Writer

_CONSENT = "We use cookies to make this site work better for you."


def _day(w: Writer, look: int) -> str:
    return w.long_date((FIRST_LOOK + timedelta(days=look)).date())


def _sign(w: Writer, name: str) -> str:
    return escape(w.tongue.signs[name])


def _link(w: Writer, path: str) -> str:
    number = w.random.randint(100, 9999)
    return f"<a href={path}/{number}>{escape(w.title())}</a>"


def _links(w: Writer, count: int, path: str = "/news") -> list[str]:
    return [_link(w, path) for _ in range(count)]


def _today(w: Writer, look: int) -> Extras:
    return {"top": f"<div class=today>{_day(w, look)}</div>"}


def _today_named(w: Writer, look: int) -> Extras:
    return {"top": f"<div>{_sign(w, 'today')} {_day(w, look)}</div>"}


def _clock(w: Writer, look: int) -> Extras:
    return {"top": f"<span>{8 + look}:{10 + look * 7} | {_day(w, look)}</span>"}


def _views(w: Writer, look: int) -> Extras:
    count = w.digits(str(1200 + look * 37))
    return {"under": f"<div class=views>{_sign(w, 'views')}: {count}</div>"}


def _age(w: Writer, look: int) -> Extras:
    age = _sign(w, "days_ago").format(count=w.digits(str(look + 2)))
    return {"under": f"<span class=age>{age}</span>"}


def _visits_below(w: Writer, look: int) -> Extras:
    count = w.digits(str(310 + look * 12))
    return {"below": f"<p>{_sign(w, 'views')}: {count}</p>"}


def _advert(w: Writer, look: int) -> Extras:
    link = _link(w, "/ad")
    return {"amid": f"<div class=ad-slot>{link}</div>"} if look else {}


def _advert_named(w: Writer, look: int) -> Extras:
    box = f"<div><small>{_sign(w, 'advert')}</small> {_link(w, '/go')}</div>"
    return {"amid": box}


def _read_also(w: Writer, look: int) -> Extras:
    return {"amid": f"<p>{_link(w, '/news')}</p>"}


def _read_also_named(w: Writer, look: int) -> Extras:
    words = _sign(w, "read_also")
    return {"amid": f"<p><strong>{words}: {_link(w, '/news')}</strong></p>"}


def _related_amid(w: Writer, look: int) -> Extras:
    points = in_tags("li", _links(w, 2))
    head = f"<b>{_sign(w, 'related')}</b>"
    return {"amid": f"<div class=related-inline>{head}<ul>{points}</ul></div>"}


def _related_below(w: Writer, look: int) -> Extras:
    points = in_tags("li", _links(w, 3))
    return {"below": f"<div><h3>{_sign(w, 'related')}</h3><ul>{points}</ul></div>"}


def _cards_below(w: Writer, look: int) -> Extras:
    cards = in_tags("div", [f"<img src=/i/1.jpg alt=''>{a}" for a in _links(w, 3)])
    return {"below": f"<div class=more-news>{cards}</div>"}


def _cookies(w: Writer, look: int) -> Extras:
    box = (
        f"<div id=cookie-banner role=dialog><p>{_CONSENT}</p><button>OK</button></div>"
    )
    return {"foot": box} if look else {}


def _warning(w: Writer, look: int) -> Extras:
    said = f"<strong>{escape(w.sentence())}</strong>"
    return {"top": f"<div class=alert role=alert>{said}</div>"} if look else {}


def _ticker(w: Writer, look: int) -> Extras:
    said = " ".join(_links(w, 3))
    return {"top": f"<div class=ticker><marquee>{said}</marquee></div>"}


def _menu(w: Writer, look: int) -> Extras:
    thing = escape(w.tongue.things[look + 3])
    return {"entry": f"<li><a href=/new{look}>{thing}</a></li>"}


def _menu_longer(w: Writer, look: int) -> Extras:
    thing = escape(w.tongue.things[7])
    return {"entry": f"<li><a href=/special>{thing}</a></li>"} if look else {}


def _weather(w: Writer, look: int) -> Extras:
    place = escape(w.tongue.places[0])
    return {"top": f"<div class=weather>{place} {12 + look}°C</div>"}


def _rates(w: Writer, look: int) -> Extras:
    return {
        "top": f"<ul class=rates><li>USD 41.{25 + look}</li><li>EUR 44.90</li></ul>"
    }


def _visitors(w: Writer, look: int) -> Extras:
    count = f"{34 + look} / 12{look}45"
    return {"foot": f"<div class=visitors>{_sign(w, 'visitors')}: {count}</div>"}


def _shares(w: Writer, look: int) -> Extras:
    points = [
        f"<a href=#f>Facebook {look * 3}</a>",
        f"<a href=#t>Twitter {look * 2 + 1}</a>",
    ]
    return {"under": f"<ul class=share>{in_tags('li', points)}</ul>"}


def _shares_below(w: Writer, look: int) -> Extras:
    words = f"{_sign(w, 'share')} <span>{14 + look * 3}</span>"
    return {"below": f"<div class=social>{words} <a href=#f>Facebook</a></div>"}


def _neighbors(w: Writer, look: int) -> Extras:
    links = " ".join(_links(w, 2)).replace("<a ", "<a rel=prev ", 1)
    return {"foot": f"<div class=pn>{links}</div>"}


def _neighbors_named(w: Writer, look: int) -> Extras:
    lines = [f"{_sign(w, name)}: {_link(w, '/news')}" for name in ("previous", "next")]
    return {"below": f"<div>{in_tags('p', lines)}</div>"}


def _poll(w: Writer, look: int) -> Extras:
    question = escape(w.heading())
    votes = in_tags("p", [f"A: {40 + look}%", f"B: {60 - look}%"])
    return {"foot": f"<div class=poll><h4>{question}</h4>{votes}</div>"}


def _comments(w: Writer, look: int) -> Extras:
    count = w.digits(str(3 + look))
    return {"below": f"<div class=comments-link>{_sign(w, 'comments')} ({count})</div>"}


def _comment(w: Writer, look: int) -> Extras:
    says = in_tags("p", [escape(w.sentence()) for _ in range(1 + look)])
    head = f"<h3>{_sign(w, 'comments')}</h3>"
    return {
        "below": f"<section id=comments>{head}<div class=comment>{says}</div></section>"
    }


def _letter(w: Writer, look: int) -> Extras:
    box = f"<h3>{escape(w.heading())}</h3><form><input><button>OK</button></form>"
    return {"below": f"<div class=newsletter>{box}</div>"} if look else {}


def _pay_note(w: Writer, look: int) -> Extras:
    said = f"{_sign(w, 'motto')} <a href=/pay>{_sign(w, 'about')}</a>"
    return {"below": f"<div class=subscribe-box><p>{said}</p></div>"} if look else {}


def _updated(w: Writer, look: int) -> Extras:
    return {"foot": f"<p>{_sign(w, 'updated')}: {_day(w, look)}</p>"}


def _most_read(w: Writer, look: int) -> Extras:
    points = in_tags("li", _links(w, 4))
    return {"foot": f"<div class=most-read><ol>{points}</ol></div>"}


def _motto(w: Writer, look: int) -> Extras:
    said = escape(w.sentence())
    return {"foot": f"<div class=quote-of-the-day>{said}</div>"}


MOVERS: dict[str, Extra] = {
    "today": _today,
    "today, named": _today_named,
    "clock": _clock,
    "views": _views,
    "age": _age,
    "views below": _visits_below,
    "advert amid": _advert,
    "named advert amid": _advert_named,
    "other item amid": _read_also,
    "named other item amid": _read_also_named,
    "related amid": _related_amid,
    "related below": _related_below,
    "cards below": _cards_below,
    "cookies": _cookies,
    "warning": _warning,
    "ticker": _ticker,
    "menu": _menu,
    "longer menu": _menu_longer,
    "weather": _weather,
    "rates": _rates,
    "visitors": _visitors,
    "shares": _shares,
    "shares below": _shares_below,
    "neighbors": _neighbors,
    "named neighbors": _neighbors_named,
    "poll": _poll,
    "count of comments": _comments,
    "comments": _comment,
    "newsletter": _letter,
    "pay note": _pay_note,
    "updated": _updated,
    "most read": _most_read,
    "thought of the day": _motto,
}
