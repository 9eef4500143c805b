"""The tree of suggestions: groups with sizes, passages when they are asked for."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester

from kzannotate.model.ids import DocumentId
from kzannotate.model.suggestion import Cited, Proposal, Suggestion
from kzannotate.ui.suggestion_model import Group, SuggestionModel

A, B = DocumentId("a"), DocumentId("b")
COUNTS: dict[Group, int] = {("victim", B): 1, ("victim", A): 2, ("demand", A): 1}
CODES = {"demand": "Demand", "victim": "Victim", "legal_article": "Legal article"}
NAMES = {A: "a.txt", B: "B.txt"}


def proposal(document: DocumentId, start: int, quotation: str) -> Proposal:
    one = Suggestion(start, start + 3, "victim", "fr.victim.list", 0.75, (Cited("UPR", "5"),))
    return Proposal(document, NAMES[document], 2, quotation, one)


@pytest.fixture
def asked() -> list[Group]:
    return []


@pytest.fixture
def model(asked: list[Group], qtmodeltester: ModelTester) -> SuggestionModel:
    def load(code: str, document: DocumentId) -> Sequence[Proposal]:
        asked.append((code, document))
        places = range(COUNTS.get((code, document), 0))
        return [proposal(document, place * 10, f"Ana\n {place}") for place in places]

    model = SuggestionModel()
    model.show(COUNTS, CODES, NAMES, load)
    qtmodeltester.check(model)
    return model


def lines(model: SuggestionModel, parent: QModelIndex | None = None, depth: int = 0) -> list[str]:
    found = []
    for row in range(model.rowCount(parent or QModelIndex())):
        index = model.index(row, 0, parent or QModelIndex())
        found.append("  " * depth + index.data())
        found += lines(model, index, depth + 1)
    return found


def test_groups_first_passages_when_asked(model: SuggestionModel, asked: list[Group]) -> None:
    assert lines(model) == [
        "Demand (1)", "  a.txt (1)", "    Ana 0",
        "Victim (3)", "  a.txt (2)", "    Ana 0", "    Ana 1", "  B.txt (1)", "    Ana 0",
    ]  # fmt: skip
    assert sorted(asked) == sorted(COUNTS)


def test_passages_and_their_cells(model: SuggestionModel) -> None:
    victims = model.index(1, 0)
    document = model.index(0, 0, victims)
    assert lines(model, document) == ["Ana 0", "Ana 1"]
    cells = [model.index(0, column, document).data() for column in range(model.columnCount())]
    assert cells == ["Ana 0", "2", "fr.victim.list", "0.75"]
    told = model.index(0, 0, document).data(Qt.ItemDataRole.ToolTipRole)
    assert told == "Ana 0\nCites: UPR 5"
    heading = model.headerData(3, Qt.Orientation.Horizontal)
    assert heading == "Score"


def test_a_group_stands_for_all_that_is_in_it(model: SuggestionModel) -> None:
    victims = model.index(1, 0)
    found = model.proposals([victims, model.index(0, 0, victims)])
    assert [(one.document, one.suggestion.start) for one in found] == [(A, 0), (A, 10), (B, 0)]
    assert model.proposal(victims) is None


def test_a_row_is_found_again_by_its_name(model: SuggestionModel) -> None:
    document = model.index(0, 0, model.index(1, 0))
    path = model.path(model.index(1, 0, document))
    model.show(COUNTS, CODES, NAMES, lambda _code, document: [proposal(document, 10, "Ana 1")])
    assert model.find(path).data() == "Ana 1"
    assert model.find(("victim", B)).data() == "B.txt (1)"
    assert not model.find(("victim", A, 99, 100)).isValid()
    assert not model.find(("none", A)).isValid()


def test_nothing_is_read_before_it_is_shown(asked: list[Group]) -> None:
    model = SuggestionModel()

    def load(code: str, document: DocumentId) -> Sequence[Proposal]:
        asked.append((code, document))
        return ()

    model.show(COUNTS, CODES, NAMES, load)
    victims = model.index(1, 0)
    assert [model.rowCount(model.index(row, 0, victims)) for row in range(2)] == [2, 1]
    assert asked == []


def test_what_was_answered_since_is_an_empty_row(qtmodeltester: ModelTester) -> None:
    model = SuggestionModel()
    qtmodeltester.check(model)
    model.show(COUNTS, CODES, NAMES, lambda _code, document: [proposal(document, 0, "Ana")])
    document = model.index(0, 0, model.index(1, 0))
    assert lines(model, document) == ["Ana", ""]
    assert [one.quotation for one in model.proposals([document])] == ["Ana"]
    model.show({}, CODES, NAMES, lambda *_: [])
    assert model.rowCount() == 0
