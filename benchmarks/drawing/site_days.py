"""Where alone an article says its day, if it prints none. Pure."""

import json
from datetime import datetime

from benchmarks.drawing.choices import NONE
from benchmarks.drawing.sheets import Sheet

#: The day itself stands there, and no time of it.
_DAYS_ALONE = ("script", "state", "address", "list")


def is_printed(sheet: Sheet) -> bool:
    """Whether a reader sees the day on the page."""
    return sheet.layout.day_by == "print"


def hidden_day(sheet: Sheet) -> str:
    """Return what stands in the place of the day, for programs to read."""
    at = sheet.item.at.isoformat()
    return f'<time datetime="{at}"></time>' if sheet.layout.day_by == "time" else ""


def scripted_day(sheet: Sheet) -> str:
    """Return what a script of the head says of the day."""
    record, at = sheet.record, sheet.item.at
    number = sheet.item.number
    if sheet.layout.day_by == "script":
        facts = {"pageType": "article", "id": number, "publishDate": f"{at:%Y-%m-%d}"}
        return f"<script>var dataLayer = [{json.dumps(facts)}];</script>"
    if sheet.layout.day_by == "state":
        lines = [block.line for block in record.blocks]
        own = {"id": number, "title": record.title, "publishedAt": at.isoformat()}
        state = {"article": {**own, "body": lines}, "user": None}
        said = json.dumps(state, ensure_ascii=False).replace("<", "\\u003c")
        return f"<script>window.__STATE__ = {said};</script>"
    return ""


def said_day(layout_meta: str, day_by: str, at: datetime) -> str | None:
    """Return the day as programs read it, or nothing where that is printed alone."""
    if day_by in _DAYS_ALONE:
        return at.date().isoformat()
    if day_by == "time" or layout_meta in ("og", "ld"):
        return at.isoformat()
    return at.date().isoformat() if layout_meta != NONE and day_by != "print" else None
