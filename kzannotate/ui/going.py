"""Ways from the lists into the reader that is at work: documents, hits, quotations."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from kzannotate.model.annotation import Annotation
from kzannotate.model.errors import KzError
from kzannotate.model.ids import AnnotationId, DocumentId
from kzannotate.model.query import Hit
from kzannotate.model.suggestion import Proposal
from kzannotate.project import tagging
from kzannotate.project.session import Project
from kzannotate.ui.reader.readers import Readers


class Going(QObject):
    """Shows in the reader what a list names; the lists know a little later what was removed."""

    failed = Signal(str)
    """A sentence of a KzError."""

    def __init__(self, project: Project, readers: Readers, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._readers = readers

    def open(self, document: DocumentId) -> None:
        """Show a document from its start."""
        self._show(lambda: self._readers.current.open(document))

    def open_beside(self, document: DocumentId) -> None:
        """Show a document in the other reader, and go there."""
        self._readers.other()
        self.open(document)

    def show_hit(self, hit: Hit) -> None:
        """Show a hit, or the annotation of a hit in a memo; the focus stays in its list."""
        if annotation := hit.annotation:
            self._show(lambda: self._reveal_annotation(annotation))
            return
        self._show(lambda: self._readers.current.reveal(hit.document, hit.start, hit.stop))

    def show_annotation(self, annotation: Annotation) -> None:
        """Show an annotation; the focus stays in its list."""
        self._show(lambda: self._readers.current.reveal_annotation(annotation))

    def go_to_hit(self, hit: Hit) -> None:
        """Show a hit and go there."""
        self.show_hit(hit)
        self._readers.setFocus()

    def go_to_annotation(self, annotation: Annotation) -> None:
        """Show an annotation and go there."""
        self.show_annotation(annotation)
        self._readers.setFocus()

    def _reveal_annotation(self, annotation: AnnotationId) -> None:
        found = tagging.annotation(self._project, annotation)
        self._readers.current.reveal_annotation(found)

    def show_proposal(self, proposal: Proposal) -> None:
        """Show a suggestion, selected; the focus stays in its list."""
        one = proposal.suggestion
        self._show(lambda: self._readers.current.reveal(proposal.document, one.start, one.stop))

    def go_to_proposal(self, proposal: Proposal) -> None:
        """Show a suggestion and go there."""
        self.show_proposal(proposal)
        self._readers.setFocus()

    def _show(self, reveal: Callable[[], None]) -> None:
        try:
            reveal()
        except KzError as error:
            self.failed.emit(str(error))
