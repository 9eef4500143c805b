"""The window's actions, made of the tables in `menus`."""

from collections.abc import Iterator

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from kzannotate.ui import theme
from kzannotate.ui.action_row import Need, Row, Where
from kzannotate.ui.key_positions import sequences
from kzannotate.ui.menus import TABLE


class Actions:
    """The table's rows as QActions, by id."""

    def __init__(self, parent: QObject) -> None:
        self._made = {row.id: _make(row, parent) for row in TABLE}
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


def plain(text: str) -> str:
    """A menu text without its mnemonic and dots."""
    return text.replace("&", "").removesuffix("…")


def shown_keys(row: Row) -> str:
    """A row's keys as the sheet and the tooltip show them."""
    texts = (QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) for key in row.keys)
    return ", ".join(texts)


def _make(row: Row, parent: QObject) -> QAction:
    action = QAction(row.text, parent)
    action.setObjectName(row.id)
    action.setShortcuts(sequences(row.keys))
    action.setIconText(plain(row.text))
    action.setToolTip(f"{row.tip} ({shown_keys(row)})" if row.keys else row.tip)
    action.setStatusTip(row.tip)
    if row.where != "window":
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    return action
