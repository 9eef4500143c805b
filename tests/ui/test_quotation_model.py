"""Quotations as rows."""

from collections.abc import Iterable
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPersistentModelIndex
from PySide6.QtGui import QIcon
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.modeltest import ModelTester

from kzannotate.model.codebook import BUILT_IN
from kzannotate.model.ids import CodeId
from kzannotate.ui.quotation_model import QuotationModel, Row, row
from tests.ui.pictures import annotation, marked

CODES = {CodeId(code.key): code for code in BUILT_IN}
TEXT, MARKS = marked(
    "[demand: Libérez [victim: Aïgul]] et [victim: Ёлка Осипова], [legal_article: art. 174]."
)
ROWS = [row(annotation(TEXT, mark), "lettre.txt") for mark in MARKS]


def model_of(rows: Iterable[Row]) -> QuotationModel:
    model = QuotationModel(lambda _colour: QIcon())
    model.show_codes(CODES)
    model.show(rows)
    return model


def quotations(model: QuotationModel) -> list[str]:
    return [model.index(row, 1).data() for row in range(model.rowCount())]


def test_rows_are_in_reading_order(qtmodeltester: ModelTester) -> None:
    model = model_of(reversed(ROWS))
    qtmodeltester.check(model)
    assert quotations(model) == ["Libérez Aïgul", "Aïgul", "Ёлка Осипова", "art. 174"]
    assert model.index(3, 0).data() == "Legal article"
    assert model.index(3, 2).data() == "lettre.txt"


def test_the_filter_ignores_case_and_accents(qtmodeltester: ModelTester) -> None:
    model = model_of(ROWS)
    qtmodeltester.check(model)
    model.filter("AIGUL liberez", None)
    assert quotations(model) == ["Libérez Aïgul"]
    model.filter("елка", None)
    assert quotations(model) == ["Ёлка Осипова"]
    model.filter("aigul", CodeId("victim"))
    assert quotations(model) == ["Aïgul"]
    model.filter("", None)
    assert model.rowCount() == model.total == 4


def test_memos_are_filtered_too() -> None:
    noted = replace(ROWS[1].annotation, memo="Her brother, too")
    model = model_of([row(noted, "lettre.txt"), ROWS[0]])
    model.filter("brother", None)
    assert quotations(model) == ["Aïgul"]


def test_rows_come_change_and_go_and_the_others_stay(qtmodeltester: ModelTester) -> None:
    model = model_of(ROWS[2:])
    qtmodeltester.check(model)
    kept = QPersistentModelIndex(model.find(ROWS[2].annotation.id))
    model.put(ROWS[0])
    assert kept.row() == 1
    model.put(row(replace(ROWS[0].annotation, memo="seen"), "lettre.txt"))
    assert model.index(0, 5).data() == "seen"
    model.drop(ROWS[0].annotation.id)
    model.drop(ROWS[0].annotation.id)
    assert kept.row() == 0
    assert model.total == 2


def test_what_the_filter_hides_stays_hidden(qtmodeltester: ModelTester) -> None:
    model = model_of(ROWS[:2])
    model.filter("art", None)
    qtmodeltester.check(model)
    model.put(ROWS[2])
    assert quotations(model) == []
    model.put(ROWS[3])
    assert quotations(model) == ["art. 174"]
    model.put(row(replace(ROWS[3].annotation, code=CodeId("demand")), "lettre.txt"))
    model.filter("art", CodeId("legal_article"))
    assert quotations(model) == []
    assert not model.find(ROWS[3].annotation.id).isValid()


@given(
    st.lists(st.tuples(st.booleans(), st.sampled_from(ROWS)), max_size=20),
    st.sampled_from(["", "aigul", "a", "none of them"]),
)
def test_any_changes_leave_the_rows_that_are_there_in_order(
    changes: list[tuple[bool, Row]], words: str
) -> None:
    model, there = model_of([]), set[str]()
    tester = QAbstractItemModelTester(model)  # warns, and a warning fails the test
    for place, (add, one) in enumerate(changes):
        if place == 10:
            model.filter(words, None)
        if add:
            model.put(one)
            there.add(one.annotation.id)
        else:
            model.drop(one.annotation.id)
            there.discard(one.annotation.id)
    model.filter("", None)
    del tester
    shown = [model.annotation(model.index(place, 0)).id for place in range(model.rowCount())]
    assert shown == [one.annotation.id for one in ROWS if one.annotation.id in there]
