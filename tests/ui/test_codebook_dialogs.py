"""The boxes about codes, answered by keys."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QColorDialog, QInputDialog, QWidget
from pytestqt.qtbot import QtBot

from kzannotate.model.codebook import BUILT_IN
from kzannotate.ui import codebook_dialogs


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    return parent


def typing(*keys: Qt.Key) -> None:
    """Types into the box once it is open."""

    def type_all() -> None:
        box = QApplication.activeModalWidget()
        assert box
        for key in keys:
            QTest.keyClick(box.focusWidget() or box, key)

    QTimer.singleShot(0, type_all)


@pytest.mark.parametrize(
    ("keys", "answer"),
    [
        ([Qt.Key.Key_Return], "a"),
        ([Qt.Key.Key_Down, Qt.Key.Key_Return], "b"),
        ([Qt.Key.Key_T, Qt.Key.Key_Return], "b"),
        ([Qt.Key.Key_Down, Qt.Key.Key_Escape], None),
    ],
)
def test_one_is_chosen_by_keys(parent: QWidget, keys: list[Qt.Key], answer: str | None) -> None:
    choices = [("#112233", "One", "a"), ("", "Two", "b")]
    typing(*keys)
    assert codebook_dialogs.choose(parent, "Title", "Which?", choices) == answer


def test_codes_are_offered_by_their_paths() -> None:
    demand, victim, article = BUILT_IN
    codes = [demand, replace(victim, parent=article.id), article]
    offered = codebook_dialogs.code_choices(codes, besides=demand.id)
    assert [text for _, text, _ in offered] == ["Legal article", "Legal article/Victim"]


BOXES: list[tuple[Callable[[QWidget], object], object]] = [
    (lambda parent: codebook_dialogs.name(parent, "New code"), ""),
    (lambda parent: codebook_dialogs.definition(parent, BUILT_IN[0]), None),
    (lambda parent: codebook_dialogs.letter(parent, BUILT_IN[0]), None),
    (lambda parent: codebook_dialogs.colour(parent, BUILT_IN[0]), ""),
]


@pytest.mark.parametrize(("box", "empty"), BOXES)
def test_boxes_that_are_left_answer_nothing(
    parent: QWidget,
    monkeypatch: pytest.MonkeyPatch,
    box: Callable[[QWidget], object],
    empty: object,
) -> None:
    for function in ("getText", "getMultiLineText"):
        monkeypatch.setattr(QInputDialog, function, lambda *_, **__: ("typed", False))
    monkeypatch.setattr(QColorDialog, "getColor", lambda *_: QColor())
    assert box(parent) == empty
