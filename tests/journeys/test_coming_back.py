"""What is left and come back to: memos, undo, removed documents."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from kzannotate.project import tagging
from kzannotate.project.session import create, open_project
from kzannotate.ui.main_window import MainWindow
from kzannotate.ui.settings import Settings
from kzannotate.ui.workbench import Workbench
from tests.ui.driving import press, write
from tests.ui.pictures import add_picture, lit, picture_of

DRAWN = "Free [victim: Ana Korin] from prison."


def project_of(folder: Path, **pictures: str) -> Path:
    path = folder / "project.kza"
    with create(path) as project:
        for name, drawn in pictures.items():
            add_picture(project, folder, name, drawn)
    return path


def come_back(qtbot: QtBot, path: Path) -> MainWindow:
    """A new window, another day, on the same project."""
    window = MainWindow(Settings())
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    window.open(path)
    return window


def settled(qtbot: QtBot, window: MainWindow) -> Workbench:
    bench = window.workbench
    assert bench
    with qtbot.waitSignals([bench.corpus.shown, bench.quotations.filled]):
        pass
    bench.reader.setFocus()
    return bench


def test_a_memo_is_kept_when_the_window_is_closed_at_once(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    path = project_of(tmp_path, **{"a.txt": DRAWN})
    window.open(path)
    settled(qtbot, window)
    press("N", "M")
    write("her brother saw it?")
    window.close()
    with open_project(path) as project:
        (kept,) = tagging.annotations(project)
    assert kept.memo == "her brother saw it?"


def test_undo_and_redo_go_on_after_a_restart(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    path = project_of(tmp_path, **{"a.txt": "Free Ana Korin from prison."})
    window.open(path)
    bench = settled(qtbot, window)
    assert bench.reader.shown
    letter = bench.reader.shown.document.id
    press("D", "N", "M")
    write("who?")
    press("Esc", "Del", "Ctrl+Z")
    window.close()

    window = come_back(qtbot, path)
    bench = settled(qtbot, window)
    assert window.actions_by_id["undo"].text() == "&Undo Edit memo"
    assert window.actions_by_id["redo"].text() == "&Redo Delete annotation"
    press("Ctrl+Z", "Ctrl+Z")
    assert picture_of(bench.project, letter) == "Free Ana Korin from prison."
    window.close()

    window = come_back(qtbot, path)
    bench = settled(qtbot, window)
    press("Ctrl+Y", "Ctrl+Shift+Z")
    assert picture_of(bench.project, letter) == "[demand: Free] Ana Korin from prison."
    assert bench.reader.active
    assert bench.reader.active.memo == "who?"
    press("Ctrl+Y")
    qtbot.waitUntil(lambda: bench.quotations.model.rowCount() == 0)
    assert not window.actions_by_id["redo"].isEnabled()
    window.close()


def test_a_removed_document_comes_back_with_its_annotations(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    path = project_of(tmp_path, **{"a.txt": DRAWN, "b.txt": "The prison of [victim: Ivo]."})
    window.open(path)
    bench = settled(qtbot, window)
    assert bench.reader.shown
    letter = bench.reader.shown.document.id
    press("Ctrl+1", "Del")
    qtbot.waitUntil(lambda: bench.corpus.model.rowCount() == 1)
    qtbot.waitUntil(lambda: bench.quotations.model.rowCount() == 1)
    assert bench.reader.shown
    assert bench.reader.shown.document.name == "b.txt"
    assert "Ctrl+Z" in window.statusBar().currentMessage()
    window.close()

    window = come_back(qtbot, path)
    bench = settled(qtbot, window)
    press("Ctrl+Z")
    qtbot.waitUntil(lambda: bench.corpus.model.rowCount() == 2)
    qtbot.waitUntil(lambda: bench.quotations.model.rowCount() == 2)
    assert picture_of(bench.project, letter) == DRAWN
    press("Ctrl+Y")
    qtbot.waitUntil(lambda: bench.corpus.model.rowCount() == 1)
    window.close()


def test_the_last_document_can_go_and_come_back(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    window.open(project_of(tmp_path, **{"a.txt": DRAWN}))
    bench = settled(qtbot, window)
    press("Ctrl+1", "Del")
    qtbot.waitUntil(lambda: bench.reader.shown is None)
    assert not window.actions_by_id["toggle_page"].isEnabled()
    press("Esc", "D", "N", "M", "Del")
    press("Ctrl+Z")
    qtbot.waitUntil(lambda: bench.reader.shown is not None)
    assert len(lit(bench.reader.shown)) == 1
