"""The forms that the full-text index holds."""

from sqlite_utils import Database

from kzannotate.store.store import Store


def counted(store: Store) -> list[tuple[str, int, int]]:
    """Every form, marked ones too: in how many passages it stands, and how often in all.

    Takes a second for 200 MB of text: SQLite goes through all places of each.
    """
    rows: list[tuple[str, int, int]] = (
        _vocabulary(store).execute("SELECT term, doc, cnt FROM vocabulary").fetchall()
    )
    return rows


def sizes(store: Store, text_id: int) -> dict[int, int]:
    """How many words the index has of each passage of a text, by the passage's number.

    Source: the table that FTS5 keeps for BM25; its documentation gives the format, a varint.
    """
    rows = store.db.execute(
        "SELECT passage.id, sz FROM passage JOIN passage_words_docsize AS size"
        " ON size.id = passage.id WHERE passage.text = ?",
        [text_id],
    )
    return {int(number): _varint(size) for number, size in rows}


def _varint(coded: bytes) -> int:
    """Seven bits a byte, the most significant first; enough for 500 million."""
    number = 0
    for byte in coded:
        number = number << 7 | byte & 0x7F
    return number


def _vocabulary(store: Store) -> Database:
    """The connection, with the table `vocabulary` of the index's forms."""
    store.db.execute(
        "CREATE VIRTUAL TABLE IF NOT EXISTS temp.vocabulary"
        " USING fts5vocab (main, passage_words, row)"
    )
    return store.db
