"""Where captures lie in the archive, as rows and JSON columns say it. Pure."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from corpus.archive import Locator, Original
from corpus.store.keep import NewCapture


def locator_of(row: Any) -> Locator:
    """Return where a row with the columns of a capture says that it lies."""
    return Locator(
        file=row.file, offset=row.offset, length=row.length, digest=row.digest
    )


def original_of(item: Any) -> Locator:
    """Return an item's good capture, as what a later answer may repeat."""
    if not item.record_id:
        return locator_of(item)
    return Original(
        file=item.file,
        offset=item.offset,
        length=item.length,
        digest=item.digest,
        record_id=item.record_id,
        url=item.capture_url,
        at=item.captured_at,
    )


def dump_locator(capture: NewCapture) -> dict[str, Any]:
    """Return what is kept of a capture that no item refers to by its row."""
    return {
        "file": capture.file,
        "offset": capture.offset,
        "length": capture.length,
        "digest": capture.digest,
        "record_id": capture.record_id,
        "url": capture.url,
        "at": capture.captured_at.isoformat(),
    }


def load_locator(kept: Mapping[str, Any]) -> Locator:
    """Return what ``dump_locator`` wrote, or what stood there before it did."""
    names = ("file", "offset", "length", "digest")
    where = {name: kept[name] for name in names}
    if not kept.get("record_id"):
        return Locator(**where)
    return Original(
        **where,
        record_id=kept["record_id"],
        url=kept["url"],
        at=datetime.fromisoformat(kept["at"]),
    )
