"""The pages of the shown document as rows, each with its thumbnail once that is drawn."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kzannotate.ui.reader.thumbnails import Thumbnails

Index = QModelIndex | QPersistentModelIndex


class PageModel(QAbstractListModel):
    """One row a page. A thumbnail that is asked for and isn't there is drawn soon."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thumbnails: Thumbnails | None = None

    def show(self, thumbnails: Thumbnails) -> None:
        """Show the pages of another reader."""
        if self._thumbnails is not None:
            self._thumbnails.renewed.disconnect(self._renew)
            self._thumbnails.drawn.disconnect(self._drawn)
        self._thumbnails = thumbnails
        thumbnails.renewed.connect(self._renew)
        thumbnails.drawn.connect(self._drawn)
        self._renew()

    # Qt's overrides

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        if parent.isValid() or self._thumbnails is None:
            return 0
        return len(self._thumbnails.pages)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if not index.isValid() or self._thumbnails is None:
            return None
        number = index.row() + 1
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return str(number)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"Page {number} of {self.rowCount()}"
            case Qt.ItemDataRole.DecorationRole:
                picture = self._thumbnails.get(number)
                if picture is None:
                    self._thumbnails.want(number)
                return picture
            case _:
                return None

    # Inside

    def _renew(self) -> None:
        self.beginResetModel()
        self.endResetModel()

    def _drawn(self, number: int) -> None:
        index = self.index(number - 1)
        if index.isValid():
            self.dataChanged.emit(index, index, [Qt.ItemDataRole.DecorationRole])
