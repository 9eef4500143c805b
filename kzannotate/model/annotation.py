"""Annotations: a code on a stretch of text, or on a region of a page."""

from dataclasses import dataclass
from typing import NamedTuple

from kzannotate.model.boxes import Box
from kzannotate.model.ids import AnnotationId, CodeId, DocumentId
from kzannotate.model.selectors import Selector


class Mark(NamedTuple):
    """What a view needs of an annotation to light it: cheap, for there may be many thousands."""

    id: AnnotationId
    code: CodeId
    start: int
    """First code point."""
    stop: int
    """The code point after the last; the same as `start` for a region."""
    page: int | None
    memo: str


@dataclass(frozen=True, slots=True)
class Annotation:
    """A code on a stretch of a document's text, or on a region of one of its pages."""

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
    region: Box | None = None
    """For what has no letters: a box of `page`. Then it starts and stops where the page starts."""

    @property
    def start(self) -> int:
        """First code point."""
        return self.selector.start

    @property
    def stop(self) -> int:
        """The code point after the last."""
        return self.selector.stop

    @property
    def mark(self) -> Mark:
        """What a view lights."""
        return Mark(self.id, self.code, self.start, self.stop, self.page, self.memo)

    @property
    def quotation(self) -> str:
        """The annotated text, letter by letter; empty for a region."""
        return self.selector.exact

    @property
    def shown(self) -> str:
        """What stands for it in a list: the quotation, or where the region is."""
        return f"[box on page {self.page}]" if self.region else self.quotation


@dataclass(frozen=True, slots=True)
class Tagging:
    """A wish to annotate: where, and with which code."""

    document: DocumentId
    start: int
    stop: int
    code: CodeId


@dataclass(frozen=True, slots=True)
class RegionTagging:
    """A wish to annotate a region of a page (from 1): a box in points, from the page's top left."""

    document: DocumentId
    page: int
    box: Box
    code: CodeId
