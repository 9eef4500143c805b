"""The codes with their counts, and the actions that tag with them."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kzannotate.model.codebook import BUILT_IN
from kzannotate.model.ids import CodeId
from kzannotate.ui.codebook_panel import CodebookPanel


@pytest.fixture
def panel(qtbot: QtBot) -> CodebookPanel:
    panel = CodebookPanel()
    qtbot.addWidget(panel)
    panel.show_codes(BUILT_IN)
    panel.show_counts({BUILT_IN[1].id: 7})
    panel.show()
    panel.activateWindow()
    return panel


def rows(panel: CodebookPanel) -> list[list[str]]:
    items = [panel.tree.topLevelItem(row) for row in range(panel.tree.topLevelItemCount())]
    return [[item.text(column) for column in range(3)] for item in items if item]


def current(panel: CodebookPanel) -> CodeId | None:
    return panel.current


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
    panel.show_codes(renamed)
    item = panel.tree.currentItem()
    assert item
    assert item.text(0) == "A Victim"


def test_children_hang_from_their_parents_and_stay_folded(panel: CodebookPanel) -> None:
    demand, victim, article = BUILT_IN
    nested = [demand, replace(victim, parent=demand.id), replace(article, parent=demand.id)]
    panel.show_codes(nested)
    top = panel.tree.topLevelItem(0)
    assert panel.tree.topLevelItemCount() == 1
    assert top
    children = [top.child(place) for place in range(2)]
    assert [child.text(2) for child in children if child] == ["7", "0"]
    assert top.isExpanded()
    top.setExpanded(False)
    panel.show_codes(nested)
    top = panel.tree.topLevelItem(0)
    assert top
    assert not top.isExpanded()


def test_the_filter_ignores_case_and_accents_and_keeps_what_leads_there(
    panel: CodebookPanel,
) -> None:
    demand, victim, article = BUILT_IN
    panel.show_codes([demand, replace(victim, name="Étudiant", parent=demand.id), article])
    panel.tree.setCurrentIndex(panel.tree.model().index(1, 0))
    panel.filter.setText("ETUD")
    tops = [panel.tree.topLevelItem(place) for place in range(2)]
    assert [item.isHidden() for item in tops if item] == [False, True]
    assert current(panel) == demand.id
    panel.filter.setText("nothing has this")
    assert current(panel) is None
    panel.filter.clear()
    assert current(panel) == demand.id


def test_when_the_current_code_is_gone_the_one_in_its_place_is_current(
    panel: CodebookPanel,
) -> None:
    panel.go_to(BUILT_IN[1].id)
    panel.show_codes([BUILT_IN[0], BUILT_IN[2]])
    assert current(panel) == BUILT_IN[2].id
    panel.show_codes([])
    assert current(panel) is None


def test_the_first_code_is_selected_from_the_start(panel: CodebookPanel) -> None:
    item = panel.tree.currentItem()
    assert item
    assert item.isSelected()
