"""The codes' own actions: a letter or a digit tags with a code, Shift and letter change to it."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction

from kzannotate.model.codebook import Code
from kzannotate.model.ids import CodeId
from kzannotate.ui import theme
from kzannotate.ui.coding import Coding
from kzannotate.ui.hit_tagging import HitTagging
from kzannotate.ui.key_positions import sequences
from kzannotate.ui.reader.readers import Readers
from kzannotate.ui.recent_codes import RecentCodes

Verb = Callable[[CodeId], None]


class CodeKeys(QObject):
    """Actions of readers and hits, made anew whenever the codebook or a digit changes."""

    changed = Signal()
    """The digits changed."""

    def __init__(
        self,
        readers: Readers,
        coding: Coding,
        hits: HitTagging,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._readers = readers
        self._coding = coding
        self._hits = hits
        self._codes: Sequence[Code] = ()
        self.actions: list[QAction] = []
        self.recent = RecentCodes()
        for part in (coding, hits):
            part.used.connect(self._use)

    def show_codes(self, codes: Sequence[Code]) -> None:
        """Make the actions of these codes."""
        self._codes = codes
        self.recent.know(code.id for code in codes)
        enabled = any(action.isEnabled() for action in self.actions)
        for action in self.actions:
            action.setShortcuts([])  # it lives until the events are done, and so would its keys
            action.deleteLater()
        tagging = self._tagging()
        self.actions = [*tagging, *self._recoding()]
        self._hits.add_actions(tagging)
        self.enable(enabled)
        for reader in self._readers.all:
            reader.views.addActions(self.actions)

    def enable(self, enabled: bool) -> None:
        """Whether there is something to tag."""
        for action in self.actions:
            action.setEnabled(enabled)

    def remember(self, kept: Iterable[CodeId]) -> None:
        """Begin with the digits of another day."""
        self.recent = RecentCodes(kept)
        self.show_codes(self._codes)
        self.changed.emit()

    def _tagging(self) -> list[QAction]:
        digits = self.recent.digits()
        return [
            self._action(
                code,
                f"Tag as {code.name}",
                [key for key in (code.shortcut, digits.get(code.id, "")) if key],
                self._tag,
            )
            for code in self._codes
        ]

    def _recoding(self) -> list[QAction]:
        return [
            self._action(
                code, f"Change to {code.name}", [f"Shift+{code.shortcut}"], self._coding.recode
            )
            for code in self._codes
            if code.shortcut
        ]

    def _action(self, code: Code, text: str, keys: list[str], verb: Verb) -> QAction:
        action = QAction(theme.chip(code.colour), text.replace("&", "&&"), self)
        action.setShortcuts(sequences(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.setToolTip(code.definition)
        action.setStatusTip(code.definition)
        action.setData(code.id)
        action.triggered.connect(partial(_run, verb, code.id))
        return action

    def _tag(self, code: CodeId) -> None:
        (self._hits if self._hits.has_focus else self._coding).tag(code)

    def _use(self, code: CodeId) -> None:
        if self.recent.use(code):
            self.show_codes(self._codes)
            self.changed.emit()


def _run(verb: Verb, code: CodeId, _checked: bool = False) -> None:
    verb(code)
