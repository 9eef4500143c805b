"""The forms that the full-text index holds."""

import json
from collections.abc import Sequence

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
