"""Searches that were saved or made lately, found by typing some letters of them."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QListWidgetItem, QWidget

from kzannotate.model.searches import Question, SavedSearch
from kzannotate.model.text import fold
from kzannotate.ui import theme
from kzannotate.ui.filter_box import ROWS, FilterBox

_WIDTH = 64
_WAYS = {"page": "in one page", "document": "in one document"}


class SearchPicker(FilterBox):
    """Saved ones come first. Enter searches again, F2 renames, Shift+Del deletes a saved one."""

    picked = Signal(object)
    """A `Question` to be searched."""
    renamed = Signal(object)
    """A `SavedSearch` that is to have another name."""
    deleted = Signal(object)
    """A `SavedSearch` that is to go."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Saved and past searches", "Type some letters of a search", _WIDTH, parent)
        self._saved: Sequence[SavedSearch] = ()
        self._past: Sequence[Question] = ()
        hint = QLabel("Return searches · F2 renames, Shift+Del deletes a saved one")
        hint.setEnabled(False)
        column = self.layout()
        assert column
        column.addWidget(hint)

    def ask(
        self,
        over: QWidget,
        at: QPoint,
        saved: Sequence[SavedSearch],
        past: Sequence[Question],
        typed: str = "",
    ) -> None:
        """Show the box over a widget, near a point of it."""
        self._saved, self._past = saved, past
        self.open(over, at, "Saved and past searches", ROWS, typed)

    def fill(self, typed: str) -> None:
        """The searches that have all words that are typed."""
        words = fold(typed).split()
        self.list.clear()
        for saved in self._saved:
            self._offer(words, f"{saved.name}:  {described(saved.question)}", saved, "book")
        for question in self._past:
            self._offer(words, described(question), question, "search")
        self.list.setCurrentRow(0)

    def answer(self) -> None:
        """Search the current one, and leave."""
        current = self._current()
        if current is not None:
            self.leave()
            self.picked.emit(current.question if isinstance(current, SavedSearch) else current)

    def press(self, event: QKeyEvent) -> bool:
        """The keys for saved ones."""
        signals = {
            (Qt.Key.Key_F2, Qt.KeyboardModifier.NoModifier): self.renamed,
            (Qt.Key.Key_Delete, Qt.KeyboardModifier.ShiftModifier): self.deleted,
        }
        signal = signals.get((Qt.Key(event.key()), event.modifiers()))
        current = self._current()
        if signal is None or not isinstance(current, SavedSearch):
            return False
        signal.emit(current)
        return True

    def _offer(
        self, words: Sequence[str], shown: str, search: SavedSearch | Question, icon: str
    ) -> None:
        if all(word in fold(shown) for word in words):
            item = QListWidgetItem(theme.icon(icon), shown, self.list)
            item.setData(Qt.ItemDataRole.UserRole, search)
            kind = "saved" if isinstance(search, SavedSearch) else "past"
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{shown}, {kind}")

    def _current(self) -> SavedSearch | Question | None:
        item = self.list.currentItem()
        return item.data(Qt.ItemDataRole.UserRole) if item else None


def described(question: Question) -> str:
    """A question on one line, with what is unusual in how it is searched."""
    ways = [_WAYS.get(question.within, ""), "as typed" if question.exact else ""]
    unusual = ", ".join(filter(None, ways))
    return f"{question.query}  ({unusual})" if unusual else question.query
