"""Elements, links and lists of links as markup. Pure."""

from collections.abc import Iterable

from benchmarks.drawing.choices import NONE


def element(tag: str, inner: str, name: str = NONE) -> str:
    """Return an element, of a class or of none.

    >>> element("p", "Fog"), element("p", "Fog", "lead")
    ('<p>Fog</p>', '<p class="lead">Fog</p>')
    """
    return f"<{tag}{_class(name)}>{inner}</{tag}>"


def link(href: str, inner: str, name: str = NONE) -> str:
    """Return a link.

    >>> link("/news/", "News")
    '<a href="/news/">News</a>'
    """
    return f'<a href="{href}"{_class(name)}>{inner}</a>'


def points(pieces: Iterable[str], name: str = NONE) -> str:
    """Return pieces of markup as a list of points.

    >>> points(["a", "b"])
    '<ul><li>a</li><li>b</li></ul>'
    """
    return element("ul", "".join(element("li", piece) for piece in pieces), name)


def _class(name: str) -> str:
    return "" if name == NONE else f' class="{name}"'
