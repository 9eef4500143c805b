"""Annotations stand where they were put, letter by letter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzannotate.model.annotation import Annotation, Tagging
from kzannotate.model.document import Document
from kzannotate.model.errors import KzError
from kzannotate.model.ids import AnnotationId, CodeId, DocumentId
from kzannotate.model.selectors import select
from kzannotate.project import codebook, reading, undoing
from kzannotate.project.importing import remove
from kzannotate.project.session import Project, create
from kzannotate.project.tagging import (
    Wish,
    annotation,
    annotations,
    delete,
    duplicate,
    move,
    recode,
    set_memo,
    tag,
    tag_as_new,
    tag_many,
)
from tests.project.conftest import LETTER, Write, added, span

ASTRAL = st.text(st.sampled_from("a é\n\U0001f54a\U0001f468\u200d\u00a0ё"), min_size=1)


def only(project: Project) -> Annotation:
    (found,) = annotations(project)
    return found


@given(before=ASTRAL, words=ASTRAL, after=ASTRAL)
def test_what_is_tagged_is_the_text(
    before: str, words: str, after: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("tag")
    (folder / "a.txt").write_text(before + words + after + "end", encoding="utf-8")
    with create(folder / "project.kza") as project:
        document = added(project, folder / "a.txt").id
        text = reading.text(project, document)
        start, stop = len(before), len(before + words)
        tag_many(project, [Tagging(document, start, stop, codebook.code(project, "victim").id)])
        assert only(project).selector == select(text, start, stop)
        delete(project, [only(project).id])
        if words.strip():
            tag(project, document, start, stop, "victim")
            assert only(project).quotation == words.strip()
            assert only(project).selector == select(text, only(project).start, only(project).stop)
        else:
            with pytest.raises(KzError, match="there is nothing to tag"):
                tag(project, document, start, stop, "victim")


def test_tag(project: Project, letter: Document) -> None:
    start, stop = span("\n\nWe demand the release of Ana Korin, ")
    changes = tag(project, letter.id, start, stop, "demand")
    found = only(project)
    assert changes.label == "Tag as Demand"
    assert changes.annotations == {found.id}
    assert found.quotation == "We demand the release of Ana Korin,"
    assert (found.start, found.stop) == (start + 2, stop - 1)
    assert found.code == codebook.code(project, "demand").id
    assert (found.memo, found.coder, found.page) == ("", "tester", None)
    assert found.created == found.modified != ""
    assert annotation(project, found.id) == found


@pytest.mark.parametrize(("start", "stop"), [(0, 0), (9, 3), span("\n\n")])
def test_nothing_to_tag(project: Project, letter: Document, start: int, stop: int) -> None:
    with pytest.raises(KzError, match="there is nothing to tag: select some text first"):
        tag(project, letter.id, start, stop, "demand")


@pytest.mark.parametrize(("start", "stop"), [(-5, 10), (0, len(LETTER) + 1), (10**9, 10**9 + 1)])
def test_outside_the_text(project: Project, letter: Document, start: int, stop: int) -> None:
    code = codebook.code(project, "demand").id
    sentence = f"letter.txt: {start}-{stop} is no stretch of its text"
    with pytest.raises(KzError, match=sentence):
        tag(project, letter.id, start, stop, "demand")
    with pytest.raises(KzError, match=sentence):
        tag_many(project, [Tagging(letter.id, start, stop, code)])
    assert annotations(project) == []


def test_unknown(project: Project, letter: Document) -> None:
    with pytest.raises(KzError, match="there is no code “demands”; the codebook has demand, vic"):
        tag(project, letter.id, 0, 5, "demands")
    with pytest.raises(KzError, match="nowhere: there is no such document"):
        tag(project, DocumentId("nowhere"), 0, 5, "demand")
    with pytest.raises(KzError, match="no longer in the project"):
        annotation(project, AnnotationId("nowhere"))
    with pytest.raises(KzError, match="no longer in the project"):
        move(project, AnnotationId("nowhere"), 0, 5)


def test_tag_many_is_all_or_none(project: Project, letter: Document) -> None:
    code = codebook.code(project, "demand").id
    sound = Tagging(letter.id, *span("Ana Korin"), code)
    for spoilt in (
        Tagging(letter.id, 5, 5, code),
        Tagging(letter.id, 5, len(LETTER) + 1, code),
        Tagging(letter.id, 5, 9, CodeId("no code")),
        Tagging(DocumentId("no document"), 5, 9, code),
    ):
        with pytest.raises(KzError):
            tag_many(project, [sound, spoilt, sound])
    assert annotations(project) == []
    assert undoing.next_undo(project) == "Add letter.txt"


def test_tag_many_is_one_step(project: Project, letter: Document) -> None:
    wishes = [
        Tagging(letter.id, *span(words), codebook.code(project, code).id)
        for words, code in (("Ana Korin", "victim"), ("art. 174", "legal_article"))
    ]
    assert tag_many(project, wishes).label == "Tag 2 passages"
    assert len(annotations(project)) == 2
    undoing.undo(project)
    assert annotations(project) == []


def test_tag_many_tells_what_it_refuses(project: Project, letter: Document) -> None:
    code = codebook.code(project, "demand").id
    wishes = [Tagging(letter.id, 5, 5, code), Tagging(letter.id, *span("Ana Korin"), code)]
    told: list[tuple[Wish, str]] = []
    tag_many(project, wishes, lambda wish, error: told.append((wish, str(error))))
    assert [wish for wish, _ in told] == wishes[:1]
    assert only(project).quotation == "Ana Korin"


def test_white_space_is_kept_where_it_is_asked_for(project: Project, letter: Document) -> None:
    code = codebook.code(project, "demand").id
    start, stop = span(" Ana Korin, ")
    tag_many(project, [Tagging(letter.id, start, stop, code)])
    assert only(project).quotation == " Ana Korin, "


def test_changing_an_annotation(project: Project, letter: Document) -> None:
    tag(project, letter.id, *span("Ana Korin"), "victim")
    old = only(project)
    set_memo(project, [old.id], "Held since May.\r\nSee “Корин”\0.\ud800")
    recode(project, [old.id], "demand")
    move(project, old.id, *span("Ivo Maren"))
    new = only(project)
    assert new.memo == "Held since May.\nSee “Корин”."
    assert new.code == codebook.code(project, "demand").id
    assert new.selector == select(LETTER, *span("Ivo Maren"))
    assert (new.id, new.created, new.coder) == (old.id, old.created, old.coder)
    assert new.modified >= old.modified
    with pytest.raises(KzError, match="is no stretch of its text"):
        move(project, old.id, 5, 5)
    assert delete(project, [old.id, AnnotationId("nowhere")]).annotations == {old.id}
    assert annotations(project) == []


def test_reading_order(project: Project, letter: Document, write: Write) -> None:
    other = added(project, write("An earlier name.txt", "Ana Korin.\n"))
    tag(project, letter.id, *span("Ivo Maren"), "victim")
    tag(project, letter.id, *span("release"), "demand")
    tag(project, letter.id, *span("release of Ana Korin"), "demand")
    tag(project, other.id, 0, 9, "victim")
    quotations = ["release of Ana Korin", "release", "Ivo Maren"]
    assert [one.quotation for one in annotations(project, letter.id)] == quotations
    assert [one.quotation for one in annotations(project)] == ["Ana Korin", *quotations]
    assert codebook.counts(project) == {
        codebook.code(project, "demand").id: 2,
        codebook.code(project, "victim").id: 2,
    }
    assert reading.annotation_counts(project) == {letter.id: 3, other.id: 1}
    remove(project, [letter.id])
    assert reading.annotation_counts(project) == {other.id: 1}


def test_a_new_code_and_its_first_annotation_are_one_step(
    project: Project, letter: Document
) -> None:
    start, stop = span("Ana Korin")
    changes = tag_as_new(project, letter.id, start - 1, stop, "Witness")
    assert changes.label == "Add code Witness and tag"
    found = only(project)
    assert (codebook.code(project, "witness").id, found.quotation) == (found.code, "Ana Korin")
    undoing.undo(project)
    assert annotations(project) == []
    with pytest.raises(KzError, match="there is no code “witness”"):
        codebook.code(project, "witness")


def test_a_new_code_whose_name_is_taken_tags_nothing(project: Project, letter: Document) -> None:
    with pytest.raises(KzError, match="there is a code “Victim” already"):
        tag_as_new(project, letter.id, *span("Ana Korin"), "victim")
    assert annotations(project) == []


def test_a_duplicate_differs_in_its_code_alone(project: Project, letter: Document) -> None:
    tag(project, letter.id, *span("Ana Korin"), "victim")
    first = only(project)
    set_memo(project, [first.id], "who?")
    duplicate(project, first.id, "demand")
    one, other = annotations(project)
    assert {one.selector} == {other.selector}
    assert (one.memo, one.page) == (other.memo, other.page)
    assert {one.code, other.code} == {
        codebook.code(project, "victim").id,
        codebook.code(project, "demand").id,
    }
    undoing.undo(project)
    assert only(project).id == first.id
