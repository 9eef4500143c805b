"""Without a mouse and without eyes: every control is reached by Tab, named, and is seen."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kzannotate import paths
from kzannotate.ui.main_window import MainWindow
from kzannotate.ui.workbench import Workbench
from tests.ui.driving import import_files, press, search

SAMPLE = paths.resources() / "sample"


@pytest.fixture
def bench(qtbot: QtBot, window: MainWindow, project_file: object) -> Workbench:
    """A printed document that is searched and tagged: all panels have something to show."""
    bench = import_files(qtbot, window, SAMPLE / "council-2024-motion-fr-nl.pdf")
    press("D")
    search(qtbot, bench, "motion")
    press("Esc")
    bench.reader.setFocus()
    return bench


def controls(window: QWidget) -> set[QWidget]:
    """What is on the screen and takes the focus by Tab."""
    return {
        one
        for one in window.findChildren(QWidget)
        if not one.visibleRegion().isEmpty()
        and one.isEnabled()
        and one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and one.focusProxy() is None
    }


def walked(key: Qt.Key) -> list[QWidget]:
    """The controls that have the focus one after the other, until the first comes again."""
    seen: list[QWidget] = []
    focus = QApplication.focusWidget()
    while focus is not None and focus not in seen:
        seen.append(focus)
        QTest.keyClick(focus, key)
        focus = QApplication.focusWidget()
    return seen


def name(control: QWidget) -> str:
    """What a screen reader says of it."""
    found = QAccessible.queryAccessibleInterface(control)
    return str(found.text(QAccessible.Text.Name)) if found else ""


def told(control: QWidget) -> str:
    return f"{type(control).__name__} {name(control)!r} in {type(control.parent()).__name__}"


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Backtab])
@pytest.mark.parametrize("view", ["text", "page"])
@pytest.mark.parametrize("panel", ["Ctrl+4", "Ctrl+5"])
def test_tab_goes_through_every_control(
    window: MainWindow, bench: Workbench, key: Qt.Key, view: str, panel: str
) -> None:
    press(panel)
    bench.reader.setFocus()
    QApplication.processEvents()  # the panel is laid out
    if view == "page":
        press("F4")
    seen = walked(key)
    assert sorted(map(told, controls(window) - set(seen))) == []
    assert [told(one) for one in seen if not name(one)] == []


def test_the_focus_is_seen_wherever_it_is(window: MainWindow, bench: Workbench) -> None:
    unseen = []
    for control in walked(Qt.Key.Key_Tab):
        assert QApplication.focusWidget() is control
        with_focus = control.grab().toImage()
        QTest.keyClick(control, Qt.Key.Key_Tab)
        if control.grab().toImage() == with_focus:
            unseen.append(told(control))
    assert unseen == []
