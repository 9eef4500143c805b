"""Marks read where they are asked are those that are there."""

from pathlib import Path

import pytest

from kzannotate.model.annotation import Mark, Tagging
from kzannotate.project import codebook, tagging
from kzannotate.project.session import Project
from kzannotate.ui.reader.highlights import Spans
from kzannotate.ui.reader.marks import Marks
from tests.ui.pictures import add_text

LONG = 60_000
SPANS = [(0, 5), (1, 3), (3, 3 + LONG // 2), (100, 101), (8_000, 12_100), (12_100, 12_101)]
SPANS += [(start, start + 7) for start in range(13_000, LONG, 911)]
ASKED = [
    (0, 10),
    (0, LONG),
    (3, 4),
    (101, 8_000),
    (12_099, 12_100),
    (12_100, 12_100),
    (11_999, 12_001),
    (59_900, LONG),
]


@pytest.fixture
def tagged(project: Project, tmp_path: Path) -> tuple[Marks, Spans[Mark]]:
    document = add_text(project, tmp_path, "long.txt", "lorem " * (LONG // 6)).id
    code = codebook.code(project, "victim").id
    tagging.tag_many(project, [Tagging(document, *span, code) for span in SPANS])
    return Marks(project, document), Spans(tagging.marks(project, document))


@pytest.mark.parametrize("asked", ASKED)
def test_those_over_a_stretch(tagged: tuple[Marks, Spans[Mark]], asked: tuple[int, int]) -> None:
    marks, everything = tagged
    for stretch in (asked, *ASKED, asked):  # what was asked before doesn't matter
        assert marks.over(*stretch) == everything.over(*stretch)


def test_those_at_a_caret(tagged: tuple[Marks, Spans[Mark]]) -> None:
    marks, everything = tagged
    for position in (0, 1, 5, 8_000, 12_100, 12_101, 101, 59_999, LONG, 13_000, 12_000):
        assert marks.at(position) == everything.at(position)


def test_its_codes(project: Project, tmp_path: Path) -> None:
    document = add_text(project, tmp_path, "a.txt", "Free Ana.").id
    marks = Marks(project, document)
    assert marks.codes == set()
    tagging.tag(project, document, 5, 8, "victim")
    marks.renew()
    assert marks.codes == {codebook.code(project, "victim").id}
    assert len(marks.over(0, 9)) == 1
