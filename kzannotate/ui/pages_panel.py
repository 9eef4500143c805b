"""The pages of the shown document: its outline, where the PDF has one, above its thumbnails."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QListView,
    QSplitter,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from kzannotate.model.document import Heading
from kzannotate.model.errors import KzError
from kzannotate.model.ids import DocumentId
from kzannotate.model.progress import Monitor
from kzannotate.ui.jobs import Jobs, Latest
from kzannotate.ui.page_delegate import PageDelegate
from kzannotate.ui.page_model import PageModel
from kzannotate.ui.reader.readers import Readers

_PAGE = Qt.ItemDataRole.UserRole
_Read = tuple[DocumentId, Sequence[Heading]]


class PagesPanel(QWidget):
    """Follows the reader that is at work; arrows show a page, Return goes there."""

    outlined = Signal()
    """The outline of the shown document is listed, or that it has none is known."""

    def __init__(self, readers: Readers, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._readers = readers
        self._latest = Latest(jobs, self._show_outline)
        self._outlined: DocumentId | None = None
        """Whose outline is listed or being read."""
        self._reader = readers.current
        self.model = PageModel(self)
        self.pages = _page_list(self.model)
        self.outline = _outline_tree()
        both = QSplitter(Qt.Orientation.Vertical)
        both.setChildrenCollapsible(False)
        both.addWidget(self.outline)
        both.addWidget(self.pages)
        both.setStretchFactor(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(both)
        self.setFocusProxy(self.pages)
        self.pages.selectionModel().currentChanged.connect(self._walk)
        self.pages.activated.connect(lambda _: readers.setFocus())
        self.outline.currentItemChanged.connect(self._walk_outline)
        self.outline.itemActivated.connect(lambda *_: readers.setFocus())
        readers.opened.connect(self._follow)
        readers.moved.connect(self._mark)
        self._reader.page_view.turned.connect(self._mark)
        self.model.show(self._reader.page_view.thumbnails)

    # Qt's overrides

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._read_outline()
        self._mark()

    # Inside

    def _follow(self) -> None:
        """Another document is shown, or another reader is at work."""
        if self._reader is not self._readers.current:
            self._reader.page_view.turned.disconnect(self._mark)
            self._reader = self._readers.current
            self._reader.page_view.turned.connect(self._mark)
            self.model.show(self._reader.page_view.thumbnails)
        self._read_outline()
        self._mark()

    def _read_outline(self) -> None:
        """Only for who looks: another process reads the file."""
        shown = self._reader.shown
        document = shown.document.id if shown and shown.pages else None
        if not self.isVisible() or document == self._outlined:
            return
        self._outlined = document
        if document is None:
            self.outline.clear()
            self.outline.hide()
            return
        drawing = self._reader.drawing.drawing()

        def work(_monitor: Monitor) -> _Read:
            try:
                return document, drawing.outline(document)
            except KzError:  # the page view says what is wrong with the file
                return document, ()

        self._latest.ask(work)

    def _show_outline(self, read: _Read) -> None:
        document, headings = read
        if document != self._outlined:
            return
        with QSignalBlocker(self.outline):
            self.outline.clear()
            _fill(self.outline, headings)
        self.outline.setVisible(bool(headings))
        self.outlined.emit()

    def _mark(self, *_: object) -> None:
        """Make the page in front the current row."""
        index = self.model.index(self._reader.page() - 1)
        if index.isValid() and index != self.pages.currentIndex():
            with QSignalBlocker(self.pages.selectionModel()):
                self.pages.setCurrentIndex(index)
            self.pages.scrollTo(index)
            self.pages.viewport().update()

    def _walk(self, index: QModelIndex) -> None:
        if index.isValid():
            self._reader.jump_to(index.row() + 1)

    def _walk_outline(self, item: QTreeWidgetItem | None) -> None:
        if item is not None:
            self._reader.jump_to(item.data(0, _PAGE))


def _page_list(model: PageModel) -> QListView:
    pages = QListView()
    pages.setAccessibleName("Pages of the document")
    pages.setModel(model)
    pages.setItemDelegate(PageDelegate(pages))
    pages.setUniformItemSizes(True)
    pages.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    return pages


def _outline_tree() -> QTreeWidget:
    outline = QTreeWidget()
    outline.setAccessibleName("Outline of the document")
    outline.setHeaderLabels(["Outline", "Page"])
    outline.setUniformRowHeights(True)
    outline.header().setStretchLastSection(False)
    outline.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    outline.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
    outline.hide()
    return outline


def _fill(outline: QTreeWidget, headings: Sequence[Heading]) -> None:
    """A heading hangs from the last one of a lower level, also where a level was left out."""
    above: list[tuple[int, QTreeWidgetItem]] = []
    for heading in headings:
        item = QTreeWidgetItem([heading.title, str(heading.page)])
        item.setData(0, _PAGE, heading.page)
        item.setToolTip(0, heading.title)
        while above and above[-1][0] >= heading.level:
            above.pop()
        if above:
            above[-1][1].addChild(item)
        else:
            outline.addTopLevelItem(item)
        above.append((heading.level, item))
    outline.expandToDepth(0)
