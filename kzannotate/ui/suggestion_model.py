"""Suggestions as a tree: code, document, passage; passages are read when a document is opened."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, Qt

from kzannotate.model.ids import DocumentId
from kzannotate.model.suggestion import Proposal
from kzannotate.ui.corpus_model import Index

HEADINGS = ("Suggestion", "Page", "Rule", "Score")
_SHOWN = 300
"""Characters of a passage in a cell at most."""
Group = tuple[str, DocumentId]
"""A code's key and a document."""
Load = Callable[[str, DocumentId], Sequence[Proposal]]
"""Gives the suggestions of a group, the surest first."""


@dataclass(slots=True)
class _Node:
    """A row: of a code, of a document in it, or of a passage."""

    parent: int
    row: int
    group: Group
    title: str
    count: int = 0
    proposal: Proposal | None = None
    children: list[int] = field(default_factory=list)
    read: bool = False
    """Whether the children are made: those of a document are when one is asked for."""


class SuggestionModel(QAbstractItemModel):
    """What waits for an answer, grouped; the root is node 0."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._nodes = [_root()]
        self._load: Load = lambda _code, _document: ()

    def show(
        self,
        counts: Mapping[Group, int],
        codes: Mapping[str, str],
        documents: Mapping[DocumentId, str],
        load: Load,
    ) -> None:
        """Show these groups with their sizes, in the order of the codes and of the names.

        `codes`: key to name, in the codebook's order; `documents`: id to name.
        """
        self.beginResetModel()
        self._load = load
        self._nodes = [_root()]
        for code, name in codes.items():
            of_code = sorted(
                (documents.get(document, "").casefold(), document, count)
                for (key, document), count in counts.items()
                if key == code
            )
            if of_code:
                whole = sum(count for _, _, count in of_code)
                parent = self._add(0, _Node(0, 0, (code, DocumentId("")), name, whole, read=True))
                for _, document, count in of_code:
                    title = documents.get(document, "")
                    self._add(parent, _Node(parent, 0, (code, document), title, count))
        self.endResetModel()

    def proposals(self, indexes: Iterable[Index]) -> list[Proposal]:
        """The suggestions of rows: of a passage itself, of a group all that are in it."""
        found: dict[int, Proposal] = {}
        for index in indexes:
            for number in self._leaves(index.internalId()):
                proposal = self._nodes[number].proposal
                if proposal:
                    found[number] = proposal
        return list(found.values())

    def proposal(self, index: Index) -> Proposal | None:
        """The suggestion of a row; None for a group."""
        return self._node(index).proposal

    def path(self, index: Index) -> tuple[object, ...]:
        """What names a row whatever is listed before it: code, document, place."""
        node = self._node(index)
        if node.proposal is None:
            return node.group
        one = node.proposal.suggestion
        return (*node.group, one.start, one.stop)

    def find(self, path: tuple[object, ...]) -> QModelIndex:
        """The row of that name; invalid if it is gone. Reads the document's passages."""
        for code in self._indexes(QModelIndex()):
            if self.path(code) == path:
                return code
            if self.path(code)[0] != path[0]:
                continue
            for document in self._indexes(code):
                if self.path(document) == path:
                    return document
                if self.path(document) == path[:2]:
                    return next(
                        (one for one in self._indexes(document) if self.path(one) == path),
                        QModelIndex(),
                    )
        return QModelIndex()

    # Qt's overrides

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008 - as Qt has it
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        number = parent.internalId() if parent.isValid() else 0
        return self.createIndex(row, column, self._children(number)[row])

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]  # the other parent()
        above = self._node(index).parent
        if not index.isValid() or above == 0:
            return QModelIndex()
        return self.createIndex(self._nodes[above].row, 0, above)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        node = self._node(parent)
        return 0 if parent.column() > 0 else len(node.children) if node.read else node.count

    def columnCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        return len(HEADINGS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - as Qt has it
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return HEADINGS[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if not index.isValid():
            return None
        node = self._node(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return _cells(node)[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole and node.proposal:
            return _told(node.proposal)
        return None

    # Inside

    def _node(self, index: Index) -> _Node:
        return self._nodes[index.internalId() if index.isValid() else 0]

    def _add(self, parent: int, node: _Node) -> int:
        siblings = self._nodes[parent].children
        node.row = len(siblings)
        siblings.append(len(self._nodes))
        self._nodes.append(node)
        return siblings[-1]

    def _children(self, number: int) -> list[int]:
        """The nodes under a node; those of a document are read now, as many as were counted."""
        node = self._nodes[number]
        if not node.read:
            node.read = True
            found = list(self._load(*node.group))[: node.count]
            for at in range(node.count):  # fewer were found: they were answered since
                proposal = found[at] if at < len(found) else None
                title = " ".join(proposal.quotation.split())[:_SHOWN] if proposal else ""
                self._add(number, _Node(number, 0, node.group, title, 0, proposal, read=True))
        return node.children

    def _indexes(self, parent: Index) -> Iterator[QModelIndex]:
        return (self.index(row, 0, parent) for row in range(self.rowCount(parent)))

    def _leaves(self, number: int) -> Iterator[int]:
        node = self._nodes[number]
        if node.proposal:
            yield number
            return
        for child in self._children(number):
            yield from self._leaves(child)


def _root() -> _Node:
    return _Node(0, 0, ("", DocumentId("")), "", read=True)


def _cells(node: _Node) -> tuple[str, ...]:
    if node.proposal is None:
        return (f"{node.title} ({node.count})" if node.count else "", "", "", "")
    one = node.proposal.suggestion
    page = node.proposal.page
    return node.title, str(page or ""), one.rule, f"{one.score:.2f}"


def _told(proposal: Proposal) -> str:
    """What is known of a suggestion beyond its cells."""
    one = proposal.suggestion
    cited = "; ".join(f"{each.instrument} {each.number}".strip() for each in one.cited)
    lines = [" ".join(proposal.quotation.split())]
    for what, known in (("Asked by", one.issuer), ("Asked of", one.addressee), ("Cites", cited)):
        if known:
            lines.append(f"{what}: {known}")
    return "\n".join(lines)
