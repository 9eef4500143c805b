"""Saved and past searches in their box."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kzannotate.model.ids import SearchId
from kzannotate.model.searches import Question, SavedSearch
from kzannotate.ui.search_picker import SearchPicker

SAVED = SavedSearch(SearchId("1"), "Prévenus", Question("detain* OR prison*", "page"), "t", "")
PAST = [Question("libération"), Question("cell", exact=True), Question("a", "document", exact=True)]


@pytest.fixture
def picker(qtbot: QtBot) -> Iterator[SearchPicker]:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(800, 600)
    window.show()
    picker = SearchPicker(window)
    picker.ask(window, QPoint(10, 10), [SAVED], PAST)
    yield picker  # the window lives as long


def listed(picker: SearchPicker) -> list[str]:
    return [picker.list.item(row).text() for row in range(picker.list.count())]


def test_saved_ones_come_first_and_say_how_they_search(picker: SearchPicker) -> None:
    assert listed(picker) == [
        "Prévenus:  detain* OR prison*  (in one page)",
        "libération",
        "cell  (as typed)",
        "a  (in one document, as typed)",
    ]
    role = Qt.ItemDataRole.AccessibleTextRole
    assert picker.list.item(0).data(role).endswith(", saved")
    assert picker.list.item(1).data(role) == "libération, past"


def test_letters_find_names_and_queries(picker: SearchPicker, qtbot: QtBot) -> None:
    for letters, found in (("preven", 0), ("PRISON", 0), ("libera", 1), ("typed ce", 2)):
        picker.field.setText(letters)
        assert picker.list.item(0).data(Qt.ItemDataRole.UserRole) == [SAVED, *PAST][found]
    picker.field.setText("unicorn")
    qtbot.keyClick(picker.field, Qt.Key.Key_Return)
    assert picker.isVisible()


def test_return_answers_the_question(picker: SearchPicker, qtbot: QtBot) -> None:
    with qtbot.waitSignals([picker.picked, picker.left]):
        qtbot.keyClick(picker.field, Qt.Key.Key_Return)
    assert not picker.isVisible()
    picked: list[Question] = []
    picker.picked.connect(picked.append)
    for _ in range(2):
        picker.show()
        qtbot.keyClick(picker.field, Qt.Key.Key_Down)
        qtbot.keyClick(picker.field, Qt.Key.Key_Return)
    assert picked == PAST[:2]


def test_keys_rename_and_delete_saved_ones_alone(picker: SearchPicker, qtbot: QtBot) -> None:
    told: list[object] = []
    picker.renamed.connect(told.append)
    picker.deleted.connect(told.append)
    qtbot.keyClick(picker.field, Qt.Key.Key_F2)
    qtbot.keyClick(picker.field, Qt.Key.Key_Delete, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(picker.field, Qt.Key.Key_Delete)
    assert told == [SAVED, SAVED]
    qtbot.keyClick(picker.field, Qt.Key.Key_Down)
    qtbot.keyClick(picker.field, Qt.Key.Key_F2)
    assert told == [SAVED, SAVED]
    qtbot.keyClick(picker.field, Qt.Key.Key_Escape)
    assert not picker.isVisible()
