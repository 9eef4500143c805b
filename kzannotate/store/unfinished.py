"""Texts of which only the first slices are written: an import is at it, or was killed."""

from sqlite_utils import Database

from kzannotate.store.indexing import unindex
from kzannotate.store.store import Store


def exists(store: Store) -> bool:
    """Whether there is one; its passages are in the index already."""
    row = store.db.execute("SELECT 1 FROM text WHERE state = 'unfinished' LIMIT 1").fetchone()
    return row is not None


def drop_all(store: Store) -> None:
    """Clear away what an import that was killed left behind. Not while one is running."""
    with store.transaction():
        unfinished = store.db.execute("SELECT id FROM text WHERE state = 'unfinished'").fetchall()
        for (text_id,) in unfinished:
            drop(store.db, text_id)
        if unfinished:  # goes through all sources; each is written in one transaction with a text
            store.db.execute(
                "DELETE FROM source WHERE sha256 NOT IN (SELECT source_sha256 FROM text)"
            )


def drop(db: Database, text_id: int) -> None:
    """Clear away an unfinished text (which has no pages yet: they come last)."""
    unindex(db, text_id)
    db.execute("DELETE FROM passage WHERE text = ?", [text_id])
    db.execute("DELETE FROM text WHERE id = ?", [text_id])
