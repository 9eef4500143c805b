"""The forms that the full-text index holds."""

import json
from collections.abc import Iterator, Sequence

from sqlite_utils import Database

from kzannotate.model.query import JOINT
from kzannotate.store.store import Store


def beginning_with(store: Store, start: str) -> list[str]:
    """The forms of the index that begin with these letters."""
    rows = _vocabulary(store).execute(
        "SELECT term FROM vocabulary WHERE term >= ? AND term < ?", [start, f"{start}{JOINT}"]
    )
    return [str(term) for (term,) in rows]


def of_length(store: Store, least: int, greatest: int) -> list[str]:
    """The forms of so many letters, the most frequent first."""
    rows = _vocabulary(store).execute(
        "SELECT term FROM vocabulary WHERE term < ? AND length(term) BETWEEN ? AND ?"
        " ORDER BY doc DESC, term",
        [JOINT, least, greatest],
    )
    return [str(term) for (term,) in rows]


def matching(store: Store, pattern: str, most: int) -> list[str]:
    """The forms that a pattern of letters, `?` and `*` matches, the most frequent first.

    Source of the pattern's meaning: SQLite's GLOB, of which forms can't hold the brackets.
    """
    start = pattern.split("*")[0].split("?")[0]
    rows = _vocabulary(store).execute(
        "SELECT term FROM vocabulary WHERE term >= ? AND term < ? AND term GLOB ?"
        " ORDER BY doc DESC, term LIMIT ?",
        [start, f"{start}{JOINT}", pattern, most],
    )
    return [str(term) for (term,) in rows]


def frequent(store: Store, most: int) -> list[tuple[str, int]]:
    """The most frequent forms, each with the number of its passages."""
    rows = _vocabulary(store).execute(
        "SELECT term, doc FROM vocabulary WHERE term < ? ORDER BY doc DESC, term LIMIT ?",
        [JOINT, most],
    )
    return [(str(term), int(passages)) for term, passages in rows]


def all_counted(store: Store) -> Iterator[tuple[str, int, int]]:
    """Every form, marked ones too: in how many passages it stands, and how often in all."""
    rows = _vocabulary(store).execute("SELECT term, doc, cnt FROM vocabulary")
    return ((str(term), int(passages), int(places)) for term, passages, places in rows)


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


def passages(store: Store, forms: Sequence[str]) -> int:
    """In how many passages these forms stand; one that has two of them counts twice."""
    (number,) = (
        _vocabulary(store)
        .execute(
            "SELECT coalesce(sum(doc), 0) FROM vocabulary"
            " WHERE term IN (SELECT value FROM json_each(?))",
            [json.dumps(forms)],
        )
        .fetchone()
    )
    return int(number)


def _vocabulary(store: Store) -> Database:
    """The connection, with the table `vocabulary` of the index's forms."""
    store.db.execute(
        "CREATE VIRTUAL TABLE IF NOT EXISTS temp.vocabulary"
        " USING fts5vocab (main, passage_words, row)"
    )
    return store.db
