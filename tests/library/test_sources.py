"""Reading files from the disk, and finding them."""

import hashlib
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kzannotate.library import sources
from kzannotate.library.sources import find_files, read_source
from kzannotate.model.errors import KzError

posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX file system")


def refusal(path: Path) -> str:
    with pytest.raises(KzError) as caught:
        read_source(path)
    return str(caught.value)


@contextmanager
def without_rights() -> Iterator[None]:
    """Run as a user who may not read everything, even where the tests run as root."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def public(tmp_path: Path) -> Path:
    """A folder that another user can reach."""
    for folder in (tmp_path, tmp_path.parent, tmp_path.parent.parent):
        folder.chmod(0o755)
    return tmp_path


def test_a_source_is_the_bytes_with_their_hash_and_the_files_name(tmp_path: Path) -> None:
    path = tmp_path / "lettre à Zélie.txt"
    path.write_bytes(b"one\r\n\xfftwo")
    source = read_source(path)
    assert source.name == "lettre à Zélie.txt"
    assert source.data == b"one\r\n\xfftwo"
    assert source.sha256 == hashlib.sha256(b"one\r\n\xfftwo").hexdigest()


def test_refuses_what_is_missing_empty_or_a_folder(tmp_path: Path) -> None:
    (tmp_path / "empty").touch()
    assert refusal(tmp_path / "missing") == "it doesn't exist"
    assert refusal(tmp_path / "empty" / "inside a file") == "it doesn't exist"
    assert refusal(tmp_path / "empty") == "the file is empty"
    assert refusal(tmp_path) == "it is a folder"


@posix
def test_refuses_a_pipe_without_waiting_and_a_device(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert refusal(tmp_path / "pipe") == "it is not an ordinary file"
    assert refusal(Path(os.devnull)) == "it is not an ordinary file"


@posix
def test_refuses_a_link_to_itself(tmp_path: Path) -> None:
    (tmp_path / "circle").symlink_to("circle")
    assert refusal(tmp_path / "circle").startswith("it can't be read: too many levels of symbolic")


@posix
def test_refuses_what_may_not_be_read(public: Path) -> None:
    (public / "secret").write_text("x")
    (public / "secret").chmod(0)
    (public / "closed").mkdir()
    (public / "closed").chmod(0)
    with without_rights():
        assert refusal(public / "secret") == "it can't be read: permission denied"
        assert refusal(public / "closed") == "it can't be read: permission denied"
        assert list(find_files([public])) == [public / "closed", public / "secret"]
    (public / "closed").chmod(0o700)


def test_refuses_what_is_too_large_before_reading_it(tmp_path: Path) -> None:
    with (tmp_path / "huge").open("wb") as file:
        file.truncate(sources.LARGEST + 1)
    assert refusal(tmp_path / "huge") == "it is larger than 512 MB"


def test_refuses_what_changes_while_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "log.txt"
    path.write_text("first")
    really_fstat = os.fstat

    def append_after_looking(descriptor: int) -> os.stat_result:
        """Another program writes just after the file's size was read."""
        state = really_fstat(descriptor)
        with path.open("a") as file:
            file.write(" and more")
        return state

    monkeypatch.setattr(os, "fstat", append_after_looking)
    assert refusal(path).startswith("it changed while it was being read")


@posix
def test_finds_files_in_folders_by_name_without_hidden_ones(tmp_path: Path) -> None:
    for name in ("b/two.txt", "b/a.pdf", "a.txt", ".git/config", "b/.hidden", "~$letter.docx"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name)
    found = [path.relative_to(tmp_path).as_posix() for path in find_files([tmp_path])]
    assert found == ["a.txt", "b/a.pdf", "b/two.txt"]


def test_gives_paths_that_are_no_folders_as_they_are(tmp_path: Path) -> None:
    named = [tmp_path / "missing.pdf", tmp_path / ".hidden but named"]
    named[1].write_text("x")
    assert list(find_files(named)) == named


@posix
def test_visits_each_folder_once_though_links_lead_in_circles(tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "file.txt").write_text("x")
    (tmp_path / "inner" / "up").symlink_to(tmp_path)
    (tmp_path / "twin").symlink_to(tmp_path / "inner")
    assert list(find_files([tmp_path, tmp_path / "inner"])) == [tmp_path / "inner" / "file.txt"]
