"""Icons and palettes."""

from PySide6.QtGui import QColor, QIcon, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kzannotate.ui import theme
from kzannotate.ui.menus import TABLE


def test_every_icon_of_the_table_is_there(qtbot: QtBot) -> None:
    wanted = {row.icon for row in TABLE if row.icon} | {"alert-triangle", "kzannotate"}
    assert {name for name in wanted if theme.icon(name).isNull()} == set()


def test_a_missing_icon_is_an_empty_one(qtbot: QtBot) -> None:
    assert theme.icon("there-is-no-such-icon").isNull()


def test_icons_have_the_colour_of_the_text(qtbot: QtBot) -> None:
    picture = theme.icon("trash").pixmap(32, 32, QIcon.Mode.Normal).toImage()
    text = QApplication.palette().color(QPalette.ColorGroup.Active, QPalette.ColorRole.ButtonText)
    opaque = {
        picture.pixelColor(x, y).name()
        for x in range(picture.width())
        for y in range(picture.height())
        if picture.pixelColor(x, y).alpha() == 255
    }
    assert opaque == {text.name()}


def test_the_mark_of_a_code_stands_out_of_a_selected_row(qtbot: QtBot) -> None:
    ring, fill = QApplication.palette().color(QPalette.ColorRole.HighlightedText), "#2b7bd6"
    picture = theme.chip(fill).pixmap(32, 32, QIcon.Mode.Selected).toImage()
    assert picture.pixelColor(picture.rect().center()).name() == fill
    row = [picture.pixelColor(x, picture.height() // 2) for x in range(picture.width())]
    nearest = min(_distance(each, ring) for each in row if each.alpha() == 255)
    assert nearest < _distance(QColor(fill), ring) / 2


def _distance(one: QColor, other: QColor) -> int:
    return sum(abs(each(one) - each(other)) for each in (QColor.red, QColor.green, QColor.blue))
