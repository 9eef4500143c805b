"""What the reader holds of a document, renewed by what changed."""

from pathlib import Path

import pytest

from kzannotate.model.errors import KzError
from kzannotate.model.ids import AnnotationId, DocumentId
from kzannotate.project import codebook, tagging
from kzannotate.project.session import Project
from kzannotate.ui.reader.open_document import OpenDocument, find
from tests.ui.conftest import Printed
from tests.ui.pictures import add_picture, add_text, lit


def test_a_document_that_is_gone_is_refused(project: Project) -> None:
    with pytest.raises(KzError):
        OpenDocument(project, DocumentId("gone"))
    assert find(project, AnnotationId("gone")) is None


def test_it_follows_its_own_annotations_alone(project: Project, tmp_path: Path) -> None:
    letter = add_picture(project, tmp_path, "a.txt", "Free [victim: Ana].")
    other = add_text(project, tmp_path, "b.txt", "Free Ivo.")
    shown = OpenDocument(project, letter.id)
    assert lit(shown) == ["Ana"]
    assert not shown.update(tagging.tag(project, other.id, 5, 8, "victim"))
    made = tagging.tag(project, letter.id, 0, 4, "demand")
    assert shown.update(made)
    assert lit(shown) == ["Free", "Ana"]
    (free,) = made.annotations
    assert shown.annotation(free)
    assert shown.update(tagging.delete(project, [free]))
    assert shown.annotation(free) is None


def test_regions_stand_beside_the_text(project: Project, printed: Printed) -> None:
    """Between pages with text: no run of highlighted letters may take a region along."""
    document = printed("Ana Korin", "", "Ivo Maren").id
    tagging.tag(project, document, 0, 3, "victim")
    made = tagging.tag_region(project, document, 2, (10, 10, 90, 90), "victim")
    shown = OpenDocument(project, document)
    assert lit(shown) == ["Ana"]
    assert [one.id for one in shown.regions] == list(made.annotations)
    assert shown.update(tagging.delete(project, list(made.annotations)))
    assert shown.regions == []


def test_a_text_without_pages_is_on_page_0(project: Project, tmp_path: Path) -> None:
    shown = OpenDocument(project, add_text(project, tmp_path, "a.txt", "Ana").id)
    assert shown.page_at(0) == shown.page_at(3) == 0


def test_places_are_on_pages_to_the_last(project: Project, printed: Printed) -> None:
    shown = OpenDocument(project, printed("Ana Korin", "", "Ivo Maren", "").id)
    assert shown.page_at(0) == 1
    assert shown.page_at(shown.text.index("Ivo")) == 3
    assert shown.page_at(len(shown.text)) == 3


def test_a_scan_is_on_its_first_page(project: Project, printed: Printed) -> None:
    assert OpenDocument(project, printed("", "").id).page_at(0) == 1


def test_the_next_one_is_found_beside_regions(project: Project, printed: Printed) -> None:
    document = printed("Ana Korin", "", "Ivo Maren").id
    tagging.tag(project, document, 0, 3, "victim")
    for top in (300, 10):
        tagging.tag_region(project, document, 2, (10, top, 90, top + 50), "demand")
    shown = OpenDocument(project, document)
    tagging.tag(project, document, shown.text.index("Ivo"), len(shown.text) - 1, "victim")
    seen, active = [], None
    while active := shown.next_annotation(active, 0, 1):
        seen.append(active.region[1] if active.region else active.quotation)
    assert seen == ["Ana", 10, 300, "Ivo Maren"]
    first = shown.next_annotation(None, len(shown.text), -1, codebook.code(project, "victim").id)
    assert first
    assert first.quotation == "Ivo Maren"
    before = shown.next_annotation(first, 0, -1, first.code)
    assert before
    assert before.quotation == "Ana"
