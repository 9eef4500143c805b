"""Hits as rows under their documents."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester

from kzannotate.model.codebook import BUILT_IN
from kzannotate.model.found import Found, Tag
from kzannotate.model.ids import AnnotationId, DocumentId
from kzannotate.model.query import Hit
from kzannotate.ui.hit_model import CODES, CONTEXT, HIT, PAGE, HitModel, key
from kzannotate.ui.hit_order import grouped

DEMAND, VICTIM, _ = BUILT_IN
HITS = [
    Hit(DocumentId("a"), "a.pdf", 2, 10, 14, "let them ", "free", " now", 1.0),
    Hit(DocumentId("b"), "b.txt", None, 0, 4, "", "Free", " her", 0.5),
    Hit(DocumentId("a"), "a.pdf", 3, 40, 44, "and ", "free", "", 0.4),
]
TAG = Tag(AnnotationId("1"), VICTIM.id)
FOUNDS = [Found(hit, "en", (TAG,) if hit.page == 3 else ()) for hit in HITS]
CHECKED, PARTLY, UNCHECKED = (
    Qt.CheckState.Checked,
    Qt.CheckState.PartiallyChecked,
    Qt.CheckState.Unchecked,
)


pytestmark = pytest.mark.usefixtures("qapp")  # icons need one


def model() -> HitModel:
    model = HitModel()
    model.show_codes({code.id: code for code in BUILT_IN})
    model.show(grouped(FOUNDS, "relevance"))
    return model


def rows(model: HitModel, parent: QModelIndex | None = None) -> list[list[str]]:
    at = parent or QModelIndex()
    return [
        [str(model.index(row, column, at).data() or "") for column in range(model.columnCount(at))]
        for row in range(model.rowCount(at))
    ]


def ticks(model: HitModel) -> list[Qt.CheckState]:
    """Of the documents, then of the hits."""
    indexes = [model.index(row, 0) for row in range(model.rowCount())]
    indexes += [model.at(number) for number in range(len(model))]
    return [model.data(index, Qt.ItemDataRole.CheckStateRole) for index in indexes]


def test_rows_say_where_a_hit_is(qtmodeltester: ModelTester) -> None:
    shown = model()
    qtmodeltester.check(shown)
    assert rows(shown) == [["a.pdf  (2)", "", ""], ["b.txt  (1)", "", ""]]
    assert rows(shown, shown.index(0, 0)) == [
        ["let them free now", "p. 2", ""],
        ["and free", "p. 3", "Victim"],
    ]
    assert shown.at(2).data(HIT) == HITS[1]
    assert shown.index(0, 0).data(HIT) is None
    shown.show(grouped(FOUNDS[1:2], "place"))
    assert rows(shown) == [["b.txt  (1)", "", ""]]
    shown.show([])
    assert (rows(shown), len(shown), shown.hits) == ([], 0, [])
    assert not shown.index(0, 0).isValid()


def test_a_screen_reader_says_all_of_it() -> None:
    role, shown = Qt.ItemDataRole.AccessibleTextRole, model()
    assert [shown.at(number).data(role) for number in range(3)] == [
        "let them free now, p. 2, not tagged",
        "and free, p. 3, tagged as Victim",
        "Free her, not tagged",
    ]
    assert shown.index(0, 0).data(role) == "a.pdf, 2 hits"


def test_numbers_lead_to_places_and_back() -> None:
    shown = model()
    assert [shown.number(shown.at(number)) for number in range(3)] == [0, 1, 2]
    assert [shown.hit(number) for number in range(3)] == [HITS[0], HITS[2], HITS[1]]
    assert shown.number(shown.index(0, 0)) is None
    assert shown.number(QModelIndex()) is None
    assert shown.number_of(replace(HITS[1], score=9.0)) == 2
    assert shown.number_of(None) is None


def test_ticks_of_hits_and_documents() -> None:
    shown = model()
    assert ticks(shown) == [UNCHECKED] * 5
    shown.toggle(shown.at(1))
    assert ticks(shown) == [PARTLY, UNCHECKED, UNCHECKED, CHECKED, UNCHECKED]
    shown.setData(shown.index(0, 0), CHECKED, Qt.ItemDataRole.CheckStateRole)
    assert ticks(shown) == [CHECKED, UNCHECKED, CHECKED, CHECKED, UNCHECKED]
    shown.toggle_all()
    assert shown.ticked() == shown.hits
    shown.toggle_all()
    assert shown.ticked() == []
    shown.toggle(QModelIndex())
    assert shown.ticked() == []
    assert not shown.setData(shown.at(0), "x")


def test_a_hit_that_is_found_again_keeps_its_tick() -> None:
    shown = model()
    shown.tick(HITS[:2], True)
    shown.show(grouped(FOUNDS[1:], "place"))
    assert shown.ticked() == [HITS[1]]
    shown.show(grouped(FOUNDS, "place"))
    assert shown.ticked() == HITS[:2]


def test_tags_change_in_place(qtmodeltester: ModelTester) -> None:
    shown = model()
    qtmodeltester.check(shown)
    told: list[tuple[int | None, int]] = []
    shown.dataChanged.connect(lambda at, _: told.append((shown.number(at), at.column())))
    shown.retag({key(HITS[0]): (TAG, Tag(AnnotationId("2"), DEMAND.id)), key(HITS[2]): (TAG,)})
    assert sorted(told, key=str) == [(0, CONTEXT), (0, CODES)]
    assert rows(shown, shown.index(0, 0))[0] == ["let them free now", "p. 2", "Victim, Demand"]
    shown.retag({key(HITS[0]): (), key(HITS[2]): ()})
    assert [row[CODES] for row in rows(shown, shown.index(0, 0))] == ["", ""]


def test_boxes_to_tick_stand_before_hits_and_documents_alone() -> None:
    shown = model()
    tickable = Qt.ItemFlag.ItemIsUserCheckable
    assert shown.flags(shown.at(0)) & tickable
    assert shown.flags(shown.index(0, 0)) & tickable
    assert not shown.flags(shown.at(0).siblingAtColumn(PAGE)) & tickable


MEMO = Hit(DocumentId("a"), "a.pdf", 2, 0, 4, "", "Free", "?", 0.0, AnnotationId("1"))


def test_a_hit_in_a_memo_says_so_and_has_no_tick(qtmodeltester: ModelTester) -> None:
    shown = model()
    shown.show(grouped([Found(MEMO, "", (TAG,)), *FOUNDS], "place"))
    qtmodeltester.check(shown)
    memo = shown.at(2)
    assert memo.data(HIT) == MEMO
    assert memo.siblingAtColumn(PAGE).data() == "memo"
    assert memo.siblingAtColumn(CODES).data() == "Victim"
    assert "in a memo" in memo.data(Qt.ItemDataRole.AccessibleTextRole)
    assert memo.data(Qt.ItemDataRole.CheckStateRole) is None
    assert not memo.flags() & Qt.ItemFlag.ItemIsUserCheckable
    shown.toggle_all()
    assert shown.ticked() == [hit for hit in shown.hits if hit != MEMO]
    assert ticks(shown)[0] == CHECKED
    shown.toggle_all()
    assert shown.ticked() == []


def test_a_document_of_which_not_all_is_listed_says_how_much_there_is() -> None:
    shown = model()
    shown.show(grouped(FOUNDS, "relevance", {DocumentId("a"): 12}))
    assert rows(shown)[0][0] == "a.pdf  (2 listed; hits in 12 passages)"
    told = shown.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told == "a.pdf, 2 hits listed; hits in 12 passages"
