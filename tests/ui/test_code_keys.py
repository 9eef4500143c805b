"""The codes' own keys, in the window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence

from kzannotate.model.codebook import BUILT_IN
from kzannotate.project import codebook
from kzannotate.ui.workbench import Workbench
from tests.ui.conftest import Open
from tests.ui.driving import press
from tests.ui.pictures import picture_of


@pytest.fixture
def workbench(bench: Open) -> Workbench:
    return bench(**{"a.txt": "Free Ana Korin."})


def drawn(workbench: Workbench) -> str:
    assert workbench.reader.shown
    return picture_of(workbench.project, workbench.reader.shown.document.id)


def test_a_code_has_keys_to_tag_and_one_to_change_to_it(workbench: Workbench) -> None:
    actions = workbench.code_keys.actions
    assert [(action.text(), action.shortcuts()[0]) for action in actions[::3]] == [
        ("Tag as Demand", QKeySequence("D")),
        ("Change to Demand", QKeySequence("Shift+D")),
    ]
    assert QKeySequence("1") in actions[0].shortcuts()
    assert [action.data() for action in actions] == [code.id for code in BUILT_IN] * 2
    here_alone = Qt.ShortcutContext.WidgetWithChildrenShortcut
    assert {action.shortcutContext() for action in actions} == {here_alone}


def test_digits_tag(workbench: Workbench) -> None:
    workbench.reader.place(5)
    press("2")
    assert drawn(workbench) == "Free [victim: Ana] Korin."


def test_a_new_code_tags_by_its_digit_and_shows_it(workbench: Workbench) -> None:
    codebook.add(workbench.project, "Witness")
    tree = workbench.codebook.tree
    rows = [tree.topLevelItem(row) for row in range(tree.topLevelItemCount())]
    assert [row.text(1) for row in rows if row] == ["D 1", "V 2", "L 3", "4"]
    workbench.reader.place(5)
    press("4")
    assert drawn(workbench) == "Free [witness: Ana] Korin."


@pytest.mark.qt_log_ignore("keyToAscii Unhandled key code")  # QTest knows Latin letters alone
def test_keys_of_a_russian_and_a_kazakh_keyboard_tag_too(workbench: Workbench) -> None:
    workbench.reader.place(5)
    press("М")  # where Latin has V
    assert drawn(workbench) == "Free [victim: Ana] Korin."
    press("Shift+В")
    assert drawn(workbench) == "Free [demand: Ana] Korin."
    press("Ctrl+Я", "Ctrl+Я")
    workbench.reader.place(5)
    press("І")  # where Latin has 3
    assert drawn(workbench) == "Free [legal_article: Ana] Korin."
