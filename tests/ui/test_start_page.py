"""Before a project is open."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from kzannotate.ui.start_page import StartPage

PATHS = [Path("one") / "first.kza", Path("two") / "second.kza"]


@pytest.fixture
def page(qtbot: QtBot) -> StartPage:
    page = StartPage(QAction("New project"), QAction("Open project"))
    qtbot.addWidget(page)
    page.resize(800, 600)
    page.show()
    page.activateWindow()
    return page


def test_without_recent_projects_no_list_is_shown(page: StartPage) -> None:
    page.show_recent([])
    assert not page.recent.isVisible()


def test_a_recent_project_is_opened_by_return_or_a_click(page: StartPage, qtbot: QtBot) -> None:
    page.show_recent(PATHS)
    opened: list[Path] = []
    page.chosen.connect(opened.append)
    page.recent.setFocus()
    qtbot.keyClick(page.recent, Qt.Key.Key_Return)
    place = page.recent.visualItemRect(page.recent.item(1)).center()
    qtbot.mouseClick(page.recent.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened == PATHS


def test_names_and_folders_are_shown(page: StartPage) -> None:
    page.show_recent(PATHS)
    page.show_recent(PATHS[1:])
    assert [page.recent.item(row).text() for row in range(page.recent.count())] == ["second\ntwo"]


def test_its_buttons_do_what_the_menu_does(page: StartPage, qtbot: QtBot) -> None:
    new, open_ = page.findChildren(QToolButton)
    for button in (new, open_):
        with qtbot.waitSignal(button.defaultAction().triggered):
            button.setFocus()
            qtbot.keyClick(button, Qt.Key.Key_Space)
