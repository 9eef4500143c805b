"""Rows of the table `annotation`."""

import json
from collections.abc import Iterable, Iterator
from itertools import starmap

from kzannotate.model.annotation import Annotation, Mark
from kzannotate.model.boxes import Box
from kzannotate.model.ids import AnnotationId, CodeId, DocumentId
from kzannotate.model.selectors import Selector
from kzannotate.store.history import Row
from kzannotate.store.store import Store

_COLUMNS = (
    "annotation.id, annotation.document, annotation.code, annotation.start, annotation.stop,"
    " exact, prefix, suffix, annotation.page, memo, annotation.coder, annotation.created, modified,"
    " x0, y0, x1, y1"
)
READING_ORDER = (
    "annotation.start, annotation.page, annotation.stop DESC, y0, x0,"
    " annotation.created, annotation.id"
)
"""SQL. Pages without text start at the same code point: there the page decides."""


def row(annotation: Annotation) -> Row:
    """The annotation as the history writes it."""
    return {
        "id": annotation.id,
        "document": annotation.document,
        "code": annotation.code,
        **place(annotation.selector, annotation.page, annotation.region),
        "memo": annotation.memo,
        "coder": annotation.coder,
        "created": annotation.created,
        "modified": annotation.modified,
    }


def place(selector: Selector, page: int | None, region: Box | None = None) -> Row:
    """The columns that say where an annotation stands."""
    x0, y0, x1, y1 = region or (None,) * 4
    return {
        "start": selector.start,
        "stop": selector.stop,
        "page": page,
        "exact": selector.exact,
        "prefix": selector.prefix,
        "suffix": selector.suffix,
        "x0": x0,
        "y0": y0,
        "x1": x1,
        "y1": y1,
    }


def all_annotations(store: Store) -> Iterator[Annotation]:
    """All of the project: by document's name, then in reading order."""
    return _rows(
        store,
        "JOIN document ON document.id = document"
        f" ORDER BY document.name COLLATE NOCASE, document.name, {READING_ORDER}",
    )


def of_document(store: Store, document: DocumentId) -> Iterator[Annotation]:
    """Those of one document, in reading order."""
    return _rows(store, f"WHERE document = ? ORDER BY {READING_ORDER}", document)


def marks(store: Store, document: DocumentId) -> list[Mark]:
    """All of one document, in reading order: a fifth of the work of whole annotations."""
    return _marks(store, f"document = ? ORDER BY {READING_ORDER}", document)


def marks_over(store: Store, document: DocumentId, start: int, stop: int) -> list[Mark]:
    """Those on the text that share a code point with `start` to `stop`, by their start."""
    over = "document = ? AND start < ? AND stop > ? AND start < stop ORDER BY start"
    return _marks(store, over, document, stop, start)


def regions(store: Store, document: DocumentId) -> list[Annotation]:
    """Those on regions of a document's pages, in reading order."""
    return list(
        _rows(store, f"WHERE document = ? AND x0 IS NOT NULL ORDER BY {READING_ORDER}", document)
    )


def codes_on_text(store: Store, document: DocumentId) -> set[CodeId]:
    """The codes of those on a document's text."""
    rows = store.db.execute(
        "SELECT DISTINCT code FROM annotation WHERE document = ? AND start < stop", [document]
    )
    return {CodeId(code) for (code,) in rows}


def find(store: Store, annotation: AnnotationId) -> Annotation | None:
    """The annotation of that id."""
    return next(_rows(store, "WHERE id = ?", annotation), None)


def some(store: Store, ids: Iterable[AnnotationId]) -> list[Annotation]:
    """Those of these ids that there are, in any order."""
    return list(_rows(store, "WHERE id IN (SELECT value FROM json_each(?))", json.dumps(list(ids))))


def coders(store: Store) -> list[str]:
    """Everyone who annotated, by name."""
    return [
        str(name)
        for (name,) in store.db.execute(
            "SELECT DISTINCT coder FROM annotation ORDER BY coder COLLATE NOCASE"
        )
    ]


def of_code(store: Store, code: CodeId) -> list[AnnotationId]:
    """The ids of those that have a code."""
    rows = store.db.execute("SELECT id FROM annotation WHERE code = ? ORDER BY id", [code])
    return [AnnotationId(found) for (found,) in rows]


def counts(store: Store) -> dict[CodeId, int]:
    """How many annotations each code has; codes without any are left out."""
    rows = store.db.execute("SELECT code, count(*) FROM annotation GROUP BY code")
    return {CodeId(code): count for code, count in rows}


def document_counts(store: Store) -> dict[DocumentId, int]:
    """How many annotations each document has; documents without any are left out."""
    rows = store.db.execute("SELECT document, count(*) FROM annotation GROUP BY document")
    return {DocumentId(document): count for document, count in rows}


def _marks(store: Store, which: str, *values: str | int) -> list[Mark]:
    rows = store.db.execute(
        f"SELECT annotation.id, code, start, stop, page, memo FROM annotation WHERE {which}", values
    )
    return list(starmap(Mark, rows.fetchall()))


def quotations(store: Store, longest: int) -> list[tuple[str, str]]:
    """The different quotations of at most so many code points, each with its code's key."""
    rows = store.db.execute(
        "SELECT DISTINCT code.key, exact FROM annotation JOIN code ON code.id = annotation.code"
        " WHERE length(exact) BETWEEN 1 AND ? ORDER BY code.key, exact",
        [longest],
    )
    return [(str(key), str(exact)) for key, exact in rows]


def _rows(store: Store, rest: str, *values: str) -> Iterator[Annotation]:
    for found in store.db.execute(f"SELECT {_COLUMNS} FROM annotation {rest}", values):
        annotation, document, code, start, stop, exact, prefix, suffix, *others = found
        page, memo, coder, created, modified, *box = others
        selector = Selector(start, stop, exact, prefix, suffix)
        region = None if box[0] is None else (box[0], box[1], box[2], box[3])
        yield Annotation(
            annotation, document, code, selector, page, memo, coder, created, modified, region
        )
