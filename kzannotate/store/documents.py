"""Rows of the table `document`."""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from kzannotate.model.document import Document
from kzannotate.model.ids import DocumentId
from kzannotate.store.history import Row
from kzannotate.store.store import Store


def row(document: Document) -> Row:
    """The document as the history writes it."""
    return {
        "id": document.id,
        "name": document.name,
        "source_sha256": document.sha256,
        "text_sha256": document.text_sha256,
        "extractor": document.extractor,
        "encoding": document.encoding,
        "languages": ",".join(document.languages),
        "pages": document.pages,
        "characters": document.characters,
        "note": document.note,
        "coder": document.coder,
        "created": document.created,
    }


def all_documents(store: Store) -> list[Document]:
    """The whole corpus, by name."""
    return list(_where(store, "1 ORDER BY name COLLATE NOCASE, name"))


def languages(store: Store) -> frozenset[str]:
    """The languages that documents of the corpus are in."""
    rows = store.db.execute("SELECT DISTINCT languages FROM document").fetchall()
    return frozenset(one for (several,) in rows for one in several.split(",") if one)


def find(store: Store, name_or_id: str) -> Document | None:
    """The document of that id, else of that name."""
    return next(
        _where(store, "id = ?1 OR name = ?1 ORDER BY id = ?1 DESC LIMIT 1", name_or_id), None
    )


def of_source(store: Store, sha256: str) -> Document | None:
    """The document made of these bytes, if they are in the corpus."""
    return next(_where(store, "source_sha256 = ?", sha256), None)


def names(store: Store, ids: Iterable[DocumentId]) -> dict[DocumentId, str]:
    """The names of documents by id; those that are gone are left out."""
    rows = store.db.execute(
        "SELECT id, name FROM document WHERE id IN (SELECT value FROM json_each(?))",
        [json.dumps(list(ids))],
    )
    return {DocumentId(document): str(name) for document, name in rows}


def of_texts(store: Store, texts: Collection[int]) -> Mapping[int, tuple[DocumentId, str]]:
    """The id and name of the document of each of these texts, by the text's number."""
    known = store.kept(_none_yet)
    if missing := [text for text in texts if text not in known]:
        rows = store.db.execute(
            "SELECT text.id, document.id, document.name FROM json_each(?) AS wanted"
            " CROSS JOIN text ON text.id = wanted.value"
            " JOIN document ON document.source_sha256 = text.source_sha256"
            " AND document.text_sha256 = text.sha256 AND document.extractor = text.extractor",
            [json.dumps(missing)],
        )
        known.update((int(text), (DocumentId(one), name)) for text, one, name in rows.fetchall())
    return known


def _none_yet(_: Store) -> dict[int, tuple[DocumentId, str]]:
    """Documents are looked up as they are asked for, and kept until something is written."""
    return {}


def _where(store: Store, condition: str, *values: str) -> Iterator[Document]:
    for found in store.db.query(f"SELECT * FROM document WHERE {condition}", values):
        yield _document(found)


def _document(found: dict[str, Any]) -> Document:
    return Document(
        id=DocumentId(found["id"]),
        name=found["name"],
        sha256=found["source_sha256"],
        text_sha256=found["text_sha256"],
        extractor=found["extractor"],
        encoding=found["encoding"],
        languages=tuple(filter(None, found["languages"].split(","))),
        pages=found["pages"],
        characters=found["characters"],
        note=found["note"],
        coder=found["coder"],
        created=found["created"],
    )
