"""The annotations on an open document's text, read from the store for where they are asked. No Qt.

A text with thousands of annotations opens as quickly as one with few, and nothing has to be made
anew when one is added: SQLite finds those over a stretch in a millisecond.
"""

from kzannotate.model.annotation import Mark
from kzannotate.model.ids import DocumentId
from kzannotate.project import tagging
from kzannotate.project.session import Project
from kzannotate.ui.reader.highlights import Spans

_AROUND = 4000
"""Code points that are read before and behind what was asked, so that scrolling seldom reads."""


class Marks:
    """A `Layer` of marks; keeps those around the stretch that was asked last."""

    def __init__(self, project: Project, document: DocumentId) -> None:
        self._project = project
        self._document = document
        self.renew()

    def renew(self) -> None:
        """Something changed in the store."""
        self.codes = tagging.codes_on_text(self._project, self._document)
        self._near: Spans[Mark] = Spans()
        self._low = self._high = 0

    def over(self, start: int, stop: int) -> list[Mark]:
        """Those that share at least one code point with `start` to `stop`, in reading order."""
        self._read(start, stop)
        return self._near.over(start, stop)

    def at(self, position: int) -> list[Mark]:
        """Those that hold or touch a caret at `position`, the shortest first."""
        self._read(position - 1, position + 1)
        return self._near.at(position)

    def _read(self, start: int, stop: int) -> None:
        if self._low <= start and stop <= self._high:
            return
        self._low, self._high = start - _AROUND, stop + _AROUND
        stretch = self._low, self._high
        self._near = Spans(tagging.marks_over(self._project, self._document, *stretch))
