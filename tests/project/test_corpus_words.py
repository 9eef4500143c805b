"""The words kept in memory are those of the index, whatever happens to the corpus."""

from pathlib import Path

from kzannotate.model.searches import Question
from kzannotate.project import importing, reading, reindexing, searches, undoing
from kzannotate.project.corpus_words import corpus_words
from kzannotate.project.searching import search
from kzannotate.project.session import Project, create, open_project
from kzannotate.store import vocabulary
from tests.project import stale
from tests.project.conftest import LETTER, Write

MANY = 10**6


def told(project: Project) -> list[tuple[str, int]]:
    return corpus_words(project).words.frequent(MANY)


def true(project: Project) -> list[tuple[str, int]]:
    counted = [(form, passages) for form, passages, _ in vocabulary.counted(project.store)]
    return sorted([one for one in counted if one[0].isalnum()], key=lambda one: (-one[1], one[0]))


def test_documents_come_and_go(project: Project, write: Write) -> None:
    assert told(project) == []
    importing.add(project, [write("a.txt", LETTER)])
    assert told(project) == true(project) != []
    before = corpus_words(project)
    assert corpus_words(project) is before
    importing.add(project, [write("b.txt", "Korin and zebras\n\n\fAgain.\n\nKorin again.")])
    assert told(project) == true(project)
    assert corpus_words(project).words.passages(["zebras"]) == 1
    importing.remove(project, [reading.documents(project)[0].id])
    assert told(project) == true(project)
    undoing.undo(project)
    assert told(project) == true(project)
    assert "en" in corpus_words(project).languages


def test_another_connection_sees_what_came(project: Project, write: Write) -> None:
    importing.add(project, [write("a.txt", LETTER)])
    other = project.second()
    try:
        assert told(other) == told(project)
        importing.add(project, [write("b.txt", "A zebra.")])
        assert [hit.match for hit in search(other, "zebr?").hits] == ["zebra"]
    finally:
        other.close()


def test_each_project_has_its_own_words(project: Project, write: Write, tmp_path: Path) -> None:
    importing.add(project, [write("a.txt", "A zebra.")])
    copy = tmp_path / "copy.kza"
    with create(tmp_path / "other.kza") as other:
        importing.add(other, [write("b.txt", "An okapi.")])
        assert [form for form, _ in told(other)] == ["an", "okapi"]
        assert [form for form, _ in told(project)] == ["a", "zebra"]
    copy.write_bytes((tmp_path / "other.kza").read_bytes())
    (tmp_path / "other.kza").unlink()
    with open_project(copy) as again:
        importing.add(again, [write("c.txt", "A gnu.")])
        assert [form for form, _ in told(again)] == ["a", "an", "gnu", "okapi"]


def test_an_index_made_anew_is_read_anew(project: Project, write: Write) -> None:
    importing.add(project, [write("a.txt", LETTER)])
    stale.make(project)
    assert told(project) == [("another", 4)]
    assert reindexing.reindex(project)
    assert told(project) == true(project) != [("another", 4)]


def test_connections_in_turn_read_the_words_once(project: Project, write: Write) -> None:
    importing.add(project, [write("a.txt", LETTER)])
    other = project.second()
    try:
        words = corpus_words(project)
        assert corpus_words(other) is words
        searches.remember(other, Question("zebra"))  # something is written, but no text
        assert corpus_words(project) is corpus_words(other) is words
        importing.add(other, [write("b.txt", "A zebra.")])
        assert corpus_words(project) is corpus_words(other) is not words
        assert told(project) == told(other) == true(project)
    finally:
        other.close()
