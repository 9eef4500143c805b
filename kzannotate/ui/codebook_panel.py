"""The codebook: a tree of codes; Enter or a double click tags the selection with one.

Nothing can be dragged: codes are merged and moved by the menu Codebook alone.
"""

from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHeaderView,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QTreeWidgetItemIterator,
    QVBoxLayout,
    QWidget,
)

from kzannotate.model.codebook import Code
from kzannotate.model.ids import CodeId
from kzannotate.model.text import fold
from kzannotate.ui import theme

_ID = Qt.ItemDataRole.UserRole
_FOLDED = Qt.ItemDataRole.UserRole + 1


class CodebookPanel(QWidget):
    """Codes with their colour, key and number of annotations, below a filter."""

    chosen = Signal(object)
    """Tag with this code (its id)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: Mapping[CodeId, int] = {}
        self._digits: Mapping[CodeId, str] = {}
        self.filter = QLineEdit()
        self.filter.setPlaceholderText("Filter codes")
        self.filter.setAccessibleName("Filter codes")
        self.filter.setAcceptDrops(False)
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self._filter)
        self.tree = QTreeWidget()
        self.tree.setAccessibleName("Codes")
        self.tree.setHeaderLabels(["Code", "Key", "Tags"])
        self.tree.setUniformRowHeights(True)
        self.tree.setExpandsOnDoubleClick(False)
        self.tree.itemActivated.connect(lambda item: self.chosen.emit(item.data(0, _ID)))
        header = self.tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        bar = QVBoxLayout()
        bar.setContentsMargins(8, 4, 8, 4)
        bar.addWidget(self.filter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self.tree)
        self.setFocusProxy(self.tree)

    @property
    def current(self) -> CodeId | None:
        """The code of the current row, if that is shown."""
        item = self.tree.currentItem()
        return None if item is None or item.isHidden() else CodeId(item.data(0, _ID))

    def show_codes(self, codes: Sequence[Code]) -> None:
        """Show these codes, siblings in their order; the current one stays current.

        If it is gone, the one in its place becomes current. What was folded stays folded.
        """
        folded = {item.data(0, _ID) for item in self._items() if not item.isExpanded()}
        folded &= {item.data(0, _ID) for item in self._items() if item.childCount()}
        before = [item.data(0, _ID) for item in self._items()]
        kept = self.current
        self.tree.clear()
        children: dict[CodeId | None, list[Code]] = {}
        for code in codes:
            children.setdefault(code.parent, []).append(code)
        self._hang(None, children)
        self.tree.setRootIsDecorated(len(children) > 1)
        for item in self._items():
            item.setExpanded(item.data(0, _ID) not in folded)
        self.show_counts(self._counts)
        self.show_digits(self._digits)
        self._filter(self.filter.text())
        self._return_to(kept, before)

    def show_counts(self, counts: Mapping[CodeId, int]) -> None:
        """Renew the numbers alone."""
        self._counts = counts
        for item in self._items():
            item.setText(2, str(counts.get(item.data(0, _ID), 0)))

    def show_digits(self, digits: Mapping[CodeId, str]) -> None:
        """Show which digit tags with which code, beside its letter."""
        self._digits = digits
        for item in self._items():
            keys = (item.data(1, _ID), digits.get(item.data(0, _ID)))
            item.setText(1, " ".join(key for key in keys if key))

    def go_to(self, code: CodeId) -> None:
        """Make a code the current one."""
        for item in self._items():
            if item.data(0, _ID) == code:
                self.tree.setCurrentItem(item)

    def _hang(
        self, parent: QTreeWidgetItem | None, children: Mapping[CodeId | None, list[Code]]
    ) -> None:
        above = parent or self.tree.invisibleRootItem()
        for code in children.get(parent.data(0, _ID) if parent else None, ()):
            item = QTreeWidgetItem(above, [code.name, code.shortcut])
            item.setIcon(0, theme.chip(code.colour))
            item.setData(0, _ID, code.id)
            item.setData(1, _ID, code.shortcut)
            item.setData(0, _FOLDED, fold(f"{code.name}\n{code.definition}"))
            item.setToolTip(0, code.definition)
            item.setTextAlignment(2, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self._hang(item, children)

    def _return_to(self, kept: CodeId | None, before: Sequence[CodeId]) -> None:
        there = [item.data(0, _ID) for item in self._items() if not item.isHidden()]
        if there and kept not in there:
            place = before.index(kept) if kept in before else 0
            kept = there[min(place, len(there) - 1)]
        if kept:
            self.go_to(kept)

    def _filter(self, text: str) -> None:
        """Show what has all these words in name or definition, and what that hangs from."""
        words = fold(text).split()
        for item in self._items():
            item.setHidden(True)
        for item in self._items():
            if all(word in item.data(0, _FOLDED) for word in words):
                shown: QTreeWidgetItem | None = item
                while shown is not None:
                    shown.setHidden(False)
                    shown = shown.parent()
        if self.current is None:
            self._return_to(None, ())

    def _items(self) -> Iterator[QTreeWidgetItem]:
        """All rows, from top to bottom."""
        walk = QTreeWidgetItemIterator(self.tree)
        while item := walk.value():
            yield item
            walk += 1
