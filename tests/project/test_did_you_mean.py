"""Words that may have been meant, from the corpus."""

from kzannotate.model.query import Alternative
from kzannotate.project import importing, undoing
from kzannotate.project.did_you_mean import FEW, suggest_words, with_alternative
from kzannotate.project.searching import search
from kzannotate.project.session import Project
from tests.project.conftest import Write, added

TEXT = "Ivan Zhakupov, free.\n\nZhakupov again.\n\n" + "The prison.\n\n" * FEW


def suggested(project: Project, query: str) -> list[Alternative]:
    return list(suggest_words(project, search(project, query)))


def test_each_word_that_is_hardly_there_has_alternatives(project: Project, write: Write) -> None:
    added(project, write("a.txt", TEXT))
    near = Alternative("жакупов", "zhakupov", 2)
    assert suggested(project, "жакупов") == [near]
    assert suggested(project, 'free "Жакупов ivan" prisn') == [
        near,
        Alternative("prisn", "prison", FEW),
    ]
    assert suggested(project, "prison") == []
    assert suggested(project, "zhakupov") == []
    assert suggested(project, "lang:en") == []


def test_follows_the_corpus(project: Project, write: Write) -> None:
    added(project, write("a.txt", TEXT))
    assert suggested(project, "jakoupov") != []
    importing.remove(project, [search(project, "prison").hits[0].document])
    assert suggested(project, "jakoupov") == []
    undoing.undo(project)
    assert suggested(project, "jakoupov") == [Alternative("jakoupov", "zhakupov", 2)]


def test_what_was_added_is_searched_and_not_offered_again(project: Project, write: Write) -> None:
    added(project, write("a.txt", TEXT))
    for query in ("жакупов", 'ivan "Жакупов free"', "=jakoupov"):
        (near, *_) = suggested(project, query)
        better = with_alternative(query, near)
        assert search(project, better).hits
        assert near.form not in [one.form for one in suggested(project, better)]
