"""Where a reader is."""

from dataclasses import dataclass

from kzannotate.model.ids import DocumentId


@dataclass(frozen=True, slots=True)
class Place:
    """Document, caret (code points), text or page."""

    document: DocumentId
    caret: int
    on_page: bool
