"""The keys in force: those of the table, and those that the researcher changed. No widgets."""

from collections.abc import Iterable, Sequence

from PySide6.QtGui import QKeySequence

from kzannotate.ui.action_row import Row
from kzannotate.ui.menus import TABLE
from kzannotate.ui.settings import Settings

_ROWS = {row.id: row for row in TABLE}


class Keymap:
    """Keys by the ids of the table's rows; every change is kept at once."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._changed = {row: keys for row, keys in settings.keys.items() if row in _ROWS}

    def keys(self, row: str) -> tuple[str, ...]:
        """The keys of a row, written as Qt writes them for files (`Ctrl+Z`)."""
        return tuple(self._changed.get(row, _ROWS[row].keys))

    def is_changed(self, row: str) -> bool:
        """Whether it differs from the table."""
        return row in self._changed

    def change(self, row: str, keys: Sequence[str]) -> None:
        """Give a row these keys and no others; none is allowed, too."""
        self._changed[row] = list(keys)
        if tuple(keys) == _ROWS[row].keys:
            del self._changed[row]
        self._settings.keys = self._changed

    def reset(self) -> None:
        """Go back to the table."""
        self._changed.clear()
        self._settings.keys = self._changed

    def holders(self, row: str, keys: Iterable[str]) -> list[Row]:
        """The other rows that have one of these keys where it would count for this one."""
        wanted = {QKeySequence(key) for key in keys}
        return [
            other
            for other in TABLE
            if other.id != row
            and _meet(_ROWS[row], other)
            and wanted & {QKeySequence(key) for key in self.keys(other.id)}
        ]

    def letters(self) -> frozenset[str]:
        """The keys of one letter that something else than a code has in the reader."""
        there = filter(listens_in_reader, _ROWS)
        return frozenset(key for row in there for key in self.keys(row) if len(key) == 1)


def shown(keys: Iterable[str]) -> str:
    """Keys as the sheet and the tooltips show them."""
    native = QKeySequence.SequenceFormat.NativeText
    return ", ".join(QKeySequence(key).toString(native) for key in keys)


def listens_in_reader(row: str) -> bool:
    """Whether the keys of a row count where those of the codes do."""
    return _ROWS[row].where in ("window", "reader")


def _meet(one: Row, other: Row) -> bool:
    """Whether both listen at once."""
    return one.where == other.where or "window" in (one.where, other.where)
