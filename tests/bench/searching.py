"""How fast a search has its first hits with their context, and what its index costs."""

import contextlib
import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from statistics import median

from sqlite_utils import Database

from kzannotate.model.errors import KzError
from kzannotate.model.query import Unit
from kzannotate.project import importing
from kzannotate.project.searching import search as ours
from kzannotate.project.session import Project
from kzannotate.search.analysis import forms
from kzannotate.store import indexing
from tests.bench.corpus import Scale, paragraphs, until
from tests.bench.figures import Figure, Limit, percentile, seconds
from tests.bench.other_searches import HITS, Bare, Scan, Whoosh
from tests.bench.projects import annotated, bare
from tests.bench.queries import KINDS, WITHOUT_FTS5
from tests.search.hostile import QUERIES

_ADDED = 20_000
"""Bytes of the document that is added."""
_EVERY = 5
"""In 250 MB FTS5 alone is asked every so many queries: it takes up to a second for each."""
Asked = Callable[[str], object]


def search(scale: Scale) -> Iterator[Figure]:
    """In 1,000 documents: against FTS5 alone, a plain Whoosh index, and `re`."""
    with annotated(scale) as project, bare(project) as db:
        contents = _contents(project)
        others = _filled(db, contents)
        yield from _kinds("search", scale, project, others, 30)
        yield _same_words("search.rare.forms", scale, project, others)
        yield _counted("search.counted", scale, project, others)
        yield from _index(scale, project, db, contents)
        yield _size("search.size", project, contents)
        yield from _hostile("search.hostile", scale, project)


def large(scale: Scale) -> Iterator[Figure]:
    """In 10,000 documents: against FTS5 alone. Takes a quarter of an hour the first time."""
    scale = replace(scale, documents=scale.large, annotations=0)
    with annotated(scale) as project, bare(project) as db:
        contents = _contents(project)
        others = _filled(db, contents)
        yield from _kinds("large", scale, project, others, 100, _EVERY)
        yield _counted("large.counted", scale, project, others, _EVERY)
        yield _size("large.size", project, contents)
        del contents
        yield _added(scale, project, db)
        yield from _hostile("large.hostile", scale, project)


def _kinds(
    name: str, scale: Scale, project: Project, others: Bare, most: float, every: int = 1
) -> Iterator[Figure]:
    """The slow end of each kind of query; where FTS5 has no such kind, against a word.

    `every`: the others are asked one of so many queries.
    """
    ours(project, "x~", HITS)  # the words are in memory from here on
    contents = _contents(project)
    for kind, make in KINDS.items():
        chance = random.Random(kind)
        queries = [make(chance, contents) for _ in range(scale.queries)]
        plain = ["de"] * len(queries) if kind in WITHOUT_FTS5 else queries
        limits = [Limit("<=", plus=most)]
        if kind not in WITHOUT_FTS5:
            limits.append(Limit("<=", times=3.0))
        yield _beside(
            f"{name}.{kind}",
            _of(project, queries),
            ("FTS5 with snippet()", others.ask, plain),
            tuple(limits),
            every,
        )


def _same_words(name: str, scale: Scale, project: Project, others: Bare) -> Figure:
    """Rare words, where FTS5 is asked for all forms that ours finds, so that both have as many."""
    chance, make = random.Random("rare"), KINDS["rare"]
    queries = [make(chance, ()) for _ in range(scale.queries)]
    forms = [
        " OR ".join(f'"{form}"' for word in ours(project, query, 1).words for form in word.forms)
        for query in queries
    ]
    told = ("FTS5 with snippet(), asked for all forms of the word", others.ask, forms)
    return _beside(name, _of(project, queries), told, (Limit("<=", times=3.0),))


def _counted(name: str, scale: Scale, project: Project, others: Bare, every: int = 1) -> Figure:
    """Words again, with the number of all passages that have them."""
    chance, make = random.Random(name), KINDS["word"]
    queries = [make(chance, ()) for _ in range(scale.queries)]

    def theirs(query: str) -> object:
        return others.ask(query), others.count(query)

    own = (lambda query: ours(project, query, HITS), queries)
    return _beside(name, own, ("FTS5 with snippet(), and count(*)", theirs, queries), (), every)


def _index(
    scale: Scale, project: Project, db: Database, contents: Sequence[str]
) -> Iterator[Figure]:
    """To fold, index and store the passages, against FTS5 without either, and a Whoosh index."""
    megabytes = sum(len(content.encode()) for content in contents) / 1e6
    whoosh = Whoosh(project.path.parent / "whoosh")
    mine = megabytes / median(_processor(lambda: _stored(db, contents)) for _ in range(scale.runs))
    bare_one = megabytes / median(
        _processor(lambda: _unfolded(db, contents)) for _ in range(scale.runs)
    )
    theirs = megabytes / _processor(lambda: whoosh.fill(contents))
    told = (
        "contentless FTS5 insert of the same passages",
        "a plain Whoosh index of the same passages",
    )
    yield Figure("search.index", mine, "MB/s", told[0], bare_one, (Limit(">=", times=0.2),))
    yield Figure("search.index.whoosh", mine, "MB/s", told[1], theirs, (Limit(">=", times=10.0),))
    yield from _others(scale, project, whoosh, Scan(contents))


def _others(scale: Scale, project: Project, whoosh: Whoosh, scan: Scan) -> Iterator[Figure]:
    """The same kinds of queries, fewer of them, as these take long."""
    contents = _contents(project)
    few = max(2, scale.queries // 20)
    for kind, make in KINDS.items():
        chance = random.Random(kind)
        queries = [make(chance, contents) for _ in range(few)]
        for told, ask in (("whoosh", whoosh.ask), ("re", scan.ask)):
            yield _beside(f"search.{kind}.{told}", _of(project, queries), (told, ask, queries), ())


def _stored(db: Database, contents: Sequence[str]) -> None:
    db.execute("BEGIN IMMEDIATE")
    db.execute("CREATE TABLE stored (id INTEGER PRIMARY KEY, content TEXT)")
    db.conn.executemany("INSERT INTO stored VALUES (?, ?)", enumerate(contents))
    indexing.index(db, [(number, one, "") for number, one in enumerate(contents)], forms)
    db.execute("COMMIT")
    db.execute("DROP TABLE stored")
    db.execute("DELETE FROM passage_words")


def _unfolded(db: Database, contents: Sequence[str]) -> None:
    db.execute("BEGIN IMMEDIATE")
    db.conn.executemany(
        "INSERT INTO passage_words (rowid, forms) VALUES (?, ?)", enumerate(contents)
    )
    db.execute("COMMIT")
    db.execute("DELETE FROM passage_words")


def _of(project: Project, queries: Sequence[str]) -> tuple[Asked, Sequence[str]]:
    """The first hits, as the window asks for them before it counts."""
    return lambda query: ours(project, query, HITS, counted=False), queries


def _beside(
    name: str,
    own: tuple[Asked, Sequence[str]],
    other: tuple[str, Asked, Sequence[str]],
    limits: tuple[Limit, ...],
    every: int = 1,
) -> Figure:
    """The 95th percentile of both sides in milliseconds of the processor, asked in turns."""
    told, ask, theirs = other
    mine, baseline = [], []
    for number, (query, their) in enumerate(zip(own[1], theirs, strict=True)):
        mine.append(_timed(own[0], query))
        if number % every == 0:
            baseline.append(_timed(ask, their))
    slow, slow_baseline = percentile(mine, 0.95) * 1000, percentile(baseline, 0.95) * 1000
    return Figure(name, slow, "ms", told, slow_baseline, limits)


def _timed(ask: Asked, query: str) -> float:
    return _processor(lambda: ask(query))


def _processor(work: Callable[[], object]) -> float:
    """Seconds of the processor: all is in memory, and others may use the machine."""
    begin = time.process_time()
    work()
    return time.process_time() - begin


def _size(name: str, project: Project, contents: Sequence[str]) -> Figure:
    """The tables of the index, against the text in UTF-8."""
    (size,) = project.store.db.execute(
        "SELECT (SELECT sum(length(block)) FROM passage_words_data)"
        " + (SELECT sum(length(sz) + 16) FROM passage_words_docsize)"
        " + (SELECT sum(length(term) + 16) FROM passage_words_idx)"
    ).fetchone()
    text = sum(len(content.encode()) for content in contents)
    return Figure(name, size / 1e6, "MB", "the text", text / 1e6, (Limit("<=", times=0.7),))


def _added(scale: Scale, project: Project, db: Database) -> Figure:
    """A document of 20 KB more, from the file to durable and searchable."""
    db.execute("CREATE TABLE added (content TEXT)")
    mine, theirs = [], []
    for number in range(max(2, scale.queries // 10)):
        content = "\n\n".join(until(_ADDED, paragraphs(scale.documents + number)))
        file = project.path.with_name(f"added-{number}.txt")
        file.write_text(content, "utf-8")
        mine.append(seconds(lambda: importing.add(project, [file])))  # noqa: B023 - called at once
        theirs.append(seconds(lambda: _insert(db, content)))  # noqa: B023 - called at once
    return Figure(
        "large.add",
        percentile(mine, 0.95) * 1000,
        "ms",
        "one durable INSERT of the text",
        percentile(theirs, 0.95) * 1000,
        (Limit("<=", plus=50.0),),
    )


def _insert(db: Database, content: str) -> None:
    db.execute("INSERT INTO added VALUES (?)", [content])


def _hostile(name: str, scale: Scale, project: Project) -> Iterator[Figure]:
    """The slowest of the queries that nobody types, by the clock, wherever words are together."""
    units: tuple[Unit, ...] = ("passage", "page", "document")
    queries = list(QUERIES.values())[:: scale.hostile]
    for within in units:
        slowest = max(_answered(project, query, within) for query in queries)
        word = max(_answered(project, "de", within) for _ in range(10))
        told = f"{name}.{within}"
        yield Figure(told, slowest, "ms", "a word", word, (Limit("<=", plus=1000.0),))


def _answered(project: Project, query: str, within: Unit) -> float:
    """Milliseconds to an answer, or to a sentence."""

    def ask() -> None:
        with contextlib.suppress(KzError):
            ours(project, query, HITS, within=within)

    return seconds(ask) * 1000


def _contents(project: Project) -> list[str]:
    rows = project.store.db.execute("SELECT content FROM passage ORDER BY id").fetchall()
    return [content for (content,) in rows]


def _filled(db: Database, contents: Sequence[str]) -> Bare:
    bare_search = Bare(db)
    bare_search.fill(contents)
    return bare_search
