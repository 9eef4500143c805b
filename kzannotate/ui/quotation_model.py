"""The quotations of the whole corpus as rows, filtered; quick at 100,000 of them."""

from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt
from PySide6.QtGui import QIcon

from kzannotate.model.annotation import Annotation
from kzannotate.model.codebook import Code
from kzannotate.model.ids import AnnotationId, CodeId
from kzannotate.model.text import fold
from kzannotate.ui.corpus_model import Index

HEADINGS = ("Code", "Quotation", "Document", "Page", "Coder", "Memo", "Created")
_SHOWN = 300
"""Characters of a quotation in a cell at most."""


@dataclass(frozen=True, slots=True)
class Row:
    """One quotation and what the filter looks at."""

    key: tuple[str, str, int, int, int, str]
    """Orders the rows: document, place."""
    annotation: Annotation
    document: str
    folded: str


def row(annotation: Annotation, document: str) -> Row:
    """Make a row; off the GUI thread where there are many."""
    place = annotation.start, annotation.page or 0, annotation.stop
    key = (document.casefold(), document, *place, annotation.id)
    return Row(key, annotation, document, fold(f"{annotation.shown}\n{annotation.memo}"))


class QuotationModel(QAbstractTableModel):
    """Rows in reading order, document by document; those the filter lets through are shown."""

    def __init__(self, icons: Callable[[str], QIcon], parent: QObject | None = None) -> None:
        """`icons` makes the mark of a code of its colour."""
        super().__init__(parent)
        self._make_icon = icons
        self._codes: Mapping[CodeId, Code] = {}
        self._icons: dict[CodeId, QIcon] = {}
        self._all: dict[AnnotationId, Row] = {}
        self._shown: list[Row] = []
        self._words: tuple[str, ...] = ()
        self._code: CodeId | None = None

    def show(self, rows: Iterable[Row]) -> None:
        """Show these rows instead of the ones before."""
        self._all = {row.annotation.id: row for row in rows}
        self._filter()

    def show_codes(self, codes: Mapping[CodeId, Code]) -> None:
        """Use these codes' names and colours."""
        self._codes = codes
        self._icons = {code.id: self._make_icon(code.colour) for code in codes.values()}
        if self._shown:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._shown) - 1, 0))

    def filter(self, text: str, code: CodeId | None) -> None:
        """Show what has all these words in quotation or memo, and this code; "" and None: all."""
        self._words, self._code = tuple(fold(text).split()), code
        self._filter()

    def put(self, row: Row) -> None:
        """Add a quotation, or renew it."""
        old = self._all.get(row.annotation.id)
        place = self._place(old) if old else None
        if old and place is not None and old.key == row.key and self._passes(row):
            self._all[row.annotation.id] = self._shown[place] = row
            self.dataChanged.emit(self.index(place, 0), self.index(place, len(HEADINGS) - 1))
            return
        self.drop(row.annotation.id)
        self._all[row.annotation.id] = row
        if self._passes(row):
            place = bisect_left(self._shown, row.key, key=lambda shown: shown.key)
            self.beginInsertRows(QModelIndex(), place, place)
            insort(self._shown, row, key=lambda shown: shown.key)
            self.endInsertRows()

    def drop(self, annotation: AnnotationId) -> None:
        """Take a quotation out, if it is there."""
        old = self._all.pop(annotation, None)
        place = self._place(old) if old else None
        if place is not None:
            self.beginRemoveRows(QModelIndex(), place, place)
            del self._shown[place]
            self.endRemoveRows()

    def annotation(self, index: Index) -> Annotation:
        """The annotation of a row."""
        return self._shown[index.row()].annotation

    def find(self, annotation: AnnotationId) -> QModelIndex:
        """The row of an annotation; invalid if it isn't shown."""
        known = self._all.get(annotation)
        place = self._place(known) if known else None
        return QModelIndex() if place is None else self.index(place, 0)

    @property
    def total(self) -> int:
        """How many quotations there are, shown or not."""
        return len(self._all)

    # Qt's overrides

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        return 0 if parent.isValid() else len(self._shown)

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
        shown = self._shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._cell(shown, index.column())
        if role == Qt.ItemDataRole.DecorationRole and index.column() == 0:
            return self._icons.get(shown.annotation.code)
        return None

    # Inside

    def _filter(self) -> None:
        self.beginResetModel()
        self._shown = sorted(filter(self._passes, self._all.values()), key=lambda row: row.key)
        self.endResetModel()

    def _passes(self, row: Row) -> bool:
        right_code = self._code is None or row.annotation.code == self._code
        return right_code and all(word in row.folded for word in self._words)

    def _place(self, row: Row) -> int | None:
        place = bisect_left(self._shown, row.key, key=lambda shown: shown.key)
        found = place < len(self._shown) and self._shown[place].key == row.key
        return place if found else None

    def _cell(self, shown: Row, column: int) -> str:
        annotation = shown.annotation
        code = self._codes.get(annotation.code)
        cells = (
            code.name if code else "?",
            " ".join(annotation.shown[:_SHOWN].split()),
            shown.document,
            str(annotation.page or ""),
            annotation.coder,
            " ".join(annotation.memo[:_SHOWN].split()),
            annotation.created[:16].replace("T", " "),
        )
        return cells[column]
