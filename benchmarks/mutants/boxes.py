"""Things of a site that stand in and around an article, in two states each."""

from collections.abc import Callable

from benchmarks.mutants.noise import Noise
from benchmarks.mutants.page import Doc, make, put_after, text_of

Place = Callable[[Doc, str, float], bool]


def amid(doc: Doc, html: str, where: float) -> bool:
    """Put it between two paragraphs."""
    blocks = doc.ours("p")
    if len(blocks) < 5:
        return False
    put_after(blocks[1 + int(where * (len(blocks) - 3))], html)
    return True


def below(doc: Doc, html: str, where: float) -> bool:
    """Put it behind the text: at the end of its place, or behind that."""
    last = doc.own[-1]
    while last.getparent() not in (doc.holder, None):
        last = last.getparent()
    if where < 0.5 and last.getparent() is doc.holder:
        put_after(last, html)
    elif doc.holder.tag not in ("body", "html"):
        put_after(doc.holder, html)
    else:
        return False
    return True


def under_title(doc: Doc, html: str, where: float) -> bool:
    heads = [one for one in doc.leaves if one.tag in ("h1", "h2")]
    own = [one for one in heads if text_of(one) == doc.truth.title]
    own = own or [one for one in heads if one.tag == "h1"]
    if own:
        put_after(own[0], html)
    return bool(own)


def first(doc: Doc, html: str, where: float) -> bool:
    doc.body.insert(0, make(html))
    return True


def first_or_last(doc: Doc, html: str, where: float) -> bool:
    doc.body.insert(0 if where < 0.5 else len(doc.body), make(html))
    return True


def _filled(place: Place, *ways: str, absent: float = 0.0) -> Noise:
    """Return what puts one of some things in, filled otherwise before and after.

    ``{a}``, ``{b}`` and ``{c}`` are headlines, ``{n}`` is a number; ``absent`` is how
    often it is missing before.
    """

    def noise(before: Doc, after: Doc) -> bool:
        rng, headlines = after.rng, after.truth.headlines
        way, where, is_absent = rng.choice(ways), rng.random(), rng.random() < absent
        states = [
            way.format(
                a=rng.choice(headlines),
                b=rng.choice(headlines),
                c=rng.choice(headlines),
                n=rng.randint(1000, 9999),
            )
            for _ in range(2)
        ]
        put_before = is_absent or place(before, states[0], where)
        return put_before and place(after, states[1], where)

    return noise


def _states(place: Place, *pairs: tuple[str, str]) -> Noise:
    """Return what puts one of some things in, as it is before and after."""

    def noise(before: Doc, after: Doc) -> bool:
        pair, where = after.rng.choice(pairs), after.rng.random()
        docs = zip((before, after), pair, strict=True)
        return all(not html or place(doc, html, where) for doc, html in docs)

    return noise


def _line(was: str, now: str) -> tuple[str, str]:
    return f"<div><span>{was}</span></div>", f"<div><span>{now}</span></div>"


_THREE = (
    '<ul><li><a href="/a{n}">{a}</a></li><li><a href="/b{n}">{b}</a></li>'
    '<li><a href="/c{n}">{c}</a></li></ul></div>'
)
_CONSENT = "Diese Website verwendet Cookies. Mit der Nutzung stimmen Sie zu."
_LETTER = "The news of the day in your inbox, every morning but Sunday."
_ELECTION = "Election: live results and maps for every district"

BOXES: dict[str, Noise] = {
    "counter": _filled(
        under_title,
        '<div class="entry-meta"><span class="views">{n} views</span></div>',
        '<p class="hits">Hits: {n}</p>',
        "<div><span>Zugriffe: {n}</span></div>",
        "<div><span>Lectures : {n}</span></div>",
        "<p>Просмотров: {n}</p>",
        '<span class="count">阅读：{n}</span>',
        "<p>Dibaca: {n} kali</p>",
        "<div>Visto {n} veces</div>",
    ),
    "age": _states(
        under_title,
        _line("2 hours ago", "1 day ago"),
        _line("vor 3 Stunden", "vor 2 Tagen"),
        _line("Il y a 20 minutes", "Il y a 4 heures"),
        _line("hace 2 horas", "hace 3 días"),
        _line("3 часа назад", "2 дня назад"),
        _line("3小时前", "2天前"),
        _line("Updated 5 minutes ago", "Updated 2 hours ago"),
    ),
    "clock": _states(
        first,
        _line("Tuesday, 14 April 2020", "Wednesday, 15 April 2020"),
        _line("14.04.2020 10:05", "15.04.2020 11:17"),
        _line(
            "Dienstag, 14. April 2020, 10:05 Uhr", "Mittwoch, 15. April 2020, 9:44 Uhr"
        ),
        _line("2020年4月14日 星期二", "2020年4月15日 星期三"),
    ),
    "weather": _states(
        first,
        _line("Harbour: clear 64°F", "Harbour: rain 51°F"),
        _line("Heute 12 °C, sonnig", "Heute 7 °C, Regen"),
        _line("USD 41.25 EUR 44.90", "USD 41.31 EUR 44.72"),
    ),
    "shares": _filled(
        below,
        '<div class="share-buttons"><span class="count">{n}</span></div>',
        '<div class="sharedaddy"><span>{n} shares</span></div>',
        "<ul><li>{n} Likes</li></ul>",
        "<div><span>{n} Mal geteilt</span></div>",
    ),
    "comments": _filled(
        below,
        '<section class="comments-area"><h3>Comments</h3><ol><li class="comment">'
        "<b>Ada Quay</b><p>{a}, I think. What of {n}?</p></li></ol></section>",
        '<div class="leserkommentare"><h4>Kommentare</h4><div class="kommentar">'
        "<p>Das sehe ich anders: {a}. Und was ist mit {n}?</p></div></div>",
        '<div id="responses"><p class="comment">Luc : {a} ? {b} !</p></div>',
        absent=0.4,
    ),
    "ad amid": _filled(
        amid,
        '<div class="ad-slot"><span>Advertisement</span>'
        '<a href="https://shop.example/{n}" rel="sponsored">Shoes, {n} % off</a></div>',
        '<div class="advert"><p>Anzeige</p><p><a href="https://shop.example/{n}">'
        "Jetzt Schuhe kaufen: {n} Euro</a></p></div>",
        '<div id="div-gpt-ad-{n}" class="banner-ad"><p>{a}</p></div>',
        '<aside class="promo"><a href="/all/{n}">Read all for {n} a month</a></aside>',
        absent=0.5,
    ),
    "pointer amid": _filled(
        amid,
        '<p><strong>Read also: <a href="/r{n}">{a}</a></strong></p>',
        '<p class="read-more">Lesen Sie auch: <a href="/r{n}">{a}</a></p>',
        '<div class="related-inline"><b>RELATED</b> <a href="/r{n}">{a}</a></div>',
        '<p>Lire aussi : <a href="/r{n}">{a}</a></p>',
        '<p><a href="/r{n}">Читайте также: {a}</a></p>',
        '<p>ALSO READ | <a href="/r{n}">{a}</a></p>',
        absent=0.3,
    ),
    "next item": _filled(
        below,
        '<nav class="post-navigation"><a rel="prev" href="/p{n}/">Previous {a}</a>'
        '<a rel="next" href="/n{n}/">Next {b}</a></nav>',
        '<div class="pager"><a href="/a{n}">« {a}</a> <a href="/b{n}">{b} »</a></div>',
        '<ul class="links"><li><a href="/a{n}">Vorheriger Artikel: {a}</a></li>'
        '<li><a href="/b{n}">Nächster Artikel: {b}</a></li></ul>',
        '<div><p>上一篇：<a href="/a{n}">{a}</a></p>'
        '<p>下一篇：<a href="/b{n}">{b}</a></p></div>',
    ),
    "related list": _filled(
        below,
        '<div class="related-posts"><h3>Related articles</h3>' + _THREE,
        '<div class="jp-relatedposts"><h4>Das könnte Sie auch interessieren</h4>'
        + _THREE,
        '<div class="c-12"><h3>Mehr zum Thema</h3>' + _THREE,
        '<section class="more"><h2>More news</h2><div class="card"><a href="/a{n}">'
        '<img src="/i.jpg" alt=""><span>{a}</span></a></div></section>',
        absent=0.5,
    ),
    "writer": _filled(
        below,
        '<div class="author-bio"><p>Ada Quay covers ports and has written {n} stories.'
        " Her last: {a}</p></div>",
        '<div class="about-author"><h4>About the author</h4><p>Ben Mole: {a}</p></div>',
        '<aside class="autor"><p>Cem Pier schrieb zuletzt über {a}.</p></aside>',
    ),
    "newsletter": _states(
        below,
        (
            "",
            '<div class="newsletter-signup"><h3>Sign up for our newsletter</h3>'
            f"<p>{_LETTER}</p><form><input><button>Subscribe</button></form></div>",
        ),
        (
            "",
            '<div class="box-9"><p>Subscribe and read all for a euro.</p></div>',
        ),
        (
            '<div class="nl-box"><p>Unser Newsletter kommt jeden Morgen.</p></div>',
            '<div class="nl-box"><p>Neu: unser Podcast, jeden Freitag um 6.</p></div>',
        ),
    ),
    "consent": _states(
        first_or_last,
        ("", f'<div id="cookie-banner" role="dialog"><p>{_CONSENT}</p></div>'),
        (
            "",
            f'<div class="cc-window"><span>{_CONSENT}</span><a>OK</a></div>',
        ),
        (
            "",
            "<div><p>Ce site utilise des cookies pour mesurer son audience.</p>"
            '<p><a href="/cookies">En savoir plus</a></p></div>',
        ),
    ),
    "banner": _states(
        first,
        ("", '<div class="alert"><p>Our offices are closed on Monday.</p></div>'),
        ("", '<div class="notice"><a href="/virus">What you need to know</a></div>'),
        ("", "<div><h2>Storm warning</h2><p>Keep away from the coast today.</p></div>"),
        (
            f'<div class="notice-bar"><p>{_ELECTION}</p></div>',
            '<div class="notice-bar"><p>Votes are counted in every town</p></div>',
        ),
    ),
}
