"""Searching off the GUI thread: the first hits, then all that a search can tell."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

from kzannotate.model.found import Found
from kzannotate.model.ids import DocumentId
from kzannotate.model.progress import Monitor
from kzannotate.model.query import Hit
from kzannotate.model.searches import Part, Question, Tally
from kzannotate.project import hits, searching
from kzannotate.project.annotation_searching import search_memos
from kzannotate.project.searching import ALL, Result
from kzannotate.project.session import Project
from kzannotate.ui.hit_model import key
from kzannotate.ui.hit_order import Facets, passing
from kzannotate.ui.second import Second

FIRST = 200
"""Hits that are found and shown at once."""
MOST = 2000
"""Hits listed, until more are wanted."""
LIMIT = 10_000
"""Hits listed at most, so that the list stays quick; filters lead to all others."""
_LIT = 20_000
"""Hits lit in one document at most."""
_MEMOS = 200


@dataclass(frozen=True, slots=True)
class Answer:
    """What a search gives, all of it made off the GUI thread."""

    question: Question
    part: Part
    result: Result
    founds: list[Found]
    is_cut: bool
    """Whether more hits were left out."""
    is_final: bool = False
    """Whether nothing more comes."""
    tally: Tally | None = None
    """In how many passages there are hits; of a list that is cut, if it can be told."""


def first(second: Second, question: Question, part: Part, monitor: Monitor) -> Answer:
    """The first hits in a part of the corpus; the passages are counted by `rest`."""
    with _lent(second, monitor) as project:
        answer = _answer(project, question, part, FIRST, monitor, counted=False)
        return replace(answer, is_final=not question.query)


def rest(second: Second, answer: Answer, most: int, monitor: Monitor) -> Answer:
    """All hits, at most so many, and those in memos."""
    with _lent(second, monitor) as project:
        if answer.is_cut or not answer.result.counted:
            answer = _answer(project, answer.question, answer.part, most, monitor)
        return _completed(project, answer)


def everything(
    second: Second, question: Question, part: Part, most: int, monitor: Monitor
) -> Answer:
    """What `first` and then `rest` give, at once."""
    with _lent(second, monitor) as project:
        return _completed(project, _answer(project, question, part, most, monitor))


def filled(answer: Answer, whole: Answer | None, facets: Facets) -> Answer:
    """An answer for a part that ran out of time, with what was known of that part before."""
    if answer.part == ALL or answer.result.complete or whole is None:
        return answer
    there = {key(found.hit) for found in answer.founds}
    known = [found for found in passing(whole.founds, facets) if key(found.hit) not in there]
    return replace(answer, founds=[*answer.founds, *known])


def within(
    second: Second, question: Question, documents: list[DocumentId], monitor: Monitor
) -> tuple[Question, list[Hit]]:
    """The question, and its hits in the texts of some documents."""
    found: list[Hit] = []
    with _lent(second, monitor) as project:
        for document in documents:
            part = Part(document=document)
            ways = _ways(question)
            found += searching.search(
                project, question.query, _LIT, part=part, stop=monitor.cancelled, **ways
            ).hits
    return question, found


def _completed(project: Project, answer: Answer) -> Answer:
    """With what is no hit in a text."""
    query, ways = answer.question.query, _ways(answer.question)
    memos: list[Hit] = []
    tally = None
    if answer.part == ALL:
        stemmed = not answer.question.exact
        memos = [one.hit for one in search_memos(project, query, _MEMOS, stemmed=stemmed).hits]
        tally = searching.tally(project, query, **ways) if answer.is_cut else None
    return replace(
        answer,
        founds=[*answer.founds, *hits.known(project, memos)],
        is_final=True,
        tally=tally,
    )


def _answer(
    project: Project,
    question: Question,
    part: Part,
    limit: int,
    monitor: Monitor,
    *,
    counted: bool = True,
) -> Answer:
    result = searching.search(
        project,
        question.query,
        limit,
        part=part,
        counted=counted,
        stop=monitor.cancelled,
        **_ways(question),
    )
    founds = hits.known(project, result.hits)
    return Answer(question, part, result, founds, is_cut=len(founds) >= limit)


def _ways(question: Question) -> dict[str, Any]:
    return {"within": question.within, "stemmed": not question.exact}


@contextmanager
def _lent(second: Second, monitor: Monitor) -> Iterator[Project]:
    """The second connection; its reading breaks off when the work is cancelled."""
    with second.lend() as project, project.stopping(monitor.cancelled):
        yield project
