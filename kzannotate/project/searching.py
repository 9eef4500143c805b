"""Search over the whole corpus."""

import time
from dataclasses import dataclass

from kzannotate.model.query import Hit, Plan
from kzannotate.project.reindexing import STALE, is_due
from kzannotate.project.session import Project
from kzannotate.search.parsing import read
from kzannotate.search.patterns import spelled_out
from kzannotate.search.snippets import hits
from kzannotate.search.stems import inflected
from kzannotate.store import documents, fulltext
from kzannotate.store.store import Store


@dataclass(frozen=True, slots=True)
class Result:
    """What a search found."""

    hits: tuple[Hit, ...]
    """Every occurrence in the most relevant passages, those first."""
    remarks: tuple[str, ...]
    """Sentences on what of the query was read differently, and on what may be missing."""
    milliseconds: float
    passages: int
    """How many passages match in all."""


def search(project: Project, query: str, limit: int = 200) -> Result:
    """The first `limit` occurrences of what the query asks. A wrong query gives remarks.

    Raises KzError for a query too long to run.
    """
    begin = time.perf_counter()
    reading = spelled_out(read(query), _Vocabulary(project.store))
    found: list[Hit] = []
    passages = 0
    if reading.plan is not None:
        plan = _inflected(project, reading.plan)
        for passage in fulltext.find(project.store, plan, limit):
            found += hits(passage, plan)
        passages = fulltext.count(project.store, plan)
    remarks = reading.remarks + ((STALE,) if is_due(project) else ())
    milliseconds = (time.perf_counter() - begin) * 1000
    return Result(tuple(found[:limit]), remarks, milliseconds, passages)


class _Vocabulary:
    """The forms of the corpus, as `search.patterns` asks for them."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def matching(self, pattern: str, most: int) -> list[str]:
        return fulltext.matching(self._store, pattern, most)

    def of_length(self, least: int, greatest: int) -> list[str]:
        return fulltext.of_length(self._store, least, greatest)


def _inflected(project: Project, plan: Plan) -> Plan:
    """The plan with each word's forms that share its stem in a language of the corpus."""
    spoken = {
        language
        for document in documents.all_documents(project.store)
        for language in document.languages
    }
    return inflected(plan, spoken, lambda start: fulltext.beginning_with(project.store, start))
