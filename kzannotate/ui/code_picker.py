"""A code found by typing: a small box over the reader, never a window of its own."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QListWidgetItem, QWidget

from kzannotate.model.codebook import Code, code_path
from kzannotate.model.ids import CodeId
from kzannotate.model.text import fold
from kzannotate.ui import theme
from kzannotate.ui.filter_box import FilterBox

_WIDTH = 36


class CodePicker(FilterBox):
    """A field and the codes that have what is typed in it; Enter takes one, Esc none."""

    picked = Signal(object)
    """A code, its id."""
    named = Signal(str)
    """A new code is wanted, of this name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Codes found", "Type some letters of a code", _WIDTH, parent)
        self._codes: Sequence[Code] = ()
        self._creates = False

    def ask(
        self, over: QWidget, at: QPoint, title: str, codes: Sequence[Code], *, creates: bool
    ) -> None:
        """Show the box over a widget, near a point of it; `creates`: a new code is an answer."""
        self._codes, self._creates = codes, creates
        self.open(over, at, title, len(codes))

    def fill(self, typed: str) -> None:
        """Codes whose path has all words, those that begin with them first; then a new one."""
        words = fold(typed).split()
        by_id = {code.id: code for code in self._codes}
        folded = {code.id: fold(f"{code_path(code, by_id)} {code.key}") for code in self._codes}
        found = [one for one in self._codes if all(word in folded[one.id] for word in words)]
        found.sort(key=lambda one: not fold(one.name).startswith(fold(typed).strip()))
        self.list.clear()
        for code in found:
            path = code_path(code, by_id)
            item = QListWidgetItem(theme.chip(code.colour), path, self.list)
            item.setData(Qt.ItemDataRole.UserRole, code.id)
            item.setToolTip(code.definition)
        name = " ".join(typed.split())
        if self._creates and name and fold(name) not in map(fold, (c.name for c in self._codes)):
            QListWidgetItem(f"New code “{name}”", self.list)
        self.list.setCurrentRow(0)

    def answer(self) -> None:
        """Take the current code, or the new one, and leave."""
        if not self.list.count():
            return
        code = self.list.currentItem().data(Qt.ItemDataRole.UserRole)
        name = " ".join(self.field.text().split())
        self.leave()
        if code:
            self.picked.emit(CodeId(code))
        else:
            self.named.emit(name)
