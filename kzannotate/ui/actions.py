"""The window's actions, made of the tables in `menus`."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction

from kzannotate.ui import theme
from kzannotate.ui.action_row import Need, Row, Where
from kzannotate.ui.key_positions import sequences
from kzannotate.ui.keymap import Keymap, shown
from kzannotate.ui.menus import TABLE


class Actions:
    """The table's rows as QActions, by id."""

    def __init__(self, keymap: Keymap, parent: QObject) -> None:
        self.keymap = keymap
        self._made = {row.id: _make(row, parent) for row in TABLE}
        self._give_keys()
        self.recolour()
        self.enable(set())

    def __getitem__(self, name: str) -> QAction:
        return self._made[name]

    def of(self, where: Where) -> Iterator[QAction]:
        """The actions whose shortcuts count only there; add them to that widget."""
        return (self._made[row.id] for row in TABLE if row.where == where)

    def enable(self, present: set[Need]) -> None:
        """Enable what needs nothing beyond `present`."""
        for row in TABLE:
            self._made[row.id].setEnabled(row.need == "" or row.need in present)

    def recolour(self) -> None:
        """Make the icons anew, after the palette changed."""
        for row in TABLE:
            if row.icon:
                self._made[row.id].setIcon(theme.icon(row.icon))

    def change(self, name: str, keys: Sequence[str]) -> None:
        """Give an action these keys and no others."""
        self.keymap.change(name, keys)
        self._give_keys()

    def reset(self) -> None:
        """Give all actions the keys of the table."""
        self.keymap.reset()
        self._give_keys()

    def _give_keys(self) -> None:
        for row in TABLE:
            keys = self.keymap.keys(row.id)
            self._made[row.id].setShortcuts(sequences(keys))
            self._made[row.id].setToolTip(f"{row.tip} ({shown(keys)})" if keys else row.tip)


def plain(text: str) -> str:
    """A menu text without its mnemonic and dots."""
    return text.replace("&", "").removesuffix("…")


def _make(row: Row, parent: QObject) -> QAction:
    action = QAction(row.text, parent)
    action.setObjectName(row.id)
    action.setIconText(plain(row.text))
    action.setStatusTip(row.tip)
    if row.where != "window":
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    return action
