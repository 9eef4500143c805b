"""What a query asks of this project: its words looked up in the corpus and in the codebook."""

import time
from dataclasses import replace

from kzannotate.model.codebook import Code, below
from kzannotate.model.ids import CodeId
from kzannotate.model.query import (
    Annotated,
    Exact,
    Inside,
    Near,
    Outside,
    Phrase,
    Plan,
    Reading,
    SearchedWord,
    Where,
    Word,
    everywhere,
    rebuilt,
)
from kzannotate.model.text import fold
from kzannotate.project.session import Project
from kzannotate.search.parsing import read
from kzannotate.search.patterns import spelled_out
from kzannotate.search.stems import inflected
from kzannotate.store import codes, documents, vocabulary
from kzannotate.store.store import Store

SECONDS = 0.3
"""Words are looked up so long; what is left then is searched as it is written, or not at all."""
AS_WRITTEN = "There are too many words: some were searched only as they are written."


def understood(project: Project, query: str, *, stemmed: bool = True) -> Reading:
    """The query as a plan that can be run. `stemmed`: words stand for their inflected forms."""
    reading = read(query)
    until = time.monotonic() + SECONDS
    reading = spelled_out(reading, _Vocabulary(project.store), until)
    if reading.plan is None:
        return reading
    plan, remarks = _with_codes(reading.plan, codes.all_codes(project.store))
    if stemmed:
        plan = _inflected(project, plan, until)
        if time.monotonic() > until:
            remarks.append(AS_WRITTEN)
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


class _Vocabulary:
    """The forms of the corpus, as `search.patterns` asks for them."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def matching(self, pattern: str, most: int) -> list[str]:
        return vocabulary.matching(self._store, pattern, most)

    def of_length(self, least: int, greatest: int) -> list[str]:
        return vocabulary.of_length(self._store, least, greatest)


def _inflected(project: Project, plan: Plan, until: float) -> Plan:
    """The plan with each word's forms that share its stem in a language of the corpus."""
    spoken = {
        language
        for document in documents.all_documents(project.store)
        for language in document.languages
    }
    return inflected(
        plan, spoken, lambda start: vocabulary.beginning_with(project.store, start), until
    )


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
