"""Hits as rows."""

from pytestqt.modeltest import ModelTester

from kzannotate.model.ids import DocumentId
from kzannotate.model.query import Hit
from kzannotate.ui.hit_model import HIT, HitModel

HITS = [
    Hit(DocumentId("a"), "a.pdf", 2, 10, 14, "let them ", "free", " now", 1.0),
    Hit(DocumentId("b"), "b.txt", None, 0, 4, "", "Free", " her", 0.5),
]


def test_rows_say_where_a_hit_is(qtmodeltester: ModelTester) -> None:
    model = HitModel()
    qtmodeltester.check(model)
    model.show(HITS)
    assert [[model.index(row, column).data() for column in range(3)] for row in range(2)] == [
        ["a.pdf", "2", "let them free now"],
        ["b.txt", "", "Free her"],
    ]
    assert model.index(1, 2).data(HIT) == HITS[1]
    model.show(HITS[1:])
    assert model.rowCount() == 1
    model.show([])
    assert model.rowCount() == 0
    assert not model.index(0, 0).isValid()
