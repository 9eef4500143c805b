"""What a table of quotations lists: which annotations, in which order."""

from dataclasses import dataclass
from typing import Literal

from kzannotate.model.annotation import Annotation
from kzannotate.model.ids import CodeId, DocumentId

Column = Literal["code", "quotation", "document", "page", "coder", "memo", "created", "modified"]


@dataclass(frozen=True, slots=True)
class Listing:
    """Filters, all of which must let an annotation through, and an order. An empty one is none.

    Texts are compared without case and accents, and hold all words of the filter in any order.
    """

    text: str = ""
    """Words of the quotation or the memo."""
    code: CodeId | None = None
    document: DocumentId | None = None
    name: str = ""
    """Words of the document's name."""
    coder: str = ""
    since: str = ""
    """The first moment of its making, as far as it is given: `2024`, `2024-05`."""
    until: str = ""
    """The last one, likewise: `2024-05` holds all of May."""
    order: Column = "document"
    """Sorted by this; what is alike, by document and place."""
    descending: bool = False


@dataclass(frozen=True, slots=True)
class Listed:
    """A row of the table."""

    annotation: Annotation
    document: str
    """The document's name."""
