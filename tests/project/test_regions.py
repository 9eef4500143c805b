"""Annotations on a box of a page."""

import math

import pymupdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kzannotate.model.annotation import RegionTagging, Tagging
from kzannotate.model.boxes import Box
from kzannotate.model.document import Document
from kzannotate.model.errors import KzError
from kzannotate.model.ids import AnnotationId, DocumentId
from kzannotate.project import undoing
from kzannotate.project.checking import check
from kzannotate.project.codebook import code, codes
from kzannotate.project.exporting import quotations
from kzannotate.project.importing import remove
from kzannotate.project.session import Project
from kzannotate.project.tagging import (
    Wish,
    annotation,
    annotations,
    delete,
    duplicate,
    move,
    move_region,
    recode,
    set_memo,
    tag,
    tag_many,
    tag_region,
    tag_region_as_new,
)
from tests.project.conftest import Write, added

BOX = (100.0, 200.0, 300.0, 250.5)


@pytest.fixture
def scan(project: Project, write: Write) -> Document:
    """Three pages, the middle one without text; A4 would be another size."""
    file = pymupdf.open()
    for words in ("Free Ana Korin.", "", "Free Ivo Maren."):
        page = file.new_page(width=600, height=800)
        if words:
            page.insert_text((72, 72), words)
    return added(project, write("scan.pdf", file.tobytes()))


def tagged(project: Project, document: Document, page: int = 2, box: Box = BOX) -> AnnotationId:
    (made,) = tag_region(project, document.id, page, box, "victim").annotations
    return made


def test_stands_where_its_page_starts(project: Project, scan: Document) -> None:
    tag(project, scan.id, 5, 14, "victim")
    tag(project, scan.id, 21, 30, "victim")
    made = annotation(project, tagged(project, scan))
    assert (made.page, made.region, made.start, made.stop) == (2, BOX, 16, 16)
    assert (made.quotation, made.shown) == ("", "[box on page 2]")
    assert [one.page for one in annotations(project, scan.id)] == [1, 2, 3]
    assert undoing.next_undo(project) == "Tag as Victim"
    assert check(project) == []


def test_what_is_off_the_page_is_cut_away(project: Project, scan: Document) -> None:
    made = annotation(project, tagged(project, scan, box=(700, 900, 500.007, -3)))
    assert made.region == (500.0, 0.0, 600.0, 800.0)


@pytest.mark.parametrize(
    "box",
    [
        (100, 200, 103, 300),
        (100, 200, 100, 200),
        (-50, 10, 2, 300),
        (601, 10, 700, 300),
        (0, 0, math.nan, 9),
        (0, 0, math.inf, 9),
    ],
)
def test_too_small_or_off_the_page(project: Project, scan: Document, box: Box) -> None:
    with pytest.raises(KzError, match=r"scan\.pdf: the box is too small or off page 2"):
        tag_region(project, scan.id, 2, box, "victim")
    assert annotations(project) == []


def test_no_such_page(project: Project, scan: Document, letter: Document) -> None:
    for document, page in ((scan, 4), (scan, 0), (letter, 1)):
        with pytest.raises(KzError, match=f"{document.name}: it has no page {page}"):
            tag_region(project, document.id, page, BOX, "victim")
    with pytest.raises(KzError, match="there is no such document"):
        tag_region(project, DocumentId("nowhere"), 1, BOX, "victim")


def test_changes_as_others_do(project: Project, scan: Document) -> None:
    made = tagged(project, scan)
    recode(project, [made], "demand")
    set_memo(project, [made], "a stamp")
    (copy,) = duplicate(project, made, "victim").annotations
    assert annotation(project, copy).region == BOX
    changed = annotation(project, made)
    assert (changed.region, changed.memo) == (BOX, "a stamp")
    delete(project, [made, copy])
    assert annotations(project) == []
    undoing.undo(project)
    assert annotation(project, made) == changed
    remove(project, [scan.id])
    undoing.undo(project)
    assert annotation(project, made) == changed
    assert check(project) == []


def test_moves_as_a_box(project: Project, scan: Document, letter: Document) -> None:
    made = tagged(project, scan)
    assert move_region(project, made, (10, 20, 30, 40)).label == "Move box"
    assert annotation(project, made).region == (10, 20, 30, 40)
    with pytest.raises(KzError, match="too small or off page 2"):
        move_region(project, made, (10, 20, 11, 21))
    with pytest.raises(KzError, match="move the box instead"):
        move(project, made, 0, 4)
    (words,) = tag(project, letter.id, 5, 8, "victim").annotations
    with pytest.raises(KzError, match="move its ends instead"):
        move_region(project, words, BOX)
    undoing.undo(project)
    undoing.undo(project)
    assert annotation(project, made).region == BOX


def test_stretches_and_regions_in_one_step(project: Project, scan: Document) -> None:
    victim = code(project, "victim").id
    wishes: list[Wish] = [
        Tagging(scan.id, 5, 14, victim),
        RegionTagging(scan.id, 3, BOX, victim),
        RegionTagging(scan.id, 9, BOX, victim),
    ]
    refusals: list[str] = []
    changes = tag_many(project, wishes, lambda _, error: refusals.append(str(error)))
    assert len(changes.annotations) == 2
    assert refusals == ["scan.pdf: it has no page 9; nothing was tagged"]
    undoing.undo(project)
    assert annotations(project) == []


def test_exported_from_a_page_without_text(project: Project, write: Write) -> None:
    file = pymupdf.open()
    file.new_page(width=600, height=800)
    blank = added(project, write("blank.pdf", file.tobytes()))
    tag_region(project, blank.id, 1, BOX, "victim")
    (row,) = quotations(project)
    assert (row.page, row.quotation, row.language) == (1, "", "")
    assert (row.x0, row.y0, row.x1, row.y1) == BOX


def test_check_finds_a_box_off_its_page(project: Project, scan: Document) -> None:
    tagged(project, scan)
    project.store.db.execute("UPDATE annotation SET x1 = 601")
    problems = check(project)
    assert problems[0] == "scan.pdf: a box on page 2 doesn't lie on that page"
    assert any("isn't as the history left it" in problem for problem in problems)


points = st.floats(-1000, 2000)


@given(box=st.tuples(points, points, points, points))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
def test_every_region_lies_on_its_page(project: Project, scan: Document, box: Box) -> None:
    try:
        x0, y0, x1, y1 = annotation(project, tagged(project, scan, box=box)).region or BOX
    except KzError:
        return
    assert 0 <= x0 < x1 <= 600
    assert 0 <= y0 < y1 <= 800


def test_a_box_and_its_new_code_are_one_step(project: Project, scan: Document) -> None:
    changes = tag_region_as_new(project, scan.id, 2, BOX, "Stamp")
    assert changes.label == "Add code Stamp and tag"
    (found,) = annotations(project)
    assert (found.page, found.code) == (2, code(project, "stamp").id)
    undoing.undo(project)
    assert annotations(project) == []
    for box, name in ((BOX, "victim"), ((0, 0, 0.1, 0.1), "Seal")):
        with pytest.raises(KzError):
            tag_region_as_new(project, scan.id, 2, box, name)
    assert [one.key for one in codes(project)] == ["demand", "victim", "legal_article"]
