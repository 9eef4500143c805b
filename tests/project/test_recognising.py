"""Pages that are only pictures get a text."""

from pathlib import Path

import pymupdf
import pytest

from kzannotate.library import tesseract
from kzannotate.model.boxes import unpack
from kzannotate.model.document import Document
from kzannotate.model.errors import KzError
from kzannotate.model.progress import Monitor
from kzannotate.project import reading, undoing
from kzannotate.project.checking import check
from kzannotate.project.exporting import quotations
from kzannotate.project.importing import remove
from kzannotate.project.recognising import Recognised, choice, recognise, without
from kzannotate.project.searching import search
from kzannotate.project.session import Project
from kzannotate.project.tagging import annotations, tag, tag_region
from tests import fake_tesseract
from tests.library.test_pdf import made
from tests.project.conftest import Write, added

BOX = (100.0, 200.0, 300.0, 250.0)
WORDS = "Ana Korin.\n"


@pytest.fixture
def mixed(project: Project, write: Write) -> Document:
    """Five pages; the second and the fourth have no text."""
    pages = made([(72, 72, "Free")], [], [(72, 72, "Ivo")], [], [(72, 72, "Maren")])
    return added(project, write("mixed.pdf", pages))


@pytest.fixture
def fake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake_tesseract.install(tmp_path, monkeypatch)


@pytest.mark.usefixtures("fake")
def test_pages_without_text_get_one(project: Project, mixed: Document) -> None:
    assert reading.text(project, mixed.id) == "Free\nIvo\nMaren\n"
    assert mixed.note == "no text layer: 2 of 5 pages have no text"
    report = recognise(project, [mixed.id], ["eng"])
    new = reading.document(project, mixed.id)
    assert report.done == (Recognised(new, (2, 4)),)
    assert (report.refused, report.cancelled) == ((), False)
    assert reading.text(project, mixed.id) == f"Free\n{WORDS}Ivo\n{WORDS}Maren\n"
    assert new.extractor == f"{mixed.extractor} + tesseract 5.9.1 (eng)"
    assert (new.name, new.created, new.recognised) == (mixed.name, mixed.created, True)
    assert new.note == "recognised by OCR, letters may be wrong: pages 2, 4"
    assert [page.recognised for page in reading.pages(project, mixed.id)] == [
        False, True, False, True, False,
    ]  # fmt: skip
    assert sorted(hit.page or 0 for hit in search(project, "korin").hits) == [2, 4]
    assert without(project, mixed.id) == []
    assert reading.recognised(project, mixed.id) == [2, 4]
    assert check(project) == []


@pytest.mark.usefixtures("fake")
def test_it_is_one_step_and_annotations_move_along(project: Project, mixed: Document) -> None:
    tag(project, mixed.id, 5, 8, "victim")
    tag(project, mixed.id, 0, 14, "demand")
    tag_region(project, mixed.id, 4, BOX, "victim")
    tag_region(project, mixed.id, 5, BOX, "victim")
    before = annotations(project)
    recognise(project, [mixed.id], ["eng"])
    assert undoing.next_undo(project) == "Recognise text of mixed.pdf"
    assert [(row.page, row.ocr) for row in quotations(project)] == [
        (1, True), (3, False), (4, False), (5, False),
    ]  # fmt: skip
    after = {one.id: one for one in annotations(project)}
    whole, name, on_fourth, on_fifth = (after[one.id] for one in before)
    assert whole.quotation == f"Free\n{WORDS}Ivo\n{WORDS}Maren"
    assert (name.quotation, name.page, name.start) == ("Ivo", 3, 16)
    assert (on_fourth.region, on_fourth.page, on_fourth.start) == (BOX, 4, 20)
    assert (on_fifth.region, on_fifth.page, on_fifth.start) == (BOX, 5, 31)
    assert check(project) == []
    undoing.undo(project)
    assert annotations(project) == before
    assert reading.document(project, mixed.id) == mixed
    assert search(project, "korin").hits == ()
    undoing.redo(project)
    assert len(search(project, "korin").hits) == 2
    assert check(project) == []


class _CancelAfter(Monitor):
    """Lets some pages pass."""

    def __init__(self, pages: int) -> None:
        self._pages = pages
        self.told: list[tuple[int, int, str]] = []

    def report(self, done: int, total: int, what: str) -> None:
        self.told.append((done, total, what))

    def cancelled(self) -> bool:
        return len(self.told) > self._pages


@pytest.mark.usefixtures("fake")
def test_a_cancel_keeps_the_pages_that_are_done(project: Project, mixed: Document) -> None:
    monitor = _CancelAfter(1)
    report = recognise(project, [], ["eng"], monitor)
    assert report.cancelled
    assert [one.pages for one in report.done] == [(2,)]
    assert monitor.told == [(0, 2, "mixed.pdf, page 2"), (1, 2, "mixed.pdf, page 4")]
    note = reading.document(project, mixed.id).note.splitlines()
    assert note[0] == "no text layer: 1 of 5 pages have no text"
    assert note[1] == "recognised by OCR, letters may be wrong: page 2"
    assert [page.number for page in without(project, mixed.id)] == [4]
    again = recognise(project, [mixed.id], ["rus"])
    assert [one.pages for one in again.done] == [(4,)]
    new = reading.document(project, mixed.id)
    assert new.extractor.endswith(" + tesseract 5.9.1 (eng) + tesseract 5.9.1 (rus)")
    assert new.note == "recognised by OCR, letters may be wrong: pages 2, 4"
    assert check(project) == []


@pytest.mark.usefixtures("fake")
def test_what_fails_is_refused_and_nothing_lost(project: Project, mixed: Document) -> None:
    told: list[object] = []
    report = recognise(project, [mixed.id], ["fail"], told=told.append)
    reason = "Tesseract gave up on it: Error in pixRead: no picture"
    assert report.refused == (f"mixed.pdf: page 2: {reason}", f"mixed.pdf: page 4: {reason}")
    assert report.done == ()
    assert told == list(report.refused)
    assert reading.document(project, mixed.id) == mixed
    with pytest.raises(KzError, match="lacks the language kaz"):
        recognise(project, [mixed.id], ["kaz"])


@pytest.mark.usefixtures("fake")
def test_documents_with_nothing_to_recognise(
    project: Project, mixed: Document, letter: Document
) -> None:
    assert recognise(project, [letter.id], ["eng"]).refused == (
        "letter.txt: it has no page without text",
    )
    assert recognise(project, [], ["eng"]).refused == ()
    assert recognise(project, [mixed.id], ["eng"]).refused == (
        "mixed.pdf: it has no page without text",
    )


@pytest.mark.usefixtures("fake")
def test_a_huge_page_is_drawn_smaller(project: Project, write: Write) -> None:
    """At 300 dots an inch it would be a picture of 10 GB; boxes go by the picture that was."""
    file = pymupdf.open()
    file.new_page(width=14400, height=14400)
    huge = added(project, write("huge.pdf", file.tobytes()))
    assert recognise(project, [huge.id], ["eng"]).refused == ()
    box = unpack(reading.pages(project, huge.id)[0].boxes)[0]
    assert box
    assert box[0] == pytest.approx(300 * 14400 / 6324, abs=1)


@pytest.mark.usefixtures("fake")
def test_of_several_one_is_removed_meanwhile(
    project: Project, mixed: Document, write: Write
) -> None:
    scan = added(project, write("scan.pdf", made([])))

    class Removing(Monitor):
        def report(self, done: int, total: int, what: str) -> None:
            if (done, total, what) == (1, 3, "mixed.pdf, page 4"):
                remove(project, [scan.id])

    report = recognise(project, [mixed.id, scan.id], ["eng"], Removing())
    assert [one.document.name for one in report.done] == ["mixed.pdf"]
    assert report.refused == ("scan.pdf: there is no such document in the project",)


@pytest.mark.usefixtures("fake")
def test_a_document_removed_meanwhile(project: Project, mixed: Document) -> None:
    class Removing(Monitor):
        def report(self, done: int, total: int, what: str) -> None:
            if (done, total, what) == (0, 2, "mixed.pdf, page 2"):
                remove(project, [mixed.id])

    report = recognise(project, [mixed.id], ["eng"], Removing())
    assert report.done == ()
    assert len(report.refused) == 1
    assert reading.documents(project) == []
    undoing.undo(project)
    assert reading.document(project, mixed.id) == mixed
    assert check(project) == []


@pytest.mark.usefixtures("fake")
def test_the_corpus_languages_are_proposed(project: Project, letter: Document) -> None:
    assert letter.languages == ("en",)
    assert choice(project).proposed == ("eng",)
    remove(project, [letter.id])
    assert choice(project).proposed == ("eng",)


def test_a_scan_is_read_for_real(project: Project, write: Write) -> None:
    """Skipped where Tesseract, or its English, isn't installed."""
    try:
        tesseract.find().require(["eng"])
    except KzError as error:
        pytest.skip(str(error))
    printed = made([(72, 100, "The committee demands"), (72, 130, "the release of Ana Korin.")])
    picture = pymupdf.open(stream=printed)[0].get_pixmap(dpi=200)
    file = pymupdf.open()
    page = file.new_page(width=595, height=842)
    page.insert_image(page.rect, pixmap=picture)
    page.set_rotation(90)
    scan = added(project, write("scan.pdf", file.tobytes()))
    page.set_rotation(0)
    straight = added(project, write("straight.pdf", file.tobytes()))
    assert recognise(project, [straight.id], ["eng"]).refused == ()
    text = reading.text(project, straight.id)
    assert "release of Ana Korin" in text
    boxes = unpack(reading.pages(project, straight.id)[0].boxes)
    start = text.index("Ana")
    box = boxes[start]
    assert box
    words = pymupdf.open(stream=printed)[0].search_for("Ana")[0]
    assert box[0] == pytest.approx(words.x0, abs=2)
    assert words.y0 < box[1] < box[3] < words.y1 + 2
    tag(project, straight.id, start, start + 9, "victim")
    assert len(search(project, "korin").hits) == 1
    assert recognise(project, [scan.id], ["eng"]).refused == ()
    assert check(project) == []
