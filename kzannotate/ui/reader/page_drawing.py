"""Has pages drawn in another process, from a thread, for one page view."""

import time
from collections.abc import Callable

from kzannotate.model.document import Picture
from kzannotate.model.errors import KzError
from kzannotate.model.ids import DocumentId
from kzannotate.model.progress import Monitor
from kzannotate.project.reading import Drawing
from kzannotate.project.session import Project
from kzannotate.ui.jobs import Jobs, Latest
from kzannotate.ui.reader.page_view import PageView

_Drawn = tuple[DocumentId, int, Picture | KzError, float]
"""Of which document, which page, the picture or why there is none, seconds it took."""


class PageDrawing:
    """Answers the wishes of a view; the process starts with the first.

    A thumbnail is drawn when no page is wanted, one at a time: a page waits for one at most.
    """

    def __init__(self, project: Project, jobs: Jobs, view: PageView) -> None:
        self._project = project
        self._view = view
        self._pictures = Latest(jobs, self._show)
        self._small = Latest(jobs, self._keep)
        self._second: Project | None = None
        self._drawing: Drawing | None = None
        self.document: DocumentId | None = None
        """Whose pages the view shows."""
        view.wanted.connect(self._draw)
        view.thumbnails.wished.connect(self._draw_small)

    def close(self) -> None:
        """End the process; no page is drawn any more."""
        self._view.wanted.disconnect(self._draw)
        self._view.thumbnails.wished.disconnect(self._draw_small)
        if self._drawing:
            self._drawing.close()
            self._drawing = None
        if self._second:
            self._second.close()
            self._second = None

    def drawing(self) -> Drawing:
        """The process and its own connection to the project, made when first needed."""
        if self._drawing is None:
            self._second = self._project.second()
            self._drawing = Drawing(self._second)
        return self._drawing

    def _draw(self, number: int, zoom: float) -> None:
        if self.document is not None:
            self._pictures.ask(_work(self.drawing(), self.document, number, zoom))

    def _draw_small(self) -> None:
        """Draw the next thumbnail, if nothing else is to be drawn."""
        if self.document is None or self._pictures.busy or self._small.busy:
            return
        front = self._view.number if self._view.isVisible() else 0
        if wish := self._view.thumbnails.next(front):
            self._small.ask(_work(self.drawing(), self.document, *wish))

    def _show(self, drawn: _Drawn) -> None:
        document, number, picture, _ = drawn
        if document == self.document:
            if isinstance(picture, KzError):
                self._view.show_trouble(number, str(picture))
            else:
                self._view.show_picture(number, picture)
        self._draw_small()

    def _keep(self, drawn: _Drawn) -> None:
        document, number, picture, taken = drawn
        if document == self.document:
            kept = None if isinstance(picture, KzError) else picture
            self._view.thumbnails.keep(number, kept, taken)
        self._draw_small()


def _work(
    drawing: Drawing, document: DocumentId, number: int, zoom: float
) -> Callable[[Monitor], _Drawn]:
    def work(_monitor: Monitor) -> _Drawn:
        begin = time.monotonic()
        picture: Picture | KzError
        try:
            picture = drawing.picture(document, number, zoom)
        except KzError as error:
            picture = error
        return document, number, picture, time.monotonic() - begin

    return work
