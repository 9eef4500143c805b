"""Search in what the researcher made: quotations and memos. (No registry has names yet.)"""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from kzannotate.model.ids import AnnotationId
from kzannotate.model.query import Annotated, Hit, Inside, Plan, Where
from kzannotate.project.searching import SECONDS, STOPPED
from kzannotate.project.session import Project
from kzannotate.project.understanding import understood
from kzannotate.search import quick, snippets
from kzannotate.search.expressions import OutOfTime
from kzannotate.store.fulltext import Search
from kzannotate.store.memos import around, memos
from kzannotate.store.store import Store

_Look = Callable[[Store, Plan, float], Iterator["AnnotationHit"]]


@dataclass(frozen=True, slots=True)
class AnnotationHit:
    """One occurrence in an annotation."""

    annotation: AnnotationId
    field: Literal["quotation", "memo"]
    hit: Hit
    """In the document's text, or code points of the memo."""


@dataclass(frozen=True, slots=True)
class AnnotationResult:
    """What was found in annotations."""

    hits: tuple[AnnotationHit, ...]
    """Quotations first, the most relevant ones; then memos, by document and place."""
    remarks: tuple[str, ...]


def search_annotations(
    project: Project, query: str, limit: int = 200, *, stemmed: bool = True
) -> AnnotationResult:
    """The first `limit` occurrences in quotations and memos. A wrong query gives remarks.

    Raises KzError for a query too long to run.
    """
    return _result(project, query, limit, _hits, stemmed=stemmed)


def search_memos(
    project: Project, query: str, limit: int = 200, *, stemmed: bool = True
) -> AnnotationResult:
    """As `search_annotations`, in memos alone."""
    return _result(project, query, limit, _in_memos, stemmed=stemmed)


def _result(
    project: Project, query: str, limit: int, look: _Look, *, stemmed: bool
) -> AnnotationResult:
    reading = understood(project, query, stemmed=stemmed)
    hits: list[AnnotationHit] = []
    remarks = list(reading.remarks)
    if reading.plan is not None:
        until = time.monotonic() + SECONDS
        try:
            for hit in look(project.store, reading.plan, until):
                hits.append(hit)
                if len(hits) == limit:
                    break
        except OutOfTime:
            remarks.append(STOPPED)
    return AnnotationResult(tuple(hits), tuple(remarks))


def _hits(store: Store, plan: Plan, until: float) -> Iterator[AnnotationHit]:
    yield from _in_quotations(store, plan, until)
    yield from _in_memos(store, plan, until)


def _in_quotations(store: Store, plan: Plan, until: float) -> Iterator[AnnotationHit]:
    inside = Inside(plan, (Annotated(),))
    for passage in Search(store, inside).each():
        _stop_at(until)
        for hit in snippets.hits(passage, inside, until):
            for annotation in around(store, hit.document, hit.start, hit.stop):
                yield AnnotationHit(annotation, "quotation", hit)


def _in_memos(store: Store, plan: Plan, until: float) -> Iterator[AnnotationHit]:
    where: list[tuple[Where, ...]] = []
    while isinstance(plan, Inside):
        where.append(plan.where)
        plan = plan.wanted
    for annotation, memo in memos(store, where):
        if quick.may_match(memo.text, plan):
            _stop_at(until)
            for hit in snippets.hits(memo, plan, until):
                yield AnnotationHit(annotation, "memo", replace(hit, annotation=annotation))


def _stop_at(until: float) -> None:
    if time.monotonic() > until:
        raise OutOfTime
