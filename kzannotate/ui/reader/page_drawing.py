"""Has pages drawn in another process, from a thread, for one page view."""

from kzannotate.model.document import Picture
from kzannotate.model.errors import KzError
from kzannotate.model.ids import DocumentId
from kzannotate.model.progress import Monitor
from kzannotate.project.reading import Drawing
from kzannotate.project.session import Project
from kzannotate.ui.jobs import Jobs, Latest
from kzannotate.ui.reader.page_view import PageView

_Drawn = tuple[DocumentId, int, Picture | KzError]


class PageDrawing:
    """Answers the wishes of a view; the process starts with the first."""

    def __init__(self, project: Project, jobs: Jobs, view: PageView) -> None:
        self._project = project
        self._view = view
        self._pictures = Latest(jobs, self._show)
        self._second: Project | None = None
        self._drawing: Drawing | None = None
        self.document: DocumentId | None = None
        """Whose pages the view shows."""
        view.wanted.connect(self._draw)

    def close(self) -> None:
        """End the process; no page is drawn any more."""
        self._view.wanted.disconnect(self._draw)
        if self._drawing:
            self._drawing.close()
            self._drawing = None
        if self._second:
            self._second.close()
            self._second = None

    def _draw(self, number: int, zoom: float) -> None:
        document = self.document
        if document is None:
            return
        if self._drawing is None:
            self._second = self._project.second()
            self._drawing = Drawing(self._second)
        drawing = self._drawing

        def work(_monitor: Monitor) -> _Drawn:
            try:
                return document, number, drawing.picture(document, number, zoom)
            except KzError as error:
                return document, number, error

        self._pictures.ask(work)

    def _show(self, drawn: _Drawn) -> None:
        document, number, picture = drawn
        if document != self.document:
            return
        if isinstance(picture, KzError):
            self._view.show_trouble(number, str(picture))
        else:
            self._view.show_picture(number, picture)
