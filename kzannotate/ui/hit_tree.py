"""The list of hits: documents that fold, hits that are walked through and ticked by keys."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeView

from kzannotate.model.ids import DocumentId
from kzannotate.model.query import Hit
from kzannotate.ui.context_delegate import ContextDelegate
from kzannotate.ui.hit_model import CODES, CONTEXT, PAGE, HitModel
from kzannotate.ui.hit_order import Group

_STEPS = {QAbstractItemView.CursorAction.MoveUp: -1, QAbstractItemView.CursorAction.MoveDown: 1}
_LETTERS = {PAGE: 8, CODES: 26}


class HitTree(QTreeView):
    """Shows a `HitModel`; Left folds a document, Right unfolds it."""

    walked = Signal(object)
    """The user, not the program, went to a `Hit`."""
    chosen = Signal(object)
    """A `Hit` is to be gone to."""

    def __init__(self, model: HitModel) -> None:
        super().__init__()
        self.hits = model
        self._quiet = False
        self._folded: set[DocumentId] = set()
        self.setAccessibleName("Search hits")
        self.setModel(model)
        self.setItemDelegateForColumn(CONTEXT, ContextDelegate(self))
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setIndentation(self.fontMetrics().height())
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(CONTEXT, QHeaderView.ResizeMode.Stretch)
        for column, letters in _LETTERS.items():
            header.resizeSection(column, letters * self.fontMetrics().averageCharWidth())
        self.collapsed.connect(lambda index: self._folded.add(self._document(index)))
        self.expanded.connect(lambda index: self._folded.discard(self._document(index)))
        self.selectionModel().currentChanged.connect(self._moved)
        self.activated.connect(self._activate)

    @property
    def current(self) -> int | None:
        """The number of the current hit; None on a document, and where nothing is."""
        return self.hits.number(self.currentIndex())

    @property
    def current_hit(self) -> Hit | None:
        """The current hit."""
        return None if self.current is None else self.hits.hit(self.current)

    def show_groups(self, groups: list[Group], *, keep: bool) -> None:
        """Show these hits; `keep` the current one, its place on the screen, and what is folded."""
        here = self._anchor() if keep else None
        if not keep:
            self._folded.clear()
        self._quiet = True
        self.hits.show(groups)
        folded = set(self._folded)
        self.expandAll()  # one by one a thousand documents take a tenth of a second
        for row, group in enumerate(groups):
            if group.document in folded:
                self.collapse(self.hits.index(row, 0))
        if here:
            self._restore(*here)
        self._quiet = False

    def go_to(self, number: int) -> None:
        """Make a hit the current one, and show it."""
        self._quietly(lambda: self.setCurrentIndex(self.hits.at(number)))

    def next_number(self, by: int) -> int:
        """The hit after the current one, or before it below 0; round at the ends of the list."""
        index = self.currentIndex()
        if self.current is not None:
            return (self.current + by) % len(self.hits)
        row = index.row() if index.isValid() else 0
        first = self.hits.number(self.hits.index(0, 0, self.hits.index(row, 0))) or 0
        return first if by > 0 else (first - 1) % len(self.hits)

    # Qt's overrides

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Up and Down pass over the names of documents that are unfolded."""
        step = _STEPS.get(action)
        index = self.currentIndex()
        if step is None or not index.isValid():
            return super().moveCursor(action, modifiers)
        to = self._beside(index, step)
        while to.isValid() and self.hits.number(to) is None and self.isExpanded(to):
            to = self._beside(to, step)
        return to if to.isValid() else index

    def focusInEvent(self, event: QFocusEvent) -> None:
        if not self.currentIndex().isValid() and len(self.hits):
            self.go_to(0)  # Qt would take the first document
        super().focusInEvent(event)

    # Inside

    def _beside(self, index: QModelIndex, step: int) -> QModelIndex:
        index = index.siblingAtColumn(CONTEXT)
        return self.indexBelow(index) if step > 0 else self.indexAbove(index)

    def _document(self, index: QModelIndex) -> DocumentId:
        return self.hits.groups[index.row()].document

    def _quietly(self, change: Callable[[], None]) -> None:
        """Change the current hit: that isn't the user walking."""
        self._quiet = True
        change()
        self._quiet = False

    def _moved(self, index: QModelIndex) -> None:
        number = self.hits.number(index)
        if number is not None and not self._quiet and self.hasFocus():
            self.walked.emit(self.hits.hit(number))

    def _activate(self, index: QModelIndex) -> None:
        number = self.hits.number(index)
        if number is None:
            self.setExpanded(index.siblingAtColumn(CONTEXT), not self.isExpanded(index))
        else:
            self.chosen.emit(self.hits.hit(number))

    def _anchor(self) -> tuple[Hit | None, Hit | None, int]:
        """The current hit; and the one that must not move on the screen, with its height there."""
        index = self.currentIndex()
        if not self.viewport().rect().intersects(self.visualRect(index)):
            index = self.indexAt(self.viewport().rect().topLeft())
        if self.hits.number(index) is None:
            index = self.indexBelow(index)
        number = self.hits.number(index)
        fixed = None if number is None else self.hits.hit(number)
        return self.current_hit, fixed, self.visualRect(index).top()

    def _restore(self, current: Hit | None, fixed: Hit | None, top: int) -> None:
        number = self.hits.number_of(current)
        if number is not None:
            self.setCurrentIndex(self.hits.at(number))
        number = self.hits.number_of(fixed)
        if number is not None:
            self.executeDelayedItemsLayout()
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + self.visualRect(self.hits.at(number)).top() - top)
