"""Suggestions: made by the rules, listed, accepted and refused; each answer is one step."""

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context

from kzannotate.model.annotation import Tagging
from kzannotate.model.changes import Changes
from kzannotate.model.clock import now
from kzannotate.model.document import Passage
from kzannotate.model.errors import KzError
from kzannotate.model.ids import DocumentId, RejectionId, new_id
from kzannotate.model.progress import Monitor
from kzannotate.model.selectors import CONTEXT, Selector
from kzannotate.model.suggestion import Proposal, Rejection, Suggestion
from kzannotate.model.wording import counted
from kzannotate.project import elsewhere, own_rules, reading, tagging
from kzannotate.project.codebook import code as find_code
from kzannotate.project.session import Project
from kzannotate.store import history, rejections, texts
from kzannotate.store import suggestions as rows
from kzannotate.suggest import running
from kzannotate.suggest.rules import Rules

TIRESOME = 3
"""Refusals of one rule from which on it is offered to switch it off."""


Run = Callable[[str, Sequence[Passage], Rules], list[Suggestion]]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which suggestions are asked for; empty: any."""

    document: DocumentId | None = None
    code: str = ""
    """A code's key."""
    least: float = 0.0
    """The lowest score."""


@contextmanager
def another_process() -> Iterator[Run]:
    """Runs the rules in a process of their own, so that they never keep the window waiting.

    A `Run` raises KzError when that process was ended, by want of memory or a person.
    """
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:

        def run(text: str, passages: Sequence[Passage], rules: Rules) -> list[Suggestion]:
            try:
                return pool.submit(running.run, text, passages, rules).result()
            except BrokenProcessPool as error:
                raise KzError(
                    "looking for suggestions was ended from outside; those found so far are kept"
                ) from error

        yield run


def characters_due(project: Project) -> int:
    """How many code points of text the rules have to go through: two million take some seconds."""
    return sum(size for _, size in rows.stale(project.store, _version(project)))


def refresh(
    project: Project,
    documents: Iterable[DocumentId] | None = None,
    monitor: Monitor | None = None,
    told: Callable[[DocumentId], None] = lambda _: None,
    run: Run = running.run,
) -> bool:
    """Have the rules go through the documents that need it; whether all were gone through.

    `run` may be what `another_process` gives. A document is done at once, so a cancel or a crash
    keeps what is finished; what is left can be gone on with. Raises KzError for a full disk and
    its like.
    """
    monitor = monitor or Monitor()
    wanted = None if documents is None else set(documents)
    due = [
        one
        for one, _ in rows.stale(project.store, _version(project))
        if wanted is None or one in wanted
    ]
    for done, document in enumerate(due):
        if monitor.cancelled():
            return False
        monitor.report(done, len(due), "Looking for suggestions")
        if _go_through(project, document, run):
            told(document)
    return True


def of(project: Project, wanted: Wanted | None = None) -> list[Proposal]:
    """The suggestions that wait for an answer, by document and in reading order.

    Only of documents that were gone through: see `refresh`.
    """
    asked = wanted or Wanted()
    return rows.open_ones(
        project.store, own_rules.off(project), asked.document, asked.code, asked.least
    )


def in_document(
    project: Project, document: DocumentId, longest: float = math.inf
) -> list[Proposal]:
    """All that is proposed for a document, in reading order: by the rules, and what is tagged
    elsewhere in the project.

    Of one with more than `longest` code points, only what the rules proposed before: to go through
    it takes seconds. What is tagged elsewhere, `elsewhere.everywhere` finds there too.
    """
    is_short = reading.document(project, document).characters <= longest
    if project.writable and is_short:
        refresh(project, [document])
    made = of(project, Wanted(document))
    if not is_short:
        return made
    there = {(one.suggestion.code, one.suggestion.start, one.suggestion.stop) for one in made}
    made += [
        one
        for one in elsewhere.of_document(project, document, elsewhere.known(project))
        if (one.suggestion.code, one.suggestion.start, one.suggestion.stop) not in there
    ]
    return sorted(made, key=lambda one: (one.suggestion.start, -one.suggestion.stop))


def counts(project: Project, least: float = 0.0) -> dict[tuple[str, DocumentId], int]:
    """How many of at least a score wait for an answer, by code's key and document."""
    return rows.counts(project.store, own_rules.off(project), least)


def accept(project: Project, proposals: Sequence[Proposal], code: str = "") -> Changes:
    """Make annotations of suggestions, with their own code or another (key or id), as one step.

    Raises KzError when one can't be; nothing is accepted then.
    """
    wishes = [
        Tagging(
            one.document,
            one.suggestion.start,
            one.suggestion.stop,
            find_code(project, code or one.suggestion.code).id,
        )
        for one in proposals
    ]
    label = "Accept suggestion" if len(wishes) == 1 else f"Accept {len(wishes)} suggestions"
    return tagging.tag_many(project, wishes, label=label)


def reject(project: Project, proposals: Sequence[Proposal]) -> Changes:
    """Refuse suggestions, as one step: they don't come back."""
    label = "Reject suggestion" if len(proposals) == 1 else f"Reject {len(proposals)} suggestions"
    with history.step(project.store, label, project.coder) as step:
        made = [_rejection(project, one) for one in proposals]
        step.insert("rejection", map(rejections.row, made))
    return project.publish(history.touched(label, step.changes))


def is_tiresome(project: Project, rule: str) -> bool:
    """Whether a rule was refused so often that one may want it off; not if it is off already."""
    refused = rejections.count_of_rule(project.store, rule)
    return refused >= TIRESOME and rule not in own_rules.off(project)


def told(proposals: Sequence[Proposal]) -> str:
    """What a sentence names these: `3 suggestions`."""
    return counted(len(proposals), "suggestion")


def _version(project: Project) -> str:
    return running.version(own_rules.rules(project))


def _go_through(project: Project, document: DocumentId, run: Run) -> bool:
    """Keep what the rules propose for one document; False if it was removed meanwhile."""
    text = reading.text(project, document)
    rules = own_rules.rules(project)
    found = run(text, reading.passages(project, document), rules)
    try:
        rows.put(
            project.store,
            document,
            running.version(rules),
            ((one, text[one.start : one.stop]) for one in found),
        )
    except KzError:
        if any(one.id == document for one in reading.documents(project)):
            raise
        return False
    return True


def _rejection(project: Project, proposal: Proposal) -> Rejection:
    one = proposal.suggestion
    return Rejection(
        RejectionId(new_id()),
        proposal.document,
        one.code,
        _selector(project, proposal.document, one),
        one.rule,
        project.coder,
        now(),
    )


def _selector(project: Project, document: DocumentId, one: Suggestion) -> Selector:
    offset, around = texts.stretch(project.store, document, one.start - CONTEXT, one.stop + CONTEXT)
    low, high = one.start - offset, one.stop - offset
    if not 0 <= low < high <= len(around):
        raise KzError("that suggestion is of another text; look for suggestions again")
    before, after = around[max(0, low - CONTEXT) : low], around[high : high + CONTEXT]
    return Selector(one.start, one.stop, around[low:high], before, after)
