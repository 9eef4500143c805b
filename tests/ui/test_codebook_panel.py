"""The codes with their counts, and the actions that tag with them."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kzannotate.model.codebook import BUILT_IN
from kzannotate.ui.codebook_panel import CodebookPanel


@pytest.fixture
def panel(qtbot: QtBot) -> CodebookPanel:
    panel = CodebookPanel()
    qtbot.addWidget(panel)
    panel.show_codes(BUILT_IN, {BUILT_IN[1].id: 7})
    panel.show()
    panel.activateWindow()
    return panel


def rows(panel: CodebookPanel) -> list[list[str]]:
    items = [panel.tree.topLevelItem(row) for row in range(panel.tree.topLevelItemCount())]
    return [[item.text(column) for column in range(3)] for item in items if item]


def test_codes_are_listed_with_key_and_number(panel: CodebookPanel) -> None:
    assert rows(panel) == [
        ["Demand", "D", "0"],
        ["Victim", "V", "7"],
        ["Legal article", "L", "0"],
    ]
    panel.show_counts({BUILT_IN[0].id: 2})
    assert [row[2] for row in rows(panel)] == ["2", "0", "0"]


def test_return_tags(panel: CodebookPanel, qtbot: QtBot) -> None:
    panel.tree.setCurrentIndex(panel.tree.model().index(1, 0))
    with qtbot.waitSignal(panel.chosen) as chosen:
        qtbot.keyClick(panel.tree, Qt.Key.Key_Return)
    assert chosen.args == [BUILT_IN[1].id]


def test_the_current_code_stays_current_when_the_codebook_changes(panel: CodebookPanel) -> None:
    panel.tree.setCurrentIndex(panel.tree.model().index(1, 0))
    renamed = [replace(code, name=f"A {code.name}") for code in reversed(BUILT_IN)]
    panel.show_codes(renamed, {})
    current = panel.tree.currentItem()
    assert current
    assert current.text(0) == "A Victim"


def test_the_first_code_is_selected_from_the_start(panel: CodebookPanel) -> None:
    current = panel.tree.currentItem()
    assert current
    assert current.isSelected()
