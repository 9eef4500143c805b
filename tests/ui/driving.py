"""Driving the main window as a person would: by keys."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kzannotate.ui.main_window import MainWindow
from kzannotate.ui.search_panel import SearchPanel
from kzannotate.ui.workbench import Workbench


def press(*keys: str) -> None:
    """Press keys, each named as in the manual (`D`, `Ctrl+Z`), wherever the focus is."""
    for key in keys:
        focus = QApplication.focusWidget()
        assert focus is not None, f"nothing has the focus for {key}"
        QTest.keySequence(focus, QKeySequence(key))


def write(text: str) -> None:
    """Type letters wherever the focus is."""
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, text)


def import_files(qtbot: QtBot, window: MainWindow, *paths: Path) -> Workbench:
    """Import files and wait until they are listed and the first is open."""
    workbench = window.workbench
    assert workbench
    with qtbot.waitSignal(workbench.transfer.ended, timeout=60_000):
        window.add(paths)
    qtbot.waitUntil(lambda: workbench.reader.shown is not None)
    workbench.reader.setFocus()
    return workbench


@contextmanager
def written(qtbot: QtBot, workbench: Workbench) -> Iterator[None]:
    """Wait until a table is said to be written: other jobs end meanwhile."""
    with qtbot.waitSignal(workbench.transfer.said, check_params_cb=_tells_of_table):
        yield


def _tells_of_table(told: str) -> bool:
    return " written to " in told


def search(qtbot: QtBot, workbench: Workbench, words: str) -> None:
    """Ctrl+F, type, wait for the hits."""
    press("Ctrl+F")
    with qtbot.waitSignal(workbench.search.found):
        write(words)


def select(workbench: Workbench, words: str) -> None:
    """Put the caret before the words, and select them by Shift and arrows."""
    reader = workbench.reader
    assert reader.shown
    start = reader.shown.text.index(words)
    reader.place(start)
    focus = QApplication.focusWidget()
    assert focus is not None
    for _ in words:
        QTest.keyClick(focus, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert reader.selection() == (start, start + len(words))


def found(qtbot: QtBot, panel: SearchPanel, words: str) -> list[str]:
    """Have words searched that are put into the field at once; gives the matches listed first."""
    with qtbot.waitSignal(panel.found):
        panel.field.setText(words)
    return [hit.match for hit in panel.model.hits]
