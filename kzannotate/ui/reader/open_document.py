"""What the reader holds of the document it shows. No Qt; read again only as far as it changed."""

from functools import cached_property

from kzannotate.model.annotation import Annotation
from kzannotate.model.changes import Changes
from kzannotate.model.document import Document
from kzannotate.model.errors import KzError
from kzannotate.model.ids import AnnotationId, DocumentId
from kzannotate.project import reading, tagging
from kzannotate.project.session import Project
from kzannotate.ui.reader.highlights import Spans
from kzannotate.ui.reader.units import Units


class OpenDocument:
    """A document's text, pages and annotations. Raises KzError if it isn't in the project."""

    def __init__(self, project: Project, document: DocumentId) -> None:
        self._project = project
        self.document: Document = reading.document(project, document)
        self.text = reading.text(project, document)
        self.pages = reading.pages(project, document)
        self.passages = reading.passage_starts(project, document)
        """Where they begin, in code points."""
        self._by_id = {a.id: a for a in tagging.annotations(project, document)}
        self._arrange()

    @property
    def page_starts(self) -> list[int]:
        """Where the pages begin, in code points."""
        return [page.start for page in self.pages]

    @cached_property
    def units(self) -> Units:
        """Its words, sentences and passages."""
        return Units(self.text, self.passages)

    def update(self, changes: Changes) -> bool:
        """Read again which annotations changed; whether any of this document did."""
        before = dict(self._by_id)
        for changed in changes.annotations:
            self._by_id.pop(changed, None)
            annotation = find(self._project, changed)
            if annotation and annotation.document == self.document.id:
                self._by_id[changed] = annotation
        if before == self._by_id:
            return False
        self._arrange()
        return True

    def annotation(self, wanted: AnnotationId) -> Annotation | None:
        """One of this document's annotations."""
        return self._by_id.get(wanted)

    def _arrange(self) -> None:
        """Those on the text, to be found by place; and those on a region of a page."""
        on_text = [one for one in self._by_id.values() if one.region is None]
        self.annotations: Spans[Annotation] = Spans(on_text)
        self.regions = [one for one in self._by_id.values() if one.region is not None]

    @property
    def all_annotations(self) -> list[Annotation]:
        """On the text and on regions, in reading order."""
        return sorted(self._by_id.values(), key=_place)

    def next_annotation(self, active: Annotation | None, caret: int, by: int) -> Annotation | None:
        """The one behind the active one, or the caret; before it below 0."""
        listed = self.all_annotations
        if active in listed:
            place = listed.index(active) + by
            return listed[place] if 0 <= place < len(listed) else None
        if by > 0:
            return next((one for one in listed if one.start >= caret), None)
        return next((one for one in reversed(listed) if one.start <= caret), None)

    def at(self, position: int) -> list[Annotation]:
        """Those that hold or touch a caret, the shortest first; regions of the page it begins."""
        regions = [one for one in self.regions if one.start == position]
        return self.annotations.at(position) + regions

    def page_at(self, position: int) -> int:
        """The number of the page that holds a code point; 0 without pages."""
        for page in self.pages:
            if position < page.stop:
                return page.number
        return next((page.number for page in self.pages if position <= page.stop), 0)


def _place(annotation: Annotation) -> tuple[int, int, int, str]:
    """Pages without letters begin at the same place."""
    return annotation.start, annotation.page or 0, -annotation.stop, annotation.id


def find(project: Project, wanted: AnnotationId) -> Annotation | None:
    """The annotation, or None if it was deleted."""
    try:
        return tagging.annotation(project, wanted)
    except KzError:
        return None
