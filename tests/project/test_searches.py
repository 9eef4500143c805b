"""Saved searches are under the history; those made lately are a list that forgets."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kzannotate.model.changes import Changes
from kzannotate.model.errors import KzError
from kzannotate.model.searches import Question
from kzannotate.project import checking, searches, undoing
from kzannotate.project.session import Project, create, open_project
from kzannotate.store.searches import KEPT

PRISON = Question("prison* OR камера", "page", exact=True)


def names(project: Project) -> list[str]:
    return [one.name for one in searches.saved(project)]


def test_saved_renamed_deleted_each_undone_and_done_again(project: Project) -> None:
    heard: list[Changes] = []
    project.listeners.append(heard.append)
    searches.save(project, " Prisons  and cells ", PRISON)
    (made,) = searches.saved(project)
    assert (made.name, made.question, made.coder) == ("Prisons and cells", PRISON, project.coder)
    searches.rename(project, made.id, "Cells")
    searches.delete(project, made.id)
    assert [change.searches for change in heard] == [frozenset([made.id])] * 3
    seen = [names(project)]
    for _ in range(3):
        undoing.undo(project)
        seen.append(names(project))
    assert seen == [[], ["Cells"], ["Prisons and cells"], []]
    for _ in range(2):
        undoing.redo(project)
    assert names(project) == ["Cells"]
    assert checking.check(project) == []
    assert [step.label for step in undoing.steps(project)][1:4] == [
        "Save search Prisons and cells",
        "Rename search Prisons and cells",
        "Delete search Cells",
    ]


def test_a_name_is_wanted_and_one_of_its_own(project: Project) -> None:
    searches.save(project, "Prisons", PRISON)
    searches.save(project, "Article", Question("art* 174"))
    article, prisons = searches.saved(project)
    with pytest.raises(KzError, match="called “Prisons” already"):
        searches.save(project, "PRISONS", PRISON)
    with pytest.raises(KzError, match="called “Prisons” already"):
        searches.rename(project, article.id, "prisons")
    with pytest.raises(KzError, match="needs a name"):
        searches.save(project, " \n", PRISON)
    with pytest.raises(KzError, match="nothing to save"):
        searches.save(project, "Nothing", Question(" "))
    assert not searches.rename(project, prisons.id, "Prisons")
    searches.rename(project, prisons.id, "prisons")
    searches.delete(project, prisons.id)
    with pytest.raises(KzError, match="no longer in the project"):
        searches.delete(project, prisons.id)


def test_a_step_that_someone_altered_shows(project: Project) -> None:
    searches.save(project, "Prisons", PRISON)
    project.store.db.execute("UPDATE saved_search SET query = 'harbour'")
    (problem,) = checking.check(project)
    assert problem.startswith("saved_search ")
    assert problem.endswith("isn't as the history left it")


questions = st.builds(
    Question,
    st.sampled_from(["a", "b", "c"]),
    st.sampled_from(["passage", "page", "document"]),
    st.booleans(),
)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(questions, max_size=30))
def test_the_past_is_what_was_made_last_first_each_once(
    project: Project, made: list[Question]
) -> None:
    searches.forget_past(project)
    steps = len(undoing.steps(project))
    for question in made:
        searches.remember(project, question)
    assert searches.past(project) == list(dict.fromkeys(reversed(made)))
    assert len(undoing.steps(project)) == steps


def test_the_past_is_bounded_and_stays_in_the_file(project: Project) -> None:
    for number in range(KEPT + 5):
        searches.remember(project, Question(f"word{number}"))
    searches.remember(project, Question("   "))
    with open_project(project.path, writable=False) as again:
        past = searches.past(again)
        searches.remember(again, Question("read only"))
        assert searches.past(again) == past
    assert [one.query for one in past] == [f"word{n}" for n in range(KEPT + 4, 4, -1)]


def test_another_project_has_its_own(project: Project) -> None:
    searches.remember(project, PRISON)
    searches.save(project, "Prisons", PRISON)
    with create(project.path.with_name("other.kza")) as other:
        assert (searches.past(other), searches.saved(other)) == ([], [])
