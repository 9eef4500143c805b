"""All of the window that has to do with the suggestions of one project, and how it is connected."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject, Signal

from kzannotate.model.changes import Changes
from kzannotate.model.codebook import Code
from kzannotate.model.ids import CodeId
from kzannotate.project.session import Project
from kzannotate.ui.answering import Answering
from kzannotate.ui.going import Going
from kzannotate.ui.jobs import Jobs
from kzannotate.ui.own_rules_dialog import OwnRulesDialog
from kzannotate.ui.reader.readers import Readers
from kzannotate.ui.second import Second
from kzannotate.ui.suggestions_panel import SuggestionsPanel
from kzannotate.ui.transfer import Transfer


class SuggestionDesk(QObject):
    """The list of suggestions, the answers to them, the dashes in the readers, the menu's verbs."""

    said = Signal(str)
    failed = Signal(str)
    """A sentence of a KzError."""
    offered = Signal(str, str, object)
    """A sentence, the name of what could be done about it, and what does it."""

    def __init__(
        self,
        project: Project,
        readers: Readers,
        transfer: Transfer,
        jobs: Jobs,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._project = project
        self._readers = readers
        self._transfer = transfer
        self._second = Second(project)
        self.panel = SuggestionsPanel(project, self._second, jobs)
        self.answering = Answering(project, readers, self.panel, self._second, jobs, self)
        self.answering.said.connect(self.said)
        self.answering.failed.connect(self.failed)
        self.answering.offered.connect(self.offered)
        readers.opened.connect(self._follow)
        transfer.suggested.connect(self.answering.look)
        transfer.suggested.connect(self.panel.fill)

    def verbs(self) -> dict[str, Callable[[], None]]:
        """What each action does, by its id."""
        rules = OwnRulesDialog
        return {
            **self.answering.verbs(),
            "own_rules": lambda: rules(self._project, self._readers.window()).open(),
        }

    def lead(self, going: Going) -> None:
        """Have suggestions shown, and gone to, in the reader."""
        self.panel.shown_one.connect(going.show_proposal)
        self.panel.chosen.connect(going.go_to_proposal)

    def show_codes(self, codes: Sequence[Code], by_id: Mapping[CodeId, Code]) -> None:
        """Use these codes."""
        self.answering.show_codes(codes)
        self.panel.show_codes(by_id)

    def refresh(self, changes: Changes) -> None:
        """Show what changed in the project; what was read anew, or has other
        rules now, is gone through.
        """
        self.answering.refresh(changes)
        self.panel.refresh(changes)
        shown = {one.shown.document.id for one in self._readers.all if one.shown}
        if changes.rules or changes.documents & shown:
            self._transfer.suggest()

    def close(self) -> None:
        """Let go of the file, after all work is over."""
        self._second.close()

    def _follow(self) -> None:
        shown = self._readers.current.shown
        self.panel.show_document(shown.document.id if shown else None)
        self.answering.look()
