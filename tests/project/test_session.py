"""Opening a project, its threads, its trouble: one writer, a full disk, a kill at any moment."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from kzannotate.model.codebook import BUILT_IN, code_path
from kzannotate.model.document import Document
from kzannotate.model.errors import KzError
from kzannotate.project import codebook, reading
from kzannotate.project.checking import check
from kzannotate.project.importing import add
from kzannotate.project.searching import search
from kzannotate.project.session import Project, create, open_project
from kzannotate.project.tagging import annotations, set_memo, tag
from kzannotate.store import settings
from tests.project.conftest import LETTER, Write, added, span

ROUNDS = 8
WORKER = """
import sys
from pathlib import Path
from kzannotate.project import importing, session, tagging
from kzannotate.store import texts
texts.SLICE = 2000
folder = Path(sys.argv[2])
with session.open_project(Path(sys.argv[1])) as project:
    for number in range(int(sys.argv[3]), 10**6):
        file = folder / f"{number}.txt"
        file.write_text("".join(f"Line {line} of text {number}.\\n\\n" for line in range(300)))
        (document,) = importing.add(project, [file]).added
        print("added", document.name, flush=True)
        for at in range(0, 60, 6):
            (mark,) = tagging.tag(project, document.id, at, at + 5, "demand").annotations
            print("tagged", mark, flush=True)
"""


def test_a_new_project(tmp_path: Path) -> None:
    path = tmp_path / "project.kza"
    with create(path) as project:
        assert project.writable
        assert project.path == path
        assert project.coder == "tester"
        assert codebook.codes(project) == list(BUILT_IN)
        assert check(project) == []
        first = settings.get(project.store, "id")
    with create(tmp_path / "other.kza", "somebody") as other:
        assert other.coder == "somebody"
        assert settings.get(other.store, "id") != first


def test_codes(project: Project) -> None:
    demand = codebook.code(project, "demand")
    assert codebook.code(project, demand.id) == demand
    assert [(code.key, code.shortcut) for code in codebook.codes(project)] == [
        ("demand", "D"),
        ("victim", "V"),
        ("legal_article", "L"),
    ]
    assert code_path(demand, {demand.id: demand}) == "Demand"


def test_reopened(tmp_path: Path, write: Write) -> None:
    path = tmp_path / "project.kza"
    with create(path) as project:
        letter = added(project, write("letter.txt", LETTER))
        tag(project, letter.id, *span("Ana Korin"), "victim")
        before = annotations(project)
    with open_project(path, writable=False) as again:
        assert not again.writable
        assert reading.documents(again) == [letter]
        assert annotations(again) == before
        assert len(search(again, "korin").hits) == 1
        with pytest.raises(KzError, match="it is open read-only; nothing was changed"):
            tag(again, letter.id, *span("Ana Korin"), "victim")


def test_encrypted(tmp_path: Path, write: Write) -> None:
    path = tmp_path / "project.kza"
    with create(path, passphrase="a 'quoted' secret") as project:
        document = added(project, write("letter.txt", LETTER))
        with project.second() as second:
            tag(second, document.id, *span("Ana Korin"), "victim")
    assert b"Korin" not in path.read_bytes()
    assert {file.name for file in tmp_path.iterdir()} <= {"project.kza", "letter.txt", "home"}
    for passphrase in ("", "wrong"):
        with pytest.raises(KzError, match="passphrase"):
            open_project(path, passphrase=passphrase)
    with open_project(path, passphrase="a 'quoted' secret") as project:
        assert len(annotations(project)) == 1
        assert check(project) == []


def test_an_import_beside_tagging(project: Project, letter: Document, write: Write) -> None:
    files = [write(f"in/{number}.txt", f"Text {number}.\n" * 200) for number in range(30)]
    begun = threading.Event()
    trouble: list[BaseException] = []

    def work() -> None:
        try:
            with project.second() as second:
                add(second, files, told=lambda _: begun.set())
        except BaseException as error:  # noqa: BLE001 - told below, on the thread that counts
            trouble.append(error)

    worker = threading.Thread(target=work)
    worker.start()
    begun.wait(60)
    for _ in range(50):
        tag(project, letter.id, *span("Ana Korin"), "victim")
    worker.join(60)
    assert trouble == []
    assert len(annotations(project)) == 50
    assert len(reading.documents(project)) == 31
    assert check(project) == []


@pytest.mark.skipif(os.name == "nt", reason="no SIGKILL there")
def test_killed_at_any_moment(tmp_path: Path) -> None:
    """What was told as done is there; the file is sound; the next import clears the rest."""
    path = tmp_path / "project.kza"
    create(path).close()
    chance = random.Random(174)
    done = {"added": set[str](), "tagged": set[str]()}
    for round_ in range(ROUNDS):
        for line in killed(path, round_ * 1000, after_lines=chance.randrange(1, 40)):
            verb, _, what = line.partition(" ")
            done[verb].add(what)
        with open_project(path) as project:
            assert check(project) == []
            assert done["added"] <= {document.name for document in reading.documents(project)}
            assert done["tagged"] <= {annotation.id for annotation in annotations(project)}
    with open_project(path) as project:
        add(project, [])
        unfinished = "SELECT count(*) FROM text WHERE state = 'unfinished'"
        assert project.store.db.execute(unfinished).fetchone() == (0,)
        (tmp_path / "last.txt").write_text("The last words.\n")
        added(project, tmp_path / "last.txt")
        assert len(search(project, "last").hits) == 1
        assert check(project) == []
    assert not list(tmp_path.glob("project.kza?*"))


def killed(path: Path, first: int, *, after_lines: int) -> list[str]:
    """What a program that adds and tags without end says before it is killed."""
    program = subprocess.Popen(
        [sys.executable, "-c", WORKER, str(path), str(path.parent), str(first)],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert program.stdout is not None
    with program, program.stdout as told:
        lines = [told.readline() for _ in range(after_lines)]
        program.send_signal(signal.SIGKILL)
        lines += told.readlines()
    assert program.returncode == -signal.SIGKILL
    return [line.rstrip("\n") for line in lines if line.endswith("\n")]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 1.5 MB."""
    disk = tmp_path / "disk"
    disk.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=1500k", "tmpfs", str(disk)]
    try:
        subprocess.run(command, capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("a small disk can't be mounted here")
    yield disk
    subprocess.run(["umount", "--lazy", str(disk)], check=True)  # a failed test may use it


def fill(disk: Path) -> None:
    with (disk / "filler").open("wb", buffering=0) as file, pytest.raises(OSError, match="space"):
        while True:
            file.write(b"x" * 4096)


def test_full_disk(small_disk: Path, write: Write, tmp_path: Path) -> None:
    path = small_disk / "project.kza"
    project = create(path)
    document = added(project, write("letter.txt", LETTER))
    (mark,) = tag(project, document.id, *span("Ana Korin"), "victim").annotations
    fill(small_disk)
    before = annotations(project)
    with pytest.raises(KzError, match="the disk is full; nothing of the last step was written"):
        for number in range(200):
            set_memo(project, [mark], "long " * 1000 + str(number))
            before = annotations(project)
    report = add(project, [write("big.txt", "Some more words.\n" * 10_000)])
    assert "the disk is full" in report.refused[0].reason
    assert annotations(project) == before
    assert [one.name for one in reading.documents(project)] == ["letter.txt"]
    assert check(project) == []
    project.close()
    with open_project(path, writable=False) as again:
        assert annotations(again) == before
    with pytest.raises(KzError, match=str(small_disk / "new.kza")):
        create(small_disk / "new.kza")
    assert not (small_disk / "new.kza").exists()
    (small_disk / "filler").unlink()
    with open_project(path) as again:
        assert annotations(again) == before
        added(again, tmp_path / "big.txt")
        assert check(again) == []
    assert [file.name for file in small_disk.iterdir()] == ["project.kza"]


@pytest.mark.parametrize("room", range(20, 300, 20))
def test_no_half_project_on_a_full_disk(small_disk: Path, room: int) -> None:
    fill(small_disk)
    os.truncate(small_disk / "filler", (small_disk / "filler").stat().st_size - room * 1024)
    try:
        create(small_disk / "new.kza").close()
    except KzError:
        assert [file.name for file in small_disk.iterdir()] == ["filler"]
    else:
        with open_project(small_disk / "new.kza", writable=False) as project:
            assert codebook.codes(project) == list(BUILT_IN)


def test_a_project_that_cannot_be_shown_is_not_kept_locked(tmp_path: Path) -> None:
    path = tmp_path / "project.kza"
    create(path).close()
    db = sqlite3.connect(path)
    (page,) = db.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'code'").fetchone()
    (size,) = db.execute("PRAGMA page_size").fetchone()
    db.close()
    with path.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\xff" * size)
    for _ in range(2):
        with pytest.raises(KzError, match="it is damaged"):
            open_project(path)
