"""The parts of the window that an open project needs, and how they are connected."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDockWidget, QMainWindow

from kzannotate.model.changes import Changes
from kzannotate.model.codebook import Code
from kzannotate.model.ids import AnnotationId, CodeId
from kzannotate.project import codebook, undoing
from kzannotate.project.session import Project
from kzannotate.ui import frame
from kzannotate.ui.action_row import Need
from kzannotate.ui.actions import Actions
from kzannotate.ui.annotation_panel import AnnotationPanel
from kzannotate.ui.bulk import Bulk
from kzannotate.ui.code_keys import CodeKeys
from kzannotate.ui.codebook_editing import CodebookEditing
from kzannotate.ui.codebook_panel import CodebookPanel
from kzannotate.ui.coding import Coding
from kzannotate.ui.corpus_panel import CorpusPanel
from kzannotate.ui.going import Going
from kzannotate.ui.jobs import Jobs
from kzannotate.ui.pages_panel import PagesPanel
from kzannotate.ui.picking import Picking
from kzannotate.ui.progress_line import ProgressLine
from kzannotate.ui.project_signals import ProjectSignals
from kzannotate.ui.quotations_panel import QuotationsPanel
from kzannotate.ui.reader.place import Place
from kzannotate.ui.reader.reader import Reader
from kzannotate.ui.reader.readers import Readers
from kzannotate.ui.reader.selecting import Selecting
from kzannotate.ui.search_desk import SearchDesk
from kzannotate.ui.search_field import SearchField
from kzannotate.ui.second import Second
from kzannotate.ui.sources import Sources
from kzannotate.ui.suggestion_desk import SuggestionDesk
from kzannotate.ui.transfer import Transfer
from kzannotate.ui.viewing import Viewing


class Workbench(QObject):
    """Reader and panels of one project. `close` it before the project's file is left."""

    said = Signal(str)
    failed = Signal(str)
    """A sentence of a KzError, or several lines of refusals."""
    offered = Signal(str, str, object)
    """A sentence, the name of what could be done about it, and what does it."""
    present = Signal(object)
    """The set of `Need`s that are met now."""

    def __init__(
        self,
        project: Project,
        actions: Actions,
        field: SearchField,
        line: ProgressLine,
        window: QMainWindow,
        trouble: Callable[[Exception], None],
    ) -> None:
        """`trouble` is told every error of work off the GUI thread."""
        super().__init__(window)
        self.project = project
        self.jobs = Jobs(trouble)
        self.codes: dict[CodeId, Code] = {}
        self.start: list[Place] = []  # where to begin, once the corpus is listed
        self._listing = Second(project)
        self.signals = ProjectSignals(project, self)
        self.readers = Readers(lambda: Reader(project, self.jobs, actions["toggle_page"]))
        self.corpus = CorpusPanel(self._listing, self.jobs)
        self.codebook = CodebookPanel()
        self.annotation = AnnotationPanel()
        self.pages = PagesPanel(self.readers, self.jobs)
        self.quotations = QuotationsPanel(project, self._listing, self.jobs)
        self.transfer = Transfer(project, self.jobs, line, self)
        self.sources = Sources(self.corpus, self.transfer, self)
        self.coding = Coding(project, self.readers, self)
        self.bulk = Bulk(project, self.quotations, self)
        self.search_desk = SearchDesk(
            project, field, self.readers, self.coding, self.transfer, self.jobs, self
        )
        self.search = self.search_desk.panel
        self.suggestion_desk = SuggestionDesk(project, self.readers, self.transfer, self.jobs, self)
        self.suggestions = self.suggestion_desk.panel
        self.code_keys = CodeKeys(self.readers, self.coding, self.search_desk.tagging, self)
        self.picking = Picking(self.readers, self.coding, self)
        self.selecting = Selecting(self.readers)
        self.viewing = Viewing(self.readers, self)
        self.going = Going(project, self.readers, self)
        self.editing = CodebookEditing(
            project, self.codebook, self._listing, self.jobs, actions.keymap, self
        )
        self.docks = self._dock(window)
        self._connect_parts()
        self._place_actions(actions)
        self.verbs = self._verbs()
        self._fill()

    @property
    def reader(self) -> Reader:
        """The reader that is at work."""
        return self.readers.current

    def close(self) -> None:
        """Save what is being written, end all work, and take the parts out of the window."""
        self.annotation.save()
        self.transfer.close()
        self.jobs.drain()
        self.signals.detach()
        self.readers.close_drawing()
        self.search_desk.close()
        self.suggestion_desk.close()
        self._listing.close()
        self.project.close()
        for dock in self.docks.values():
            dock.setParent(None)
            dock.deleteLater()
        self.readers.setParent(None)
        self.readers.deleteLater()
        self.deleteLater()

    def show(self, panel: str) -> None:
        """Bring a panel to the front and the focus into it."""
        dock = self.docks[panel]
        dock.show()
        dock.raise_()
        dock.widget().setFocus()

    def labels(self) -> tuple[str, str]:
        """What an undo and a redo would do; empty if nothing."""
        return undoing.next_undo(self.project), undoing.next_redo(self.project)

    def tell_present(self) -> None:
        """Emit what is there, and enable the codes' own actions by it."""
        present: set[Need] = {"project"}
        if self.project.writable:
            present.add("writing")
        if self.reader.shown:
            present.add("document")
        if len(present) == len(("project", "writing", "document")):
            present.add("coding")
        self.code_keys.enable("coding" in present)
        self.present.emit(present)

    def _dock(self, window: QMainWindow) -> dict[str, QDockWidget]:
        return frame.dock(
            window,
            corpus=self.corpus,
            pages=self.pages,
            codebook=self.codebook,
            annotation=self.annotation,
            hits=self.search,
            quotations=self.quotations,
            suggestions=self.suggestions,
        )

    def _fill(self) -> None:
        self.annotation.set_writable(self.project.writable)
        self._read_codes()
        self.corpus.refresh()
        self.quotations.fill()
        self.transfer.reindex()
        self.transfer.suggest()
        self.tell_present()

    def _place_actions(self, actions: Actions) -> None:
        frame.place_actions(
            actions,
            self.reader.views,
            self.corpus.table,
            self.quotations.table,
            self.codebook.tree,
            self.search.tree,
            self.suggestions.tree,
        )

    def _connect_parts(self) -> None:
        self.signals.changed.connect(self._refresh)
        self.readers.opened.connect(self._opened)
        self.readers.moved.connect(self._moved)
        self.readers.dragged.connect(self.coding.set_ends)
        self.corpus.chosen_beside.connect(self.going.open_beside)
        self.corpus.chosen.connect(self.going.open)
        self.corpus.shown.connect(self._open_first)
        self.codebook.chosen.connect(self.coding.tag)
        self.annotation.memo_written.connect(self._keep_memo)
        self.search.found.connect(self._found)
        self.search_desk.lead(self.going)
        self.suggestion_desk.lead(self.going)
        self.quotations.shown_one.connect(self.going.show_annotation)
        self.quotations.chosen.connect(self.going.go_to_annotation)
        self.going.failed.connect(self.failed)
        self.code_keys.changed.connect(self._show_digits)
        failing = (self.coding, self.bulk, self.search_desk, self.suggestion_desk)
        for part in (*failing, self.editing, self.transfer, self.sources, self.viewing):
            part.said.connect(self.said)
        for one in failing:
            one.failed.connect(self.failed)
        self.suggestion_desk.offered.connect(self.offered)
        self.transfer.refused.connect(self.failed)

    def _verbs(self) -> dict[str, Callable[[], None]]:
        """What each action of the table that needs a project does, by its id."""
        return {
            **self.coding.verbs(),
            **self.picking.verbs(),
            **self.selecting.verbs(),
            **self.viewing.verbs(),
            **self.search_desk.verbs(),
            **self.suggestion_desk.verbs(),
            "memo": self._write_memo,
            **self.bulk.verbs(),
            **self.sources.verbs(),
            **self.editing.verbs,
            **{f"show_{panel}": partial(self.show, panel) for panel in self.docks},
        }

    def _refresh(self, changes: Changes) -> None:
        if changes.codes:
            self._read_codes()
        self.readers.renew(changes)
        self._moved()
        self.quotations.refresh(changes)
        self.suggestion_desk.refresh(changes)
        self.corpus.refresh()
        self.editing.count()
        self.search.refresh(changes)
        self.tell_present()

    def _read_codes(self) -> None:
        codes = codebook.codes(self.project)
        self.codes = {code.id: code for code in codes}
        self.coding.codes = self.codes
        self.codebook.show_codes(codes)
        self.readers.show_codes(self.codes)
        self.quotations.show_codes(self.codes)
        self.search.show_codes(self.codes)
        self.suggestion_desk.show_codes(codes, self.codes)
        self.editing.count()
        self.code_keys.show_codes(codes)
        self._show_digits()

    def _show_digits(self) -> None:
        self.codebook.show_digits(self.code_keys.recent.digits())

    def _open_first(self) -> None:
        """A corpus that isn't empty shows where it was left, else its first document."""
        if self.reader.shown or not self.corpus.model.rowCount():
            return
        if not self.readers.visit(self.start):
            self.going.open(self.corpus.model.document(self.corpus.model.index(0, 0)).id)

    def _opened(self) -> None:
        shown = self.reader.shown
        document = shown.document.id if shown else None
        self.corpus.mark(document)
        self.quotations.filters.show_document(document)
        self.tell_present()

    def _moved(self) -> None:
        active = self.reader.active
        code = self.codes.get(active.code) if active else None
        self.annotation.show_annotation(
            active, code.name if code else "", code.colour if code else ""
        )

    def _found(self) -> None:
        """The hits come to the front when they were asked for, not when the corpus changed."""
        if self.search.field.text() and self.search.field.hasFocus():
            self.docks["hits"].show()
            self.docks["hits"].raise_()

    def _keep_memo(self, annotation: AnnotationId, memo: str) -> None:
        if not self.coding.write_memo(annotation, memo):
            self.annotation.take_back()

    def _write_memo(self) -> None:
        if self.reader.active is None:
            self.said.emit("No annotation at the caret")
        else:
            self.show("annotation")
