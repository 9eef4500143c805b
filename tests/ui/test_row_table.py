"""Rows are selected as wholes, and alone, whatever keys are held down."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kzannotate.ui.corpus_model import CorpusModel
from kzannotate.ui.row_table import RowTable
from tests.ui.test_corpus_model import LATE, PDF, PLAIN


@pytest.fixture
def table(qtbot: QtBot) -> RowTable:
    model = CorpusModel()
    table = RowTable("Documents", model, 0)
    model.setParent(table)
    model.show([PLAIN, PDF, LATE], {})
    qtbot.addWidget(table)
    table.show()
    table.activateWindow()
    return table


def selected(table: RowTable) -> list[int]:
    return [index.row() for index in table.selectionModel().selectedRows()]


@pytest.mark.parametrize(
    "held", [Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier]
)
def test_going_to_a_row_selects_it_alone(table: RowTable, held: Qt.KeyboardModifier) -> None:
    table.go_to(0)
    QTest.keyPress(table, Qt.Key.Key_F9, held)
    table.go_to(2)
    QTest.keyRelease(table, Qt.Key.Key_F9)
    assert selected(table) == [2]


def test_the_row_that_the_focus_comes_to_is_selected(table: RowTable) -> None:
    table.clearFocus()
    table.clearSelection()
    table.setFocus()
    assert selected(table) == [0]
    table.go_to(1)
    table.clearFocus()
    table.setFocus()
    assert selected(table) == [1]


def test_without_rows_there_is_nothing_to_select(qtbot: QtBot) -> None:
    model = CorpusModel()
    table = RowTable("Documents", model, 0)
    qtbot.addWidget(table)
    table.show()
    table.setFocus()
    assert selected(table) == []
