"""Back and forward, through documents and views."""

import pytest

from kzannotate import paths
from kzannotate.model.ids import DocumentId
from kzannotate.project import importing
from kzannotate.ui.workbench import Workbench
from tests.ui.conftest import Open
from tests.ui.driving import press

PDF = paths.resources() / "sample" / "council-2024-motion-fr-nl.pdf"
DRAWN = "[victim: Ana] and [victim: Ivo] and some more words."


@pytest.fixture
def workbench(bench: Open) -> Workbench:
    return bench(**{"a.txt": DRAWN, "b.txt": "Another letter."})


def where(workbench: Workbench) -> tuple[str, int]:
    reader = workbench.reader
    assert reader.shown
    return reader.shown.document.name, reader.caret()


def show(workbench: Workbench, name: str) -> None:
    model = workbench.corpus.model
    documents = [model.document(model.index(row, 0)) for row in range(model.rowCount())]
    workbench.reader.open(next(one.id for one in documents if one.name == name))


def test_every_jump_can_be_gone_back(workbench: Workbench) -> None:
    show(workbench, "a.txt")
    workbench.reader.place(20)
    press("P")
    assert where(workbench) == ("a.txt", 8)
    show(workbench, "b.txt")
    workbench.reader.place(3)
    press("Alt+Left")
    assert where(workbench) == ("a.txt", 8)
    press("Alt+Left")
    assert where(workbench) == ("a.txt", 20)
    press("Alt+Right", "Alt+Right")
    assert where(workbench) == ("b.txt", 3)
    press("Alt+Right")
    assert where(workbench) == ("b.txt", 3)


def test_a_new_jump_ends_the_way_forward(workbench: Workbench) -> None:
    show(workbench, "a.txt")
    workbench.reader.place(0)
    press("N", "Alt+Left")
    assert where(workbench) == ("a.txt", 0)
    show(workbench, "b.txt")
    press("Alt+Right")
    assert where(workbench) == ("b.txt", 0)


def test_a_removed_document_is_left_out(workbench: Workbench) -> None:
    show(workbench, "b.txt")
    show(workbench, "a.txt")
    workbench.reader.place(20)
    (other,) = (one for one in ids(workbench) if one != current(workbench))
    press("P")
    importing.remove(workbench.project, [other])
    press("Alt+Left")
    assert where(workbench) == ("a.txt", 20)
    press("Alt+Left")
    assert where(workbench) == ("a.txt", 0)


def ids(workbench: Workbench) -> list[DocumentId]:
    model = workbench.corpus.model
    return [model.document(model.index(row, 0)).id for row in range(model.rowCount())]


def current(workbench: Workbench) -> str:
    assert workbench.reader.shown
    return workbench.reader.shown.document.id


def test_the_view_comes_back_too(workbench: Workbench) -> None:
    (paper,) = importing.add(workbench.project, [PDF]).added
    workbench.reader.open(paper.id)
    press("F4")
    assert workbench.reader.on_page
    show(workbench, "a.txt")
    press("Alt+Left")
    assert where(workbench)[0] == paper.name
    assert workbench.reader.on_page
