"""The tables of the window: whole rows, walked by keys."""

from collections.abc import Callable, Iterable
from itertools import groupby

from PySide6.QtCore import (
    QAbstractItemModel,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView


class RowTable(QTableView):
    """Shows a model's rows; the row to which the focus comes by keys is selected."""

    walked = Signal(int)
    """The user, not the program, went to a row."""

    def __init__(self, name: str, model: QAbstractItemModel, stretched: int) -> None:
        """`name` is for screen readers; `stretched` the column that takes the room left."""
        super().__init__()
        self.setAccessibleName(name)
        self._quiet = False
        self.setModel(model)
        self.selectionModel().currentRowChanged.connect(self._moved)
        self.clicked.connect(lambda index: self.walked.emit(index.row()))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 8)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(stretched, QHeaderView.ResizeMode.Stretch)

    def widen(self, letters: dict[int, int]) -> None:
        """Give columns room for so many letters."""
        for column, count in letters.items():
            self.horizontalHeader().resizeSection(
                column, count * self.fontMetrics().averageCharWidth()
            )

    def go_to(self, row: int) -> None:
        """Make a row the current one and the only one selected, whatever keys are held down."""
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
        rows = QItemSelectionModel.SelectionFlag.Rows
        index = self.model().index(row, 0)
        self.quietly(lambda: self.selectionModel().setCurrentIndex(index, flags | rows))

    def quietly(self, change: Callable[[], None]) -> None:
        """Change the rows or the current one: that isn't the user walking."""
        self._quiet = True
        change()
        self._quiet = False

    def select(self, rows: Iterable[int]) -> None:
        """Select these rows, in order, alone."""
        selection = QItemSelection()
        for _, run in groupby(enumerate(rows), lambda pair: pair[1] - pair[0]):
            whole = [row for _, row in run]
            first, last = (self.model().index(row, 0) for row in (whole[0], whole[-1]))
            selection.select(first, last)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().select(selection, flags | QItemSelectionModel.SelectionFlag.Rows)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._quiet = True  # Qt makes the first row the current one
        super().focusInEvent(event)
        self._quiet = False
        clicked = event.reason() == Qt.FocusReason.MouseFocusReason
        if not clicked and not self.selectionModel().hasSelection():
            self.go_to(max(0, self.currentIndex().row()))

    def _moved(self, index: QModelIndex) -> None:
        if index.isValid() and self.hasFocus() and not self._quiet:
            self.walked.emit(index.row())
