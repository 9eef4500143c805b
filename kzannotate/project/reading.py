"""What a reader of the corpus asks: documents, texts, pages, pictures of pages."""

import threading

from kzannotate.library.reader import Reader
from kzannotate.model.document import Document, Heading, Page, Passage, Picture, Source
from kzannotate.model.errors import KzError
from kzannotate.model.ids import DocumentId
from kzannotate.project.session import Project
from kzannotate.store import annotations as annotation_rows
from kzannotate.store import documents as document_rows
from kzannotate.store import texts


def documents(project: Project) -> list[Document]:
    """The corpus, by name."""
    return document_rows.all_documents(project.store)


def document(project: Project, name_or_id: str) -> Document:
    """The document of that id or name. Raises KzError when there is none."""
    found = document_rows.find(project.store, name_or_id)
    if found is None:
        raise KzError(f"{name_or_id}: there is no such document in the project")
    return found


def annotation_counts(project: Project) -> dict[DocumentId, int]:
    """How many annotations each document has; documents without any are left out."""
    return annotation_rows.document_counts(project.store)


def text(project: Project, document_id: DocumentId) -> str:
    """The canonical text that all offsets point into."""
    return texts.text(project.store, document_id)


def pages(project: Project, document_id: DocumentId) -> list[Page]:
    """The pages with their character boxes; none for a document without pages."""
    return texts.pages(project.store, document_id)


def recognised(project: Project, document_id: DocumentId) -> list[int]:
    """The numbers of the pages whose letters were told from their pictures (OCR)."""
    return [number for number, _, _ in texts.recognised(project.store, document_id)]


def passages(project: Project, document_id: DocumentId) -> list[Passage]:
    """The passages, in order."""
    return texts.passages(project.store, document_id)


def passage_starts(project: Project, document_id: DocumentId) -> list[int]:
    """Where the passages begin, in order."""
    return texts.passage_starts(project.store, document_id)


class Drawing:
    """Draws pages of PDFs, in a child process that it keeps. Any thread may call it."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._reader = Reader()
        self._source: tuple[DocumentId, Source] | None = None
        self._busy = threading.Lock()

    def picture(self, document_id: DocumentId, page: int, zoom: float) -> Picture:
        """The page (from 1) drawn at 72 dots an inch times `zoom`. Raises KzError."""
        with self._busy:
            return self._reader.draw(self._original(document_id), page, zoom)

    def outline(self, document_id: DocumentId) -> list[Heading]:
        """The bookmarks of a PDF; none for another kind. Raises KzError."""
        with self._busy:
            return self._reader.outline(self._original(document_id))

    def close(self) -> None:
        """End the child process."""
        with self._busy:
            self._reader.close()

    def _original(self, document_id: DocumentId) -> Source:
        """The file's bytes; those of the last document are kept, the next page is likely its."""
        if self._source is None or self._source[0] != document_id:
            self._source = (document_id, texts.source(self._project.store, document_id))
        return self._source[1]
