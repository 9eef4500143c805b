"""Search over the whole corpus."""

import time
from collections import Counter
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field

from kzannotate.model.ids import DocumentId
from kzannotate.model.query import (
    Annotated,
    FoundPassage,
    Hit,
    Inside,
    Outside,
    Place,
    Plan,
    SearchedWord,
    Unit,
)
from kzannotate.model.searches import Part, Tally
from kzannotate.project.corpus_words import corpus_words
from kzannotate.project.reindexing import STALE, is_due
from kzannotate.project.session import Project
from kzannotate.project.understanding import searched_words, understood
from kzannotate.search import snippets, widening
from kzannotate.search.bounds import at_most
from kzannotate.search.expressions import OutOfTime
from kzannotate.search.lexicon import Lexicon
from kzannotate.search.occurrences import occurrences
from kzannotate.store.fulltext import Search, unit_of
from kzannotate.store.store import Store

SECONDS = 0.8
"""What the index alone can't tell is looked for in the texts this long."""
ALL = Part()
STOPPED = "The search was stopped after a second: there may be more."


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


@dataclass(frozen=True, slots=True)
class _Patience:
    """How long texts are looked into."""

    until: float
    """A moment of `time.monotonic`."""
    stop: Callable[[], bool]

    def is_over(self) -> bool:
        """Whether to come to an end."""
        return time.monotonic() > self.until or self.stop()


@dataclass(frozen=True, slots=True)
class _Wish:
    """What is wanted of a search, whatever its words are."""

    store: Store
    words: Lexicon
    part: Part
    limit: int
    counted: bool
    patience: _Patience


@dataclass
class _Found:
    """What is found while a search runs."""

    hits: list[Hit] = field(default_factory=list)
    passages: int = 0
    complete: bool = True
    counted: bool = True


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
    patience = _Patience(time.monotonic() + SECONDS, stop)
    with project.store.steady():
        corpus = corpus_words(project)
        reading = understood(project, query, stemmed=stemmed, corpus=corpus)
        wish = _Wish(project.store, corpus.words, part, limit, counted, patience)
        found = _found(wish, reading.plan, within) if reading.plan else _Found()
        remarks = list(reading.remarks)
        if not found.complete:
            remarks.append(STOPPED)
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


def _ready(
    wish: _Wish, plan: Plan, unit: Unit = "passage", units: Collection[str] | None = None
) -> tuple[Search, Plan]:
    """A search in the wanted part of the corpus, and of some units if they are given."""
    part, most = wish.part, at_most(plan, wish.words)
    if part.language:
        plan = Inside(plan, (Place(language=part.language),))
    if part.tagged is not None:
        plan = (Inside if part.tagged else Outside)(plan, (Annotated(),))
    if part.document is not None:
        if units is None:
            unit, units = "document", {part.document}
        units = {one for one in units if one.split(" ")[0] == part.document}
    return Search(wish.store, plan, unit, units, most), plan


def _found(wish: _Wish, plan: Plan, within: Unit) -> _Found:
    if within == "passage":
        return _run(wish, *_ready(wish, plan))
    return _run_widely(wish, plan, within)


def _run(wish: _Wish, search: Search, plan: Plan) -> _Found:
    if not search.is_whole:
        return _looked_into(wish, search, plan)
    found = _Found()
    passages = search.first(wish.limit)
    for passage in passages:
        if len(found.hits) >= wish.limit or wish.patience.stop():
            break
        found.hits += snippets.hits(passage, plan)
    known = search.count() if wish.counted else search.known_count
    found.passages = len(passages) if known is None else known
    found.counted = known is not None
    return found


def _looked_into(wish: _Wish, search: Search, plan: Plan) -> _Found:
    """The passages that the index gives are gone through until time is up."""
    found = _Found()
    until = wish.patience.until
    try:
        for passage in _in_time(search, wish.patience):
            if len(found.hits) < wish.limit:
                hits = snippets.hits(passage, plan, until)
                found.hits += hits
                found.passages += bool(hits)
            else:
                found.passages += bool(occurrences(passage, plan, until))
    except OutOfTime:
        found.complete = False
    return found


def _run_widely(wish: _Wish, plan: Plan, within: Unit) -> _Found:
    """Words together on a page or in a document: those are found first, then hits in them."""
    plan = widening.spread(plan)
    complete = True

    def units_of(leaf: Plan) -> set[str]:
        nonlocal complete
        search = Search(wish.store, leaf)
        if search.is_whole:
            return search.units(within)
        units: set[str] = set()
        try:
            for passage in _in_time(search, wish.patience):
                unit = unit_of(passage, within)
                if unit not in units and occurrences(passage, leaf, wish.patience.until):
                    units.add(unit)
        except OutOfTime:
            complete = False
        return units

    units = widening.units(plan, units_of)
    wanted = widening.wanted(plan)
    found = _run(wish, *_ready(wish, wanted, within, units))
    found.complete &= complete
    return found


def _in_time(search: Search, patience: _Patience) -> Iterator[FoundPassage]:
    """Raises OutOfTime when the patience is over."""
    for passage in search.each():
        if patience.is_over():
            raise OutOfTime
        yield passage
