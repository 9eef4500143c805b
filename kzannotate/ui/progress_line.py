"""The progress of an import, in the status bar."""

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from kzannotate.ui.elided_label import ElidedLabel

_WIDTH = 260


class ProgressLine(QWidget):
    """What is being done, how far it is, and a button that stops it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._what = ElidedLabel()
        self._what.setFixedWidth(_WIDTH)
        self._bar = QProgressBar()
        self._bar.setAccessibleName("Progress")
        self._bar.setMaximumWidth(220)
        self.cancel = QPushButton("Cancel")
        self.cancel.setAccessibleName("Cancel the work under way")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for part in (self._what, self._bar, self.cancel):
            row.addWidget(part)
        self.hide()

    def tell(self, done: int, total: int, what: str) -> None:
        """Show how far it is; `total` 0: nobody knows."""
        self._what.setText(what)
        self._bar.setRange(0, total)
        self._bar.setValue(done)
