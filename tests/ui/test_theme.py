"""Icons and palettes."""

from PySide6.QtGui import QIcon, QPalette
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
