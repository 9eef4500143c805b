"""The corpus: every document of the project, opened, removed or read anew from here."""

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QHeaderView, QVBoxLayout, QWidget

from kzannotate.model.document import Document
from kzannotate.model.ids import DocumentId
from kzannotate.model.progress import Monitor
from kzannotate.project import reading
from kzannotate.ui.corpus_model import HEADINGS, CorpusModel
from kzannotate.ui.jobs import Jobs, Latest
from kzannotate.ui.row_table import RowTable
from kzannotate.ui.second import Second

Read = tuple[list[Document], dict[DocumentId, int]]


class CorpusPanel(QWidget):
    """The list of documents."""

    chosen = Signal(object)
    """A document (its id) is to be opened."""
    chosen_beside = Signal(object)
    """A document (its id) is to be opened in the other reader."""
    shown = Signal()
    """The list is up to date."""

    def __init__(self, second: Second, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._second = second
        self._latest = Latest(jobs, self._show)
        self.model = CorpusModel(self)
        self.table = RowTable("Documents of the corpus", self.model, 0)
        header = self.table.horizontalHeader()
        for number in range(1, len(HEADINGS)):
            header.setSectionResizeMode(number, QHeaderView.ResizeMode.ResizeToContents)
        self.table.activated.connect(self._choose)
        self.table.clicked.connect(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table)
        self.setFocusProxy(self.table)

    def refresh(self) -> None:
        """Read the corpus again, off the GUI thread."""
        self._latest.ask(self._read)

    def selected(self) -> list[Document]:
        """The documents of the selected rows."""
        return [self.model.document(i) for i in self.table.selectionModel().selectedRows()]

    def choose_beside(self) -> None:
        """Have the current row's document opened in the other reader."""
        if self.table.currentIndex().isValid():
            self.chosen_beside.emit(self.model.document(self.table.currentIndex()).id)

    def mark(self, document: DocumentId | None) -> None:
        """Select the document that the reader shows."""
        index = self.model.find(document) if document else QModelIndex()
        if index.isValid() and index.row() != self.table.currentIndex().row():
            self.table.go_to(index.row())

    def _read(self, _monitor: Monitor) -> Read:
        with self._second.lend() as project:
            return reading.documents(project), reading.annotation_counts(project)

    def _show(self, read: Read) -> None:
        self.model.show(*read)
        self.shown.emit()

    def _choose(self, index: QModelIndex) -> None:
        self.chosen.emit(self.model.document(index).id)
