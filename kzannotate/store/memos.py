"""The memos of annotations, to be searched."""

from collections.abc import Iterator, Sequence

from kzannotate.model.ids import AnnotationId, DocumentId
from kzannotate.model.query import FoundPassage, Where
from kzannotate.store import places
from kzannotate.store.store import Store

_PASSAGE = """
JOIN text ON document.source_sha256 = text.source_sha256
    AND document.text_sha256 = text.sha256 AND document.extractor = text.extractor
JOIN passage ON passage.text = text.id AND passage.start = (
    SELECT max(start) FROM passage AS first
    WHERE first.text = text.id AND first.start <= annotation.start
)
"""


def memos(
    store: Store, where: Sequence[tuple[Where, ...]]
) -> Iterator[tuple[AnnotationId, FoundPassage]]:
    """Annotations that are of all these places, with their memos; those without one are left out.

    A memo is given as a passage: it starts at 0. By document and place.
    """
    conditions, values = ["memo <> ''"], list[object]()
    for one in where:
        condition, more = places.on_annotation(one)
        conditions.append(condition)
        values += more
    rows = store.db.execute(
        "SELECT annotation.id, document.id, document.name, annotation.page, memo FROM annotation"
        f" JOIN document ON document.id = annotation.document {_PASSAGE if where else ''}"
        f" WHERE {' AND '.join(conditions)}"
        " ORDER BY document.name, annotation.start, annotation.id",
        values,
    )
    for annotation, document, name, page, memo in rows:
        yield annotation, FoundPassage(DocumentId(document), name, page, 0, memo, 0.0)


def around(store: Store, document: DocumentId, start: int, stop: int) -> list[AnnotationId]:
    """The annotations that a stretch of a document's text lies in."""
    rows = store.db.execute(
        "SELECT id FROM annotation WHERE document = ? AND start <= ? AND stop >= ? AND x0 IS NULL"
        " ORDER BY start, id",
        [document, start, stop],
    )
    return [AnnotationId(one) for (one,) in rows]
