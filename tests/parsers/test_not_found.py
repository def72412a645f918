"""Pages that say no more than what a made-up address gets."""

import pytest

from parsers.model import Capture
from parsers.not_found import is_not_found

NEWS = "".join(
    f"<div><h4>Latest</h4><p>The ferry of pier {n} stays in port until noon.</p></div>"
    for n in range(9)
)
LOST = "<h1>Page not found</h1><p>Nothing is here.</p>"
OLD = Capture(url="https://h.example/a", payload=b"<p>Fog lay over the harbour.")


@pytest.mark.parametrize(
    ("shown", "is_lost"),
    [
        ("<div><p>The database does not answer.</p></div>", False),
        ("<h1>Something went wrong</h1><p>Nothing is here.</p>", False),
        (LOST, True),
    ],
)
def test_an_error_in_the_frame_of_a_lost_page_is_no_lost_page(
    shown: str, is_lost: bool
) -> None:
    """After a redesign, the frame was most of both: items were told removed."""
    there, made_up = (
        Capture(url=f"https://h.example/{name}", payload=f"{NEWS}{main}".encode())
        for name, main in (("a", shown), ("x", LOST))
    )
    assert is_not_found(there, not_found=made_up, ordinary=OLD) is is_lost
