"""Page tests as folders, ``tests/fixtures/<site>/<case>/``: page, capture, expected.

``capture.json`` has url, status, headers and captured_at, all but the url optional;
``expected.json`` has any of the keys that ``presswatch parse`` answers with; with
``items`` among them the page is read as a listing.
"""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

from parsers.answer import article_answer, listing_answer
from parsers.article import parse_article
from parsers.listing import parse_listing
from parsers.model import Capture

FIXTURES = Path(__file__).parent / "fixtures"


def cases() -> list[Path]:
    """Return every folder that expects something, in order."""
    return sorted(path.parent for path in FIXTURES.glob("*/*/expected.json"))


def case_name(folder: Path) -> str:
    """Return ``<site>/<case>``."""
    return "/".join(folder.parts[-2:])


def expected(folder: Path) -> dict[str, Any]:
    """Return what must be read from the page."""
    found: dict[str, Any] = json.loads((folder / "expected.json").read_text("utf-8"))
    return found


def load_capture(folder: Path) -> Capture:
    """Return the capture that a folder holds."""
    told = json.loads((folder / "capture.json").read_text("utf-8"))
    headers = told.get("headers", {"content-type": "text/html; charset=utf-8"})
    at = told.get("captured_at")
    return Capture(
        url=told["url"],
        status=told.get("status", 200),
        headers=tuple(headers.items()),
        payload=(folder / "page.html").read_bytes(),
        captured_at=datetime.fromisoformat(at) if at else None,
    )


def read(folder: Path, wanted: dict[str, Any]) -> dict[str, Any]:
    """Return what is read from a folder's page, with the keys that are wanted."""
    capture = load_capture(folder)
    if "items" in wanted:
        answer = listing_answer(parse_listing(capture))
    else:
        answer = article_answer(parse_article(capture))
    return {key: answer.get(key) for key in wanted}


def update(folder: Path) -> None:
    """Write what is read now as what is expected."""
    found = read(folder, expected(folder))
    text = json.dumps(found, ensure_ascii=False, indent=1) + "\n"
    (folder / "expected.json").write_text(text, encoding="utf-8")
