"""The main window: a switchboard. It holds the frame; an open project brings its `Workbench`."""

import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QStackedWidget, QTabWidget, QWidget

from kzannotate.model.errors import KzError, PassphraseError
from kzannotate.ui import coming_back, dialogs, frame
from kzannotate.ui.action_row import Need
from kzannotate.ui.actions import Actions
from kzannotate.ui.dropping import dropped
from kzannotate.ui.elided_label import ElidedLabel
from kzannotate.ui.key_sheet import KeySheet
from kzannotate.ui.keymap import Keymap
from kzannotate.ui.menus import TABLE
from kzannotate.ui.message_bar import MessageBar
from kzannotate.ui.progress_line import ProgressLine
from kzannotate.ui.search_field import SearchField
from kzannotate.ui.settings import Settings
from kzannotate.ui.start_page import StartPage
from kzannotate.ui.tab_window import TabWindow

if TYPE_CHECKING:  # imported when the first project is opened: the window shows before
    from kzannotate.project.session import Project
    from kzannotate.ui.workbench import Workbench


class MainWindow(TabWindow):
    """Opens and closes projects; everything else is the work of its parts."""

    project_changed = Signal()
    """A project was opened or closed."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.settings = settings
        self.workbench: Workbench | None = None
        self.actions_by_id = Actions(Keymap(settings), self)
        self.messages = MessageBar()
        self.start = StartPage(self.actions_by_id["new"], self.actions_by_id["open"])
        self.field = SearchField()
        self.line = ProgressLine()
        self._coder = ElidedLabel()
        self._middle = QStackedWidget()
        self._menus = frame.build_menus(self, self.actions_by_id)
        self._toolbar = frame.build_toolbar(self, self.actions_by_id, self.field)
        self.verbs: dict[str, Callable[[], object]] = {
            "new": self._ask_new,
            "open": self._ask_open,
            "close": self.close_project,
            "add_files": lambda: self._add_asked(dialogs.files(self)),
            "add_folder": lambda: self._add_asked(dialogs.folder(self)),
            "export": self._ask_export,
            "coder": lambda: self.set_coder(dialogs.coder(self, self.settings.coder)),
            "quit": self.close,
            "find": self._find,
            "keys": self._show_keys,
            "back": self._back,
        }
        self._lay_out()
        self._connect()
        self._show_project(None)
        self.restoreGeometry(settings.bytes("geometry"))

    # Projects

    def new(self, path: Path) -> None:
        """Make a project at `path` and open it."""
        from kzannotate.project.session import create

        try:
            self._enter(lambda: create(path, self.settings.coder))
        except KzError as error:
            self.messages.tell(str(error))

    def open(self, path: Path, *, writable: bool = True, passphrase: str = "") -> None:
        """Open the project at `path`; if another program writes it, reading is offered."""
        from kzannotate.project.session import open_project

        if self._has_open(path, writable):
            return

        def project(writable: bool) -> "Project":
            coder = self.settings.coder
            return open_project(path, coder, writable=writable, passphrase=passphrase)

        try:
            self._enter(lambda: project(writable))
        except PassphraseError as error:
            self._ask_passphrase(path, error, writable=writable, again=bool(passphrase))
        except KzError as error:
            if writable and _opens(lambda: project(False)):
                read = partial(self.open, path, writable=False, passphrase=passphrase)
                self.messages.tell(str(error), "Open read-only", read)
            else:
                self.messages.tell(str(error))

    def close_project(self) -> None:
        """Go back to the start page; everything is saved already."""
        if self.workbench:
            self.settings.keep_bytes("state", self.saveState())
            coming_back.keep(self.settings, self.workbench)
            self.workbench.close()
            self.workbench = None
            self.field.clear()
            self._show_project(None)

    def add(self, paths: Sequence[Path]) -> None:
        """Import files and folders into the open project."""
        if self.workbench and self.workbench.project.writable:
            self.workbench.transfer.add(paths)
        else:
            self.messages.tell("Open or make a project first; it must not be read-only.")

    def set_coder(self, name: str) -> None:
        """Annotate under this name from now on; an empty one changes nothing."""
        self.settings.coder = name.strip() or self.settings.coder
        if self.workbench:
            self.workbench.project.coder = self.settings.coder
        self._coder.setText(self.settings.coder)

    # What goes wrong

    def trouble(self, error: Exception) -> None:
        """A KzError is told; anything else is a bug and gets its report."""
        if isinstance(error, KzError):
            self.messages.tell(str(error))
        else:
            sys.excepthook(type(error), error, error.__traceback__)

    # Qt's overrides

    def closeEvent(self, event: QCloseEvent) -> None:
        self.settings.keep_bytes("geometry", self.saveGeometry())
        self.close_project()
        super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "actions_by_id"):
            self.actions_by_id.recolour()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = dropped(event)
        event.acceptProposedAction()
        if len(paths) == 1 and paths[0].suffix.lower() == ".kza":
            self.open(paths[0])
        else:
            self.add(paths)

    # Inside

    def _lay_out(self) -> None:
        self.setAcceptDrops(True)
        self.setDockNestingEnabled(True)
        self.setTabPosition(Qt.DockWidgetArea.BottomDockWidgetArea, QTabWidget.TabPosition.North)
        self._middle.addWidget(self.start)
        self.setCentralWidget(frame.stacked(self.messages, self._middle))
        self.statusBar().addPermanentWidget(self.line)
        self.statusBar().addPermanentWidget(self._coder)
        self._coder.setAccessibleName("Who annotates")
        self._coder.setText(self.settings.coder)
        self.resize(1280, 860)

    def _connect(self) -> None:
        for row in TABLE:
            self.actions_by_id[row.id].triggered.connect(partial(self._do, row.id))
        self.start.chosen.connect(self.open)

    def _do(self, action: str, _checked: bool = False) -> None:
        """Do what an action says: the window's own, else the open project's."""
        verbs = self.verbs | (self.workbench.verbs if self.workbench else {})
        try:
            if action in verbs:
                verbs[action]()
        except KzError as error:
            self.messages.tell(str(error))

    def _enter(self, make: Callable[[], "Project"]) -> None:
        """Leave the open project for another; if that can't be opened the old one stays."""
        from kzannotate.ui.workbench import Workbench

        project = make()
        self.close_project()
        self.workbench = Workbench(
            project, self.actions_by_id, self.field, self.line, self, self.trouble
        )
        self.workbench.present.connect(self._enable)
        self.workbench.said.connect(self.statusBar().showMessage)
        self.workbench.failed.connect(self.messages.tell)
        self.workbench.offered.connect(self.messages.tell)
        self._middle.addWidget(self.workbench.readers)
        coming_back.restore(self.settings, self.workbench)
        self.settings.remember(project.path.absolute())
        self._show_project(self.workbench)
        if not self.restoreState(self.settings.bytes("state")):
            shares = partial(frame.share_out, self, self.workbench.docks)
            QTimer.singleShot(0, self.workbench, shares)
        self.workbench.reader.setFocus()

    def _show_project(self, workbench: "Workbench | None") -> None:
        """Show an open project, or the start page."""
        self.messages.hide()
        self._toolbar.setVisible(workbench is not None)
        if workbench:
            read_only = "" if workbench.project.writable else " (read-only)"
            self.setWindowTitle(f"{workbench.project.path.stem}{read_only} – kzannotate")
            self._middle.setCurrentWidget(workbench.readers)
            workbench.tell_present()
        else:
            self.setWindowTitle("kzannotate")
            self.start.show_recent(self.settings.recent)
            self._middle.setCurrentWidget(self.start)
            self._enable(set())
            self.start.recent.setFocus()
        self.project_changed.emit()

    def _enable(self, present: set[Need]) -> None:
        actions = self.actions_by_id
        actions.enable(present)
        undo, redo = self.workbench.labels() if self.workbench else ("", "")
        for name, label in (("undo", undo), ("redo", redo)):
            word = name.capitalize()
            actions[name].setText(f"&{word} {label}".rstrip())
            actions[name].setEnabled(bool(label) and "writing" in present)
        menu = self._menus["Annotate"]
        if self.workbench:
            menu.insertActions(actions["pick_code"], self.workbench.code_keys.actions)

    def _has_open(self, path: Path, writable: bool) -> bool:
        project = self.workbench.project if self.workbench else None
        return (
            project is not None
            and project.path.resolve() == path.resolve()
            and project.writable == writable
        )

    def _ask_new(self) -> None:
        if path := dialogs.new_project(self, self._folder()):
            self.new(path)

    def _ask_open(self) -> None:
        if path := dialogs.open_project(self, self._folder()):
            self.open(path)

    def _ask_passphrase(self, path: Path, error: KzError, *, writable: bool, again: bool) -> None:
        if again:
            self.messages.tell(str(error))
        passphrase = dialogs.passphrase(self, path.name)
        if passphrase:
            self.open(path, writable=writable, passphrase=passphrase)

    def _add_asked(self, paths: Sequence[Path]) -> None:
        if paths:
            self.add(paths)

    def _ask_export(self) -> None:
        if self.workbench and (path := dialogs.table(self, self.workbench.project.path)):
            self.workbench.transfer.export(path)

    def _find(self) -> None:
        self.field.setFocus()
        self.field.selectAll()

    def _show_keys(self) -> None:
        for sheet in self.findChildren(KeySheet):
            sheet.close()
        codes = self.workbench.code_keys.actions if self.workbench else ()
        KeySheet(self.actions_by_id, codes, self).show()

    def _back(self) -> None:
        """Esc: first the message goes, then the focus returns to the text."""
        if self.messages.isVisible():
            self.messages.hide()
        elif self.workbench:
            self.workbench.reader.setFocus()

    def _folder(self) -> Path:
        recent = self.settings.recent
        return recent[0].parent if recent else Path.home()


def _opens(make: Callable[[], "Project"]) -> bool:
    try:
        make().close()
    except KzError:
        return False
    return True
