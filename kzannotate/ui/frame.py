"""The window's frame: menus and toolbar from the table of actions, docks, and the middle."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDockWidget,
    QMainWindow,
    QMenu,
    QSizePolicy,
    QToolBar,
    QVBoxLayout,
    QWidget,
)

from kzannotate.ui.actions import Actions
from kzannotate.ui.menus import MENUS
from kzannotate.ui.search_field import SearchField
from kzannotate.ui.suggest_menu import SUGGEST

_LEFT = Qt.DockWidgetArea.LeftDockWidgetArea
_RIGHT = Qt.DockWidgetArea.RightDockWidgetArea
_BOTTOM = Qt.DockWidgetArea.BottomDockWidgetArea
_DOCKS = {
    "corpus": ("Corpus", _LEFT),
    "pages": ("Pages", _LEFT),
    "codebook": ("Codebook", _RIGHT),
    "annotation": ("Annotation", _RIGHT),
    "hits": ("Search hits", _BOTTOM),
    "quotations": ("Quotations", _BOTTOM),
    "suggestions": ("Suggestions", _BOTTOM),
}


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


def dock(window: QMainWindow, **panels: QWidget) -> dict[str, QDockWidget]:
    """Put the panels around the middle, each where the table says; gives their docks by name."""
    docks = {}
    for name, panel in panels.items():
        title, area = _DOCKS[name]
        docks[name] = QDockWidget(title, window)
        docks[name].setObjectName(title)
        docks[name].setWidget(panel)
        window.addDockWidget(area, docks[name])
    window.tabifyDockWidget(docks["hits"], docks["quotations"])
    window.tabifyDockWidget(docks["quotations"], docks["suggestions"])
    window.tabifyDockWidget(docks["corpus"], docks["pages"])
    docks["corpus"].raise_()
    return docks


def share_out(window: QMainWindow, docks: dict[str, QDockWidget]) -> None:
    """Give the panels their shares of the window; only once they are laid out it does something."""
    width, height = window.width(), window.height()
    sides = [docks["corpus"], docks["codebook"]]
    window.resizeDocks(sides, [int(width * 0.29), int(width * 0.21)], Qt.Orientation.Horizontal)
    window.resizeDocks([docks["quotations"]], [int(height * 0.27)], Qt.Orientation.Vertical)
    right = [docks["codebook"], docks["annotation"]]
    window.resizeDocks(right, [int(height * 0.25), int(height * 0.4)], Qt.Orientation.Vertical)


def place_actions(
    actions: Actions,
    reader: QWidget,
    corpus: QWidget,
    quotations: QWidget,
    codebook: QWidget,
    hits: QWidget,
    suggestions: QWidget,
) -> None:
    """Give the actions whose keys count in one part only to that part, and to its menu."""
    reader.addActions(list(actions.of("reader")))
    corpus.addActions([*actions.of("corpus"), actions["encoding"], actions["recognise"]])
    quotations.addActions(list(actions.of("quotations")))
    codebook.addActions(list(actions.of("codebook")))
    hits.addActions([*actions.of("hits"), actions["export_hits"]])
    suggestions.addActions([actions[row.id] for row in SUGGEST if row and row.where == "reader"])
    for widget in (reader, corpus, quotations, codebook, hits, suggestions):
        widget.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)


def _gap(width: int = 0) -> QWidget:
    """Empty room: of a width, or all that is left."""
    gap = QWidget()
    if width:
        gap.setFixedWidth(width)
    else:
        gap.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    return gap
