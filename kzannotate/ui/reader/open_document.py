"""What the reader holds of the document it shows. No Qt; read again only as far as it changed."""

from functools import cached_property

from kzannotate.model.annotation import Annotation, Mark
from kzannotate.model.changes import Changes
from kzannotate.model.document import Document
from kzannotate.model.errors import KzError
from kzannotate.model.ids import AnnotationId, CodeId, DocumentId
from kzannotate.project import reading, tagging
from kzannotate.project.session import Project
from kzannotate.ui.reader.marks import Marks
from kzannotate.ui.reader.units import Units


class OpenDocument:
    """A document's text, pages and annotations. Raises KzError if it isn't in the project."""

    def __init__(self, project: Project, document: DocumentId) -> None:
        self._project = project
        self.document: Document = reading.document(project, document)
        self.text = reading.text(project, document)
        self.passages = reading.passage_starts(project, document)
        """Where they begin, in code points."""
        self.pages = reading.pages(project, document)
        self.annotations = Marks(project, document)
        """Those on the text, to be found by place."""
        self._read: dict[AnnotationId, Annotation] = {}
        self._read_regions()

    @property
    def page_starts(self) -> list[int]:
        """Where the pages begin, in code points."""
        return [page.start for page in self.pages]

    @cached_property
    def units(self) -> Units:
        """Its words, sentences and passages."""
        return Units(self.text, self.passages)

    def update(self, changes: Changes) -> bool:
        """Look again at the annotations that changed; whether this document's may have."""
        changed = changes.annotations
        found = tagging.some(self._project, changed) if changed else []
        elsewhere = [one for one in found if one.document != self.document.id]
        if len(elsewhere) == len(changed):
            return False
        for one in changed:
            self._read.pop(one, None)
        self.annotations.renew()
        self._read_regions()
        return True

    def annotation(self, wanted: AnnotationId) -> Annotation | None:
        """One of this document's annotations."""
        if wanted not in self._read:
            found = find(self._project, wanted)
            if found is None or found.document != self.document.id:
                return None
            self._read[wanted] = found
        return self._read[wanted]

    def next_annotation(
        self, active: Annotation | None, caret: int, by: int, code: CodeId | None = None
    ) -> Annotation | None:
        """The one behind the active one, or the caret; before it below 0. `code`: of that alone."""
        marks = tagging.marks(self._project, self.document.id)
        listed = [mark for mark in marks if code in (None, mark.code)]
        mark = _next(listed, active.id if active else None, caret, by)
        return self.annotation(mark.id) if mark else None

    def at(self, position: int) -> list[Mark]:
        """Those that hold or touch a caret, the shortest first; regions of the page it begins."""
        regions = [one.mark for one in self.regions if one.start == position]
        return self.annotations.at(position) + regions

    def page_at(self, position: int) -> int:
        """The number of the page that holds a code point; 0 without pages."""
        for page in self.pages:
            if position < page.stop:
                return page.number
        return next((page.number for page in self.pages if position <= page.stop), 0)

    def _read_regions(self) -> None:
        self.regions = tagging.regions(self._project, self.document.id) if self.pages else []
        """Those on a region of a page, in reading order."""


def _next(listed: list[Mark], active: AnnotationId | None, caret: int, by: int) -> Mark | None:
    place = next((place for place, mark in enumerate(listed) if mark.id == active), None)
    if place is not None:
        place += by
        return listed[place] if 0 <= place < len(listed) else None
    if by > 0:
        return next((mark for mark in listed if mark.start >= caret), None)
    return next((mark for mark in reversed(listed) if mark.start <= caret), None)


def find(project: Project, wanted: AnnotationId) -> Annotation | None:
    """The annotation, or None if it was deleted."""
    try:
        return tagging.annotation(project, wanted)
    except KzError:
        return None
