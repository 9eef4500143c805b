"""Is the project sound?"""

from kzannotate.model.progress import Monitor
from kzannotate.project.session import Project
from kzannotate.store import checks, documents


def check(project: Project, monitor: Monitor | None = None) -> list[str]:
    """What is wrong, a sentence each; empty when the project is sound.

    Looks at the file, each source against its SHA-256, each text, each quotation against its
    text, the search index, and the history's chain against what is there now.
    """
    monitor = monitor or Monitor()
    corpus = documents.all_documents(project.store)
    problems = list(checks.file(project.store))
    for done, document in enumerate(corpus):
        if monitor.cancelled():
            return [*problems, "the check was cancelled before its end"]
        monitor.report(done, len(corpus), document.name)
        problems += checks.document(project.store, document)
    return problems + list(checks.chain(project.store))
