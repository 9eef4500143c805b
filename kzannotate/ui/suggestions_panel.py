"""The panel of suggestions: by code and document, the surest first, answered several at once."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from kzannotate.model.changes import Changes
from kzannotate.model.codebook import Code, in_tree_order
from kzannotate.model.ids import CodeId, DocumentId
from kzannotate.model.progress import Monitor
from kzannotate.model.suggestion import Proposal
from kzannotate.model.wording import counted
from kzannotate.project import elsewhere, reading, suggesting
from kzannotate.project.session import Project
from kzannotate.project.suggesting import Wanted
from kzannotate.ui.jobs import Jobs, Latest
from kzannotate.ui.second import Second
from kzannotate.ui.suggestion_model import Group, Load, SuggestionModel

_SCORES = ("Any score", "0.5 and better", "0.7 and better", "0.9 and better")
_LEAST = (0.0, 0.5, 0.7, 0.9)
_MOST = 20_000
"""Places of what is tagged elsewhere that are listed."""
_PAUSE_MS = 300
"""The list is made anew when changes pause so long, so that tagging is never slowed."""
_LETTERS = {1: 6, 2: 26, 3: 7}


@dataclass(frozen=True)
class _Found:
    """What is listed: sizes of groups, names of documents, and rows that were read already."""

    counts: Mapping[Group, int]
    names: Mapping[DocumentId, str]
    rows: Mapping[Group, Sequence[Proposal]] | None


class SuggestionsPanel(QWidget):
    """What waits for an answer: by the rules, or tagged elsewhere and not here."""

    shown_one = Signal(object)
    """A `Proposal` to be shown; the focus stays in the list."""
    chosen = Signal(object)
    """A `Proposal` to be gone to."""
    filled = Signal()
    """The list was made anew."""

    def __init__(
        self, project: Project, second: Second, jobs: Jobs, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._project = project
        self._second = second
        self._latest = Latest(jobs, self._show)
        self._codes: Sequence[Code] = ()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self.fill)
        self.document: DocumentId | None = None
        """The one that the reader shows."""
        self.model = SuggestionModel(self)
        self.source = _box("What is listed", ("By the rules", "Tagged elsewhere, not here"))
        self.scope = _box("Of which documents", ("Whole corpus", "This document"))
        self.least = _box("How sure", _SCORES)
        self.count = QLabel()
        self.count.setAccessibleName("How many suggestions wait for an answer")
        self.tree = self._make_tree()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._bar())
        column.addWidget(self.tree)
        self.setFocusProxy(self.tree)

    def fill(self) -> None:
        """List anew, off the GUI thread."""
        if self.source.currentIndex():
            self._latest.ask(self._find_elsewhere)
        else:
            wanted = Wanted(least=_LEAST[self.least.currentIndex()])
            self._latest.ask(partial(self._find_ruled, wanted))

    def refresh(self, changes: Changes) -> None:
        """Show what changed, when it is quiet."""
        if changes:
            self._pause.start()

    def show_document(self, document: DocumentId | None) -> None:
        """The reader shows another document."""
        self.document = document
        if self.scope.currentIndex():
            self.fill()

    def show_codes(self, codes: Mapping[CodeId, Code]) -> None:
        """Use these codes' names and order."""
        self._codes = in_tree_order(codes.values())
        self.fill()

    def selected(self) -> list[Proposal]:
        """The suggestions of the selected rows; of a group all that are in it."""
        return self.model.proposals(self.tree.selectionModel().selectedRows())

    # Inside

    def _bar(self) -> QHBoxLayout:
        bar = QHBoxLayout()
        bar.setContentsMargins(8, 4, 8, 4)
        bar.setSpacing(8)
        for box in (self.source, self.scope, self.least):
            box.currentIndexChanged.connect(self.fill)
            bar.addWidget(box)
        bar.addStretch()
        bar.addWidget(self.count)
        return bar

    def _make_tree(self) -> QTreeView:
        tree = QTreeView()
        tree.setAccessibleName("Suggestions")
        tree.setModel(self.model)
        tree.setUniformRowHeights(True)
        tree.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        header = tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for section, letters in _LETTERS.items():
            header.resizeSection(section, letters * self.fontMetrics().averageCharWidth())
        tree.selectionModel().currentChanged.connect(self._walked)
        tree.activated.connect(lambda index: self._tell(index, go=True))
        return tree

    def _find_ruled(self, wanted: Wanted, _monitor: Monitor) -> _Found:
        with self._second.lend() as project:
            counts = suggesting.counts(project, wanted.least)
            return _Found(counts, _names(project), None)

    def _find_elsewhere(self, monitor: Monitor) -> _Found:
        rows: dict[Group, list[Proposal]] = defaultdict(list)
        with self._second.lend() as project:
            for number, one in enumerate(elsewhere.everywhere(project, monitor)):
                if number == _MOST:
                    break
                rows[one.suggestion.code, one.document].append(one)
            counts = {group: len(found) for group, found in rows.items()}
            return _Found(counts, _names(project), rows)

    def _show(self, found: _Found) -> None:
        here = self.document if self.scope.currentIndex() else None
        counts = {group: count for group, count in found.counts.items() if here in (None, group[1])}
        codes = {code.key: code.name for code in self._codes}
        self._keep_place(counts, codes, found)
        self.count.setText(counted(sum(counts.values()), "suggestion"))
        self.filled.emit()

    def _load(self, least: float, code: str, document: DocumentId) -> list[Proposal]:
        return _surest(suggesting.of(self._project, Wanted(document, code, least)))

    def _keep_place(
        self, counts: Mapping[Group, int], codes: Mapping[str, str], found: _Found
    ) -> None:
        """What is open, current and on the screen stays so."""
        rows = found.rows
        load: Load = partial(self._load, _LEAST[self.least.currentIndex()])
        if rows is not None:
            load = lambda code, document: _surest(rows[code, document])  # noqa: E731
        tree = self.tree
        was_empty = self.model.rowCount() == 0
        opened = [self.model.path(index) for index in self._opened(QModelIndex())]
        current, scrolled = tree.currentIndex(), tree.verticalScrollBar().value()
        path = self.model.path(current) if current.isValid() else None
        row = current.row()
        self.model.show(counts, codes, found.names, load)
        for group in opened:
            tree.setExpanded(self.model.find(group), True)
        if was_empty:
            tree.expandToDepth(0)
        if path:
            self._go_near(path, row)
        tree.verticalScrollBar().setValue(scrolled)

    def _go_near(self, path: tuple[object, ...], row: int) -> None:
        """To the row of that name or, if it was answered, to the one that took its place."""
        index = self.model.find(path)
        if not index.isValid():
            group = self.model.find(path[:2])
            last = self.model.rowCount(group) - 1
            index = self.model.index(min(row, last), 0, group) if last >= 0 else group
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
        rows = QItemSelectionModel.SelectionFlag.Rows
        blocked = self.tree.selectionModel().blockSignals(True)
        self.tree.selectionModel().setCurrentIndex(index, flags | rows)
        self.tree.selectionModel().blockSignals(blocked)

    def _opened(self, parent: QModelIndex) -> Iterable[QModelIndex]:
        for row in range(self.model.rowCount(parent)):
            index = self.model.index(row, 0, parent)
            if self.tree.isExpanded(index):
                yield index
                yield from self._opened(index)

    def _walked(self, index: QModelIndex) -> None:
        if self.tree.hasFocus():
            self._tell(index, go=False)

    def _tell(self, index: QModelIndex, *, go: bool) -> None:
        proposal = self.model.proposal(index) if index.isValid() else None
        if proposal:
            (self.chosen if go else self.shown_one).emit(proposal)


def _box(name: str, choices: Sequence[str]) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    box.addItems(list(choices))
    return box


def _names(project: Project) -> dict[DocumentId, str]:
    return {one.id: one.name for one in reading.documents(project)}


def _surest(found: Iterable[Proposal]) -> list[Proposal]:
    """The surest first; of equals in reading order."""
    return sorted(found, key=lambda one: (-one.suggestion.score, one.suggestion.start))
