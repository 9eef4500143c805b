"""A small box over the window: a field, and the list of what has the typed letters in it."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QListWidget, QVBoxLayout, QWidget

ROWS = 9
_STEPS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -ROWS,
    Qt.Key.Key_PageDown: ROWS,
}
_STAYS = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
"""The field's own menu, or another program, had the focus meanwhile."""


class FilterBox(QFrame):
    """Enter takes a row, Esc none; never a window of its own. Subclasses fill the list."""

    left = Signal()
    """The box closed, with or without an answer."""

    def __init__(self, name: str, hint: str, width: int, parent: QWidget | None = None) -> None:
        """`name` of the list, for screen readers; `width` in average characters."""
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self._width = width
        self.title = QLabel()
        self.field = QLineEdit()
        self.field.setAccessibleName(name)
        self.field.setAcceptDrops(False)
        self.field.setPlaceholderText(hint)
        self.field.textChanged.connect(self.fill)
        self.field.returnPressed.connect(self.answer)
        self.field.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName(name)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the field's keys move its rows
        self.list.setUniformItemSizes(True)
        self.list.itemClicked.connect(self.answer)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        for part in (self.title, self.field, self.list):
            column.addWidget(part)
        self.hide()

    def fill(self, typed: str) -> None:
        """List what has the typed letters. A subclass's."""
        raise NotImplementedError

    def answer(self) -> None:
        """Take the current row, and leave. A subclass's."""
        raise NotImplementedError

    def press(self, _event: QKeyEvent) -> bool:
        """Whether a key that was pressed in the field is used up. A subclass's, if it has some."""
        return False

    def open(self, over: QWidget, at: QPoint, title: str, rows: int, typed: str = "") -> None:
        """Show the box over a widget, near a point of it, with room for so many rows."""
        self.title.setText(title)
        self.field.setAccessibleName(title)
        self.field.setText(typed)
        self.fill(typed)
        self.setParent(over)
        height = self.list.sizeHintForRow(0) if self.list.count() else self.fontMetrics().height()
        self.list.setFixedHeight(height * min(ROWS, max(3, rows)) + 2 * self.list.frameWidth())
        self.setFixedWidth(self.fontMetrics().averageCharWidth() * self._width)
        self.adjustSize()
        room = over.size() - self.size()
        self.move(max(0, min(at.x(), room.width())), max(0, min(at.y(), room.height())))
        self.show()
        self.raise_()
        self.field.setFocus()

    def leave(self) -> None:
        """Close the box."""
        if self.isVisible():
            had_focus = self.field.hasFocus()
            self.hide()
            if had_focus:
                self.left.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows move through the rows, Esc and the loss of the focus close the box."""
        if isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut:
            if event.reason() not in _STAYS:
                self.leave()
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            if event.key() == Qt.Key.Key_Escape:  # the window's Esc must not take it
                event.accept()
                return True
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._pressed(event) or super().eventFilter(watched, event)
        return super().eventFilter(watched, event)

    def _pressed(self, event: QKeyEvent) -> bool:
        if self.press(event):
            return True
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            return True
        step = _STEPS.get(Qt.Key(event.key()))
        if step:
            last = self.list.count() - 1
            self.list.setCurrentRow(min(last, max(0, self.list.currentRow() + step)))
        return step is not None
