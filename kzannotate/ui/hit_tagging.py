"""Tagging from the list of hits, and from hit to hit in the reader."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction

from kzannotate.model.codebook import in_tree_order
from kzannotate.model.errors import KzError
from kzannotate.model.ids import CodeId
from kzannotate.model.query import Hit
from kzannotate.model.wording import counted
from kzannotate.project import codebook, hits
from kzannotate.project.session import Project
from kzannotate.ui.code_picker import CodePicker
from kzannotate.ui.coding import Coding
from kzannotate.ui.hit_filters import next_choice
from kzannotate.ui.reader.readers import Readers
from kzannotate.ui.search_panel import SearchPanel


class HitTagging(QObject):
    """The verbs behind the keys; each says in the status bar what it did."""

    used = Signal(object)
    """A code (its id) was given to hits."""
    said = Signal(str)
    failed = Signal(str)
    """A sentence of a KzError."""

    def __init__(
        self,
        project: Project,
        panel: SearchPanel,
        readers: Readers,
        coding: Coding,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._project = project
        self._panel = panel
        self._readers = readers
        self._coding = coding
        self._last: CodeId | None = None
        self.picker = CodePicker(panel)
        self.picker.picked.connect(self.tag)
        self.picker.left.connect(panel.setFocus)
        for part in (self, coding):
            part.used.connect(self._remember)

    def verbs(self) -> dict[str, Callable[[], None]]:
        """What each action does, by its id."""
        model, tree = self._panel.model, self._panel.tree
        return {
            "tag_and_next": self.tag_and_next,
            "tick_hit": lambda: model.toggle(tree.currentIndex()),
            "tick_hits": model.toggle_all,
            "pick_for_hits": self._ask_code,
            "hit_extent": lambda: self.said.emit(next_choice(self._panel.filters.extent)),
        }

    @property
    def has_focus(self) -> bool:
        """Whether keys count for the list."""
        return self._panel.tree.hasFocus()

    def add_actions(self, actions: Sequence[QAction]) -> None:
        """Have these actions' keys count in the list."""
        self._panel.tree.addActions(actions)

    def tag(self, code: CodeId) -> None:
        """Tag the ticked hits and untick them; without ticks the current one, and go on."""
        ticked = self._panel.model.ticked()
        current = self._panel.tree.current_hit
        if ticked:
            if self._tag(ticked, code):
                self._panel.model.tick(ticked, False)
        elif current is None:
            self.said.emit("No hit is ticked, and none is current")
        elif self._tag([current], code):
            self._panel.show_next()

    def tag_and_next(self) -> None:
        """Tag the hit, or what is selected instead, with the code used last; go to the next."""
        current = self._panel.tree.current_hit
        if self._last is None:
            self.said.emit("Tag something first: this key uses the same code again")
        elif current is None:
            self.said.emit("No hit to tag; search first")
        elif self.has_focus:
            if self._tag([current], self._last):
                self._panel.show_next()
        else:
            if self._is_selected(current):
                self._tag([current], self._last)
            else:
                self._coding.tag(self._last)
            self._panel.step(1)

    def _is_selected(self, hit: Hit) -> bool:
        reader = self._readers.current
        there = reader.shown is not None and reader.shown.document.id == hit.document
        return there and reader.selection() == (hit.start, hit.stop)

    def _ask_code(self) -> None:
        count = len(self._panel.model.ticked()) or int(self._panel.tree.current is not None)
        if not count:
            self.said.emit("No hit is ticked, and none is current")
            return
        window = self._panel.window()
        at = self._panel.tree.mapTo(window, self._panel.tree.rect().topLeft())
        codes = in_tree_order(codebook.codes(self._project))
        self.picker.ask(window, at, f"Tag {counted(count, 'hit')} as", codes, creates=False)

    def _tag(self, wanted: Sequence[Hit], code: CodeId) -> bool:
        """Whether it could be done; what was tagged already, or is a memo, doesn't hinder."""
        if all(hit.annotation for hit in wanted):
            self.said.emit("A memo isn't tagged, only texts are")
            return True
        try:
            extent = self._panel.filters.wanted_extent
            made = len(hits.tag(self._project, wanted, code, extent).annotations)
        except KzError as error:
            self.failed.emit(str(error))
            return False
        self.used.emit(code)
        name = self._coding.codes[code].name
        if made:
            what = "hit" if extent == "match" else extent
            self.said.emit(f"Tagged {counted(made, what)} as {name}; Ctrl+Z undoes")
        else:
            self.said.emit(f"Tagged as {name} already")
        return True

    def _remember(self, code: CodeId) -> None:
        self._last = code
