"""The rows of a table of quotations: their ids in order, and those in view read when they show."""

from collections.abc import Callable, Mapping, Sequence
from itertools import takewhile
from operator import eq
from typing import Any, get_args

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt
from PySide6.QtGui import QIcon

from kzannotate.model.annotation import Annotation
from kzannotate.model.codebook import Code
from kzannotate.model.ids import AnnotationId, CodeId
from kzannotate.model.listing import Column, Listed
from kzannotate.ui.corpus_model import Index

COLUMNS: tuple[Column, ...] = get_args(Column)
"""Headings, without their capital."""
_SHOWN = 300
"""Characters of a quotation in a cell at most."""
_WINDOW = 200
"""Rows read at once."""
_KEPT = 4_000
"""Rows kept at most."""
_FEW = 1_000
"""Up to so many rows come and go one after the other; beyond, the table is reset."""


class QuotationModel(QAbstractTableModel):
    """Quick at 100,000 rows: of those out of view only the id is known."""

    def __init__(
        self,
        read: Callable[[Sequence[AnnotationId]], Sequence[Listed]],
        icons: Callable[[str], QIcon],
        parent: QObject | None = None,
    ) -> None:
        """`read` gives the rows of some ids, in any order; `icons` a colour's mark."""
        super().__init__(parent)
        self._read = read
        self._make_icon = icons
        self._codes: Mapping[CodeId, Code] = {}
        self._icons: dict[CodeId, QIcon] = {}
        self._ids: list[AnnotationId] = []
        self._rows: dict[AnnotationId, Listed | None] = {}

    def show(self, ids: list[AnnotationId]) -> None:
        """Show these in this order, read anew; rows at the head and the tail that stay, stay."""
        self._rows.clear()
        old = self._ids
        head = _alike(old, ids)
        tail = _alike(old[head:][::-1], ids[head:][::-1])
        gone, come = len(old) - head - tail, len(ids) - head - tail
        if gone + come > _FEW:
            self.beginResetModel()
            self._ids = ids
            self.endResetModel()
            return
        if gone:
            self.beginRemoveRows(QModelIndex(), head, head + gone - 1)
            self._ids = old[:head] + old[head + gone :]
            self.endRemoveRows()
        if come:
            self.beginInsertRows(QModelIndex(), head, head + come - 1)
            self._ids = ids
            self.endInsertRows()
        self._renew(0, len(COLUMNS) - 1)

    def show_codes(self, codes: Mapping[CodeId, Code]) -> None:
        """Use these codes' names and colours."""
        self._codes = codes
        self._icons = {code.id: self._make_icon(code.colour) for code in codes.values()}
        self._renew(0, 0)

    def id(self, row: int) -> AnnotationId:
        """The annotation of a row."""
        return self._ids[row]

    def annotation(self, row: int) -> Annotation | None:
        """The annotation of a row; None if it was deleted since the rows were listed."""
        listed = self._listed(row)
        return listed.annotation if listed else None

    def rows_of(self, annotations: set[AnnotationId]) -> list[int]:
        """The rows where these are shown, in order."""
        return [row for row, shown in enumerate(self._ids) if shown in annotations]

    # Qt's overrides

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - as Qt has it
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return COLUMNS[section].capitalize()
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        wanted = role == Qt.ItemDataRole.DisplayRole
        marked = role == Qt.ItemDataRole.DecorationRole and index.column() == 0
        if not index.isValid() or not (wanted or marked):
            return None
        listed = self._listed(index.row())
        if listed is None:
            return None
        if marked:
            return self._icons.get(listed.annotation.code)
        return self._cell(listed, COLUMNS[index.column()])

    # Inside

    def _listed(self, row: int) -> Listed | None:
        wanted = self._ids[row]
        if wanted not in self._rows:
            if len(self._rows) > _KEPT:
                self._rows.clear()
            first = max(0, row - _WINDOW // 2)
            window = self._ids[first : first + _WINDOW]
            self._rows.update(dict.fromkeys(window))
            self._rows.update((one.annotation.id, one) for one in self._read(window))
        return self._rows[wanted]

    def _renew(self, first: int, last: int) -> None:
        if self._ids:
            self.dataChanged.emit(self.index(0, first), self.index(len(self._ids) - 1, last))

    def _cell(self, listed: Listed, column: Column) -> str:
        annotation = listed.annotation
        match column:
            case "code":
                code = self._codes.get(annotation.code)
                return code.name if code else "?"
            case "quotation":
                return _line(annotation.shown)
            case "document":
                return listed.document
            case "page":
                return str(annotation.page or "")
            case "coder":
                return annotation.coder
            case "memo":
                return _line(annotation.memo)
        return (annotation.created if column == "created" else annotation.modified)[:16].replace(
            "T", " "
        )


def _alike(one: Sequence[AnnotationId], other: Sequence[AnnotationId]) -> int:
    """How many are the same from the start."""
    return sum(takewhile(bool, map(eq, one, other)))


def _line(text: str) -> str:
    return " ".join(text[:_SHOWN].split())
