"""Pages of a site in trouble, kept as the fixtures that its repair will need."""

import json
from pathlib import Path

from corpus.archive import ArchiveError
from corpus.archive.reader import Reader
from corpus.home import Home
from corpus.log import Log
from corpus.store import Store
from corpus.store.locators import locator_of
from crawler.site import Site
from parsers.model import Capture, Problem, ProblemKind

#: Troubles that pages can show; a refused connection has no page.
SHOWN = frozenset(
    (
        ProblemKind.EXTRACTOR,
        ProblemKind.REDESIGN,
        ProblemKind.EMPTY,
        ProblemKind.BLOCKED,
        ProblemKind.SCRIPT,
        ProblemKind.SOFT_404,
        ProblemKind.MISMATCH,
        ProblemKind.ENCODING,
        ProblemKind.TRAP,
    )
)
#: Pages kept of one trouble, and folders of one site; what is there stays.
PAGES, FOLDERS = 3, 30

log = Log()


def keep_pages(
    home: Home, store: Store, site: Site, problem: Problem, run_id: int
) -> Path | None:
    """Write some pages of a run, each a folder; return where they lie, if any do.

    A folder has ``page.html`` and ``capture.json``, as the tests of this program do;
    what was to be read there, ``expected.json``, is for a person to say.
    """
    if problem.kind not in SHOWN:
        return None
    urls = [
        row.url for row in store.numbers.problems(run_id) if row.kind == problem.kind
    ]
    urls = [problem.url, *urls, *site.seeds]
    folder = home.fixtures / site.name
    reader, kept = Reader(home.archive), 0
    for row in store.numbers.captures(run_id, urls, most=PAGES):
        case = folder / f"{row.captured_at:%Y-%m-%d}-{problem.kind}-{row.id}"
        if len(list(folder.glob("*"))) >= FOLDERS:
            break
        try:
            _write(case, reader.read(locator_of(row)))
        except (ArchiveError, OSError) as error:
            log.warning("page not kept", site=site.name, url=row.url, error=str(error))
            continue
        kept += 1
    return folder if kept else None


def _write(case: Path, capture: Capture) -> None:
    case.mkdir(parents=True, exist_ok=True)
    (case / "page.html").write_bytes(capture.payload)
    about = {
        "url": capture.url,
        "status": capture.status,
        "headers": dict(capture.headers),
        "captured_at": capture.captured_at and capture.captured_at.isoformat(),
    }
    text = json.dumps(about, ensure_ascii=False, indent=1) + "\n"
    (case / "capture.json").write_text(text, encoding="utf-8", errors="replace")
