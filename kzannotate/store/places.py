"""Where a search looks: languages, documents, pages and annotations, as SQL."""

import json
from collections.abc import Sequence

from sqlite_utils import Database

from kzannotate.model.query import Annotated, FoundPassage, Place, Where

_LAST_OF_ALL = "\U0010ffff"
Condition = tuple[str, list[object]]
"""SQL on the tables document and passage, and its values."""


def condition(where: Sequence[Where]) -> Condition:
    """Whether a passage is such a place, or has one of such annotations in it."""
    said: list[str] = []
    values: list[object] = []
    for one in where:
        sql, more = _of_place(one) if isinstance(one, Place) else _of_annotation(one)
        said.append(sql)
        values += more
    return f"({' OR '.join(said)})", values


def stretches(db: Database, where: Annotated, passage: FoundPassage) -> tuple[tuple[int, int], ...]:
    """Where such annotations touch a passage, in code points of the document's text."""
    sql, values = _filters(where)
    rows = db.execute(
        "SELECT DISTINCT start, stop FROM annotation WHERE x0 IS NULL AND document = ?"
        f" AND start < ? AND stop > ? AND {sql} ORDER BY start, stop",
        [passage.document, passage.stop + len(passage.after), passage.start, *values],
    )
    return tuple((start, stop) for start, stop in rows)


def on_annotation(where: Sequence[Where]) -> Condition:
    """Whether an annotation is such a one, or begins in such a place; SQL on annotation too."""
    said = [_of_place(one) if isinstance(one, Place) else _filters(one) for one in where]
    sql = " OR ".join(f"({one})" for one, _ in said)
    return f"({sql})", [value for _, values in said for value in values]


def _of_place(place: Place) -> Condition:
    conditions: tuple[tuple[str, object], ...] = (
        ("passage.language = ?", place.language),
        ("holds(document.name, ?)", place.document),
        ("passage.page >= ?", place.first),
        ("passage.page <= ?", place.last),
    )
    return _joined([(sql, value) for sql, value in conditions if value not in ("", None)])


def _of_annotation(where: Annotated) -> Condition:
    sql, values = _filters(where)
    return (
        "EXISTS (SELECT 1 FROM annotation WHERE annotation.document = document.id"
        " AND annotation.x0 IS NULL"  # boxes have no text to look into
        " AND annotation.start < passage.start + length(passage.content)"
        f" AND annotation.stop > passage.start AND {sql})",
        values,
    )


def _filters(where: Annotated) -> Condition:
    codes = None if where.codes is None else json.dumps(where.codes)
    conditions: tuple[tuple[str, object], ...] = (
        ("annotation.code IN (SELECT value FROM json_each(?))", codes),
        ("annotation.created >= ?", where.since),
        ("annotation.created <= ?", where.until and where.until + _LAST_OF_ALL),
        ("holds(annotation.coder, ?)", where.coder),
        ("holds(annotation.memo, ?)", where.memo),
    )
    return _joined([(sql, value) for sql, value in conditions if value not in ("", None)])


def _joined(conditions: list[tuple[str, object]]) -> Condition:
    sql = " AND ".join(["TRUE", *(one for one, _ in conditions)])
    return sql, [value for _, value in conditions]
