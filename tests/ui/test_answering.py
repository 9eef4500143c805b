"""Answering suggestions by keys, through the real window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kzannotate.project import own_rules, suggesting
from kzannotate.ui.main_window import MainWindow
from kzannotate.ui.workbench import Workbench
from tests.ui.conftest import Open
from tests.ui.driving import press, write
from tests.ui.pictures import picture_of

RULES = """
[[rule]]
name = "own.greek"
code = "victim"
words = ["eta", "theta"]

[[rule]]
name = "own.iota"
code = "demand"
words = ["iota"]
"""
TEXT = "\U0001f54a eta, theta and iota; eta again."


@pytest.fixture
def ruled(bench: Open, qtbot: QtBot) -> Workbench:
    """A document for which our rules propose four passages."""
    workbench = bench(**{"a.txt": TEXT})
    with qtbot.waitSignal(workbench.transfer.suggested):
        own_rules.write(workbench.project, RULES)
    settled(workbench, qtbot)
    workbench.reader.place(0)
    return workbench


def settled(workbench: Workbench, qtbot: QtBot) -> None:
    with qtbot.waitSignal(workbench.suggestion_desk.answering.renewed):
        workbench.suggestion_desk.answering.look()


def drawn(workbench: Workbench) -> str:
    shown = workbench.reader.shown
    assert shown
    return picture_of(workbench.project, shown.document.id)


def selected(workbench: Workbench) -> str:
    shown = workbench.reader.shown
    assert shown
    start, stop = workbench.reader.selection()
    return shown.text[start:stop]


def test_walked_by_keys(ruled: Workbench) -> None:
    walked = []
    for key in ("S", "S", "S", "S", "S", "Shift+S"):
        press(key)
        walked.append(selected(ruled))
    assert walked == ["eta", "theta", "iota", "eta", "eta", "iota"]


def test_accepted_one_after_the_other_and_undone(ruled: Workbench) -> None:
    press("S", "Y", "Y")
    assert drawn(ruled) == "\U0001f54a [victim: eta], [victim: theta] and iota; eta again."
    assert selected(ruled) == "iota"
    press("Ctrl+Z", "Ctrl+Z")
    assert drawn(ruled) == TEXT


def test_rejected_ones_are_gone_until_it_is_undone(ruled: Workbench, qtbot: QtBot) -> None:
    press("S", "X")
    assert selected(ruled) == "theta"
    settled(ruled, qtbot)
    press("Shift+S")
    assert selected(ruled) == "theta"
    press("Ctrl+Z")
    settled(ruled, qtbot)
    press("Shift+S")
    assert selected(ruled) == "eta"


def test_accepted_with_another_code(ruled: Workbench) -> None:
    press("S", "Shift+Y")
    write("leg")
    press("Return")
    assert drawn(ruled).startswith("\U0001f54a [legal_article: eta], theta")
    assert ruled.reader.text_view.hasFocus()


def test_all_of_a_rule_as_one_step(ruled: Workbench) -> None:
    press("S", "Ctrl+Shift+Y")
    assert drawn(ruled) == (
        "\U0001f54a [victim: eta], [victim: theta] and iota; [victim: eta] again."
    )
    press("Ctrl+Z")
    assert drawn(ruled) == TEXT


def test_a_tiresome_rule_is_offered_to_be_switched_off(
    ruled: Workbench, window: MainWindow, qtbot: QtBot
) -> None:
    press("S", "X", "X")
    assert not window.messages.isVisible()
    press("S", "X")  # the iota between them is left
    assert window.messages.text.text() == "“own.greek” was rejected 3 times or more."
    qtbot.mouseClick(window.messages.offer, Qt.MouseButton.LeftButton)
    assert own_rules.off(ruled.project) == {"own.greek"}


def test_a_rule_is_switched_off_by_a_key(ruled: Workbench, qtbot: QtBot) -> None:
    press("S", "Shift+X")
    assert own_rules.off(ruled.project) == {"own.greek"}
    assert [one.quotation for one in suggesting.of(ruled.project)] == ["iota"]


def test_a_name_is_proposed_everywhere(ruled: Workbench, qtbot: QtBot) -> None:
    ruled.reader.select(len(TEXT) - 6, len(TEXT) - 1)
    press("Ctrl+Shift+P")
    assert own_rules.rules(ruled.project).words("fr", "victim", "names")[-1:] == ("again",)


def test_answered_in_the_list(ruled: Workbench, qtbot: QtBot) -> None:
    with qtbot.waitSignal(ruled.suggestions.filled):
        ruled.suggestions.fill()
    press("Ctrl+7")
    assert QApplication.focusWidget() is ruled.suggestions.tree
    ruled.suggestions.tree.expandAll()
    assert ruled.reader.shown
    victims = ruled.suggestions.model.find(("victim", ruled.reader.shown.document.id))
    ruled.suggestions.tree.setCurrentIndex(victims)
    with qtbot.waitSignal(ruled.suggestions.filled):
        press("Y")
    assert drawn(ruled).count("[victim: ") == 3
    assert QApplication.focusWidget() is ruled.suggestions.tree


def test_nothing_at_the_caret_is_said(ruled: Workbench, qtbot: QtBot) -> None:
    ruled.reader.place(len(TEXT))
    for key in ("Y", "X", "Shift+X", "Shift+Y"):
        with qtbot.waitSignal(ruled.suggestion_desk.answering.said) as said:
            press(key)
        assert said.args == ["No suggestion at the caret"]
