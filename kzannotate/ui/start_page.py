"""What the window shows while no project is open."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

_PATH = Qt.ItemDataRole.UserRole
_WIDTH = 640


class StartPage(QWidget):
    """New, open, and the recent projects."""

    chosen = Signal(Path)
    """A recent project is to be opened."""

    def __init__(self, new: QAction, open_: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = QLabel("kzannotate")
        large = title.font()
        large.setPointSizeF(large.pointSizeF() * 2)
        large.setBold(True)
        title.setFont(large)
        about = QLabel("Tag demands, victims and legal articles in texts and PDFs.")
        self.recent = QListWidget()
        self.recent.setAccessibleName("Recent projects")
        self.recent.itemActivated.connect(self._choose)
        self.recent.itemClicked.connect(self._choose)
        self._heading = QLabel("Recent projects")
        self._drop = QLabel("A project file can also be dropped here.")
        column = QVBoxLayout()
        column.setSpacing(12)
        column.addStretch(1)
        column.addWidget(title)
        column.addWidget(about)
        column.addLayout(_buttons(new, open_))
        column.addWidget(self._heading)
        column.addWidget(self.recent, 3)
        column.addWidget(self._drop)
        column.addStretch(1)
        middle = QWidget()
        middle.setLayout(column)
        middle.setMaximumWidth(_WIDTH)
        row = QHBoxLayout(self)
        row.addStretch(1)
        row.addWidget(middle, 4)
        row.addStretch(1)

    def show_recent(self, paths: Iterable[Path]) -> None:
        """List the recent projects."""
        self.recent.clear()
        for path in paths:
            item = QListWidgetItem(f"{path.stem}\n{path.parent}")
            item.setData(_PATH, path)
            item.setToolTip(str(path))
            self.recent.addItem(item)
        some = self.recent.count() > 0
        self._heading.setVisible(some)
        self.recent.setVisible(some)
        if some:
            self.recent.setCurrentRow(0)

    def _choose(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(_PATH))


def _buttons(*actions: QAction) -> QHBoxLayout:
    row = QHBoxLayout()
    for action in actions:
        button = QToolButton()
        button.setDefaultAction(action)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setMinimumHeight(36)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        row.addWidget(button)
    row.addStretch(1)
    return row
