"""What the code picker is asked for: to tag, to change a code, to tag with another one too."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from kzannotate.model.ids import CodeId
from kzannotate.ui.code_picker import CodePicker
from kzannotate.ui.coding import Coding
from kzannotate.ui.reader.readers import Readers


class Picking(QObject):
    """Opens the picker at the caret and passes its answer on; the focus returns to the caret."""

    def __init__(self, readers: Readers, coding: Coding, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._readers = readers
        self._coding = coding
        self._use: Callable[[CodeId], None] = coding.tag
        self.picker = CodePicker(readers)
        self.picker.picked.connect(self._picked)
        self.picker.named.connect(coding.tag_as_new)
        self.picker.left.connect(readers.setFocus)

    def verbs(self) -> dict[str, Callable[[], None]]:
        """What each action does, by its id."""
        coding = self._coding
        return {
            "pick_code": partial(self._ask, "Tag as", coding.tag, creates=True),
            "pick_other": partial(self._ask, "Change the code to", coding.recode),
            "pick_too": partial(self._ask, "Tag it as well as", coding.duplicate),
        }

    def _ask(self, title: str, use: Callable[[CodeId], None], *, creates: bool = False) -> None:
        if not creates and self._readers.current.active is None:
            self._coding.said.emit("No annotation at the caret")
            return
        self._use = use
        views = self._readers.current.views
        at = views.mapTo(self._readers, views.rect().center() / 2)
        codes = list(self._coding.codes.values())
        self.picker.ask(self._readers, at, title, codes, creates=creates)

    def _picked(self, code: CodeId) -> None:
        self._use(code)
