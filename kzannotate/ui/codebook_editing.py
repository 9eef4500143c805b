"""What the actions of the menu Codebook do: from the panel's current code to the project's verbs.

A KzError goes on to the window, which tells it.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from kzannotate.model.changes import Changes
from kzannotate.model.codebook import Code
from kzannotate.model.ids import CodeId
from kzannotate.model.progress import Monitor
from kzannotate.model.wording import counted
from kzannotate.project import codebook, codebook_files
from kzannotate.project.session import Project
from kzannotate.ui import codebook_dialogs as dialogs
from kzannotate.ui import dialogs as file_dialogs
from kzannotate.ui.codebook_panel import CodebookPanel
from kzannotate.ui.jobs import Jobs, Latest
from kzannotate.ui.keymap import Keymap
from kzannotate.ui.second import Second

_DELETE = "delete"


class CodebookEditing(QObject):
    """The verbs behind the menu; each says in the status bar what it did."""

    said = Signal(str)

    def __init__(
        self,
        project: Project,
        panel: CodebookPanel,
        second: Second,
        jobs: Jobs,
        keymap: Keymap,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._project = project
        self._panel = panel
        self._second = second
        self._keymap = keymap
        self._counts = Latest(jobs, panel.show_counts)
        self.verbs: dict[str, Callable[[], None]] = {
            "new_code": self._add,
            "rename_code": self._on_current(self._rename),
            "recolour_code": self._on_current(self._recolour),
            "describe_code": self._on_current(self._describe),
            "code_key": self._on_current(self._set_key),
            "code_up": self._on_current(partial(self._shift, by=-1)),
            "code_down": self._on_current(partial(self._shift, by=1)),
            "code_in": self._on_current(self._move_in),
            "code_out": self._on_current(self._move_out),
            "merge_code": self._on_current(self._merge),
            "delete_code": self._on_current(self._delete),
            "export_codebook": self._export,
            "import_codebook": self._import,
        }

    def count(self) -> None:
        """Renew the numbers of annotations, off the GUI thread."""
        self._counts.ask(self._count)

    def _count(self, _monitor: Monitor) -> dict[CodeId, int]:
        with self._second.lend() as project:
            return codebook.counts(project)

    def _on_current(self, verb: Callable[[Code], None]) -> Callable[[], None]:
        """The verb, for the current code of the panel."""

        def run() -> None:
            current = self._panel.current
            if current is None:
                self.said.emit("Select a code in the codebook first")
            else:
                verb(codebook.code(self._project, current))

        return run

    def _add(self) -> None:
        current = self._panel.current
        parent = codebook.code(self._project, current).parent if current else None
        name = dialogs.name(self._panel.window(), "New code")
        if name:
            changes = codebook.add(self._project, name, parent)
            self._panel.filter.clear()
            self._panel.go_to(next(iter(changes.codes)))
            self._tell(changes)

    def _rename(self, code: Code) -> None:
        name = dialogs.name(self._panel.window(), f"Rename {code.name}", code.name)
        if name:
            self._tell(codebook.rename(self._project, code.id, name))

    def _recolour(self, code: Code) -> None:
        colour = dialogs.colour(self._panel.window(), code)
        if colour:
            self._tell(codebook.recolour(self._project, code.id, colour))

    def _describe(self, code: Code) -> None:
        definition = dialogs.definition(self._panel.window(), code)
        if definition is not None:
            self._tell(codebook.describe(self._project, code.id, definition))

    def _set_key(self, code: Code) -> None:
        letter = dialogs.letter(self._panel.window(), code)
        if letter is not None:
            letters = self._keymap.letters()
            self._tell(codebook.set_shortcut(self._project, code.id, letter, letters))

    def _shift(self, code: Code, by: int) -> None:
        if not codebook.shift(self._project, code.id, by):
            self.said.emit(f"{code.name} is at the {'end' if by > 0 else 'top'} of its level")

    def _move_in(self, code: Code) -> None:
        siblings = codebook.children(self._project, code.parent)
        place = siblings.index(code)
        if place:
            codebook.nest(self._project, code.id, siblings[place - 1].id)
        else:
            self.said.emit(f"No code stands above {code.name} from which it could hang")

    def _move_out(self, code: Code) -> None:
        if code.parent is None:
            self.said.emit(f"{code.name} is on the top level")
            return
        parent = codebook.code(self._project, code.parent)
        place = codebook.children(self._project, parent.parent).index(parent) + 1
        codebook.nest(self._project, code.id, parent.parent, place)

    def _merge(self, code: Code) -> None:
        target = dialogs.choose(
            self._panel.window(),
            "Merge codes",
            f"{code.name} is removed and its {self._annotations(code)} recoded as:",
            dialogs.code_choices(codebook.codes(self._project), besides=code.id),
        )
        if target:
            self._tell(codebook.merge(self._project, code.id, target))

    def _delete(self, code: Code) -> None:
        heir: str | None = _DELETE
        if self._marked(code):
            others = dialogs.code_choices(codebook.codes(self._project), besides=code.id)
            heir = dialogs.choose(
                self._panel.window(),
                "Delete code",
                f"{code.name} is deleted. Its {self._annotations(code)}:",
                [(colour, f"Recode as {path}", one) for colour, path, one in others]
                + [("", "Delete too", _DELETE)],
            )
        if heir:
            recode_to = None if heir == _DELETE else heir
            self._tell(codebook.delete(self._project, code.id, recode_to))

    def _export(self) -> None:
        path = file_dialogs.codebook_to(self._panel.window(), self._project.path)
        if path:
            count = codebook_files.export_codebook(self._project, path)
            self.said.emit(f"{counted(count, 'code')} written to {path}")

    def _import(self) -> None:
        path = file_dialogs.codebook_from(self._panel.window(), self._project.path)
        if path:
            letters = self._keymap.letters()
            done = codebook_files.import_codebook(self._project, path, letters)
            told = f"{counted(len(done.changes.codes), 'code')} added or changed; Ctrl+Z undoes"
            if done.without_key:
                told += f"; without a key, as theirs is taken: {', '.join(done.without_key)}"
            self.said.emit(told if done.changes else "The codebook has all of that already")

    def _marked(self, code: Code) -> int:
        return codebook.counts(self._project).get(code.id, 0)

    def _annotations(self, code: Code) -> str:
        return counted(self._marked(code), "annotation")

    def _tell(self, changes: Changes) -> None:
        if changes:
            self.said.emit(f"{changes.label}; Ctrl+Z undoes")
