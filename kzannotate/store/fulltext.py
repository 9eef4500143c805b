"""Runs a search plan on the full-text index."""

from collections.abc import Iterable

from sqlcipher3 import dbapi2
from sqlite_utils import Database

from kzannotate.model.errors import KzError
from kzannotate.model.query import (
    All,
    AnyOf,
    FoundPassage,
    Fuzzy,
    Phrase,
    Plan,
    Prefix,
    Wildcard,
    Without,
    Word,
)
from kzannotate.store.store import Store

_LAST = "\U0010ffff"
_NOTHING = '""'
"""A phrase of no word, which no passage has."""
_MATCHING = """passage_words MATCH ? AND rowid NOT IN (
    SELECT passage.id FROM text JOIN passage ON passage.text = text.id WHERE state = 'unfinished'
)"""
"""What an import that isn't done, or was killed, has written so far doesn't count."""
_FOUND = f"""
SELECT document.id, document.name, passage.page, passage.start, passage.content, found.score
FROM (
    SELECT rowid, -rank AS score FROM passage_words WHERE {_MATCHING}
    ORDER BY rank LIMIT ?
) AS found
JOIN passage ON passage.id = found.rowid
JOIN text ON text.id = passage.text
JOIN document ON document.source_sha256 = text.source_sha256
    AND document.text_sha256 = text.sha256 AND document.extractor = text.extractor
ORDER BY found.score DESC, document.name, passage.start
"""


def find(store: Store, plan: Plan, limit: int) -> list[FoundPassage]:
    """The most relevant passages that the plan matches, at most `limit`.

    Raises KzError for a plan that is too large to run.
    """
    try:
        rows = store.db.execute(_FOUND, [expression(plan), limit]).fetchall()
    except dbapi2.OperationalError as error:
        if not str(error).startswith("fts5: ") and "too" not in str(error):
            raise
        raise KzError("the search is too long; leave some words out") from error
    return [FoundPassage(*row) for row in rows]


def count(store: Store, plan: Plan) -> int:
    """How many passages the plan matches."""
    (number,) = store.db.execute(
        f"SELECT count(*) FROM passage_words WHERE {_MATCHING}", [expression(plan)]
    ).fetchone()
    return int(number)


def beginning_with(store: Store, start: str) -> list[str]:
    """The forms of the index that begin with these letters."""
    rows = _vocabulary(store).execute(
        "SELECT term FROM vocabulary WHERE term >= ? AND term < ?", [start, f"{start}{_LAST}"]
    )
    return [str(term) for (term,) in rows]


def of_length(store: Store, least: int, greatest: int) -> list[str]:
    """The forms of so many letters, the most frequent first."""
    rows = _vocabulary(store).execute(
        "SELECT term FROM vocabulary WHERE length(term) BETWEEN ? AND ? ORDER BY doc DESC, term",
        [least, greatest],
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
        [start, f"{start}{_LAST}", pattern, most],
    )
    return [str(term) for (term,) in rows]


def _vocabulary(store: Store) -> Database:
    """The connection, with the table `vocabulary` of the index's forms."""
    store.db.execute(
        "CREATE VIRTUAL TABLE IF NOT EXISTS temp.vocabulary"
        " USING fts5vocab (main, passage_words, row)"
    )
    return store.db


def expression(plan: Plan) -> str:
    """The plan in the language of FTS5's MATCH."""
    match plan:
        case Word(forms):
            return _any(map(_quoted, forms)) if forms else _NOTHING
        case Prefix(start):
            return f"{_quoted(start)} *"
        case Wildcard() | Fuzzy():
            raise ValueError(f"{plan} wasn't spelled out")
        case Phrase(forms):
            return _quoted(" ".join(forms))
        case All(parts):
            return f"({' AND '.join(expression(part) for part in parts)})"
        case AnyOf(parts):
            return _any(expression(part) for part in parts)
        case Without(wanted, unwanted):
            return f"({expression(wanted)} NOT {expression(unwanted)})"


def _any(alternatives: Iterable[str]) -> str:
    return f"({' OR '.join(alternatives)})"


def _quoted(form: str) -> str:
    return '"' + form.replace('"', '""') + '"'
