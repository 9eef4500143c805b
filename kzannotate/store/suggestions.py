"""Rows of `suggestion`: what the rules proposed, kept until the rules or the text are others."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict

from kzannotate.model.errors import KzError
from kzannotate.model.ids import DocumentId
from kzannotate.model.suggestion import Cited, Proposal, Suggestion
from kzannotate.store.store import Store

_TEXT = (
    " text.source_sha256 = document.source_sha256 AND text.sha256 = document.text_sha256"
    " AND text.extractor = document.extractor"
)
_OPEN = f"""
FROM document JOIN text ON {_TEXT} JOIN suggestion ON suggestion.text = text.id
WHERE suggestion.rule NOT IN (SELECT value FROM json_each(:off))
    AND EXISTS (SELECT 1 FROM code WHERE code.key = suggestion.code)
    AND NOT EXISTS (
        SELECT 1 FROM annotation JOIN code ON code.id = annotation.code
        WHERE annotation.document = document.id AND annotation.start < suggestion.stop
            AND annotation.stop > suggestion.start
            AND (code.key = suggestion.code
                OR annotation.start = suggestion.start AND annotation.stop = suggestion.stop)
    )
    AND NOT EXISTS (
        SELECT 1 FROM rejection
        WHERE rejection.document = document.id AND rejection.start = suggestion.start
            AND rejection.stop = suggestion.stop AND rejection.code = suggestion.code
    )
"""
"""Neither tagged yet, nor refused, nor of a rule that is off, nor of a code that is gone."""
_PROPOSAL = """
SELECT document.id, document.name,
    (SELECT page FROM passage WHERE passage.text = text.id AND passage.start <= suggestion.start
        ORDER BY passage.start DESC LIMIT 1),
    exact, suggestion.start, stop, code, rule, score, details
"""


def stale(store: Store, version: str) -> list[tuple[DocumentId, int]]:
    """The documents that this version of the rules hasn't gone through, by name; their sizes.

    Sizes are in code points.
    """
    rows = store.db.execute(
        f"SELECT document.id, document.characters FROM document JOIN text ON {_TEXT}"
        " LEFT JOIN suggested ON suggested.text = text.id"
        " WHERE suggested.rules IS NOT ? ORDER BY document.name COLLATE NOCASE, document.name",
        [version],
    )
    return [(DocumentId(document), int(size)) for document, size in rows]


def put(
    store: Store, document: DocumentId, version: str, found: Iterable[tuple[Suggestion, str]]
) -> None:
    """Keep what the rules propose for a document's text, each with its quotation.

    Raises KzError if the document is gone.
    """
    with store.transaction():
        row = store.db.execute(
            f"SELECT text.id FROM document JOIN text ON {_TEXT} WHERE document.id = ?", [document]
        ).fetchone()
        if row is None:
            raise KzError("there is no such document in the project")
        store.db.execute("DELETE FROM suggestion WHERE text = ?", row)
        store.db.conn.executemany(
            "INSERT INTO suggestion VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (*row, one.start, one.stop, one.code, one.rule, one.score, exact, _details(one))
                for one, exact in found
            ],
        )
        store.db.execute("INSERT OR REPLACE INTO suggested VALUES (?, ?)", [*row, version])


def open_ones(
    store: Store,
    off: Iterable[str],
    document: DocumentId | None = None,
    code: str = "",
    least: float = 0.0,
) -> list[Proposal]:
    """What waits for an answer: of a document, with a code, of at least a score, or all.

    By document's name and in reading order. `off`: names of rules that count no more.
    """
    rows = store.db.execute(
        f"{_PROPOSAL}{_OPEN} AND (:document IS NULL OR document.id = :document)"
        " AND (:code = '' OR suggestion.code = :code) AND score >= :least"
        " ORDER BY document.name COLLATE NOCASE, document.name, suggestion.start, stop DESC, code",
        {"off": json.dumps(list(off)), "document": document, "code": code, "least": least},
    )
    return list(_proposals(rows))


def counts(
    store: Store, off: Iterable[str], least: float = 0.0
) -> dict[tuple[str, DocumentId], int]:
    """How many of at least a score wait for an answer, by code's key and document."""
    rows = store.db.execute(
        f"SELECT suggestion.code, document.id, count(*) {_OPEN} AND score >= :least GROUP BY 1, 2",
        {"off": json.dumps(list(off)), "least": least},
    )
    return {(str(code), DocumentId(document)): int(number) for code, document, number in rows}


def _details(one: Suggestion) -> str:
    known = {
        "cited": [asdict(each) for each in one.cited],
        "issuer": one.issuer,
        "addressee": one.addressee,
    }
    return json.dumps({key: value for key, value in known.items() if value}, ensure_ascii=False)


def _proposals(rows: Iterable[tuple[str, ...]]) -> Iterator[Proposal]:
    for document, name, page, exact, start, stop, code, rule, score, details in rows:
        known = json.loads(details)
        cited = tuple(Cited(**each) for each in known.get("cited", ()))
        suggestion = Suggestion(
            int(start),
            int(stop),
            code,
            rule,
            float(score),
            cited,
            known.get("issuer", ""),
            known.get("addressee", ""),
        )
        number = None if page is None else int(page)
        yield Proposal(DocumentId(document), name, number, exact, suggestion)
