"""The annotations on an open document's text, read from the store for where they are asked. No Qt.

A text with thousands of annotations opens as quickly as one with few, and nothing has to be made
anew when one is added: SQLite finds those over a stretch in a millisecond, behind 100,000 others in
ten, for it looks at all that begin before.
"""

from kzannotate.model.annotation import Mark
from kzannotate.model.ids import DocumentId
from kzannotate.project import tagging
from kzannotate.project.session import Project
from kzannotate.ui.reader.highlights import Spans

_PIECE = 4000
"""Code points of a stretch that is read at once: a screenful or so."""
_MOST = 100
"""Stretches that are kept; then the one that was read first goes."""


class Marks:
    """A `Layer` of marks; keeps those of the stretches that were asked for."""

    def __init__(self, project: Project, document: DocumentId) -> None:
        self._project = project
        self._document = document
        self.renew()

    def renew(self) -> None:
        """Something changed in the store."""
        self.codes = tagging.codes_on_text(self._project, self._document)
        self._read: dict[int, Spans[Mark]] = {}

    def over(self, start: int, stop: int) -> list[Mark]:
        """Those that share at least one code point with `start` to `stop`, in reading order."""
        first = start // _PIECE
        found = self._piece(first).over(start, stop)
        for number in range(first + 1, (stop - 1) // _PIECE + 1):
            here = number * _PIECE  # what begins before was found already
            found += [one for one in self._piece(number).over(start, stop) if one.start >= here]
        return found

    def at(self, position: int) -> list[Mark]:
        """Those that hold or touch a caret at `position`, the shortest first."""
        return Spans(self.over(max(0, position - 1), position + 1)).at(position)

    def _piece(self, number: int) -> Spans[Mark]:
        """The marks over the stretch of that number."""
        if number not in self._read:
            if len(self._read) >= _MOST:
                del self._read[next(iter(self._read))]
            start = number * _PIECE
            stretch = start, start + _PIECE
            self._read[number] = Spans(tagging.marks_over(self._project, self._document, *stretch))
        return self._read[number]
