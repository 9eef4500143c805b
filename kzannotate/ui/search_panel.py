"""The hits of what is in the search field: a list that jumps and keeps its place."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kzannotate.model.changes import Changes
from kzannotate.model.codebook import Code
from kzannotate.model.found import Found, Tags
from kzannotate.model.ids import AnnotationId, CodeId
from kzannotate.model.query import Alternative, Hit
from kzannotate.model.searches import Part, Question
from kzannotate.project.did_you_mean import with_alternative
from kzannotate.project.searching import ALL
from kzannotate.ui import finding
from kzannotate.ui.elided_label import ElidedLabel
from kzannotate.ui.finding import Answer
from kzannotate.ui.hit_filters import HitFilters
from kzannotate.ui.hit_marks import HitMarks
from kzannotate.ui.hit_model import HitModel, Key, key
from kzannotate.ui.hit_order import counts, grouped, offered, passing
from kzannotate.ui.hit_tree import HitTree
from kzannotate.ui.jobs import Jobs, Latest
from kzannotate.ui.search_field import SearchField
from kzannotate.ui.search_told import told
from kzannotate.ui.second import Second
from kzannotate.ui.word_line import WordLine

_PAUSE_MS = 150
"""A search begins when its writer pauses this long."""
_RENEWAL_MS = 1000
"""While documents come in, what is listed is searched again so often at most."""


class SearchPanel(QWidget):
    """The hits of what is in the field; searching happens off the GUI thread."""

    found = Signal(object)
    """`searching.Result` of the newest query: its first hits, then all that it tells."""
    answered = Signal(object)
    """The newest `Answer`, when it is final."""
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
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._renewal = QTimer(self, singleShot=True, interval=_RENEWAL_MS)
        self._searched = Question("")
        self._answer: Answer | None = None
        self._whole: Answer | None = None
        """The answer for the whole corpus, where filters look into a part of it."""
        self._offered = offered(None)
        self._most = finding.MOST
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
        self.words = WordLine()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.told, self.words, self.filters, self.tree):
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
        if self._searched != self.listed_question:
            self._most = finding.MOST
            self._whole, self._offered = None, offered(None)
        self._seek()

    def refresh(self, changes: Changes) -> None:
        """Follow what changed: the corpus is searched again, tagged hits get their marks."""
        if changes.documents and not self._renewal.isActive():
            self._renewal.start()
        if changes.annotations and (self._founds or self._latest.busy):
            if self._latest.busy:
                self._missed |= changes.annotations
            self._marks.follow(self._founds, changes.annotations)

    def search_again(self) -> None:
        """Search again, after the corpus or its index changed."""
        if self._searched.query:
            self.search()

    def list_more(self) -> bool:
        """List more hits of a list that is cut; False if there are no more, or too many."""
        if not self.is_cut or self._most >= finding.LIMIT:
            return False
        self._most *= 5
        self._seek()
        return True

    def add_meant(self, meant: Alternative) -> None:
        """Search a word that may have been meant beside what was typed."""
        self.field.setText(with_alternative(self.field.text(), meant))
        self.search()

    def show_codes(self, codes: Mapping[CodeId, Code]) -> None:
        """Use these codes' names and colours."""
        self.model.show_codes(codes)
        self.filters.show_codes(codes)
        self._count()

    def go(self) -> None:
        """Go to the next hit of what is in the field, when it is found if it is new."""
        if self.question != self.listed_question:
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
        return self._answer.question if self._answer else Question("")

    @property
    def listed_hits(self) -> list[Hit]:
        """All hits in texts that were found, filtered out or not."""
        return [found.hit for found in self._founds if found.hit.annotation is None]

    @property
    def is_cut(self) -> bool:
        """Whether there are more hits in the corpus than were found."""
        answer = self._answer
        return answer is not None and answer.is_final and (answer.is_cut or answer.part != ALL)

    @property
    def busy(self) -> bool:
        """Whether a search is running or about to."""
        waits = self._pause.isActive() or self._renewal.isActive()
        return waits or self._latest.busy or self._marks.busy

    # Inside

    def _connect(self) -> None:
        self.tree.walked.connect(self.hit_shown)
        self.tree.chosen.connect(self.hit_chosen)
        self.field.textChanged.connect(self._pause.start)
        self._pause.timeout.connect(self.search)
        self._renewal.timeout.connect(self._renew)
        self.field.returnPressed.connect(self.go)
        self.field.down.connect(self._walk)
        self.filters.filtered.connect(self._filter)
        self.filters.asked.connect(self.search)
        self.words.meant.connect(self.add_meant)

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

    def _renew(self) -> None:
        """Search again after documents came or went; a search under way is let finish."""
        if self._latest.busy or self._pause.isActive():
            self._renewal.start()
        else:
            self.search_again()

    def _seek(self) -> None:
        """First hits first, unless what is listed is looked for again."""
        self._missed = frozenset()
        part, listed = self._part(), self._answer
        asked = self._second, self._searched, part
        if listed and (listed.question, listed.part) == (self._searched, part):
            self._latest.ask(partial(finding.everything, *asked, self._most))
        else:
            self._latest.ask(partial(finding.first, *asked))

    def _part(self) -> Part:
        """Where to search: where a list is cut the filters look into the corpus themselves."""
        if self._whole is None or not self._whole.is_cut:
            return ALL
        facets = self.filters.facets
        return Part(facets.language, facets.document, facets.tagged)

    def _show(self, answer: Answer) -> None:
        answer = finding.filled(answer, self._whole, self.filters.facets)
        before, self._answer = self._answer, answer
        again = before is not None and before.question == answer.question
        go, self._go_when_found = self._go_when_found == answer.question, None
        if answer.is_final and answer.part == ALL:
            self._whole = answer
            self._offered = offered(answer.tally)
        self.told.setText(told(answer))
        if not again:
            self.words.show_words(answer.result.words, ())
        if before is None or before.result is not answer.result:
            self._founds = answer.founds
            self._list(keep=again and not go)
            self._count()
            self.found.emit(answer.result)
        elif more := answer.founds[len(before.founds) :]:
            self._founds = [*self._founds, *more]
            self._list(keep=True)
            self._count()
        if self._missed:
            self._marks.follow(self._founds, self._missed)
        if go:
            self.step(1)
        self._go_on(answer)

    def _go_on(self, answer: Answer) -> None:
        """Look for the rest of the hits, then for those of a part if filters want that."""
        if answer.is_final:
            self.answered.emit(answer)
            if self._part() != answer.part:
                self._seek()
        else:
            self._latest.ask(partial(finding.rest, self._second, answer, self._most))

    def _list(self, *, keep: bool) -> None:
        chosen = passing(self._founds, self.filters.facets)
        tally = self._whole.tally if self._whole else None
        passages = tally.documents if tally else {}
        self.tree.show_groups(grouped(chosen, self.filters.wanted_order, passages), keep=keep)

    def _filter(self) -> None:
        self._list(keep=True)
        self._count()
        if self._answer and self._answer.is_final and self._part() != self._answer.part:
            self._seek()

    def _count(self) -> None:
        """Fill the boxes of the filters."""
        names = {found.hit.document: found.hit.name for found in self._founds}
        found = counts(self._founds, self.filters.facets)
        whole, more = self._offered
        self.filters.show_counts({**found, **whole}, {**names, **more})

    def _mark(self, tags: Mapping[Key, Tags]) -> None:
        self.model.retag(tags)
        documents = {document for document, *_ in tags}
        for number, found in enumerate(self._founds):
            if found.hit.document in documents:
                there = tags.get(key(found.hit), found.tags)
                if there != found.tags:
                    self._founds[number] = replace(found, tags=there)
        self._count()
        self.retagged.emit()
