"""A process that opens a window, scrolls a project's first document, and says its memory in MB.

Only Linux tells what a process held at most without counting what its parent held.
"""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from kzannotate.ui.main_window import MainWindow
from kzannotate.ui.settings import Settings

_app = QApplication([])
_window = MainWindow(Settings())
_window.show()
_app.processEvents()
if sys.argv[1:]:
    _window.open(Path(sys.argv[1]))
    assert _window.workbench
    _reader = _window.workbench.reader
    while _reader.shown is None:
        _app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    _reader.toggle_page()
    for _page in _reader.shown.pages:
        _reader.turn_to(_page.number)
        while _reader.page_view.pictures.get(_page.number) is None:
            _app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        _reader.page_view.viewport().repaint()
_own = Path("/proc/self/status"), *Path("/proc").glob("[0-9]*/status")
_MINE = f"PPid:\t{os.getpid()}\n"


def _most(status: Path) -> int:
    """The most memory a process held so far, in KB, if it is this one or its child."""
    try:
        told = status.read_text()
    except OSError:  # it ended meanwhile
        return 0
    mine = status.parent.name == "self" or _MINE in told
    return int(told.partition("VmHWM:")[2].split()[0]) if mine else 0


sys.stdout.write(f"{sum(map(_most, _own)) / 1024}\n")
_window.close()
