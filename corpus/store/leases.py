"""One run per site at a time: leases with heartbeat and fence, in real time."""

import os
import secrets
import socket
import time
from dataclasses import dataclass

import psutil

from corpus.store.database import Connection, Database

#: Seconds a lease holds without a heartbeat.
LEASE_FOR = 60.0

_LEASE = "SELECT * FROM leases WHERE site_id = :site_id"


class LeaseLost(Exception):
    """Another process holds the site now; what this one still has must not be kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lease:
    """The right to crawl one site."""

    site_id: int
    holder: str
    fence: int


class Leases:
    """Who crawls what."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def acquire(self, site_id: int) -> Lease | None:
        """Take the site's lease, or return nothing while another process holds it."""
        holder = name_holder()
        now = time.time()
        with self._database.write() as connection:
            row = connection.row(_LEASE, site_id=site_id)
            if row is not None and row.expires_at > now and not is_dead(row.holder):
                return None
            fence = 1 if row is None else row.fence + 1
            connection.run(
                "INSERT INTO leases (site_id, holder, fence, expires_at)"
                " VALUES (:site_id, :holder, :fence, :expires_at)"
                " ON CONFLICT (site_id) DO UPDATE SET holder = excluded.holder,"
                " fence = excluded.fence, expires_at = excluded.expires_at",
                site_id=site_id,
                holder=holder,
                fence=fence,
                expires_at=now + LEASE_FOR,
            )
        return Lease(site_id=site_id, holder=holder, fence=fence)

    def renew(self, lease: Lease) -> None:
        """Beat the heart; raise ``LeaseLost`` if another process has the site."""
        with self._database.write() as connection:
            check_lease(connection, lease)
            _expire(connection, lease, at=time.time() + LEASE_FOR)

    def release(self, lease: Lease) -> None:
        """Give the site back; nothing happens if it was lost. The fence stays."""
        with self._database.write() as connection:
            _expire(connection, lease, at=0.0)

    def held(self) -> dict[int, str]:
        """Return the holder of each site that is being crawled now."""
        sql = "SELECT site_id, holder FROM leases WHERE expires_at > :now"
        rows = self._database.rows(sql, now=time.time())
        return {r.site_id: r.holder for r in rows if not is_dead(r.holder)}


def _expire(connection: Connection, lease: Lease, *, at: float) -> None:
    connection.run(
        "UPDATE leases SET expires_at = :at"
        " WHERE site_id = :site_id AND fence = :fence",
        at=at,
        site_id=lease.site_id,
        fence=lease.fence,
    )


def check_lease(connection: Connection, lease: Lease) -> None:
    """Raise ``LeaseLost`` unless the lease still stands, inside a transaction."""
    found = connection.row(_LEASE, site_id=lease.site_id)
    if found is None or found.fence != lease.fence:
        raise LeaseLost(f"site {lease.site_id}: another process took over this run")


def name_holder() -> str:
    """Return a name for this process that no other one has, now or later."""
    started_at = psutil.Process().create_time()
    word = secrets.token_hex(4)
    return f"{socket.gethostname()}:{os.getpid()}:{started_at:.2f}:{word}"


def is_elsewhere(holder: str) -> bool:
    """Tell whether a holder is, or was, a process of another machine or container."""
    return holder.rsplit(":", 3)[0] != socket.gethostname()


def is_dead(holder: str) -> bool:
    """Tell whether the holder was a process of this machine that no longer runs."""
    host, pid, started_at, _ = holder.rsplit(":", 3)
    if host != socket.gethostname():
        return False
    try:
        process = psutil.Process(int(pid))
        if process.status() == psutil.STATUS_ZOMBIE:
            return True
        return f"{process.create_time():.2f}" != started_at
    except psutil.NoSuchProcess:
        return True
    except psutil.AccessDenied:
        return False
