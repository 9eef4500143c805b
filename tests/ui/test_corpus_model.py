"""Documents as rows."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.modeltest import ModelTester

from kzannotate.model.document import Document
from kzannotate.model.ids import DocumentId
from kzannotate.ui.corpus_model import HEADINGS, CorpusModel

PLAIN = Document(
    id=DocumentId("a"),
    name="a.txt",
    sha256="",
    text_sha256="",
    extractor="",
    encoding="utf-8",
    languages=("fr", "nl"),
    pages=0,
    characters=10,
    note="",
    coder="",
    created="",
)
PDF = replace(PLAIN, id=DocumentId("b"), name="b.pdf", pages=3, note="no text layer on page 2")
LATE = replace(PLAIN, id=DocumentId("c"), name="c.txt")


def rows(model: CorpusModel) -> list[list[str]]:
    return [
        [model.index(row, column).data() for column in range(len(HEADINGS))]
        for row in range(model.rowCount())
    ]


def test_rows_say_what_a_document_is(qtmodeltester: ModelTester) -> None:
    model = CorpusModel()
    scan = replace(PDF, id=DocumentId("c"), name="c.pdf", extractor="mupdf 1 + tesseract 5 (rus)")
    model.show([PLAIN, PDF, scan], {PDF.id: 7})
    assert rows(model) == [
        ["a.txt", "fr nl", "", "10", ""],
        ["⚠ b.pdf", "fr nl", "3", "10", "7"],
        ["⚠ c.pdf", "fr nl", "3 OCR", "10", ""],
    ]
    assert "no text layer" in model.index(1, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert "no text layer" in model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    qtmodeltester.check(model)


def test_rows_come_and_go_and_the_others_stay(qtmodeltester: ModelTester) -> None:
    model = CorpusModel()
    qtmodeltester.check(model)
    model.show([PDF], {})
    kept = QPersistentModelIndex(model.find(PDF.id))
    model.show([PLAIN, PDF, LATE], {})
    assert kept.row() == 1
    model.show([PDF, LATE], {})
    assert kept.row() == 0
    model.show([LATE], {})
    assert not kept.isValid()
    assert [row[0] for row in rows(model)] == ["c.txt"]
    assert not model.find(PDF.id).isValid()


def test_another_order_is_shown_too(qtmodeltester: ModelTester) -> None:
    model = CorpusModel()
    qtmodeltester.check(model)
    model.show([PLAIN, PDF], {})
    renamed = replace(PLAIN, name="z.txt")
    model.show([PDF, renamed], {})
    assert [row[0] for row in rows(model)] == ["⚠ b.pdf", "z.txt"]


@given(st.lists(st.lists(st.sampled_from([PLAIN, PDF, LATE]), unique=True), max_size=6))
def test_any_corpus_after_any_other_is_shown(corpora: list[list[Document]]) -> None:
    model = CorpusModel()
    tester = QAbstractItemModelTester(model)  # warns, and a warning fails the test
    for corpus in corpora:
        model.show(corpus, {})
        shown = [model.document(model.index(row, 0)) for row in range(model.rowCount())]
        assert shown == corpus
    del tester
