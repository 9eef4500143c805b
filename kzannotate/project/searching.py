"""Search over the whole corpus."""

import time
from dataclasses import dataclass

from kzannotate.model.query import Hit
from kzannotate.project.session import Project
from kzannotate.search.parsing import read
from kzannotate.search.snippets import hits
from kzannotate.store import fulltext


@dataclass(frozen=True, slots=True)
class Result:
    """What a search found."""

    hits: tuple[Hit, ...]
    """Every occurrence in the most relevant passages, those first."""
    remarks: tuple[str, ...]
    """Sentences on what of the query was read differently from how it was written."""
    milliseconds: float
    passages: int
    """How many passages match in all."""


def search(project: Project, query: str, limit: int = 200) -> Result:
    """The first `limit` occurrences of what the query asks. A wrong query gives remarks.

    Raises KzError for a query too long to run.
    """
    begin = time.perf_counter()
    reading = read(query)
    found: list[Hit] = []
    passages = 0
    if reading.plan is not None:
        for passage in fulltext.find(project.store, reading.plan, limit):
            found += hits(passage, reading.plan)
        passages = fulltext.count(project.store, reading.plan)
    milliseconds = (time.perf_counter() - begin) * 1000
    return Result(tuple(found[:limit]), reading.remarks, milliseconds, passages)
