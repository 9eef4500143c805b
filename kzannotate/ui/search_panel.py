"""The hits of what is in the search field: a list that jumps and keeps its place."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kzannotate.model.changes import Changes
from kzannotate.model.codebook import Code
from kzannotate.model.found import Found, Tags
from kzannotate.model.ids import AnnotationId, CodeId
from kzannotate.model.progress import Monitor
from kzannotate.model.query import Hit
from kzannotate.model.searches import Question
from kzannotate.project import hits as verbs
from kzannotate.project import searching
from kzannotate.ui.elided_label import ElidedLabel
from kzannotate.ui.hit_filters import HitFilters
from kzannotate.ui.hit_marks import HitMarks
from kzannotate.ui.hit_model import HitModel, Key, key
from kzannotate.ui.hit_order import counts, grouped, passing
from kzannotate.ui.hit_tree import HitTree
from kzannotate.ui.jobs import Jobs, Latest
from kzannotate.ui.search_field import SearchField
from kzannotate.ui.search_told import told
from kzannotate.ui.second import Second

FIRST = 200
"""Hits that are found and shown at once."""
MOST = 2000
"""Hits listed at most."""
_PAUSE_MS = 150
"""A search begins when its writer pauses this long."""


@dataclass(frozen=True, slots=True)
class _Answer:
    """What a search gives, all of it made off the GUI thread."""

    question: Question
    result: searching.Result
    founds: list[Found]
    is_whole: bool


class SearchPanel(QWidget):
    """The hits of what is in the field; searching happens off the GUI thread."""

    found = Signal(object)
    """`searching.Result` of the newest query: its first hits, then again with all of them."""
    retagged = Signal()
    """The marks of tagged hits are up to date."""
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
        self._marks = HitMarks(second, jobs, self)
        self._marks.read.connect(self._mark)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.search)
        self._listed = self._searched = Question("")
        self._go_when_found: Question | None = None
        self._founds: list[Found] = []
        self._missed: frozenset[AnnotationId] = frozenset()
        """Annotations that changed while a search ran: its answer may not know of them."""
        self.model = HitModel(self)
        self.tree = HitTree(self.model)
        self.filters = HitFilters()
        self.told = ElidedLabel()
        self.told.setAccessibleName("What the search found")
        self.told.setContentsMargins(8, 4, 8, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.told, self.filters, self.tree):
            column.addWidget(part)
        self.setFocusProxy(self.tree)
        self._connect()

    @property
    def question(self) -> Question:
        """What is in the field, and how it is to be searched."""
        return Question(
            self.field.text().strip(), self.filters.wanted_within, self.filters.is_exact
        )

    def ask(self, question: Question) -> None:
        """Put a question into the field and search it at once."""
        self.filters.ask(question.within, exact=question.exact)
        self.field.setText(question.query)
        self.search()

    def search(self) -> None:
        """Search what is in the field, at once: the first hits, then all of them."""
        self._pause.stop()
        self._searched = self.question
        self._seek(FIRST if self._searched != self._listed else MOST)

    def refresh(self, changes: Changes) -> None:
        """Follow what changed: the corpus is searched again, tagged hits get their marks."""
        if changes.documents:
            self.search_again()
        if changes.annotations and (self._founds or self._latest.busy):
            if self._latest.busy:
                self._missed |= changes.annotations
            self._marks.follow(self._founds, changes.annotations)

    def search_again(self) -> None:
        """Search again, after the corpus or its index changed."""
        if self._searched.query:
            self.search()

    def show_codes(self, codes: Mapping[CodeId, Code]) -> None:
        """Use these codes' names and colours."""
        self.model.show_codes(codes)
        self.filters.show_codes(codes)
        self._count()

    def go(self) -> None:
        """Go to the next hit of what is in the field, when it is found if it is new."""
        if self.question != self._listed:
            self._go_when_found = self.question
            self.search()
        else:
            self.step(1)

    def step(self, by: int) -> None:
        """Go to the next hit of the list, or back below 0; round at its ends."""
        if hit := self._stepped(by):
            self.hit_chosen.emit(hit)

    def show_next(self) -> None:
        """Show the next hit; the focus stays where it is."""
        if hit := self._stepped(1):
            self.hit_shown.emit(hit)

    @property
    def listed_question(self) -> Question:
        """What the list holds the hits of."""
        return self._listed

    @property
    def busy(self) -> bool:
        """Whether a search is running or about to."""
        return self._latest.busy or self._pause.isActive() or self._marks.busy

    # Inside

    def _connect(self) -> None:
        self.tree.walked.connect(self.hit_shown)
        self.tree.chosen.connect(self.hit_chosen)
        self.field.textChanged.connect(self._pause.start)
        self.field.returnPressed.connect(self.go)
        self.field.down.connect(self._walk)
        self.filters.filtered.connect(self._filter)
        self.filters.asked.connect(self.search)

    def _stepped(self, by: int) -> Hit | None:
        if not len(self.model):
            return None
        number = self.tree.next_number(by)
        self.tree.go_to(number)
        return self.model.hit(number)

    def _walk(self) -> None:
        """From the field into the list."""
        self.tree.setFocus()
        if len(self.model):
            self.hit_shown.emit(self.tree.current_hit or self.model.hit(0))

    def _seek(self, limit: int) -> None:
        self._missed = frozenset()
        self._latest.ask(partial(self._find, self._searched, limit))

    def _find(self, question: Question, limit: int, _monitor: Monitor) -> _Answer:
        with self._second.lend() as project:
            result = searching.search(project, question.query, limit)
            founds = verbs.known(project, result.hits)
        return _Answer(question, result, founds, limit == MOST or len(founds) < limit)

    def _show(self, answer: _Answer) -> None:
        again = answer.question == self._listed
        self._listed = answer.question
        go, self._go_when_found = self._go_when_found == self._listed, None
        self._founds = answer.founds
        self._list(keep=again and not go)
        self._count()
        limited = len(answer.founds) == (MOST if answer.is_whole else FIRST)
        self.told.setText(told(answer.result, answer.question, limited=limited))
        if self._missed:
            self._marks.follow(self._founds, self._missed)
        self.found.emit(answer.result)
        if go:
            self.step(1)
        if not answer.is_whole:
            self._seek(MOST)

    def _list(self, *, keep: bool) -> None:
        chosen = passing(self._founds, self.filters.facets)
        self.tree.show_groups(grouped(chosen, self.filters.wanted_order), keep=keep)

    def _filter(self) -> None:
        self._list(keep=True)
        self._count()

    def _count(self) -> None:
        names = {found.hit.document: found.hit.name for found in self._founds}
        self.filters.show_counts(counts(self._founds, self.filters.facets), names)

    def _mark(self, tags: Mapping[Key, Tags]) -> None:
        self.model.retag(tags)
        self._founds = [
            found
            if (there := tags.get(key(found.hit), found.tags)) == found.tags
            else replace(found, tags=there)
            for found in self._founds
        ]
        self._count()
        self.retagged.emit()
