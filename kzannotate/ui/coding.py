"""What the tagging keys do: from the reader's selection to the verbs of `project`. No dialogs."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Literal

from PySide6.QtCore import QObject, Signal

from kzannotate.model.annotation import Annotation
from kzannotate.model.changes import Changes
from kzannotate.model.codebook import Code
from kzannotate.model.errors import KzError
from kzannotate.model.ids import AnnotationId, CodeId, DocumentId
from kzannotate.project import tagging, undoing
from kzannotate.project.session import Project
from kzannotate.ui.reader import steps
from kzannotate.ui.reader.open_document import find
from kzannotate.ui.reader.reader import Reader
from kzannotate.ui.reader.readers import Readers

End = Literal["start", "stop"]
Step = Literal["letter", "word"]
_SHOWN = 60
"""Characters of a quotation in the status bar."""


class Coding(QObject):
    """The verbs behind the keys; each says in the status bar what it did."""

    used = Signal(object)
    """A code (its id) was given to an annotation."""
    said = Signal(str)
    failed = Signal(str)
    """A sentence of a KzError."""

    def __init__(self, project: Project, readers: Readers, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._readers = readers
        self.codes: Mapping[CodeId, Code] = {}

    @property
    def _reader(self) -> Reader:
        return self._readers.current

    def verbs(self) -> dict[str, Callable[[], None]]:
        """What the actions on the annotation at the caret do, by their ids."""
        ends: dict[str, tuple[End, Step, int]] = {
            "start_word_back": ("start", "word", -1),
            "start_word_on": ("start", "word", 1),
            "start_letter_back": ("start", "letter", -1),
            "start_letter_on": ("start", "letter", 1),
            "stop_word_back": ("stop", "word", -1),
            "stop_word_on": ("stop", "word", 1),
            "stop_letter_back": ("stop", "letter", -1),
            "stop_letter_on": ("stop", "letter", 1),
        }
        return {
            "undo": self.undo,
            "redo": self.redo,
            "delete": self.delete,
            "draw_box": self.draw_box,
            "next_annotation": partial(self.step, 1),
            "previous_annotation": partial(self.step, -1),
            "next_alike": partial(self.step_alike, 1),
            "previous_alike": partial(self.step_alike, -1),
            **{name: partial(self.move_end, *how) for name, how in ends.items()},
        }

    def tag(self, code: CodeId) -> None:
        """Tag the selection, or the word at the caret; the caret goes to its end."""
        if box := self._reader.box():
            self._tag(lambda document: tagging.tag_region(self._project, document, *box, code))
            return
        start, stop = self._reader.to_tag()
        if self._project.writable and self._is_tagged(start, stop, code):
            self.said.emit(f"It is tagged as {self._name(code)} already")
            return
        self._tag(lambda document: tagging.tag(self._project, document, start, stop, code))

    def tag_as_new(self, name: str) -> None:
        """Add a code of this name and tag with it."""
        if box := self._reader.box():
            self._tag(lambda doc: tagging.tag_region_as_new(self._project, doc, *box, name))
            return
        span = self._reader.to_tag()
        self._tag(lambda document: tagging.tag_as_new(self._project, document, *span, name))

    def duplicate(self, code: CodeId) -> None:
        """Tag what the annotation at the caret covers with another code too."""
        active = self._reader.active
        if active is None:
            self.said.emit("No annotation at the caret")
        elif active.code == code:
            self.said.emit(f"It is tagged as {self._name(code)} already")
        else:
            self._tag(lambda _: tagging.duplicate(self._project, active.id, code))

    def draw_box(self) -> None:
        """Let a box of a page be drawn and tagged; again: let it be."""
        reader = self._reader
        if not reader.shown or not reader.shown.pages:
            self.said.emit("Boxes are drawn on printed pages, and this document has none")
            return
        if reader.box():
            reader.page_view.boxes.end()
            return
        if not reader.on_page:
            reader.toggle_page()
        reader.page_view.boxes.begin()
        self.said.emit("Arrows move the box, Shift+arrows size it; a code's key tags it, Esc ends")

    def delete(self) -> None:
        """Delete the annotation at the caret."""
        active = self._reader.active
        if active is None:
            self.said.emit("No annotation at the caret")
        elif self._run(lambda: tagging.delete(self._project, [active.id])):
            self.said.emit(f"Deleted {self._name(active.code)}: “{_short(active)}”")

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
        found = shown.next_annotation(self._reader.active, self._reader.caret(), by)
        if found:
            self._reader.reveal_annotation(found)
        else:
            self.said.emit("No further annotation in this document")

    def step_alike(self, by: int) -> None:
        """Go to the next annotation of the same code, or the one before."""
        shown, active = self._reader.shown, self._reader.active
        if shown is None or active is None:
            self.said.emit("No annotation at the caret")
            return
        found = shown.next_annotation(active, self._reader.caret(), by, active.code)
        if found:
            self._reader.reveal_annotation(found)
        else:
            self.said.emit(f"No further {self._name(active.code)} in this document")

    def recode(self, code: CodeId) -> None:
        """Give the annotation at the caret another code."""
        active = self._reader.active
        if active is None:
            self.said.emit("No annotation at the caret")
        elif active.code == code:
            self.said.emit(f"It is tagged as {self._name(code)} already")
        elif self._run(lambda: tagging.recode(self._project, [active.id], code)):
            self._reader.choose(active.id)
            self.used.emit(code)
            self.said.emit(f"{self._name(active.code)} is now {self._name(code)}")

    def move_end(self, end: End, step: Step, by: int) -> None:
        """Move an end of the annotation at the caret by a letter or word, back below 0."""
        shown, active = self._reader.shown, self._reader.active
        if shown is None or active is None:
            self.said.emit("No annotation at the caret")
            return
        start, stop = active.start, active.stop
        if end == "start":
            start = (steps.word_start if step == "word" else steps.letter)(shown.text, start, by)
        else:
            stop = (steps.word_end if step == "word" else steps.letter)(shown.text, stop, by)
        if start >= stop or (start, stop) == (active.start, active.stop):
            self.said.emit("It can't be moved further")
        elif self.set_ends(active.id, start, stop):
            self._reader.place(start if end == "start" else stop)

    def set_ends(self, annotation: AnnotationId, start: int, stop: int) -> bool:
        """Give an annotation new ends; whether they are kept."""
        moved = bool(self._run(lambda: tagging.move(self._project, annotation, start, stop)))
        if moved:
            self._reader.choose(annotation)
        return moved

    def undo(self) -> None:
        """Take back the last step."""
        self._travel("Undone", undoing.next_undo(self._project), undoing.undo)

    def redo(self) -> None:
        """Do the step again that was taken back last."""
        self._travel("Done again", undoing.next_redo(self._project), undoing.redo)

    def _tag(self, verb: Callable[[DocumentId], Changes]) -> None:
        """Make an annotation of the shown document; it becomes the one at the caret."""
        shown = self._reader.shown
        if not self._project.writable:
            self.said.emit("The project is open read-only: nothing can be tagged")
            return
        if shown is None:
            return
        changes = self._run(lambda: verb(shown.document.id))
        if changes:
            self._reader.page_view.boxes.end()
        for made in changes.annotations:
            annotation = shown.annotation(made)
            if annotation:
                self._reader.place(annotation.stop)
                self._reader.choose(made)
                self.used.emit(annotation.code)
                self.said.emit(f"Tagged as {self._name(annotation.code)}: “{_short(annotation)}”")

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
    words = " ".join(annotation.shown.split())
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"
