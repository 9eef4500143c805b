"""The hits of a search as a tree: documents, and under each its hits in their context."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, Qt
from PySide6.QtGui import QFont, QIcon

from kzannotate.model.codebook import Code
from kzannotate.model.found import Found, Tags
from kzannotate.model.ids import AnnotationId, CodeId, DocumentId
from kzannotate.model.query import Hit
from kzannotate.model.wording import counted
from kzannotate.ui import theme
from kzannotate.ui.corpus_model import Index
from kzannotate.ui.hit_order import Group

HEADINGS = ("In its context", "Page", "Tagged as")
CONTEXT, PAGE, CODES = range(3)
HIT = Qt.ItemDataRole.UserRole
"""The role that gives the `Hit` itself; None for a document."""
_PLAIN = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_DOCUMENT = _PLAIN | Qt.ItemFlag.ItemIsUserCheckable
_LEAF = _PLAIN | Qt.ItemFlag.ItemNeverHasChildren
_TICKED = _LEAF | Qt.ItemFlag.ItemIsUserCheckable
Key = tuple[DocumentId, AnnotationId | None, int, int]


def key(hit: Hit) -> Key:
    """What makes it the same hit when it is found again."""
    return hit.document, hit.annotation, hit.start, hit.stop


class HitModel(QAbstractItemModel):
    """Hits can be ticked; a hit found again keeps its tick. Numbers count all hits in order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.groups: Sequence[Group] = ()
        self._firsts: list[int] = [0]
        self._codes: Mapping[CodeId, Code] = {}
        self._icons: dict[CodeId, QIcon] = {}
        self._ticked: set[Key] = set()
        self._over: dict[AnnotationId, DocumentId] = {}

    def show(self, groups: Sequence[Group]) -> None:
        """Show these, in this order."""
        self.beginResetModel()
        self.groups = groups
        self._firsts = list(accumulate((len(group.founds) for group in groups), initial=0))
        self._over = {}
        for group in groups:
            self._note(group, group.founds)
        self.endResetModel()

    def show_codes(self, codes: Mapping[CodeId, Code]) -> None:
        """Use these codes' names and colours."""
        self._codes = codes
        self._icons = {code.id: theme.chip(code.colour) for code in codes.values()}
        for group in range(len(self.groups)):
            self._tell(group, CODES)

    def retag(self, tags: Mapping[Key, Tags]) -> None:
        """Show how some hits are tagged now; no row comes or goes."""
        documents = {document for document, *_ in tags}
        for number, group in enumerate(self.groups):
            if group.document in documents:
                for row, found in enumerate(group.founds):
                    there = tags.get(key(found.hit), found.tags)
                    if there != found.tags:
                        group.founds[row] = replace(found, tags=there)
                        self._tell(number, CODES, row)
                        self._tell(number, CONTEXT, row)
                self._note(group, group.founds)

    def documents_of(self, annotations: Iterable[AnnotationId]) -> set[DocumentId]:
        """The documents where one of these lies, or lay, over a hit."""
        return {self._over[one] for one in annotations if one in self._over}

    # Hits by number

    def __len__(self) -> int:
        return self._firsts[-1]

    def founds(self) -> list[Found]:
        """All hits, in the order of the list."""
        return [found for group in self.groups for found in group.founds]

    @property
    def hits(self) -> list[Hit]:
        """All hits, in the order of the list."""
        return [found.hit for found in self.founds()]

    def hit(self, number: int) -> Hit:
        """One hit."""
        group, row = self._place(number)
        return self.groups[group].founds[row].hit

    def at(self, number: int) -> QModelIndex:
        """Where a hit is shown."""
        group, row = self._place(number)
        return self.createIndex(row, CONTEXT, group + 1)

    def number(self, index: Index) -> int | None:
        """The number of the hit shown there; None for a document."""
        if not index.isValid() or not index.internalId():
            return None
        return self._firsts[index.internalId() - 1] + index.row()

    def number_of(self, hit: Hit | None) -> int | None:
        """The number of a hit that was found again."""
        wanted = key(hit) if hit else None
        return next((n for n, one in enumerate(self.hits) if key(one) == wanted), None)

    # Ticks

    def ticked(self) -> list[Hit]:
        """The ticked hits that are listed."""
        return [hit for hit in self.hits if key(hit) in self._ticked]

    def tickable(self) -> list[Hit]:
        """The hits that can be tagged: those in texts, not those in memos."""
        return [hit for hit in self.hits if hit.annotation is None]

    def tick(self, hits: Iterable[Hit], on: bool) -> None:
        """Tick hits, or take their ticks away."""
        keys = {key(hit) for hit in hits if hit.annotation is None}
        self._ticked = self._ticked | keys if on else self._ticked - keys
        for group in range(len(self.groups)):
            self._tell(group, CONTEXT)
        if self.groups:
            last = self.index(len(self.groups) - 1, CONTEXT)
            self.dataChanged.emit(self.index(0, CONTEXT), last)

    def toggle(self, index: Index) -> None:
        """Tick a hit or all of a document; if all of it is ticked, take the ticks away."""
        if index.isValid():
            hits = self._under(index)
            self.tick(hits, any(key(hit) not in self._ticked for hit in hits))

    def toggle_all(self) -> None:
        """Tick every hit that is listed; if all are, none."""
        self.tick(self.hits, len(self.ticked()) < len(self.tickable()))

    # Qt's overrides

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008 - as Qt has it
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    def parent(self, index: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008
        if not index.isValid() or not index.internalId():
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, 0)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        if not parent.isValid():
            return len(self.groups)
        if parent.internalId() or parent.column():
            return 0
        return len(self.groups[parent.row()].founds)

    def columnCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        return len(HEADINGS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - as Qt has it
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return HEADINGS[section]
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if not index.internalId():
            return _DOCUMENT if index.column() == CONTEXT else _PLAIN
        hit = self.groups[index.internalId() - 1].founds[index.row()].hit
        return _TICKED if index.column() == CONTEXT and hit.annotation is None else _LEAF

    def setData(self, index: Index, _value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        self.toggle(index)
        return True

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.CheckStateRole:
            return self._check_state(index) if index.column() == CONTEXT else None
        if not index.internalId():
            return _of_document(self.groups[index.row()], index.column(), role)
        return self._of_hit(self.groups[index.internalId() - 1].founds[index.row()], index, role)

    # Inside

    def _place(self, number: int) -> tuple[int, int]:
        group = bisect_right(self._firsts, number) - 1
        return group, number - self._firsts[group]

    def _under(self, index: Index) -> list[Hit]:
        """The hits there that can be ticked."""
        if index.internalId():
            hits = [self.groups[index.internalId() - 1].founds[index.row()].hit]
        else:
            hits = [found.hit for found in self.groups[index.row()].founds]
        return [hit for hit in hits if hit.annotation is None]

    def _check_state(self, index: Index) -> Qt.CheckState | None:
        hits = self._under(index)
        if not hits:
            return None
        if not self._ticked:
            return Qt.CheckState.Unchecked
        ticked = sum(key(hit) in self._ticked for hit in hits)
        if ticked in (0, len(hits)):
            return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        return Qt.CheckState.PartiallyChecked

    def _of_hit(self, found: Found, index: Index, role: int) -> Any:  # noqa: ANN401
        column = index.column()
        codes = [self._codes[tag.code] for tag in found.tags if tag.code in self._codes]
        names = ", ".join(dict.fromkeys(code.name for code in codes))
        page = f"p. {found.hit.page}" if found.hit.page else ""
        where = "memo" if found.hit.annotation else page
        match role:
            case Qt.ItemDataRole.UserRole:
                return found.hit
            case Qt.ItemDataRole.DisplayRole:
                return (found.hit.snippet, where, names)[column]
            case Qt.ItemDataRole.DecorationRole if column == CODES and codes:
                return self._icons[codes[0].id]
            case Qt.ItemDataRole.ToolTipRole if column == CODES:
                return names or None
            case Qt.ItemDataRole.AccessibleTextRole if column == CONTEXT:
                told = f"tagged as {names}" if names else "not tagged"
                memo = "in a memo" if found.hit.annotation else ""
                return ", ".join(filter(None, (found.hit.snippet, memo, page, told)))
        return None

    def _note(self, group: Group, founds: Iterable[Found]) -> None:
        """Remember which annotations lie over hits of a document."""
        for found in founds:
            self._over.update(dict.fromkeys((t.annotation for t in found.tags), group.document))

    def _tell(self, group: int, column: int, row: int | None = None) -> None:
        """A column of one hit of a document changed, or of all."""
        first, last = (0, len(self.groups[group].founds) - 1) if row is None else (row, row)
        self.dataChanged.emit(
            self.createIndex(first, column, group + 1), self.createIndex(last, column, group + 1)
        )


def _of_document(group: Group, column: int, role: int) -> Any:  # noqa: ANN401
    if column != CONTEXT:
        return None
    match role:
        case Qt.ItemDataRole.DisplayRole:
            return f"{group.name}  ({len(group.founds)}{_left_out(group)})"
        case Qt.ItemDataRole.AccessibleTextRole:
            return f"{group.name}, {counted(len(group.founds), 'hit')}{_left_out(group)}"
        case Qt.ItemDataRole.FontRole:
            font = QFont()
            font.setBold(True)
            return font
    return None


def _left_out(group: Group) -> str:
    if not group.passages:
        return ""
    return f" listed; hits in {counted(group.passages, 'passage')}"
