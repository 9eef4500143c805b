"""The hits of a search as rows: document, page, and the match in its context."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from kzannotate.model.query import Hit
from kzannotate.ui.corpus_model import Index

HEADINGS = ("Document", "Page", "In its context")
CONTEXT = 2
"""The column that `context_delegate` paints."""
HIT = Qt.ItemDataRole.UserRole
"""The role that gives the `Hit` itself."""


class HitModel(QAbstractTableModel):
    """One row a hit, the most relevant passages first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.hits: Sequence[Hit] = ()

    def show(self, hits: Sequence[Hit]) -> None:
        """Show the hits of another search."""
        self.beginResetModel()
        self.hits = hits
        self.endResetModel()

    # Qt's overrides

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        return 0 if parent.isValid() else len(self.hits)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        return 0 if parent.isValid() else len(HEADINGS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - as Qt has it
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return HEADINGS[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if not index.isValid():
            return None
        hit = self.hits[index.row()]
        if role == HIT:
            return hit
        if role == Qt.ItemDataRole.DisplayRole:
            return (hit.name, str(hit.page or ""), hit.snippet)[index.column()]
        return None
