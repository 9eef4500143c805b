"""Undo, redo and the history, which the file keeps: they work after a restart too."""

from kzannotate.model.changes import Changes, Step
from kzannotate.project.session import Project
from kzannotate.search.analysis import forms
from kzannotate.store import history, texts


def undo(project: Project) -> Changes:
    """Take back the newest step that isn't taken back; falsy when there is none."""
    with project.store.transaction():
        changes = history.undo(project.store, project.coder)
        if changes.documents:
            texts.follow_documents(project.store, forms)
    return project.publish(changes)


def redo(project: Project) -> Changes:
    """Do again the step that was undone last; falsy when there is none."""
    with project.store.transaction():
        changes = history.redo(project.store, project.coder)
        if changes.documents:
            texts.follow_documents(project.store, forms)
    return project.publish(changes)


def next_undo(project: Project) -> str:
    """The label of the step that an undo takes back; empty when there is none."""
    return history.labels(project.store)[0]


def next_redo(project: Project) -> str:
    """The label of the step that a redo does again; empty when there is none."""
    return history.labels(project.store)[1]


def steps(project: Project) -> list[Step]:
    """The whole history, oldest first."""
    return history.steps(project.store)
