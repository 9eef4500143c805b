"""The frame around projects: opening, closing, what is told, what is remembered."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kzannotate.model.errors import KzError
from kzannotate.project.session import create
from kzannotate.ui import dialogs
from kzannotate.ui.key_sheet import KeySheet
from kzannotate.ui.main_window import MainWindow
from kzannotate.ui.settings import Settings
from tests.ui.conftest import Open
from tests.ui.driving import press


def drop(window: MainWindow, *urls: QUrl) -> bool:
    """Drag these over the window and let go; whether the window wanted them."""
    data = QMimeData()
    data.setUrls(list(urls))
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPointF(9, 9).toPoint(), copy, data, left, none)
    enter.ignore()
    QApplication.sendEvent(window, enter)
    if enter.isAccepted():
        QApplication.sendEvent(window, QDropEvent(QPointF(9, 9), copy, data, left, none))
    return enter.isAccepted()


def test_an_empty_window_shows_the_start_page(window: MainWindow) -> None:
    assert window.windowTitle() == "kzannotate"
    assert window.start.isVisible()
    assert not window.field.isVisible()


def test_a_project_comes_and_goes(bench: Open, window: MainWindow, tmp_path: Path) -> None:
    workbench = bench(**{"a.txt": "Ana Korin"})
    assert window.windowTitle() == "project – kzannotate"
    assert workbench.reader.isVisible()
    window.close_project()
    assert window.windowTitle() == "kzannotate"
    assert window.start.isVisible()
    assert window.start.recent.count() == 1
    create(tmp_path / "other.kza").close()
    window.open(tmp_path / "other.kza")
    assert window.windowTitle() == "other – kzannotate"


def test_what_cannot_be_opened_is_told_and_the_open_one_stays(
    bench: Open, window: MainWindow, tmp_path: Path
) -> None:
    workbench = bench()
    (tmp_path / "odd.kza").write_text("no project")
    for name, reason in (("odd.kza", "no kzannotate project"), ("gone.kza", "no such project")):
        window.open(tmp_path / name)
        assert reason in window.messages.text.text()
    window.new(tmp_path / "project.kza")
    assert window.messages.isVisible()
    assert window.workbench is workbench


def test_opening_what_is_open_changes_nothing(
    bench: Open, window: MainWindow, tmp_path: Path
) -> None:
    workbench = bench()
    window.open(tmp_path / "elsewhere" / ".." / "project.kza")
    assert window.workbench is workbench


def test_a_project_named_from_here_is_found_from_elsewhere(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    create(tmp_path / "project.kza").close()
    monkeypatch.chdir(tmp_path)
    window.open(Path("project.kza"))
    monkeypatch.chdir(os.sep)
    assert Settings().recent == [tmp_path / "project.kza"]


def test_the_name_stays_if_its_box_is_left(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.set_coder("Mara Ilves")
    monkeypatch.setattr(dialogs, "coder", lambda *_: "")
    window.actions_by_id["coder"].trigger()
    assert Settings().coder == "Mara Ilves"


def test_a_new_name_counts_at_once(
    bench: Open, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    workbench = bench(**{"a.txt": "Ana Korin"})
    monkeypatch.setattr(dialogs, "coder", lambda *_: "Mara Ilves")
    window.actions_by_id["coder"].trigger()
    press("V")
    assert workbench.reader.active
    assert workbench.reader.active.coder == "Mara Ilves"


def test_a_verb_that_cannot_is_told(
    bench: Open, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench()

    def no() -> None:
        raise KzError("the disk is full")

    monkeypatch.setitem(window.verbs, "find", no)
    window.actions_by_id["find"].trigger()
    assert window.messages.text.text() == "the disk is full"


def test_escape_closes_the_message_then_goes_to_the_text(bench: Open, window: MainWindow) -> None:
    workbench = bench(**{"a.txt": "Ana Korin"})
    press("Ctrl+2")
    window.messages.tell("Something")
    press("Esc")
    assert not window.messages.isVisible()
    assert workbench.codebook.tree.hasFocus()
    press("Esc")
    assert workbench.reader.text_view.hasFocus()


def test_keys_are_shown_in_one_sheet(bench: Open, window: MainWindow, qtbot: QtBot) -> None:
    bench()
    for _ in range(3):
        window.actions_by_id["keys"].trigger()
    sheets = [sheet for sheet in window.findChildren(KeySheet) if sheet.isVisible()]
    assert len(sheets) == 1
    sheets[0].close()
    qtbot.waitUntil(lambda: not window.findChildren(KeySheet))


def test_only_files_can_be_dropped(window: MainWindow) -> None:
    assert not drop(window, QUrl("https://example.org/a.pdf"))
    assert not drop(window)


def test_a_file_without_a_project_is_told(window: MainWindow, tmp_path: Path) -> None:
    assert drop(window, QUrl.fromLocalFile(str(tmp_path / "a.txt")))
    assert window.messages.isVisible()


def test_no_part_of_the_window_takes_files_as_text(bench: Open, window: MainWindow) -> None:
    bench(**{"a.txt": "Ana Korin"})
    taking = [
        widget.accessibleName() or widget.metaObject().className()
        for widget in window.findChildren(QWidget)
        if widget.acceptDrops()
    ]
    assert taking == []


def test_long_names_do_not_widen_the_window(
    bench: Open, window: MainWindow, tmp_path: Path
) -> None:
    workbench = bench(**{"a.txt": "Ana Korin"})
    narrow = window.minimumSizeHint().width()
    name = "n" * 240 + ".txt"
    (tmp_path / name).write_text("A long name.")
    window.messages.tell(f"{tmp_path / name}: it is empty")
    window.set_coder("Mara " * 60)
    assert window.minimumSizeHint().width() <= narrow + 100
    assert workbench.reader.header.minimumSizeHint().width() <= 400


def test_a_message_may_offer_something(window: MainWindow, qtbot: QtBot) -> None:
    done: list[bool] = []
    window.messages.tell("Locked", "Open read-only", lambda: done.append(True))
    button = window.messages.findChild(QPushButton)
    assert button
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert done == [True]
    assert not window.messages.isVisible()


def test_the_shape_of_the_window_is_kept(qtbot: QtBot, tmp_path: Path) -> None:
    create(tmp_path / "project.kza").close()
    for expected in (False, True):
        window = MainWindow(Settings())
        qtbot.addWidget(window)
        window.show()
        window.open(tmp_path / "project.kza")
        assert window.workbench
        with qtbot.waitSignal(window.workbench.corpus.shown):
            pass
        assert window.workbench.docks["codebook"].isHidden() == expected
        window.workbench.docks["codebook"].hide()
        window.close()
