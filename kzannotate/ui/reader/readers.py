"""One reader, or two side by side, each with its own document; one of them is at work."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QApplication, QSplitter, QWidget

from kzannotate.model.changes import Changes
from kzannotate.model.codebook import Code
from kzannotate.model.ids import CodeId
from kzannotate.model.query import Hit
from kzannotate.ui.reader.jumps import Jumps
from kzannotate.ui.reader.place import Place
from kzannotate.ui.reader.reader import Reader


class Readers(QSplitter):
    """The reader that has, or had, the focus is the current one: keys and lists work on it."""

    opened = Signal()
    """The current reader shows another document, or none, or another reader is current."""
    moved = Signal()
    """Caret, selection or the annotation at the caret of the current reader changed."""
    dragged = Signal(object, int, int)
    """An annotation's id and its new start and stop: an end was dragged."""

    def __init__(self, make: Callable[[], Reader], parent: QWidget | None = None) -> None:
        """`make` gives a new reader, whenever another is wanted."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setChildrenCollapsible(False)
        self._make = make
        self._jumps: dict[Reader, Jumps] = {}
        self._codes: Mapping[CodeId, Code] = {}
        self._hits: Sequence[Hit] = ()
        self.current = self._add()
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow)

    @property
    def all(self) -> list[Reader]:
        """The readers, from left to right."""
        return list(self._jumps)

    @property
    def jumps(self) -> Jumps:
        """Back and forward of the current reader."""
        return self._jumps[self.current]

    def split(self) -> None:
        """Show a second reader at the same place; or close it, the current one stays."""
        if len(self._jumps) > 1:
            for reader in self.all:
                if reader is not self.current:
                    self._remove(reader)
            self.current.header.show_current(False)
        else:
            place = self.jumps.here()
            first = self.current
            second = self._add()
            second.text_view.resemble(first.text_view)
            second.views.addActions(first.views.actions())
            second.views.setContextMenuPolicy(first.views.contextMenuPolicy())
            self.setSizes([1, 1])
            if place:
                self._jumps[second].visit(place)
            self.choose(second)
        self.current.setFocus()

    def other(self) -> None:
        """Put the focus into the other reader; with one alone, split."""
        if len(self._jumps) == 1:
            self.split()
        else:
            left, right = self.all
            self.choose(right if self.current is left else left)
            self.current.setFocus()

    def choose(self, reader: Reader) -> None:
        """Make a reader the current one."""
        if reader is not self.current:
            self.current = reader
            self.setFocusProxy(reader)
            self.opened.emit()
            self.moved.emit()
        for one in self._jumps:
            one.header.show_current(one is reader and len(self._jumps) > 1)

    def places(self) -> list[Place]:
        """Where the readers are, from left to right; those without a document are left out."""
        return [place for jumps in self._jumps.values() if (place := jumps.here())]

    def visit(self, places: Sequence[Place]) -> bool:
        """Show these places again, one a reader; False if the first one's document is gone."""
        if not places or not self.jumps.visit(places[0]):
            return False
        self.current.page_view.zooming.restore(places[0].zoom)
        if len(places) > 1:
            first = self.current
            self.split()
            self.jumps.visit(places[1])
            self.current.page_view.zooming.restore(places[1].zoom)
            self.choose(first)
            first.setFocus()
        return True

    def renew(self, changes: Changes) -> None:
        """Show what changed in the project."""
        for reader in self._jumps:
            reader.refresh(changes)

    def show_codes(self, codes: Mapping[CodeId, Code]) -> None:
        """Use these codes' colours."""
        self._codes = codes
        for reader in self._jumps:
            reader.show_codes(codes)

    def show_hits(self, hits: Iterable[Hit]) -> None:
        """Light the hits of a search."""
        self._hits = list(hits)
        for reader in self._jumps:
            reader.show_hits(self._hits)

    def close_drawing(self) -> None:
        """End the processes that draw pages; none is drawn any more."""
        for reader in self._jumps:
            reader.close_drawing()

    def _add(self) -> Reader:
        reader = self._make()
        self._jumps[reader] = Jumps(reader)
        reader.show_codes(self._codes)
        reader.show_hits(self._hits)
        reader.opened.connect(partial(self._tell, reader, self.opened))
        reader.moved.connect(partial(self._tell, reader, self.moved))
        for view in (reader.text_view, reader.page_view):
            view.handles.dragged.connect(self.dragged)
        self.addWidget(reader)
        if len(self._jumps) == 1:
            self.setFocusProxy(reader)
        return reader

    def _remove(self, reader: Reader) -> None:
        del self._jumps[reader]
        reader.close_drawing()
        reader.setParent(None)
        reader.deleteLater()

    def _tell(self, reader: Reader, signal: SignalInstance) -> None:
        if reader is self.current:
            signal.emit()

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        """The focus moved: into a reader, that becomes the current one."""
        for reader in self._jumps:
            if now is not None and reader.isAncestorOf(now):
                self.choose(reader)
