"""The pictures in the place of an article's text. Pure."""

from lxml.html import HtmlElement

from parsers.blocks import Place
from parsers.lines.signs import name_signs
from parsers.model import Image
from parsers.page import Page
from parsers.steps import step_of
from parsers.text import normal_text


def find_images(page: Page, place: Place | None) -> tuple[Image, ...]:
    """Return the pictures in the place of a text, but those of what is sold there."""
    if place is None:
        return ()
    home = place.element
    images = (
        (page.resolve(image.get("src") or ""), image.get("alt") or "")
        for image in home.iter("img")
        if not _is_in_ad(image, home)
    )
    found = (Image(url=url, alt=normal_text(alt)) for url, alt in images if url)
    return tuple(dict.fromkeys(found))


def _is_in_ad(image: HtmlElement, home: HtmlElement) -> bool:
    """Tell whether a box around a picture says, by its name, that it sells."""
    for box in image.iterancestors():
        if box is home:
            return False
        if "ad" in name_signs(step_of(box.tag, box.get("class"), box.get("id"))):
            return True
    return False
