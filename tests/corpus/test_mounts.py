"""A store is kept off disks that machines share, where its log breaks."""

from pathlib import Path

import pytest

from corpus.store import Store, StoreError, mounts


def mount(kind: str, place: Path, table: Path) -> None:
    """Write what the kernel tells of a machine with one mount of its own."""
    told = f"{place}".replace(" ", "\\040")
    table.write_text(f"/dev/sda / ext4 rw 0 0\nhost:/press {told} {kind} rw 0 0\n")


@pytest.mark.parametrize("kind", ["nfs", "nfs4", "cifs", "smb3", "fuse.sshfs"])
def test_a_store_on_a_network_file_system_is_refused(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It would seem to work, and lose what a second process writes."""
    place, table = tmp_path / "the share", tmp_path / "mounts"
    place.mkdir()
    mount(kind, place, table)
    monkeypatch.setattr(mounts, "TABLE", table)
    (tmp_path / "elsewhere").symlink_to(place)
    with pytest.raises(StoreError, match=f"network file system .{kind}.*move") as told:
        Store(tmp_path / "elsewhere" / "night" / "presswatch.sqlite")
    assert "elsewhere" in f"{told.value}"
    assert not list(place.rglob("presswatch.sqlite*"))


@pytest.mark.parametrize(
    "kind", ["ext4", "overlay", "9p", "virtiofs", "fuse.gocryptfs"]
)
def test_a_disk_of_one_machine_is_taken(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Machines within machines have their own disk by such names."""
    mount(kind, tmp_path, tmp_path / "mounts")
    monkeypatch.setattr(mounts, "TABLE", tmp_path / "mounts")
    Store(tmp_path / "presswatch.sqlite").close()


def test_where_no_table_tells_nothing_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only Linux has one."""
    monkeypatch.setattr(mounts, "TABLE", tmp_path / "none")
    assert mounts.network_kind(tmp_path) == ""
