"""Annotations: a code on a stretch of text."""

from dataclasses import dataclass

from kzannotate.model.ids import AnnotationId, CodeId, DocumentId
from kzannotate.model.selectors import Selector


@dataclass(frozen=True, slots=True)
class Annotation:
    """A code on a stretch of a document's text."""

    id: AnnotationId
    document: DocumentId
    code: CodeId
    selector: Selector
    page: int | None
    """Where it starts, from 1; None where the document has no pages."""
    memo: str
    coder: str
    created: str
    modified: str

    @property
    def start(self) -> int:
        """First code point."""
        return self.selector.start

    @property
    def stop(self) -> int:
        """The code point after the last."""
        return self.selector.stop

    @property
    def quotation(self) -> str:
        """The annotated text, letter by letter."""
        return self.selector.exact


@dataclass(frozen=True, slots=True)
class Tagging:
    """A wish to annotate: where, and with which code."""

    document: DocumentId
    start: int
    stop: int
    code: CodeId
