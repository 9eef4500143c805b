"""Every key, from the table of actions and the codebook."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from kzannotate.model.codebook import Code
from kzannotate.ui.actions import plain, shown_keys
from kzannotate.ui.menus import MENUS


class KeySheet(QDialog):
    """A window beside the main one: menus, actions, keys."""

    def __init__(self, codes: Iterable[Code], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Keys")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.tree = QTreeWidget()
        self.tree.setAccessibleName("Actions and their keys")
        self.tree.setHeaderLabels(["Action", "Key", "What it does"])
        self.tree.setFocus()
        for menu, rows in MENUS:
            lines = [(plain(r.text), shown_keys(r), r.tip) for r in rows if r and r.keys]
            self._add(plain(menu), lines)
        lettered = [code for code in codes if code.shortcut]
        tags = [(f"Tag as {c.name}", c.shortcut, c.definition) for c in lettered]
        self._add("Tag the selection, or the word at the caret", tags)
        changes = [(f"Change to {c.name}", f"Shift+{c.shortcut}", c.definition) for c in lettered]
        self._add("Give the annotation at the caret another code", changes)
        self.tree.expandAll()
        self.tree.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        QVBoxLayout(self).addWidget(self.tree)
        self.resize(760, 640)

    def _add(self, heading: str, lines: list[tuple[str, str, str]]) -> None:
        if lines:
            group = QTreeWidgetItem([heading])
            group.addChildren([QTreeWidgetItem(line) for line in lines])
            self.tree.addTopLevelItem(group)
            group.setFirstColumnSpanned(True)
