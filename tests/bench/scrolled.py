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


def main(project: Path | None) -> None:
    """Open, scroll from end to end, and print what this process and its children held at most."""
    app = QApplication([])
    window = MainWindow(Settings())
    window.show()
    app.processEvents()
    if project:
        _scroll(app, window, project)
    sys.stdout.write(f"{_kilobytes() / 1024}\n")
    window.close()


def _scroll(app: QApplication, window: MainWindow, project: Path) -> None:
    window.open(project)
    assert window.workbench
    reader = window.workbench.reader
    while reader.shown is None:
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    reader.toggle_page()
    for page in reader.shown.pages:
        reader.turn_to(page.number)
        while reader.page_view.pictures.get(page.number) is None:
            app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        reader.page_view.viewport().repaint()


def _kilobytes() -> int:
    return sum(map(_most, (Path("/proc/self/status"), *Path("/proc").glob("[0-9]*/status"))))


def _most(status: Path) -> int:
    """The most memory a process held so far, in KB, if it is this one or its child."""
    try:
        told = status.read_text()
    except OSError:  # it ended meanwhile
        return 0
    mine = status.parent.name == "self" or f"PPid:\t{os.getpid()}\n" in told
    return int(told.partition("VmHWM:")[2].split()[0]) if mine else 0


if __name__ == "__main__":  # a process for the rules begins by loading this file
    main(Path(sys.argv[1]) if sys.argv[1:] else None)
