"""Runs a search plan on the full-text index."""

import json
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from sqlcipher3 import dbapi2

from kzannotate.model.errors import KzError
from kzannotate.model.ids import DocumentId
from kzannotate.model.query import (
    Annotated,
    AnyOf,
    Anything,
    FoundPassage,
    Inside,
    Outside,
    Plan,
    Prefix,
    Unit,
    Word,
    everywhere,
)
from kzannotate.store import documents, places, unfinished
from kzannotate.store.expression import expression, is_whole
from kzannotate.store.indexing import following
from kzannotate.store.store import Store

_WITH_DOCUMENTS = """JOIN text ON text.id = passage.text
JOIN document ON document.source_sha256 = text.source_sha256
    AND document.text_sha256 = text.sha256 AND document.extractor = text.extractor"""
_IN_ORDER = """document CROSS JOIN text ON document.source_sha256 = text.source_sha256
    AND document.text_sha256 = text.sha256 AND document.extractor = text.extractor
CROSS JOIN passage ON passage.text = text.id"""
"""Passages as `ORDER BY document.name, passage.start` has them, the first ones at once."""
_IN_DOCUMENTS = """SELECT passage.id FROM document
    JOIN text ON document.source_sha256 = text.source_sha256
        AND document.text_sha256 = text.sha256 AND document.extractor = text.extractor
    JOIN passage ON passage.text = text.id
    WHERE document.id IN (SELECT value FROM json_each(?))"""
_COLUMNS = """document.id, document.name, passage.page, passage.start, passage.content,
    found.score, passage.language, passage.text"""
_FINISHED = """AND rowid NOT IN (
    SELECT passage.id FROM text JOIN passage ON passage.text = text.id WHERE state = 'unfinished'
)"""
"""What an import that isn't done, or was killed, has written so far doesn't count."""
_UNITS: dict[Unit, str] = {
    "passage": "CAST(passage.id AS TEXT)",
    "page": "document.id || ' ' || coalesce(passage.page, '')",
    "document": "document.id",
}
_SCORE = ", -bm25(passage_words) AS score"
_RANKED = 5_000
"""Passages that are compared for relevance; of more, so many all over the corpus."""
_FEW = 500
"""Passages that are all fetched with their scores, which counts them."""
_AT_ONCE = 50
"""Passages read together."""
_ALL = -1


class Search:
    """A plan, ready to be run on the index."""

    def __init__(
        self,
        store: Store,
        plan: Plan,
        unit: Unit = "passage",
        units: Collection[str] | None = None,
        at_most: int | None = None,
    ) -> None:
        """`units`: only passages of these, named as `units` does for that `unit`.

        `at_most`: what is known of how many passages there can be.
        """
        self._store = store
        self._at_most = at_most
        self._is_choice = units is None and _is_choice(plan)
        self._conditions: list[str] = []
        self._values: list[object] = []
        self._asked = frozenset(_annotated(plan))
        self._is_in_documents = units is not None and unit == "document"
        if units is not None:
            if not self._is_in_documents:
                self._conditions.append(f"{_UNITS[unit]} IN (SELECT value FROM json_each(?))")
            self._values.append(json.dumps(list(units)))
        while isinstance(plan, Inside):
            condition, values = places.condition(plan.where)
            self._conditions.append(condition)
            self._values += values
            plan = plan.wanted
        self._match = expression(plan)
        self.is_whole = not self._asked and (is_whole(plan) or plan == Anything())
        """Whether the index alone tells what matches; else it gives passages to look into."""
        self._count: int | None = None

    def first(self, limit: int) -> list[FoundPassage]:
        """The most relevant passages, at most `limit`. Raises KzError as all of these do.

        Where there are very many, the most relevant ones of every second, third, ... passage.
        """
        among = max(1, self._expected() // max(_RANKED, 4 * limit))
        found = self._best(limit, among)
        if among > 1 and len(found) < limit:
            found = self._best(limit)
        return sorted(found, key=lambda one: (-one.score, one.name, one.start))

    def each(self) -> Iterator[FoundPassage]:
        """All passages, the most relevant first; without words by document and place."""
        return self._passages()

    def count(self) -> int:
        """How many passages there are."""
        if self._count is None:
            self._count = self._counted()
        return self._count

    @property
    def known_count(self) -> int | None:
        """As `count`, where it was counted or `first` has come to know it."""
        return self._count

    def _counted(self) -> int:
        rows, values = self._rows(scored=False)
        with _told():
            (number,) = self._store.db.execute(f"SELECT count(*) FROM ({rows})", values).fetchone()
        return int(number)

    def tally(self) -> list[tuple[DocumentId, str, str, int]]:
        """By document (id and name) and language, how many passages there are."""
        rows, values = self._rows(scored=False)
        with _told():
            found = self._store.db.execute(
                "SELECT document.id, document.name, language, passages"
                " FROM (SELECT text, language, count(*) AS passages"
                f" FROM ({rows}) AS found CROSS JOIN passage ON passage.id = found.id"
                " GROUP BY text, language) AS passage"
                f" {_WITH_DOCUMENTS}",
                values,
            ).fetchall()
        return [(DocumentId(one), name, spoken, int(number)) for one, name, spoken, number in found]

    def units(self, unit: Unit) -> set[str]:
        """The units that the passages are of."""
        rows, values = self._rows(scored=False)
        with _told():
            found = self._store.db.execute(
                f"SELECT DISTINCT {_UNITS[unit]} FROM (SELECT DISTINCT text, page FROM ({rows}) AS"
                " found CROSS JOIN passage ON passage.id = found.id) AS passage"
                f" {_WITH_DOCUMENTS}",
                values,
            ).fetchall()
        return {str(one) for (one,) in found}

    # Inside

    def _expected(self) -> int:
        """How many passages there are; of words any of which will do it may be fewer."""
        if self._match is None:
            return 0  # there is no order of relevance
        if self._at_most is not None and (self._is_choice or self._at_most <= _RANKED):
            return self._at_most
        return self.count()

    def _best(self, limit: int, among: int = 1) -> list[FoundPassage]:
        """The most relevant passages of every so many; all are counted where they are few."""
        rows, values = self._rows(scored=True, among=among)
        few = among == 1 and self._at_most is not None and self._at_most <= _FEW
        with _told():
            found = self._store.db.execute(
                f"{rows} LIMIT ?", [*values, _ALL if few else limit]
            ).fetchall()
        if among == 1 and (few or len(found) < limit):
            self._count = len(found)
        scores = dict(found[:limit])
        read = self._store.db.execute(
            "SELECT page, start, content, passage.id, language, text FROM json_each(?) AS found"
            " CROSS JOIN passage ON passage.id = found.value",
            [json.dumps(list(scores))],
        ).fetchall()
        names = documents.of_texts(self._store, {row[-1] for row in read})
        return [
            self._passage((*names[row[-1]], *row[:3], scores[row[3]], *row[4:]))
            for row in read
            if row[-1] in names
        ]

    def _passages(self) -> Iterator[FoundPassage]:
        rows, values = self._rows(scored=True)
        with _told():
            found = self._store.db.execute(
                f"SELECT {_COLUMNS} FROM ({rows} LIMIT {_ALL}) AS found"
                f" CROSS JOIN passage ON passage.id = found.id {_WITH_DOCUMENTS}",
                values,
            )
            while some := found.fetchmany(_AT_ONCE):
                yield from map(self._passage, some)

    def _rows(self, *, scored: bool, among: int = 1) -> tuple[str, list[object]]:
        """SQL for the numbers of the passages, with their scores and in their order if wanted.

        `among`: of every so many passages only one.
        """
        if self._match is None:
            own = self._in_documents("passage.id")
            where = " AND ".join(["text.state = 'indexed'", *own, *self._conditions])
            source = _IN_ORDER if scored else f"passage {_WITH_DOCUMENTS}"
            return f"SELECT passage.id AS id, 0.0 AS score FROM {source} WHERE {where}" + (
                " ORDER BY document.name, passage.start" if scored else ""
            ), self._values
        # With FTS5's own ORDER BY rank it would sort them all; SQLite keeps the first ones.
        score, order = (_SCORE, "ORDER BY score DESC") if scored else ("", "")
        some = [f"rowid % {among} = 0"] if among > 1 else []
        where = " AND ".join(["passage_words MATCH ?", *some, *self._on_rows()])
        finished = _FINISHED if self._store.kept(unfinished.exists) else ""
        return (
            f"SELECT rowid AS id{score} FROM passage_words WHERE {where} {finished} {order}",
            [self._match, *self._values],
        )

    def _on_rows(self) -> list[str]:
        """The conditions on a row of the index."""
        own = self._in_documents("passage_words.rowid")
        if not self._conditions:
            return own
        return [
            *own,
            f"EXISTS (SELECT 1 FROM passage {_WITH_DOCUMENTS}"
            f" WHERE passage.id = passage_words.rowid AND {' AND '.join(self._conditions)})",
        ]

    def _in_documents(self, row: str) -> list[str]:
        """Documents are few: their passages are listed once, and not looked up for each row."""
        inside = f"+{row} IN ({_IN_DOCUMENTS})"  # + so that the index is asked once, and not by row
        return [inside] if self._is_in_documents else []

    def _passage(self, row: tuple[Any, ...]) -> FoundPassage:
        *columns, text_id = row
        found = FoundPassage(*columns)
        db = self._store.db
        after = following(db, text_id, found.start, found.page, found.text)
        if after or self._asked:
            found = replace(found, after=after)
            touched = {one: places.stretches(db, one, found) for one in self._asked}
            found = replace(found, annotated=touched)
        return found


def unit_of(passage: FoundPassage, unit: Unit) -> str:
    """The page or document of a passage, as `Search.units` names it."""
    return passage.document if unit == "document" else f"{passage.document} {passage.page or ''}"


@contextmanager
def _told() -> Iterator[None]:
    """Raises KzError for a plan that is too large to run."""
    try:
        yield
    except dbapi2.OperationalError as error:
        if not str(error).startswith("fts5: ") and "too" not in str(error):
            raise
        raise KzError("the search is too long; leave some words out") from error


def _is_choice(plan: Plan) -> bool:
    """Whether it asks for any of some words, so that nothing but their overlap is unknown."""
    some = plan.parts if isinstance(plan, AnyOf) else (plan,)
    return all(isinstance(one, Word | Prefix) for one in some)


def _annotated(plan: Plan) -> Iterator[Annotated]:
    for part in everywhere(plan):
        if isinstance(part, Inside | Outside):
            yield from (one for one in part.where if isinstance(one, Annotated))
