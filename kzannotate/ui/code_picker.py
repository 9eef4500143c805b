"""A code found by typing: a small box over the reader, never a window of its own."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from kzannotate.model.codebook import Code, code_path
from kzannotate.model.ids import CodeId
from kzannotate.model.text import fold
from kzannotate.ui import theme

_WIDTH = 36
"""Average characters."""
_ROWS = 9
_STEPS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -_ROWS,
    Qt.Key.Key_PageDown: _ROWS,
}
_STAYS = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
"""The field's own menu, or another program, had the focus meanwhile."""


class CodePicker(QFrame):
    """A field and the codes that have what is typed in it; Enter takes one, Esc none."""

    picked = Signal(object)
    """A code, its id."""
    named = Signal(str)
    """A new code is wanted, of this name."""
    left = Signal()
    """The box closed, with or without an answer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self._codes: Sequence[Code] = ()
        self._creates = False
        self.title = QLabel()
        self.field = QLineEdit()
        self.field.setAccessibleName("Code")
        self.field.setAcceptDrops(False)
        self.field.setPlaceholderText("Type some letters of a code")
        self.field.textChanged.connect(self._list)
        self.field.returnPressed.connect(self._answer)
        self.field.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName("Codes found")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the field's keys move its rows
        self.list.setUniformItemSizes(True)
        self.list.itemClicked.connect(self._answer)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        for part in (self.title, self.field, self.list):
            column.addWidget(part)
        self.hide()

    def ask(
        self, over: QWidget, at: QPoint, title: str, codes: Sequence[Code], *, creates: bool
    ) -> None:
        """Show the box over a widget, near a point of it; `creates`: a new code is an answer."""
        self._codes, self._creates = codes, creates
        self.title.setText(title)
        self.field.setAccessibleName(title)
        self.field.clear()
        self._list("")
        self.setParent(over)
        row = self.list.sizeHintForRow(0)
        self.list.setFixedHeight(row * min(_ROWS, max(3, len(codes))) + 2 * self.list.frameWidth())
        self.setFixedWidth(self.fontMetrics().averageCharWidth() * _WIDTH)
        self.adjustSize()
        room = over.size() - self.size()
        self.move(max(0, min(at.x(), room.width())), max(0, min(at.y(), room.height())))
        self.show()
        self.raise_()
        self.field.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows move through the codes, Esc and the loss of the focus close the box."""
        if isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut:
            if event.reason() not in _STAYS:
                self._leave()
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            if event.key() == Qt.Key.Key_Escape:  # the window's Esc must not take it
                event.accept()
                return True
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self._leave()
                return True
            if step := _STEPS.get(Qt.Key(event.key())):
                last = self.list.count() - 1
                self.list.setCurrentRow(min(last, max(0, self.list.currentRow() + step)))
                return True
        return super().eventFilter(watched, event)

    def _list(self, typed: str) -> None:
        """Codes whose path has all words, those that begin with them first; then a new one."""
        words = fold(typed).split()
        by_id = {code.id: code for code in self._codes}
        folded = {code.id: fold(f"{code_path(code, by_id)} {code.key}") for code in self._codes}
        found = [one for one in self._codes if all(word in folded[one.id] for word in words)]
        found.sort(key=lambda one: not fold(one.name).startswith(fold(typed).strip()))
        self.list.clear()
        for code in found:
            path = code_path(code, by_id)
            item = QListWidgetItem(theme.chip(code.colour), path, self.list)
            item.setData(Qt.ItemDataRole.UserRole, code.id)
            item.setToolTip(code.definition)
        name = " ".join(typed.split())
        if self._creates and name and fold(name) not in map(fold, (c.name for c in self._codes)):
            QListWidgetItem(f"New code “{name}”", self.list)
        self.list.setCurrentRow(0)

    def _answer(self) -> None:
        if not self.list.count():
            return
        code = self.list.currentItem().data(Qt.ItemDataRole.UserRole)
        name = " ".join(self.field.text().split())
        self._leave()
        if code:
            self.picked.emit(CodeId(code))
        else:
            self.named.emit(name)

    def _leave(self) -> None:
        if self.isVisible():
            had_focus = self.field.hasFocus()
            self.hide()
            if had_focus:
                self.left.emit()
