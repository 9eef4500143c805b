"""What a search is measured against: FTS5 alone, a plain Whoosh index, and a scan with `re`."""

import re
from collections.abc import Sequence
from pathlib import Path

from sqlite_utils import Database
from whoosh import index
from whoosh.fields import ID, TEXT, Schema
from whoosh.qparser import FuzzyTermPlugin, QueryParser

HITS = 20
_QUERY = (
    "SELECT rowid, snippet(bare, 0, '[', ']', '…', 16) FROM bare WHERE bare MATCH ?"
    f" ORDER BY rank LIMIT {HITS}"
)
_AROUND = 60
_LETTER = r"\w"
_WORD = r"\w*"


class Bare:
    """FTS5 with the texts in it, its own folding, order and snippets."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def fill(self, contents: Sequence[str]) -> None:
        self._db.execute(
            "CREATE VIRTUAL TABLE bare"
            " USING fts5 (content, tokenize = 'unicode61 remove_diacritics 2')"
        )
        self._db.execute("BEGIN IMMEDIATE")
        self._db.conn.executemany(
            "INSERT INTO bare (rowid, content) VALUES (?, ?)", enumerate(contents, 1)
        )
        self._db.execute("COMMIT")

    def ask(self, query: str) -> list[object]:
        rows: list[object] = self._db.execute(_QUERY, [query]).fetchall()
        return rows

    def count(self, query: str) -> int:
        (number,) = self._db.execute(
            "SELECT count(*) FROM bare WHERE bare MATCH ?", [query]
        ).fetchone()
        return int(number)


class Whoosh:
    """As its documentation begins: a stored text, the standard analyser and highlighter."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir()
        schema = Schema(number=ID(stored=True), content=TEXT(stored=True, phrase=True))
        self._index = index.create_in(folder, schema)
        self._parser = QueryParser("content", schema)
        self._parser.add_plugin(FuzzyTermPlugin())

    def fill(self, contents: Sequence[str]) -> None:
        writer = self._index.writer()
        for number, content in enumerate(contents):
            writer.add_document(number=str(number), content=content)
        writer.commit()

    def ask(self, query: str) -> list[str]:
        with self._index.searcher() as searcher:
            found = searcher.search(self._parser.parse(query), limit=HITS)
            return [hit.highlights("content") for hit in found]


class Scan:
    """Goes through the texts, which are in memory, until it has the first hits."""

    def __init__(self, contents: Sequence[str]) -> None:
        self._contents = contents

    def ask(self, query: str) -> list[str]:
        """All hits are looked for, as there is no order without."""
        found: list[str] = []
        patterns = _patterns(query)
        for content in self._contents:
            matches = [pattern.search(content) for pattern in patterns]
            if all(matches) and len(found) < HITS and matches[0]:
                start, stop = matches[0].span()
                found.append(content[max(0, start - _AROUND) : stop + _AROUND])
        return found


def _patterns(query: str) -> list[re.Pattern[str]]:
    words = [query.strip('"')] if query.startswith('"') else query.rstrip("~").split()
    return [
        re.compile(rf"\b{word.replace('*', _WORD).replace('?', _LETTER)}\b", re.IGNORECASE)
        for word in words
    ]
