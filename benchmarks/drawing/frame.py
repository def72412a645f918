"""What every page of a site has around its main part. Pure."""

from collections.abc import Mapping
from html import escape
from types import MappingProxyType

from benchmarks.drawing.markup import element, link, points
from tests.fixtures.living.prose import TONGUES

_UTF_8 = '<meta charset="utf-8">'


def whole_page(
    language: str,
    *,
    base: str,
    window: str,
    main: str,
    head: str = "",
    slots: Mapping[str, str] = MappingProxyType({}),
) -> str:
    """Return a whole page; ``window`` is its title, ``head`` what else its head has.

    ``slots`` may hold what stands in its ``head``, ``menu``, ``top`` and ``foot``
    besides, and what says how it is encoded as its ``charset``.
    """
    signs, direction = TONGUES[language].signs, TONGUES[language].direction
    motto = escape(signs["motto"])
    logo = link("/", f'<img src="/l.png" alt="{motto}">')
    top = element("header", logo + element("nav", _menu(language, base, slots)))
    foot = points(
        (link("/privacy", signs["documents"]), link("/sitemap", signs["all"]))
    )
    rights = element("p", escape(signs["rights"]))
    return (
        f'<!DOCTYPE html><html lang="{language}" dir="{direction}"><head>'
        f"{slots.get('charset', _UTF_8)}<title>{escape(window, quote=False)}</title>"
        f"{head}{slots.get('head', '')}</head><body>{slots.get('top', '')}{top}{main}"
        f"{element('footer', foot + rights + slots.get('foot', ''))}"
        "</body></html>"
    )


def _menu(language: str, base: str, slots: Mapping[str, str]) -> str:
    tongue = TONGUES[language]
    signs = tongue.signs
    entries = {
        "/": signs["home"],
        "/about": signs["about"],
        base: signs["news"],
        "/services": tongue.things[0],
        "/law": tongue.things[1],
        "/contacts": signs["contacts"],
    }
    links = (link(href, escape(words)) for href, words in entries.items())
    lines = "".join(element("li", one) for one in links)
    return element("ul", lines + slots.get("menu", ""))
