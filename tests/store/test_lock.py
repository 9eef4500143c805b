"""One writer at a time; the system frees the project when its writer dies."""

import getpass
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kzannotate.model.errors import KzError
from kzannotate.store.lock import WriterLock
from kzannotate.store.store import Store, create, open_store
from tests.store.conftest import add

WRITER = """
import sys
from pathlib import Path
from kzannotate.model.errors import KzError
from kzannotate.store.store import open_store
try:
    with open_store(Path(sys.argv[1]), writable=True):
        print("open", flush=True)
        sys.stdin.read()
except KzError as error:
    print(error, flush=True)
"""


@pytest.fixture
def other(path: Path) -> Iterator["subprocess.Popen[str]"]:
    """Another program that opens the project for writing when the test first reads from it."""
    create(path).close()
    with other_program(path) as program:
        yield program
        program.kill()


def other_program(path: Path) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def said(program: "subprocess.Popen[str]") -> str:
    assert program.stdout is not None
    return program.stdout.readline().rstrip("\n")


def test_second_writer_in_the_same_program(store: Store, path: Path) -> None:
    with pytest.raises(KzError) as raised:
        open_store(path, writable=True)
    assert str(raised.value).startswith(
        f"{path}: it is open for writing by {getpass.getuser()} on "
    )
    assert f"(process {os.getpid()}, since 20" in str(raised.value)
    with pytest.raises(KzError, match="it is open for writing by"):
        create(path)
    add(store, "a.txt", "The first writer isn't disturbed.\n")


def test_second_writer_in_another_program(store: Store, path: Path) -> None:
    add(store, "a.txt", "A line.\n")
    with other_program(path) as program:
        assert f"(process {os.getpid()}, since" in said(program)


def test_another_program_holds_it(other: "subprocess.Popen[str]", path: Path) -> None:
    assert said(other) == "open"
    with pytest.raises(KzError, match=rf"\(process {other.pid}, since"):
        open_store(path, writable=True)
    other.communicate("")
    open_store(path, writable=True).close()
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.skipif(os.name == "nt", reason="no SIGKILL there")
def test_freed_when_its_holder_is_killed(other: "subprocess.Popen[str]", path: Path) -> None:
    assert said(other) == "open"
    other.send_signal(signal.SIGKILL)
    other.wait()
    with open_store(path, writable=True) as store:
        add(store, "a.txt", "A line.\n")
    assert list(path.parent.iterdir()) == [path]


def test_one_that_takes_over_a_removed_lock_file(path: Path) -> None:
    first, second = WriterLock(path), WriterLock(path)
    first.take()
    first.path.unlink()  # as if a cleaner had passed by
    second.take()
    second.release()
    first.release()
    first.release()


def test_an_unknown_holder(path: Path) -> None:
    lock = WriterLock(path)
    lock.take()
    lock.path.write_text("no JSON")
    with pytest.raises(KzError, match="it is open for writing elsewhere; close it there first"):
        WriterLock(path).take()
    lock.release()
