"""What a step of the history touched."""

from dataclasses import dataclass, field

from kzannotate.model.ids import AnnotationId, CodeId, DocumentId, RejectionId, SearchId, StepNumber


@dataclass(frozen=True, slots=True)
class Changes:
    """The ids a verb touched; views look here whether they must refresh."""

    label: str = ""
    """The step's name as the menu shows it: `Tag as demand`; empty: nothing happened."""
    documents: frozenset[DocumentId] = frozenset()
    codes: frozenset[CodeId] = frozenset()
    annotations: frozenset[AnnotationId] = frozenset()
    searches: frozenset[SearchId] = frozenset()
    """Saved ones."""
    rejections: frozenset[RejectionId] = frozenset()
    """Of suggestions."""
    rules: bool = False
    """Whether the project's own rules are others now."""

    def __bool__(self) -> bool:
        rows = self.documents or self.codes or self.annotations or self.searches or self.rejections
        return bool(rows or self.rules)


@dataclass(frozen=True, slots=True)
class Step:
    """One entry of the history."""

    number: StepNumber
    kind: str
    """`do`, `undo` or `redo`."""
    label: str
    coder: str
    created: str
    target: StepNumber | None
    """The step that an undo or redo applies to."""
    hash: str
    """SHA-256 over the hash of the step before and everything this one holds."""
    changes: Changes = field(default_factory=Changes)
