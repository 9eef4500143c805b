"""Every key, from the table of actions and the codebook; those of actions can be changed here."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QTreeWidgetItemIterator,
    QVBoxLayout,
    QWidget,
)

from kzannotate.model.text import fold
from kzannotate.ui.actions import Actions, plain
from kzannotate.ui.key_positions import named
from kzannotate.ui.keymap import listens_in_reader, shown
from kzannotate.ui.menus import MENUS, TABLE

_ROW = Qt.ItemDataRole.UserRole


class KeyField(QKeySequenceEdit):
    """Takes the next combination that is pressed; Esc leaves without one."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setMaximumSequenceLength(1)
        self.setAccessibleName("New key")

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            if event.type() == QEvent.Type.KeyPress:
                self.left.emit()
            return True
        return super().event(event)


class KeySheet(QDialog):
    """A window beside the main one: menus, actions, keys. Return on a row takes a new key."""

    def __init__(
        self,
        actions: Actions,
        codes: Sequence[QAction],
        parent: QWidget | None = None,
    ) -> None:
        """`codes`: their own actions."""
        super().__init__(parent)
        self.setWindowTitle("Keys")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._actions = actions
        self._code_actions = codes
        self.filter = QLineEdit()
        self.tree = QTreeWidget()
        self.field = KeyField()
        self.message = QLabel()
        self.change = QPushButton("&Change")
        self.clear = QPushButton("&No key")
        self.reset = QPushButton("As &delivered")
        self.reset_all = QPushButton("&All as delivered")
        self._lay_out()
        self._fill()
        self._connect()

    def _lay_out(self) -> None:
        self.filter.setPlaceholderText("Filter actions and keys")
        self.filter.setAccessibleName("Filter actions and keys")
        self.filter.setClearButtonEnabled(True)
        self.tree.setAccessibleName("Actions and their keys")
        self.tree.setHeaderLabels(["Action", "Key", "What it does"])
        self.tree.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.message.setWordWrap(True)
        self.field.hide()
        row = QHBoxLayout()
        for button in (self.change, self.clear, self.reset, self.reset_all):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch()
        column = QVBoxLayout(self)
        for part in (self.filter, self.tree, self.message, self.field):
            column.addWidget(part)
        column.addLayout(row)
        self.tree.setFocus()
        self.resize(820, 680)

    def _connect(self) -> None:
        self.filter.textChanged.connect(self._filter)
        self.tree.itemActivated.connect(self._ask)
        self.tree.currentItemChanged.connect(self._enable)
        self.change.clicked.connect(self._ask)
        self.clear.clicked.connect(lambda: self._give(()))
        self.reset.clicked.connect(self._reset)
        self.reset_all.clicked.connect(self._reset_all)
        self.field.left.connect(self._leave)
        self.field.keySequenceChanged.connect(self._take)
        self._enable()

    def _fill(self) -> None:
        """Write all rows anew; the current one stays current."""
        kept = self._current()
        self.tree.clear()
        for menu, rows in MENUS:
            self._add(plain(menu), [self._line(r.id, plain(r.text), r.tip) for r in rows if r])
        self._add("Codes: tag the selection, or the word at the caret", self._codes())
        self.tree.expandAll()
        self._filter(self.filter.text())
        for item in self._items():
            if kept and item.data(0, _ROW) == kept:
                self.tree.setCurrentItem(item)

    def _line(self, row: str, text: str, tip: str) -> QTreeWidgetItem:
        item = QTreeWidgetItem([text, shown(self._actions.keymap.keys(row)), tip])
        item.setData(0, _ROW, row)
        font = item.font(1)
        font.setBold(self._actions.keymap.is_changed(row))
        item.setFont(1, font)
        return item

    def _codes(self) -> list[QTreeWidgetItem]:
        """What the keys of the codes do; those that only stand for a Cyrillic keyboard left out."""
        found = []
        for action in self._code_actions:
            written = [sequence.toString() for sequence in action.shortcuts()]
            keys = shown(key for key in written if named(key) == key)
            if keys:
                found.append(QTreeWidgetItem([plain(action.text()), keys, action.toolTip()]))
        return found

    def _add(self, heading: str, lines: list[QTreeWidgetItem]) -> None:
        if lines:
            group = QTreeWidgetItem([heading])
            group.addChildren(lines)
            self.tree.addTopLevelItem(group)
            group.setFirstColumnSpanned(True)

    def _items(self) -> list[QTreeWidgetItem]:
        """All rows but the headings."""
        walk, found = QTreeWidgetItemIterator(self.tree), []
        while item := walk.value():
            if item.parent():
                found.append(item)
            walk += 1
        return found

    def _filter(self, text: str) -> None:
        words = fold(text).split()
        for item in self._items():
            said = fold(" ".join(item.text(column) for column in range(3)))
            item.setHidden(not all(word in said for word in words))

    def _current(self) -> str:
        """The id of the action of the current row; empty for a heading or a code."""
        item = self.tree.currentItem()
        return (item.data(0, _ROW) or "") if item else ""

    def _enable(self) -> None:
        row = self._current()
        self._leave() if self.field.isVisible() else self.message.clear()
        self.change.setEnabled(bool(row))
        self.clear.setEnabled(bool(row) and bool(self._actions.keymap.keys(row)))
        self.reset.setEnabled(bool(row) and self._actions.keymap.is_changed(row))

    def _ask(self) -> None:
        """Wait for the key that the current action shall have."""
        item = self.tree.currentItem()
        if not item or not self._current():
            self.message.setText("Keys of codes are changed in the codebook.")
            return
        self.message.setText(f"Press the new key of “{item.text(0)}”; Esc leaves it as it is.")
        self.field.clear()
        self.field.show()
        self.field.setFocus()

    def _leave(self) -> None:
        self.field.hide()
        self.message.clear()
        self.tree.setFocus()

    def _take(self, pressed: QKeySequence) -> None:
        if pressed.isEmpty() or not self.field.isVisible():
            return
        key = named(pressed.toString())
        self._leave()
        self._give((key,))

    def _give(self, keys: Sequence[str]) -> None:
        """Change the keys of the current action, unless another has them."""
        row = self._current()
        holders = [plain(one.text) for one in self._actions.keymap.holders(row, keys)]
        if listens_in_reader(row):
            holders += self._codes_with(keys)
        if holders:
            self.message.setText(f"{shown(keys)} is the key of “{holders[0]}”: change that first.")
        else:
            self._actions.change(row, keys)
            self._tell()

    def _codes_with(self, keys: Sequence[str]) -> list[str]:
        """What is done to codes by one of these keys."""
        wanted = {QKeySequence(key) for key in keys}
        return [
            plain(action.text())
            for action in self._code_actions
            if wanted & set(action.shortcuts())
        ]

    def _reset(self) -> None:
        row = self._current()
        self._give(next(one.keys for one in TABLE if one.id == row))

    def _reset_all(self) -> None:
        self._actions.reset()
        self._tell()

    def _tell(self) -> None:
        self._fill()
        self._enable()
