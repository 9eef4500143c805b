"""Codes by typing, in the window and by keys alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kzannotate.project import codebook, tagging
from kzannotate.ui.main_window import MainWindow
from kzannotate.ui.workbench import Workbench
from tests.ui.conftest import Open
from tests.ui.driving import press, write
from tests.ui.pictures import picture_of


@pytest.fixture
def workbench(bench: Open, window: MainWindow) -> Workbench:
    workbench = bench(**{"a.txt": "Free Ana Korin."})
    window.activateWindow()
    codebook.add(workbench.project, "Témoin")
    workbench.reader.place(5)
    return workbench


def drawn(workbench: Workbench) -> str:
    assert workbench.reader.shown
    return picture_of(workbench.project, workbench.reader.shown.document.id)


def listed(workbench: Workbench) -> list[str]:
    found = workbench.picking.picker.list
    return [found.item(row).text() for row in range(found.count())]


def test_some_letters_find_a_code_accents_ignored(workbench: Workbench) -> None:
    press("C")
    assert listed(workbench) == ["Demand", "Victim", "Legal article", "Témoin"]
    write("temoin")
    assert listed(workbench) == ["Témoin"]
    press("Return")
    assert drawn(workbench) == "Free [temoin: Ana] Korin."
    assert not workbench.picking.picker.isVisible()
    assert QApplication.focusWidget() is workbench.reader.text_view


def test_codes_that_begin_with_the_letters_stand_first(workbench: Workbench) -> None:
    press("C")
    write("t")
    assert listed(workbench) == ["Témoin", "Victim", "Legal article", "New code “t”"]


def test_arrows_choose(workbench: Workbench) -> None:
    press("C", "Down", "Down", "Up", "Return")
    assert drawn(workbench) == "Free [victim: Ana] Korin."


def test_a_new_code_is_made_and_tags_as_one_step(workbench: Workbench, window: MainWindow) -> None:
    press("C")
    write("Prison  guard")
    assert listed(workbench) == ["New code “Prison guard”"]
    press("Return")
    assert drawn(workbench) == "Free [prison_guard: Ana] Korin."
    assert window.actions_by_id["undo"].text() == "&Undo Add code Prison guard and tag"
    press("Ctrl+Z")
    assert drawn(workbench) == "Free Ana Korin."
    assert len(codebook.codes(workbench.project)) == 4


def test_escape_returns_to_the_caret_and_tags_nothing(workbench: Workbench) -> None:
    workbench.reader.select(5, 8)
    press("C")
    write("dem")
    press("Esc")
    assert not workbench.picking.picker.isVisible()
    assert QApplication.focusWidget() is workbench.reader.text_view
    assert workbench.reader.selection() == (5, 8)
    assert tagging.annotations(workbench.project) == []


def test_the_box_goes_when_the_focus_does(workbench: Workbench) -> None:
    press("C")
    workbench.corpus.setFocus()
    assert not workbench.picking.picker.isVisible()
    assert QApplication.focusWidget() is workbench.corpus.table


def test_the_code_is_changed_without_marking_again(workbench: Workbench) -> None:
    press("V", "Shift+C")
    write("dem")
    press("Return")
    assert drawn(workbench) == "Free [demand: Ana] Korin."


def test_another_code_as_well(workbench: Workbench) -> None:
    press("V", "Ctrl+D")
    write("dem")
    press("Return")
    spans = [(one.start, one.stop) for one in tagging.annotations(workbench.project)]
    assert spans == [(5, 8), (5, 8)]


def test_without_an_annotation_there_is_nothing_to_change(
    workbench: Workbench, window: MainWindow
) -> None:
    press("Shift+C")
    assert not workbench.picking.picker.isVisible()
    assert window.statusBar().currentMessage() == "No annotation at the caret"


def test_a_click_takes_a_code(workbench: Workbench) -> None:
    press("C")
    found = workbench.picking.picker.list
    place = found.visualItemRect(found.item(1)).center()
    QTest.mouseClick(found.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert drawn(workbench) == "Free [victim: Ana] Korin."
