"""The plain monitor: follow links, extract text with trafilatura, compare hashes."""

import hashlib
import json
import re
import urllib.error
import urllib.request
from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import urldefrag, urljoin, urlsplit

import lxml.html
import trafilatura

#: Listing pages that are followed; a link is one if it only adds a page number.
MOST_PAGES = 30
_PAGER = re.compile(r"(?:page|pagen_1|p|start|offset)[/=]\d+", re.I)


class TextAndHash:
    """Two requests' worth of memory: the hash of each known page's text."""

    def __init__(self, folder: Path) -> None:
        self._state = folder / "state.json"

    def look(
        self, site: str, address: str, now: datetime
    ) -> Iterable[Mapping[str, Any]]:
        """Fetch the listing pages and every page they lead to."""
        state = json.loads(self._state.read_text()) if self._state.exists() else {}
        known: dict[str, Any] = state.setdefault(site, {})
        is_baseline = not known
        found = []
        for url in self._links(address) | set(known):
            status, page = _get(url)
            text = trafilatura.bare_extraction(page) if page else None
            if text is None or not text.text:
                if url in known and known[url] and status in (404, 410):
                    found.append(_change("removed", url, known[url], now, False))
                    known[url] = None
                continue
            words = {
                "title": text.title or "",
                "date": text.date,
                "body": text.text or "",
            }
            digest = hashlib.sha256(json.dumps(words).encode()).hexdigest()
            before = known.get(url)
            if before is None:
                found.append(_change("new", url, words, now, is_baseline))
            elif before["digest"] != digest:
                found.append(_change("edited", url, words, now, False))
            known[url] = {**words, "digest": digest}
        self._state.write_text(json.dumps(state))
        return found

    def _links(self, address: str) -> set[str]:
        waiting, seen, found = [address], {address}, set()
        while waiting and len(seen) < MOST_PAGES:
            _, page = _get(waiting.pop(0))
            if not page:
                continue
            for href in lxml.html.fromstring(page).xpath("//a/@href"):
                url = urldefrag(urljoin(address, href))[0]
                if urlsplit(url).netloc != urlsplit(address).netloc or url in seen:
                    continue
                if _PAGER.search(url):
                    seen.add(url)
                    waiting.append(url)
                elif len(urlsplit(url).path) > len(urlsplit(address).path) + 5:
                    found.add(url)
        return found


def _get(url: str) -> tuple[int, bytes]:
    try:
        with urllib.request.urlopen(url, timeout=20) as answer:
            return answer.status, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, b""
    except (OSError, ValueError):
        return 0, b""


def _change(
    kind: str, url: str, words: Mapping[str, Any], now: datetime, baseline: bool
) -> dict[str, Any]:
    fields = ("title", "date", "body") if kind == "edited" else ()
    return {
        "kind": kind,
        "url": url,
        "old_url": None,
        "title": words["title"],
        "date": words["date"],
        "body": words["body"],
        "fields": {name: {"old": None, "new": words[name]} for name in fields},
        "weight": "full",
        "baseline": baseline,
        "captured_at": now.isoformat(),
    }
