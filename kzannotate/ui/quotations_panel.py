"""The table of quotations: filtered, sorted, walked through, changed several at once."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QByteArray, QLocale, QPoint, Qt, Signal, SignalInstance
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from kzannotate.model.changes import Changes
from kzannotate.model.codebook import Code, in_tree_order
from kzannotate.model.errors import KzError
from kzannotate.model.ids import AnnotationId, CodeId
from kzannotate.model.listing import Column, Listing
from kzannotate.model.progress import Monitor
from kzannotate.project import listing
from kzannotate.project.session import Project
from kzannotate.ui import theme
from kzannotate.ui.jobs import Jobs, Latest
from kzannotate.ui.quotation_filters import QuotationFilters
from kzannotate.ui.quotation_model import COLUMNS, QuotationModel
from kzannotate.ui.row_table import RowTable
from kzannotate.ui.second import Second

_LETTERS: dict[Column, int] = {
    "code": 20,
    "document": 30,
    "page": 6,
    "coder": 12,
    "memo": 20,
    "created": 22,
    "modified": 22,
}
"""How wide the columns are at first."""
Found = tuple[list[AnnotationId], int, list[str]]
"""What is shown, how many there are in all, and who annotated."""


class QuotationsPanel(QWidget):
    """Annotations as rows: of the whole corpus or of the document in the reader."""

    shown_one = Signal(object)
    """An `Annotation` to be shown; the focus stays in the table."""
    chosen = Signal(object)
    """An `Annotation` to be gone to."""
    filled = Signal()
    """The table was listed anew."""

    def __init__(
        self, project: Project, second: Second, jobs: Jobs, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._second = second
        self._latest = Latest(jobs, self._show)
        self.model = QuotationModel(partial(listing.listed, project), theme.chip, self)
        self.filters = QuotationFilters()
        self.table = self._make_table()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.filters)
        column.addWidget(self.table)
        self.setFocusProxy(self.table)
        self.filters.changed.connect(self.fill)

    def fill(self) -> None:
        """List anew what the filters let through, off the GUI thread."""
        try:
            wanted = self._wanted()
        except KzError as error:
            self.filters.count.setText(str(error))
        else:
            self._latest.ask(partial(self._find, wanted))

    def refresh(self, changes: Changes) -> None:
        """Show what changed."""
        if changes:
            self.fill()

    def show_codes(self, codes: Mapping[CodeId, Code]) -> None:
        """Use these codes' names and colours."""
        self.model.show_codes(codes)
        self.filters.show_codes(in_tree_order(codes.values()))

    def selected(self) -> list[AnnotationId]:
        """The annotations of the selected rows."""
        selection, rows = self.table.selectionModel().selection(), set[int]()
        for number in range(selection.count()):
            part = selection.at(number)
            rows.update(range(part.top(), part.bottom() + 1))
        return [self.model.id(row) for row in sorted(rows)]

    def arrange(self, at: QPoint | None = None) -> None:
        """Ask which columns to show and by which one to sort; at a point of the screen."""
        menu = self.columns_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at or self.table.mapToGlobal(QPoint(0, 0)))

    def columns_menu(self) -> QMenu:
        """A check mark for each column that is shown, and the ways to sort."""
        header = self.table.horizontalHeader()
        menu = QMenu("Columns", self)
        by = menu.addMenu("&Sort by")
        menu.addSeparator()
        for number, column in enumerate(COLUMNS):
            shown = menu.addAction(column.capitalize())
            shown.setCheckable(True)
            shown.setChecked(not header.isSectionHidden(number))
            shown.setEnabled(column != "quotation")
            shown.toggled.connect(partial(self._show_column, number))
            order = by.addAction(column.capitalize())
            order.setCheckable(True)
            order.setChecked(header.sortIndicatorSection() == number)
            order.triggered.connect(partial(self._sort_by, number))
        return menu

    def layout_kept(self) -> QByteArray:
        """Which columns are shown, where, how wide, and the order."""
        return self.table.horizontalHeader().saveState()

    def lay_out(self, kept: QByteArray) -> None:
        """Show the columns as `layout_kept` gave them; nothing known: as they are."""
        self.table.horizontalHeader().restoreState(kept)

    # Inside

    def _make_table(self) -> RowTable:
        table = RowTable("Quotations", self.model, COLUMNS.index("quotation"))
        table.widen({COLUMNS.index(name): count for name, count in _LETTERS.items()})
        table.setColumnHidden(COLUMNS.index("modified"), True)
        table.walked.connect(lambda row: self._tell(self.shown_one, row))
        table.activated.connect(lambda index: self._tell(self.chosen, index.row()))
        header = table.horizontalHeader()
        header.setSectionsClickable(True)
        header.setSectionsMovable(True)
        header.setSortIndicatorShown(True)
        header.setSortIndicator(COLUMNS.index("document"), Qt.SortOrder.AscendingOrder)
        header.sortIndicatorChanged.connect(self.fill)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(
            lambda at: self.arrange(header.viewport().mapToGlobal(at))
        )
        return table

    def _wanted(self) -> Listing:
        header = self.table.horizontalHeader()
        descending = header.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder
        return self.filters.listing(COLUMNS[header.sortIndicatorSection()], descending)

    def _find(self, wanted: Listing, _monitor: Monitor) -> Found:
        with self._second.lend() as project:
            total = listing.total(project)
            return listing.ids(project, wanted), total, listing.coders(project)

    def _show(self, found: Found) -> None:
        ids, total, coders = found
        self._keep_place(ids)
        self.filters.show_coders(coders)
        number = QLocale().toString
        of_all = "" if len(ids) == total else f" of {number(total)}"
        self.filters.count.setText(
            f"{number(len(ids))}{of_all} quotation{'s' if total != 1 else ''}"
        )
        self.filled.emit()

    def _keep_place(self, ids: list[AnnotationId]) -> None:
        """What was current and selected stays so, and its place on the screen."""
        current = self.table.currentIndex()
        kept = self.model.id(current.row()) if current.isValid() else None
        selected = set(self.selected())
        scrolled = self.table.verticalScrollBar().value()
        self.table.quietly(partial(self.model.show, ids))
        rows = self.model.rows_of({kept}) if kept else []
        if rows:
            self.table.verticalScrollBar().setValue(scrolled)
            self.table.go_to(rows[0])
        if len(selected) > 1:
            self.table.select(self.model.rows_of(selected))

    def _tell(self, signal: SignalInstance, row: int) -> None:
        if annotation := self.model.annotation(row):
            signal.emit(annotation)

    def _show_column(self, number: int, shown: bool) -> None:
        self.table.setColumnHidden(number, not shown)

    def _sort_by(self, number: int) -> None:
        header = self.table.horizontalHeader()
        again = header.sortIndicatorSection() == number
        down = again and header.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
        order = Qt.SortOrder.DescendingOrder if down else Qt.SortOrder.AscendingOrder
        header.setSortIndicator(number, order)
