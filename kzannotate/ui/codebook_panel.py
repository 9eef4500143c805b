"""The codebook: a row a code; Enter or a double click tags the selection with it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from kzannotate.model.codebook import Code
from kzannotate.model.ids import CodeId
from kzannotate.ui import theme

_ID = Qt.ItemDataRole.UserRole


class CodebookPanel(QWidget):
    """Codes with their colour, key and number of annotations."""

    chosen = Signal(object)
    """Tag with this code (its id)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tree = QTreeWidget()
        self.tree.setAccessibleName("Codes")
        self.tree.setHeaderLabels(["Code", "Key", "Tags"])
        self.tree.setRootIsDecorated(False)
        self.tree.setUniformRowHeights(True)
        self.tree.itemActivated.connect(lambda item: self.chosen.emit(item.data(0, _ID)))
        header = self.tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.tree)
        self.setFocusProxy(self.tree)

    def show_codes(self, codes: Sequence[Code], counts: Mapping[CodeId, int]) -> None:
        """List these codes; the current one stays current."""
        current = self.tree.currentItem()
        kept = current.data(0, _ID) if current else None
        self.tree.clear()
        for code in codes:
            item = QTreeWidgetItem([code.name, code.shortcut, str(counts.get(code.id, 0))])
            item.setIcon(0, theme.chip(code.colour))
            item.setData(0, _ID, code.id)
            item.setToolTip(0, code.definition)
            item.setTextAlignment(2, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.tree.addTopLevelItem(item)
            if code.id == kept:
                self.tree.setCurrentItem(item)
        if kept is None:
            self.tree.setCurrentIndex(self.tree.model().index(0, 0))

    def show_counts(self, counts: Mapping[CodeId, int]) -> None:
        """Renew the numbers alone."""
        for row in range(self.tree.topLevelItemCount()):
            item = self.tree.topLevelItem(row)
            if item is not None:
                item.setText(2, str(counts.get(item.data(0, _ID), 0)))
