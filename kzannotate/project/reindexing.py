"""The search index made anew, after the way of cutting and folding words was changed.

Old rows are searched until they are replaced; what was replaced stays when it is stopped.
"""

from kzannotate.model.progress import Monitor
from kzannotate.project.session import Project
from kzannotate.search.analysis import VERSION, forms
from kzannotate.store import indexing, settings
from kzannotate.store.store import Store

STALE = "the search index is of another version of the program: some words may not be found"
_PROGRESS = "reindexed"
"""The setting that says how far it is: the version and the last passage, `2 1234`."""


def is_due(project: Project) -> bool:
    """Whether the index was made by another version of the analysis."""
    return project.store.kept(_indexed_by) != str(VERSION)


def reindex(project: Project, monitor: Monitor | None = None) -> bool:
    """Make the index anew where that is due, or go on with it; whether it is whole now.

    Raises KzError for a full disk and its like.
    """
    monitor = monitor or Monitor()
    store = project.store
    while is_due(project):
        if monitor.cancelled():
            return False
        with store.transaction():
            done = _done(project)
            monitor.report(done, indexing.last(store), "Renewing the search index")
            reached = indexing.renew(store, done, forms)
            settings.put(store, _PROGRESS, f"{VERSION} {reached}")
            if reached == done:
                settings.put(store, "analysis", str(VERSION))
    return True


def want_anew(project: Project) -> None:
    """Have `reindex` make the index anew from its beginning, of whatever version it is."""
    with project.store.transaction():
        settings.put(project.store, "analysis", "")
        settings.put(project.store, _PROGRESS, "")


def _indexed_by(store: Store) -> str | None:
    """The version of the analysis that made the index."""
    return settings.get(store, "analysis")


def _done(project: Project) -> int:
    """The last passage that is indexed anew; 0 if the work was begun for another version."""
    version, _, passage = (settings.get(project.store, _PROGRESS) or "").partition(" ")
    return int(passage) if version == str(VERSION) else 0
