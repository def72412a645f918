"""The rows of lists, of all makes, and the pages that lists stand on. Pure.

Holes of a row: ``path``, ``number``, ``title``, ``start`` (of the title), ``day`` in
words, in ``figures`` and as ``iso``, ``lead``, ``topic`` and its ``place``, ``more``
(the words of a link). Holes of a page: ``news``, ``site``, ``rows``, ``menu`` and
``longmenu`` of points, ``links``, ``old`` items and the heading above them (``side``),
``one`` and ``two``, words.
"""

ROWS: dict[str, str] = {
    "point, day behind": "<li><a href=@@path@@>@@title@@</a> <span>@@day@@</span></li>",
    "point, day before": "<li>@@figures@@ <a href=@@path@@>@@title@@</a></li>",
    "point": "<li><a href=@@path@@>@@title@@</a></li>",
    "line": "<p><a href=@@path@@>@@title@@</a></p>",
    "row of two": "<tr><td>@@figures@@</td><td><a href=@@path@@>@@title@@</a></td>"
    "</tr>",
    "row of three": "<tr><td><a href=@@path@@>@@title@@</a></td><td>@@topic@@</td>"
    "<td>@@figures@@</td></tr>",
    "term": "<dt>@@day@@</dt><dd><a href=@@path@@>@@title@@</a></dd>",
    "card": "<div class=card><a href=@@path@@><img src=/i/@@number@@.jpg alt=''></a>"
    "<div class=card-body><span class=tag>@@topic@@</span><h3><a href=@@path@@>"
    "@@title@@</a></h3><p>@@lead@@</p><time>@@day@@</time></div></div>",
    "card in a link": "<a class=card href=@@path@@><img src=/i/@@number@@.jpg alt=''>"
    "<span class=cat>@@topic@@</span><h3>@@title@@</h3><p>@@lead@@</p>"
    "<span class=date>@@day@@</span></a>",
    "card, day first": "<a class=card href=@@path@@><span class=date>@@day@@</span>"
    "<h3>@@title@@</h3></a>",
    "more": "<div class=item><h3>@@title@@</h3><p class=date>@@day@@</p><p>@@lead@@</p>"
    "<a href=@@path@@>@@more@@</a></div>",
    "headline and more": "<div class=item><h3><a href=@@path@@>@@title@@</a></h3>"
    "<p>@@lead@@ <a href=@@path@@>@@more@@</a></p><small>@@figures@@</small></div>",
    "article": "<article><header><h2><a href=@@path@@>@@title@@</a></h2>"
    "<time datetime=@@iso@@>@@day@@</time></header><p>@@lead@@</p></article>",
    "day in the link": "<li><a href=@@path@@><em>@@figures@@</em> @@title@@</a></li>",
    "day at the link's end": "<li><a href=@@path@@>@@title@@ <small>(@@figures@@)"
    "</small></a></li>",
    "topic before": "<li><span class=c>[@@topic@@]</span> <a href=@@path@@>@@title@@"
    "</a><span class=d>@@iso@@</span></li>",
    "topic in a link": "<div class=n><a class=c href=/t/@@place@@>@@topic@@</a>"
    "<a class=h href=@@path@@>@@title@@</a><span>@@day@@</span></div>",
    "three boxes": "<div><div><div><a href=@@path@@>@@title@@</a></div><div>@@day@@"
    "</div></div></div>",
    "title in an attribute": '<li><a href=@@path@@ title="@@title@@">@@start@@...</a>'
    "<i>@@iso@@</i></li>",
    "day as a link": "<div class=r><a href=@@path@@>@@day@@</a><a href=@@path@@>"
    "@@title@@</a></div>",
    "bare links": "<a href=@@path@@>@@title@@</a> - @@figures@@<br>",
    "day as a heading": "<h4>@@day@@</h4><p><a href=@@path@@><strong>@@title@@</strong>"
    "</a><br>@@lead@@</p>",
    "file": "<li>@@day@@ <a href=/files/@@number@@.pdf>@@title@@</a> (PDF, 120 KB)"
    "</li>",
    "grid": "<div class=col-md-4><div class=thumb><img src=/i/@@number@@.jpg alt=''>"
    "</div><p class=d>@@figures@@</p><p class=t><a href=@@path@@>@@title@@</a></p>"
    "</div>",
}
UNDATED = frozenset(("point", "line"))
#: Makes of which one row alone is no list to anybody.
UNLISTED = UNDATED | {"more"}

_NEWS = "<h1>@@news@@</h1>@@rows@@"
PAGES: dict[str, str] = {
    "plain": f"<header><ul>@@menu@@</ul></header><main>{_NEWS}</main><footer>"
    "<a href=/imprint>@@one@@</a> <a href=/contact>@@two@@</a></footer>",
    "divs": "<div id=nav><ul>@@longmenu@@</ul></div><div id=c><div id=content>"
    "<h2>@@news@@</h2>@@rows@@</div></div><div id=f><ul>@@menu@@</ul></div>",
    "nameless": "<div><div>@@links@@</div><div><div>@@rows@@</div></div>"
    "<div>© @@site@@</div></div>",
    "side": f"<nav><ul>@@menu@@</ul></nav><div class=row><div class=col8>{_NEWS}</div>"
    "<div class=sidebar><h3>@@side@@</h3><ul>@@old@@</ul></div></div>",
    "tables": "<table width=100%><tr><td colspan=2>@@links@@</td></tr><tr><td>@@links@@"
    "</td><td><b>@@news@@</b>@@rows@@</td></tr></table>",
}


def boxed(row: str, rows: str) -> str:
    """Return rows of one make in the box that such rows stand in."""
    if row.startswith("row of"):
        return f"<table>{rows}</table>"
    if row == "term":
        return f"<dl>{rows}</dl>"
    return f"<ul>{rows}</ul>" if rows.startswith("<li") else f"<div>{rows}</div>"
