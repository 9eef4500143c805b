"""The list of hits by keys: it folds, it is walked through, it keeps its place."""

from collections.abc import Iterable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kzannotate.model.found import Found
from kzannotate.model.ids import DocumentId
from kzannotate.model.query import Hit
from kzannotate.ui.hit_model import HitModel
from kzannotate.ui.hit_order import Group, grouped
from kzannotate.ui.hit_tree import HitTree

Key = Qt.Key


def groups(*places: tuple[str, int]) -> list[Group]:
    hits = [Hit(DocumentId(d), d, 1, start, start + 1, "", d, "", 1.0) for d, start in places]
    return grouped([Found(hit, "") for hit in hits], "relevance")


def many(documents: Iterable[str]) -> list[tuple[str, int]]:
    return [(document, start) for document in documents for start in range(10)]


@pytest.fixture
def tree(qtbot: QtBot) -> HitTree:
    tree = HitTree(HitModel())
    tree.hits.setParent(tree)
    qtbot.addWidget(tree)
    tree.resize(600, 200)
    tree.show()
    tree.show_groups(groups(("a", 1), ("a", 2), ("b", 1), ("c", 1)), keep=False)
    tree.setFocus()
    return tree


def walk(qtbot: QtBot, tree: HitTree, *keys: Qt.Key) -> list[str]:
    """The hits that were walked to."""
    walked: list[Hit] = []
    tree.walked.connect(walked.append)
    for key in keys:
        qtbot.keyClick(tree, key)
    tree.walked.disconnect(walked.append)
    return [f"{hit.document}{hit.start}" for hit in walked]


def test_arrows_pass_over_the_names_of_documents(tree: HitTree, qtbot: QtBot) -> None:
    assert tree.current == 0  # the focus alone shows nothing
    down = walk(qtbot, tree, *[Key.Key_Down] * 4)
    assert down == ["a2", "b1", "c1"]
    assert walk(qtbot, tree, *[Key.Key_Up] * 5) == ["b1", "a2", "a1"]
    assert tree.current == 0


def test_left_folds_a_document_and_right_unfolds_it(tree: HitTree, qtbot: QtBot) -> None:
    tree.go_to(1)
    assert walk(qtbot, tree, Key.Key_Left, Key.Key_Left) == []
    assert not tree.isExpanded(tree.hits.index(0, 0))
    assert tree.current is None
    assert walk(qtbot, tree, Key.Key_Down, Key.Key_Up) == ["b1"]
    assert tree.current is None
    qtbot.keyClick(tree, Key.Key_Right)
    assert tree.isExpanded(tree.hits.index(0, 0))
    assert walk(qtbot, tree, Key.Key_Down) == ["a1"]


def test_return_on_a_document_folds_it_and_on_a_hit_goes_there(tree: HitTree, qtbot: QtBot) -> None:
    tree.go_to(2)
    with qtbot.waitSignal(tree.chosen) as chosen:
        qtbot.keyClick(tree, Key.Key_Return)
    assert chosen.args == [tree.hits.hit(2)]
    qtbot.keyClick(tree, Key.Key_Left)
    for expanded in (False, True):
        qtbot.keyClick(tree, Key.Key_Return)
        assert tree.isExpanded(tree.hits.index(1, 0)) == expanded


def test_steps_go_through_folded_documents_and_round(tree: HitTree) -> None:
    tree.collapseAll()
    seen = []
    for by in (1, 1, 1, 1, -1, -1):
        tree.go_to(tree.next_number(by))
        seen.append(tree.current)
    assert seen == [1, 2, 3, 0, 3, 2]
    tree.setCurrentIndex(tree.hits.index(1, 0))
    assert (tree.next_number(1), tree.next_number(-1)) == (2, 1)


def test_what_comes_and_goes_moves_nothing_on_the_screen(tree: HitTree, qtbot: QtBot) -> None:
    tree.show_groups(groups(*many("abc")), keep=False)
    tree.collapse(tree.hits.index(1, 0))
    tree.go_to(25)
    tree.verticalScrollBar().setValue(tree.verticalScrollBar().maximum() - 20)
    hit, top = tree.current_hit, tree.visualRect(tree.currentIndex()).top()
    assert hit
    walked: list[Hit] = []
    tree.walked.connect(walked.append)
    tree.show_groups(groups(*many("xabcy")), keep=True)
    assert tree.current_hit == hit
    assert tree.current == 35
    assert tree.visualRect(tree.currentIndex()).top() == top
    assert not tree.isExpanded(tree.hits.index(2, 0))
    assert tree.isExpanded(tree.hits.index(1, 0))
    assert walked == []


def test_without_a_current_hit_what_is_on_top_stays_there(tree: HitTree) -> None:
    tree.show_groups(groups(*many("abc")), keep=False)
    tree.verticalScrollBar().setValue(tree.verticalScrollBar().maximum())
    above = tree.indexAt(tree.viewport().rect().topLeft()).data()
    tree.show_groups(groups(*many("xxabc")), keep=True)
    assert tree.indexAt(tree.viewport().rect().topLeft()).data() == above
    tree.show_groups([], keep=True)
    assert tree.current is None


def test_another_search_begins_anew(tree: HitTree) -> None:
    tree.go_to(3)
    tree.collapseAll()
    tree.show_groups(groups(*many("ab")), keep=False)
    assert tree.current is None
    assert tree.isExpanded(tree.hits.index(0, 0))
