"""Is the project sound?"""

from collections.abc import Iterator

from kzannotate.model.errors import KzError
from kzannotate.model.progress import Monitor
from kzannotate.project.reindexing import STALE, is_due
from kzannotate.project.session import Project
from kzannotate.search.analysis import forms
from kzannotate.store import checks, documents
from kzannotate.store.index_checks import IndexCheck


def check(project: Project, monitor: Monitor | None = None) -> list[str]:
    """What is wrong, a sentence each; empty when the project is sound.

    Looks at the file, each source against its SHA-256, each text, each quotation against its
    text, the search index against the words of the texts, and the history's chain against what is
    there now.
    """
    monitor = monitor or Monitor()
    problems: list[str] = []
    try:
        problems.extend(_problems(project, monitor))  # what comes before an error is kept
    except KzError as error:
        problems.append(str(error))
    return problems


def _problems(project: Project, monitor: Monitor) -> Iterator[str]:
    yield from checks.file(project.store)
    if is_due(project):
        yield f"{STALE}; `kzannotate reindex` makes it anew, the window does so by itself"
    index = None if is_due(project) else IndexCheck(project.store, forms)
    corpus = documents.all_documents(project.store)
    for done, document in enumerate(corpus):
        if monitor.cancelled():
            yield "the check was cancelled before its end"
            return
        monitor.report(done, len(corpus), document.name)
        yield from checks.document(project.store, document)
        if index:
            yield from index.document(document)
    if index:
        yield from index.problems()
    yield from checks.chain(project.store)
