"""What is done with the selected quotations, all of them as one step."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from kzannotate.model.changes import Changes
from kzannotate.model.codebook import in_tree_order
from kzannotate.model.errors import KzError
from kzannotate.model.ids import AnnotationId, CodeId
from kzannotate.model.wording import counted
from kzannotate.project import codebook, tagging
from kzannotate.project.session import Project
from kzannotate.ui import dialogs
from kzannotate.ui.code_picker import CodePicker
from kzannotate.ui.quotations_panel import QuotationsPanel

Verb = Callable[[Project, Sequence[AnnotationId]], Changes]


class Bulk(QObject):
    """The verbs of the table of quotations; each says in the status bar what it did."""

    said = Signal(str)
    failed = Signal(str)
    """A sentence of a KzError."""

    def __init__(
        self, project: Project, panel: QuotationsPanel, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._project = project
        self._panel = panel
        self._waiting: list[AnnotationId] = []
        self.picker = CodePicker(panel)
        self.picker.picked.connect(self._recode)
        self.picker.left.connect(panel.setFocus)

    def verbs(self) -> dict[str, Callable[[], None]]:
        """What each action does, by its id."""
        panel = self._panel
        return {
            "delete_quotations": partial(self._run, "Deleted", tagging.delete),
            "recode_quotations": self._ask_code,
            "memo_quotations": self._ask_memo,
            "filter_quotations": panel.filters.text.setFocus,
            "clear_filters": panel.filters.clear,
            "switch_scope": panel.filters.switch_scope,
            "arrange_columns": panel.arrange,
        }

    def _ask_code(self) -> None:
        if not self._selected():
            return
        self._waiting = self._selected()
        table, window = self._panel.table, self._panel.window()
        at = table.mapTo(window, table.rect().topLeft())
        codes = in_tree_order(codebook.codes(self._project))
        title = f"Change the code of {counted(len(self._waiting), 'annotation')} to"
        self.picker.ask(window, at, title, codes, creates=False)

    def _recode(self, code: CodeId) -> None:
        self._run("Recoded", lambda project, ids: tagging.recode(project, ids, code), self._waiting)

    def _ask_memo(self) -> None:
        ids = self._selected()
        answer = dialogs.memo(self._panel.window(), len(ids)) if ids else None
        if answer:
            text, is_added = answer
            verb = tagging.add_to_memos if is_added else tagging.set_memo
            self._run("Wrote the memo of", lambda project, which: verb(project, which, text), ids)

    def _selected(self) -> list[AnnotationId]:
        """The annotations of the selected rows; that there are none is said."""
        ids = self._panel.selected()
        if not ids:
            self.said.emit("No quotation is selected")
        return ids

    def _run(self, did: str, verb: Verb, ids: Sequence[AnnotationId] = ()) -> None:
        ids = ids or self._selected()
        if not ids:
            return
        try:
            changes = verb(self._project, ids)
        except KzError as error:
            self.failed.emit(str(error))
            return
        changed = counted(len(changes.annotations), "annotation")
        self.said.emit(f"{did} {changed}; Ctrl+Z undoes" if changes else "Nothing had to change")
