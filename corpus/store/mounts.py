"""On which file system a file lies, as the kernel's table of mounts says."""

import os
import re
from pathlib import Path

#: Where Linux tells it; elsewhere nothing is known, and nothing refused.
TABLE = Path("/proc/mounts")
#: Machines share these, and SQLite's write-ahead log needs memory that one alone has
#: (https://www.sqlite.org/wal.html).
_NETWORK = re.compile(
    r"(?:nfs4?|cifs|smb\w*|afs|ceph|lustre|gpfs|beegfs"
    r"|fuse\.(?:sshfs|glusterfs|ceph|s3fs|rclone|davfs2?))"
)
#: The table writes blanks and backslashes so.
_OCTAL = re.compile(r"\\(\d{3})")


def network_kind(path: Path) -> str:
    """Return the network file system that a file is on, or will be, or ""."""
    try:
        table = TABLE.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
    kind = kind_in(table, os.path.realpath(path))
    return kind if _NETWORK.fullmatch(kind) else ""


def kind_in(table: str, path: str) -> str:
    r"""Return the file system of a path: that of the last, deepest mount around it.

    >>> table = "disk / ext4 rw 0 0\nhost:/b /my\\040press nfs4 rw 0 0\n"
    >>> kind_in(table, "/my press/night"), kind_in(table, "/my pressings")
    ('nfs4', 'ext4')
    """
    depth, kind = 0, ""
    for line in table.splitlines():
        _, place, named, *_ = line.split(" ")
        mount = _OCTAL.sub(lambda found: chr(int(found[1], 8)), place).rstrip("/")
        if len(mount) >= depth and f"{path}/".startswith(f"{mount}/"):
            depth, kind = len(mount), named
    return kind
