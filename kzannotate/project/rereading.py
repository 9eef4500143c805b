"""A document gets a new text of the same file; its annotations move along, as one step."""

from collections.abc import Callable
from dataclasses import replace

from kzannotate.library.reader import Reader
from kzannotate.model.annotation import Annotation
from kzannotate.model.changes import Changes
from kzannotate.model.document import Document, Extraction, Source
from kzannotate.model.errors import KzError
from kzannotate.model.ids import DocumentId
from kzannotate.model.selectors import resolve, select
from kzannotate.project.importing import described
from kzannotate.project.reading import document as find_document
from kzannotate.project.session import Project
from kzannotate.search.analysis import forms
from kzannotate.store import annotations, documents, history, rejections, texts
from kzannotate.store.store import Store

Move = Callable[[Annotation], history.Row]
"""Gives an annotation's place in the new text, or raises KzError."""


def reread(project: Project, document_id: DocumentId, encoding: str) -> Changes:
    """Read a plain text again in another encoding; its annotations move along, as one step.

    Raises KzError if the encoding can't be, or if an annotation wouldn't be found again.
    """
    old = find_document(project, document_id)
    source = texts.source(project.store, document_id)
    extraction = _extracted_anew(old, source, encoding)
    label = f"Read {old.name} as {extraction.encoding}"

    def move(annotation: Annotation) -> history.Row:
        return _found_again(old, annotation, extraction)

    return replace_text(project, label, old, source, extraction, move)


def replace_text(
    project: Project,
    label: str,
    old: Document,
    source: Source,
    extraction: Extraction,
    move: Move,
) -> Changes:
    """Put another text in the place of a document's, as one step. Raises KzError as `move` does.

    Nothing is changed where the document was removed or read anew since `old` was looked up.
    """
    store = project.store
    new = replace(
        described(source, extraction, old.coder), id=old.id, name=old.name, created=old.created
    )
    writer = texts.TextWriter(store, source, new, extraction, forms)
    writer.write_early()
    with store.transaction():
        if find_document(project, old.id) != old:
            raise KzError(f"{old.name}: it was changed meanwhile; try again")
        writer.write_rest()
        with history.step(store, label, project.coder) as step:
            step.update("document", [old.id], documents.row(new))
            for annotation in list(annotations.of_document(store, old.id)):
                step.update("annotation", [annotation.id], move(annotation))
            _move_rejections(store, step, old.id, extraction.text)
        texts.follow_documents(store, forms)
    return project.publish(history.touched(label, step.changes))


def _move_rejections(store: Store, step: history.Writer, document: DocumentId, text: str) -> None:
    """A refused suggestion stays refused where its words stand now; without them there is none."""
    for rejection in list(rejections.of_document(store, document)):
        span = resolve(text, rejection.selector)
        if span is None:
            step.delete("rejection", [rejection.id])
        else:
            step.update("rejection", [rejection.id], rejections.place(select(text, *span)))


def _extracted_anew(old: Document, source: Source, encoding: str) -> Extraction:
    if not old.encoding:
        raise KzError(f"{old.name}: it isn't a plain text; it has no encoding to choose")
    try:
        with Reader() as reader:
            return reader.extract(source, encoding)
    except KzError as error:
        raise KzError(f"{old.name}: {error}") from error


def _found_again(document: Document, annotation: Annotation, extraction: Extraction) -> history.Row:
    span = resolve(extraction.text, annotation.selector)
    if span is None:
        raise KzError(
            f"{document.name}: the annotation “{annotation.quotation[:40]}” wouldn't be found "
            "again in the text read so; delete it first, or keep the encoding"
        )
    page = next((p.page for p in extraction.passages if p.start <= span[0] < p.stop), None)
    return annotations.place(select(extraction.text, *span), page)
