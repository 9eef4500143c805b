"""Is the project sound? Every source, text, quotation and step held against each other."""

import hashlib
import json
from collections.abc import Iterator

from kzannotate.model.annotation import Annotation
from kzannotate.model.boxes import Box
from kzannotate.model.document import Document, Page
from kzannotate.model.wording import counted
from kzannotate.store import annotations, history, texts
from kzannotate.store.history import Change, Record, Row
from kzannotate.store.store import Store


def file(store: Store) -> Iterator[str]:
    """What SQLite itself finds wrong with the file, its references and its index."""
    for (sentence,) in store.db.execute("PRAGMA integrity_check"):
        if sentence != "ok":
            yield f"the file is damaged: {sentence}"
    for table, row, _, _ in store.db.execute("PRAGMA foreign_key_check"):
        yield f"{table} {row} refers to something that isn't there"
    for (name,) in store.db.execute(
        "SELECT name FROM document WHERE NOT EXISTS (SELECT 1 FROM text"
        " WHERE state = 'indexed' AND text.source_sha256 = document.source_sha256"
        " AND text.sha256 = document.text_sha256 AND text.extractor = document.extractor)"
    ):
        yield f"{name}: its words are not in the search index"
    yield from _index(store)


def document(store: Store, checked: Document) -> Iterator[str]:
    """What is wrong with one document: its source, its text, its quotations."""
    source = texts.source(store, checked.id)
    if hashlib.sha256(source.data).hexdigest() != checked.sha256:
        yield f"{checked.name}: the original file isn't what was added"
    text = texts.text(store, checked.id)
    if hashlib.sha256(text.encode()).hexdigest() != checked.text_sha256:
        yield f"{checked.name}: the text isn't what was read from the file"
    passages = texts.passages(store, checked.id)
    if [passage.start for passage in passages[1:]] != [passage.stop for passage in passages[:-1]]:
        yield f"{checked.name}: its passages don't follow one another"
    pages = {page.number: page for page in texts.pages(store, checked.id)}
    for annotation in annotations.of_document(store, checked.id):
        if annotation.region and not _lies_on(pages, annotation, annotation.region):
            yield f"{checked.name}: a box on page {annotation.page} doesn't lie on that page"
        if text[annotation.start : annotation.stop] != annotation.quotation:
            yield (
                f"{checked.name}: the quotation at {annotation.start}-{annotation.stop}"
                " isn't the text there"
            )


def _lies_on(pages: dict[int, Page], annotation: Annotation, region: Box) -> bool:
    page = pages.get(annotation.page or 0)
    if page is None or annotation.start != page.start:
        return False
    x0, y0, x1, y1 = region
    return x0 >= 0 and y0 >= 0 and x1 <= page.width and y1 <= page.height


def chain(store: Store) -> Iterator[str]:
    """What is wrong with the history: its hashes, and whether it leads to what is there now."""
    rows: dict[tuple[str, str], Row] = {}
    before = history.START
    displaced = _displaced(store)
    sound = True
    for record in history.records(store.db):
        changes = history.changes_of(store.db, record.number)
        expected = history.step_hash(before, record, changes)
        if expected != record.hash or record.number in displaced:
            yield f"step {record.number} ({record.label}) was altered after it was written"
            sound = False
        if sound:  # what an altered step says can't be trusted, not even to be JSON
            _replay(store, record, changes, rows)
        before = record.hash
    if sound:
        yield from _differences(store, rows)


def _displaced(store: Store) -> set[int]:
    """The steps whose changes aren't numbered 0, 1, 2 …: the hash holds but their order."""
    rows = store.db.execute(
        "SELECT step FROM change GROUP BY step"
        " HAVING min(position) <> 0 OR max(position) <> count(*) - 1"
    )
    return {number for (number,) in rows}


def _index(store: Store) -> Iterator[str]:
    (strays,) = store.db.execute(
        "SELECT count(*) FROM passage_words LEFT JOIN passage ON passage.id = passage_words.rowid"
        " LEFT JOIN text ON text.id = passage.text WHERE coalesce(text.state, 'kept') = 'kept'"
    ).fetchone()
    (missing,) = store.db.execute(
        "SELECT count(*) FROM passage JOIN text ON text.id = passage.text"
        " WHERE text.state = 'indexed' AND passage.id NOT IN (SELECT rowid FROM passage_words)"
    ).fetchone()
    if strays:
        yield f"the search index holds {strays} passages too many"
    if missing:
        yield f"the search index lacks {counted(missing, 'passage')}"


def _replay(
    store: Store, record: Record, changes: list[Change], rows: dict[tuple[str, str], Row]
) -> None:
    if record.target is not None:
        changes = history.changes_of(store.db, record.target)
    if record.kind == "undo":
        changes = [change.inverse() for change in reversed(changes)]
    for change in changes:
        if change.after is None:
            rows.pop((change.subject, change.row_id), None)
        else:
            rows[change.subject, change.row_id] = json.loads(change.after)


def _differences(store: Store, rows: dict[tuple[str, str], Row]) -> Iterator[str]:
    for subject in history.SUBJECTS:
        for row in store.db.query(f"SELECT * FROM {subject}"):
            image = rows.pop((subject, row["id"]), None)
            # An image that an older version wrote lacks the columns that came later.
            if image is None or {**dict.fromkeys(row), **image} != row:
                yield f"{subject} {row['id']} isn't as the history left it"
    for subject, row_id in rows:
        yield f"{subject} {row_id} is in the history but no longer in the project"
