"""Searches that are kept: saved ones by name, each verb an undoable step; and those made lately."""

from dataclasses import replace

from kzannotate.model.changes import Changes
from kzannotate.model.clock import now
from kzannotate.model.errors import KzError
from kzannotate.model.ids import SearchId, new_id
from kzannotate.model.searches import Question, SavedSearch
from kzannotate.model.text import normalise
from kzannotate.project.session import Project
from kzannotate.store import history
from kzannotate.store import searches as rows


def saved(project: Project) -> list[SavedSearch]:
    """The saved searches, by name."""
    return rows.saved(project.store)


def save(project: Project, name: str, question: Question) -> Changes:
    """Save a search under a name.

    Raises KzError for a query of nothing, and for a name that is empty or in use.
    """
    question = replace(question, query=_line(question.query))
    if not question.query:
        raise KzError("there is nothing to save: type what to search first")
    search = SavedSearch(
        SearchId(new_id()), _free_name(project, name), question, project.coder, now()
    )
    label = f"Save search {search.name}"
    with history.step(project.store, label, project.coder) as step:
        step.insert("saved_search", [rows.row(search)])
    return project.publish(history.touched(label, step.changes))


def rename(project: Project, search: SearchId, name: str) -> Changes:
    """Give a saved search another name. Raises KzError for one that is empty or in use."""
    before = _found(project, search)
    name = _line(name) if _line(name) == before.name else _free_name(project, name, search)
    label = f"Rename search {before.name}"
    with history.step(project.store, label, project.coder) as step:
        step.update("saved_search", [search], {"name": name})
    return project.publish(history.touched(label, step.changes))


def delete(project: Project, search: SearchId) -> Changes:
    """Delete a saved search; what it found stays as it is."""
    label = f"Delete search {_found(project, search).name}"
    with history.step(project.store, label, project.coder) as step:
        step.delete("saved_search", [search])
    return project.publish(history.touched(label, step.changes))


def past(project: Project) -> list[Question]:
    """What was searched lately, the newest first; at most 200."""
    return rows.past(project.store)


def remember(project: Project, question: Question) -> None:
    """Note that this was searched; in a project open read-only nothing is noted."""
    question = replace(question, query=_line(question.query))
    if project.writable and question.query:
        rows.remember(project.store, question)


def forget_past(project: Project) -> None:
    """Clear what was searched lately; that can't be undone."""
    rows.forget(project.store)


def _found(project: Project, search: SearchId) -> SavedSearch:
    found = rows.find(project.store, search)
    if found is None:
        raise KzError("that saved search is no longer in the project")
    return found


def _free_name(project: Project, name: str, but: SearchId | None = None) -> str:
    """A name as it is kept, one that no other saved search has."""
    name = _line(name)
    if not name:
        raise KzError("a saved search needs a name")
    for other in rows.saved(project.store):
        if other.id != but and other.name.casefold() == name.casefold():
            raise KzError(f"a saved search is called “{other.name}” already; choose another name")
    return name


def _line(text: str) -> str:
    return " ".join(normalise(text).split())
