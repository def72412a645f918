"""Pages around a text, with holes: of named boxes, of boxes without a name, of tables.

Holes: ``language``, ``title``, ``day``, ``text``, ``site``, and of some alone ``lead``,
``author`` and ``caption`` (of the first picture); ``home``, ``news`` and
``back``, words of links; ``menu``, its entries as points, and ``links``, bare; other
items as ``points``, ``boxes`` or ``lines``; ``top``, ``under`` (the headline),
``below`` (the text) and ``foot`` for what else a page may show.
"""

_HEAD = (
    "<!DOCTYPE html><html lang=@@language@@><head><meta charset=utf-8>"
    "<title>@@title@@ | @@site@@</title></head><body>@@top@@"
)
_END = "@@foot@@</body></html>"
#: What some frames show of an item, and others do not.
BESIDE = ("lead", "author", "caption")
FRAMES: dict[str, str] = {
    "named": _HEAD + "<header class=site-header><a class=logo href=/>@@home@@</a><nav>"
    "<ul>@@menu@@</ul></nav></header><main><article><h1>@@title@@</h1>@@under@@"
    "<p class=date><time>@@day@@</time></p>@@text@@@@below@@</article>"
    "<aside class=related><h2>@@news@@</h2><ul>@@points@@</ul></aside></main>"
    "<footer><p>© 2026 @@site@@</p></footer>" + _END,
    "divs": _HEAD + "<div id=top><ul class=menu>@@menu@@</ul></div>"
    "<div class=teasers>@@boxes@@</div><div id=page><h2 class=head>@@title@@</h2>"
    "@@under@@<span class=d>@@day@@</span>@@text@@@@below@@</div>"
    "<div id=foot>© 2026 @@site@@</div>" + _END,
    "nameless": _HEAD + "<div><div>@@links@@</div><div><div><h1>@@title@@</h1>@@under@@"
    "<div>@@day@@</div>@@text@@@@below@@<div><a href=#>↑</a></div></div><div>"
    "<h3>@@news@@</h3>@@lines@@</div></div><div>@@site@@, 2026</div></div>" + _END,
    "grid": _HEAD + "<div class=navbar><ul class=nav>@@menu@@</ul></div>"
    "<div class=container><div class=row><div class='col-md-3 left'><h4>@@news@@</h4>"
    "<ul class=list-unstyled>@@points@@</ul></div><div class=col-md-9>"
    "<ol class=breadcrumb><li><a href=/>@@home@@</a></li><li><a href=/news/>"
    "@@news@@</a></li></ol><h1 class=page-title>@@title@@</h1>@@under@@<div class=meta>"
    "<span class=published>@@day@@</span></div>@@text@@@@below@@</div></div></div>"
    "<div class=footer>@@site@@</div>" + _END,
    "tables": _HEAD + "<table width=100%><tr><td colspan=2>@@links@@</td></tr><tr>"
    "<td width=200 valign=top>@@lines@@</td><td valign=top><font size=4><b>"
    "@@title@@</b></font><br>@@under@@<font size=1>@@day@@</font>@@text@@@@below@@"
    "</td></tr><tr>"
    "<td colspan=2><font size=1>@@site@@</font></td></tr></table>" + _END,
    "detail": _HEAD + "<div class=sidebar><div class=news-line>@@boxes@@</div></div>"
    "<div class=content><h1>@@title@@</h1>@@under@@<div class=news-detail>"
    "<span class=news-date-time>@@day@@</span><h3>@@title@@</h3>@@text@@@@below@@"
    "<div style='clear:both'></div></div><p><a href=/news/>@@back@@</a></p></div>"
    "<div id=footer><ul>@@menu@@</ul>@@site@@</div>" + _END,
    "story": _HEAD
    + "<div id=head><ul class=menu>@@menu@@</ul></div><div class=content>"
    "<div class=story><p class=kicker>@@news@@</p><h1>@@title@@</h1>@@under@@"
    "<p class=subtitle>@@lead@@</p><div class=byline><span class=author>@@author@@"
    "</span> <time>@@day@@</time></div><figure class=lead-image>"
    "<img src=/i/7.jpg alt=''><figcaption>@@caption@@</figcaption></figure>@@text@@"
    "@@below@@</div>"
    "<div class=latest><h2>@@news@@</h2><ul>@@points@@</ul></div></div>"
    "<div id=foot>@@site@@</div>" + _END,
}
