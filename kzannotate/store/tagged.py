"""What stands at places of the corpus: languages, and annotations. All documents in one go."""

import json
from collections.abc import Collection, Sequence
from typing import NamedTuple

from kzannotate.model.ids import AnnotationId, CodeId, DocumentId
from kzannotate.store.store import Store


class Covered(NamedTuple):
    """An annotated stretch of a document."""

    document: DocumentId
    start: int
    stop: int
    annotation: AnnotationId
    code: CodeId


def languages(store: Store, places: Sequence[tuple[DocumentId, int]]) -> list[str]:
    """The language of the passage at each place; empty for one that isn't there any more."""
    rows = store.db.execute(
        "WITH found (id, text) AS (SELECT document.id, text.id FROM text JOIN document"
        " ON text.source_sha256 = document.source_sha256"
        " AND text.sha256 = document.text_sha256 AND text.extractor = document.extractor)"
        " SELECT coalesce((SELECT language FROM passage WHERE passage.text = found.text"
        " AND passage.start <= wanted.value ->> 1 ORDER BY passage.start DESC LIMIT 1), '')"
        " FROM json_each(?) AS wanted LEFT JOIN found ON found.id = wanted.value ->> 0"
        " ORDER BY wanted.key",
        [json.dumps(places)],
    )
    return [str(language) for (language,) in rows]


def covered(store: Store, documents: Collection[DocumentId]) -> list[Covered]:
    """The annotated stretches of some documents, each document's in the order of their starts."""
    rows = store.db.execute(
        "SELECT document, start, stop, id, code FROM annotation"
        " WHERE document IN (SELECT value FROM json_each(?)) AND start < stop"
        " ORDER BY document, start",
        [json.dumps(sorted(documents))],
    )
    return [Covered(*row) for row in rows]


def codes_of(store: Store, annotations: Collection[AnnotationId]) -> dict[AnnotationId, CodeId]:
    """The codes of annotations; those that are gone are left out."""
    rows = store.db.execute(
        "SELECT id, code FROM annotation WHERE id IN (SELECT value FROM json_each(?))",
        [json.dumps(sorted(annotations))],
    )
    return {AnnotationId(annotation): CodeId(code) for annotation, code in rows}


def documents_of(store: Store, annotations: Collection[AnnotationId]) -> set[DocumentId]:
    """The documents in which annotations stand; those that are gone are left out."""
    rows = store.db.execute(
        "SELECT DISTINCT document FROM annotation WHERE id IN (SELECT value FROM json_each(?))",
        [json.dumps(sorted(annotations))],
    )
    return {DocumentId(document) for (document,) in rows}
