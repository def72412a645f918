"""Mail as people see it: through a real server, drawn by a real browser.

The pictures are kept in pytest's temporary folder, to be looked at.
"""

import struct
import subprocess
import zlib
from html import escape
from pathlib import Path
from typing import Any

import pytest

from parsers.model import Change, ChangeKind, FieldChange
from scheduler.channels.email import Email
from tests.scheduler.receivers import mail_server
from tests.scheduler.samples import make_alert, make_change, make_trouble

pytestmark = pytest.mark.browser

Picture = list[list[tuple[int, int, int]]]
#: What the styles say: the ground of what went and what came, of cards and page.
WENT, CAME, CARD, PAGE = "#fde2e1", "#d9f2df", "#ffffff", "#f3f4f6"
DARK_WENT, DARK_CAME, DARK_CARD = "#5c1f1b", "#174d2b", "#1f2733"
PHONE, DESKTOP = 390, 900


def html_of_mail(*changes: Change, **values: Any) -> str:
    """Send an alert by SMTP; return the HTML part of what arrived."""
    with mail_server() as (server, box):
        host, _, port = server.partition(":")
        Email(
            server=(host, int(port)),
            sender="presswatch@press.example",
            to=["desk@press.example"],
            tls="none",
        ).send(make_alert(*changes, **values))
    part = box.read()[0].get_body(("html",))
    assert part is not None
    return str(part.get_content())


def draw(html: str, folder: Path, *, width: int, dark: bool = False) -> Picture:
    """Let Chromium draw a mail in a frame as wide as a screen."""
    frame = (
        f'<iframe width={width} height=1400 style="border:0;display:block" '
        f'srcdoc="{escape(html)}"></iframe>'
    )
    page = folder / f"mail-{width}{'-dark' * dark}.html"
    page.write_text(f"<!doctype html><style>body{{margin:0}}</style>{frame}")
    picture = page.with_suffix(".png")
    colors = ["--blink-settings=preferredColorScheme=0"] if dark else []
    call(folder, f"--screenshot={picture}", *colors, str(page))
    return read_png(picture.read_bytes(), width)


def wide(html: str, folder: Path, width: int) -> int:
    """Return how wide a mail is when it is given so much room."""
    page = folder / "wide.html"
    page.write_text(
        f'<iframe id=f width={width} height=900 srcdoc="{escape(html)}"></iframe>'
        "<script>onload=()=>document.title="
        "f.contentDocument.documentElement.scrollWidth</script>"
    )
    dumped = call(folder, "--dump-dom", "--virtual-time-budget=2000", str(page))
    return int(dumped.partition("<title>")[2].partition("</title>")[0])


def call(folder: Path, *words: str) -> str:
    """Run Chromium without a screen, and without calling anybody."""
    done = subprocess.run(
        [
            "chromium",
            *"--headless --no-sandbox --disable-gpu --hide-scrollbars".split(),
            *"--no-first-run --disable-background-networking --disable-sync".split(),
            *"--disable-component-update --force-device-scale-factor=1".split(),
            f"--user-data-dir={folder / 'browser'}",
            "--window-size=1000,1400",
            *words,
        ],
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    return done.stdout


def read_png(data: bytes, width: int) -> Picture:
    """Return the rows of a picture of eight-bit colors, cut to a width (PNG, W3C)."""
    position, packed = 8, b""
    across = channels = 0
    while position < len(data):
        (length,) = struct.unpack(">I", data[position : position + 4])
        kind = data[position + 4 : position + 8]
        chunk = data[position + 8 : position + 8 + length]
        if kind == b"IHDR":
            across, _, depth, color = struct.unpack(">IIBB", chunk[:10])
            assert depth == 8
            assert color in (2, 6)
            channels = 3 if color == 2 else 4
        packed += chunk if kind == b"IDAT" else b""
        position += 12 + length
    raw, stride = zlib.decompress(packed), across * channels
    above, rows = bytearray(stride), []
    for start in range(0, len(raw), stride + 1):
        line = _unfiltered(
            raw[start], raw[start + 1 : start + 1 + stride], above, channels
        )
        flat = line[: width * channels]
        rows.append(
            list(
                zip(flat[::channels], flat[1::channels], flat[2::channels], strict=True)
            )
        )
        above = line
    return rows


def _unfiltered(how: int, line: bytes, above: bytearray, step: int) -> bytearray:
    found = bytearray(line)
    for n in range(len(found)):
        left = found[n - step] if n >= step else 0
        up = above[n]
        corner = above[n - step] if n >= step else 0
        if how == 1:
            found[n] = (found[n] + left) & 255
        elif how == 2:
            found[n] = (found[n] + up) & 255
        elif how == 3:
            found[n] = (found[n] + (left + up) // 2) & 255
        elif how == 4:
            guess = left + up - corner
            near = min((left, up, corner), key=lambda one: abs(guess - one))
            found[n] = (found[n] + near) & 255
    return found


def count(picture: Picture, color: str) -> int:
    """Return how many points of a picture have a color."""
    wanted = tuple(bytes.fromhex(color[1:]))
    return sum(one == wanted for row in picture for one in row)


LONG = FieldChange(
    old="The pier closes at ten.\n\n" + "Boats wait in the bay. " * 20,
    new="The pier closes at noon.\n\n" + "Boats wait in the bay. " * 20,
)


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_what_went_is_red_and_what_came_is_green(tmp_path: Path, width: int) -> None:
    """This is what the desk opens the mail for."""
    picture = draw(html_of_mail(), tmp_path, width=width)
    assert count(picture, WENT) > 100
    assert count(picture, CAME) > 100
    assert count(picture, CARD) > 20_000
    edge = {row[-1] for row in picture}
    assert edge == {tuple(bytes.fromhex(PAGE[1:]))}, "nothing reaches over the edge"


def test_a_phone_need_not_be_scrolled_sideways(tmp_path: Path) -> None:
    """An address without a blank is the widest thing in a mail."""
    change = make_change(
        url="https://press.harbour.example/news/" + "ferry-and-pier-" * 12,
        title="Ferry" + "fares" * 20,
        fields={"body": LONG},
    )
    moved = make_change(
        kind=ChangeKind.MOVED, old_url=change.url, url=change.url + "x", fields={}
    )
    html = html_of_mail(change, moved)
    assert wide(html, tmp_path, PHONE) <= PHONE


def test_dark_screens_get_dark_mail(tmp_path: Path) -> None:
    """A white card in a dark inbox at night hurts, and says somebody did not care."""
    picture = draw(html_of_mail(), tmp_path, width=PHONE, dark=True)
    assert count(picture, CARD) < 200
    assert count(picture, DARK_CARD) > 20_000
    assert count(picture, DARK_WENT) > 100
    assert count(picture, DARK_CAME) > 100


def test_a_trouble_is_drawn_too(tmp_path: Path) -> None:
    """Operations mail is read on phones, at night."""
    html = html_of_mail(trouble=make_trouble(), changes=())
    assert count(draw(html, tmp_path, width=PHONE), CARD) > 20_000
