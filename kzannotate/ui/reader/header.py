"""The line above the reader: the document's name, the page, text or page."""

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSpinBox, QToolButton, QWidget

from kzannotate.model.document import Document
from kzannotate.ui.elided_label import ElidedLabel

_MARK = 3
"""Pixels of the line above the reader that is at work."""


class Header(QWidget):
    """Says what the reader shows."""

    page_chosen = Signal(int)
    left = Signal()
    """Return was pressed in the field of the page."""
    view_toggled = Signal()
    """Text instead of page, or page instead of text, is wanted."""

    def __init__(self, toggle: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._current = False
        self._number = 1
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._show_number)
        self._name = ElidedLabel()
        bold = self._name.font()
        bold.setBold(True)
        self._name.setFont(bold)
        self._languages = ElidedLabel()
        self._page = QSpinBox()
        self._page.setAccessibleName("Page")
        self._page.setPrefix("page ")
        self._page.setKeyboardTracking(False)
        self._page.valueChanged.connect(self.page_chosen)
        self._page.lineEdit().returnPressed.connect(self.left)
        self._toggle = QToolButton()
        self._toggle.setToolTip(toggle.toolTip())
        self._toggle.setAutoRaise(True)
        self._toggle.clicked.connect(self.view_toggled)
        self._toggle.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._toggle.setAccessibleName("Change between text and page")
        self._action = toggle
        toggle.changed.connect(self._show_icon)  # it is made anew with another palette
        self._show_icon()
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 8, 4)
        row.addWidget(self._name, 1)
        row.addWidget(self._languages)
        row.addWidget(self._page)
        row.addWidget(self._toggle)
        self.show_document(None)
        self.show_view(False)

    def show_document(self, document: Document | None) -> None:
        """Name the document; None: nothing is open."""
        self._name.setText(document.name if document else "")
        self._languages.setText(" · ".join(document.languages) if document else "")
        pages = document.pages if document else 0
        self._page.setVisible(pages > 0)
        self._toggle.setVisible(pages > 0)
        with QSignalBlocker(self._page):
            self._page.setRange(1, max(1, pages))
            self._page.setSuffix(f" of {pages}")

    def show_page(self, number: int) -> None:
        """Say which page is in front, when it was painted: nobody waits for its number."""
        self._number = number
        self._soon.start()

    def ask_page(self) -> None:
        """Let the number of a page be typed."""
        self._page.setFocus()
        self._page.selectAll()

    def show_view(self, page: bool) -> None:
        """Name the button after where it leads."""
        self._toggle.setText("Text" if page else "Page")

    def show_current(self, current: bool) -> None:
        """Mark the line of the one of two readers that is at work."""
        self._current = current
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._current:
            with QPainter(self) as painter:
                painter.fillRect(0, 0, self.width(), _MARK, self.palette().highlight())

    def _show_number(self) -> None:
        with QSignalBlocker(self._page):
            self._page.setValue(self._number)

    def _show_icon(self) -> None:
        self._toggle.setIcon(self._action.icon())
