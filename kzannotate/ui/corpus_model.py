"""The documents of the corpus as rows."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from kzannotate.model.document import Document
from kzannotate.model.ids import DocumentId

Index = QModelIndex | QPersistentModelIndex

HEADINGS = ("Document", "Language", "Pages", "Length", "Tags")
_EXPLAINED = (
    "Name of the document",
    "Languages, the most frequent first",
    "Pages, of a document that has some; OCR: text of some was recognised, and may be wrong",
    "Characters of its text",
    "Annotations",
)
_NUMBERS = 2
"""From this column on there are numbers."""


class CorpusModel(QAbstractTableModel):
    """One row a document, by name."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._documents: list[Document] = []
        self._counts: Mapping[DocumentId, int] = {}

    def show(self, documents: list[Document], counts: Mapping[DocumentId, int]) -> None:
        """Show these documents; rows that stay keep their place and selection."""
        self._counts = counts
        self._remove_all_but({document.id for document in documents})
        for row, document in enumerate(documents):
            if row < len(self._documents) and self._documents[row].id == document.id:
                self._documents[row] = document
            else:
                self.beginInsertRows(QModelIndex(), row, row)
                self._documents.insert(row, document)
                self.endInsertRows()
        if len(self._documents) != len(documents):  # the order changed
            self.beginResetModel()
            self._documents = list(documents)
            self.endResetModel()
        if documents:
            last = self.index(len(documents) - 1, len(HEADINGS) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def document(self, index: Index) -> Document:
        """The document of a row."""
        return self._documents[index.row()]

    def find(self, document: DocumentId) -> QModelIndex:
        """The row of a document; invalid if it isn't there."""
        for row, shown in enumerate(self._documents):
            if shown.id == document:
                return self.index(row, 0)
        return QModelIndex()

    # Qt's overrides

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        return 0 if parent.isValid() else len(self._documents)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        return 0 if parent.isValid() else len(HEADINGS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - as Qt has it
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return HEADINGS[section]
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.ToolTipRole:
            return _EXPLAINED[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if not index.isValid():
            return None
        document = self._documents[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._cell(document, index.column())
            case Qt.ItemDataRole.ToolTipRole:
                return f"{document.name}\n{document.note}".strip()
            case Qt.ItemDataRole.AccessibleTextRole if index.column() == 0 and document.note:
                return f"{document.name}, {document.note}"
            case Qt.ItemDataRole.TextAlignmentRole if index.column() >= _NUMBERS:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    # Inside

    def _cell(self, document: Document, column: int) -> str:
        cells = (
            f"⚠ {document.name}" if document.note else document.name,
            " ".join(document.languages),
            f"{document.pages or ''}{' OCR' if document.recognised else ''}",
            QLocale().toString(document.characters),
            str(self._counts.get(document.id, "")),
        )
        return cells[column]

    def _remove_all_but(self, staying: set[DocumentId]) -> None:
        for row in reversed(range(len(self._documents))):
            if self._documents[row].id not in staying:
                self.beginRemoveRows(QModelIndex(), row, row)
                del self._documents[row]
                self.endRemoveRows()
