"""Where a reader is."""

from dataclasses import dataclass, field

from kzannotate.model.ids import DocumentId


@dataclass(frozen=True, slots=True)
class Place:
    """Document, caret (code points), text or page."""

    document: DocumentId
    caret: int
    on_page: bool
    zoom: str | float = field(default="width", compare=False)
    """What the size of the pages follows, `width` or `page`; or pixels a point. Kept between
    sessions; a jump back leaves it alone."""
