"""The table of all quotations: filter, jump, delete several at once."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QLocale, QModelIndex, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from kzannotate.model.annotation import Annotation
from kzannotate.model.changes import Changes
from kzannotate.model.codebook import Code
from kzannotate.model.errors import KzError
from kzannotate.model.ids import AnnotationId, CodeId
from kzannotate.model.progress import Monitor
from kzannotate.project import reading, tagging
from kzannotate.project.session import Project
from kzannotate.ui import theme
from kzannotate.ui.jobs import Jobs, Latest
from kzannotate.ui.quotation_model import QuotationModel, Row, row
from kzannotate.ui.row_table import RowTable
from kzannotate.ui.second import Second

_FEW = 200
"""Up to so many changed annotations are renewed one by one; beyond, the table is read anew."""


class QuotationsPanel(QWidget):
    """Every annotation of the corpus as a row."""

    shown_one = Signal(object)
    """An `Annotation` to be shown; the focus stays in the table."""
    chosen = Signal(object)
    """An `Annotation` to be gone to."""
    filled = Signal()
    """The table was read anew."""

    def __init__(
        self, project: Project, second: Second, jobs: Jobs, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._project = project
        self._second = second
        self._latest = Latest(jobs, self._fill)
        self.model = QuotationModel(theme.chip, self)
        self.filter = QLineEdit()
        self.filter.setPlaceholderText("Filter quotations and memos")
        self.filter.setAccessibleName("Filter quotations and memos")
        self.filter.setAcceptDrops(False)
        self.filter.setClearButtonEnabled(True)
        self.code = QComboBox()
        self.code.setAccessibleName("Only this code")
        self.code.addItem("All codes", None)
        self.count = QLabel()
        self.count.setAccessibleName("How many quotations are shown")
        self.table = self._make_table()
        bar = QHBoxLayout()
        bar.setContentsMargins(8, 4, 8, 4)
        bar.setSpacing(8)
        bar.addWidget(self.filter, 1)
        bar.addWidget(self.code)
        bar.addWidget(self.count)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self.table)
        self.setFocusProxy(self.table)
        self.filter.textChanged.connect(self._filter)
        self.code.currentIndexChanged.connect(self._filter)

    def fill(self) -> None:
        """Read the whole table, off the GUI thread."""
        self._latest.ask(self._read)

    def refresh(self, changes: Changes) -> None:
        """Show what changed."""
        if changes.documents or len(changes.annotations) > _FEW or self._latest.busy:
            self.fill()
            return
        for changed in changes.annotations:
            self._renew(changed)
        self._tell_count()

    def show_codes(self, codes: Mapping[CodeId, Code]) -> None:
        """Use these codes' names and colours."""
        self.model.show_codes(codes)
        kept = self.code.currentData()
        self.code.blockSignals(True)
        self.code.clear()
        self.code.addItem("All codes", None)
        for code in codes.values():
            self.code.addItem(theme.chip(code.colour), code.name, code.id)
        self.code.setCurrentIndex(max(0, self.code.findData(kept)))
        self.code.blockSignals(False)
        if self.code.currentData() != kept:
            self._filter()

    def selected(self) -> list[Annotation]:
        """The annotations of the selected rows."""
        return [self.model.annotation(i) for i in self.table.selectionModel().selectedRows()]

    # Inside

    def _make_table(self) -> RowTable:
        table = RowTable("Quotations", self.model, 1)
        table.widen({0: 20, 2: 30, 3: 6, 4: 12, 5: 20, 6: 22})
        table.walked.connect(
            lambda row: self.shown_one.emit(self.model.annotation(self.model.index(row, 0)))
        )
        table.activated.connect(lambda index: self.chosen.emit(self.model.annotation(index)))
        return table

    def _read(self, monitor: Monitor) -> list[Row]:
        with self._second.lend() as project:
            names = {document.id: document.name for document in reading.documents(project)}
            rows = []
            for annotation in tagging.annotations(project):
                if monitor.cancelled():
                    break
                rows.append(row(annotation, names.get(annotation.document, "")))
            return rows

    def _fill(self, rows: list[Row]) -> None:
        self._keep_place(lambda: self.model.show(rows))
        self._tell_count()
        self.filled.emit()

    def _filter(self) -> None:
        text, code = self.filter.text(), self.code.currentData()
        self._keep_place(lambda: self.model.filter(text, code))
        self._tell_count()

    def _keep_place(self, change: Callable[[], None]) -> None:
        """Reset the model; what was current and selected stays so, and its place on the screen."""
        current = self.table.currentIndex()
        kept = self.model.annotation(current).id if current.isValid() else None
        selected = [annotation.id for annotation in self.selected()]
        scrolled = self.table.verticalScrollBar().value()
        change()
        index = self.model.find(kept) if kept else QModelIndex()
        if index.isValid():
            self.table.verticalScrollBar().setValue(scrolled)
            self.table.go_to(index.row())
        if 1 < len(selected) <= _FEW:
            self.table.select(self.model.find(one).row() for one in selected)

    def _renew(self, changed: AnnotationId) -> None:
        try:
            annotation = tagging.annotation(self._project, changed)
            name = reading.document(self._project, annotation.document).name
        except KzError:
            self.model.drop(changed)
        else:
            self.model.put(row(annotation, name))

    def _tell_count(self) -> None:
        shown, total = self.model.rowCount(), self.model.total
        number = QLocale().toString
        of_all = "" if shown == total else f" of {number(total)}"
        self.count.setText(f"{number(shown)}{of_all} quotation{'s' if total != 1 else ''}")
