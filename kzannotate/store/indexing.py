"""Writes the full-text index: the folded words of passages, by the passage's number."""

from collections.abc import Callable, Sequence

from sqlite_utils import Database

from kzannotate.store.store import Store

Fold = Callable[[str], str]
"""Makes a passage's folded words of its text, joined by spaces: what the index holds."""
SLICE = 256 * 1024
"""Code points written in one transaction, so that tagging goes on beside a large import."""
_READ_AT_ONCE = 500


def index(db: Database, contents: Sequence[tuple[int, str]], fold: Fold) -> None:
    """Add passages: their numbers and texts."""
    db.conn.executemany(
        "INSERT INTO passage_words (rowid, forms) VALUES (?, ?)",
        [(number, fold(content)) for number, content in contents],
    )


def unindex(db: Database, text_id: int) -> None:
    """Take a text's passages out."""
    db.execute(
        "DELETE FROM passage_words WHERE rowid IN (SELECT id FROM passage WHERE text = ?)",
        [text_id],
    )


def last(store: Store) -> int:
    """The highest number of a passage; 0 without any."""
    (number,) = store.db.execute("SELECT coalesce(max(id), 0) FROM passage").fetchone()
    return int(number)


def renew(store: Store, after: int, fold: Fold) -> int:
    """Index about `SLICE` code points of the passages behind one anew; gives the last of them.

    Gives `after` itself when there is none behind it. Belongs inside a transaction.
    """
    contents: list[tuple[int, str]] = []
    size = 0
    while size < SLICE:
        more = store.db.execute(
            "SELECT passage.id, content FROM passage JOIN text ON text.id = passage.text"
            " WHERE passage.id > ? AND state = 'indexed' ORDER BY passage.id LIMIT ?",
            [contents[-1][0] if contents else after, _READ_AT_ONCE],
        ).fetchall()
        contents += more
        size += sum(len(content) for _, content in more)
        if len(more) < _READ_AT_ONCE:
            break
    store.db.conn.executemany(
        "DELETE FROM passage_words WHERE rowid = ?", [(number,) for number, _ in contents]
    )
    index(store.db, contents, fold)
    return contents[-1][0] if contents else after
