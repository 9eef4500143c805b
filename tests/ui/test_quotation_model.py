"""Quotations as rows."""

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPersistentModelIndex
from PySide6.QtGui import QIcon
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.modeltest import ModelTester

from kzannotate.model.codebook import BUILT_IN
from kzannotate.model.ids import AnnotationId, CodeId
from kzannotate.model.listing import Listed
from kzannotate.ui.quotation_model import COLUMNS, QuotationModel
from tests.ui.pictures import annotation, marked

CODES = {CodeId(code.key): code for code in BUILT_IN}
TEXT, MARKS = marked(
    "[demand: Libérez [victim: Aïgul]] et [victim: Ёлка Осипова], [legal_article: art. 174]."
)
ROWS = {one.id: Listed(one, "lettre.txt") for one in (annotation(TEXT, mark) for mark in MARKS)}
IDS = list(ROWS)


class Rows:
    """Stands for the project: rows by id, and how often they were read."""

    def __init__(self) -> None:
        self.rows = dict(ROWS)
        self.read: list[Sequence[AnnotationId]] = []

    def __call__(self, ids: Sequence[AnnotationId]) -> list[Listed]:
        self.read.append(ids)
        return [self.rows[one] for one in ids if one in self.rows]


def model_of(ids: list[AnnotationId], rows: Rows | None = None) -> QuotationModel:
    model = QuotationModel(rows or Rows(), lambda _colour: QIcon())
    model.show_codes(CODES)
    model.show(ids)
    return model


def column(model: QuotationModel, name: str) -> list[str]:
    number = [str(one) for one in COLUMNS].index(name)
    return [model.index(row, number).data() for row in range(model.rowCount())]


def test_rows_stand_in_the_order_of_the_ids(qtmodeltester: ModelTester) -> None:
    model = model_of(IDS[::-1])
    qtmodeltester.check(model)
    assert column(model, "quotation") == ["art. 174", "Ёлка Осипова", "Aïgul", "Libérez Aïgul"]
    assert column(model, "code") == ["Legal article", "Victim", "Victim", "Demand"]
    assert column(model, "document") == ["lettre.txt"] * 4
    assert column(model, "modified") == ["2026-01-01 00:00"] * 4


def test_rows_come_change_and_go_and_the_others_stay(qtmodeltester: ModelTester) -> None:
    rows = Rows()
    model = model_of(IDS[2:], rows)
    qtmodeltester.check(model)
    kept = QPersistentModelIndex(model.index(0, 0))
    model.show(IDS[1:])
    assert kept.row() == 1
    seen = rows.rows[IDS[1]]
    rows.rows[IDS[1]] = replace(seen, annotation=replace(seen.annotation, memo="seen"))
    model.show(IDS[1:])
    assert column(model, "memo") == ["seen", "", ""]
    model.show(IDS[2:])
    assert kept.row() == 0


def test_only_rows_in_view_are_read() -> None:
    rows = Rows()
    model = model_of([AnnotationId(f"{number}") for number in range(100_000)], rows)
    assert rows.read == []
    assert model.index(50_000, 1).data() is None
    assert "50000" in rows.read[0]
    assert len(rows.read[0]) == 200
    model.index(50_001, 1).data()
    assert len(rows.read) == 1


def test_a_row_deleted_since_is_empty() -> None:
    rows = Rows()
    model = model_of(IDS, rows)
    del rows.rows[IDS[0]]
    assert model.annotation(0) is None
    assert model.index(0, 0).data() is None
    assert model.annotation(1) == ROWS[IDS[1]].annotation


def test_many_rows_replace_many(qtmodeltester: ModelTester) -> None:
    model = model_of([AnnotationId(f"{number}") for number in range(3_000)])
    model.show(IDS)
    qtmodeltester.check(model)
    assert model.rows_of({IDS[2], IDS[0]}) == [0, 2]


@given(st.lists(st.lists(st.sampled_from(IDS), unique=True), max_size=8))
def test_any_listing_after_any_other_is_shown(listings: list[list[AnnotationId]]) -> None:
    model = model_of([])
    tester = QAbstractItemModelTester(model)  # warns, and a warning fails the test
    for ids in listings:
        model.show(ids)
        assert [model.id(row) for row in range(model.rowCount())] == ids
    del tester
