"""Search over the whole corpus."""

import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from kzannotate.model.ids import DocumentId
from kzannotate.model.query import Hit, SearchedWord, Unit
from kzannotate.model.searches import Part, Tally
from kzannotate.project.corpus_words import corpus_words
from kzannotate.project.reindexing import STALE, is_due
from kzannotate.project.search_run import Found, Patience, Wish, run
from kzannotate.project.session import Project
from kzannotate.project.understanding import searched_words, understood
from kzannotate.store.fulltext import Search

SECONDS = 0.8
"""What the index alone can't tell is looked for in the texts this long."""
ALL = Part()
STOPPED = "The search was stopped after a second: there may be more."
UNSURE = "The search was stopped after a second, before it was known what NOT leaves out."


@dataclass(frozen=True, slots=True)
class Result:
    """What a search found."""

    hits: tuple[Hit, ...]
    """Every occurrence in the most relevant passages, those first."""
    remarks: tuple[str, ...]
    """Sentences on what of the query was read differently, and on what may be missing."""
    milliseconds: float
    passages: int
    """How many passages have hits in all; if not all were found or counted, at least so many."""
    words: tuple[SearchedWord, ...] = ()
    """The query's words and the forms that were searched for them."""
    complete: bool = True
    """Whether all was found; else time was up."""
    counted: bool = True
    """Whether all passages were counted; else there may be more."""


def search(
    project: Project,
    query: str,
    limit: int = 200,
    *,
    within: Unit = "passage",
    stemmed: bool = True,
    part: Part = ALL,
    counted: bool = True,
    stop: Callable[[], bool] = bool,
) -> Result:
    """The first `limit` occurrences of what the query asks. A wrong query gives remarks.

    `within`: where all words must stand together. `stemmed`: words stand for their inflected forms.
    `part`: only hits in that part of the corpus. `counted`: whether to count the passages where
    that takes long. `stop` is asked whether the rest is still wanted.
    Raises KzError for a query too long to run.
    """
    begin = time.perf_counter()
    patience = Patience(time.monotonic(), SECONDS, stop)
    with project.store.steady():
        corpus = corpus_words(project)
        reading = understood(project, query, stemmed=stemmed, corpus=corpus)
        wish = Wish(project.store, corpus.words, part, limit, counted, patience)
        found = run(wish, reading.plan, within) if reading.plan else Found()
        remarks = list(reading.remarks)
        if not found.complete:
            remarks.append(STOPPED if found.sure else UNSURE)
        if is_due(project):
            remarks.append(STALE)
    return Result(
        tuple(found.hits[:limit]),
        tuple(remarks),
        (time.perf_counter() - begin) * 1000,
        found.passages,
        searched_words(reading.plan) if reading.plan else (),
        found.complete,
        found.counted,
    )


def tally(
    project: Project, query: str, *, within: Unit = "passage", stemmed: bool = True
) -> Tally | None:
    """How many passages of each language and document have hits; None where it takes looking in."""
    plan = understood(project, query, stemmed=stemmed).plan
    if plan is None or within != "passage":
        return None
    search = Search(project.store, plan)
    if not search.is_whole:
        return None
    languages, documents = Counter[str](), Counter[DocumentId]()
    names: dict[DocumentId, str] = {}
    for document, name, language, passages in search.tally():
        languages[language] += passages
        documents[document] += passages
        names[document] = name
    return Tally(languages, documents, names)
