"""The key sheet: complete, filtered, and the place where keys are changed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTreeWidgetItem
from pytestqt.qtbot import QtBot

from kzannotate.ui.actions import plain
from kzannotate.ui.key_sheet import KeySheet
from kzannotate.ui.keymap import shown
from kzannotate.ui.main_window import MainWindow
from kzannotate.ui.menus import TABLE
from kzannotate.ui.settings import Settings
from kzannotate.ui.workbench import Workbench
from tests.ui.conftest import Open
from tests.ui.driving import press

FLAGS = Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive
WILD = Qt.MatchFlag.MatchWildcard | Qt.MatchFlag.MatchRecursive


@pytest.fixture
def opened(bench: Open) -> Workbench:
    return bench(**{"a.txt": "[victim: Ana] and [victim: Borat] rest"})


@pytest.fixture
def sheet(window: MainWindow, opened: Workbench, qtbot: QtBot) -> KeySheet:
    press("F1")
    (sheet,) = window.findChildren(KeySheet)
    qtbot.waitUntil(sheet.isActiveWindow)
    return sheet


def line(sheet: KeySheet, text: str) -> QTreeWidgetItem:
    (item,) = sheet.tree.findItems(text, FLAGS)
    return item


def give(sheet: KeySheet, text: str, key: str) -> None:
    """By keys alone: Return on the row, then the new key."""
    sheet.tree.setCurrentItem(line(sheet, text))
    press("Return", key)


def test_it_shows_every_action(sheet: KeySheet) -> None:
    everything = sheet.tree.findItems("*", WILD)
    lines = {(item.text(0), item.text(1)) for item in everything}
    assert {(plain(row.text), shown(row.keys)) for row in TABLE} <= lines


def test_it_shows_the_keys_of_codes(sheet: KeySheet) -> None:
    assert line(sheet, "Tag as Victim").text(1) == "V, 2"
    assert line(sheet, "Change to Victim").text(1) == "Shift+V"


def test_the_filter_finds_actions_and_keys(sheet: KeySheet) -> None:
    sheet.filter.setText("ctrl+shift+z")
    assert not line(sheet, "Redo").isHidden()
    assert line(sheet, "Undo").isHidden()


def test_a_new_key_works_at_once_and_the_next_day(
    sheet: KeySheet, window: MainWindow, opened: Workbench, qtbot: QtBot
) -> None:
    give(sheet, "Next annotation", "J")
    assert line(sheet, "Next annotation").text(1) == "J"
    press("Esc")
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    opened.reader.setFocus()
    opened.reader.place(0)
    press("N")
    assert opened.reader.caret() == 0
    press("J")
    assert opened.reader.active is not None
    assert Settings().keys == {"next_annotation": ["J"]}
    assert "(J)" in window.actions_by_id["next_annotation"].toolTip()


def test_a_key_pressed_on_a_russian_keyboard_counts_by_its_place(sheet: KeySheet) -> None:
    sheet.tree.setCurrentItem(line(sheet, "Next annotation"))
    press("Return")
    QTest.sendKeyEvent(
        QTest.KeyAction.Click, sheet.field, Qt.Key(ord("О")), "о", Qt.KeyboardModifier.NoModifier
    )
    assert line(sheet, "Next annotation").text(1) == "J"


@pytest.mark.parametrize(
    ("key", "holder"), [("P", "Previous annotation"), ("V", "Tag as Victim"), ("1", "Tag as ")]
)
def test_a_key_in_use_is_refused(sheet: KeySheet, key: str, holder: str) -> None:
    give(sheet, "Next annotation", key)
    assert sheet.message.text().startswith(f"{key} is the key of “{holder}")
    assert line(sheet, "Next annotation").text(1) == "N"
    assert Settings().keys == {}


def test_esc_leaves_the_key_as_it_is(sheet: KeySheet) -> None:
    give(sheet, "Next annotation", "Esc")
    assert sheet.isVisible()
    assert not sheet.field.isVisible()
    assert sheet.tree.hasFocus()
    assert line(sheet, "Next annotation").text(1) == "N"


def test_keys_are_taken_away_and_given_back(sheet: KeySheet) -> None:
    sheet.tree.setCurrentItem(line(sheet, "Next annotation"))
    sheet.clear.click()
    assert line(sheet, "Next annotation").text(1) == ""
    sheet.reset.click()
    assert line(sheet, "Next annotation").text(1) == "N"
    give(sheet, "Next annotation", "J")
    give(sheet, "Previous annotation", "N")
    assert line(sheet, "Previous annotation").text(1) == "N"
    sheet.reset_all.click()
    assert Settings().keys == {}


def test_the_delivered_key_is_refused_while_another_has_it(sheet: KeySheet) -> None:
    give(sheet, "Next annotation", "J")
    give(sheet, "Previous annotation", "N")
    sheet.tree.setCurrentItem(line(sheet, "Next annotation"))
    sheet.reset.click()
    assert "“Previous annotation”" in sheet.message.text()
    assert line(sheet, "Next annotation").text(1) == "J"


def test_the_keys_of_codes_are_changed_in_the_codebook(sheet: KeySheet) -> None:
    give(sheet, "Tag as Victim", "J")
    assert "codebook" in sheet.message.text()
    assert not sheet.field.isVisible()


def test_a_changed_key_can_not_be_given_to_a_code(
    sheet: KeySheet, opened: Workbench, monkeypatch: pytest.MonkeyPatch, window: MainWindow
) -> None:
    give(sheet, "Next annotation", "J")
    press("Esc")
    monkeypatch.setattr("kzannotate.ui.codebook_dialogs.letter", lambda *_: "j")
    window.actions_by_id["show_codebook"].trigger()
    window.actions_by_id["code_key"].trigger()
    assert window.messages.isVisible()
