"""The reader: text and page of one document keep place, selection and what is lit."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from kzannotate.model.changes import Changes
from kzannotate.model.document import Document, Picture
from kzannotate.model.errors import KzError
from kzannotate.model.ids import DocumentId
from kzannotate.model.query import Hit
from kzannotate.project import codebook, importing, tagging
from kzannotate.project.reading import Drawing
from kzannotate.project.session import Project
from kzannotate.ui.jobs import Jobs
from kzannotate.ui.reader.highlights import Suggested
from kzannotate.ui.reader.reader import Reader
from tests.ui.conftest import Printed
from tests.ui.pictures import add_picture, add_text
from tests.ui.reader.test_text_view import lit as lit_in

WORDS = ("Free Ana Korin", "", "Ivo Maren is missing")


@pytest.fixture
def reader(project: Project, jobs: Jobs, qtbot: QtBot) -> Iterator[Reader]:
    reader = Reader(project, jobs, QAction("Text or page"))
    qtbot.addWidget(reader)
    reader.resize(600, 400)
    reader.show()
    reader.show_codes({code.id: code for code in codebook.codes(project)})
    yield reader
    jobs.drain()
    reader.close_drawing()


def hit(document: Document, start: int, stop: int) -> Hit:
    return Hit(document.id, document.name, None, start, stop, "", "", "", 1.0)


def test_nothing_is_open_and_nothing_happens(reader: Reader) -> None:
    reader.toggle_page()
    reader.turn_to(3)
    reader.refresh(Changes())
    reader.choose(None)
    assert reader.shown is None
    assert reader.page() == 0
    assert reader.to_tag() == (0, 0)


def test_the_selection_is_tagged_else_the_word(
    reader: Reader, project: Project, tmp_path: Path
) -> None:
    reader.open(add_text(project, tmp_path, "a.txt", "🕊 Ana-Maria  is").id)
    reader.place(5)
    assert reader.to_tag() == (2, 11)
    reader.place(12)
    assert reader.to_tag() == (12, 12)
    reader.reveal(reader.shown.document.id if reader.shown else DocumentId(""), 4, 14)
    assert reader.to_tag() == (4, 14)


def test_of_several_annotations_the_shortest_or_the_chosen_is_active(
    reader: Reader, project: Project, tmp_path: Path
) -> None:
    letter = add_picture(project, tmp_path, "a.txt", "We [demand: ask for [victim: Ana] now].")
    reader.open(letter.id)
    reader.place(11)
    assert reader.active
    assert reader.active.quotation == "Ana"
    demand, _ = tagging.annotations(project, letter.id)
    reader.choose(demand.id)
    assert reader.active == demand
    reader.place(0)
    assert reader.active is None


def test_a_change_elsewhere_leaves_the_reader_alone(
    reader: Reader, project: Project, tmp_path: Path, qtbot: QtBot
) -> None:
    letter = add_text(project, tmp_path, "a.txt", "Ana Korin")
    other = add_text(project, tmp_path, "b.txt", "Ivo Maren")
    reader.open(letter.id)
    with qtbot.assertNotEmitted(reader.moved):
        reader.refresh(tagging.tag(project, other.id, 0, 3, "victim"))
    with qtbot.waitSignal(reader.moved):
        reader.refresh(tagging.tag(project, letter.id, 0, 3, "victim"))
    assert reader.active


def test_a_removed_document_leaves_the_reader_empty(
    reader: Reader, project: Project, tmp_path: Path
) -> None:
    letter = add_text(project, tmp_path, "a.txt", "Ana Korin")
    reader.open(letter.id)
    reader.refresh(importing.remove(project, [letter.id]))
    assert reader.shown is None
    assert reader.text_view.toPlainText() == ""
    with pytest.raises(KzError):
        reader.reveal(letter.id, 0, 3)


def test_text_and_page_keep_place_and_selection(
    reader: Reader, project: Project, printed: Printed, qtbot: QtBot
) -> None:
    paper = printed(*WORDS)
    reader.open(paper.id)
    assert reader.shown
    start = reader.shown.text.index("Ivo")
    reader.reveal(paper.id, start, start + 3)
    assert reader.page() == 3
    reader.toggle_page()
    assert reader.page_view.isVisible()
    assert reader.page() == 3
    assert reader.selection() == (start, start + 3)
    reader.toggle_page()
    assert reader.text_view.isVisible()
    assert reader.selection() == (start, start + 3)


def test_pages_are_turned_in_both_views(reader: Reader, printed: Printed) -> None:
    reader.open(printed(*WORDS).id)
    assert reader.shown
    last = reader.shown.text.index("Ivo")
    for _ in range(2):
        reader.turn_to(3)
        assert (reader.page(), reader.caret()) == (3, last)
        reader.turn_to(1)
        assert (reader.page(), reader.caret()) == (1, 0)
        reader.toggle_page()
    reader.toggle_page()
    reader.turn_by(1)
    assert reader.page() == 2
    reader.turn_by(1)
    reader.turn_by(1)
    assert reader.page() == 3


def test_a_scan_is_shown_as_pages_and_a_text_as_text(
    reader: Reader, project: Project, printed: Printed, tmp_path: Path
) -> None:
    reader.open(printed("", "").id)
    assert reader.page_view.isVisible()
    assert reader.page() == 1
    reader.open(add_text(project, tmp_path, "a.txt", "Ana Korin").id)
    assert reader.text_view.isVisible()


def test_hits_are_lit_in_their_documents(reader: Reader, project: Project, tmp_path: Path) -> None:
    one = add_text(project, tmp_path, "a.txt", "Ana Korin")
    other = add_text(project, tmp_path, "b.txt", "Ivo Maren")
    reader.show_hits([hit(one, 0, 3), hit(other, 4, 9)])
    for document, words in ((one, "Ana"), (other, "Maren")):
        reader.open(document.id)
        ((lit, _),) = lit_in(reader.text_view)
        assert lit == words
    reader.show_hits([])
    assert lit_in(reader.text_view) == []


def test_a_page_is_drawn(reader: Reader, printed: Printed, qtbot: QtBot) -> None:
    reader.open(printed(*WORDS).id)
    reader.toggle_page()
    blank = reader.page_view.viewport().grab().toImage()
    qtbot.waitUntil(lambda: reader.page_view.viewport().grab().toImage() != blank)


def test_pages_that_are_only_passed_are_not_drawn(
    reader: Reader, printed: Printed, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[int] = []
    go = Event()

    def picture(_self: Drawing, _document: DocumentId, page: int, zoom: float) -> Picture:
        if zoom > 0.3:  # no thumbnail
            drawn.append(page)
        assert go.wait(30)
        if page == 9:
            raise KzError("it took too long")
        return Picture(1, 1, b"\x00\x00\x00")

    monkeypatch.setattr(Drawing, "picture", picture)
    reader.open(printed(*["Ana"] * 9).id)
    reader.toggle_page()
    for _ in range(8):
        reader.turn_by(1)
    go.set()
    told = reader.page_view.viewport().grab().toImage()
    qtbot.waitUntil(lambda: reader.page_view.viewport().grab().toImage() != told)
    assert drawn[:2] == [1, 9]  # then what is beside it
    assert not {2, 3, 4, 5, 6} & set(drawn)


def test_a_place_behind_the_end_is_its_end(
    reader: Reader, project: Project, tmp_path: Path
) -> None:
    letter = add_text(project, tmp_path, "a.txt", "Ana Korin")
    reader.reveal(letter.id, 4, 400)  # a hit of the text as it was before
    assert reader.selection() == (4, 9)
    reader.reveal(letter.id, 300, 400)
    assert reader.selection() == (9, 9)


def test_suggestions_go_with_their_document(
    reader: Reader, project: Project, tmp_path: Path
) -> None:
    first = add_text(project, tmp_path, "a.txt", "Free Ana.")
    other = add_text(project, tmp_path, "b.txt", "Free Ivo.")
    reader.open(first.id)
    victim = codebook.code(project, "victim").id
    reader.show_suggestions([Suggested(5, 8, victim)])
    assert [one.code for _, one in reader.text_view.margin.suggested()] == [victim]
    assert reader.page_view.painting.suggestions.codes == {victim}
    reader.show_suggestions(())
    assert reader.text_view.margin.suggested() == []
    reader.show_suggestions([Suggested(5, 8, victim)])
    reader.open(other.id)
    assert reader.text_view.margin.suggested() == []
