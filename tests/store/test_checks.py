"""`check` sees what was done to a file behind the program's back."""

from collections.abc import Iterator

import pytest
from sqlcipher3 import dbapi2

from kzannotate.model.annotation import Annotation
from kzannotate.model.codebook import BUILT_IN
from kzannotate.model.document import Document
from kzannotate.model.ids import AnnotationId, new_id
from kzannotate.model.selectors import select
from kzannotate.store import annotations, checks, history
from kzannotate.store.store import Store
from tests.store.conftest import add

TEXT = "The ministry is asked to release Ana Korin.\nIt is asked at once.\n"


@pytest.fixture
def document(store: Store) -> Document:
    """A project with a history of eight steps."""
    document = add(store, "a.txt", TEXT)
    mark = Annotation(
        AnnotationId(new_id()),
        document.id,
        BUILT_IN[1].id,
        select(TEXT, 33, 42),
        1,
        "",
        "tester",
        "",
        "",
    )
    with history.step(store, "Tag", "tester") as step:
        step.insert("annotation", [annotations.row(mark)])
    history.undo(store, "tester")
    history.redo(store, "tester")
    with history.step(store, "Edit memo", "tester") as step:
        step.update("annotation", [mark.id], {"memo": "Tagged"})
    with history.step(store, "Delete", "tester") as step:
        step.delete("annotation", [mark.id])
    history.undo(store, "tester")
    return document


def problems(store: Store, document: Document) -> list[str]:
    return [*checks.file(store), *checks.document(store, document), *checks.chain(store)]


def test_sound(store: Store, document: Document) -> None:
    assert problems(store, document) == []


def alterations(store: Store) -> Iterator[str]:
    """An UPDATE for each byte of each cell of the history."""
    for table, key in (("step", ("number",)), ("change", ("step", "position"))):
        for row in list(store.db.query(f"SELECT * FROM {table}")):
            where = " AND ".join(f"{column} = {row[column]}" for column in key)
            for column, value in row.items():
                for new in others(value):
                    yield f"UPDATE {table} SET {column} = {new} WHERE {where}"


def others(value: str | int | None) -> Iterator[str]:
    """The value with any one byte altered, as SQL."""
    if isinstance(value, str):
        for at, letter in enumerate(value):
            altered = value[:at] + ("x" if letter != "x" else "y") + value[at + 1 :]
            yield "'" + altered.replace("'", "''") + "'"
    yield "NULL" if value is not None else "1"
    if isinstance(value, int):
        yield str(value + 100)


def test_any_altered_byte_of_the_history_is_reported(store: Store, document: Document) -> None:
    assert problems(store, document) == []
    store.db.execute("PRAGMA foreign_keys = OFF")
    store.db.execute("PRAGMA ignore_check_constraints = ON")
    tried, missed = 0, []
    for sql in list(alterations(store)):
        store.db.execute("BEGIN")
        try:
            store.db.execute(sql)
        except dbapi2.IntegrityError:
            pass  # NOT NULL, UNIQUE: the file itself refuses
        else:
            tried += 1
            if not list(checks.chain(store)):
                missed.append(sql)
        store.db.rollback()
    assert missed == []
    assert tried > 1000


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM change WHERE step = 3",
        "INSERT INTO change SELECT 4, position, subject, row_id, before, after FROM change"
        " WHERE step = 3",
        "DELETE FROM step WHERE number = 8",
        "DELETE FROM step WHERE number = 4",
        "UPDATE annotation SET memo = 'Something else'",
        "UPDATE document SET name = 'b.txt'",
        "UPDATE code SET name = 'Wish' WHERE key = 'demand'",
        "DELETE FROM annotation",
        "INSERT INTO annotation SELECT 'other', document, code, start, stop, page, exact, prefix,"
        " suffix, memo, coder, created, modified, x0, y0, x1, y1 FROM annotation",
        "UPDATE source SET bytes = CAST('Another original' AS BLOB)",
        "UPDATE passage SET content = replace(content, 'Korin', 'Maren')",
        "UPDATE passage SET start = start + 1 WHERE start > 0",
        "DELETE FROM passage WHERE start > 0",
        "UPDATE text SET state = 'kept'",
        "DELETE FROM passage_words",
        "INSERT INTO passage_words (rowid, forms) VALUES (99, 'stray')",
        "UPDATE annotation SET start = start + 1",
    ],
)
def test_tampering_is_reported(store: Store, document: Document, sql: str) -> None:
    store.db.execute("PRAGMA foreign_keys = OFF")
    store.db.execute(sql)
    assert store.db.execute("SELECT changes()").fetchone() > (0,)
    assert problems(store, document) != []
