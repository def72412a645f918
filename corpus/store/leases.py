"""One run per site at a time: leases with heartbeat and fence, in real time."""

import os
import secrets
import socket
import time
from dataclasses import dataclass

import psutil
from sqlalchemy import Connection, Engine, bindparam, insert, select, update

from corpus.store.direct import Question
from corpus.store.engine import write
from corpus.store.schema import leases

#: Seconds a lease holds without a heartbeat.
LEASE_FOR = 60.0


_FENCE = Question(
    select(leases.c.fence).where(leases.c.site_id == bindparam("site_id"))
)


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

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def acquire(self, site_id: int) -> Lease | None:
        """Take the site's lease, or return nothing while another process holds it."""
        holder = name_holder()
        now = time.time()
        with write(self._engine) as connection:
            row = connection.execute(
                select(leases).where(leases.c.site_id == site_id)
            ).one_or_none()
            if row is None:
                fence = 1
                connection.execute(
                    insert(leases).values(
                        site_id=site_id,
                        holder=holder,
                        fence=fence,
                        expires_at=now + LEASE_FOR,
                    )
                )
            elif row.expires_at > now and not is_dead(row.holder):
                return None
            else:
                fence = row.fence + 1
                connection.execute(
                    update(leases)
                    .where(leases.c.site_id == site_id)
                    .values(holder=holder, fence=fence, expires_at=now + LEASE_FOR)
                )
        return Lease(site_id=site_id, holder=holder, fence=fence)

    def renew(self, lease: Lease) -> None:
        """Beat the heart; raise ``LeaseLost`` if another process has the site."""
        with write(self._engine) as connection:
            check_lease(connection, lease)
            connection.execute(
                update(leases)
                .where(leases.c.site_id == lease.site_id)
                .values(expires_at=time.time() + LEASE_FOR)
            )

    def release(self, lease: Lease) -> None:
        """Give the site back; nothing happens if it was lost. The fence stays."""
        with write(self._engine) as connection:
            connection.execute(
                update(leases)
                .where(leases.c.site_id == lease.site_id, leases.c.fence == lease.fence)
                .values(expires_at=0.0)
            )

    def held(self) -> dict[int, str]:
        """Return the holder of each site that is being crawled now."""
        with self._engine.connect() as connection:
            rows = connection.execute(
                select(leases).where(leases.c.expires_at > time.time())
            ).all()
        return {r.site_id: r.holder for r in rows if not is_dead(r.holder)}


def check_lease(connection: Connection, lease: Lease) -> None:
    """Raise ``LeaseLost`` unless the lease still stands, inside a transaction."""
    found = _FENCE.ask(connection, site_id=lease.site_id)
    if not found or found[0].fence != lease.fence:
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
