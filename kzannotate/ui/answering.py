"""What the keys of suggestions do: walk them, accept, reject, have the rules mended. No dialogs."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from kzannotate.model.changes import Changes
from kzannotate.model.codebook import Code
from kzannotate.model.errors import KzError
from kzannotate.model.ids import CodeId, DocumentId
from kzannotate.model.progress import Monitor
from kzannotate.model.suggestion import Proposal
from kzannotate.model.wording import counted
from kzannotate.project import own_rules, suggesting
from kzannotate.project.session import Project
from kzannotate.project.suggesting import Wanted
from kzannotate.ui.code_picker import CodePicker
from kzannotate.ui.jobs import Jobs, Latest
from kzannotate.ui.reader.highlights import Suggested
from kzannotate.ui.reader.readers import Readers
from kzannotate.ui.second import Second
from kzannotate.ui.suggestions_panel import SuggestionsPanel

_PAUSE_MS = 400
"""After a change, suggestions are looked for when it is quiet so long."""
_AT_ONCE = 200_000
"""Code points: a longer document gets its suggestions from the job of the whole corpus alone, which
another process does; to go through it after each tag would take the window's time.
"""
_SHOWN = 60
"""Characters of a passage in the status bar."""


class Answering(QObject):
    """The suggestions of the shown documents, and the researcher's answers to them."""

    said = Signal(str)
    failed = Signal(str)
    """A sentence of a KzError."""
    offered = Signal(str, str, object)
    """A sentence, the name of what could be done about it, and what does it."""
    renewed = Signal()
    """The suggestions of the shown documents are listed anew."""

    def __init__(
        self,
        project: Project,
        readers: Readers,
        panel: SuggestionsPanel,
        second: Second,
        jobs: Jobs,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._project = project
        self._readers = readers
        self._panel = panel
        self._second = second
        self._latest = Latest(jobs, self._show)
        self._found: dict[DocumentId, list[Proposal]] = {}
        self._refused = ""
        self._codes: dict[str, Code] = {}
        self._waiting: list[Proposal] = []
        self._from_panel = False
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self.look)
        self.picker = CodePicker(readers)
        self.picker.picked.connect(self._accept_as)
        self.picker.left.connect(self._return)

    def verbs(self) -> dict[str, Callable[[], None]]:
        """What each action does, by its id."""
        return {
            "next_suggestion": partial(self.step, 1),
            "previous_suggestion": partial(self.step, -1),
            "accept": self.accept,
            "accept_as": self._ask_code,
            "reject": self.reject,
            "accept_rule": self.accept_rule,
            "rule_off": self.switch_off,
            "add_name": self.add_name,
        }

    def show_codes(self, codes: Iterable[Code]) -> None:
        """Use these codes."""
        self._codes = {code.key: code for code in codes}
        self._light()

    def look(self) -> None:
        """Look for the suggestions of the shown documents, off the GUI thread."""
        shown = {one.shown.document.id for one in self._readers.all if one.shown}

        def work(_monitor: Monitor) -> dict[DocumentId, list[Proposal]]:
            with self._second.lend() as project:
                return {one: _in_document(project, one) for one in shown}

        self._latest.ask(work)

    def refresh(self, changes: Changes) -> None:
        """What was answered goes at once; what else changed, when it is quiet."""
        if changes.annotations or changes.rejections or changes.rules or changes.documents:
            self._pause.start()

    # Answers

    def current(self) -> Proposal | None:
        """The suggestion that is selected or, the shortest, at the caret."""
        low, high = self._readers.current.selection()
        here = [
            one
            for one in self._listed()
            if one.suggestion.start <= low and high <= one.suggestion.stop
        ]
        return min(here, key=lambda one: one.suggestion.stop - one.suggestion.start, default=None)

    def step(self, by: int) -> None:
        """Select the next suggestion of the document, or the one before."""
        current, caret = self.current(), self._readers.current.selection()[0]
        listed = self._listed()
        if current in listed:
            place = listed.index(current) + by
            found = listed[place] if 0 <= place < len(listed) else None
        elif by > 0:
            found = next((one for one in listed if one.suggestion.start >= caret), None)
        else:
            found = next((one for one in reversed(listed) if one.suggestion.start < caret), None)
        if found:
            self._select(found)
        else:
            self.said.emit("No further suggestion in this document")

    def accept(self) -> None:
        """Make annotations of the selected suggestions, or of the one at the caret."""
        self._accept(self._wanted(), "")

    def accept_rule(self) -> None:
        """Accept all suggestions of the same rule in the document."""
        current = next(iter(self._wanted()), None)
        if current:
            document = current.document
            listed = self._found.get(document) or suggesting.of(self._project, Wanted(document))
            rule = current.suggestion.rule
            self._accept([one for one in listed if one.suggestion.rule == rule], "")

    def reject(self) -> None:
        """Refuse the selected suggestions, or the one at the caret: they don't come back."""
        wanted = self._wanted()
        if not wanted:
            return
        if self._run(lambda: suggesting.reject(self._project, wanted)):
            self.said.emit(f"Rejected {_named(wanted)}")
            self._refused = wanted[-1].suggestion.rule
            if suggesting.is_tiresome(self._project, self._refused):
                sentence = f"“{self._refused}” was rejected {suggesting.TIRESOME} times or more."
                self.offered.emit(sentence, "Switch this rule off here", self.switch_off)
            self._go_on(wanted)

    def switch_off(self) -> None:
        """Switch off the rule of the suggestion at hand, or of the one that was rejected last."""
        wanted = self._chosen()
        rule = wanted[0].suggestion.rule if wanted else self._refused
        if not rule:
            self.said.emit("No suggestion at the caret")
        elif self._run(lambda: own_rules.switch(self._project, rule, on=False)):
            self.said.emit(f"{rule} is off in this project; Ctrl+Z undoes")

    def add_name(self) -> None:
        """Have the selected name proposed as a victim wherever it stands."""
        reader = self._readers.current
        start, stop = reader.to_tag()
        if not reader.shown or start == stop:
            self.said.emit("Select a name first")
            return
        name = " ".join(reader.shown.text[start:stop].split())
        if self._run(lambda: own_rules.add_name(self._project, name)):
            self.said.emit(f"“{name}” is proposed wherever it stands; Ctrl+Z undoes")

    # Inside

    def _accept(self, wanted: Sequence[Proposal], code: str) -> None:
        if wanted and self._run(lambda: suggesting.accept(self._project, wanted, code)):
            self.said.emit(f"Accepted {_named(wanted)}")
            self._go_on(wanted)

    def _accept_as(self, code: CodeId) -> None:
        self._accept(self._waiting, code)

    def _ask_code(self) -> None:
        self._waiting = list(self._wanted())
        if self._waiting:
            over = self._panel.window() if self._in_panel() else self._readers
            part = self._panel.tree if self._in_panel() else self._readers.current.views
            at = part.mapTo(over, part.rect().center() / 2)
            codes = list(self._codes.values())
            self.picker.ask(over, at, f"Accept {_named(self._waiting)} as", codes, creates=False)

    def _return(self) -> None:
        (self._panel if self._from_panel else self._readers).setFocus()

    def _wanted(self) -> list[Proposal]:
        """What an answer is about; that there is nothing is said."""
        self._from_panel = self._in_panel()
        wanted = self._chosen()
        if not self._project.writable:
            self.said.emit("The project is open read-only: nothing can be answered")
            return []
        if not wanted:
            self.said.emit("No suggestion at the caret")
        return wanted

    def _chosen(self) -> list[Proposal]:
        if self._in_panel():
            return self._panel.selected()
        current = self.current()
        return [current] if current else []

    def _in_panel(self) -> bool:
        return self._panel.tree.hasFocus()

    def _go_on(self, answered: Sequence[Proposal]) -> None:
        """What was answered is dashed no more; in the reader the next one is selected."""
        for document in {one.document for one in answered}:
            left = self._found.get(document, [])
            self._found[document] = [one for one in left if one not in answered]
        self._light()
        if not self._from_panel:
            self.step(1)

    def _listed(self) -> list[Proposal]:
        shown = self._readers.current.shown
        return self._found.get(shown.document.id, []) if shown else []

    def _select(self, proposal: Proposal) -> None:
        one = proposal.suggestion
        self._readers.current.reveal(proposal.document, one.start, one.stop)
        self.said.emit(f"{self._name(one.code)}? {one.rule}, {one.score:.2f}")

    def _name(self, key: str) -> str:
        return self._codes[key].name if key in self._codes else key

    def _show(self, found: dict[DocumentId, list[Proposal]]) -> None:
        self._found = found
        self._light()
        self.renewed.emit()

    def _light(self) -> None:
        for reader in self._readers.all:
            found = self._found.get(reader.shown.document.id, []) if reader.shown else []
            reader.show_suggestions(
                Suggested(
                    one.suggestion.start, one.suggestion.stop, self._codes[one.suggestion.code].id
                )
                for one in found
                if one.suggestion.code in self._codes
            )

    def _run(self, verb: Callable[[], Changes]) -> Changes:
        try:
            return verb()
        except KzError as error:
            self.failed.emit(str(error))
            return Changes()


def _in_document(project: Project, document: DocumentId) -> list[Proposal]:
    """Of one that was removed meanwhile there are none."""
    try:
        return suggesting.in_document(project, document, _AT_ONCE)
    except KzError:
        return []


def _named(proposals: Sequence[Proposal]) -> str:
    """What a sentence says of these: the passage of one, the number of several."""
    if len(proposals) > 1:
        return counted(len(proposals), "suggestion")
    words = " ".join(proposals[0].quotation.split())
    return f"“{words}”" if len(words) <= _SHOWN else f"“{words[:_SHOWN]}…”"
