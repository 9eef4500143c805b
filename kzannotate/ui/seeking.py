"""What the menu Search does: ways to search, searches that are kept, hits into a table."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal

from kzannotate.model.errors import KzError
from kzannotate.model.progress import Monitor
from kzannotate.model.searches import Question, SavedSearch
from kzannotate.project import searches
from kzannotate.project.session import Project
from kzannotate.ui import dialogs
from kzannotate.ui.hit_filters import next_choice
from kzannotate.ui.jobs import Jobs
from kzannotate.ui.search_panel import SearchPanel
from kzannotate.ui.search_picker import SearchPicker
from kzannotate.ui.second import Second
from kzannotate.ui.transfer import Transfer


class Seeking(QObject):
    """The verbs behind the actions; what was searched in earnest is remembered."""

    said = Signal(str)
    failed = Signal(str)
    """A sentence of a KzError."""

    def __init__(
        self,
        project: Project,
        panel: SearchPanel,
        second: Second,
        jobs: Jobs,
        transfer: Transfer,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._project = project
        self._panel = panel
        self._second = second
        self._jobs = jobs
        self._transfer = transfer
        self._last: Question | None = None
        self.picker = SearchPicker(panel)
        self.picker.picked.connect(self._search)
        self.picker.renamed.connect(self._rename)
        self.picker.deleted.connect(self._delete)
        self.picker.left.connect(panel.field.setFocus)
        panel.field.past.connect(self.show_searches)
        panel.field.returnPressed.connect(lambda: self._remember(panel.question))
        for gone in (panel.hit_chosen, panel.hit_shown):
            gone.connect(lambda _: self._remember(panel.listed_question))

    def verbs(self) -> dict[str, Callable[[], None]]:
        """What each action does, by its id."""
        panel, filters = self._panel, self._panel.filters
        return {
            "next_hit": partial(panel.step, 1),
            "previous_hit": partial(panel.step, -1),
            "show_searches": self.show_searches,
            "save_search": self.save,
            "forget_searches": self.forget,
            "search_within": lambda: self.said.emit(next_choice(filters.within)),
            "search_forms": lambda: self.said.emit(next_choice(filters.forms)),
            "add_meant": self.add_meant,
            "list_more": self.list_more,
            "filter_hits": filters.language.setFocus,
            "clear_hit_filters": filters.clear,
            "order_hits": lambda: self.said.emit(next_choice(filters.order)),
            "export_hits": self.export,
        }

    def add_meant(self) -> None:
        """Add the first of the words that are offered."""
        if not self._panel.words.add_first():
            self.said.emit("No other word is offered")

    def list_more(self) -> None:
        """List more of the hits."""
        if not self._panel.list_more():
            self.said.emit("No more hits are listed; the filters look into the whole corpus")

    def show_searches(self, typed: str = "") -> None:
        """Offer what was saved and what was searched lately."""
        window, field = self._panel.window(), self._panel.field
        at = field.mapTo(window, QPoint(0, field.height()))
        saved, past = searches.saved(self._project), searches.past(self._project)
        self.picker.ask(window, at, saved, past, typed)

    def save(self) -> None:
        """Save the search that is in the field, under a name that is asked for."""
        question = self._panel.question
        if not question.query:
            self.said.emit("Type what to search first, then save it")
            return
        name = dialogs.search_name(self._panel.window(), "Save this search", question.query)
        if name:
            self._run(lambda: searches.save(self._project, name, question).label)

    def forget(self) -> None:
        """Clear what was searched lately."""
        self._last = None
        searches.forget_past(self._project)
        self.said.emit("The past searches are cleared")

    def export(self) -> None:
        """Write the listed hits into a table."""
        if not len(self._panel.model):
            self.said.emit("There are no hits to export; search first")
        elif path := dialogs.hits_table(self._panel.window(), self._project.path):
            query = self._panel.listed_question.query
            self._transfer.export_hits(path, query, self._panel.model.hits)

    def _search(self, question: Question) -> None:
        self._panel.ask(question)
        self._remember(question)

    def _rename(self, search: SavedSearch) -> None:
        name = dialogs.search_name(self._panel.window(), "Rename the search", search.name)
        if name:
            self._run(lambda: searches.rename(self._project, search.id, name).label)
        self.show_searches(self.picker.field.text())

    def _delete(self, search: SavedSearch) -> None:
        self._run(lambda: f"{searches.delete(self._project, search.id).label}; Ctrl+Z undoes")
        self.show_searches(self.picker.field.text())

    def _run(self, verb: Callable[[], str]) -> None:
        try:
            self.said.emit(verb())
        except KzError as error:
            self.failed.emit(str(error))

    def _remember(self, question: Question) -> None:
        """Off the GUI thread, once for as long as it is the same."""
        if question == self._last or not question.query:
            return
        self._last = question

        def work(_monitor: Monitor) -> None:
            with self._second.lend() as project:
                searches.remember(project, question)

        self._jobs.run(work, lambda _: None)
