"""The window's frame: menus and toolbar from the table of actions, and the middle."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QMainWindow, QMenu, QSizePolicy, QToolBar, QVBoxLayout, QWidget

from kzannotate.ui.actions import MENUS, Actions
from kzannotate.ui.search_field import SearchField


def build_menus(window: QMainWindow, actions: Actions) -> dict[str, QMenu]:
    """Fill the menu bar; gives the menus by title."""
    menus = {}
    for title, rows in MENUS:
        menu = window.menuBar().addMenu(title)
        menu.setToolTipsVisible(True)
        for row in rows:
            if row is None:
                menu.addSeparator()
            else:
                menu.addAction(actions[row.id])
        menus[title.replace("&", "")] = menu
    return menus


def build_toolbar(window: QMainWindow, actions: Actions, field: SearchField) -> QToolBar:
    """The bar on top, with the search field in its middle."""
    bar = QToolBar("Toolbar", window)
    bar.setObjectName("toolbar")
    bar.setMovable(False)
    bar.setIconSize(QSize(20, 20))
    bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
    bar.addActions([actions["add_files"], actions["add_folder"], actions["export"]])
    bar.addSeparator()
    bar.addActions([actions["undo"], actions["redo"]])
    bar.addSeparator()
    bar.addWidget(_gap(24))
    field.setMinimumWidth(240)
    field.setMaximumWidth(720)
    field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    bar.addWidget(field)
    bar.addActions([actions["previous_hit"], actions["next_hit"]])
    bar.addWidget(_gap())
    bar.addActions([actions["keys"]])
    window.addToolBar(bar)
    return bar


def stacked(bar: QWidget, content: QWidget) -> QWidget:
    """The middle of the window: a bar above what fills the room."""
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(bar)
    column.addWidget(content, 1)
    return whole


def _gap(width: int = 0) -> QWidget:
    """Empty room: of a width, or all that is left."""
    gap = QWidget()
    if width:
        gap.setFixedWidth(width)
    else:
        gap.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    return gap
