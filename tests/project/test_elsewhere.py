"""Tagged in one document, standing untagged in others: found there and everywhere."""

from kzannotate.model.document import Document
from kzannotate.model.progress import Monitor
from kzannotate.project import elsewhere, own_rules, suggesting, tagging
from kzannotate.project.session import Project
from tests.project.conftest import Write, added, span

OTHER = "ANA KORIN, and\nIvo  Maren; Ana Korin again. Anna Korina."


def placed(project: Project, document: Document) -> list[str]:
    names = elsewhere.known(project)
    return [one.quotation for one in elsewhere.of_document(project, document.id, names)]


def test_in_another_document(project: Project, letter: Document, write: Write) -> None:
    other = added(project, write("other.txt", OTHER))
    assert placed(project, other) == []
    tagging.tag(project, letter.id, *span("Ana Korin"), "victim")
    tagging.tag(project, letter.id, *span("Ivo Maren"), "victim")
    assert placed(project, other) == ["ANA KORIN", "Ivo  Maren", "Ana Korin"]
    assert placed(project, letter) == []
    assert [one.quotation for one in elsewhere.everywhere(project)] == [
        "ANA KORIN",
        "Ana Korin",
        "Ivo  Maren",
    ]


def test_accepted_or_refused_they_are_gone(
    project: Project, letter: Document, write: Write
) -> None:
    other = added(project, write("other.txt", OTHER))
    tagging.tag(project, letter.id, *span("Ana Korin"), "victim")
    first, second = elsewhere.everywhere(project)
    assert (first.suggestion.rule, first.name) == ("known.victim", "other.txt")
    suggesting.accept(project, [first])
    suggesting.reject(project, [second])
    assert placed(project, other) == []
    assert list(elsewhere.everywhere(project)) == []


def test_with_what_the_rules_propose(project: Project, letter: Document, write: Write) -> None:
    other = added(project, write("other.txt", OTHER))
    own_rules.write(project, '[[rule]]\nname = "own"\ncode = "victim"\nwords = ["Ivo Maren"]')
    tagging.tag(project, letter.id, *span("Ana Korin"), "victim")
    found = suggesting.in_document(project, other.id)
    rules = [one.suggestion.rule for one in found if one.suggestion.rule.startswith(("own", "kn"))]
    assert rules == ["known.victim", "own", "known.victim"]
    own_rules.switch(project, "known.victim", on=False)
    rules = [one.suggestion.rule for one in suggesting.in_document(project, other.id)]
    assert "known.victim" not in rules


def test_no_numbers_no_short_words_no_whole_sentences(
    project: Project, letter: Document, write: Write
) -> None:
    other = added(project, write("other.txt", "174 and art. 174, on 5 May: Café and on"))
    for quotation in ("174", "on", "We demand the release of Ana Korin, held under art. 174"):
        tagging.tag(project, letter.id, *span(quotation), "demand")
    assert placed(project, other) == []
    tagging.tag(project, letter.id, *span("art. 174"), "legal_article")
    assert placed(project, other) == ["art. 174"]


def test_stopped(project: Project, letter: Document, write: Write) -> None:
    class Stop(Monitor):
        def cancelled(self) -> bool:
            return True

    added(project, write("other.txt", OTHER))
    tagging.tag(project, letter.id, *span("Ana Korin"), "victim")
    assert list(elsewhere.everywhere(project, Stop())) == []


def test_in_every_spelling(project: Project, letter: Document, write: Write) -> None:
    russian = added(project, write("ru.txt", "К Ане Корину, Ану Korin. Иво Марен свободен."))
    other = added(project, write("other.txt", "Anna Korine; Iwo Maren."))
    tagging.tag(project, letter.id, *span("Ana Korin"), "victim")
    tagging.tag(project, letter.id, *span("Ivo Maren"), "victim")
    assert placed(project, russian) == ["Ане Корину", "Ану Korin", "Иво Марен"]
    assert placed(project, other) == ["Iwo Maren"]
    everywhere = {one.quotation for one in elsewhere.everywhere(project)}
    assert everywhere == {"Ане Корину", "Ану Korin", "Иво Марен", "Iwo Maren"}
