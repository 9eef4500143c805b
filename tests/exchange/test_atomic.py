"""Files that leave the program are there whole or not at all."""

import os
import stat
import sys
from pathlib import Path

import pytest

from kzannotate.exchange.atomic import replacing
from kzannotate.model.errors import KzError


def test_the_new_takes_the_place_of_the_old(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"old")
    with replacing(path) as file:
        file.write(b"new")
        assert path.read_bytes() == b"old"
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


def test_a_failure_leaves_the_old(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"old")
    with pytest.raises(ZeroDivisionError), replacing(path) as file:
        file.write(b"half of the n")
        raise ZeroDivisionError
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(os.name == "nt", reason="POSIX rights")
def test_only_the_owner_may_read_it(tmp_path: Path) -> None:
    with replacing(tmp_path / "a.csv") as file:
        file.write(b"names")
    assert stat.S_IMODE((tmp_path / "a.csv").stat().st_mode) == 0o600


def test_a_folder_that_is_missing_is_told(tmp_path: Path) -> None:
    path = tmp_path / "nowhere" / "a.csv"
    with pytest.raises(KzError, match="it can't be written") as caught, replacing(path):
        pass
    assert str(caught.value).startswith(f"{path}: ")


def test_a_folder_in_its_place_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.csv").mkdir()
    with pytest.raises(KzError, match="it can't be written"), replacing(tmp_path / "a.csv"):
        pass
    assert [path.name for path in tmp_path.iterdir()] == ["a.csv"]


@pytest.mark.skipif(sys.platform != "linux", reason="/dev/full")
def test_a_full_disk_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"old")
    with pytest.raises(KzError, match="no space left on device"), replacing(path) as file:
        handle = os.open("/dev/full", os.O_WRONLY)
        os.dup2(handle, file.fileno())
        os.close(handle)
        file.write(b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]
