"""Sources, texts, passages and pages: written once, addressed by content, never edited.

A text belongs to a source and an extractor; documents point to it by hash. Its passages stand in
the full-text index as long as a document points to it.
"""

import json
from collections.abc import Sequence
from dataclasses import astuple
from typing import Any

from sqlite_utils import Database

from kzannotate.model.document import Document, Extraction, Page, Passage, Source
from kzannotate.model.errors import KzError
from kzannotate.model.ids import DocumentId
from kzannotate.store import unfinished
from kzannotate.store.indexing import LOOK, SLICE, Fold, follow_up, index, index_text, unindex
from kzannotate.store.store import Store

_IDENTITY = "source_sha256 = ? AND sha256 = ? AND extractor = ?"
_TEXT_OF_DOCUMENT = (
    "SELECT text.id FROM text JOIN document ON text.source_sha256 = document.source_sha256"
    " AND text.sha256 = document.text_sha256 AND text.extractor = document.extractor"
    " WHERE document.id = ?"
)
_DOCUMENT_OF_TEXT = (
    "SELECT 1 FROM document WHERE document.source_sha256 = text.source_sha256"
    " AND document.text_sha256 = text.sha256 AND document.extractor = text.extractor"
)

_AT_ONCE = 256
"""Passages that are read as one string."""
_PAGE = "number, start, stop, width, height, boxes, recognised"


class TextWriter:
    """Writes one source with its text, pages, passages and index; a long text in slices."""

    def __init__(
        self, store: Store, source: Source, document: Document, extraction: Extraction, fold: Fold
    ) -> None:
        self._store = store
        self._db = store.db
        self._source = source
        self._document = document
        self._extraction = extraction
        self._fold = fold
        self._slices = _slices(extraction.passages)
        self._text_id = 0
        self._written = 0

    def write_early(self) -> None:
        """Write all but the last slice, each durable at once; a short text has but the last.

        Until `write_rest` the text counts as unfinished, and no search finds it.
        """
        if len(self._slices) == 1 or _finished(self._db, self._document):
            return
        for passages in self._slices[:-1]:
            with self._store.transaction():
                self._text_id = self._text_id or self._begin()
                self._write(passages)

    def write_rest(self) -> None:
        """Write what is left, inside the transaction that adds the document."""
        if finished := _finished(self._db, self._document):
            text_id, state = finished
            if state == "kept":
                _index_kept(self._db, text_id, self._fold)
            return
        self._text_id = self._text_id or self._begin()
        self._write(self._slices[-1])
        self._write_pages()
        self._db.execute("UPDATE text SET state = 'indexed' WHERE id = ?", [self._text_id])

    def _begin(self) -> int:
        identity = _identity(self._document)
        for (failed,) in self._db.execute(
            f"SELECT id FROM text WHERE {_IDENTITY} AND state = 'unfinished'", identity
        ).fetchall():
            unfinished.drop(self._db, failed)
        source = self._source
        self._db.execute(
            "INSERT OR IGNORE INTO source VALUES (?, ?, ?)",
            [source.sha256, len(source.data), source.data],
        )
        (text_id,) = self._db.execute(
            "INSERT INTO text (source_sha256, sha256, extractor, state)"
            " VALUES (?, ?, ?, 'unfinished') RETURNING id",
            identity,
        ).fetchone()
        return int(text_id)

    def _write(self, passages: Sequence[Passage]) -> None:
        text = self._extraction.text
        (last,) = self._db.execute("SELECT coalesce(max(id), 0) FROM passage").fetchone()
        contents = [text[passage.start : passage.stop] for passage in passages]
        self._db.conn.executemany(
            "INSERT INTO passage VALUES (?, ?, ?, ?, ?, ?)",
            [
                (number, self._text_id, passage.start, passage.page, passage.language, content)
                for number, (passage, content) in enumerate(
                    zip(passages, contents, strict=True), last + 1
                )
            ],
        )
        index(self._db, self._followed(contents, last + 1), self._fold)
        self._written += len(passages)

    def _followed(self, contents: Sequence[str], number: int) -> list[tuple[int, str, str]]:
        """Numbers and texts of passages, and what follows those that end with their page."""
        text = self._extraction.text
        more = self._extraction.passages[self._written : self._written + len(contents) + LOOK]
        whole = [(passage.page, text[passage.start : passage.stop]) for passage in more]
        return [
            (number + at, content, follow_up(whole[at : at + LOOK]))
            for at, content in enumerate(contents)
        ]

    def _write_pages(self) -> None:
        self._db.conn.executemany(
            f"INSERT INTO page (text, {_PAGE}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [(self._text_id, *astuple(page)) for page in self._extraction.pages],
        )


def text_of(store: Store, document: DocumentId) -> int:
    """The number of a document's text; 0 for none."""
    row = store.db.execute(_TEXT_OF_DOCUMENT, [document]).fetchone()
    return int(row[0]) if row else 0


def text(store: Store, document: DocumentId) -> str:
    """The canonical text.

    Passages were written in their order: read by their ids they come from the file in one go, and
    many as one, so that Python makes few strings of them.
    """
    first, last = store.db.execute(
        f"WITH wanted (text) AS ({_TEXT_OF_DOCUMENT}) SELECT"
        " (SELECT id FROM passage JOIN wanted USING (text) ORDER BY start LIMIT 1),"
        " (SELECT id FROM passage JOIN wanted USING (text) ORDER BY start DESC LIMIT 1)",
        [document],
    ).fetchone()
    if first is None:
        return ""
    (number,) = store.db.execute("SELECT text FROM passage WHERE id = ?", [first]).fetchone()
    parts = (
        store.db.execute(
            "SELECT group_concat(content, '') FROM (SELECT content FROM passage"
            " WHERE id BETWEEN ? AND ? AND +text = ? ORDER BY id)",
            [begin, min(begin + _AT_ONCE - 1, last), number],
        ).fetchone()
        for begin in range(first, last + 1, _AT_ONCE)
    )
    return "".join(part or "" for (part,) in parts)


def stretch(store: Store, document: DocumentId, start: int, stop: int) -> tuple[int, str]:
    """The passages that touch `start` to `stop`, joined, and where they start."""
    rows = store.db.execute(
        f"WITH wanted (text) AS ({_TEXT_OF_DOCUMENT})"
        " SELECT start, content FROM passage, wanted WHERE passage.text = wanted.text"
        " AND start < ? AND start >= coalesce((SELECT max(start) FROM passage AS first"
        " WHERE first.text = wanted.text AND first.start <= ?), 0) ORDER BY start",
        [document, stop, max(0, start)],
    ).fetchall()
    return (rows[0][0] if rows else 0), "".join(content for _, content in rows)


def passages(store: Store, document: DocumentId) -> list[Passage]:
    """The passages, in order."""
    rows = store.db.execute(
        "SELECT start, start + length(content), page, language FROM passage"
        f" WHERE text = ({_TEXT_OF_DOCUMENT}) ORDER BY start",
        [document],
    )
    return [Passage(*row) for row in rows]


def passage_starts(store: Store, document: DocumentId) -> list[int]:
    """Where the passages begin, in order."""
    (starts,) = store.db.execute(
        "SELECT json_group_array(start) FROM (SELECT start FROM passage"
        f" WHERE text = ({_TEXT_OF_DOCUMENT}) ORDER BY start)",
        [document],
    ).fetchone()  # one value for all: a row each takes longer than to read them
    return list(json.loads(starts))


def passage_at(store: Store, document: DocumentId, offset: int) -> Passage | None:
    """The passage that holds a code point."""
    row = store.db.execute(
        "SELECT start, start + length(content), page, language FROM passage"
        f" WHERE text = ({_TEXT_OF_DOCUMENT}) AND start <= ? ORDER BY start DESC LIMIT 1",
        [document, offset],
    ).fetchone()
    return Passage(*row) if row else None


def pages(store: Store, document: DocumentId) -> list[Page]:
    """The pages with their boxes, in order."""
    rows = store.db.execute(
        f"SELECT {_PAGE} FROM page WHERE text = ({_TEXT_OF_DOCUMENT}) ORDER BY number",
        [document],
    )
    return [_page(row) for row in rows]


def page(store: Store, document: DocumentId, number: int) -> Page | None:
    """One page (from 1) with its boxes."""
    row = store.db.execute(
        f"SELECT {_PAGE} FROM page WHERE text = ({_TEXT_OF_DOCUMENT}) AND number = ?",
        [document, number],
    ).fetchone()
    return _page(row) if row else None


def recognised(store: Store, document: DocumentId) -> list[tuple[int, int, int]]:
    """Number, start and stop of each page whose letters were told from its picture."""
    rows = store.db.execute(
        f"SELECT number, start, stop FROM page WHERE text = ({_TEXT_OF_DOCUMENT}) AND recognised"
        " ORDER BY number",
        [document],
    )
    return [(number, start, stop) for number, start, stop in rows]


def source(store: Store, document: DocumentId) -> Source:
    """The original file. Raises KzError for an unknown document."""
    row = store.db.execute(
        "SELECT name, bytes, sha256 FROM document JOIN source ON sha256 = source_sha256"
        " WHERE document.id = ?",
        [document],
    ).fetchone()
    if row is None:
        raise KzError("there is no such document in the project")
    return Source(*row)


def follow_documents(store: Store, fold: Fold) -> None:
    """Bring the index in line with the documents, after a step that added or removed some."""
    for (text_id,) in store.db.execute(
        f"SELECT id FROM text WHERE state = 'kept' AND EXISTS ({_DOCUMENT_OF_TEXT})"
    ).fetchall():
        _index_kept(store.db, text_id, fold)
    for (text_id,) in store.db.execute(
        f"SELECT id FROM text WHERE state = 'indexed' AND NOT EXISTS ({_DOCUMENT_OF_TEXT})"
    ).fetchall():
        unindex(store.db, text_id)
        store.db.execute("UPDATE text SET state = 'kept' WHERE id = ?", [text_id])


def _page(row: tuple[Any, ...]) -> Page:
    number, start, stop, width, height, boxes, recognised = row
    return Page(number, start, stop, width, height, boxes, bool(recognised))


def _slices(passages: Sequence[Passage]) -> list[list[Passage]]:
    """The passages in runs of about `SLICE` code points; at least one run."""
    slices: list[list[Passage]] = [[]]
    for passage in passages:
        if slices[-1] and passage.stop - slices[-1][0].start > SLICE:
            slices.append([])
        slices[-1].append(passage)
    return slices


def _identity(document: Document) -> list[str]:
    return [document.sha256, document.text_sha256, document.extractor]


def _finished(db: Database, document: Document) -> tuple[int, str] | None:
    """The same text if the project has it whole, used or left behind: its id and state."""
    row = db.execute(
        f"SELECT id, state FROM text WHERE {_IDENTITY} AND state <> 'unfinished'",
        _identity(document),
    ).fetchone()
    return row and (int(row[0]), str(row[1]))


def _index_kept(db: Database, text_id: int, fold: Fold) -> None:
    index_text(db, text_id, fold)
    db.execute("UPDATE text SET state = 'indexed' WHERE id = ?", [text_id])
