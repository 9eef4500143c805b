"""Annotations as a table lists them: found and ordered by SQLite, whole rows read on demand."""

import json
from collections.abc import Sequence

from kzannotate.model.ids import AnnotationId, CodeId
from kzannotate.model.listing import Column, Listing
from kzannotate.model.text import fold
from kzannotate.store import annotations
from kzannotate.store.store import Store

_COMPARED = 80
"""Code points of a quotation or memo that are compared when sorting."""
_PLACE = f"document.name COLLATE NOCASE, document.name, {annotations.READING_ORDER}"
_ORDERS: dict[Column, str] = {
    "document": "document.name COLLATE NOCASE",
    "code": "codes.key",
    "quotation": f"folded(substr(exact, 1, {_COMPARED}))",
    "page": "annotation.page",
    "coder": "folded(annotation.coder)",
    "memo": f"nullif(folded(substr(memo, 1, {_COMPARED})), '')",
    "created": "annotation.created",
    "modified": "annotation.modified",
}
_LAST_OF_ALL = "\U0010ffff"


def ids(store: Store, listing: Listing, codebook: Sequence[CodeId]) -> list[AnnotationId]:
    """The annotations that a listing lets through, in its order; codes as in `codebook`.

    What has no page or no memo comes last when sorted by it, in both directions.
    """
    conditions, values = _conditions(listing)
    direction = "DESC" if listing.descending else "ASC"
    # One row holds all ids: SQLite works without Python's lock, and the window stays quick.
    (found,) = store.db.execute(
        "SELECT group_concat(id, ' ') FROM (SELECT annotation.id FROM annotation"
        " JOIN document ON document.id = annotation.document"
        " JOIN json_each(?) AS codes ON codes.value = annotation.code"
        f" WHERE {' AND '.join(['TRUE', *conditions])}"
        f" ORDER BY {_ORDERS[listing.order]} {direction} NULLS LAST, {_PLACE})",
        [json.dumps(codebook), *values],
    ).fetchone()
    return [AnnotationId(one) for one in (found or "").split()]


def _conditions(listing: Listing) -> tuple[list[str], list[str]]:
    """The filters that aren't empty, the quick ones first."""
    filters = (
        ("annotation.code = ?", listing.code),
        ("annotation.document = ?", listing.document),
        ("annotation.coder = ?", listing.coder),
        ("annotation.created >= ?", listing.since),
        ("annotation.created <= ?", listing.until and listing.until + _LAST_OF_ALL),
        ("holds(document.name, ?)", fold(listing.name).strip()),
        ("holds(exact || char(10) || memo, ?)", fold(listing.text).strip()),
    )
    kept = [(condition, value) for condition, value in filters if value]
    return [condition for condition, _ in kept], [value for _, value in kept]
