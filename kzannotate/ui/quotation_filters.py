"""The row of filters above the table of quotations."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QWidget

from kzannotate.model.codebook import Code
from kzannotate.model.ids import DocumentId
from kzannotate.model.listing import Column, Listing
from kzannotate.project.listing import dated
from kzannotate.ui import theme


class QuotationFilters(QWidget):
    """Fields that together say which quotations are wanted."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document: DocumentId | None = None
        """The one that the reader shows."""
        self.text = _field("Quotation or memo", "Filter by words of quotation or memo")
        self.code = _box("All codes", "Filter by code")
        self.scope = _box("Whole corpus", "Filter by document")
        self.scope.addItem("This document", True)
        self.name = _field("Document", "Filter by words of the document's name")
        self.coder = _box("All coders", "Filter by coder")
        self.dates = _field("Date", "Filter by date: 2024, 2024-05-03 or 2024-05..2024-06")
        self.count = QLabel()
        self.count.setAccessibleName("How many quotations are shown")
        bar = QHBoxLayout(self)
        bar.setContentsMargins(8, 4, 8, 4)
        bar.setSpacing(8)
        for part, stretch in (
            (self.text, 3),
            (self.code, 0),
            (self.scope, 0),
            (self.name, 1),
            (self.coder, 0),
            (self.dates, 1),
            (self.count, 0),
        ):
            bar.addWidget(part, stretch)
        for field in (self.text, self.name, self.dates):
            field.textChanged.connect(self.changed)
        for box in (self.code, self.scope, self.coder):
            box.currentIndexChanged.connect(self.changed)

    def listing(self, order: Column, descending: bool) -> Listing:
        """What is wanted, in this order. Raises KzError for a date that is none."""
        return dated(
            Listing(
                text=self.text.text(),
                code=self.code.currentData(),
                document=self.document if self.scope.currentData() else None,
                name=self.name.text(),
                coder=self.coder.currentData() or "",
                order=order,
                descending=descending,
            ),
            self.dates.text(),
        )

    def clear(self) -> None:
        """Let everything through."""
        self.blockSignals(True)
        for field in (self.text, self.name, self.dates):
            field.clear()
        for box in (self.code, self.scope, self.coder):
            box.setCurrentIndex(0)
        self.blockSignals(False)
        self.changed.emit()

    def switch_scope(self) -> None:
        """From the whole corpus to this document, or back."""
        self.scope.setCurrentIndex(1 - self.scope.currentIndex())

    def show_document(self, document: DocumentId | None) -> None:
        """Use this as the document that the reader shows."""
        if document != self.document:
            self.document = document
            if self.scope.currentData():
                self.changed.emit()

    def show_codes(self, codes: Iterable[Code]) -> None:
        """Offer these codes; the chosen one stays chosen."""
        kept = self.code.currentData()
        self.code.blockSignals(True)
        while self.code.count() > 1:
            self.code.removeItem(1)
        for code in codes:
            self.code.addItem(theme.chip(code.colour), code.name, code.id)
        self._choose_again(self.code, kept)

    def show_coders(self, coders: Sequence[str]) -> None:
        """Offer these coders; the chosen one stays chosen."""
        kept = self.coder.currentData()
        self.coder.blockSignals(True)
        while self.coder.count() > 1:
            self.coder.removeItem(1)
        for coder in coders:
            self.coder.addItem(coder, coder)
        self._choose_again(self.coder, kept)

    def _choose_again(self, box: QComboBox, kept: object) -> None:
        box.setCurrentIndex(max(0, box.findData(kept)))
        box.blockSignals(False)
        if box.currentData() != kept:
            self.changed.emit()


def _field(hint: str, name: str) -> QLineEdit:
    field = QLineEdit()
    field.setPlaceholderText(hint)
    field.setAccessibleName(name)
    field.setToolTip(name)
    field.setAcceptDrops(False)
    field.setClearButtonEnabled(True)
    return field


def _box(all_of_them: str, name: str) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    box.setToolTip(name)
    box.addItem(all_of_them, None)
    return box
