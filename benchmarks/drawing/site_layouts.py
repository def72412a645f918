"""What a site is made of besides one list and its articles, drawn from a seed. Pure."""

from dataclasses import asdict, dataclass, replace
from random import Random

from benchmarks.drawing.choices import NONE, drawn

_TABLE = {
    "entry": "list list list list front front feed sitemap",
    "sections": "none none two three",
    "hub": "strips all",
    "home": "site section",
    "doubles": "none same alias",
    "claimed": "yes yes no",
    "front": "rows titles",
    "feed": "none rss rss atom",
    "feed_path": "/feed/ /rss.xml /atom.php?lang=1",
    "feed_link": "head head foot both none",
    "feed_text": "summary whole",
    "sitemap": "none plain plain index news",
    "sitemap_days": "honest honest lying none",
    "day_by": "print print print print time meta ld script state list address",
    "validators": "none none honest random",
    "tongue": "own own own own own th ja el he vi nl tr hi ka",
    "onward": "links links links fragment json",
    "archive": "none none none none months",
    "cap": "none none none none some",
    "data": "none none none listed",
    "parts": "one one one one several",
    "charset": "utf-8 utf-8 utf-8 own own",
    "declared": "both both header meta old conflict",
    "spelling": "none none none slash case",
    "coding": "gzip gzip deflate",
    "counted": "newest newest newest newest oldest",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteLayout:
    """The choices of one site: which lists it has, which of them is watched, how.

    ``hub`` is what stands where its sections lie: a strip of each, or a list of all.
    ``home`` is whether items have their addresses below their sections, ``doubles``
    how some stand in a second one, ``claimed`` whether pages name their own address.
    ``day_by`` is where alone the day of an article is said, if it is not printed.
    ``onward`` is what leads on from a page of a list, ``archive`` how what is older is
    listed, ``cap`` whether the oldest are not listed at all, ``counted`` from which end
    pages have their numbers. ``spelling`` is in what
    the addresses of links in boxes differ from those in lists.
    """

    entry: str
    sections: str
    hub: str
    home: str
    doubles: str
    claimed: str
    front: str
    feed: str
    feed_path: str
    feed_link: str
    feed_text: str
    sitemap: str
    sitemap_days: str
    day_by: str
    validators: str
    tongue: str
    onward: str
    archive: str
    cap: str
    data: str
    parts: str
    charset: str
    declared: str
    spelling: str
    coding: str
    counted: str

    @property
    def has_strips(self) -> bool:
        """Whether its items are listed by section alone."""
        return self.sections != NONE and self.hub == "strips"

    def marks(self) -> dict[str, str]:
        """Return the choices by name."""
        return asdict(self)


def site_layout(seed: int) -> SiteLayout:
    """Return the layout of a seed."""
    random = Random(f"site {seed}")
    return _fitted(SiteLayout(**drawn(random, _TABLE)))


def _fitted(layout: SiteLayout) -> SiteLayout:
    """Return a layout whose choices go together, as they do on real sites."""
    if layout.entry == "feed" and layout.feed == NONE:
        layout = replace(layout, feed="rss")
    if layout.entry == "sitemap" and layout.sitemap == NONE:
        layout = replace(layout, sitemap="plain")
    # What is told of one address in two sections is that it has two, or one.
    if layout.home == "site" and layout.doubles == "alias":
        layout = replace(layout, doubles="same")
    # A front page leads to sections, or to the list of all.
    if layout.entry == "front" and layout.sections != NONE:
        layout = replace(layout, hub="strips")
    # What is older is listed by month, where it is listed nowhere else.
    if layout.entry != "list" or layout.sections != NONE:
        layout = replace(layout, archive=NONE)
    if layout.archive != NONE:
        layout = replace(layout, onward="links", cap=NONE)
    return layout
