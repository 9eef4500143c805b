"""Files come in by dropping, by keys, in batches with bad ones, and half of them by a cancel."""

from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kzannotate.library.reader import Reader
from kzannotate.model.document import Extraction, Source
from kzannotate.project import checking, reading
from kzannotate.project.session import create, open_project
from kzannotate.ui import dialogs
from kzannotate.ui.elided_label import ElidedLabel
from kzannotate.ui.main_window import MainWindow
from kzannotate.ui.settings import Settings
from tests.ui.driving import press
from tests.ui.pictures import add_text

LETTERS = 5


def drop(window: MainWindow, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(9, 9), copy, data, left, none)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPointF(9, 9), copy, data, left, none))


def names(window: MainWindow) -> list[str]:
    """The documents that the corpus lists."""
    assert window.workbench
    model = window.workbench.corpus.model
    return [model.document(model.index(row, 0)).name for row in range(model.rowCount())]


@pytest.fixture
def batch(tmp_path: Path) -> Path:
    """A folder of five letters."""
    folder = tmp_path / "batch"
    folder.mkdir()
    for number in range(LETTERS):
        (folder / f"{number}.txt").write_text(f"Letter {number} for Ana Korin.", "utf-8")
    return folder


@pytest.fixture
def halfway(monkeypatch: pytest.MonkeyPatch) -> tuple[Event, Event]:
    """The third file is being read when the first event is set; it goes on by the second."""
    reached, go_on = Event(), Event()
    extract: Callable[..., Extraction] = Reader.extract

    def slow(reader: Reader, source: Source, encoding: str = "") -> Extraction:
        if source.name == "2.txt":
            reached.set()
            assert go_on.wait(60)
        return extract(reader, source, encoding)

    monkeypatch.setattr(Reader, "extract", slow)
    return reached, go_on


def test_files_and_a_folder_are_dropped(
    qtbot: QtBot, window: MainWindow, project_file: Path, batch: Path, tmp_path: Path
) -> None:
    (tmp_path / "alone.txt").write_text("One more letter.")
    bench = window.workbench
    assert bench
    with qtbot.waitSignal(bench.transfer.ended):
        drop(window, tmp_path / "alone.txt", batch)
    qtbot.waitUntil(lambda: len(names(window)) == LETTERS + 1)
    assert window.statusBar().currentMessage() == "Added 6 documents"
    assert not window.messages.isVisible()
    assert not window.line.isVisible()


def test_a_project_is_dropped(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    with create(tmp_path / "other.KZA") as project:
        add_text(project, tmp_path, "a.txt", "Ana Korin")
    drop(window, tmp_path / "other.KZA")
    qtbot.waitUntil(lambda: names(window) == ["a.txt"])


def test_files_are_chosen_by_keys(
    qtbot: QtBot,
    window: MainWindow,
    project_file: Path,
    batch: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    bench = window.workbench
    assert bench
    monkeypatch.setattr(dialogs, "files", lambda _: [batch / "0.txt", batch / "1.txt"])
    monkeypatch.setattr(dialogs, "folder", lambda _: [batch])
    with qtbot.waitSignals([bench.transfer.ended] * 2):
        press("Ctrl+I", "Ctrl+Shift+I")  # the second waits for the first
    qtbot.waitUntil(lambda: len(names(window)) == LETTERS)
    assert "already, as 0.txt" in window.messages.text.text()


def test_bad_files_are_named_and_the_rest_is_in(
    qtbot: QtBot, window: MainWindow, project_file: Path, batch: Path
) -> None:
    (batch / "empty.txt").write_bytes(b"")
    (batch / "odd.pdf").write_bytes(b"%PDF-1.7 and no more")
    (batch / "same.txt").write_bytes((batch / "0.txt").read_bytes())
    bench = window.workbench
    assert bench
    with qtbot.waitSignal(bench.transfer.ended):
        window.add([batch, batch / "gone.txt"])
    told = window.messages.text.text()
    for name in ("empty.txt", "odd.pdf", "same.txt", "gone.txt"):
        assert name in told
    assert window.statusBar().currentMessage() == "Added 5 documents, refused 4"
    qtbot.waitUntil(lambda: len(names(window)) == LETTERS)


def test_a_cancel_keeps_what_was_finished(
    qtbot: QtBot,
    window: MainWindow,
    project_file: Path,
    batch: Path,
    halfway: tuple[Event, Event],
) -> None:
    bench = window.workbench
    assert bench
    reached, go_on = halfway
    window.add([batch])
    window.add([batch / "4.txt"])  # waits, and is given up too
    qtbot.waitUntil(reached.is_set)
    assert window.line.isVisible()
    bench.reader.setFocus()
    window.line.cancel.setFocus()
    press("Space")
    told = window.line.findChild(ElidedLabel)
    assert told
    assert told.text() == "Stopping"
    with qtbot.waitSignal(bench.transfer.ended):
        go_on.set()
    assert window.statusBar().currentMessage() == "Added 2 documents, then cancelled"
    assert not window.line.isVisible()
    qtbot.waitUntil(lambda: names(window) == ["0.txt", "1.txt"])
    with qtbot.waitSignal(bench.transfer.ended):
        window.add([batch])
    qtbot.waitUntil(lambda: len(names(window)) == LETTERS)


@pytest.mark.parametrize("leave", ["close", "quit"])
def test_leaving_in_the_middle_of_an_import_loses_nothing(
    qtbot: QtBot,
    window: MainWindow,
    project_file: Path,
    batch: Path,
    halfway: tuple[Event, Event],
    leave: str,
) -> None:
    reached, go_on = halfway
    window.add([batch])
    qtbot.waitUntil(reached.is_set)
    go_on.set()
    window.actions_by_id[leave].trigger()
    assert window.workbench is None
    assert not window.line.isVisible()
    assert not project_file.with_name(project_file.name + "-lock").exists()
    with open_project(project_file) as project:
        kept = [document.name for document in reading.documents(project)]
        assert kept[:2] == ["0.txt", "1.txt"]
        assert list(checking.check(project)) == []
    again = MainWindow(Settings())
    qtbot.addWidget(again)
    again.show()
    again.open(project_file)
    qtbot.waitUntil(lambda: names(again) == kept)
    assert again.workbench
    with qtbot.waitSignal(again.workbench.transfer.ended):
        again.add([batch])
    qtbot.waitUntil(lambda: len(names(again)) == LETTERS)
    again.close()
