"""The codes' own actions: its letter tags with a code, Shift and its letter changes to it."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from kzannotate.model.codebook import Code
from kzannotate.model.ids import CodeId
from kzannotate.ui import theme

Verb = Callable[[CodeId], None]


def tagging(codes: Iterable[Code], parent: QWidget, tag: Verb) -> list[QAction]:
    """An action a code that tags the selection with it."""
    return [_action(code, f"Tag as {code.name}", code.shortcut, parent, tag) for code in codes]


def recoding(codes: Iterable[Code], parent: QWidget, recode: Verb) -> list[QAction]:
    """An action a code that gives it to the annotation at the caret."""
    return [
        _action(code, f"Change to {code.name}", f"Shift+{code.shortcut}", parent, recode)
        for code in codes
        if code.shortcut
    ]


def _action(code: Code, text: str, key: str, parent: QWidget, verb: Verb) -> QAction:
    action = QAction(theme.chip(code.colour), text, parent)
    action.setShortcut(QKeySequence(key))
    action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    action.setToolTip(code.definition)
    action.setStatusTip(code.definition)
    action.setData(code.id)
    action.triggered.connect(partial(_run, verb, code.id))
    return action


def _run(verb: Verb, code: CodeId, _checked: bool = False) -> None:
    verb(code)
