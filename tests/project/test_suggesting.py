"""Suggestions through the verbs alone: made, listed, accepted, refused, taken back."""

import multiprocessing

import pytest

from kzannotate.model.document import Document
from kzannotate.model.errors import KzError
from kzannotate.model.progress import Monitor
from kzannotate.model.suggestion import Proposal
from kzannotate.project import checking, own_rules, reading, suggesting, tagging, undoing
from kzannotate.project.importing import remove
from kzannotate.project.session import Project, open_project
from kzannotate.project.suggesting import Wanted
from tests.project.conftest import LETTER, Write, added, span

OWN = """
[[rule]]
name = "own.hearing"
code = "demand"
words = ["the hearing", "the release of Ana Korin"]

[[rule]]
name = "own.missing"
code = "legal_article"
words = ["Ivo Maren"]
score = 0.4
"""


@pytest.fixture
def proposed(project: Project, letter: Document) -> Document:
    """A letter for which the project's own rules propose three passages."""
    own_rules.write(project, OWN)
    assert suggesting.refresh(project)
    return letter


def quotations(project: Project, wanted: Wanted | None = None) -> list[str]:
    """What our own rules propose: others may come and go with the program."""
    return [
        one.quotation
        for one in suggesting.of(project, wanted)
        if one.suggestion.rule.startswith("own.")
    ]


def ours(project: Project, rule: str = "own.") -> list[Proposal]:
    return [one for one in suggesting.of(project) if one.suggestion.rule.startswith(rule)]


def test_listed_in_reading_order(project: Project, proposed: Document) -> None:
    assert quotations(project) == ["the release of Ana Korin", "the hearing", "Ivo Maren"]
    first = ours(project)[0]
    assert (first.document, first.name, first.page) == (proposed.id, "letter.txt", None)
    assert (first.suggestion.start, first.suggestion.stop) == span("the release of Ana Korin")


def test_a_long_document_is_left_to_who_goes_through_all(
    project: Project, letter: Document
) -> None:
    own_rules.write(project, OWN)
    assert suggesting.in_document(project, letter.id, longest=letter.characters - 1) == []
    assert suggesting.in_document(project, letter.id, longest=letter.characters)
    assert suggesting.in_document(project, letter.id, longest=1)


def test_what_is_tagged_elsewhere_is_sought_in_short_documents(
    project: Project, letter: Document, write: Write
) -> None:
    other = added(project, write("other.txt", "ANA KORIN said so."))
    tagging.tag(project, letter.id, *span("Ana Korin"), "victim")
    rules = {one.suggestion.rule for one in suggesting.in_document(project, other.id)}
    assert "known.victim" in rules
    rules = {one.suggestion.rule for one in suggesting.in_document(project, other.id, longest=5)}
    assert "known.victim" not in rules


def test_asked_by_code_score_and_document(project: Project, proposed: Document) -> None:
    assert quotations(project, Wanted(code="legal_article")) == ["Ivo Maren"]
    assert "Ivo Maren" not in quotations(project, Wanted(least=0.5))
    assert quotations(project, Wanted(document=proposed.id)) == quotations(project)
    assert sum(suggesting.counts(project).values()) == len(suggesting.of(project))


def test_accepted_as_one_step(project: Project, proposed: Document) -> None:
    changes = suggesting.accept(project, ours(project, "own.hearing"))
    assert changes.label == "Accept 2 suggestions"
    made = [(one.quotation, one.start) for one in tagging.annotations(project, proposed.id)]
    assert made == [
        ("the release of Ana Korin", span("the release of Ana Korin")[0]),
        ("the hearing", span("the hearing")[0]),
    ]
    assert quotations(project) == ["Ivo Maren"]
    undoing.undo(project)
    assert tagging.annotations(project, proposed.id) == []
    assert len(quotations(project)) == 3


def test_accepted_with_another_code(project: Project, proposed: Document) -> None:
    suggesting.accept(project, ours(project, "own.missing"), "legal_article")
    assert "Ivo Maren" not in quotations(project)


def test_what_is_tagged_already_isnt_proposed(project: Project, proposed: Document) -> None:
    tagging.tag(project, proposed.id, *span("release of Ana Korin, held"), "demand")
    assert "the release of Ana Korin" not in quotations(project)


def test_refused_for_good_and_taken_back(project: Project, proposed: Document) -> None:
    changes = suggesting.reject(project, ours(project, "own.missing"))
    assert changes.label == "Reject suggestion"
    assert len(changes.rejections) == 1
    assert "Ivo Maren" not in quotations(project)
    own_rules.add_name(project, "Nobody Else")  # another version of the rules
    suggesting.refresh(project)
    assert "Ivo Maren" not in quotations(project)
    undoing.undo(project)
    undoing.undo(project)
    assert "Ivo Maren" in quotations(project)
    assert checking.check(project) == []


def test_refused_in_another_encoding_too(project: Project, write: Write) -> None:
    from kzannotate.project.rereading import reread

    document = added(
        project, write("cp1252.txt", "Été 2024. Ivo Maren a disparu.".encode("cp1252"))
    )
    own_rules.write(project, OWN)
    suggesting.refresh(project)
    suggesting.reject(project, ours(project))
    reread(project, document.id, "windows-1250")
    suggesting.refresh(project)
    assert quotations(project) == []
    assert checking.check(project) == []


def test_a_tiresome_rule_is_told_and_switched_off(project: Project, write: Write) -> None:
    added(project, write("three.txt", "Ivo Maren. Ivo Maren. Ivo Maren. Ivo Maren."))
    own_rules.write(project, OWN)
    suggesting.refresh(project)
    for wanted in (False, False, True):
        suggesting.reject(project, ours(project)[:1])
        assert suggesting.is_tiresome(project, "own.missing") is wanted
    own_rules.switch(project, "own.missing", on=False)
    assert quotations(project) == []
    assert not suggesting.is_tiresome(project, "own.missing")
    own_rules.switch(project, "own.missing", on=True)
    assert quotations(project) == ["Ivo Maren"]


def test_gone_through_once_and_again_after_a_change(project: Project, proposed: Document) -> None:
    seen: list[str] = []
    suggesting.refresh(project, told=seen.append)
    assert seen == []
    assert suggesting.characters_due(project) == 0
    own_rules.write(project, "")
    assert suggesting.characters_due(project) == len(LETTER)
    assert suggesting.refresh(project, told=seen.append)
    assert seen == [proposed.id]
    assert quotations(project) == []


def test_a_cancel_keeps_what_is_finished(
    project: Project, proposed: Document, write: Write
) -> None:
    class Once(Monitor):
        left = 1

        def cancelled(self) -> bool:
            self.left -= 1
            return self.left < 0

    for number in range(3):
        added(project, write(f"more-{number}.txt", f"{number}: Ivo Maren is missing."))
    assert not suggesting.refresh(project, monitor=Once())
    assert quotations(project).count("Ivo Maren") == 2
    assert suggesting.refresh(project)
    assert quotations(project).count("Ivo Maren") == 4


def test_read_from_the_file_anew(project: Project, proposed: Document) -> None:
    suggesting.reject(project, ours(project, "own.missing"))
    with open_project(project.path, writable=False) as again:
        assert suggesting.characters_due(again) == 0
        assert quotations(again) == ["the release of Ana Korin", "the hearing"]


def test_of_a_removed_document(project: Project, proposed: Document) -> None:
    suggesting.reject(project, ours(project, "own.missing"))
    stale = ours(project)
    remove(project, [proposed.id])
    assert suggesting.of(project) == []
    with pytest.raises(KzError):
        suggesting.accept(project, stale)
    undoing.undo(project)
    assert quotations(project) == ["the release of Ana Korin", "the hearing"]
    assert reading.text(project, proposed.id) == LETTER
    assert checking.check(project) == []


def test_in_a_project_open_for_reading(project: Project, proposed: Document) -> None:
    with open_project(project.path, writable=False) as reader:
        quoted = [one.quotation for one in suggesting.in_document(reader, proposed.id)]
        assert {"the hearing", "Ivo Maren"} <= set(quoted)


def test_in_another_process(project: Project, letter: Document) -> None:
    own_rules.write(project, OWN)
    with suggesting.another_process() as run:
        assert suggesting.refresh(project, run=run)
    assert quotations(project) == ["the release of Ana Korin", "the hearing", "Ivo Maren"]


def test_another_process_that_is_killed_is_a_sentence(project: Project, letter: Document) -> None:
    with suggesting.another_process() as run:
        run("warm", [], own_rules.rules(project))
        for child in multiprocessing.active_children():
            child.kill()
        with pytest.raises(KzError, match="ended from outside"):
            suggesting.refresh(project, run=run)
    assert suggesting.refresh(project)
