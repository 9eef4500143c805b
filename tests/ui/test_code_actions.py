"""The codes' own actions."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kzannotate.model.codebook import BUILT_IN
from kzannotate.model.ids import CodeId
from kzannotate.ui import code_actions


def test_a_code_has_a_key_to_tag_and_one_to_change_to_it(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    done: list[tuple[str, CodeId]] = []
    actions = [
        *code_actions.tagging(BUILT_IN, parent, lambda code: done.append(("tag", code))),
        *code_actions.recoding(BUILT_IN, parent, lambda code: done.append(("recode", code))),
    ]
    assert [(action.text(), action.shortcut()) for action in actions[::3]] == [
        ("Tag as Demand", QKeySequence("D")),
        ("Change to Demand", QKeySequence("Shift+D")),
    ]
    here_alone = Qt.ShortcutContext.WidgetWithChildrenShortcut
    assert {action.shortcutContext() for action in actions} == {here_alone}
    for action in actions:
        action.trigger()
    ids = [code.id for code in BUILT_IN]
    assert done == [*(("tag", code) for code in ids), *(("recode", code) for code in ids)]
