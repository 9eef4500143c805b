"""What the tagging keys do: from the reader's selection to the verbs of `project`. No dialogs."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal

from kzannotate.model.annotation import Annotation
from kzannotate.model.changes import Changes
from kzannotate.model.codebook import Code
from kzannotate.model.errors import KzError
from kzannotate.model.ids import AnnotationId, CodeId
from kzannotate.model.wording import counted
from kzannotate.project import tagging, undoing
from kzannotate.project.session import Project
from kzannotate.ui.reader.open_document import find
from kzannotate.ui.reader.reader import Reader

_SHOWN = 60
"""Characters of a quotation in the status bar."""


class Coding(QObject):
    """The verbs behind the keys; each says in the status bar what it did."""

    said = Signal(str)
    failed = Signal(str)
    """A sentence of a KzError."""

    def __init__(self, project: Project, reader: Reader, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._reader = reader
        self.codes: Mapping[CodeId, Code] = {}

    def tag(self, code: CodeId) -> None:
        """Tag the selection, or the word at the caret; the caret goes to its end."""
        shown = self._reader.shown
        if not self._project.writable:
            self.said.emit("The project is open read-only: nothing can be tagged")
            return
        if shown is None:
            return
        start, stop = self._reader.to_tag()
        if self._is_tagged(start, stop, code):
            self.said.emit(f"It is tagged as {self._name(code)} already")
            return
        changes = self._run(
            lambda: tagging.tag(self._project, shown.document.id, start, stop, code)
        )
        for made in changes.annotations:
            annotation = shown.annotation(made)
            if annotation:
                self._reader.place(annotation.stop)
                self._reader.choose(made)
                self.said.emit(f"Tagged as {self._name(code)}: “{_short(annotation)}”")

    def delete(self) -> None:
        """Delete the annotation at the caret."""
        active = self._reader.active
        if active is None:
            self.said.emit("No annotation at the caret")
        elif self._run(lambda: tagging.delete(self._project, [active.id])):
            self.said.emit(f"Deleted {self._name(active.code)}: “{_short(active)}”")

    def delete_all(self, annotations: list[Annotation]) -> None:
        """Delete these, as one step."""
        if annotations:
            changes = self._run(
                lambda: tagging.delete(self._project, [one.id for one in annotations])
            )
            if changes:
                deleted = counted(len(changes.annotations), "annotation")
                self.said.emit(f"Deleted {deleted}; Ctrl+Z undoes")
        else:
            self.said.emit("No quotation is selected")

    def write_memo(self, annotation: AnnotationId, memo: str) -> bool:
        """Keep a memo; whether it is kept, or its annotation gone."""
        if find(self._project, annotation) is None:
            return True
        kept = bool(self._run(lambda: tagging.set_memo(self._project, [annotation], memo)))
        if kept:
            self.said.emit("Memo saved")
        return kept

    def step(self, by: int) -> None:
        """Go to the next annotation of the document, or the one before."""
        shown = self._reader.shown
        if shown is None:
            return
        spans, active = shown.annotations, self._reader.active
        if active in spans.items:
            place = spans.items.index(active) + by
            found = spans.items[place] if 0 <= place < len(spans.items) else None
        else:
            caret = self._reader.caret()
            found = spans.after(caret) if by > 0 else spans.before(caret)
        if found:
            self._reader.reveal_annotation(found)
        else:
            self.said.emit("No further annotation in this document")

    def undo(self) -> None:
        """Take back the last step."""
        self._travel("Undone", undoing.next_undo(self._project), undoing.undo)

    def redo(self) -> None:
        """Do the step again that was taken back last."""
        self._travel("Done again", undoing.next_redo(self._project), undoing.redo)

    def _travel(self, did: str, label: str, verb: Callable[[Project], Changes]) -> None:
        changes = self._run(lambda: verb(self._project))
        if not changes:
            return
        self.said.emit(f"{did}: {label}")
        if len(changes.annotations) == 1 and not changes.documents:
            annotation = find(self._project, next(iter(changes.annotations)))
            if annotation:
                self._reader.reveal_annotation(annotation)

    def _run(self, verb: Callable[[], Changes]) -> Changes:
        try:
            return verb()
        except KzError as error:
            self.failed.emit(str(error))
            return Changes()

    def _is_tagged(self, start: int, stop: int, code: CodeId) -> bool:
        """Whether a key would tag the same again, as pressing it twice does."""
        active = self._reader.active
        if active is None or active.code != code:
            return False
        low, high = self._reader.selection()
        inside = active.start <= start and stop <= active.stop
        return inside if low == high else (start, stop) == (active.start, active.stop)

    def _name(self, code: CodeId) -> str:
        known = self.codes.get(code)
        return known.name if known else "?"


def _short(annotation: Annotation) -> str:
    words = " ".join(annotation.quotation.split())
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"
