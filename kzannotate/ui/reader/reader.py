"""The reader: shows one document as text or as pages and keeps place, selection and highlights."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kzannotate.model.annotation import Annotation
from kzannotate.model.boxes import Box
from kzannotate.model.changes import Changes
from kzannotate.model.codebook import Code
from kzannotate.model.errors import KzError
from kzannotate.model.ids import AnnotationId, CodeId, DocumentId
from kzannotate.model.query import Hit
from kzannotate.project.session import Project
from kzannotate.ui.jobs import Jobs
from kzannotate.ui.reader.header import Header
from kzannotate.ui.reader.highlights import Coded, CodedSpans, Layer, Spans
from kzannotate.ui.reader.looks import Looks
from kzannotate.ui.reader.open_document import OpenDocument
from kzannotate.ui.reader.page_drawing import PageDrawing
from kzannotate.ui.reader.page_view import PageView
from kzannotate.ui.reader.text_view import TextView
from kzannotate.ui.reader.words import word_at

_NOTHING = "Nothing is open. Add files to the corpus: Ctrl+I, or drop them on the window."
_NO_TEXT = "This document has no text; F4 shows its pages."


class Reader(QWidget):
    """Text view and page view of one document; offsets are code points."""

    leaving = Signal()
    """A jump is about to leave the place that is shown."""
    opened = Signal()
    """Another document is shown, or none."""
    moved = Signal()
    """Caret, selection or the annotation at the caret changed."""

    def __init__(
        self, project: Project, jobs: Jobs, toggle: QAction, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._project = project
        self._codes: Mapping[CodeId, Code] = {}
        self._hits: dict[DocumentId, list[Hit]] = {}
        self._suggestions: Layer[Coded] = CodedSpans()
        self._chosen: AnnotationId | None = None
        self.shown: OpenDocument | None = None
        self.active: Annotation | None = None
        self.text_view = TextView()
        self.page_view = PageView()
        self.drawing = PageDrawing(project, jobs, self.page_view)
        self.header = Header(toggle)
        self.views = QStackedWidget()
        """Text and page; the keys of the reader count here, not in the header's fields."""
        self.views.addWidget(self.text_view)
        self.views.addWidget(self.page_view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.views)
        self.setFocusProxy(self.text_view)
        self.text_view.setPlaceholderText(_NOTHING)
        self.text_view.moved.connect(self._moved)
        self.page_view.moved.connect(self._moved)
        self.page_view.region_chosen.connect(self._choose_region)
        self.page_view.turned.connect(self.header.show_page)
        self.header.page_chosen.connect(self.jump_to)
        self.header.left.connect(self.setFocus)
        self.header.view_toggled.connect(self.toggle_page)

    # What is shown

    def open(self, document: DocumentId) -> None:
        """Show a document from its start; nothing happens if it is shown already."""
        if self.shown and self.shown.document.id == document:
            return
        opening = OpenDocument(self._project, document)
        self.leaving.emit()
        self._show(opening)

    @property
    def length(self) -> int:
        """Code points of the text that is shown."""
        return len(self.text_view.text)

    def reveal(self, document: DocumentId, start: int, stop: int) -> None:
        """Show a document with `start` to `stop` selected, in the middle of the screen."""
        if self.shown and self.shown.document.id == document:
            self.leaving.emit()
        self.open(document)
        end = self.length  # what was listed before the text was read anew may be off
        self._view().select(min(start, end), min(stop, end))

    def reveal_annotation(self, annotation: Annotation) -> None:
        """Show an annotation, the caret at its start; it becomes the active one."""
        self._chosen = annotation.id
        self.reveal(annotation.document, annotation.start, annotation.start)
        if annotation.region:
            self._front(True, annotation.start, annotation.start)
            self.page_view.reveal_box((annotation.page or 1) - 1, annotation.region)
        self._moved()

    def refresh(self, changes: Changes) -> None:
        """Show what changed in the project."""
        if self.shown is None:
            return
        if self.shown.document.id in changes.documents:
            self._reopen(self.shown)
        elif self.shown.update(changes):
            self._light()
            self._moved()

    def show_codes(self, codes: Mapping[CodeId, Code]) -> None:
        """Use these codes' colours."""
        self._codes = codes
        self.text_view.show_codes(codes)
        self._light()

    def show_hits(self, hits: Iterable[Hit]) -> None:
        """Light the hits of a search."""
        self._hits = {}
        for hit in hits:
            self._hits.setdefault(hit.document, []).append(hit)
        self._light()

    def show_suggestions(self, items: Iterable[Coded]) -> None:
        """Mark what might be tagged in the document that is shown, until another one is."""
        self._suggestions = CodedSpans(items)
        self._light()

    # Where the reader is

    def selection(self) -> tuple[int, int]:
        """Start and stop of the selection, both the caret's place if nothing is selected."""
        return self._view().selection()

    def caret(self) -> int:
        """Where the caret stands."""
        return self._view().caret()

    def anchor(self) -> int:
        """The end of the selection where the caret isn't; the caret's place without one."""
        start, stop = self.selection()
        return start if self.caret() == stop else stop

    def box(self) -> tuple[int, Box] | None:
        """The page (from 1) and the box on it that waits for a code, in points."""
        boxes = self.page_view.boxes
        return (boxes.page + 1, boxes.box) if boxes.box and self.on_page else None

    def to_tag(self) -> tuple[int, int]:
        """What a key tags: the selection, else the word at the caret; empty between words."""
        start, stop = self.selection()
        if start == stop and self.shown:
            return word_at(self.shown.text, start) or (start, stop)
        return start, stop

    def choose(self, annotation: AnnotationId | None) -> None:
        """Prefer this annotation where several lie at the caret."""
        self._chosen = annotation
        self._moved()

    def place(self, position: int) -> None:
        """Put the caret there, nothing selected."""
        self.select(position, position)

    def select(self, anchor: int, caret: int) -> None:
        """Select from `anchor` to `caret`."""
        self._view().select(anchor, caret)

    # Views

    @property
    def on_page(self) -> bool:
        """Whether the printed page is in front."""
        return self.views.currentWidget() is self.page_view

    def toggle_page(self) -> None:
        """Change between text and page; place and selection stay."""
        if self.shown and self.shown.pages:
            self._front(not self.on_page, *self.selection())

    def turn_to(self, number: int) -> None:
        """Go to page `number`, or the nearest there is."""
        if not self.shown or not self.shown.pages:
            return
        page = self.shown.pages[min(len(self.shown.pages), max(1, number)) - 1]
        if self.on_page:
            self.page_view.turn(page.number)
        else:
            self.text_view.select(page.start, page.start)

    def jump_to(self, number: int) -> None:
        """The same, as a jump that `go back` takes back."""
        self.leaving.emit()
        self.turn_to(number)

    def turn_by(self, pages: int) -> None:
        """Go some pages on, or back below 0."""
        self.turn_to(self.page() + pages)

    def page(self) -> int:
        """The page in front or at the caret, from 1; 0 without pages."""
        if self.on_page:
            return self.page_view.number
        return self.shown.page_at(self.caret()) if self.shown else 0

    def zoom(self, steps: int) -> None:
        """Larger, or smaller below 0."""
        self._view().zoom(steps)

    def close_drawing(self) -> None:
        """End the process that draws pages; none is drawn any more."""
        self.drawing.close()

    # Inside

    def _view(self) -> TextView | PageView:
        return self.page_view if self.on_page else self.text_view

    def _show(self, shown: OpenDocument | None) -> None:
        self.shown = None  # while the views are filled, what they tell is about neither document
        self._chosen = self.active = None
        self._suggestions = CodedSpans()
        self.drawing.document = shown.document.id if shown else None
        text, passages = (shown.text, shown.passages) if shown else ("", [])
        self.text_view.show_text(text, passages, shown.page_starts if shown else ())
        self.text_view.setPlaceholderText(_NO_TEXT if shown else _NOTHING)
        self.page_view.show_pages(shown.pages if shown else (), text, passages)
        if not (shown and shown.pages):
            self._front(False, 0, 0)
        elif not shown.text.strip():  # a scan
            self._front(True, 0, 0)
        self.header.show_document(shown.document if shown else None)
        self.shown = shown
        self._light()
        self.opened.emit()
        self._moved()

    def _reopen(self, shown: OpenDocument) -> None:
        """The document's text was read anew, or it was removed."""
        caret = self.caret()
        try:
            self._show(OpenDocument(self._project, shown.document.id))
            self.place(min(caret, len(self.text_view.text)))
        except KzError:
            self._show(None)

    def _front(self, page: bool, start: int, stop: int) -> None:
        had_focus = self._view().hasFocus()
        view = self.page_view if page else self.text_view
        self.views.setCurrentWidget(view)
        self.setFocusProxy(view)
        view.select(start, stop)
        if had_focus:
            view.setFocus()
        self.header.show_view(page)

    def _light(self) -> None:
        if self.shown is None:
            return
        shown, suggested = self.shown, self._suggestions
        hits = Spans(self._hits.get(shown.document.id, ()))
        self.text_view.show_highlights(shown.annotations, hits, suggested)
        looks = Looks(self._codes, "#ffffff", "#000000")
        self.page_view.show_highlights(shown.annotations, hits, looks, shown.regions, suggested)

    def _choose_region(self, region: Annotation | None) -> None:
        """A region was clicked, or none."""
        if region:
            self.place(region.start)
        self.choose(region.id if region else None)

    def _moved(self) -> None:
        if self.shown:
            here = self.shown.at(self.caret())
            chosen = next((mark for mark in here if mark.id == self._chosen), None)
            mark = chosen or next((mark for mark in here if mark.start < mark.stop), None)
            active = self.shown.annotation(mark.id) if mark else None
            if active != self.active:
                self.active = active
                self.text_view.show_active(active)
                self.page_view.show_active(active)
            if not self.on_page:
                self.header.show_page(self.shown.page_at(self.caret()))
        self.moved.emit()
