"""Rows of the table `code`."""

from collections.abc import Iterator

from kzannotate.model.codebook import Code
from kzannotate.model.ids import CodeId
from kzannotate.store.history import Row
from kzannotate.store.store import Store


def row(code: Code) -> Row:
    """The code as the history writes it."""
    return {
        "id": code.id,
        "key": code.key,
        "name": code.name,
        "colour": code.colour,
        "shortcut": code.shortcut,
        "parent": code.parent,
        "definition": code.definition,
        "position": code.position,
    }


def all_codes(store: Store) -> list[Code]:
    """The codebook, siblings in their order."""
    return list(_rows(store, "ORDER BY position, key"))


def find(store: Store, key_or_id: str) -> Code | None:
    """The code of that id or key."""
    return next(_rows(store, "WHERE id = ?1 OR key = ?1", key_or_id), None)


def _rows(store: Store, rest: str, *values: str) -> Iterator[Code]:
    for found in store.db.query(f"SELECT * FROM code {rest}", values):
        parent = found["parent"]
        yield Code(**{**found, "id": CodeId(found["id"]), "parent": parent and CodeId(parent)})
