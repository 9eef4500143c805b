"""How fast a search has its first hits with their context."""

import random
import re
import time
from collections.abc import Callable, Iterator
from statistics import median

from sqlite_utils import Database

from kzannotate.project.searching import search as ours
from kzannotate.project.session import Project
from tests.bench.corpus import LANGUAGES, Scale, vocabulary
from tests.bench.figures import Figure, Limit, percentile
from tests.bench.projects import annotated, bare, documents_with_texts

_HITS = 20
_LIMITS = (Limit("<=", plus=30.0), Limit("<=", times=3.0))
_BARE_QUERY = (
    "SELECT rowid, snippet(bare, 0, '[', ']', '…', 16) FROM bare WHERE bare MATCH ?"
    f" ORDER BY rank LIMIT {_HITS}"
)
_RUN = re.compile(r"[^\W\d_]{2,} [^\W\d_]{2,}")
Kind = Callable[[random.Random, list[str]], str]


def search(scale: Scale) -> Iterator[Figure]:
    """The slow end of each kind of query, against FTS5 alone with its own snippets."""
    with annotated(scale) as project, bare(project) as db:
        _fill(db, project)
        texts = [text for _, text in documents_with_texts(project)]
        for name, kind in KINDS.items():
            chance = random.Random(name)
            queries = [kind(chance, texts) for _ in range(scale.queries)]
            runs = [_run(project, db, queries) for _ in range(scale.runs)]
            yield Figure(
                f"search.{name}",
                median(run[0] for run in runs) * 1000,
                "ms",
                "FTS5 with snippet(), the same queries",
                median(run[1] for run in runs) * 1000,
                _LIMITS,
            )


def _word(chance: random.Random, _: list[str]) -> str:
    """A word as often as it stands in a text."""
    words, weights = vocabulary(chance.choice(LANGUAGES))
    return chance.choices(words, cum_weights=weights)[0].lower()


def _both(chance: random.Random, texts: list[str]) -> str:
    return f"{_word(chance, texts)} {_word(chance, texts)}"


def _phrase(chance: random.Random, texts: list[str]) -> str:
    """Two words that follow each other somewhere."""
    text = chance.choice(texts)
    found = _RUN.search(text, chance.randrange(len(text) - 1000))
    assert found is not None
    return f'"{found[0].lower()}"'


def _prefix(chance: random.Random, texts: list[str]) -> str:
    """The beginning of a word long enough to be abbreviated."""
    word = _word(chance, texts)
    while len(word) < 5:
        word = _word(chance, texts)
    return f"{word[:4]}*"


KINDS: dict[str, Kind] = {"word": _word, "and": _both, "phrase": _phrase, "prefix": _prefix}
"""Queries in a notation that both sides read alike."""


def _fill(db: Database, project: Project) -> None:
    db.execute(
        "CREATE VIRTUAL TABLE bare USING fts5 (content, tokenize = 'unicode61 remove_diacritics 2')"
    )
    rows = project.store.db.execute("SELECT id, content FROM passage").fetchall()
    db.execute("BEGIN IMMEDIATE")
    db.conn.executemany("INSERT INTO bare (rowid, content) VALUES (?, ?)", rows)
    db.execute("COMMIT")


def _run(project: Project, db: Database, queries: list[str]) -> tuple[float, float]:
    """The 95th percentile in seconds of both sides, asked in turns."""
    pairs = [(_asked(project, query), _asked_bare(db, query)) for query in queries]
    return percentile([pair[0] for pair in pairs], 0.95), percentile(
        [pair[1] for pair in pairs], 0.95
    )


def _asked(project: Project, query: str) -> float:
    begin = time.perf_counter()
    ours(project, query, _HITS)
    return time.perf_counter() - begin


def _asked_bare(db: Database, query: str) -> float:
    begin = time.perf_counter()
    db.execute(_BARE_QUERY, [query]).fetchall()
    return time.perf_counter() - begin
