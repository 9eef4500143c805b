"""What a query asks of this project: its words looked up in the corpus and in the codebook."""

import time
from dataclasses import replace

from kzannotate.model.codebook import Code, below
from kzannotate.model.errors import KzError
from kzannotate.model.ids import CodeId
from kzannotate.model.query import (
    Annotated,
    Exact,
    Inside,
    Near,
    Outside,
    Phrase,
    Plan,
    Prefix,
    Reading,
    SearchedWord,
    Where,
    Word,
    everywhere,
    rebuilt,
)
from kzannotate.model.text import fold
from kzannotate.project.corpus_words import CorpusWords, corpus_words
from kzannotate.project.session import Project
from kzannotate.search.lexicon import Lexicon
from kzannotate.search.patterns import spelled_out
from kzannotate.search.reading import read
from kzannotate.search.stems import inflected
from kzannotate.store import codes

SECONDS = 0.3
"""Words are looked up so long; what is left then is searched as it is written, or not at all."""
FEW = 5
"""Words and prefixes that are searched however frequent they are."""
MOST = 1_500_000
"""Passages of the words of a longer query, one that has several of them counted each time."""
AS_WRITTEN = "There are too many words: some were searched only as they are written."


def understood(
    project: Project, query: str, *, stemmed: bool = True, corpus: CorpusWords | None = None
) -> Reading:
    """The query as a plan that can be run. `stemmed`: words stand for their inflected forms.

    `corpus`: its words, where they are at hand. Raises KzError for a query that would take many
    seconds.
    """
    reading, corpus = read(query), corpus or corpus_words(project)
    until = time.monotonic() + SECONDS
    reading = spelled_out(reading, corpus.words, until)
    if reading.plan is None:
        return reading
    plan, remarks = reading.plan, list[str]()
    if any(isinstance(part, Inside | Outside) for part in everywhere(plan)):
        plan, remarks = _with_codes(plan, codes.all_codes(project.store))
    if stemmed:
        plan = inflected(plan, corpus.languages, corpus.words.beginning_with, until)
        if time.monotonic() > until:
            remarks.append(AS_WRITTEN)
    _weigh(plan, corpus.words)
    return Reading(plan, (*reading.remarks, *remarks))


def searched_words(plan: Plan) -> tuple[SearchedWord, ...]:
    """The words of a plan with the forms that are searched for them."""
    found: dict[SearchedWord, None] = {}
    for part in everywhere(plan):
        match part:
            case Word(forms) if part.typed or forms:
                found[SearchedWord(part.typed or forms[0], forms)] = None
            case Phrase(forms) | Near(forms, _) | Exact(_, forms):
                found.update((SearchedWord(form, (form,)), None) for form in forms)
    return tuple(found)


def _weigh(plan: Plan, words: Lexicon) -> None:
    """Refuse many words that stand nearly everywhere: the index takes a second for `MOST`."""
    leaves, passages = 0, 0
    for part in everywhere(plan):
        match part:
            case Word(forms):
                leaves, passages = leaves + 1, passages + words.passages(forms)
            case Prefix(start):
                leaves, passages = leaves + 1, passages + words.passages_beginning_with(start)
    if leaves > FEW and passages > MOST:
        raise KzError("the search is too long; leave some words out")


def _with_codes(plan: Plan, codebook: list[Code]) -> tuple[Plan, list[str]]:
    """The plan with codes for their names; remarks on names that no code has."""
    unknown: dict[str, None] = {}

    def looked_up(where: Where) -> Where:
        if isinstance(where, Annotated) and where.code:
            found = _codes(where.code, codebook)
            if not found:
                unknown[where.code] = None
            return replace(where, codes=found)
        return where

    def changed(plan: Plan) -> Plan:
        plan = rebuilt(plan, changed)
        if isinstance(plan, Inside | Outside):
            plan = replace(plan, where=tuple(map(looked_up, plan.where)))
        return plan

    result = changed(plan)
    return result, [f"There is no code “{name[:40]}”." for name in unknown]


def _codes(name: str, codebook: list[Code]) -> tuple[CodeId, ...]:
    """The codes of that key or name, and those below them."""
    named = [code.id for code in codebook if fold(name) in (fold(code.key), fold(code.name))]
    return tuple(sorted({code for one in named for code in below(one, codebook)}))
