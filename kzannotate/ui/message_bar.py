"""What went wrong, said at the top of the window without stopping anyone."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from kzannotate.ui import theme

_LINES = 4
"""Of a long message at most so many lines are shown; the rest is in the tooltip."""


class MessageBar(QFrame):
    """One message at a time, closed by its button or Esc; it may offer one thing to do."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAccessibleName("Message")
        self._mark = QLabel()
        self.text = QLabel()
        self.text.setWordWrap(True)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setMinimumWidth(1)  # a long path may not widen the window
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.offer = QPushButton()
        self.offer.clicked.connect(self._take_offer)
        self._offered: Callable[[], None] = self.hide
        close = QToolButton()
        close.setText("×")
        close.setAutoRaise(True)
        close.setAccessibleName("Close the message")
        close.setToolTip("Close the message (Esc)")
        close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 6, 6, 6)
        for widget in (self._mark, self.text, self.offer, close):
            row.addWidget(widget, 1 if widget is self.text else 0)
        self.hide()

    def tell(self, text: str, offer: str = "", do: Callable[[], None] | None = None) -> None:
        """Show a message; `offer` names a button that runs `do`."""
        lines = text.splitlines()
        more = f"\n… and {len(lines) - _LINES} more" if len(lines) > _LINES else ""
        self.text.setText("\n".join(lines[:_LINES]) + more)
        self.text.setToolTip(text)
        self._mark.setPixmap(theme.icon("alert-triangle").pixmap(20, 20))
        self.offer.setText(offer)
        self.offer.setVisible(bool(offer))
        self._offered = do or self.hide
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def _take_offer(self) -> None:
        self.hide()
        self._offered()
