"""Two readers side by side, each with its own document."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kzannotate.ui.main_window import MainWindow
from kzannotate.ui.reader.reader import Reader
from kzannotate.ui.workbench import Workbench
from tests.ui.conftest import Open
from tests.ui.driving import press
from tests.ui.pictures import lit, picture_of


@pytest.fixture
def workbench(bench: Open, window: MainWindow) -> Workbench:
    window.activateWindow()
    return bench(**{"a.txt": "Free Ana.", "b.txt": "Libérez [victim: Ivo]."})


def name(reader: Reader) -> str:
    assert reader.shown
    return reader.shown.document.name


def shown_quotation(workbench: Workbench) -> str:
    return workbench.annotation.about.text()


def test_the_second_begins_where_the_first_is(workbench: Workbench) -> None:
    workbench.reader.place(6)
    left = workbench.reader
    press("F9")
    assert workbench.readers.all == [left, workbench.reader]
    assert workbench.reader is not left
    assert (name(workbench.reader), workbench.reader.caret()) == ("a.txt", 6)


def test_a_key_tags_in_the_reader_that_has_the_focus(workbench: Workbench) -> None:
    left = workbench.reader
    press("F9", "Ctrl+1", "Down", "Return", "Esc")
    right = workbench.reader
    assert (name(left), name(right)) == ("a.txt", "b.txt")
    press("Ctrl+Home", "D")
    assert right.shown
    assert picture_of(workbench.project, right.shown.document.id).startswith("[demand: Libérez]")
    press("F6")
    assert workbench.reader is left
    left.place(5)
    press("V")
    assert left.shown
    assert picture_of(workbench.project, left.shown.document.id) == "Free [victim: Ana]."
    press("Alt+Left")
    assert name(left) == "a.txt"


def test_both_show_what_is_tagged_in_one(workbench: Workbench) -> None:
    left = workbench.reader
    press("F9", "Ctrl+Home", "D")
    assert lit(left.shown) == ["Free"]


def test_the_panels_follow_the_focus(workbench: Workbench) -> None:
    workbench.reader.place(0)
    press("F9", "Ctrl+1", "Down", "Return", "Esc", "N")
    assert "Ivo" in shown_quotation(workbench)
    press("F6")
    assert "Ivo" not in shown_quotation(workbench)
    assert workbench.corpus.selected()[0].name == "a.txt"
    press("F6")
    assert "Ivo" in shown_quotation(workbench)


def test_one_again_keeps_the_one_at_work(workbench: Workbench) -> None:
    press("F9", "Ctrl+1", "Down", "Return", "F9")
    assert [name(reader) for reader in workbench.readers.all] == ["b.txt"]
    focus = QApplication.focusWidget()
    assert focus
    assert workbench.reader.isAncestorOf(focus)


def test_a_document_is_opened_beside(workbench: Workbench) -> None:
    press("Ctrl+1", "Down", "Shift+Return")
    assert [name(reader) for reader in workbench.readers.all] == ["a.txt", "b.txt"]
    assert name(workbench.reader) == "b.txt"


def test_both_come_back_at_the_next_start(
    workbench: Workbench, window: MainWindow, qtbot: QtBot
) -> None:
    press("Ctrl+1", "Down", "Shift+Return", "Ctrl+End", "F6")
    window.close_project()
    window.open(workbench.project.path)
    again = window.workbench
    assert again
    qtbot.waitUntil(lambda: len(again.readers.all) == 2)
    places = [(name(reader), reader.caret()) for reader in again.readers.all]
    assert places == [("a.txt", 0), ("b.txt", 12)]
    assert name(again.reader) == "a.txt"
