"""A project that another program writes is told of, and can be read; an encrypted one asks."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kzannotate.project import undoing
from kzannotate.project.session import create
from kzannotate.ui import dialogs
from kzannotate.ui.main_window import MainWindow
from kzannotate.ui.menus import TABLE
from kzannotate.ui.workbench import Workbench
from tests.ui.driving import press, search
from tests.ui.pictures import add_picture, picture_of

HOLDER = """
import sys
from pathlib import Path
from kzannotate.project.session import open_project
with open_project(Path(sys.argv[1]), passphrase=sys.argv[2]):
    print("open", flush=True)
    sys.stdin.read()
"""
DRAWN = "Free [victim: Ana Korin] from prison."


def held(path: Path, passphrase: str = "") -> "subprocess.Popen[str]":
    """Another program that writes the project until it is killed."""
    program = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(path), passphrase],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert program.stdout
    assert program.stdout.readline() == "open\n"
    return program


@pytest.fixture
def busy(tmp_path: Path) -> Iterator[tuple[Path, "subprocess.Popen[str]"]]:
    """A project with one letter, and the program that writes it."""
    path = tmp_path / "busy.kza"
    with create(path) as project:
        add_picture(project, tmp_path, "a.txt", DRAWN)
    with held(path) as program:
        yield path, program
        program.kill()


def settled(qtbot: QtBot, window: MainWindow) -> Workbench:
    """The open project, when its first document is shown."""
    bench = window.workbench
    assert bench
    qtbot.waitUntil(lambda: bench.reader.shown is not None)
    qtbot.waitUntil(lambda: bench.quotations.model.rowCount() == 1)
    bench.reader.setFocus()
    return bench


def test_it_is_told_who_writes_it_and_reading_is_offered(
    qtbot: QtBot, window: MainWindow, busy: tuple[Path, "subprocess.Popen[str]"]
) -> None:
    path, holder = busy
    window.open(path)
    assert f"process {holder.pid}" in window.messages.text.text()
    assert window.start.isVisible()
    window.messages.offer.setFocus()
    press("Space")
    bench = settled(qtbot, window)
    assert not bench.project.writable
    assert window.windowTitle() == "busy (read-only) – kzannotate"
    assert bench.reader.shown
    letter = bench.reader.shown.document.id

    press("D", "V", "N", "Del", "M", "Ctrl+Z", "Ctrl+Y", "Esc")
    press("Ctrl+1", "Del", "Ctrl+5", "Del", "Esc")
    assert picture_of(bench.project, letter) == DRAWN
    changing = {row.id for row in TABLE if row.need in ("writing", "coding")}
    assert not any(window.actions_by_id[name].isEnabled() for name in changing)
    press("Ctrl+2", "Down", "Return")
    assert window.statusBar().currentMessage().endswith("read-only: nothing can be tagged")
    assert bench.annotation.memo.isReadOnly()
    search(qtbot, bench, "prison")
    press("Return")
    assert bench.reader.selection() == (20, 26)
    window.add([path])
    assert "read-only" in window.messages.text.text()

    window.open(path)
    assert f"process {holder.pid}" in window.messages.text.text()
    assert window.workbench is bench
    holder.kill()
    holder.wait()
    window.open(path)
    bench = settled(qtbot, window)
    assert bench.project.writable
    press("Ctrl+Home", "D")
    assert picture_of(bench.project, letter).startswith("[demand: Free]")


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is answered when a passphrase is asked for, the next one last."""
    answers: list[str] = []
    monkeypatch.setattr(dialogs, "passphrase", lambda *_: answers.pop())
    return answers


def test_an_encrypted_project_asks_for_its_passphrase(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, asked: list[str]
) -> None:
    path = tmp_path / "secret.kza"
    with create(path, passphrase="open 'sesame'") as project:
        add_picture(project, tmp_path, "a.txt", DRAWN)
    asked[:] = [""]
    window.open(path)
    assert window.start.isVisible()
    asked[:] = ["", "guessed"]
    window.open(path)
    assert "passphrase is wrong" in window.messages.text.text()
    assert window.start.isVisible()
    asked[:] = ["open 'sesame'", "guessed"]
    window.open(path)
    bench = settled(qtbot, window)
    assert not window.messages.isVisible()
    press("D")
    assert undoing.next_undo(bench.project) == "Tag as Demand"
    search(qtbot, bench, "Korin")
    assert bench.search.model.rowCount() == 1


def test_an_encrypted_project_that_is_written_can_be_read(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, asked: list[str]
) -> None:
    path = tmp_path / "secret.kza"
    with create(path, passphrase="sesame") as project:
        add_picture(project, tmp_path, "a.txt", DRAWN)
    with held(path, "sesame") as program:
        asked[:] = ["sesame"]
        window.open(path)
        assert f"process {program.pid}" in window.messages.text.text()
        window.messages.offer.click()
        assert not settled(qtbot, window).project.writable
        window.close_project()
        program.kill()


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="everything is writable")
def test_a_project_in_a_protected_folder_can_be_read(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    folder = tmp_path / "archive"
    folder.mkdir()
    with create(folder / "old.kza") as project:
        add_picture(project, tmp_path, "a.txt", DRAWN)
    folder.chmod(0o500)
    window.open(folder / "old.kza")
    assert "can't be written" in window.messages.text.text()
    window.messages.offer.click()
    assert not settled(qtbot, window).project.writable
    window.close_project()
    folder.chmod(0o700)
