"""The hits of what is in the search field: a list that jumps and keeps its place."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QAbstractItemView, QVBoxLayout, QWidget

from kzannotate.model.progress import Monitor
from kzannotate.model.query import Hit
from kzannotate.model.wording import counted
from kzannotate.project import searching
from kzannotate.ui.context_delegate import ContextDelegate
from kzannotate.ui.elided_label import ElidedLabel
from kzannotate.ui.hit_model import CONTEXT, HitModel
from kzannotate.ui.jobs import Jobs, Latest
from kzannotate.ui.row_table import RowTable
from kzannotate.ui.search_field import SearchField
from kzannotate.ui.second import Second

LIMIT = 1000
"""Hits listed at most."""
_PAUSE_MS = 150
"""A search begins when its writer pauses this long."""


class SearchPanel(QWidget):
    """The hits of what is in the field; searching happens off the GUI thread."""

    found = Signal(object)
    """`searching.Result` of the newest query."""
    hit_shown = Signal(object)
    """A `Hit` to be shown; the focus stays in the list."""
    hit_chosen = Signal(object)
    """A `Hit` to be gone to."""

    def __init__(
        self, field: SearchField, second: Second, jobs: Jobs, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.field = field
        self._second = second
        self._latest = Latest(jobs, self._show)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.search)
        self._searched = self._listed = ""
        self._go_when_found: str | None = None
        self.model = HitModel(self)
        self.table = self._make_table()
        self.told = ElidedLabel()
        self.told.setAccessibleName("What the search found")
        self.told.setContentsMargins(8, 4, 8, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.told)
        column.addWidget(self.table)
        self.setFocusProxy(self.table)
        field.textChanged.connect(self._pause.start)
        field.returnPressed.connect(self.go)
        field.down.connect(self._walk)

    def search(self) -> None:
        """Search what is in the field, at once."""
        self._pause.stop()
        query = self._searched = self.field.text().strip()

        def work(_monitor: Monitor) -> searching.Result:
            with self._second.lend() as project:
                return searching.search(project, query, LIMIT)

        self._latest.ask(work)

    def refresh(self) -> None:
        """Search again, after the corpus changed."""
        if self._searched:
            self.search()

    def go(self) -> None:
        """Go to the next hit of what is in the field, when it is found if it is new."""
        query = self.field.text().strip()
        if query != self._listed:
            self._go_when_found = query
            self.search()
        else:
            self.step(1)

    def step(self, by: int) -> None:
        """Go to the next hit of the list, or back below 0; round at its ends."""
        rows = self.model.rowCount()
        if rows:
            current = self.table.currentIndex()
            row = (current.row() + by) % rows if current.isValid() else (0 if by > 0 else rows - 1)
            self.table.go_to(row)
            self.hit_chosen.emit(self.model.hits[row])

    @property
    def busy(self) -> bool:
        """Whether a search is running or about to."""
        return self._latest.busy or self._pause.isActive()

    # Inside

    def _make_table(self) -> RowTable:
        table = RowTable("Search hits", self.model, CONTEXT)
        table.setAlternatingRowColors(False)
        table.setItemDelegateForColumn(CONTEXT, ContextDelegate(table))
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.widen({0: 34, 1: 7})
        table.walked.connect(lambda row: self.hit_shown.emit(self.model.hits[row]))
        table.activated.connect(lambda index: self.hit_chosen.emit(self.model.hits[index.row()]))
        return table

    def _walk(self) -> None:
        """From the field into the list."""
        self.table.setFocus()
        if self.model.hits:
            self.hit_shown.emit(self.model.hits[max(0, self.table.currentIndex().row())])

    def _show(self, result: searching.Result) -> None:
        current = self.table.currentIndex()
        kept = self.model.hits[current.row()] if current.isValid() else None
        self._listed = self._searched
        go, self._go_when_found = self._go_when_found == self._listed, None
        self.model.show(result.hits)
        self._reselect(None if go else kept)
        self.told.setText(_told(result, self._searched))
        self.found.emit(result)
        if go:
            self.step(1)

    def _reselect(self, kept: Hit | None) -> None:
        """The hit that was selected, if it was found again."""
        for row, hit in enumerate(self.model.hits):
            if kept and (hit.document, hit.start) == (kept.document, kept.start):
                self.table.go_to(row)


def _told(result: searching.Result, query: str) -> str:
    """What was found, in a sentence, and the remarks."""
    if not query:
        return ""
    hits = len(result.hits)
    first = "The first " if hits == LIMIT else ""
    found = f"{first}{counted(hits, 'hit')}" if hits else "No hits"
    told = f"{found} for {query} in {counted(result.passages, 'passage')}"
    return " · ".join((told, f"{result.milliseconds:.0f} ms", *result.remarks))
