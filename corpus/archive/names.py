"""Names of sites and files in the archive; nothing fetched ever takes part. Pure."""

import re
from datetime import UTC, datetime
from pathlib import Path

#: A file has this behind its name while it is written.
OPEN = ".open"
SUFFIX = ".warc.gz"

_SITE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,127}", re.ASCII)
_FILE = re.compile(r"(\d{14})-(\d{1,12})-(\d{5,9})" + re.escape(SUFFIX), re.ASCII)


def check_site(site: str) -> str:
    """Return a site's name if it may name a folder, else raise ``ValueError``.

    >>> check_site("press.harbour.example_8080-2")
    'press.harbour.example_8080-2'
    >>> check_site("../etc")
    Traceback (most recent call last):
    ValueError: '../etc' cannot name a site: letters, digits, dot, _ and - only
    """
    if not _SITE.fullmatch(site) or ".." in site:
        raise ValueError(
            f"{site!r} cannot name a site: letters, digits, dot, _ and - only"
        )
    return site


def file_name(*, now: datetime, run: int, sequence: int) -> str:
    """Return a file's name: when it was begun, in which run, its number there.

    >>> file_name(now=datetime(2026, 1, 2, tzinfo=UTC), run=7, sequence=1)
    '20260102000000-000007-00001.warc.gz'
    """
    return f"{now.astimezone(UTC):%Y%m%d%H%M%S}-{run:06d}-{sequence:05d}{SUFFIX}"


def sort_key(name: str) -> tuple[int, int, str]:
    """Order file names by run and number, since a clock may be set back."""
    match = _FILE.fullmatch(name.removesuffix(OPEN))
    return (int(match[2]), int(match[3]), name) if match else (0, 0, name)


def is_file_name(name: str) -> bool:
    """Say whether a name without ``.open`` is one that we give."""
    return bool(_FILE.fullmatch(name))


def resolve(root: Path, file: str) -> Path:
    """Return the path of a locator's file, which never leaves ``root``."""
    site, _, name = file.partition("/")
    check_site(site)
    if not is_file_name(name):
        raise ValueError(f"{file!r} is no file of the archive")
    return root / site / name
