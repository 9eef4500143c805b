"""The search field on top of the window."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget


class SearchField(QLineEdit):
    """Where the words are typed: Enter goes to the hit, Down into the list."""

    down = Signal()
    past = Signal()
    """Earlier searches are wanted: Down in the empty field, or Alt+Down."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Search all documents")
        self.setPlaceholderText('Search all documents:  word  "exact phrase"  begin*')
        self.setAcceptDrops(False)  # files are for the window
        self.setClearButtonEnabled(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            alone = event.modifiers() == Qt.KeyboardModifier.AltModifier or not self.text()
            (self.past if alone else self.down).emit()
        else:
            super().keyPressEvent(event)
